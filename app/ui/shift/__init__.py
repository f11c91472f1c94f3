"""Her own work: what she says of herself, the queues she serves, and how a shift begins and ends."""
