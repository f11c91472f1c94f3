"""What customers attach, at the desk: read page by page, saved, printed."""
