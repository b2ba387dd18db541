"""In whose name a text is issued: the fullest name of a body that stands above, below or beside it, or that it speaks for."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from briefing.articles import bodies, called, offices
from briefing.articles.offices import OFFICE
from briefing.articles.sheet import Sheet, is_short

_CAPITAL = r"[A-ZÀ-Þ](?:[\w’'-]|\.(?=\w))*"
_JOINED = r"(?:of|for|the|and|de|del|di|du|&|in)"
_WRITTEN = rf"{_CAPITAL}(?: (?:{_JOINED} ){{0,2}}(?:{_CAPITAL}|\d{{2,4}}\b)){{0,9}}(?: (?:plc|[a-z]\.[a-z]\.))?"
_NAME = rf"(?P<who>{_WRITTEN})"
_BY = re.compile(
    rf"\b(?i:{called.KIND}) (?i:by|of|from|on behalf of) (?P<who>(?i:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|OF|FOR|THE|AND|[A-ZÀ-Þ][\w’'-]*))*|the (?:\w+ )?\w+)"
    r"(?=$|[,.:;–—]| (?:to|on|at|in|about|ON|AT|IN)\b)"
)
_HEADED = re.compile(rf"(?P<who>[^:]{{3,60}}?)(?::| [-–—]) *(?:\w+ ){{0,2}}{called.KIND}\b", re.IGNORECASE)
_SENT = re.compile(
    r"^(?:From|Who|Issuer|Company|Source|Sender|Brand|Entity|Authority|Body|Agency|Club|School|Party|Union|Court|Hospital|On behalf of|Issued by|Organi[sz]ation)\s*[:|]\s*[*_]*\s*(?:the )?(?P<who>[A-ZÀ-Þ][^<|]{2,80})",
    re.IGNORECASE,
)
"""The line of a memorandum or a circular that tells who sends it."""
_SIGNED_FOR = re.compile(
    r"^(?:yours (?:\w+,? )?)?(?:for (?:and on behalf of )?|by order of |on behalf of |source:? )(?:the )?(?P<who>[A-ZÀ-Þ][^:]{2,60}?)(?: and by order)?(?:,.*| sd/-.*)?$",
    re.IGNORECASE,
)
_KIN = re.compile(
    rf"^(?:[Tt]he (?P<kin>(?:family|parents|widow) of {_WRITTEN})|(?:[Tt]he |[Yy]our |[Aa]ll )?(?:crew|team|staff|management|people|everyone|all of us) (?:at|of|from) (?:the )?{_NAME})\W*$"
)
"""How those sign who sign together."""
_SPEAKS_FOR = re.compile(
    rf"\b(?:[Oo]n behalf of|spokes\w+ (?:for|of)|to you from|(?:adopted|issued|passed) by|[Ww]e,(?: the)?(?: undersigned)?(?: members of)?) (?:the )?{_NAME}"
)
_SUBJECT = re.compile(
    rf"^(?:[^.“\"]{{0,160}}?(?:, | [-–—]+ |\) ))?[*_]*(?:[Tt]he )?{_NAME}[*_]*(?: \([^)]*\))?(?:,[^,.]{{1,80}},)? "
    r"(?=(?:today |hereby |also |now )?(?:has|have|is|are|was|were|will|would|can|ha[ds]|met|[a-z]+(?:s|ed))\b)"
)
_STATES = re.compile(
    rf"(?:^|, )[*_]*(?:[Tt]he )?(?P<who>{_WRITTEN}(?:, {_WRITTEN}){{0,3}}),? (?=hereby|informs|wishes to|notifies|announces|states (?:as|the)|deems it|considers it|makes the)"
)
"""Who informs, states or announces something in the first sentence."""
_ACTS = re.compile(
    rf"^\W*(?P<who>{_CAPITAL}(?: {_CAPITAL}){{0,4}}?)(?: (?i:responds?|announces|confirms|issues|updates?|lowers|raises|statement|recalls|regrets|apologi[sz]es)\b|: (?i:our|statement|update|response|notice)\b)"
)
"""Who does something in the headline of his own text, or speaks of what is his."""
_ARTICLE = re.compile(r"^[Tt]he (?=[A-ZÀ-Þ])")
_ABBREVIATED = re.compile(rf"{_NAME} \((?:the )?[“\"]?(?P<short>[A-Z][\w&]{{1,9}})[”\"]?\)")
_NAMED = re.compile(_NAME)
_ABOUT = re.compile(
    rf"^(?i:(?:About|©(?: \d{{4}})?|Copyright(?: ©)?(?: \d{{4}})?) )?(?:[Tt]he )?{_NAME}(?:$|,| \d{{4}}$| is an? )"
)
_CALLED = re.compile(
    rf"^(?:\w+ ){{0,2}}(?:{called.KIND}|circular|(?:open )?letter|notice|message|note|comment|word|update) (?:by|of|from) (?:the )?",
    re.IGNORECASE,
)
_ROOM_BEHIND = re.compile(
    r"\s+(?:press|media|communications?|news|public affairs)(?: (?:office|desk|team|service|department|room))?$|[’']s$",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?:(?:[Ff]or|FOR|[Bb]y|BY|[Ff]rom|FROM) |[a-z][a-z ]* of (?:the )?(?=[A-ZÀ-Þ]))")
_ORGAN = re.compile(
    r"^(?:(?:national|central|executive|management|supervisory|monetary|governing|standing|steering|permanent|general) )*(?:executive|committee|council|board|secretariat|bureau)(?: of (?:directors|trustees|governors))?$",
    re.IGNORECASE,
)
"""What part of a body decides for it, named without the body."""
_ADVERB = re.compile(
    r"^(?:Today|Yesterday|Here|In|At|On|And|But|As|For|If|When|After|Since|To|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?:the )?(?=[A-ZÀ-Þ])"
)
"""What begins a sentence before a name."""
_SECTION = re.compile(
    r"^[A-ZÀ-Þ]\w+(?: (?:and )?[A-ZÀ-Þ]\w+){0,3} (?:Department|Directorate|Section|Division|Unit|Service) of (?:the )?(?=[A-ZÀ-Þ])"
)
_IS_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]{6,}|[A-ZÀ-Þ][a-zß-ÿ][\w’'-]+")
"""A name of one word that is no short form."""
_IS_SHORT_FORM = re.compile(r"[A-Z][A-Z&]{2,8}")
"""A short form, by which a body may go in the headline of its own text."""
_RUN_ON = re.compile(r"[a-zß-ÿ](?:[A-Z]{2,}\b|(?<!Mc.)(?<!Mac.)[A-Z][a-z]+$)")
"""Two lines of a page that were run into one."""
_OFFICE = re.compile(rf"(?i:(?:its|our|the|a|former|acting) )?(?:[\w-]+ ){{0,2}}(?i:{OFFICE})\b")
"""What somebody is, behind his name."""
_BEHIND_OFFICE = re.compile(rf"{_OFFICE.pattern}(?:,| (?i:of|at|for)) (?i:the )?{_NAME}")
_FIRST_PARAGRAPHS, _LETTERHEAD = 2, 5
_MOST = 100
"""So many bodies are weighed."""


class Place(Enum):
    """Where the issuer of a text may be named."""

    OWN = "the text says that it speaks for him"
    STATED = "its file says who has published it"
    TOP = "what stands first above it"
    WRITTEN_OUT = "written out beside the short form that its page has"
    LETTERHEAD = "a line above it that is but the name of a body"
    HEADED = "who acts in the headline"
    ABOVE = "a part of a line above it"
    STATES = "who informs or announces in the first sentence"
    SUBJECT = "with whom the first sentence begins"
    BESIDE = "what its page says outside it"
    BELOW = "whom a line below it is about, or whose rights"
    NAMED = "anywhere above it or in its first sentence"
    RECURS = "again in its sentences"


_WEIGHTS = {
    Place.OWN: 5,
    Place.STATED: 4,
    Place.TOP: 3,
    Place.WRITTEN_OUT: 4,
    Place.LETTERHEAD: 4,
    Place.HEADED: 3,
    Place.ABOVE: 3,
    Place.STATES: 3,
    Place.SUBJECT: 2,
    Place.BESIDE: 2,
    Place.BELOW: 2,
    Place.NAMED: 1,
    Place.RECURS: 1,
}
_OF_A_BODY = 3
"""What speaks for a body, by its name, that stands elsewhere than within sentences."""
_OF_AN_ORGAN = 2


class Issuer(Struct):
    """Who may have issued a text, and where he is named, with the weight of each place."""

    name: str
    places: dict[Place, int]
    is_body: bool
    """Whether its name is a body's by its words."""

    @property
    def weight(self) -> int:
        """What speaks for it."""
        return sum(self.places.values())

    @property
    def is_sure(self) -> bool:
        """Tell whether it is somebody who may issue a text, and not just what a sentence begins with."""
        return (
            self.is_body
            or len(self.places.keys() - {Place.RECURS}) > 1
            or bool(self.places.keys() & {Place.OWN, Place.STATED})
        )

    @property
    def is_set_apart(self) -> bool:
        """Tell whether it is named elsewhere than within sentences."""
        return bool(self.places.keys() - {Place.SUBJECT, Place.NAMED, Place.RECURS})


