"""The command palette: whatever can be done or gone to, found by a few letters."""
