"""The right column: what is known of the customer in front."""
