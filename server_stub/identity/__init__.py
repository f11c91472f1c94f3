"""Who you are: passwords, tokens, principals."""
