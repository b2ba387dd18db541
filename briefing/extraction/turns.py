"""Who has the word in an interview or a transcript: paragraphs that begin with a label ("Q.", "A:", "SMITH:", "Ms. Ruiz (Acme):")."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from briefing import genres
from briefing.dossier import Passage, PassageKind, Source
from briefing.extraction.conversations import ASKS, REPLIES, alternate, answered, asked, divided, headed
from briefing.first_person import FIRST_PERSON
from briefing.labels import AS_TOLD, STAMP
from briefing.names import SHORT

_LABEL = re.compile(
    rf"{STAMP}?[*_\s]{{0,9}}(?P<who>(?!(?:MRS?|MS|DR|PROF)\.)(?:Q|A|[A-ZÀ-Þ][A-ZÀ-Þ0-9&’' -]{{1,30}}?|(?:[A-ZÀ-Þ]\.-?){{2,4}})(?=\s*[*_]{{0,2}}[.:])"
    r"|(?:[A-ZÀ-Þ][\w’'-]*\.? ){0,3}[A-ZÀ-Þ][\w’'-]+(?=(?: \([^()\n]{1,60}\))?\s*[*_]{0,2}:))"
    r"(?: \((?P<inside>[^()\n]{1,60})\))?\s*[*_]{0,2}[.:][*_]{0,2}\s+(?=\S)"
)
_ALONE = re.compile(
    rf"[*_]{{0,3}}{STAMP}?[*_]{{0,3}}(?P<who>{SHORT})[*_]{{0,3}}(?: \([^()\n]{{1,60}}\))?:?[ \t]*{STAMP}?[*_:]{{0,3}}"
)
"""A label on a line of its own above what is said ("00:31 Ana Ruiz")."""
_BESIDE = re.compile(
    rf"[*_]{{0,3}}(?P<named>{SHORT})[*_]{{0,3}} {STAMP}(?=\S)|\[(?P<held>{SHORT})\][ \t]+(?=\S)|{STAMP}(?P<run>{SHORT})(?= )"
)
"""A label beside a minute or in brackets ("Ana Ruiz (0:12) I left."); where the minute comes first it may run into what is said."""
_BARE = re.compile(
    r"[*_\s]{0,9}(?P<who>[QA]|[A-ZÀ-Þ][A-ZÀ-Þ0-9&’'-]+|(?:[A-ZÀ-Þ]\.){2,3})[*_]{0,2}[:.]?[*_]{0,2}\s+(?=[\"'“‘(]?[A-ZÀ-Þ0-9](?![A-ZÀ-Þ]{2}))"
)
"""A label without a stop behind it ("SELL I left in January."), or initials, which only what takes strict turns can be."""
ANSWERS = frozenset({"A", "ANSWER", "GUEST"})
QUESTIONS = frozenset({"Q", "QUESTION", "HOST", "INTERVIEWER", "PRESENTER", "MODERATOR"})
"""Labels that name nobody, in capitals."""
_HEADED = re.compile(r"\W{0,4}[A-Z][\w’']*(?: [\w’']+){0,3}(?::[*_]{0,2}|[*_]{1,2}:) (?=\S)")
"""The few words with a colon that head a paragraph ("The money: ...", "**On rents:** ..."), as newsletters have them."""
_HEADINGS = 3
"""So many paragraphs of a text begin so, if it is its manner."""
_STAMP = re.compile(
    r"[*_]{0,2}(?:[A-Z][a-z]{2,8}\.? \d{1,2} [A-Z][a-z]{2,8},? )?(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?[ap]\.?m\.?)?[*_]{0,2}(?: ?[:–—-])?[*_]{0,2}\s+(?=\S)"
)
"""The time of day before an entry of a live report ("09.40 ", "**14:05** – ")."""
_AS_TOLD = re.compile(AS_TOLD, re.IGNORECASE)
_LONGEST_NOTE = 30
"""So many words such a line has at most."""
_SPEAKS = re.compile(r"\b(?:sa(?:id|ys)|told|wr(?:ote|ites)|\w+ed|adds|asks|replies)\W*$")
_ASIDES = ("(", "[", "*", "_")
"""What begins a line that tells what happens beside the talk."""
_AROUND = 6
"""So many first and last passages may say whose words a text is."""
_TURNS = 2
"""A label that comes so often is one; a capitalised word with a colon that comes once is no turn, unless it is all capitals among others."""

_ASKS_OFTEN = 0.3
"""Who puts so many of his turns as a question asks, if the other hardly does."""

_QUOTED_IN_TITLE = re.compile(r"[#* ]*(?P<who>(?:[A-ZÀ-Þ][\w’'-]*\.? ){1,3}[A-ZÀ-Þ][\w’'-]+): ?[“\"‘']")
"""A title that quotes somebody ("Ana Ruiz: “I was there”")."""


class Segment(Struct, frozen=True):
    """A piece of a body passage that is read by itself: characters `start` to `end`.

    `label` is the last word of the label that says whose turn it is, if anybody's, `named` the place of all its words, and
    `inside` that of the words in brackets behind it.
    """

    start: int
    end: int
    label: str = ""
    named: tuple[int, int] = (0, 0)
    inside: tuple[int, int] = (0, 0)


def segments(source: Source) -> list[Segment]:
    """Return the body of a source in pieces, each turn of an interview without its label, each entry of a live report without its time."""
    return [_without_stamp(source.text, segment) for segment in _turns(source)]


def _without_stamp(text: str, segment: Segment) -> Segment:
    stamp = _STAMP.match(text, segment.start, segment.end)
    return replace(segment, start=stamp.end()) if stamp is not None else segment


def _turns(source: Source) -> list[Segment]:
    if turns := _under_labels(source) or _behind_labels(source):
        return turns
    body = [(p.start, p.end) for p in source.passages if p.kind is PassageKind.BODY]
    is_interview = genres.is_interview(source.genre)
    body = divided(source.text, body, is_interview=is_interview or quoted_in_title(source) is not None)
    found = asked(source.text, body, is_interview=is_interview)
    if found:
        return [Segment(*place, found.get(n, "")) for n, place in enumerate(body)]
    return _under_questions(source) or _as_told(source) or _without_headings(source)


def _behind_labels(source: Source) -> list[Segment]:
    """Return the lines of a source as turns, if labels stand before what is said, or before the answers alone; [] if they do not."""
    lines = [piece for p in source.passages if p.kind is PassageKind.BODY for piece in _lines(source.text, p)]
    said = [source.text[start:end] for start, end in lines]
    labels = Counter(last_name(m["who"]) for line in said if (m := _LABEL.match(line)))
    known = {who for who, n in labels.items() if n >= _TURNS}
    if len(known) > 1:
        once = set() if known <= ANSWERS | QUESTIONS else {who for who in labels if who.isupper()}
        return _labelled(lines, said, _LABEL, known | once)
    if beside := _beside(said):
        names = "|".join(map(re.escape, sorted(beside, key=len, reverse=True)))
        label = re.compile(
            rf"(?=[*_]{{0,3}}(?:{STAMP}|\[|(?:{names})[*_]{{0,3}} {STAMP}))[*_\[]{{0,3}}{STAMP}?[*_\[]{{0,3}}(?P<who>{names})\b[*_\]:]{{0,3}}[ \t]*{STAMP}?[*_]{{0,3}}\s*(?=\S)"
        )
        return _labelled(lines, said, label, {last_name(name) for name in beside})
    bare = [m["who"] for line in said if (m := _BARE.match(line))]
    if alternate(bare, len(lines)):
        return _labelled(lines, said, _BARE, set(bare))
    replies = [n for n, line in enumerate(said) if (m := _LABEL.match(line)) and last_name(m["who"]) in known]
    asking = answered(said, replies)
    found = _labelled(lines, said, _LABEL, known) if asking else []
    return [replace(s, label=ASKS) if n in asking else s for n, s in enumerate(found)]


def _beside(said: Sequence[str]) -> set[str]:
    """Return the names that stand beside a minute or in brackets at the beginning of most lines, if two or more do so again and again."""
    matches = [m for line in said if (m := _BESIDE.match(line)) is not None]
    names = Counter(m["named"] or m["held"] for m in matches if not m["run"])
    runs: defaultdict[str, list[list[str]]] = defaultdict(list)
    for words in (m["run"].split() for m in matches if m["run"]):
        runs[words[0]].append(words)
    for run in runs.values():
        same = takewhile(lambda words: len(set(words)) == 1, zip(*run, strict=False))
        names[" ".join(words[0] for words in same)] += len(run)
    known = {name for name, n in names.items() if n >= _TURNS}
    return known if len(known) > 1 and 2 * sum(names[name] for name in known) > len(said) else set()


def _under_labels(source: Source) -> list[Segment]:
    """Return the body of a source as turns, if labels stand on lines of their own above what is said; [] if they do not."""
    above = [_ALONE.fullmatch(source.text, p.start, p.end) for p in source.passages]
    names = Counter(m["who"] for m in above if m is not None)
    known = {who for who, n in names.items() if n >= _TURNS}
    follow = [
        b.kind is PassageKind.BODY and not (n is not None and n["who"] in known)
        for m, b, n in zip(above, source.passages[1:], above[1:], strict=False)
        if m is not None and m["who"] in known
    ]
    if len(known) < 2 or 2 * sum(follow) <= len(follow):
        return []
    found: list[Segment] = []
    label, named = "", (0, 0)
    for match, passage in zip(above, source.passages, strict=True):
        if match is not None and match["who"] in known:
            label, named = last_name(match["who"]), match.span("who")
        elif passage.kind is PassageKind.BODY:
            found.append(Segment(passage.start, passage.end, label, named))
    return found


def _under_questions(source: Source) -> list[Segment]:
    """Return the body of a source, what stands below headings that ask as answers; [] if there are none."""
    kinds = {PassageKind.HEADING, PassageKind.BODY}
    passages = [p for p in source.passages if p.kind in kinds]
    answers = headed(source.text, [((p.start, p.end), p.kind is PassageKind.HEADING) for p in passages])
    body = [(n, p) for n, p in enumerate(passages) if p.kind is PassageKind.BODY]
    return [Segment(p.start, p.end, REPLIES if n in answers else "") for n, p in body] if answers else []


def _as_told(source: Source) -> list[Segment]:
    """Return the body of a source that its author, if any, has written down for who speaks in it, his words as answers; [] if it is none."""
    if source.author and f"told to {source.author}".lower() not in " ".join(source.text.split()).lower():
        return []
    lines = [(p, source.text[p.start : p.end]) for p in source.passages]
    around = (*lines[:_AROUND], *lines[-_AROUND:])
    notes = [p for p, line in around if _AS_TOLD.search(line) and len(line.split()) <= _LONGEST_NOTE]
    body = [(p, line) for p, line in lines if p.kind is PassageKind.BODY and p not in notes]
    own = [n for n, (_, line) in enumerate(body) if FIRST_PERSON.search(line)]
    if not notes or 2 * len(own) < len(body):
        return []
    return [Segment(p.start, p.end, REPLIES if n >= own[0] else "") for n, (p, _) in enumerate(body)]


def _labelled(
    lines: Sequence[tuple[int, int]], said: Sequence[str], label: re.Pattern[str], known: Collection[str]
) -> list[Segment]:
    """Return lines as turns, those that begin with one of the known labels without it.

    Where two talk, a line between their turns goes on with the one before it.
    """
    found: list[Segment] = []
    last = max(
        (n for n, line in enumerate(said) if (m := label.match(line)) and last_name(m["who"]) in known), default=0
    )
    for (start, end), line in zip(lines, said, strict=True):
        match = label.match(line)
        if match is not None and last_name(match["who"]) in known:
            named = (start + match.start("who"), start + match.end("who"))
            aside = match.groupdict().get("inside")
            inside = (start + match.start("inside"), start + match.end("inside")) if aside else (0, 0)
            found.append(Segment(start + match.end(), end, last_name(match["who"]), named, inside))
        else:
            goes_on = len(known) == 2 and len(found) < last and not line.lstrip().startswith(_ASIDES)
            found.append(Segment(start, end, found[-1].label if found and goes_on else ""))
    return found


def _without_headings(source: Source) -> list[Segment]:
    """Return the body passages of a text, each without the words that head it where that is the manner of the text."""
    body = [p for p in source.passages if p.kind is PassageKind.BODY]
    heads = {
        p.start: m[0] for p in body if (m := _HEADED.match(source.text[p.start : p.end])) and not _SPEAKS.search(m[0])
    }
    if not _HEADINGS <= len(heads) == len(set(heads.values())):
        heads = {}
    return [Segment(p.start + len(heads.get(p.start, "")), p.end) for p in body]


def quoted_in_title(source: Source) -> tuple[int, int] | None:
    """Return where the name of whom the title or a heading of a source quotes stands ("Ana Ruiz: “I was there”")."""
    titled = source.text.find(source.title) if source.title else -1
    places = [titled] if titled >= 0 else []
    places += [p.start for p in source.passages if p.kind is PassageKind.HEADING]
    matches = (_QUOTED_IN_TITLE.match(source.text, place) for place in places)
    return next((match.span("who") for match in matches if match is not None), None)


def last_name(label: str) -> str:
    """Return the last word of a label, by which "MR. RUIZ" and "ANA RUIZ" are one."""
    return label.rsplit(maxsplit=1)[-1]


def askers(text: str, found: Sequence[Segment]) -> frozenset[str]:
    """Return the labels of those who ask: of questions, or most of whose turns end with one; of two, the one who alone asks often."""
    turns = Counter(s.label for s in found if s.label)
    asked = Counter(s.label for s in found if s.label and text[s.start : s.end].rstrip(" *_\n").endswith("?"))
    often = {who for who, n in turns.items() if asked[who] >= _ASKS_OFTEN * n}
    alone = often if len(turns) == 2 and len(often) == 1 else set()
    return frozenset(who for who, n in turns.items() if who.upper() in QUESTIONS or 2 * asked[who] > n or who in alone)


def _lines(text: str, passage: Passage) -> list[tuple[int, int]]:
    """Divide a passage before every line that begins with a label."""
    start, end = passage.start, passage.end
    cuts = [start]
    cuts += [
        start + m.start() + 1
        for m in re.finditer(r"\n(?=\S)", text[start:end])
        if _LABEL.match(text[start + m.start() + 1 : end])
    ]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True) if text[a:b].strip()]
