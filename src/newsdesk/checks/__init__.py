"""Preflight: rules over an article, findings out."""
