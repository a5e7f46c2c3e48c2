"""DOCX out, and DOCX in."""
