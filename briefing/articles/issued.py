"""Texts that somebody issues in his own name - statements, notices, releases - and in whose: several marks that agree tell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.articles import bodies, called, issuer, offices
from briefing.articles.issuer import Issuer, Place
from briefing.articles.offices import OFFICE
from briefing.articles.sheet import Sheet
from briefing.first_person import spoken_of_oneself, spoken_of_us
from briefing.genres import is_digest
from briefing.names import FULL, PART, PARTICLE, TITLE, TITLED

_HONOURED = r"(?:rt\.? )?hon(?:ourable)?\.?"
_TITLED = rf"(?i:(?:{_HONOURED} )?{TITLE}|{_HONOURED})"
_PERSON = rf"{_TITLED} (?P<person>{FULL})"
_FILE_MARK = re.compile(
    r"\b(?:ref(?:erence)?|file(?: mark| no)?|reg|no|nr|case no)\b[.:]* +(?:[\w.]+ ){0,2}(?=\S*\d)[\w.-]*[/-][\w./-]+"
    r"|^(?=\S*\d)[a-z]{2,}(?:/[\w.-]+){2,}",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:mr|madam)\.? (?:speaker|president|chair\w*)\b.*|dear \w+\b.*|(?:your (?:excellenc\w+|graces?)|(?:brothers|sisters) (?:and|in) \w+)\W*"
    r"|to:? (?:all |our |the )*(?:tenants|customers|creditors|clients|users|patients|parents|passengers|members|shareholders|residents|faithful|people"
    r"|employees|staff|doctors|physicians|supporters|guests|press|media|public)\b.{0,80})$",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\b(?:(?:informs|notifies|hereby (?:announces|gives notice|states|declares)|wishes to (?:inform|state|clarify|assure|make)|announces that|today announced|would like to inform you"
    r"|states (?:what follows|as follows|for the record)|(?:states|makes|brings|make clear) the following|draws the attention|recalls that|(?:deems|considers) it necessary to)\b"
    r"|attention of the [\w ]{1,80} has been drawn|(?:is|are) (?:hereby )?(?:informed|notified) as follows|[Nn]otice is (?:hereby )?given"
    r"|following (?:statement|announcement) is|the following is made known|presents its compliments|attributable to a spokes)"
)
_SPEAKER = re.compile(rf"^(?:In [^.,]{{3,40}}, )?[Tt]he [A-Z][\w ’'-]{{3,60}}, {_PERSON}, (?:{_FORMULA.pattern})")
_HAS_THE_FLOOR = re.compile(
    rf"^(?i:the (?:prime |attorney |lord )?(?:{OFFICE}|general|chancellor)\b[\w ,]{{0,60}}) ?\((?P<person>{_TITLED} {PART}(?: (?:{PARTICLE}|{PART})){{0,3}})\)\s*:"
)
"""How a parliament's record begins what somebody says in it."""
_STATED_BY = re.compile(rf"\b(?i:statement (?:to [\w ]{{1,60}} )?(?:by|of|from)) [^.]{{0,80}}?{_PERSON}")
_STATED_BY_NAME = re.compile(rf"^(?i:(?:personal )?statement (?:by|of|from)) (?P<person>{FULL})$")
_GIVEN_BY = re.compile(
    rf"\b(?i:address|remarks|speech|delivered|given|statement|message|letter) (?i:by|from|of) (?:[^,]{{0,60}}, )?(?P<person>(?i:{TITLED.pattern}){{1,2}}{PART}(?: (?:{PARTICLE}|{PART})){{0,3}})"
)
_NAMED_LINE = re.compile(rf"^(?:The )?{_PERSON}(?=$|,)")
_BEFORE_OFFICE = re.compile(rf"^(?P<person>{FULL}), (?i:{OFFICE}|member)\b")
_SIGNED = re.compile(
    r"^(?:sd/-|sgd\b|\(?signed\)?\b|by order\b|(?:copies|copy)(?: to\b|:)|cc:|distribution:|\(seal\)|given (?:at|under) )",
    re.IGNORECASE,
)
_BEARER = re.compile(rf"(?:{_TITLED} )?{FULL}")
_BESIDE = re.compile(r", | [|–—-] ")
"""What stands between a name and an office on one line."""
_PRESS_DESK = re.compile(
    r"\b(?:media|press|investors?) (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|officer?|desk|service|relations|communications)\b"
    r"|\b(?:media|press|ir)@|\bforward-looking statements?\b|\bnotes? (?:to|for) editors\b",
    re.IGNORECASE,
)
"""Whom journalists may ask stands below what is sent to them, not below what they write."""
_DESK = re.compile(
    rf"{_PRESS_DESK.pattern}|\b(?:media|press) (?:section|team)\b|^\W*ends?\W*$|^(?:enquiries|inquiries)\b|\bcontact point\b|\bduty (?:press )?officer\b"
    r"|\b(?:care ?line|help ?line|freephone|head of communications)\b|^for (?:further|more) information,? (?:please )?contact",
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
_FIRST_PARAGRAPHS, _LONGEST_OFFICE = 3, 80
_ENOUGH, _ENOUGH_OF_A_NAME = 3, 4
_BY_ITSELF = frozenset({Place.STATED, Place.OWN, Place.LETTERHEAD, Place.WRITTEN_OUT})
_AROUND = frozenset({Place.ABOVE, Place.BESIDE})
_SLIGHT = frozenset({Place.ABOVE, Place.STATES, Place.RECURS, Place.NAMED})
"""Places that add nothing to where else a body is named."""


class Issued(Struct, frozen=True):
    """Who issues a text: a body, or the person who speaks in it for himself or for an office of his own; neither, if it tells nobody."""

    body: str | None = None
    person: str | None = None


def read(sheet: Sheet) -> Issued | None:
    """Return who issues a text; None unless enough marks agree that somebody does."""
    if any(is_digest(line) or _NEWSROOM.search(line) for line in sheet.short):
        return None
    marks = _marks(sheet)
    himself = spoken_of_oneself("\n".join(sheet.prose))
    if marks.keys() & {"called so", "addressed"} and (person := _person(sheet, himself)):
        return Issued(person=person)
    who = issuer.find(sheet)
    if who is None:
        return Issued() if "called so" in marks and sum(marks.values()) >= _ENOUGH else None
    enough = _is_enough(who, marks, sheet) if who.is_body else _is_enough_of_a_name(who, marks)
    return Issued(who.name) if enough else None


def _marks(sheet: Sheet) -> dict[str, int]:
    """Return what speaks for it that a text is issued, and how much, whoever issues it."""
    short, begins, text = sheet.short, sheet.first(_FIRST_PARAGRAPHS), "\n".join(sheet.prose)
    ours = 0 if spoken_of_oneself(text) > 1 else spoken_of_us("\n".join((*short, text)))
    found = {
        "called so": 3
        * (
            sheet.is_called_so
            or any(map(called.has_kind, (*short, *sheet.beside[:1])))
            or (ours > 1 and any(map(called.is_somebodys, short)))
        ),
        "filed": any(_FILE_MARK.search(line) for line in (*short, *sheet.foot)),
        "addressed": any(_ADDRESSED.match(line) for line in (*short, *begins[:1])),
        "formula": any(_FORMULA.search(paragraph) for paragraph in begins),
        "signed": any(_SIGNED.match(line) or issuer.is_signed_for(line) for line in sheet.foot) or _is_held(sheet.foot),
        "desk": any(_DESK.search(line) for line in (*sheet.foot, *short)),
        "ours": min(ours, 2),
        "advice": _ADVICE.search(text) is not None,
        "answers": any(map(_ANSWERS.search, short)),
    }
    return {mark: int(weight) for mark, weight in found.items() if weight}


def _is_enough(body: Issuer, marks: Mapping[str, int], sheet: Sheet) -> bool:
    """Tell whether enough speaks for it that a body issues a text."""
    named = 2 if body.places.keys() & _BY_ITSELF else 1 if body.places.keys() & _AROUND else 0
    twice = len(body.places.keys() - _SLIGHT) > 1
    weight = sum(marks.values()) + named + twice + _calls_itself(body.name, "\n".join(sheet.prose))
    return weight >= _ENOUGH and bool(named or marks.keys() & {"called so", "addressed", "formula"})


def _is_enough_of_a_name(who: Issuer, marks: Mapping[str, int]) -> bool:
    """Tell whether enough speaks for it that somebody issues a text whose name has no word for a body."""
    speaks = marks.get("ours", 0) > 1 and Place.RECURS in who.places and who.is_set_apart
    told = marks.keys() & {"called so", "formula", "signed"} or speaks
    return bool(told) and sum(marks.values()) + len(who.places) >= _ENOUGH_OF_A_NAME


def _calls_itself(name: str, text: str) -> bool:
    """Tell whether a body is called by what it is, as those do who write in its name ("The Ministry considers")."""
    own = "|".join(map(re.escape, bodies.words_of(name))) or "Company"
    itself = rf"\bThe (?:[A-Z]\w+ )?(?:{own}) (?!sa(?:id|ys)\b|told\b|of\b|for\b)[a-z]"
    return re.search(itself, text, re.IGNORECASE) is not None


def _person(sheet: Sheet, himself: int) -> str | None:
    """Return the person in whose name a text speaks that is called a statement, or is addressed to a house; he speaks so often of `himself`."""
    begins, short = sheet.first(_FIRST_PARAGRAPHS), sheet.short
    found = [m["person"] for p in begins if (m := _SPEAKER.match(p) or _HAS_THE_FLOOR.match(p))]
    found += [m["person"] for line in short if (m := _HAS_THE_FLOOR.match(line))]
    if himself:
        forms = (_STATED_BY.search, _NAMED_LINE.match, _STATED_BY_NAME.match, _BEFORE_OFFICE.match)
        found += [m["person"] for line in short for form in forms if (m := form(line))]
    if himself > 1:
        found += [m["person"] for line in short if (m := _GIVEN_BY.search(line))]
    return next(iter(found), None)


def _is_held(last: Sequence[str]) -> bool:
    """Tell whether the last lines are a name and the office that its bearer holds."""
    pairs = [*pairwise(last), *((line[: m.start()], line[m.end() :]) for line in last if (m := _BESIDE.search(line)))]
    pairs += [(b, a) for a, b in pairs]
    return any(_BEARER.fullmatch(a) and len(b) <= _LONGEST_OFFICE and offices.begins(b) for a, b in pairs)


def is_statement(publisher: str | None, around: Iterable[str]) -> bool:
    """Tell whether a text without a byline is issued by a body: by its publisher, or the press desk named `around` it."""
    if publisher and bodies.is_newsroom(publisher):
        return False
    named = bool(publisher and " " in publisher.strip().removeprefix("The ") and bodies.is_plain(publisher))
    return named or any(_PRESS_DESK.search(line) for line in around)
