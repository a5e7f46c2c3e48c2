"""The desktop shell."""
