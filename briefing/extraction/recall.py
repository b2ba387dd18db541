"""Where in an article somebody was meant, as pronouns and descriptions look back on it."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from briefing.extraction import cues
from briefing.extraction.syntax import SUBJECTS, is_credited, is_spoken_to

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 900
"""A pronoun looks back so many characters, some three paragraphs of news."""
_PER_POINT = 200
"""So many characters back weigh as much as a point; what is main subject has two, of a clause one."""
_MAIN = 2.0
"""The weight of the subject of a whole sentence: once somebody else is that, who spoke before no longer goes on."""
_HEARD = 2.0
"""Whom a court or a committee hears has the word."""
_CREDITED = 1.5
"""Who is credited without being a subject ("according to Ruiz"), or is spoken to."""
_SPEAKER, _OTHER_PARAGRAPH, _OWNER, _QUOTED = 2.5, 0.8, 1.0, 1.5
_STOPS = frozenset({",", "”", '"', "’", "'"})
"""What stands between what is said and "he says"."""


class Weight(Protocol):
    """Tells what speaks for or against somebody, None if a pronoun cannot mean him."""

    def __call__(self, entity: int, /, *, here: bool) -> float | None:
        """Return what speaks for somebody, who was met `here` in the same paragraph or not."""


class _Sighting(Struct, frozen=True):
    entity: int
    place: int
    paragraph: int
    prominence: float
    owner: bool
    quoted: bool
    named: bool


class Recall:
    """Everybody who was meant so far, in order, who is speaking, and whom a court or committee heard last.

    Those who are `present` talk to each other: to them no "he" and no "the company" looks back.
    """

    def __init__(self) -> None:
        self.speaker: int | None = None
        self.heard: int | None = None
        self.present: frozenset[int] = frozenset()
        self._seen: list[_Sighting] = []
        self._first: dict[int, int] = {}

    def see(
        self, entity: int, token: "Token", place: int, paragraph: int, *, quoted: bool, credited: bool = False
    ) -> None:
        """Note that a word at a place of the text means somebody, who is credited with something there or not."""
        heard = _is_heard(token)
        credited = credited or is_credited(token)
        if (credited or heard) and not quoted:
            self.speaker = entity
            self.heard = entity if heard else self.heard
        asked_of = token.dep_ == "ROOT" and token.sent[-1].text == "?"
        subject = token.dep_ in SUBJECTS or asked_of
        prominence = 0.0 if not subject else _MAIN if token.head.dep_ in {"ROOT", "conj"} or asked_of else 1.0
        prominence = _HEARD if heard else max(prominence, _CREDITED * (credited or is_spoken_to(token)))
        owner = token.dep_ in {"poss", "compound"}
        self._first[entity] = min(place, self._first.get(entity, place))
        self._seen.append(_Sighting(entity, place, paragraph, prominence, owner, quoted, token.pos_ != "PRON"))

    def latest(self, entities: Iterable[int]) -> int | None:
        """Return which of some was meant last."""
        wanted = set(entities) - self.present
        return next((s.entity for s in reversed(self._seen) if s.entity in wanted), None)

    def latest_likely(self, entities: Collection[int]) -> int | None:
        """Return which of some was last a subject, else was meant last."""
        subject = self.latest_subject(entities.__contains__)
        return subject if subject is not None else self.latest(entities)

    def latest_subject(self, fits: Callable[[int], bool]) -> int | None:
        """Return who of those that fit was last a subject, outside quotations."""
        subjects = (s.entity for s in reversed(self._seen) if s.prominence and not s.quoted)
        return next((e for e in subjects if fits(e) and e not in self.present), None)

    def nearest(self, token: "Token", place: int, paragraph: int, weight_of: "Weight", *, quoted: bool) -> int | None:
        """Return whom a pronoun means: the nearest that fits, subjects first, what stands in quotations last.

        `weight_of` gives None for those who do not fit, else what speaks for or against them.
        """
        first, last = _told_before(token)
        told = self._named_in(place - token.idx + first, place - token.idx + last)
        best = self._best(token, place, paragraph, weight_of, quoted=quoted, without=told)
        if told and (best is None or best.paragraph != paragraph):
            best = self._best(token, place, paragraph, weight_of, quoted=quoted)
        return best.entity if best is not None else None

    def _best(
        self,
        token: "Token",
        place: int,
        paragraph: int,
        weight_of: "Weight",
        *,
        quoted: bool,
        without: Collection[int] = (),
    ) -> _Sighting | None:
        credited = is_credited(token)
        best: tuple[float, _Sighting] | None = None
        turned = False
        for seen in reversed(self._seen):
            if place - seen.place > _FAR:
                break
            own = weight_of(seen.entity, here=seen.paragraph == paragraph)
            if own is None or seen.entity in self.present or seen.entity in without:
                continue
            weight = own + seen.prominence - (place - seen.place) / _PER_POINT
            goes_on = credited and not turned and seen.entity == self.speaker and seen.paragraph == paragraph
            weight += _SPEAKER * goes_on - _OWNER * seen.owner
            turned = turned or (seen.entity != self.speaker and seen.prominence == _MAIN and not seen.quoted)
            weight -= _OTHER_PARAGRAPH * (seen.paragraph != paragraph) + _QUOTED * (seen.quoted and not quoted)
            if best is None or weight > best[0]:
                best = (weight, seen)
        return best[1] if best else None

    def _named_in(self, first: int, last: int) -> set[int]:
        """Return who is named or described between two places, and was met before them."""
        found: set[int] = set()
        for seen in reversed(self._seen):
            if first == last or first - seen.place > _FAR:
                break
            inside = first <= seen.place < last and seen.named and not seen.owner
            if inside and self._first[seen.entity] < first:
                found.add(seen.entity)
        return found


def _told_before(token: "Token") -> tuple[int, int]:
    """Return the characters of what is said or asked before "he says", of which another is the subject ("Ruiz was late, he says")."""
    cue, before = token.head, token.nbor(-1).text if token.i else ""
    if not is_credited(token) or before not in _STOPS:
        return 0, 0
    for child in cue.lefts:
        asked = child.dep_ == "advcl" and child.tag_ == "VBN" and child.lemma_ == "ask"
        if asked or (child.dep_ == "ccomp" and child.lemma_.lower() not in cues.verbs()):
            return int(child.left_edge.idx), int(token.idx)
    if cue.dep_ in {"parataxis", "ccomp"} and cue.head.i < token.i and cue.i + 1 < len(cue.doc):
        return (int(cue.sent.start_char), int(token.idx)) if cue.nbor(1).text in {*_STOPS, ".", ";"} else (0, 0)
    return 0, 0


def _is_heard(token: "Token") -> bool:
    """Tell whether a word is whom a court or a committee hears ("The committee heard Mrs. Ruiz")."""
    return token.dep_ in {"dobj", "nsubj"} and token.head.lower_ == "heard" and token.i > token.head.i
