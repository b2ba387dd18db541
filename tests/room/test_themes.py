"""Every text can be read on everything it stands on: contrast by WCAG 2, at least 4.5 to 1."""

import pytest
from textual.color import Color

from briefing.room.themes import TAG_COLOURS, palette, theme

TEXTS = ("ink", "pale", "accent", "against", "favour", "doubt")
GROUNDS = ("ground", "raised", "rest")
CURSOR_TEXTS = ("ink", "against", "favour", "doubt", "pale")


def luminance(colour):
    parts = [c / 255 for c in Color.parse(colour).rgb]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_texts_can_be_read(name):
    p = palette(name)
    pairs = [(t, g) for t in TEXTS for g in GROUNDS] + [(t, "cursor") for t in CURSOR_TEXTS]
    pairs += [("ink", "mark"), ("ink", "strong")]
    poor = {pair: round(c, 2) for pair in pairs if (c := contrast(getattr(p, pair[0]), getattr(p, pair[1]))) < 4.5}
    assert poor == {}


@pytest.mark.parametrize("name", ["dark", "light"])
def test_tags_can_be_seen_on_every_row(name):
    p = palette(name)
    grounds = (p.ground, p.raised, p.rest, p.cursor)
    poor = {t: g for t, colour in TAG_COLOURS[name].items() for g in grounds if contrast(colour, g) < 4.5}
    assert poor == {}


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_frame_in_focus_stands_out_from_the_others(name):
    p = palette(name)
    assert contrast(p.accent, p.ground) > 2 * contrast(p.edge, p.ground)
    assert theme(name).dark == (name == "dark")
