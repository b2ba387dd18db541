"""Who wrote a text that has no byline, where a line above or below it tells: a heading, a note on the author, a signature."""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from briefing.articles import byline, furniture
from briefing.articles.blocks import Block
from briefing.articles.bodies import is_plain
from briefing.articles.called import ITS_KIND
from briefing.articles.dates import is_date_line
from briefing.articles.outlets import looks_like_outlet
from briefing.articles.paragraphs import starts_turn
from briefing.first_person import FIRST_PERSON, is_often, spoken_of_oneself
from briefing.names import PART, PARTICLE, RETIRED, TITLE, TITLED, is_full, person

_NAME = rf"{PART}(?: (?:{PART}|{PARTICLE}|of|the)){{0,4}}(?:,? {RETIRED})?(?: {PART})*"
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
_SIGNED = re.compile(rf"(?P<who>{_NAME})(?:, (?!.*\b\d+ (?:pp|pages?)\b)[^.!?:;]{{2,60}})?")
_GREETED = re.compile(
    r"(?:^|\s)(?:Yours(?: \w+)?|Sincerely|Faithfully|Signed|(?:\w+ )?[Rr]egards|(?:\w+ )?wishes)[,:.]?\s+[*_]*"
    rf"(?P<who>{_NAME})\W*$"
)
"""How a letter ends, on a line of its own or behind its last sentence."""
_DASHED = re.compile(rf"(?:^|\s)(?:--|[–—~])\s*[*_]*(?P<who>{_NAME})\W*$")
"""How a text is signed in its last line, behind a dash."""
_BRACKETS = re.compile(r"\([^)]*\)")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_CLOSING = re.compile(rf"(?P<who>(?:(?i:{TITLE}) )?{PART} (?:{PART} ){{0,2}}{PART}) [a-z]")
"""A note that begins with a name."""
_OF_WRITER = re.compile(r"\W*(?:The (?:writer|author|columnist)\b|(?:The )?[Vv]iews (?:expressed )?(?:here )?are )")
"""A note about who wrote the text that does not say his name again."""
_ON = re.compile(r" on \w.*")
"""What somebody writes on, behind his name."""
_HEADS = re.compile(r"(?P<who>[^:]{5,40}): (?=[^\s“\"‘'])")
"""A name before the headline."""
_ROLE = re.compile(r"[A-ZÀ-Þ][^.!?:;]{2,60}")
_DOES = re.compile(r"[a-z][^!?:;]{5,90}$")
"""What somebody is or does, on the line below his name."""
_BESIDE = re.compile(
    r"\d+ (?:comments?|reads|likes|posts|min\w*(?: read)?)\b|^(?:guest|guests|contributed|subscribe|columnist)$",
    re.IGNORECASE,
)
"""What stands beside a name on a page."""
_HONOURS = re.compile(r"(?:, (?:[A-Z]\.?){2,6})+$")
"""The letters behind a name."""
_GREETING = re.compile(r"(?:\S+ ){0,5}\S+,")
_FOOTNOTE = re.compile(r" ?\[?\d\]?$")
_ABOVE, _BELOW = 8, 4
"""So many first and last lines may tell who wrote the text."""
_LONGEST_NOTE = 50
_LONGEST_LINE = 25
_LONGEST_HEADING = 12
_LONGEST_SIGNATURE = 200

Found = tuple[str, frozenset[int]]
"""A name, and the numbers of the blocks that say so and are not of the text."""


class _Line(Struct, frozen=True):
    """A line without its marks, and the number of the block that it is of."""

    text: str
    block: int

    @property
    def length(self) -> int:
        return furniture.words(self.text)


def writer(text: str, blocks: Sequence[Block], *, is_opinion: bool = False) -> tuple[str | None, frozenset[int]]:
    """Return who wrote a text in the first person, and the numbers of the blocks that say so and are not of the text.

    What calls itself an opinion need not say "I" often.
    """
    if not is_personal(text, blocks, is_opinion=is_opinion):
        return None, frozenset()
    lines = _lines(text, blocks)
    above, below = lines[:_ABOVE], lines[-_BELOW:]
    found = (
        _headed([*above, *below])
        or _beside_date(above[1:])
        or _named_twice(lines)
        or _noted([*above[:1], *reversed(below)], lines)
        or _signature(_last(lines))
        or _named_above(above, lines)
        or _only_name(lines)
    )
    return found or (None, frozenset())


