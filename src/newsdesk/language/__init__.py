"""Vietnamese and English text as text: normal forms, folding, slugs, counting."""
