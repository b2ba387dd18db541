"""What a reviewer would find in the brief, each with its place."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.brief.check import Finding, check
from briefing.room.linelist import LineList
from briefing.room.look import inked, spread
from briefing.room.overlays.once import Once

if TYPE_CHECKING:
    from briefing.room.app import Room

_NOTHING = "Nothing found. The rules look at form and at sources; whether it makes sense is for a reader."


class Findings(Once[str | None]):
    """Enter gives the id of what the finding is about, escape None."""

    def __init__(self, room: "Room") -> None:
        super().__init__(classes="in-middle")
        self._room = room
        self._findings: list[Finding] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="findings") as box:
            box.border_subtitle = Text("enter go there   esc back")
            yield LineList(self._row, 2, id="findings-list", empty=_NOTHING)

    def on_mount(self) -> None:
        """Check the brief as it stands."""
        self._findings = check(self._room.dossier)
        self.query_one("#findings").border_title = Text(f"what a reviewer would find: {len(self._findings)}")
        colour = self._room.look.palette.cursor
        self._list.colour_cursor(colour, colour)
        self._list.show([str(n) for n in range(len(self._findings))])

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _row(self, item: str, width: int) -> list[Text]:
        finding, look = self._findings[int(item)], self._room.look
        where = inked(f" {look.cut(finding.where, 16)} ", f"bold {look.palette.accent}")
        text = look.cut(finding.text, 10_000).split()
        first = ""
        while text and len(first) + len(text[0]) < width - where.cell_len - 2:
            first = f"{first} {text.pop(0)}".strip()
        second = inked(f"   {look.cut(' '.join(text), width - 5)}", look.palette.ink)
        rule = inked(finding.rule, look.palette.pale)
        if not text:
            return [where.append(first, style=look.palette.ink), spread(Text(), rule, width)]
        return [where.append(first, style=look.palette.ink), spread(second, rule, width)]

    def on_key(self, event: events.Key) -> None:
        """Move, go there, or go back."""
        event.stop()
        command = self._room.command_of(event) or ""
        moves = self._list.moves()
        if command in moves:
            moves[command]()
        elif command == "open":
            self._open()
        elif command in {"back", "check"}:
            self.leave(None)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Go there by mouse."""
        event.stop()
        self._open()

    def _open(self) -> None:
        if self._list.current is not None:
            self.leave(self._findings[int(self._list.current)].target)
