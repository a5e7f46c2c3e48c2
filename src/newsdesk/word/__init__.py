"""DOCX out, and DOCX in. Only this room knows what a Word file looks like inside."""
