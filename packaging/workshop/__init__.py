"""What packaging/dev.py is made of: the machine, the virtualenv, the keyring session, the checks."""
