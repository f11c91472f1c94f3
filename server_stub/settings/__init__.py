"""What whoever runs the backend decides: settings, the service model, keys, days off."""
