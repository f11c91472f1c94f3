"""What a counsellor can do and see: submit, view, subscribe, drafts."""
