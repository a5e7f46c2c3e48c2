"""Values for tests, made up by hypothesis."""
