"""What whoever runs the backend can say: init, model, user, check, audit, serve, practice."""
