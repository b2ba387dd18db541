"""What people's names look like: parts of patterns, and lines that are a name and no more."""

import re

PART = r"[A-ZÀ-Þ][\w’'-]*\.?"
"""A word of a name, or an initial."""
PARTICLE = r"(?:de|van|von|der|den|bin|al|la|le|du|da)"
"""A word in small letters between them."""
FULL = rf"{PART}(?: (?:{PARTICLE}|{PART})){{1,3}}"
"""First and last names."""
SHORT = rf"(?:{PART} ){{0,3}}{PART}"
"""A name as labels have it: one word or more."""
TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr(?:\.? (?:jur|med|phil|habil))?|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Fr|Father|Mother|Sister|Brother|Pastor|Rabbi|Imam|Canon|Bishop"
    r"|Gen|General|Brig|Brigadier|Col|Colonel|Maj|Major|Capt|Captain|Lt|Sgt|Amb|Ambassador|Senator|Judge|Tan Sri|Datuk|Sheikh|Shri|Smt|Herr|Frau|Madame|Monsieur)\.?"
)
RETIRED = r"\((?i:ret|retd|retired)\.?\)"
"""What stands behind an officer's title or name."""
TITLED = re.compile(rf"{TITLE}(?: {RETIRED})? (?={PART})", re.IGNORECASE)
"""What stands before the name of a person alone."""
_PERSON = re.compile(
    rf"(?:{TITLE} ){{0,2}}(?:{RETIRED} )?{PART} (?:(?:{PART}|{PARTICLE}) ){{0,3}}{PART}(?:,? {RETIRED})?"
)
_NO_FIRST_NAMES = frozenset(
    {"By", "With", "Dear", "Your", "The", "A", "An", "And", "But", "As", "In", "On", "Of", "For", "My", "Our", "No", "Not", "Why", "How", "What", "When", "Until", "To", "From"}
)  # fmt: skip
_IN_NO_NAME = re.compile(
    r"^I\. |\w{5}\.|[^\W\d_]{3}\.$|\b(?:by|the|of|and|in|on|for|against|with|to|at|is|are|was)\b|^(?:radio|studio|channel)\b"
    r"|\b(?:farm|park|street|road|lane|avenue|square|hall|house|palace|report|edition|text|page|notes?|notebook|diary|letters?|column|blog"
    r"|executive|director|officer|secretary|manager|president|chair\w*|editor|correspondent|writer|reporter)$",
    re.IGNORECASE,
)
"""The number of a section, a stop that is no initial's or title's, words of a sentence, and what begins or ends names of places and papers, and what somebody is."""
_CIVIL_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.? ")
_BRACKETS = re.compile(r"\([^)]*\)")


def is_full(name: str) -> bool:
    """Tell whether a name has a word more than a surname with "Mr" or "Ms" before it."""
    words = _CIVIL_TITLE.sub("", _BRACKETS.sub("", name)).split()
    return len(words) > 1 and words[0].rstrip(".").capitalize() not in _NO_FIRST_NAMES


def person(line: str) -> str | None:
    """Return the name that a line consists of, written out ("Ana Ruiz") where it is printed in capitals; None if it cannot be one."""
    name = line.strip(" *_,:")
    if name.isupper():
        name = name.title()
    return name if _PERSON.fullmatch(name) and is_full(name) and not _IN_NO_NAME.search(name) else None
