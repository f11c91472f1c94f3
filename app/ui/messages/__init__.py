"""Non-urgent messages: the list by promise, and one of them opened."""
