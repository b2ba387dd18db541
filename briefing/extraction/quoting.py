"""Quotations that no cue has taken: given to whoever is speaking around them."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import Place, Said
from briefing.extraction.syntax import noun_phrase, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEW = 4
"""Fewer words than this are taken over, not quoted as a statement."""


def with_quotations(doc: "Doc", found: list[Said], quotations: list[Quotation]) -> list[Said]:
    """Return the attributions of a paragraph with its further quotations: each goes on what was said just before it, or stands for itself."""
    said = list(found)
    for quotation in quotations:
        place = (quotation.start, quotation.end)
        if not is_statement(doc, quotation) or _is_taken(place, said):
            continue
        before = _spoken_before(doc, place, said, quotations)
        behind = _spoken_behind(doc, place, said)
        if behind is not None:
            said[behind] = replace(said[behind], content=(place, *said[behind].content))
        elif before is not None:
            said[before] = replace(said[before], content=(*said[before].content, place))
        else:
            said.append(_by_itself(doc, quotation, max((s.content[-1][1] for s in said if s.cue), default=0)))
    return sorted(said, key=lambda s: s.content[0])


def is_statement(doc: "Doc", quotation: Quotation) -> bool:
    """Tell whether a quotation says something by itself, rather than being a few words taken over into a sentence."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None:
        return False
    words = [t for t in span if not t.is_punct and not t.is_space]
    stopped = doc.text[quotation.start : quotation.end].rstrip("\"'”’»")[-1:] in ".,!?…"
    verbal = any(t.pos_ in {"VERB", "AUX"} for t in words)
    before = doc[max(0, span.start - 2) : span.start].text.rstrip()[-1:]
    if before not in {"", *":,.?!;—–)\"'”’"}:
        return False
    return (stopped and len(words) > 1 and (verbal or span[0].is_sent_start)) or (len(words) > _FEW and verbal)


def _is_taken(place: Place, said: list[Said]) -> bool:
    def shared(other: Place) -> int:
        return min(place[1], other[1]) - max(place[0], other[0])

    places = [p for s in said for p in (*s.content, *([s.words] if s.words else []))]
    return any(shared(other) > 0.5 * (place[1] - place[0]) for other in places)


def _spoken_before(doc: "Doc", place: Place, said: list[Said], quotations: list[Quotation]) -> int | None:
    """Return the attribution whose quotation this one goes on: nothing but its cue's sentence stands between them."""
    for index in sorted(range(len(said)), key=lambda i: -said[i].content[-1][0]):
        one = said[index]
        quoted = any(q.start <= a < q.end for a, _ in one.content for q in quotations)
        last = max(
            (
                *(end for _, end in one.content),
                *([one.cue[1]] if one.cue else ()),
                *([one.speaker.end_char] if one.speaker else ()),
            )
        )
        if last <= place[0] and quoted:
            if not any(last <= s.start_char < place[0] - 1 for s in doc.sents) and not any(
                last < s.content[0][0] < place[0] for s in said if s is not one
            ):
                return index
            return None
    return None


def _spoken_behind(doc: "Doc", place: Place, said: list[Said]) -> int | None:
    """Return the attribution that stands right behind the comma in which a quotation ends, and credits what follows only."""
    if not doc.text[: place[1]].rstrip("\"'”’»").endswith(","):
        return None
    for index, one in enumerate(said):
        if one.speaker is None or one.cue is None or one.content[0][0] < place[1]:
            continue
        if 0 <= min(one.speaker.start_char, one.cue[0]) - place[1] <= 1:
            return index
    return None


def _by_itself(doc: "Doc", quotation: Quotation, said_until: int) -> Said:
    """Credit a quotation to the name before its colon, to whom the text has turned to since somebody spoke, else to whoever spoke last."""
    before = doc.char_span(0, quotation.start, alignment_mode="contract")
    place = ((quotation.start, quotation.end),)
    if before is not None and len(before) and before.text.rstrip().endswith(":"):
        colon = next(t for t in reversed(before) if t.text == ":")
        name = _name_before(colon)
        if name is not None:
            return Said(noun_phrase(name), (colon.idx, colon.idx + 1), place, Mode.ASSERTS)
    subject = _subject_before(doc, quotation.start) or _turned_to(doc, said_until, quotation.start)
    return Said(noun_phrase(subject) if subject is not None else None, None, place, Mode.ASSERTS)


def _subject_before(doc: "Doc", place: int) -> "Token | None":
    """Return the person or body that the sentence just before a quotation is about."""
    sentence = next((s for s in reversed(list(doc.sents)) if s.start_char < place and s.end_char <= place + 1), None)
    if sentence is None:
        return None
    return next(
        (
            c
            for c in sentence.root.children
            if c.dep_ == "nsubj" and (c.ent_type_ in {"PERSON", "ORG"} or c.lower_ in {"he", "she"})
        ),
        None,
    )


def _turned_to(doc: "Doc", start: int, end: int) -> "Token | None":
    """Return the last person who is the named subject of a sentence between two places."""
    subjects = [
        c
        for s in doc.sents
        if start <= s.start_char and s.end_char <= end + 1
        for c in s.root.children
        if c.dep_ == "nsubj" and c.ent_type_ == "PERSON"
    ]
    return subjects[-1] if subjects else None


def _name_before(colon: "Token") -> "Token | None":
    """Return the last name or person before a colon in its sentence; of what hangs together by "of" or "on" the first."""
    for token in reversed(colon.doc[colon.sent.start : colon.i]):
        if token.dep_ == "nsubj" or (token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG"}):
            return _teller(token) or _speaking(token, colon.sent.start)
    return None


def _teller(subject: "Token") -> "Token | None":
    """Return who says the clause that a word is the subject of ("Dr. Lin said parents were scared: ...")."""
    clause = subject.head
    if subject.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in cues.verbs():
        return None
    return own_subject(clause.head)


def _speaking(name: "Token", first: int) -> "Token":
    """Return the person at the beginning of a sentence to whom a name only belongs ("Ana Ruiz of the Front on the vote:"), else the name."""
    above = name
    while above.dep_ in {"pobj", "prep", "compound"} and first < above.head.i < above.i:
        above = above.head
    opens = all(t.is_punct for t in above.doc[first : above.left_edge.i])
    return above if opens and above.ent_type_ == "PERSON" and above.pos_ == "PROPN" else name
