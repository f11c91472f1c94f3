"""The left column: queues and those who wait in them."""
