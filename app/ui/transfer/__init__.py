"""Moving a conversation: where to, what awaits it there, and what goes along."""
