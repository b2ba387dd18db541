"""The two sets of colours: quiet, one accent, colour only where it means something."""

from dataclasses import dataclass
from typing import Literal

from textual.theme import Theme

_DARK = {
    "ink": "#d7dade", "pale": "#9aa3ad", "ground": "#14171b", "raised": "#1b2026", "edge": "#333b45", "accent": "#6cb6ff",
    "cursor": "#1f3957", "rest": "#232931", "against": "#f08f8a", "for": "#8fce9a", "doubt": "#e2b86b", "mark": "#232c38",
    "strong": "#4a4020",
}  # fmt: skip
_LIGHT = {
    "ink": "#22272e", "pale": "#5a6470", "ground": "#fbfaf7", "raised": "#f2f0ea", "edge": "#cbc8c0", "accent": "#0a58a8",
    "cursor": "#cfe2f6", "rest": "#e8e6df", "against": "#a8231f", "for": "#1c6b30", "doubt": "#80520a", "mark": "#e6ebf2",
    "strong": "#f5e6b0",
}  # fmt: skip

TAG_COLOURS = {
    "dark": {
        "red": "#f08f8a", "orange": "#eda15f", "gold": "#e2c26b", "green": "#8fce9a", "teal": "#74cfc4", "blue": "#6cb6ff",
        "purple": "#c6a3ee", "grey": "#aab2bd",
    },
    "light": {
        "red": "#a8231f", "orange": "#8f4a06", "gold": "#6f5600", "green": "#1c6b30", "teal": "#0b665e", "blue": "#0a58a8",
        "purple": "#6b35a8", "grey": "#565f6a",
    },
}  # fmt: skip
"""What the colour names of tags in config.yaml look like in each theme."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they mean, for rows that are drawn by hand."""

    ink: str
    pale: str
    ground: str
    raised: str
    edge: str
    accent: str
    cursor: str
    rest: str
    against: str
    favour: str
    doubt: str
    mark: str
    strong: str
    tags: dict[str, str]


def palette(name: Literal["dark", "light"]) -> Palette:
    """Return the colours of a theme."""
    colours = {("favour" if k == "for" else k): v for k, v in (_DARK if name == "dark" else _LIGHT).items()}
    return Palette(**colours, tags=TAG_COLOURS[name])


def theme(name: Literal["dark", "light"]) -> Theme:
    """Return Textual's theme for those colours."""
    p = palette(name)
    return Theme(
        name=f"briefing-{name}",
        primary=p.accent,
        accent=p.accent,
        foreground=p.ink,
        background=p.ground,
        surface=p.ground,
        panel=p.raised,
        warning=p.doubt,
        error=p.against,
        success=p.favour,
        dark=name == "dark",
        variables={"edge": p.edge, "pale": p.pale, "raised": p.raised, "cursor": p.cursor},
    )
