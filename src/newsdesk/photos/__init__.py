"""Originals, what they carry, and the renditions made from them."""
