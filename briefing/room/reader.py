"""The reader: an article with its claims marked in place; the cursor walks from claim to claim."""

from rich.text import Text

from briefing.dossier import Claim, Dossier, Source
from briefing.room.linelist import LineList
from briefing.room.look import Look
from briefing.room.page import Line, Marks, draw, lay_out, line_at

_ABOVE = 4
"""Lines kept above the words that are opened."""


class Reader(LineList):
    """One article at a time."""

    def __init__(self, dossier: Dossier, look: Look, *, empty: str, id: str) -> None:  # noqa: A002
        super().__init__(self._line, empty=empty, id=id)
        self._dossier = dossier
        self._look = look
        self._source: Source | None = None
        self._page: list[Line] = []
        self._marks = Marks()

    @property
    def source(self) -> Source | None:
        """The article that is open."""
        return self._source

    @property
    def current(self) -> str | None:
        """The id of the claim in hand."""
        return self._marks.current

    def restyle(self, look: Look) -> None:
        """Draw with other colours or signs."""
        self._look = look
        self.refresh()

    def open_source(
        self, source: Source, claims: list[Claim], current: str | None, words: tuple[int, int] | None = None
    ) -> None:
        """Show an article, its claims marked; with a claim in hand its words are brought into view."""
        if self._source != source:
            self._source = source
            self._page = lay_out(source, self.size.width)
            self._rows_follow()
        self._marks = Marks(tuple(claims), current, words)
        if current is not None:
            self._to_claim()
        self.refresh()

    def move(self, rows: int) -> None:
        """Go to the next claim, or the one before."""
        claims = self._marks.claims
        if not claims:
            self.scroll_relative(y=rows, animate=False)
            return
        at = next((n for n, c in enumerate(claims) if c.id == self.current), -1 if rows > 0 else len(claims))
        self._take(claims[max(0, min(at + rows, len(claims) - 1))])

    def move_page(self, pages: float) -> None:
        """Scroll by so many screens; the claim in hand stays."""
        self.scroll_relative(y=round(pages * self.size.height), animate=False)

    def move_to_end(self, *, last: bool) -> None:
        """Go to the first or the last claim."""
        if self._marks.claims:
            self._take(self._marks.claims[-1 if last else 0])

    def _take(self, claim: Claim) -> None:
        self._marks = Marks(self._marks.claims, claim.id, None)
        self._to_claim()
        self.refresh()
        self.post_message(self.Moved(self, claim.id))

    def _to_claim(self) -> None:
        claim = next((c for c in self._marks.claims if c.id == self.current), None)
        if claim is None:
            return
        first, last = line_at(self._page, claim.start), line_at(self._page, max(claim.start, claim.end - 1))
        top, height = self.scroll_offset.y, self.size.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - _ABOVE), animate=False)

    def _line(self, item: str, width: int) -> list[Text]:
        assert self._source is not None
        return [draw(self._dossier, self._look, self._source, self._page[int(item)], self._marks, width)]

    def _rows_follow(self) -> None:
        self.scroll_to(y=0, animate=False)
        self.show([str(n) for n in range(len(self._page))])

    def on_resize(self) -> None:
        """Lay the page out anew."""
        if self._source is not None:
            self._page = lay_out(self._source, self.size.width)
            self._rows_follow()
            self._to_claim()
