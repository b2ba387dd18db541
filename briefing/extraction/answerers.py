"""Who answers in an interview: chosen among those named before the first turn by what is said of them there."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.dossier import PassageKind, Source
from briefing.extraction.known import kind_of_role
from briefing.extraction.mentions import Mention, mentions
from briefing.extraction.model import SAME_LENGTH
from briefing.extraction.naming import fold, given_gender, words
from briefing.extraction.turns import ANSWERS, QUESTIONS, Segment
from briefing.labels import AS_TOLD
from briefing.names import FULL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'-]+)+\b")
"""A name as headings print it."""
_MADE = re.compile(
    r"\b(?:as told to|dear|by|from|text|words|questions?|q_by|presenters?|moderators?|hosts?|interview(?:er)?|pictures?|photos?)\W*$",
    re.IGNORECASE,
)
"""What stands before the name of who asks, or has made the article."""
_GUEST = re.compile(
    r"(?:\b(?:guests?|interviewees?|narrators?|interviewed|in the studio|subject|respondent|featuring|meet)\W*(?:_?name)?\W*|^\W*with )$",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|talk(?:ing)?|questions?|q ?& ?a|minutes|seconds|coffee|lunch|breakfast|tea|chat|meeting)\b"
    r"[^.\n:]{0,30}?(?:\b(?:with|to|for)\b|…|\.\.\.)\W*$",
    re.IGNORECASE,
)
"""What stands before the name of who answers."""
_TOLD = re.compile(
    r"(?:\b(?:told|tells?|with|met|meets)|\b(?:speaks?|spoke|talks?|talked|explains?|answers?) (?:\w+ )?(?:to|with)) (?:the )?$",
    re.IGNORECASE,
)
"""What stands between two who talk: who answers comes first, if it is not we."""
_IN_INTERVIEW = re.compile(
    r"\bin (?:an?|this|his|her) (?:[\w-]+ ){0,2}(?:interview|conversation|talk) with (?:the )?$", re.IGNORECASE
)
"""What stands before the name of who asks, in a sentence about the other."""
_PUT = re.compile(
    r",? (?:reach|visit|call|ask|interview|phon|telephon|question)(?:s|es|ed)\b|,? (?:rang|caught up|sat down|(?:spoke|talked) (?:to|with) (?:him|her|them))\b"
)
"""What stands behind the name of who asks."""
_TELLS = re.compile(rf"[^.!?\n]{{0,60}}{AS_TOLD}", re.IGNORECASE)
"""What stands behind the name of who tells what another has written down."""
_WE = re.compile(r"\b(?:we|I|our|editor|correspondent|reporter)\b", re.IGNORECASE)
_CALLED = re.compile(r"\bcall(?:ed)? (?:him |her |them )?(?:here )?$")
"""What stands before the name that an article gives to somebody who is not to be known."""
_KIN = re.compile(r"\b(?:wife|widow|husband|mother|father|daughter|son|sister|brother|partner|lawyer|friend) of$")
"""What stands before the name of another than the one who speaks."""
_HEADED = re.compile(
    rf"(?:.*(?:[:…]|\.\.\.|\b(?:[Ww]ith|[Tt]o|[Ff]or|[Mm]eet)) ?)?(?P<who>{FULL})(?=$|,|\W*\(|: ?[\"“‘'])"
)
"""A title that names somebody, alone or at its end ("Five questions to Ana Ruiz")."""
_AFTER = re.compile(r"(?: (?:on|about) [a-z]|, \d{2}\b|,? \(\w{1,5}\)|, (?:the |an? )?[a-z])")
"""What stands behind a name that is brought in: an age, short letters, what somebody is."""
_STATED = re.compile(
    rf"(?i:\b(?:guest|interviewee|subject|narrator|respondent|person|featuring)\w*)\W+(?:(?i:name)\W+)?(?P<who>{FULL})"
)
"""Who answers, by what is stated about a text."""
_MARKS = " .…*_#\"'“("
"""What may stand before a name at the beginning of a line."""
_ABOVE = 60
"""So many characters of the line above may lead up to it ("Five questions to ...")."""
_SENTENCE = re.compile(r"[.!?][\"”')]*\s+|[\"”]\s+")
_SURE, _HEADS, _FULL = 8, 4, 3
"""What speaks for somebody who is said to be interviewed, is named by a title, has a first name too."""
_SHOUTED, _WRITES = 2, 6
"""What speaks against a name in capitals, which may be a newsroom's, and against who seems to have written the text: who says "I" in it may only answer."""
_INTRODUCED = 7
"""What speaks for somebody who begins a sentence by his full name, and more is said of him."""


