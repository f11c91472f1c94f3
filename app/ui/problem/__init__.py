"""A problem situation: the card with numbers, checklist and house rules, and who was called."""
