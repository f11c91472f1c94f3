"""Small parts that every pane is made of, each drawn from tokens."""