def is_signed_for(line: str) -> bool:
    """Tell whether a line below a text says for whom it is signed."""
    match = _SIGNED_FOR.match(line)
    return match is not None and _clean(match["who"]) is not None


def titled(title: str | None) -> str | None:
    """Return who issues a statement by its title ("Statement by the ...", "ACME WORKS: STATEMENT ON ..."), if it tells."""
    headed = _HEADED.match(title or "")
    return titled_by(title) or (_ARTICLE.sub("", headed["who"]) if headed else None)


def titled_by(title: str | None) -> str | None:
    """Return by whom a title says that a statement is ("Statement by the ..."), which leaves no doubt."""
    match = _BY.search(title or "")
    return _ARTICLE.sub("", match["who"]) if match else None


def find(sheet: Sheet) -> Issuer | None:
    """Return who issues a text that somebody issues: the one for whom most speaks, by his fullest name."""
    found: list[Issuer] = []
    written_out = {m["short"]: m["who"] for m in _ABBREVIATED.finditer("\n".join(_begins(sheet)))}
    for place, written in _named(sheet):
        is_given = bool(
            (written in {sheet.publisher, sheet.top} and _IS_ONE_WORD.fullmatch(written))
            or (place is Place.HEADED and _IS_SHORT_FORM.fullmatch(written))
            or any(issuer.name == written for issuer in found)
        )
        name = _clean(written_out.get(written, written)) or (written if is_given else None)
        is_organ = name is not None and _ORGAN.search(name) is not None
        if name and not bodies.is_newsroom(name) and not (is_organ and place is not Place.OWN):
            is_body = place is Place.ABOVE or bodies.has_word(written.strip(" ."))
            weight = _OF_AN_ORGAN if is_organ else _WEIGHTS[place]
            _add(found, Issuer(name, {place: weight}, is_body and not is_organ))
    told, prose = "\n".join((*sheet.head, *sheet.prose, *sheet.foot)), " ".join(sheet.prose)
    for issuer in found:
        if re.search(rf"(?<!told )(?<!to )(?<!with )\b{re.escape(issuer.name)}\b", prose, re.IGNORECASE):
            issuer.places[Place.RECURS] = _WEIGHTS[Place.RECURS]
    sure = (issuer for issuer in found if issuer.is_sure and (issuer.is_body or not _is_in_office(issuer.name, told)))
    return max(sure, key=lambda i: i.weight + _OF_A_BODY * (i.is_body and i.is_set_apart), default=None)


