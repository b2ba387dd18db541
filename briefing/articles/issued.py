"""Texts that somebody issues in his own name - statements, notices, releases - and in whose: several marks that agree tell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.articles import bodies, called, issuer
from briefing.first_person import spoken_of_oneself, spoken_of_us
from briefing.names import PART, PARTICLE, TITLED

_HONOURED = r"(?:rt\.? )?hon(?:ourable)?\.?"
_TITLED = (
    rf"(?i:(?:{_HONOURED} )?(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\.?(?: (?:jur|med|phil|habil)\.)?|{_HONOURED})"
)
_PERSON = rf"{_TITLED} (?P<person>{PART}(?: (?:{PARTICLE}|{PART})){{1,3}})"
_FILE_MARK = re.compile(
    r"\b(?:ref(?:erence)?|file(?: mark| no)?|reg|no|nr|case no)\b[.:]* +(?:[\w.]+ ){0,2}(?=\S*\d)[\w.-]*[/-][\w./-]+"
    r"|^(?=\S*\d)[a-z]{2,}(?:/[\w.-]+){2,}",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:mr|madam|mister)\.? (?:speaker|president|chair\w*)\b.*|dear (?:all|(?:health\w*[ -]?care )?\w+s?\b.*s?)\W*|(?:your (?:excellenc\w+|graces?)|beloved in \w+|(?:brothers|sisters) (?:and|in) \w+)\W*"
    r"|to:? (?:all |our |the |steadfast )*(?:tenants|customers|creditors|clients|users|patients|parents|passengers|members|shareholders|residents|faithful|heads of|parish priests|people|minister|news editors"
    r"|employees|staff|doctors|physicians|pharmacists|prescribers|policyholders|depositors|supporters|guests|press|media|public|news desks|licensed)\b.{0,80})$",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\b(?:(?:informs|hereby (?:informs|announces|notifies|gives notice|states|declares)|wishes to (?:inform|state|clarify|assure|make)|announces that|notifies|would like to inform you|today announced"
    r"|states (?:the following|what follows|as follows|for the record)|makes the following|brings the following|draws the attention|recalls that|(?:deems|considers) it necessary to (?:state|clarify|inform))\b"
    r"|attention of the [\w ]{1,80} has been drawn|(?:is|are) (?:hereby )?(?:informed|notified) as follows|[Nn]otice is (?:hereby )?given|following (?:statement|announcement) is|presents its compliments|the following is made known|make clear the following|attributable to a spokes)"
)
_SPEAKER = re.compile(rf"^(?:In [^.,]{{3,40}}, )?[Tt]he [A-Z][\w ’'-]{{3,60}}, {_PERSON}, (?:{_FORMULA.pattern})")
_HAS_THE_FLOOR = re.compile(
    rf"^(?i:the (?:minister|prime minister|secretary|attorney|president|chancellor)\b[\w ,]{{0,60}}) ?\((?P<person>{_TITLED} {PART}(?: (?:{PARTICLE}|{PART})){{0,3}})\)\s*:"
)
"""How a parliament's record begins what somebody says in it."""
_STATED_BY = re.compile(rf"\b(?i:statement (?:to [\w ]{{1,60}} )?(?:by|of|from)) [^.]{{0,80}}?{_PERSON}")
_STATED_BY_NAME = re.compile(
    rf"^(?i:(?:personal )?statement (?:by|of|from)) (?P<person>{PART}(?: (?:{PARTICLE}|{PART})){{1,3}})$"
)
_GIVEN_BY = re.compile(
    rf"\b(?i:address|remarks|speech|delivered|given|statement|message|letter) (?i:by|from|of) (?:[^,]{{0,60}}, )?(?P<person>(?i:{TITLED.pattern}){{1,2}}{PART}(?: (?:{PARTICLE}|{PART})){{0,3}})"
)
_NAMED_LINE = re.compile(rf"^(?:The )?{_PERSON}(?=$|,)")
_IN_OFFICE = re.compile(
    rf"^(?P<person>{PART}(?: (?:{PARTICLE}|{PART})){{1,3}}), (?:minister|president|secretary|mayor|governor|senator|deputy|member)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^(?:sd/-|sgd\b|\(?signed\)?\b|by order\b|copies(?: to)?:|cc:|copy(?: to\b|:)|distribution:|†|person making the|source [A-Z]|\(seal\)|given (?:at|under) )",
    re.IGNORECASE,
)
_OFFICE_HELD = re.compile(
    r"^(?:the |chief |acting |deputy |managing |medical |general |executive |principal |senior |public |permanent )*(?:director|secretary|officer|registrar|chair\w*|president|commissioner|head|manager|prosecutor|spokes\w+|administrator|marshal|moderator|principal|clerk|rector|bishop|treasurer|communications manager)\b.{0,60}$",
    re.IGNORECASE,
)
_PRESS_DESK = re.compile(
    r"\b(?:media|press|investors?) (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|officer?|desk|service|relations|communications)\b"
    r"|\b(?:media|press|ir)@|\bforward-looking statements?\b|\bnotes? (?:to|for) editors\b",
    re.IGNORECASE,
)
"""Whom journalists may ask stands below what is sent to them, not below what they write."""
_DESK = re.compile(
    rf"{_PRESS_DESK.pattern}|\b(?:media|press) (?:section|team)\b|^\W*ends?\W*$|^(?:enquiries|inquiries)\b|\bcontact point\b|\bduty (?:press )?officer\b"
    r"|\b(?:care ?line|help ?line|freephone|head of communications|inside information)\b|^(?:for (?:further|more) information,? (?:please )?contact)",
    re.IGNORECASE,
)
"""Whom journalists and customers may ask, and how what is sent to them ends."""
_ADVICE = re.compile(
    r"\b(?:please (?:stop|do not|return|boil|contact|call|check|follow|keep|take)|do not (?:eat|use|drink|touch|approach)|(?:are|is) (?:urged|asked|advised|reminded|requested|invited) to|should (?:avoid|contact|return|not))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:frequently asked )?questions|questions and answers|faq|what you (?:need to|should) know|what we know|information (?:for|about|on)|guidance|response to)\b",
    re.IGNORECASE,
)
"""What heads a text that answers those whom it concerns."""
_NEWSROOM = re.compile(
    r"\b(?:reporters?|correspondents?|staff writer|special to|our (?:\w+ )?(?:desk|staff))\b",
    re.IGNORECASE,
)
"""Whom only an outlet has."""
_LAST_LINES, _FIRST_PARAGRAPHS, _LONGEST_LINE = 8, 3, 16
_FIRST_LINES, _MOST_CHARACTERS = 40, 1500
"""So many lines above a text, and so much of each line and paragraph, may tell who issues it."""
_ENOUGH, _ENOUGH_OF_A_NAME = 3, 4
_SLIGHT = frozenset({"above", "states", "recurs", "named"})
"""Places that add nothing to where else a body is named."""


