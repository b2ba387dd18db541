"""The reader's page: every word of an article is on it once, in order, within its width."""

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.dossier import Claim, Dossier, Passage, PassageKind, Source
from briefing.room.glyphs import glyphs
from briefing.room.look import Look
from briefing.room.page import Marks, draw, lay_out, shown
from briefing.room.themes import palette

LOOK = Look(palette("dark"), glyphs("unicode"), {}, plain=False)
TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from(" \n\t\x1b\u202e日é"), min_size=1, max_size=300)


def squeezed(text):
    return "".join(c for c in text if c not in " \n\r\t\f\v")


def page_of(text, width, kind=PassageKind.BODY):
    return lay_out(Source("s", "f.txt", "", text, (Passage(0, len(text), kind),)), width)


@given(TEXT, st.integers(24, 120))
@example(" 000000000\x80\x80\x80", 37)
def test_every_word_is_on_the_page_once_and_lines_fit(text, width):
    page = page_of(text, width)
    lines = [draw(Dossier(), LOOK, page, line, Marks(), width) for line in page.lines]
    assert squeezed("".join(line.plain for line in lines)) == squeezed(shown(squeezed(text)))
    assert all(line.cell_len <= width for line in lines)


@given(TEXT.filter(squeezed), st.integers(24, 120), st.data())
def test_words_are_found_on_the_line_that_shows_them(text, width, data):
    page = page_of(text, width)
    places = [n for n, c in enumerate(text) if c not in " \n\r\t\f\v"]
    at = data.draw(st.sampled_from(places))
    line = page.lines[page.line_at(at)]
    assert line.start <= at < line.end


def test_marks_of_headings_are_left_out_and_front_matter_is_not_part_of_the_page():
    text = "---\ntitle: x\n---\n\n## The town\n\nIt rained."
    passages = (Passage(0, 16, PassageKind.BOILERPLATE), Passage(18, 29, PassageKind.HEADING), Passage(31, 41))
    page = lay_out(Source("s", "f.md", "", text, passages), 60)
    assert [text[line.start : line.end] for line in page.lines] == ["The town", "", "It rained."]


def test_the_claim_in_hand_stands_out_without_colour_too():
    text = "It rained. The bridge held, they said."
    dossier = Dossier()
    page = page_of(text, 60)
    dossier.put_sources([page.source])
    held, other = (Claim(i, "s", s, e, text[s:e], "") for i, s, e in (("c1", 0, 9), ("c2", 11, 26)))
    line = draw(dossier, LOOK, page, page.lines[0], Marks((held, other), "c1"), 60)
    assert line.plain.startswith("▌ ")
    styles = {text[s.start - 2 : s.end - 2]: str(s.style) for s in line.spans if s.start >= 2}
    assert "bold" in styles["It rained"]
    assert "bold" not in styles["The bridge held"]
    assert draw(dossier, LOOK, page, page.lines[0], Marks((other,)), 60).plain.startswith("▏ ")