class Named(Struct, frozen=True):
    """Somebody named before the first turn at `start` of the text; `words` are those he may go by.

    `weight` is what speaks for him as the one who answers, 0 if he is said to ask, or to have made the article.
    """

    text: str
    start: int
    words: frozenset[str]
    weight: int


def named_before(source: Source, pieces: Sequence[Segment], nlp: "Language") -> list[Named]:
    """Return who is named before the turns begin, likeliest to answer first."""
    first = next(p.start for p in pieces if p.label)
    asked = " ".join(source.text[p.start : p.end] for p in pieces if p.label and p.label.upper() not in ANSWERS)
    before = [p for p in source.passages if p.end <= first]
    titled = source.text.find(source.title or "") if source.title else -1
    heads = {(p.start, p.end) for p in before if p.kind is PassageKind.HEADING}
    heads |= {(titled, titled + len(source.title or ""))} if titled >= 0 else set()
    matter = [p for p in before if p.start == 0 and source.text.startswith("---")]
    places = [(p.start, p.end) for p in before if p not in matter and p.kind is not PassageKind.HEADING]
    places += sorted(heads)
    docs = nlp.pipe(_CAPITALS.sub(_in_small, source.text[a:b].translate(SAME_LENGTH)) for a, b in places)
    found = [
        Named(m["who"], m.start("who"), _goes_by(m["who"], ""), _SURE + _HEADS)
        for p in matter
        for m in _STATED.finditer(source.text, p.start, p.end)
    ]
    for place, doc in zip(places, docs, strict=True):
        found += _named(source, doc, place, is_head=place in heads, asked=asked)
    return sorted(found, key=lambda named: -named.weight)


def meant(label: str, named: Sequence[Named]) -> Named | None:
    """Return whom a label means: of that name or its initials, or who is likeliest to answer if it names nobody."""
    if label.upper() in ANSWERS:
        return next((n for n in named if n.weight), None)
    return next((n for n in named if fold(label) in n.words or _letters(label) in n.words), None)


def _named(source: Source, doc: "Doc", place: tuple[int, int], *, is_head: bool, asked: str) -> Iterator[Named]:
    """Yield who is named in a passage, and whom a heading names though the model knows no name in it."""
    title = _HEADED.match(doc.text.strip('#*_ "')) if is_head else None
    headed = title["who"] if title is not None else ""
    heads = _HEADS * (title is not None and (title.start("who") > 0 or title.string[title.end() :].startswith(":")))
    outlet = fold(source.publisher or "")
    headed = headed if _may_be_somebody(headed) and fold(headed) != outlet else ""
    above = source.text[max(0, place[0] - _ABOVE) : place[0]].rstrip()
    most = 0
    for m in mentions(doc):
        if m.key == outlet or m.text.upper() in ANSWERS | QUESTIONS or _names_nobody(m):
            continue
        before, after = doc.text[: m.span.start_char], doc.text[m.end :]
        is_headed = bool(headed) and (m.text in headed or headed in m.text)
        headed = "" if is_headed else headed
        tells = _TELLS.match(after) is not None
        asks = not tells and (_PUT.match(after) is not None or _asks(source, m, before, is_second=most >= _INTRODUCED))
        weight = 0 if asks else _weight(source, m, before, after, is_head=is_head, is_headed=is_headed)
        weight += heads * (is_headed and weight > 0)
        weight += _SURE * (weight > 0 and not before.strip(_MARKS) and _INTERVIEW.search(above) is not None)
        most = max(most, weight)
        led = before.split()[-1:]
        titles = led if led and (led[0][-1].isalnum() or fold(led[0]) in words("titles")) else []
        goes_by = _goes_by(m.text, " ".join([*titles, m.span.text, m.role])) | _short(after)
        if weight:
            weight += _times(m.text, asked) - _SHOUTED * source.text[place[0] + m.start : place[0] + m.end].isupper()
        yield Named(m.text.rstrip(":"), place[0] + m.start, goes_by, weight)
    if headed:
        weight = heads + _FULL + _times(headed, asked)
        yield Named(headed, place[0] + doc.text.index(headed), _goes_by(headed, ""), weight)


