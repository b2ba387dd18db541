"""Who wrote a text that has no byline, where a line above or below it tells: a heading, a note on the author, a signature."""

import re
from collections.abc import Sequence

from briefing.articles.blocks import Block
from briefing.articles.dates import is_date_line
from briefing.articles.names import PART, PARTICLE
from briefing.articles.outlets import looks_like_outlet
from briefing.articles.paragraphs import starts_turn
from briefing.first_person import FIRST_PERSON, OFTEN, spoken_of_oneself

_RETIRED = r"(?:,? \((?:ret|retd|retired)\.?\))?"
_NAME = rf"{PART}(?: (?:{PART}|{PARTICLE}|of|the)){{0,4}}{_RETIRED}(?: {PART})*"
"""Two to six words of a name with its titles ("Gen. Ana Person (ret.)"); whether it is somebody's is for the caller to tell."""
DEEDS = (
    r"(?:ran|runs|teaches|taught|retired|served|serves|edits|writes|covers|owns|chairs|chaired|heads|headed|leads|led|works|worked|reports"
    r"|commanded|directs|directed|lives|studies|advises|founded|represented)"
)
"""What a note about an author says he does."""
_IS = (
    r"(?:is|was|are|were) (?:(?:a|an|the|one|professor|director|chief|head|chair\w*|president|editor|senior|former|emeritus|visiting)\b"
    r"|\w+ (?:at|of)\b)|ha[sd] (?:been (?:a|an|the)\b|written|taught|served|worked|run|led|edited|covered|reported)"
)
_KIND = r"(?:column|comment|commentary|essay|letter|blog|weblog|diary|log|notebook|notes|newsletter|memoir|testimony|journal)"
_HEADED = re.compile(
    rf"(?i:\b{_KIND} (?:kept |written |run )?(?:by|of)|\b(?:is|are) (?:written|kept|run) by|\bposted(?: (?:on )?[^.!?]{{1,30}}?)?[,.]? by|^[^.!?]*\b{_KIND} (?:on|about|from) [^.!?]{{1,60}}, by) (?P<own>{_NAME})|^(?P<whose>{_NAME})[’']s (?i:{_KIND})\b"
)
_NOTE = re.compile(rf"(?P<who>{_NAME}),?(?: (?:[^.,]{{1,60}}|(?:[A-Z]\.){{2,4}}),)? (?:{DEEDS}\b|{_IS})")
_PARTS = re.compile(r"\s+[|·•—–]\s+")
"""What stands between a name and a date on one line."""
_SIGNED = re.compile(rf"(?P<who>{_NAME})(?:, [^.!?:;]{{2,60}})?")
_GREETED = re.compile(
    r"(?:^|\s)(?:Yours(?: \w+)?|Sincerely|Faithfully|Signed|(?:\w+ )?[Rr]egards|(?:\w+ )?wishes)[,:.]?\s+[*_]*"
    rf"(?P<who>{_NAME})\W*$"
)
"""How a letter ends, on a line of its own or behind its last sentence."""
_DASHED = re.compile(rf"(?:^|\s)(?:--|[–—~])\s*[*_]*(?P<who>{_NAME})\W*$")
"""How a text is signed in its last line, behind a dash."""
_PERSON = re.compile(rf"(?:(?:Dr|Prof|Sir|Dame|Rev|Fr)\.? )?{PART} (?:{PART} ){{0,2}}{PART}")
_ROLE = re.compile(r"[A-ZÀ-Þ][^.!?:;]{2,60}")
_NO_FIRST_NAMES = frozenset({"By", "The", "A", "An", "And", "But", "As", "In", "On", "Of", "For"})
_BRACKETS = re.compile(r"\([^)]*\)")
_CIVIL_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.? ")
_CLOSING = re.compile(rf"(?P<who>{_PERSON.pattern}) [a-z]")
"""A note that begins with a name."""
_OF_WRITER = re.compile(r"\W*(?:The (?:writer|author|columnist)\b|(?:The )?[Vv]iews (?:expressed )?(?:here )?are )")
"""A note about who wrote the text that does not say his name again."""
_ON = re.compile(r" on \w.*")
"""What somebody writes on, behind his name."""
_ABOVE, _BELOW = 4, 4
"""So many first and last blocks may tell who wrote the text."""
_LONGEST_NOTE = 50
_LONGEST_LINE = 25
_LONGEST_HEADING = 12
_LONGEST_SIGNATURE = 200


