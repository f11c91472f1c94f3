"""Pre-information: what the customer chose, refined and corrected."""
