"""Commands by which the analyst weighs: how reliable a source is, how credible a claim, and what goes into the brief."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier.grades import UNCONFIRMED
from briefing.room.arrangement import Pane
from briefing.room.commands import Kind
from briefing.room.judging import held, named
from briefing.room.moving import advance

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.questions import Choice

_RELIABILITY = {
    "A": "reliable", "B": "usually", "C": "fairly", "D": "not usually", "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
_CREDIBILITY = {
    "1": "confirmed", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable", "6": "cannot be judged",
}  # fmt: skip


def reliability(room: "Room") -> None:
    """Ask for a grade, then give it to the source, or to the source of the claim."""
    assert room.hand is not None
    source = room.dossier.claims[room.hand.id].source if room.hand.kind is Kind.CLAIM else room.hand.id
    grade = partial(_grade, room, source)
    choices: dict[str, Choice] = {g: (w, partial(grade, g)) for g, w in _RELIABILITY.items()}
    room.questions.ask(f"{named(room, source)} is", choices | {"-": ("not graded", partial(grade, None))})


def _grade(room: "Room", source: str, grade: str | None) -> None:
    room.case.analyst.grade(source, grade)
    if room.focused_pane is not Pane.SOURCES:
        room.tell(f"{named(room, source)}: {f'reliability {grade}' if grade else 'not graded'}", timeout=3)


def credibility(room: "Room") -> None:
    """Ask for a grade, then give it to the claim and move on; the source's grade has no part in it."""
    claim = held(room)
    choices: dict[str, Choice] = {g: (w, partial(_believe, room, claim, g)) for g, w in _CREDIBILITY.items()}
    room.questions.ask("the claim is", choices | {"-": ("not graded", partial(_believe, room, claim, None))})


def _believe(room: "Room", claim: str, grade: str | None) -> None:
    room.case.analyst.believe(claim, grade)
    if grade == "1" and not room.dossier.is_confirmed(claim):
        room.tell(f"graded 1, confirmed; but {UNCONFIRMED}. The check of the brief will say so", "warning", 10)
    advance(room)


def into_brief(room: "Room") -> None:
    """Put what is in hand into the brief, or take it out."""
    target = held(room)
    into = room.case.analyst.toggle_brief(target)
    room.tell(f"{'into' if into else 'out of'} the brief: {named(room, target)}")
