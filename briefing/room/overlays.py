"""What lies over the room for a moment: a line to type in, a list to choose from, a small editor, a page of help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from briefing.dossier.query import folded
from briefing.room.linelist import LineList
from briefing.room.look import Look


class Prompt(ModalScreen[str | None]):
    """One line to type; `check` says while typing what will come of it. Enter gives the text, escape gives None."""

    def __init__(self, title: str, value: str = "", hint: str = "", check: Callable[[str], str] | None = None) -> None:
        super().__init__(classes="at-bottom")
        self._heading, self._value, self._hint, self._check = title, value, hint, check

    def compose(self) -> ComposeResult:
        """Lay out title, line and hint."""
        with Vertical(id="prompt"):
            yield Static(Content(self._heading), id="prompt-title")
            yield Input(self._value, id="prompt-input", compact=True)
            yield Static(Content(self._hint), id="prompt-hint")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what will come of what is typed."""
        if self._check is not None:
            self.query_one("#prompt-hint", Static).update(Content(self._check(event.value) or self._hint))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text."""
        self.dismiss(event.value)

    def on_key(self, event: events.Key) -> None:
        """Leave on escape."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its id, what it says, and what stands at the right."""

    id: str
    words: str
    aside: str = ""


class Chooser(ModalScreen[tuple[str, str] | None]):
    """A list to choose from by typing; gives ("id", id) of the row, or ("new", text) where a new one may be made."""

    def __init__(self, title: str, options: Sequence[Option], look: Look, *, new: str = "") -> None:
        super().__init__(classes="in-middle")
        self._heading, self._options, self._look, self._new = title, options, look, new
        self._by_id = {o.id: o for o in options}

    def compose(self) -> ComposeResult:
        """Lay out title, line and list."""
        with Vertical(id="chooser"):
            yield Static(Content(self._heading), id="chooser-title")
            yield Input(
                id="chooser-input",
                compact=True,
                placeholder="type to find" + (f", or {self._new}" if self._new else ""),
            )
            options = LineList(
                self._row,
                id="chooser-list",
                empty=f"nothing like it; enter: {self._new}" if self._new else "nothing like it",
            )
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Begin with everything."""
        self._list.colour_cursor(self._look.palette.cursor, self._look.palette.cursor)
        self._list.show([o.id for o in self._options])

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _row(self, item: str, width: int) -> list[Text]:
        option = self._by_id[item]
        aside = Text(option.aside, style=self._look.palette.pale)
        line = Text(self._look.cut(option.words, width - aside.cell_len - 2))
        line.pad_right(width - line.cell_len - aside.cell_len)
        return [line.append_text(aside)]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the options that have every word typed."""
        words = folded(event.value).split()
        self._list.show([o.id for o in self._options if all(w in folded(o.words) for w in words)])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the row, or what is typed where there is none."""
        chosen, typed = self._list.current, event.value.strip()
        if chosen is not None:
            self.dismiss(("id", chosen))
        elif typed and self._new:
            self.dismiss(("new", typed))

    def on_key(self, event: events.Key) -> None:
        """Move in the list without leaving the line."""
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if event.key in moves:
            event.stop()
            self._list.move(moves[event.key])
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.key == "ctrl+n" and self._new:
            event.stop()
            typed = self.query_one(Input).value.strip()
            if typed:
                self.dismiss(("new", typed))


class NoteEditor(ModalScreen[str | None]):
    """A small editor; ctrl+s gives the text, escape gives None."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(classes="in-middle")
        self._heading, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay out title, text and keys."""
        with Vertical(id="editor"):
            yield Static(Content(self._heading), id="editor-title")
            yield TextArea(self._text, id="editor-text", compact=True)
            yield Static(Content("ctrl+s keep   esc leave as it was   (an empty note is taken away)"), id="editor-keys")

    def on_key(self, event: events.Key) -> None:
        """Keep or leave."""
        if event.key == "ctrl+s":
            event.stop()
            self.dismiss(self.query_one(TextArea).text)
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)


class Help(ModalScreen[None]):
    """Every command with its keys; any of escape, q and ? leaves."""

    def __init__(self, lines: Sequence[Text]) -> None:
        super().__init__(classes="in-middle")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical(id="help"):
            yield LineList(lambda item, _: [self._lines[int(item)]], id="help-list")

    def on_mount(self) -> None:
        """Show the first lines."""
        self.query_one(LineList).show([str(n) for n in range(len(self._lines))])

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        moves = {"j": 1, "down": 1, "k": -1, "up": -1, "pagedown": 10, "pageup": -10, "ctrl+d": 10, "ctrl+u": -10}
        if event.key in moves:
            self.query_one(LineList).scroll_relative(y=moves[event.key], animate=False)
        elif event.key in {"escape", "q", "question_mark", "enter"}:
            self.dismiss(None)
        event.stop()
