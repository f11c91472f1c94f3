"""Who you are: passwords, tokens, principals, and what a caller may ask for."""
