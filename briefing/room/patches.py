"""Textual's compositor, which draws only what is seen and has changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Render = tuple[Region, Region, list[Strip]]
"""Where a widget lies, which part of that is drawn, and the lines of that part."""


class _Piece(NamedTuple):
    """Part of a line of the screen: from one cell to before another."""

    y: int
    start: int
    end: int
    strip: Strip


class PatchCompositor(Compositor):
    """Draws of each widget the lines that changed and are not covered by what lies before it.

    Textual draws every widget within the smallest box around all changes, with all of its lines, and what holds others too;
    and it cuts each line wherever on it any widget begins.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed."""
        changed, screen = tuple(self._dirty_regions), self.size.region
        self._dirty_regions.clear()
        if not changed:
            return None
        missing = _missing(part.intersection(screen) for part in changed)
        pieces = sorted(self._pieces(missing), key=lambda piece: piece[:3])
        lines: list[dict[int, Strip | None]] = [{} for _ in range(screen.height)]
        ends: list[list[int]] = [[] for _ in range(screen.height)]
        for y, start, end, strip in pieces:
            lines[y][start] = strip
            ends[y].append(end)
        return ChopsUpdate(lines, [piece[:3] for piece in pieces], ends) if pieces else None

    def _pieces(self, missing: dict[int, int]) -> Iterator[_Piece]:
        for shown, lines, strips in self._drawn(missing):
            cells = _cells(shown)
            for y in lines:
                strip = strips[y - lines[0]]
                for start, end in _runs(missing[y] & cells):
                    yield _Piece(y, start, end, strip.crop(start - shown.x, end - shown.x))

    def _drawn(self, missing: dict[int, int]) -> Iterator[tuple[Region, list[int], list[Strip]]]:
        """Yield of each widget of which something is missing where it shows, on which lines, and all lines from the first of these to the last."""
        for widget, (region, clip) in self.visible_widgets.items():  # from front to back
            shown = region.intersection(clip)
            cells = _cells(shown)
            lines = [y for y in shown.line_range if missing.get(y, 0) & cells]
            if lines:
                drawn = Region(shown.x, lines[0], shown.width, lines[-1] + 1 - lines[0])
                strips = widget.render_lines(drawn.translate(-region.offset))
                if strips[0].cell_length < drawn.width:
                    continue  # it was just taken out, and draws nothing
                yield drawn, lines, strips
                for y in lines:
                    missing[y] &= ~cells

    def _get_renders(self, crop: Region | None = None) -> Iterable[Render]:
        for drawn, _, strips in self._drawn(_missing([crop or self.size.region])):
            yield drawn, drawn, strips


def _cells(region: Region) -> int:
    return ((1 << region.width) - 1) << region.x


def _missing(parts: Iterable[Region]) -> dict[int, int]:
    """Return what is to be drawn of each line of the screen, a bit for each cell."""
    missing = defaultdict[int, int](int)
    for part in parts:
        for y in part.line_range:
            missing[y] |= _cells(part)
    return missing


def _runs(cells: int) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of the cells that stand together."""
    while cells:
        start = (cells & -cells).bit_length() - 1
        length = (~(cells >> start) & ((cells >> start) + 1)).bit_length() - 1
        yield start, start + length
        cells &= ~(((1 << length) - 1) << start)
