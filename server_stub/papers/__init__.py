"""What customers send is looked at here, in a process that can be killed: PDF, JPEG and PNG (decision 59)."""
