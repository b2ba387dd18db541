"""The one place of colour, space and emphasis: four themes, quiet, with one accent, and colour only where it means something.

Rows are drawn with a `Palette`; the style sheets take the same tokens as variables ($ink is $foreground there, $ground
$background). Nothing is said by colour alone, so that the theme without any says all that the others say.
"""

from collections.abc import Iterable
from typing import get_args

from msgspec import Struct
from textual.theme import BUILTIN_THEMES, Theme

from briefing.config import ThemeName
from briefing.room.contrast import contrast, mixed

THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
_COLOURS: dict[ThemeName, dict[str, str]] = {
    "dark": {
        "ink": "#d7dade", "pale": "#9aa3ad", "ground": "#14171b", "raised": "#1b2026", "edge": "#333b45", "accent": "#6cb6ff",
        "against": "#f08f8a", "favour": "#8fce9a", "doubt": "#e2b86b",
    },
    "light": {
        "ink": "#22272e", "pale": "#5a6470", "ground": "#fbfaf7", "raised": "#f2f0ea", "edge": "#cbc8c0", "accent": "#0a58a8",
        "against": "#a8231f", "favour": "#1c6b30", "doubt": "#80520a",
    },
    "contrast": {
        "ink": "#ffffff", "pale": "#e2e6ea", "ground": "#000000", "raised": "#0d0d0d", "edge": "#8f969e", "accent": "#ffe14d",
        "against": "#ffb3ae", "favour": "#8dffa5", "doubt": "#ffcf7a",
    },
    "none": dict.fromkeys(
        ("ink", "pale", "ground", "raised", "edge", "accent", "against", "favour", "doubt"), "default"
    ),
}  # fmt: skip
GROUNDS: dict[ThemeName, dict[str, str]] = {
    "dark": {"cursor": "#1f3957", "rest": "#24292f", "mark": "#292f37", "strong": "#4a4020"},
    "light": {"cursor": "#cfe2f6", "rest": "#e8e6df", "mark": "#e4e7eb", "strong": "#f5e6b0"},
    "contrast": {"cursor": "#00337a", "rest": "#2b2b2b", "mark": "#292f37", "strong": "#5c3d00"},
}
"""What text stands on beside the ground itself: rows in hand and at rest, claims in an article, the words in hand.

Rows at rest and claims are so nearly grey that terminals of 256 colours show a grey, and no navy or lavender.
"""

TAG_COLOURS: dict[ThemeName, dict[str, str]] = {
    "dark": {
        "red": "#f08f8a", "orange": "#eda15f", "gold": "#e2c26b", "green": "#8fce9a", "teal": "#74cfc4", "blue": "#6cb6ff",
        "purple": "#c6a3ee", "grey": "#aab2bd",
    },
    "light": {
        "red": "#a8231f", "orange": "#8f4a06", "gold": "#6f5600", "green": "#1c6b30", "teal": "#0b665e", "blue": "#0a58a8",
        "purple": "#6b35a8", "grey": "#565f6a",
    },
    "contrast": {
        "red": "#ffb3ae", "orange": "#ffc08a", "gold": "#ffe14d", "green": "#8dffa5", "teal": "#7dfff0", "blue": "#b3d9ff",
        "purple": "#e0c6ff", "grey": "#e2e6ea",
    },
}  # fmt: skip
"""What the colour names of tags in config.yaml look like in each theme that has colours."""

LEAST_CONTRAST: dict[ThemeName, float] = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""The contrast that text has at least: the levels AA and AAA of WCAG 2."""
_SHADES = 20
"""Steps between a colour of the analyst's own and that of text."""

SPACE = {"gap": "1", "sheet": "90%", "sheet-most": "100", "sheet-height": "70%", "note-height": "50%"}
"""Space in cells, or in parts of the screen: between things, and the width and height of what lies over the room."""


class Palette(Struct, frozen=True):
    """Colours by what they mean, and styles by what they stress, for rows that are drawn by hand.

    `cursor` and `rest` lie under the row in hand in a pane in focus and in others, `picked` is the cell in hand of a row;
    `marked` is a claim in its article, `in_hand` the one in hand, `decisive` the words that decide.
    """

    ink: str
    pale: str
    ground: str
    raised: str
    edge: str
    accent: str
    against: str
    favour: str
    doubt: str
    cursor: str
    rest: str
    picked: str
    marked: str
    in_hand: str
    decisive: str
    tags: dict[str, str]

    def tag(self, colour: str) -> str:
        """Return the colour of a tag as it is in the theme; the ink where the theme has no colours."""
        return self.tags[colour] if self.tags else self.ink


def palette(name: ThemeName, own: Iterable[str] = ()) -> Palette:
    """Return the tokens of a theme, with a shade for each of the colours "#rrggbb" of the analyst's own tags."""
    colours = _COLOURS[name]
    if name == "none":
        stress = {
            "cursor": "reverse", "rest": "underline", "picked": "bold reverse", "marked": "underline",
            "in_hand": "bold underline", "decisive": "bold reverse",
        }  # fmt: skip
        return Palette(**colours, **stress, tags={})
    ink, on = colours["ink"], GROUNDS[name]
    return Palette(
        **colours,
        cursor=f"on {on['cursor']}",
        rest=f"on {on['rest']}",
        picked=f"bold {colours['ground']} on {colours['accent']}",
        marked=f"{ink} on {on['mark']}",
        in_hand=f"bold {ink} on {on['strong']}",
        decisive=f"bold underline {ink} on {on['strong']}",
        tags=TAG_COLOURS[name] | {colour: _readable(colour, name) for colour in own},
    )


def _readable(colour: str, name: ThemeName) -> str:
    """Return the shade nearest to a colour, on its way to that of text, that can be read on everything in a theme."""
    colours = _COLOURS[name]
    grounds = (colours["ground"], colours["raised"], GROUNDS[name]["cursor"], GROUNDS[name]["rest"])
    shades = (mixed(colour, colours["ink"], part / _SHADES) for part in range(_SHADES))
    least = LEAST_CONTRAST[name]
    return next((s for s in shades if min(contrast(s, g) for g in grounds) >= least), colours["ink"])


def theme(name: ThemeName) -> Theme:
    """Return Textual's theme for those tokens; the one without colours leaves all of them to the terminal."""
    colours = {k: "ansi_default" if v == "default" else v for k, v in _COLOURS[name].items()}
    frames = {"frame": "round", "frame-focus": "heavy" if name in {"none", "contrast"} else "round"}
    return Theme(
        name=f"briefing-{name}",
        primary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["raised"],
        warning=colours["doubt"],
        error=colours["against"],
        success=colours["favour"],
        dark=name != "light",
        ansi=name == "none",
        secondary=colours["accent"],
        boost=colours["raised"],
        variables={k: colours[k] for k in ("edge", "pale", "raised")} | frames | SPACE | _own(name),
    )


def _own(name: ThemeName) -> dict[str, str]:
    """Return the variables that Textual's own widgets need beside, in a theme that leaves colours to the terminal."""
    if name != "none":
        return {}
    return dict.fromkeys(BUILTIN_THEMES["ansi-dark"].variables, "ansi_default") | {"input-cursor-text-style": "reverse"}


def following(name: ThemeName) -> ThemeName:
    """Return the theme that comes after one, round and round."""
    return THEMES[(THEMES.index(name) + 1) % len(THEMES)]