class Issued(Struct, frozen=True):
    """Who issues a text: a body, or the person who speaks in it for himself or for an office of his own; neither, if it tells nobody."""

    body: str | None = None
    person: str | None = None


class Sheet(Struct, frozen=True):
    """A text as it lies before a reader: lines above its first paragraph, its paragraphs, all behind the first, and what its file says of it."""

    head: Sequence[str]
    prose: Sequence[str]
    behind: Sequence[str]
    publisher: str | None = None
    beside: Sequence[str] = ()
    is_called_so: bool = False
    top: str | None = None
    """What stands first above it, if that may be a name."""


def read(sheet: Sheet) -> Issued | None:
    """Return who issues a text; None unless enough marks agree that somebody does."""
    head = [line for part in _lines(sheet.head[:_FIRST_LINES]) if (line := part.strip(" *_#`>\t"))][:_FIRST_LINES]
    behind = [part.strip(" *_#\t") for part in _lines(sheet.behind[-_LAST_LINES:]) if part.strip()]
    foot = behind[-_LAST_LINES:]
    begins = [paragraph[:_MOST_CHARACTERS] for paragraph in sheet.prose[:_FIRST_PARAGRAPHS]]
    text = "\n".join(sheet.prose)
    short = [line for line in head if len(line.split()) <= _LONGEST_LINE]
    if any(called.DIGEST.search(line) or _NEWSROOM.search(line) for line in short):
        return None
    is_called_so = sheet.is_called_so or any(map(called.has_kind, (*short, *sheet.beside[:1])))
    addressed = any(_ADDRESSED.match(line) for line in (*short, *begins[:1]))
    himself, ours = spoken_of_oneself(text), spoken_of_us("\n".join((*short, text)))
    if (is_called_so or addressed) and (person := _person(short, begins, himself)):
        return Issued(person=person)
    signed = any(_SIGNED.match(line) or issuer.is_signed_for(line) for line in foot) or _is_held(foot)
    formula = any(_FORMULA.search(paragraph) for paragraph in begins)
    own = sum(
        (
            3 * is_called_so,
            any(_FILE_MARK.search(line) for line in (*short, *foot)),
            addressed,
            formula,
            signed,
            any(_DESK.search(line) for line in (*foot, *short)),
            min(ours, 2) if himself < 2 else 0,
            bool(_ADVICE.search(text)),
            any(map(_ANSWERS.search, short)),
        )
    )
    who = issuer.find(head, begins, sheet.prose, foot, sheet.publisher, sheet.beside, sheet.top)
    if who is None:
        return Issued() if own >= _ENOUGH and is_called_so else None
    if who.is_body:
        named = 2 * bool(who.places.keys() & {"stated", "own", "letterhead", "written out"}) or 1 * bool(
            who.places.keys() & {"above", "beside"}
        )
        twice = len(who.places.keys() - _SLIGHT) > 1
        enough = own + named + twice + _calls_itself(who.name, text) >= _ENOUGH and bool(
            named or is_called_so or addressed or formula
        )
    else:
        told = is_called_so or formula or signed or (ours > 1 and "recurs" in who.places and who.is_set_apart)
        enough = told and own + len(who.places) >= _ENOUGH_OF_A_NAME
    return Issued(who.name) if enough else None


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the lines of pieces of a text, endless ones cut off."""
    return (line[:_MOST_CHARACTERS] for piece in pieces for line in piece.splitlines())


def _calls_itself(name: str, text: str) -> bool:
    """Tell whether a body is called by what it is, as those do who write in its name ("The Ministry considers")."""
    own = "|".join(map(re.escape, bodies.words_of(name))) or "Company"
    itself = rf"\bThe (?:[A-Z]\w+ )?(?:{own}) (?!sa(?:id|ys)\b|told\b|of\b|for\b)[a-z]"
    return re.search(itself, text, re.IGNORECASE) is not None


def _person(head: Sequence[str], begins: Sequence[str], himself: int) -> str | None:
    """Return the person in whose name a text speaks that is called a statement, or is addressed to a house."""
    spoken = next((m["person"] for p in begins if (m := _SPEAKER.match(p) or _HAS_THE_FLOOR.match(p))), None)
    lines = (m["person"] for x in head if (m := _HAS_THE_FLOOR.match(x)))
    spoken = spoken or next(lines, None)
    if spoken or not himself:
        return spoken
    forms = (_STATED_BY.search, _NAMED_LINE.match, _STATED_BY_NAME.match, _IN_OFFICE.match)
    found = next((m["person"] for x in head for form in forms if (m := form(x))), None)
    given = (m["person"] for x in head if himself > 1 and (m := _GIVEN_BY.search(x)))
    return found or next(given, None)


def _is_held(last: Sequence[str]) -> bool:
    """Tell whether the last lines are a name and the office that its bearer holds."""
    name = re.compile(rf"(?:{_TITLED} )?{PART}(?: {PART}){{1,3}}")
    pairs = [
        *pairwise(last),
        *((a, b) for line in last for a, _, b in [re.sub(r" [|–—-] ", ", ", line).partition(", ")]),
    ]
    return any(
        (name.fullmatch(a) and _OFFICE_HELD.match(b)) or (name.fullmatch(b) and _OFFICE_HELD.match(a)) for a, b in pairs
    )


def is_statement(title: str | None, publisher: str | None, around: Iterable[str]) -> bool:
    """Tell whether a text without a byline is issued by a body: by its title, its publisher, or the press desk named `around` it."""
    if publisher and bodies.is_newsroom(publisher):
        return False
    named = bool(publisher and " " in publisher.strip() and bodies.is_plain(publisher))
    return named or bool(called.TITLE.search(title or "")) or any(_PRESS_DESK.search(line) for line in around)
