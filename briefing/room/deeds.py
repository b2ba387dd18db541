"""What every command of the keymap does in the room."""

from typing import TYPE_CHECKING

from briefing.room import judging, moving, seeking
from briefing.room.arrangement import Pane
from briefing.room.commands import CLAIM, JUDGED, Deed

if TYPE_CHECKING:
    from briefing.room.app import Room

_ON_CLAIM = "choose a claim (3)"
_ON_CONFLICT = "choose a contradiction (5)"


def _quit(room: "Room") -> None:
    room.call_later(room.action_quit)


DEEDS: dict[str, Deed] = {
    "down": Deed(moving.by(1)),
    "up": Deed(moving.by(-1)),
    "top": Deed(moving.first),
    "bottom": Deed(moving.last),
    "half-down": Deed(moving.by_page(0.5)),
    "half-up": Deed(moving.by_page(-0.5)),
    "next-pane": Deed(moving.cycle(1), short="pane"),
    "previous-pane": Deed(moving.cycle(-1)),
    "pane-1": Deed(moving.to(Pane.SOURCES)),
    "pane-2": Deed(moving.to(Pane.ACTORS)),
    "pane-3": Deed(moving.to(Pane.CLAIMS)),
    "pane-4": Deed(moving.to(Pane.READER)),
    "pane-5": Deed(moving.to(Pane.CONTRADICTIONS)),
    "open": Deed(moving.open_here, short="open"),
    "back": Deed(moving.back),
    "zoom": Deed(moving.zoom, short="zoom"),
    "tag": Deed(judging.tag, CLAIM, "tag", _ON_CLAIM),
    "repeat-tag": Deed(judging.repeat_tag, CLAIM, "", _ON_CLAIM),
    "note": Deed(judging.note, short="note"),
    "verdict": Deed(judging.verdict, JUDGED, "verdict", _ON_CONFLICT),
    "dismiss": Deed(judging.dismiss, CLAIM, "dismiss", _ON_CLAIM),
    "point": Deed(judging.point, CLAIM, "point", _ON_CLAIM),
    "stance-yes": Deed(judging.stand("certain +"), CLAIM, "so", _ON_CLAIM),
    "stance-no": Deed(judging.stand("certain -"), CLAIM, "not so", _ON_CLAIM),
    "stance-unknown": Deed(judging.stand("unknown"), CLAIM, "", _ON_CLAIM),
    "stance": Deed(judging.choose_stand, CLAIM, "", _ON_CLAIM),
    "reliability": Deed(judging.reliability, frozenset({Pane.SOURCES, Pane.READER}), "grade", "choose a source (1)"),
    "undo": Deed(judging.undo, short="undo"),
    "redo": Deed(judging.redo),
    "search": Deed(seeking.search, short="search"),
    "search-again": Deed(seeking.search_again),
    "filter": Deed(seeking.filter_case, short="filter"),
    "clear-filter": Deed(seeking.clear),
    "copy": Deed(seeking.copy, CLAIM | JUDGED, "copy", _ON_CLAIM),
    "brief-export": Deed(seeking.export, short="brief"),
    "theme": Deed(seeking.theme),
    "help": Deed(seeking.explain, short="keys"),
    "palette": Deed(seeking.palette, short="all"),
    "quit": Deed(_quit, short="leave"),
}
