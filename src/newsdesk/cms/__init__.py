"""Connectors: what the outbox needs of any CMS, and the station's own contract."""
