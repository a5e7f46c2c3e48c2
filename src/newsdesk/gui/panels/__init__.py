"""The right-hand column: article, photo, checks, history."""
