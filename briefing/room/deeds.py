"""What every command of the keymap does in the room."""

from typing import TYPE_CHECKING

from briefing.room import (
    adding,
    asking,
    colours,
    correcting,
    finding,
    grading,
    guiding,
    handing_on,
    judging,
    looking,
    moving,
    pointing,
    saved,
    searching,
    whoiswho,
)
from briefing.room.arrangement import PANES
from briefing.room.commands import ANYTHING, Deed, Kind
from briefing.room.drafting import opening

if TYPE_CHECKING:
    from briefing.room.app import Room

_CLAIM = frozenset({Kind.CLAIM})
_CONTRADICTION = frozenset({Kind.CONTRADICTION})
_TOLD = _CLAIM | _CONTRADICTION


def _quit(room: "Room") -> None:
    room.call_later(room.action_quit)


DEEDS: dict[str, Deed] = {
    "open": Deed(moving.open_here, short="open"),
    "choose": Deed(finding.choose, frozenset({Kind.SOURCE, Kind.ACTOR}), "only this"),
    "tag": Deed(judging.tag, _CLAIM, "tag"),
    "verdict": Deed(judging.verdict, _CONTRADICTION, "verdict"),
    "point": Deed(pointing.point, _CLAIM, "point"),
    "note": Deed(judging.note, ANYTHING, "note"),
    "into-brief": Deed(grading.into_brief, _TOLD, "to brief"),
    "why": Deed(handing_on.why, _TOLD, "why"),
    "stance-yes": Deed(pointing.stand("certain +"), _CLAIM, "so"),
    "stance-no": Deed(pointing.stand("certain -"), _CLAIM, "not so"),
    "stance": Deed(pointing.choose_stand, _CLAIM, "stance"),
    "reliability": Deed(grading.reliability, frozenset({Kind.SOURCE, Kind.CLAIM}), "grade"),
    "credibility": Deed(grading.credibility, _CLAIM, "credible"),
    "stance-proposed": Deed(pointing.stand_as_proposed, _CLAIM),
    "actors": Deed(whoiswho.manage, frozenset({Kind.ACTOR}), "who is who"),
    "correct": Deed(correcting.correct, _CLAIM, "put right"),
    "dismiss": Deed(judging.dismiss, _CLAIM, "dismiss"),
    "filter": Deed(finding.filter_case, short="filter"),
    "search": Deed(searching.search, short="search"),
    "order": Deed(finding.order, short="order"),
    "undo": Deed(judging.undo, short="undo"),
    "add": Deed(adding.add, short="add"),
    "copy": Deed(handing_on.copy, _TOLD | {Kind.SOURCE}, "copy"),
    "zoom": Deed(lambda room: room.zoom(), short="zoom"),
    "point-view": Deed(looking.point, short="stands"),
    "brief": Deed(opening.brief, short="brief"),
    "history": Deed(looking.history, short="history"),
    "palette": Deed(handing_on.palette, short="all"),
    "quit": Deed(_quit, short="leave"),
    "help": Deed(guiding.explain, short="keys"),
    "down": Deed(moving.by(1)),
    "up": Deed(moving.by(-1)),
    "top": Deed(moving.first),
    "bottom": Deed(moving.last),
    "half-down": Deed(moving.by_page(0.5)),
    "half-up": Deed(moving.by_page(-0.5)),
    "next-pane": Deed(moving.cycle(1)),
    "previous-pane": Deed(moving.cycle(-1)),
    **{f"pane-{number}": Deed(moving.to(pane)) for number, pane in enumerate(PANES, 1)},
    "back": Deed(moving.back),
    "next-claim": Deed(moving.walk(1)),
    "previous-claim": Deed(moving.walk(-1)),
    "repeat-tag": Deed(judging.repeat_tag, _CLAIM),
    "stance-unknown": Deed(pointing.stand("unknown"), _CLAIM),
    "redo": Deed(judging.redo),
    "restore": Deed(looking.restore),
    "search-again": Deed(searching.again(1)),
    "group": Deed(finding.group),
    "saved-filters": Deed(saved.saved_filters),
    "search-back": Deed(searching.again(-1)),
    "clear-filter": Deed(finding.clear),
    "chronology": Deed(looking.chronology, short="when"),
    "matrix": Deed(looking.matrix, short="matrix"),
    "actors-view": Deed(looking.actors, short="actors"),
    "brief-export": Deed(opening.export),
    "check": Deed(opening.check),
    "ask-model": Deed(asking.ask),
    "theme": Deed(colours.switch),
}
"""Those that the footer names, the most wanted first, then the others."""
