"""Choosing what a judgment rests on: what was marked for the brief, and anything else by typing."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.brief import Material
from briefing.dossier import Act, Claim, Relation
from briefing.dossier.judgment import evidence
from briefing.plaintext import one_line
from briefing.room.drafting.rows import told
from briefing.room.linelist import LineList
from briefing.room.look import holder_of, inked, spread
from briefing.room.overlays.chooser import Chooser, Chosen, Option
from briefing.room.overlays.once import Once

if TYPE_CHECKING:
    from briefing.room.app import Room

_EMPTY = "Nothing is marked for the brief yet. {search} finds any claim or contradiction by typing."


class EvidenceSheet(Once[None]):
    """Lists what is marked for the brief or rested on already; enter and space take it as evidence, or no longer."""

    def __init__(self, room: "Room", judgment_id: str) -> None:
        super().__init__(classes="in-middle")
        self._room, self._judgment = room, judgment_id
        self._listed: list[str] = []
        self._material = Material(room.dossier)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="evidence") as box:
            number = self._material.numbers.get(self._judgment, "the judgment")
            box.border_title = Text(f"what {number} rests on")
            box.border_subtitle = Text(f"enter take or leave   {self._room.key('search')} find others   esc back")
            yield LineList(self._row, id="evidence-list", empty=_EMPTY.format(search=self._room.key("search")))

    def on_mount(self) -> None:
        """List what is marked."""
        colour = self._room.look.palette.cursor
        self._list.colour_cursor(colour, colour)
        record = self._room.dossier.record
        material = self._material
        marked = [a.target for a in record.standing(Act.BRIEF)]
        known = [c.id for c in material.evidence] + [r.id for r in material.told if r.type.is_conflict]
        self._listed = list(dict.fromkeys([*self._taken, *marked, *known]))
        self._show()

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    @property
    def _taken(self) -> tuple[str, ...]:
        return evidence(self._room.dossier.record).get(self._judgment, ())

    def _thing(self, item: str) -> Claim | Relation | None:
        return self._room.dossier.claims.get(item) or self._room.dossier.relations.get(item)

    def _show(self) -> None:
        self._material = Material(self._room.dossier)
        self._list.redraw()
        self._list.show([i for i in self._listed if self._thing(i) is not None])

    def _row(self, item: str, width: int) -> list[Text]:
        room, p, thing = self._room, self._room.look.palette, self._thing(item)
        if thing is None:
            return [Text()]
        mark = "[x]" if item in self._taken else "[ ]"
        number = self._material.numbers.get(item, "")
        line = inked(f" {mark} ", f"bold {p.accent}").append(f"{number:<4} ", style=p.pale)
        said = room.look.cut(told(thing, self._material), width - line.cell_len - 2)
        return [spread(line.append(said, style=p.ink), Text(), width)]

    def on_key(self, event: events.Key) -> None:
        """Take or leave, find, move, go back."""
        event.stop()
        command = self._room.command_of(event) or ""
        moves = self._list.moves()
        if command in moves:
            moves[command]()
        elif event.key in {"enter", "space"} and self._list.current:
            self._toggle(self._list.current)
        elif command == "search":
            self._find()
        elif command in {"undo", "redo"}:
            self._room.attempt(self._room.case.undo if command == "undo" else self._room.case.redo)
            self._show()
        elif command == "back":
            self.leave(None)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Take or leave by mouse."""
        event.stop()
        if self._list.current:
            self._toggle(self._list.current)

    def _toggle(self, item: str) -> None:
        self._room.attempt(lambda: self._room.case.author.toggle_evidence(self._judgment, item))
        self._show()

    def _find(self) -> None:
        d = self._room.dossier
        words = [(c, f"{holder_of(d, c)}: {c.quote}") for c in self._room.view.claims(d)]
        shared = Counter(said for _, said in words)
        options = [Option(c.id, f"{said} ({c.text})" if shared[said] > 1 else said) for c, said in words]
        options += [Option(r.id, f"{r.type}: {d.points[r.point].phrase}: {r.explanation}") for r in d.conflicts()]

        def take(chosen: Chosen | None) -> None:
            if chosen is not None:
                self._listed += [chosen.value] if chosen.value not in self._listed else []
                if chosen.value not in self._taken:
                    self._toggle(chosen.value)
                self._show()
                self._list.go_to(chosen.value)

        said = [Option(o.id, one_line(o.words)) for o in options]
        self._room.lay_over(Chooser("rest it on", said, self._room.look), take)