def is_personal(text: str, blocks: Sequence[Block], *, is_opinion: bool = False) -> bool:
    """Tell whether who writes a text speaks of himself, and often unless it `is_opinion`; the turns of a conversation are not his."""
    own = " ".join(text[b.start : b.end] for b in blocks if not starts_turn(text, b.start, b.end))
    times = spoken_of_oneself(own)
    return times > 0 if is_opinion else is_often(times, furniture.words(own))


def _lines(text: str, blocks: Sequence[Block]) -> list[_Line]:
    """Return the lines of a text; a block of several is divided if all of them are short."""
    found = []
    for number, block in enumerate(blocks):
        whole = text[block.start : block.end]
        parts = whole.splitlines()
        short = all(furniture.words(part) <= _LONGEST_HEADING for part in parts)
        found += [
            _Line(bare, number)
            for part in (parts if short else [whole])
            if re.search(r"\w", bare := part.strip("*_# \t"))
        ]
    return found


def _last(lines: Sequence[_Line]) -> list[_Line]:
    """Return the last lines that are no furniture of the page, but for a note on who wrote the text."""
    kept = (
        line
        for line in reversed(lines)
        if not _IN_BRACKETS.fullmatch(line.text)
        and (_OF_WRITER.match(line.text) or furniture.of_line(line.text) is None)
    )
    return [*islice(kept, _BELOW)][::-1]


def _headed(lines: Sequence[_Line]) -> Found | None:
    """Return whose column, letter or weblog a line says that it is."""
    for line in lines:
        if line.length <= _LONGEST_LINE and (match := _HEADED.search(line.text)):
            found = match["own"] or match["whose"]
            if is_full(found):
                return found, frozenset({line.block})
    return None


def _beside_date(lines: Sequence[_Line]) -> Found | None:
    """Return the name that stands beside a date on a line of its own ("Dr Ana Person — Wednesday, March 18")."""
    for line in lines:
        parts = _PARTS.split(line.text) if line.length <= _LONGEST_LINE else []
        if any(is_date_line(part) for part in parts):
            for part in (parts[0], parts[-1]):
                if not part.isupper() and (name := _persons(part)):
                    return name, frozenset({line.block})
    return None


def _named_twice(lines: Sequence[_Line]) -> Found | None:
    """Return the name in a heading that a note begins with, or that is a heading where a closing note tells of "the writer".

    The text between does not speak of him. The numbers are those of the note and of a heading that is but the name.
    """
    headings = [x.text for x in lines[:_ABOVE] if x.length <= _LONGEST_HEADING and not x.text.endswith((".", "!", "?"))]
    alone = {heading.casefold() for heading in headings}
    for line in (*reversed(lines[-_BELOW:]), *lines[1:_ABOVE]):
        if line.length > _LONGEST_NOTE:
            continue
        note = _CLOSING.match(line.text)
        name = re.sub(r"[’']s$", "", note["who"]) if note else ""
        closes = line in lines[-_BELOW:]
        headed = name.casefold() in alone or (closes and any(name in heading for heading in headings))
        told = is_full(name) and headed and not _speaks_of(name, lines, (*headings, line.text))
        if not told and closes and _OF_WRITER.match(line.text):
            name = next((n for h in headings[1:] if (n := _persons(_ON.sub("", h)))), "")
            told = bool(name)
        if told:
            above = (x.block for x in lines[:_ABOVE] if x.text.casefold() == name.casefold())
            return name, frozenset({line.block, *above})
    return None


def _noted(notes: Sequence[_Line], lines: Sequence[_Line]) -> Found | None:
    """Return the one of whom a line above or below the text tells what he is or does."""
    for line in notes:
        note = _NOTE.match(line.text) if line.length <= _LONGEST_NOTE else None
        if note is None or not is_full(note["who"]) or FIRST_PERSON.search(line.text):
            continue
        if not _speaks_of(note["who"], lines, (line.text, note["who"], f"By {note['who']}")):
            return note["who"], frozenset({line.block})
    return None


