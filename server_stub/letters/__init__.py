"""Letters: what a customer is sent by e-mail, made and handed to the mail host (SMTP)."""
