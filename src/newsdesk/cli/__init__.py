"""The command-line shell over the same use cases."""