def writer(text: str, blocks: Sequence[Block]) -> tuple[str | None, frozenset[int]]:
    """Return who wrote a text in the first person, and the numbers of the blocks that say so and are not of the text."""
    own = " ".join(text[b.start : b.end] for b in blocks if not starts_turn(text, b.start, b.end))
    if spoken_of_oneself(own) < OFTEN:
        return None, frozenset()
    lines = [text[b.start : b.end].strip("*_# \t") for b in blocks]
    above, below = range(min(_ABOVE, len(lines))), range(max(0, len(lines) - _BELOW), len(lines))
    for number in (*above, *below):
        if len(lines[number].split()) <= _LONGEST_LINE and (match := _HEADED.search(lines[number])):
            found = match["own"] or match["whose"]
            if _is_full(found):
                return found, frozenset({number})
    for number in above[1:]:
        if beside := _beside_date(lines[number]):
            return beside, frozenset({number})
    if twice := _named_twice(lines):
        return twice
    for number in (0, *reversed(below)):
        note = _NOTE.match(lines[number]) if len(lines[number].split()) <= _LONGEST_NOTE else None
        told = note is not None and (FIRST_PERSON.search(lines[number]) or _told_of(note["who"], lines, number))
        if note and _is_full(note["who"]) and not told:
            return note["who"], frozenset({number})
    return _signature(lines)


def _beside_date(line: str) -> str | None:
    """Return the name that stands beside a date on a line of its own ("Dr Ana Person — Wednesday, March 18")."""
    parts = _PARTS.split(line) if len(line.split()) <= _LONGEST_LINE else []
    if not any(is_date_line(part) for part in parts):
        return None
    ends = (part for part in (parts[0], parts[-1]) if not is_date_line(part))
    return next(
        (p for p in ends if _PERSON.fullmatch(p) and _is_full(p) and not (p.isupper() or looks_like_outlet(p))), None
    )


def _named_twice(lines: Sequence[str]) -> tuple[str, frozenset[int]] | None:
    """Return the name in a heading that a closing note begins with, or that is a heading where such a note tells of "the writer".

    The text between does not speak of him. The numbers are those of the note and of a heading that is but the name.
    """
    headings = [x for x in lines[:_ABOVE] if len(x.split()) <= _LONGEST_HEADING and not x.endswith((".", "!", "?"))]
    for number in reversed(range(max(0, len(lines) - _BELOW), len(lines))):
        line = lines[number]
        if len(line.split()) > _LONGEST_NOTE:
            continue
        note = _CLOSING.match(line)
        name = re.sub(r"[’']s$", "", note["who"]) if note else ""
        told = _is_full(name) and any(name in h for h in headings) and not _speaks_of(name, lines, (*headings, line))
        if not told and _OF_WRITER.match(line):
            names = (_ON.sub("", h.title() if h.isupper() else h) for h in headings[1:])
            name = next((n for n in names if _PERSON.fullmatch(n) and _is_full(n) and not looks_like_outlet(n)), "")
            told = bool(name)
        if told:
            above = (n for n, line in enumerate(lines[:_ABOVE]) if line.casefold() == name.casefold())
            return name, frozenset({number, *above})
    return None


def _signature(lines: Sequence[str]) -> tuple[str | None, frozenset[int]]:
    """Return who signs at the end: behind a greeting or a dash, or on a line of his own, what he is beside or below it."""
    last = len(lines) - 1
    for line in reversed(lines[-_BELOW:]):
        end = line[-_LONGEST_SIGNATURE:]
        greeted = _GREETED.search(end) or _DASHED.search(end)
        if greeted and _is_full(greeted["who"]):
            return greeted["who"], frozenset()
    for number in (max(0, last - 1), last):
        signed = _SIGNED.fullmatch(lines[number].rstrip("."))
        if (
            signed
            and _is_full(signed["who"])
            and not is_date_line(lines[number].partition(", ")[2])
            and (number == last or _ROLE.fullmatch(lines[last]))
        ):
            return signed["who"], frozenset(range(number, last + 1))
    return None, frozenset()


def _is_full(name: str) -> bool:
    words = _CIVIL_TITLE.sub("", _BRACKETS.sub("", name)).split()
    return len(words) > 1 and words[0].rstrip(".") not in _NO_FIRST_NAMES


def _told_of(name: str, lines: Sequence[str], note: int) -> bool:
    """Tell whether a text speaks of somebody elsewhere too: who writes as "I" does not."""
    return _speaks_of(name, lines, (lines[note], name, f"By {name}"))


def _speaks_of(name: str, lines: Sequence[str], but: Sequence[str]) -> bool:
    """Tell whether a surname stands in a line that is none of these."""
    surname = re.compile(rf"\b{re.escape(_BRACKETS.sub('', name).split()[-1])}\b", re.IGNORECASE)
    return any(surname.search(line) for line in lines if line not in but)
