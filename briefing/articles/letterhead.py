"""Texts on the letterhead of a body: its name, a file mark and what it is above, a formula at the start, a signature below."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.articles import outlets
from briefing.articles.issued import BODIES
from briefing.first_person import spoken_of_oneself
from briefing.names import PART, PARTICLE

_HONOURED = r"(?:rt\.? )?hon(?:ourable)?\.?"
_TITLED = (
    rf"(?i:(?:{_HONOURED} )?(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\.?(?: (?:jur|med|phil|habil)\.)?|{_HONOURED})"
)
_PERSON = rf"{_TITLED} (?P<person>{PART}(?: (?:{PARTICLE}|{PART})){{1,3}})"
_BODIES = (
    rf"{BODIES}|service|agency|administration|court|archives?|library|museum|institute|university|hospital|prosecutor\w*|chancellery|customs"
    r"|brigade|guard|society|club|bank|chamber|league|parish|diocese|s\.?p\.?a|s\.a|a\.s|n\.v|pharma\w*|group|operator|railways?|airlines?|airways|exchange|synod|staff|headquarters"
)
_BODY = re.compile(rf"\b(?:{_BODIES})(?=$|\W)", re.IGNORECASE)
_NOT_ITS_NAME = re.compile(
    r"^(?:the )?(?:republic|kingdom|government|state of|federal republic|office of the (?:director|president|secretary|chief|head)\b|(?:press|media|public relations|communications) "
    r"|(?:department|directorate|office|division) of (?:public|press|information|communications?)|palace of|minister[’']s office|director[’']s office)|\b(?:division|unit|section|branch|building)$",
    re.IGNORECASE,
)
"""Whose land, which room of the house: not who writes."""
_FILE_MARK = re.compile(
    r"\b(?:ref(?:erence)?|file(?: mark| no)?|reg|no|nr)\b[.:]* +(?:[\w.]+ ){0,2}(?=\S*\d)[\w.-]*[/-][\w./-]+"
    r"|^(?=\S*\d)[a-z]{2,}(?:/[\w.-]+){2,}",
    re.IGNORECASE,
)
_ITS_KIND = re.compile(
    r"^\W*(?:(?:official|public|explanatory|information|general|joint|safety|press|media|news|market|service|important|first|second|third|further|interim) )*"
    r"(?:communiqu[eé]|clarification|circular|rejoinder|(?:press|media|official|public|joint) statement|(?:press|media|news) release|(?:explanatory|information) note|note to the press"
    r"|(?:official|public|press|safety|important) (?:notice|announcement|information)|notice|for immediate release|(?:announcement|statement)(?= no\b)|(?:information|statement|declaration)(?= (?:of|by|to) the\b))"
    r"(?=\W*$|\W*[:–—(\n]| (?:to|on|of|by|from|for|concerning|regarding|about|no)\b| \d+/\d)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:mr|madam|mister) (?:speaker|president|chair\w*)\b.*|dear (?:all|(?:health\w*[ -]?care )?\w+s)\b.*|to (?:all |our |the )*(?:tenants|customers|creditors|clients|users|patients|parents|passengers|members|shareholders|residents"
    r"|employees|staff|doctors|physicians|pharmacists|prescribers|policyholders|depositors|supporters|guests|press|media|public)\b.{0,60})$",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\b(?:(?:informs|hereby (?:informs|announces|notifies|gives notice|states|declares)|wishes to (?:inform|state|clarify|assure|make)|announces that|notifies"
    r"|states (?:the following|what follows|as follows|for the record)|makes the following|brings the following|draws the attention|recalls that|(?:deems|considers) it necessary to (?:state|clarify|inform))\b"
    r"|attention of the [\w ]{1,80} has been drawn|(?:is|are) (?:hereby )?(?:informed|notified) as follows)"
)
_SUBJECT = re.compile(
    rf"^(?P<who>(?:The )?{PART}(?: (?:{PART}|of|for|the|and|di|de|del)){{0,8}}),? (?:{_FORMULA.pattern})"
)
_SPEAKER = re.compile(rf"^(?:In [^.,]{{3,40}}, )?[Tt]he [A-Z][\w ’'-]{{3,60}}, {_PERSON}, (?:{_FORMULA.pattern})")
_STATED_BY = re.compile(rf"\b(?i:statement (?:to [\w ]{{1,60}} )?(?:by|of|from)) [^.]{{0,80}}?{_PERSON}")
_NAMED_LINE = re.compile(rf"^(?:The )?{_PERSON}(?=$|,)")
_SIGNED_FOR = re.compile(
    r"^(?:yours (?:\w+,? )?)?for (?:and on behalf of )?(?:the )?(?P<who>[A-ZÀ-Þ].{2,60}?)(?: and by order)?(?:,| sd/-.*)?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:sd/-|\(?signed\)?\b|by order\b|copies(?: to)?:|cc:|copy to\b|distribution:)", re.IGNORECASE)
_OFFICE_HELD = re.compile(
    r"^(?:the |chief |acting |deputy |managing |medical |general |executive )*(?:director|secretary|officer|registrar|chair\w*|president|commissioner|head|manager|prosecutor|spokes\w+|administrator)\b.{0,60}$",
    re.IGNORECASE,
)
_SENT_BY = re.compile(r"^From: +(?:the )?(?P<who>[A-ZÀ-Þ].{2,80})$", re.IGNORECASE)
"""The line of a memorandum or a circular that tells who sends it."""
_PARTS = re.compile(r"\s*[|·]\s*|\s+[-–—]\s+|: ")
_LEGAL_FORM = re.compile(r",? (?:s\.p\.a|s\.a|a\.s|n\.v)\.?$", re.IGNORECASE)
_LAST_LINES, _FIRST_PARAGRAPHS, _LONGEST_LINE = 5, 3, 16


class Letterhead(Struct, frozen=True):
    """Who issues a text: a body, or the person who speaks in it for an office of his own."""

    body: str | None
    person: str | None = None


def read(
    head: Sequence[str], prose: Sequence[str], foot: Sequence[str], publisher: str | None = None
) -> Letterhead | None:
    """Return who issues a text by the lines above it, its paragraphs, the lines at its end, and its `publisher`; None unless two marks agree."""
    lines = _lines(head)
    last = [part.strip(" *_\t") for piece in foot for part in piece.splitlines() if part.strip()][-_LAST_LINES:]
    begins = [*prose[:_FIRST_PARAGRAPHS]]
    sender = _sender(lines)
    for_whom = next((m["who"] for line in last if (m := _SIGNED_FOR.match(line))), None)
    marks = (
        any(_FILE_MARK.search(line) for line in (*lines, *last)),
        any(_ITS_KIND.match(part) for line in lines for part in (line, *_PARTS.split(line))),
        any(_ADDRESSED.match(line) for line in (*lines, *begins[:1])),
        any(_FORMULA.search(paragraph) for paragraph in begins),
        sender is not None or for_whom is not None or any(_SIGNED.match(line) for line in last) or _is_held(last),
    )
    if sum(marks) < 2 or not any(marks[:3]):
        return None
    spoken = next((m["person"] for p in begins if (m := _SPEAKER.match(p))), None)
    if spoken:
        return Letterhead(None, spoken)
    if spoken_of_oneself("\n".join(prose)):
        person = next((m["person"] for x in lines if (m := _STATED_BY.search(x) or _NAMED_LINE.match(x))), None)
        if person:
            return Letterhead(None, person)
    subject = next((m["who"] for p in begins if (m := _SUBJECT.match(p))), None)
    signed = for_whom if for_whom and _BODY.search(for_whom) else None
    known = publisher if publisher and " " in publisher and _BODY.search(publisher) else None
    body = sender or _body(lines) or signed or known or (subject if subject and len(subject.split()) > 1 else None)
    return Letterhead(body) if body and not outlets.looks_like_outlet(body) else None


def body_above(head: Sequence[str]) -> str | None:
    """Return the body whose name is a line, or a part of one, above a text that is known to be a statement."""
    body = _body(_lines(head))
    return None if body and outlets.looks_like_outlet(body) else body


def _lines(head: Sequence[str]) -> list[str]:
    return [line for piece in head for part in piece.splitlines() if (line := part.strip(" *_#`\t"))]


def _sender(lines: Sequence[str]) -> str | None:
    """Return the body that a line says a text is from."""
    senders = (m["who"].strip() for line in lines if (m := _SENT_BY.match(line)))
    return next((who for who in senders if _BODY.search(who) and not _NOT_ITS_NAME.search(who)), None)


def _body(lines: Sequence[str]) -> str | None:
    """Return the body whose name is a line, or a part of one, above the text."""
    for line in lines:
        if len(line.split()) > _LONGEST_LINE or _ITS_KIND.match(line) or _FILE_MARK.match(line):
            continue
        for part in _PARTS.split(line):
            words = part.split()
            named = all(w[0].isupper() or w in {"of", "for", "the", "and", "on", "di", "de", "del"} for w in words)
            if 1 < len(words) <= 9 and named and _BODY.search(part) and not _NOT_ITS_NAME.search(part):
                return _LEGAL_FORM.sub("", part).strip(" .,")
    return None


def _is_held(last: Sequence[str]) -> bool:
    """Tell whether the last lines are a name and the office that its bearer holds."""
    name = re.compile(rf"(?:{_TITLED} )?{PART}(?: {PART}){{1,3}}")
    pairs = pairwise(last)
    return any(
        (name.fullmatch(a) and _OFFICE_HELD.match(b)) or (name.fullmatch(b) and _OFFICE_HELD.match(a)) for a, b in pairs
    )
