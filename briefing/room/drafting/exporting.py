"""The brief handed on from the room: in which format, where to, and whether over what is there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.case.publishing import Brief
from briefing.room.overlays.choice import Choice
from briefing.room.overlays.prompt import Prompt

if TYPE_CHECKING:
    from briefing.room.app import Room

_FORMATS = {
    "m": ("md", "Markdown"), "h": ("html", "a page (HTML)"), "d": ("docx", "a Word file (DOCX)"), "j": ("json", "JSON"),
    "c": ("csv", "CSV: claims, and contradictions"),
}  # fmt: skip


def export(room: "Room", done: Callable[[], object] = lambda: None) -> None:
    """Ask for a format and a file, and write the brief as it is by then; `done` is called once it is written."""
    brief = room.case.publishing.brief()

    def take(key: str | None) -> None:
        if key is not None:
            _ask_where(room, brief, _FORMATS[key][0], done)

    draft = f" (a draft: {'; '.join(brief.document.draft)})" if brief.document.draft else ""
    room.lay_over(Choice(f"export the brief as{draft}", {k: w for k, (_, w) in _FORMATS.items()}, room.look), take)


def _ask_where(room: "Room", brief: Brief, form: str, done: Callable[[], object]) -> None:
    default = room.case.publishing.place(brief, form)

    def take(typed: str | None) -> None:
        if typed is not None and typed.strip():
            _write(room, form, Path(typed.strip()).expanduser(), over=False)
            done()

    room.lay_over(Prompt("export to", str(default), hint="enter writes it   esc leaves"), take)


def _write(room: "Room", form: str, path: Path, *, over: bool) -> None:
    publishing = room.case.publishing
    brief = publishing.brief()
    try:
        written = publishing.hand_on(brief, path, brief.rendered(form), over=over)
    except FileExistsError as there:

        def take(key: str | None) -> None:
            if key == "y":
                _write(room, form, path, over=True)

        answers = {"y": "write over it", "n": "leave it"}
        room.lay_over(Choice(f"{Path(str(there)).name} is already there", answers, room.look), take)
        return
    kept = f"; kept as v{brief.edition.number}" if brief.is_kept else "; a draft is not kept as a version"
    room.tell(f"the brief is in {', '.join(map(str, written))}{kept}", timeout=15)
