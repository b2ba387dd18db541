"""Textual's compositor, which draws only what is seen."""

from collections import defaultdict
from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Render = tuple[Region, Region, list[Strip]]
"""Where a widget lies, which part of that is drawn, and the lines of that part."""


class PatchCompositor(Compositor):
    """Draws of each widget the lines that changed and are not covered by what lies before it.

    Textual draws every widget within the smallest box around all changes, with all of its lines, and what holds others too.
    """

    _changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[Render]:
        missing = defaultdict[int, int](int)  # what is still to be drawn of a line of the screen, a bit for each cell
        for part in self._changed or (crop or self.size.region,):
            for y in part.line_range:
                missing[y] |= _cells(part)
        for widget, (region, clip) in self.visible_widgets.items():  # from front to back
            shown = region.intersection(clip)
            cells = _cells(shown)
            lines = [y for y in shown.line_range if y in missing and missing[y] & cells]
            if lines:
                drawn = Region(shown.x, lines[0], shown.width, lines[-1] + 1 - lines[0])
                strips = widget.render_lines(drawn.translate(-region.offset))
                yield region, drawn, strips
                for y, strip in zip(drawn.line_range, strips, strict=False):
                    if strip.cell_length == drawn.width:  # one that was taken out draws nothing
                        missing[y] &= ~cells


def _cells(region: Region) -> int:
    return ((1 << region.width) - 1) << region.x
