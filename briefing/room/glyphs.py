"""Signs, each with a plain fallback for terminals and fonts without it."""

from typing import Literal

from msgspec import Struct

from briefing.dossier import RelationType


class Glyphs(Struct, frozen=True):
    """One set of signs."""

    relation: dict[RelationType, str]
    proposed: str
    relays: str
    ellipsis: str
    full: str
    empty: str
    note: str
    brief: str
    own: str
    chosen: str
    bar: str
    strong_bar: str
    fault: str
    nothing: str
    here: str
    before: str
    will: str
    line: str
    heights: str
    upwards: str
    downwards: str

    @property
    def conflict(self) -> str:
        """The sign of a contradiction."""
        return self.relation[RelationType.CONTRADICTION]


_UNICODE = Glyphs(
    {RelationType.CONTRADICTION: "≠", RelationType.TENSION: "~", RelationType.SUPERSEDED: "→", RelationType.CORROBORATION: "="},
    "▌", "↳", "…", "▰", "▱", "✎", "§", "±", "▸", "▏", "▌", "!", "·", "●", "○", "◆", "─", "▁▂▃▄▅▆▇█", "↑", "↓",
)  # fmt: skip
_PLAIN = Glyphs(
    {
        RelationType.CONTRADICTION: "!=", RelationType.TENSION: "~", RelationType.SUPERSEDED: "->",
        RelationType.CORROBORATION: "=",
    },
    "|", ">", "...", "#", ".", "n", "b", "*", ">", ":", "|", "!", ".", "@", "o", "#", "-", ".:-=+*%#", "^", "v",
)  # fmt: skip


def glyphs(name: Literal["unicode", "plain"]) -> Glyphs:
    """Return the signs of that set."""
    return _UNICODE if name == "unicode" else _PLAIN
