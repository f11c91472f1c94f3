"""Pages of what customers attach: read in a process of its own that can do nothing else."""
