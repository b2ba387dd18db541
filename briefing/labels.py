"""How a turn of a talk is marked at its beginning, as parts of patterns: the time in a recording, the name of who speaks in capitals."""

STAMP = r"(?:[*_]{0,3}[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?[*_]{0,3}[ \t]{0,9}(?:[-–—|][ \t]{0,9})?)"
"""The minute in which something is said ("[00:12:40] ")."""
AS_TOLD = r"\b(?:as told to|in (?:his|her|their) own words)\b"
"""What a line beside a text in the first person says that another has written down."""
SHOUTED = r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,30}"
"""A name as transcripts print it."""