def _times(name: str, asked: str) -> int:
    return min(2, len(re.findall(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", asked)))


def _asks(source: Source, m: Mention, before: str, *, is_second: bool) -> bool:
    """Tell whether somebody is said to ask, or to have made the article, or is but named for another; `is_second` if another is brought in before."""
    if _MADE.search(before) or _KIN.search(before.rstrip().lower()) or _IN_INTERVIEW.search(before):
        return True
    if is_second and _INTERVIEW.search(before):
        return True
    told = _TOLD.search(before)
    told_by = told is not None and _SENTENCE.split(before[: told.start()])[-1].strip() != ""
    is_author = _is_author(source, m) and "author" not in source.inferred
    return (told_by or is_author) and not _is_interviewed(source, before)


def _is_author(source: Source, m: Mention) -> bool:
    return m.key.split()[-1:] == fold(source.author or "").split()[-1:]


def _is_interviewed(source: Source, before: str) -> bool:
    """Tell whether the words before a name say that its bearer answers: he is the guest, or we have spoken to him."""
    if _GUEST.search(before) or _INTERVIEW.search(before):
        return True
    told = _TOLD.search(before)
    telling = _SENTENCE.split(before[: told.start()])[-1] if told else ""
    ours = any(name in telling for name in (source.author, source.publisher) if name)
    return bool(telling) and (ours or _WE.search(telling) is not None)


def _weight(source: Source, m: Mention, before: str, after: str, *, is_head: bool, is_headed: bool) -> int:
    """Return what speaks for somebody as the one who answers, 0 if he can hardly be a person."""
    interviewed = _is_interviewed(source, before) or _is_called(m) or _TELLS.match(after) is not None
    owns = after.startswith(("'s ", "' "))
    begins = not is_head and not before.strip(_MARKS)
    leads = not owns and (begins or m.span.root.dep_ in {"nsubj", "nsubjpass"})
    brought_in = m.is_titled or bool(m.role) or _AFTER.match(after) is not None
    told_of = interviewed or is_headed or brought_in or (leads and not is_head)
    is_full, is_person = " " in m.text, _is_person(m)
    if not is_person and (m.is_led_in or not (is_full and told_of and _may_be_somebody(m.text))):
        return 0
    evidence = _SURE * interviewed + 3 * leads + 2 * brought_in
    weight = evidence + _FULL * is_full + 3 * is_person
    return max(1, weight - _WRITES) if _is_author(source, m) and not interviewed else weight


def _is_person(m: Mention) -> bool:
    """Tell whether somebody is named, by the recogniser, a first name, or a title, a role or "we call him" before the name."""
    known = m.label == "PERSON" or bool(given_gender(m.key))
    return known or m.is_titled or kind_of_role(m.role) == "PERSON" or _is_called(m)


def _names_nobody(m: Mention) -> bool:
    """Tell whether words are no one person's name: those of a newsroom, of two, of somebody written to."""
    return not {*m.key.split()}.isdisjoint({"and", "dear"} | words("newsroom"))


def _is_called(m: Mention) -> bool:
    """Tell whether "we call him" stands before a name."""
    return _CALLED.search(m.span.doc.text[: m.span.start_char]) is not None


def _may_be_somebody(name: str) -> bool:
    """Tell whether words with capitals may be a person's name."""
    low = {word.rstrip(".") for word in fold(name).split()}
    others = ("newsroom", "outlets", "bodies", "places", "things", "companies", "fragments", "papers", "no_names")
    return not low & words(*others)


def _goes_by(name: str, titles: str) -> frozenset[str]:
    """Return the words of a name, its initials with and without those behind hyphens, and of titles before it."""
    key = fold(name)
    initials = {"".join(w[0] for w in key.split()), "".join(w[0] for w in re.split(r"[ -]", key) if w)}
    return frozenset({*key.split(), *initials, *fold(titles).split()})


def _short(after: str) -> frozenset[str]:
    """Return the letters in brackets behind a name ("(AR)")."""
    found = re.match(r"\W{0,2}\(([A-ZÀ-Þ.]{1,6})\)", after)
    return frozenset({_letters(found[1])}) if found else frozenset()


def _letters(label: str) -> str:
    """Return a label without its stops and hyphens, as initials are compared."""
    return re.sub(r"\W", "", fold(label))


def _in_small(capitals: re.Match[str]) -> str:
    return "".join(c if n == 0 or not capitals[0][n - 1].isalpha() else c.lower() for n, c in enumerate(capitals[0]))
