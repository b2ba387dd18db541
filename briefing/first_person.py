"""Texts whose writer speaks of himself."""

import re

FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|me)\b")
"""A word by which somebody speaks of himself."""
OFTEN = 3
"""Who says so as often outside quotations is telling what he thinks or did himself."""
