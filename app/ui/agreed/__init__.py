"""A message that a professional sends to the customer of a contact, as agreed with her."""
