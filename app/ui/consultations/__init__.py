"""The view of consultations between professionals: asked of us and by us, each with its promise."""
