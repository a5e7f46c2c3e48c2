"""One SQLite file and a folder of originals: drafts, revisions, search, outbox."""
