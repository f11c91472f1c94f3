"""What crosses the wire here and back, by slice; each type by its name in the schema."""
