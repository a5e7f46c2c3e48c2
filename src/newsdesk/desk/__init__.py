"""The use cases, in newsroom verbs. No toolkit."""
