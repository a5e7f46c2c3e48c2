"""Library, sending, outbox."""
