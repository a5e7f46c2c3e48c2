"""Plain text, HTML and Markdown, in and out."""
