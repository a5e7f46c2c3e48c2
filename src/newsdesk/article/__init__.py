"""What an article is: immutable values, no input and no output."""