def _signature(below: Sequence[_Line]) -> Found | None:
    """Return who signs at the end: behind a greeting or a dash, or on a line of his own, what he is beside or below it."""
    for line in reversed(below):
        end = line.text[-_LONGEST_SIGNATURE:]
        greeted = _GREETED.search(end) or _DASHED.search(end)
        if greeted and is_full(greeted["who"]):
            return greeted["who"], frozenset()
    for number in range(len(below)):
        signed_by, after = below[number].text, below[number + 1 :]
        greeted_before = number > 0 and _GREETING.fullmatch(below[number - 1].text) is not None
        name = _persons(signed_by) if signed_by.isupper() or greeted_before or TITLED.match(signed_by) else None
        signed = None if name else _SIGNED.fullmatch(signed_by.rstrip("."))
        dated = is_date_line(signed_by.partition(", ")[2])
        name = name or (_persons(signed["who"]) if signed and not dated else None)
        last = not after or (len(after) == 1 and _is_role(after[0].text))
        if name and (last or greeted_before):
            return name, frozenset(x.block for x in below[number:])
    return None


def _named_above(above: Sequence[_Line], lines: Sequence[_Line]) -> Found | None:
    """Return the name above the text that stands before the headline, beside what pages put beside a name, above what its bearer does, or with a title."""
    for number, line in enumerate(above):
        if line.length > _LONGEST_LINE:
            continue
        heads = _HEADS.match(line.text)
        if heads and (name := _persons(heads["who"])) and not _speaks_of(name, lines, (line.text,)):
            return name, frozenset()
        parts = _PARTS.split(line.text)
        does = number + 1 < len(above) and _DOES.match(above[number + 1].text) is not None
        for part in parts:
            name = _persons(_FOOTNOTE.sub("", part))
            others = [p for p in parts if p != part]
            beside = bool(others) and all(_BESIDE.search(p) or is_date_line(p) or furniture.of_line(p) for p in others)
            if name and number and (beside or does or TITLED.match(part)):
                return name, frozenset({line.block} | ({above[number + 1].block} if does else set()))
    return None


def _only_name(lines: Sequence[_Line]) -> Found | None:
    """Return the one name that stands by itself around a text, before a comma or at the start of a note; the headline, and whom the text speaks of, are none."""
    first = next((n for n, line in enumerate(lines) if line.length > _LONGEST_LINE), 0)
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].length > _LONGEST_LINE), len(lines))
    found: dict[str, tuple[str, list[_Line]]] = {}
    for line in (*lines[1:first], *lines[last + 1 :]):
        parts = [_FOOTNOTE.sub("", part) for part in _PARTS.split(byline.without_lead(line.text))]
        for part in parts:
            before, _, behind = part.partition(", ")
            if name := _persons(part) or (None if is_date_line(behind) else _persons(before)):
                found.setdefault(name.casefold(), (name, []))[1].append(line)
    if len(found) != 1:
        return None
    name, where = next(iter(found.values()))
    told = _speaks_of(name, lines, [line.text for line in where])
    return None if told else (name, frozenset(line.block for line in where))


def _is_role(line: str) -> bool:
    """Tell whether a line may say what the one named above it is, and not who else signs."""
    return _persons(line.partition(",")[0]) is None and (
        _ROLE.fullmatch(line) is not None or _DOES.match(line) is not None
    )


def _persons(line: str) -> str | None:
    """Return the name that a line consists of, if it is no newsroom's or body's, and not what a text is called."""
    name = person(_HONOURS.sub("", line))
    other = name is None or looks_like_outlet(name) or is_plain(name) or ITS_KIND.match(name)
    return None if other else name


def _speaks_of(name: str, lines: Sequence[_Line], but: Sequence[str]) -> bool:
    """Tell whether a surname stands in a line that is none of these."""
    surname = re.compile(rf"\b{re.escape(_BRACKETS.sub('', name).split()[-1])}\b", re.IGNORECASE)
    skipped = {line.casefold() for line in but}
    return any(surname.search(line.text) for line in lines if line.text.casefold() not in skipped)
