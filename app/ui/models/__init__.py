"""Models: rows a list shows, renewed by key so that only what changed is drawn again."""
