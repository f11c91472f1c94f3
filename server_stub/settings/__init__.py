"""What whoever runs the backend decides: settings, the service model file, keys, days off, where data files are."""
