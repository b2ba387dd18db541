"""Every text can be read on everything it stands on: contrast by WCAG 2, at least 4.5 to 1; 7 to 1 in high contrast."""

import re

import pytest
from msgspec.structs import fields
from rich.color import Color as Colour
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color

from briefing import resources
from briefing.room.contrast import contrast, mixed
from briefing.room.themes import SPACE, TAG_COLOURS, THEMES, Palette, following, palette, theme

COLOURED = [name for name in THEMES if name != "none"]
TEXTS = ("ink", "pale", "accent", "against", "favour", "doubt")
ON_ROWS = ("ground", "raised", "rest", "cursor")
STRESSED = ("picked", "marked", "in_hand", "decisive")
LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}


def ground(p, name):
    """The background of a token: a colour itself, or what its style lays under text."""
    value = getattr(p, name)
    return value if value.startswith("#") else Style.parse(value).bgcolor.name


def test_contrast_is_computed_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", COLOURED)
def test_texts_can_be_read_on_every_row(name):
    p = palette(name)
    found = {(t, g): contrast(getattr(p, t), ground(p, g)) for t in TEXTS for g in ON_ROWS}
    assert {pair: round(c, 2) for pair, c in found.items() if c < LEAST[name]} == {}


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("token", ["rest", "marked"])
def test_quiet_grounds_are_grey_where_there_are_256_colours_and_differ_from_the_ground(name, token):
    p = palette(name)
    lies_below = Style.parse(getattr(p, token)).bgcolor
    shown, below = (c.downgrade(ColorSystem.EIGHT_BIT).get_truecolor() for c in (lies_below, Colour.parse(p.ground)))
    assert shown.red == shown.green == shown.blue
    assert shown != below


@pytest.mark.parametrize("name", COLOURED)
def test_what_is_stressed_can_be_read(name):
    p = palette(name)
    styles = {stress: Style.parse(getattr(p, stress)) for stress in STRESSED}
    found = {stress: contrast(s.color.name, s.bgcolor.name) for stress, s in styles.items()}
    assert {stress: round(c, 2) for stress, c in found.items() if c < LEAST[name]} == {}


@pytest.mark.parametrize("name", COLOURED)
def test_tags_can_be_seen_on_every_row(name):
    p = palette(name)
    found = {(t, g): contrast(c, ground(p, g)) for t, c in TAG_COLOURS[name].items() for g in ON_ROWS}
    assert {pair: round(c, 2) for pair, c in found.items() if c < LEAST[name]} == {}


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("own", ["#101010", "#fefefe", "#3a1f5c", "#ffe97a", "#777777"])
def test_a_colour_of_ones_own_takes_the_nearest_shade_that_can_be_read_on_every_row(name, own):
    p = palette(name, [own])
    assert min(contrast(p.tag(own), ground(p, g)) for g in ON_ROWS) >= LEAST[name]
    if min(contrast(own, ground(p, g)) for g in ON_ROWS) >= LEAST[name]:
        assert p.tag(own) == own


def test_colours_are_mixed_by_shares():
    assert (mixed("#000000", "#ffffff", 0.0), mixed("#0a0000", "#140064", 0.5)) == ("#000000", "#0f0032")


@pytest.mark.parametrize("name", COLOURED)
def test_the_frame_in_focus_stands_out_from_the_others(name):
    p = palette(name)
    assert (
        contrast(p.accent, p.ground) > 2 * contrast(p.edge, p.ground) or theme(name).variables["frame-focus"] == "heavy"
    )
    assert theme(name).dark == (name != "light")


def test_without_colours_everything_that_is_stressed_is_still_told_from_everything_else():
    p = palette("none")
    assert {getattr(p, f.name) for f in fields(Palette) if f.name not in {"tags", *STRESSED, "cursor", "rest"}} == {
        "default"
    }
    styles = [Style.parse(getattr(p, stress)) for stress in ("cursor", "rest", "marked", "in_hand", "decisive")]
    assert all(s.color is None and s.bgcolor is None and s for s in styles)
    assert len({str(s) for s in styles[2:]}) == 3
    assert p.tag("red") == p.tag("#ff0000") == "default"
    assert theme("none").ansi
    assert theme("none").variables["frame"] != theme("none").variables["frame-focus"]


def test_the_key_goes_round_all_themes():
    seen = [THEMES[0]]
    while (name := following(seen[-1])) != THEMES[0]:
        seen.append(name)
    assert tuple(seen) == THEMES


def test_style_sheets_take_colours_and_space_from_the_tokens_alone():
    known = {*theme("dark").variables, "accent", "foreground", "background"} | set(SPACE)
    for sheet in resources.STYLES.glob("*.tcss"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert set(re.findall(r"\$([a-z-]+)", text)) <= known
        assert not re.search(r"#[0-9a-f]{3,6}\b(?![^{]*\{)|rgb\(|hsl\(", re.sub(r"#[a-z-]+", "", text))


@pytest.mark.parametrize("name", THEMES)
async def test_the_room_is_drawn_in_every_theme_and_says_the_same(sit, name):
    async with sit((100, 30), theme=name) as analyst:
        await analyst.press("5", "enter")
        said = analyst.screen
        assert "≠" in said
        await analyst.press("T")
        assert analyst.room.theme_name == following(name)
        assert f"colours: {following(name)}" in analyst.said
        analyst.room.clear_notifications()
        await analyst.pilot.pause()
        assert "≠" in analyst.screen


async def test_no_color_leaves_all_colours_to_the_terminal(sit, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit((100, 30)) as analyst:
        await analyst.press("5")
        room = analyst.room
        strips = [
            strip.apply_filter(f, Color(0, 0, 0))
            for strip in room.desk._compositor.render_strips()
            for f in room._filters[-1:]
        ]
        colours = {c.name for s in strips for segment in s for c in (segment.style.color, segment.style.bgcolor) if c}
        assert colours <= {"default"}
        assert any(segment.style.reverse for s in strips for segment in s)
        await analyst.press("T")
        assert any("NO_COLOR is set" in said for said in analyst.said)
        assert room.theme_name == "none"
