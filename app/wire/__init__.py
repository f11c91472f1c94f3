"""JSON to values and back: the desktop's half of the contract, a tolerant reader and a strict writer."""