def _begins(sheet: Sheet) -> list[str]:
    """Return the sentences with which a text begins."""
    return [*(line for line in sheet.head if line.endswith(".")), *sheet.first(_FIRST_PARAGRAPHS)]


def _named(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    """Yield the names that stand in and around a text where its issuer's may stand, and in what place."""
    head, begins = sheet.head, _begins(sheet)
    beside = [part for line in sheet.beside for part in bodies.parts(line)]
    short = {sheet.publisher, *beside}
    alone = [line for line in head if _may_name(line)]
    top = [line for line in head[:_LETTERHEAD] if _may_name(line) and bodies.is_letterhead(line)]
    named = [m["who"] for line in (*head, *begins[:1]) for m in _NAMED.finditer(line)]
    around = (*sheet.foot, *sheet.last)
    for place, names in (
        (Place.OWN, _own(sheet)),
        (Place.STATED, [sheet.publisher]),
        (Place.TOP, [sheet.top]),
        (Place.WRITTEN_OUT, (m["who"] for p in begins for m in _ABBREVIATED.finditer(p) if m["short"] in short)),
        (Place.LETTERHEAD, top),
        (Place.HEADED, (m["who"] for line in (*head, *sheet.beside[:1]) if (m := _ACTS.match(line)))),
        (Place.ABOVE, map(bodies.in_line, alone)),
        (Place.STATES, (m["who"] for p in begins if (m := _STATES.search(p)))),
        (Place.SUBJECT, (m["who"] for p in begins if (m := _SUBJECT.match(p)))),
        (Place.BESIDE, beside),
        (Place.BELOW, (m["who"] for line in around if (m := _ABOUT.match(line)))),
        (Place.NAMED, (name for name in named if bodies.has_word(name) and not _OFFICE.match(name))),
    ):
        yield from ((place, name) for name in names if name)


def _own(sheet: Sheet) -> Iterator[str]:
    """Yield the names for which a text says that it speaks."""
    for line in sheet.head:
        if match := _SENT.match(line):
            named = [p for p in match["who"].split(", ") if bodies.has_word(p) and not offices.begins(p)]
            yield next(iter(named), match["who"])
        if is_short(line) and (who := titled(line) or _after_kind(line)) and not offices.begins(who):
            yield who
            if match := _BEHIND_OFFICE.search(line):
                yield match["who"]
    for line in sheet.foot:
        if match := _SIGNED_FOR.match(line) or _KIN.match(line):
            who = match.groupdict().get("kin") or match["who"]
            yield who[0].upper() + who[1:]
    for paragraph in (*sheet.head, *_begins(sheet)):
        if match := _SPEAKS_FOR.search(paragraph):
            yield match["who"]


def _may_name(line: str) -> bool:
    """Tell whether a line may be but a name: it is short and does not say what the text is called."""
    return is_short(line) and not called.ITS_KIND.match(line) and not _CALLED.match(line)


def _after_kind(line: str) -> str | None:
    match = _CALLED.match(line)
    return line[match.end() :] if match else None


def _clean(name: str) -> str | None:
    """Return a name without what is told with it; None for what names the land or the room of the house."""
    name = bodies.bare(_ROOM_BEHIND.sub("", _FOR.sub("", _CALLED.sub("", bodies.bare(name)))))
    while ", " in name and bodies.is_room_of(*name.split(", ", 1)):
        name = name.partition(", ")[2]
    while ", " in name and bodies.is_room(name.rpartition(", ")[2]):
        name = name.rpartition(", ")[0]
    name = _ADVERB.sub("", name)
    section = _SECTION.match(name)
    name = name[section.end() :] if section and bodies.has_word(name[section.end() :]) else name
    if _RUN_ON.search(name):
        return None
    known = bodies.is_name(name) and not bodies.is_room(name)
    return name if known else None


def _add(found: list[Issuer], new: Issuer) -> None:
    """Note who may be the issuer, under the fuller of two names of which one is a part of the other."""
    for issuer in found:
        if _is_part(new.name, issuer.name) or _is_part(issuer.name, new.name):
            issuer.name = max(issuer.name, new.name, key=lambda n: len(n.split()))
            issuer.places = new.places | issuer.places
            issuer.is_body |= new.is_body
            return
    if len(found) < _MOST:
        found.append(new)


def _is_part(name: str, whole: str) -> bool:
    is_in = len(name) <= len(whole) and name.casefold() in whole.casefold()
    return is_in and re.search(rf"\b{re.escape(name)}\b", whole, re.IGNORECASE) is not None


def _is_in_office(name: str, text: str) -> bool:
    """Tell whether a text says of a name what only people are ("Ana Person, chief executive")."""
    return re.search(rf"\b{re.escape(name)}(?:,| [|–—-]|\n| \()\s*{_OFFICE.pattern}", text) is not None
