"""This machine: paths, settings, credentials, language, diagnostics."""
