"""JSON ⇄ values, the backend's half: decodes commands strictly, encodes facts, answers and snapshots."""
