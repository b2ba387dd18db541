"""The reader: an article with its claims marked in place."""

from collections.abc import Sequence

from rich.text import Text

from briefing.dossier import Claim, Dossier, Source
from briefing.plaintext import one_line
from briefing.room.linelist import LineList
from briefing.room.look import Look
from briefing.room.page import Marks, Page, draw, lay_out

_ABOVE, _BELOW = 3, 2
"""Lines kept above and below words that are brought into view."""


class Reader(LineList):
    """One article at a time; the cursor goes by lines, and the claim in hand is the one it stands on."""

    def __init__(self, dossier: Dossier, look: Look, *, empty: str, id: str) -> None:  # noqa: A002
        super().__init__(self._line, empty=empty, id=id)
        self._dossier = dossier
        self._look = look
        self._page = Page(Source("", "", ""))
        self._marks = Marks()
        self._without_source = empty

    @property
    def source(self) -> Source | None:
        """The article that is open."""
        return self._page.source if self._page.source.id else None

    @property
    def claim(self) -> str | None:
        """The id of the claim in hand."""
        return self._marks.current

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims marked on the page, in reading order."""
        return self._marks.claims

    def restyle(self, look: Look) -> None:
        """Draw with other colours or signs."""
        self._look = look
        self.redraw()

    def open_source(self, source: Source, claims: Sequence[Claim]) -> None:
        """Show an article with its claims marked, or why it was not read; what was in hand stays so, where it still stands."""
        if self._page.source != source:
            unread = f"This file was not read: {one_line(source.skipped or '')}."
            self.say_when_empty(self._without_source if source.skipped is None else unread)
            self._page = lay_out(source, self.size.width)
            self._marks = Marks(tuple(claims))
            self.show([])
            self.show([str(n) for n in range(len(self._page.lines))])
            self.show_from(0)
        else:
            current = self.claim if any(c.id == self.claim for c in claims) else None
            self._marks = Marks(tuple(claims), current, self._marks.words if current else None)
        self.redraw()

    def take(self, claim_id: str, words: tuple[int, int] | None = None) -> None:
        """Take a claim of this article in hand and bring its words into view."""
        claim = next((c for c in self._marks.claims if c.id == claim_id), None)
        if claim is not None:
            self._marks = Marks(self._marks.claims, claim_id, words)
            self.to_words(words[0] if words else claim.start, claim.end)

    def point_out(self, start: int, end: int, hidden: int = 0) -> None:
        """Mark characters that are no claim, and bring them into view above so many lines that something lies on."""
        self._marks = Marks(self._marks.claims, None, (start, end))
        self.to_words(start, end, hidden)

    @property
    def at(self) -> tuple[int, int]:
        """The characters of the line under the cursor, (start, end)."""
        line = self._page.lines[self.cursor] if self._page.lines else None
        return (line.start, line.end) if line else (0, 0)

    def unmark(self) -> None:
        """Mark the claims alone."""
        self._marks = Marks(self._marks.claims)
        self.redraw()

    def to_words(self, start: int, end: int, hidden: int = 0) -> None:
        """Bring characters into view, with the cursor on the first of them; `hidden` lines at the bottom do not count as seen."""
        first, last = self._page.line_at(start), self._page.line_at(max(start, end - 1))
        self.go_to(str(first))
        top, height = self.scroll_offset.y, self.size.height - hidden
        if first < top + 1 or last + _BELOW >= top + height:
            self.show_from(max(0, first - _ABOVE))
        self.redraw()

    def step(self, by: int) -> bool:
        """Take the next claim in hand, or the one before; returns whether there is one."""
        claims = self._marks.claims
        at = next((n for n, c in enumerate(claims) if c.id == self.claim), None)
        if at is None:
            here = self._page.lines[self.cursor].start if self._page.lines else 0
            before = sum(c.start < here for c in claims)
            at = before - 1 if by > 0 else before
        if not 0 <= at + by < len(claims):
            return False
        self._take_moved(claims[at + by].id)
        return True

    def _take_moved(self, claim: str) -> None:
        self.take(claim)
        self._follow(claim)

    def _move(self, to: int) -> None:
        self._put_cursor(to)
        if not self._page.lines:
            return
        here = self._marks.on(self._page.lines[self.cursor])
        claim = self.claim if any(c.id == self.claim for c in here) else here[0].id if here else None
        if claim != self.claim:
            self._marks = Marks(self._marks.claims, claim)
            self.redraw()
            self._follow(claim or "")

    @property
    def place(self) -> tuple[str, int] | None:
        """The article that is open, and the character at which the cursor's line begins."""
        if self.source is None or not self._page.lines:
            return None
        return self.source.id, self._page.lines[self.cursor].start

    @property
    def texts(self) -> Sequence[str]:
        """The words of every line."""
        return [self._page.source.text[line.start : line.end] for line in self._page.lines]

    def _line(self, item: str, width: int) -> list[Text]:
        line = self._page.lines[int(item)]
        return [draw(self._dossier, self._look, self._page, line, self._marks, width)]

    def on_resize(self) -> None:
        """Lay the page out anew, around the words that the cursor was on."""
        if self.source is None:
            return
        at = self._page.lines[self.cursor].start if self._page.lines else 0
        self._page = lay_out(self._page.source, self.size.width)
        self.show([str(n) for n in range(len(self._page.lines))])
        self.to_words(at, at + 1)
