"""Textual's compositor, which for a small change draws only what is seen of it."""

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Render = tuple[Region, Region, list[Strip]]
"""Where a widget lies, which part of that is drawn, and the lines of that part."""


class PatchCompositor(Compositor):
    """Draws the lines that changed, and nothing of what lies behind a widget that covers the change.

    Textual draws every widget within the smallest box around all changes, with all of its lines.
    """

    _patches: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what changed."""
        self._patches = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._patches = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[Render]:
        return self._patched(self._patches) if self._patches else super()._get_renders(crop)

    def _patched(self, patches: Iterable[Region]) -> Iterable[Render]:
        for widget, (region, clip) in self.visible_widgets.items():  # from front to back
            shown = region.intersection(clip)
            touched = [patch for patch in patches if patch.overlaps(shown)]
            if touched:
                top = max(shown.y, min(patch.y for patch in touched))
                bottom = min(shown.bottom, max(patch.bottom for patch in touched))
                drawn = Region(shown.x, top, shown.width, bottom - top)
                yield region, drawn, widget.render_lines(drawn.translate(-region.offset))
                patches = [patch for patch in patches if not shown.contains_region(patch)]
                if not patches:
                    return
