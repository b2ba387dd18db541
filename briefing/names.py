"""What people's names look like, as parts of patterns."""

PART = r"[A-ZÀ-Þ][\w’'-]*\.?"
"""A word of a name, or an initial."""
PARTICLE = r"(?:de|van|von|der|den|bin|al|la|le|du|da)"
"""A word in small letters between them."""
