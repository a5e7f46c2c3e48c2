"""The page: one text document, kept in step with the article."""
