"""Whom a question only describes and the answer calls by name ("Your lawyer says no. - Paul is paid to growl.")."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.extraction import cues
from briefing.extraction.cast import Cast
from briefing.extraction.draft import Draft, Name
from briefing.extraction.naming import words
from briefing.extraction.said import Said
from briefing.extraction.syntax import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc


def taken_up(cast: Cast, asked: tuple[int, list[Said]], answer: tuple[int, "Doc"]) -> dict[int, int]:
    """Return the number of the one described who is credited last in a question, with that of the one whom its answer begins with.

    `asked` and `answer` have the numbers of their paragraphs. The answer says at once what that one is or does now.
    """
    number, said = asked
    who = next((one.who or one.speaker for one in reversed(said) if one.speaker is not None), None)
    described = cast.at(number, who.root) if who is not None and who.root.pos_ == "NOUN" else None
    if described is None or not cast.is_person(described) or _is_named(cast, described):
        return {}
    number, doc = answer
    root = next(iter(doc.sents)).root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS and c.left_edge.i == 0), None)
    now = next((t for t in (*root.children, root) if t.tag_ == "VBZ" and t.i <= root.i), None)
    if subject is None or now is None or root.lemma_.lower() in cues.frames():
        return {}
    named = cast.at(number, subject)
    likely = cast.is_person(named) or subject.lower_ in words("given_male", "given_female")
    return {described: named} if named is not None and likely and _is_named(cast, named) else {}


def _is_named(cast: Cast, entity: int) -> bool:
    return any(name.entity == entity and name.is_name for name in cast.names)


def names_as(names: Iterable[Name], same: Mapping[int, int]) -> tuple[Name, ...]:
    """Return names with the number of the one who is the `same`."""
    return tuple(replace(name, entity=same.get(name.entity, name.entity)) for name in names)


def held_as(draft: Draft, same: Mapping[int, int]) -> Draft:
    """Return a claim held by the one who is the `same`."""
    holder = draft.holder if draft.holder is None else same.get(draft.holder, draft.holder)
    return replace(draft, holder=holder, chain=tuple(same.get(one, one) for one in draft.chain))
