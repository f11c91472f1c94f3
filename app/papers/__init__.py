"""What customers attach: pages read in a process that can do nothing else, and files that are saved."""
