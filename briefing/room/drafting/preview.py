"""The Markdown that the brief comes to, beside what is written."""

from rich.text import Text

from briefing.brief.document import Document
from briefing.brief.markdown import section_markdown
from briefing.plaintext import visible
from briefing.room.detail import Detail
from briefing.room.look import Look, inked
from briefing.room.sheets import Sheet, wrapped

_PREVIEWED = 9
"""Sections of the preview: to the chronology; what follows is drawn from the case and has no row."""


class Preview(Detail):
    """Shows the first sections of a document, and goes to where a line of them begins."""

    def __init__(self, look: Look, id: str) -> None:  # noqa: A002
        super().__init__(empty="", id=id)
        self._look = look
        self._markdown = ""
        self._plain: list[str] = []

    def show_document(self, document: Document) -> None:
        """Show another document at the same place."""
        self._markdown = "\n\n".join(map(section_markdown, document.sections[:_PREVIEWED]))
        self.show_sheet("brief", self._written)

    def go_to_line(self, beginning: str) -> None:
        """Scroll to the first line that begins so, if there is one."""
        at = next((n for n, line in enumerate(self._plain) if line.startswith(beginning)), None)
        if at is not None:
            self.scroll_to(y=at, animate=False)

    def _written(self, width: int) -> Sheet:
        p = self._look.palette
        sheet: Sheet = []
        for line in self._markdown.split("\n"):
            style = f"bold {p.accent}" if line.startswith("#") else p.ink
            sheet += wrapped(inked(visible(line), style), width) if line else [Text()]
        self._plain = [line.plain for line in sheet]
        return sheet
