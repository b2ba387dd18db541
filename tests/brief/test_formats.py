import csv
import io
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pymarkdown.api import PyMarkdownApi

from briefing import brief
from briefing.brief.data import CLAIM_COLUMNS, as_csv, as_json, claim_rows
from briefing.brief.document import Cites, Document, Quote, Section, Strong, Table, bullets, paragraph
from briefing.brief.html import html
from briefing.brief.markdown import markdown, shown
from briefing.brief.version import Version
from briefing.brief.word import word
from tests.brief.conftest import AT

plain = st.text(
    st.sampled_from("ab1.)-+=:|*_`~#>\\[]()!<&;\"'$ \t\n\u00a0\u2003\u0301\x00\x1b\u202e\udcff") | st.characters()
)


class Page(HTMLParser):
    """What is on a page: its tags with their attributes, and the text within each block quotation."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.quotes, self._inside = [], [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "blockquote":
            self._inside = True
            self.quotes.append("")

    def handle_endtag(self, tag):
        self._inside &= tag != "blockquote"

    def handle_data(self, data):
        if self._inside:
            self.quotes[-1] += data


def one(block):
    return Document("Title", (), (("Case: x",),), (Section("Only", (block,)),))


@settings(max_examples=150, deadline=None)
@given(plain)
def test_html_quotes_to_the_letter(text):
    assert Page(html(one(Quote(text)))).quotes == [shown(text)]


@settings(max_examples=60, deadline=None)
@given(plain)
def test_no_words_add_anything_to_a_page(text):
    def tags(words):
        table = Table(words, ("a", words), ((words, words),))
        blocks = (Quote(words), paragraph(words, Strong(words)), bullets([words]), table)
        return [t for t, _ in Page(html(Document(words, (words,), ((words,),), (Section(words, blocks),)))).tags]

    assert tags(text) == tags("words")


def test_a_page_stands_alone_and_can_be_walked_through(compose, annotated):
    text = html(compose(orphans=annotated))
    page = Page(text)
    names = [t for t, _ in page.tags]
    assert not {"script", "img", "iframe", "object", "link", "form"} & set(names)
    assert "http://" not in text
    assert "https://" not in text
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on")]
    assert ("html", {"lang": "en"}) in page.tags
    levels = [int(t[1]) for t in names if re.fullmatch("h[1-6]", t)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all("scope" in attrs for t, attrs in page.tags if t == "th")
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for t, attrs in page.tags if t == "a"]
    assert {link[1:] for link in links} <= set(ids)
    assert {"#S1", "#E1", "#X1", "#J1"} <= set(links)


@settings(max_examples=20, deadline=None)
@given(plain)
def test_a_word_file_quotes_to_the_letter(text):
    made = docx.Document(io.BytesIO(word(one(Quote(text)), AT, "Ana")))
    assert [p.text for p in made.paragraphs if p.style.name == "Quote"] == [shown(text)]


def test_a_word_file_has_headings_and_tables(compose, annotated):
    made = docx.Document(io.BytesIO(word(compose(orphans=annotated), AT, "Ana")))
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"][1] == "Key judgments"
    assert [c.text for c in made.tables[0].rows[0].cells] == ["Evidence", "H1", "H2", "Diagnosticity"]


def test_every_format_gives_the_same_bytes_twice(compose, annotated):
    first, second = compose(orphans=annotated), compose(orphans=annotated)
    assert markdown(first) == markdown(second)
    assert html(first) == html(second)
    assert word(first, AT, "Ana") == word(second, AT, "Ana")


def test_the_markdown_passes_a_linter(render, annotated, tmp_path):
    """Left out: MD013 counts the length of lines, which for prose is the viewer's affair; MD012 the blank lines."""
    file = tmp_path / "brief.md"
    file.write_text(render(orphans=annotated))
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    found = linter.scan_path(str(file))
    assert [(f.line_number, f.rule_id, f.rule_description) for f in found.scan_failures] == []
    assert found.pragma_errors == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1 said no", "'+1 said no"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("+1,200.5", "+1,200.5"),
        ("a=b, “x”\nand", "a=b, “x”\nand"),
    ],
)
def test_no_cell_is_a_formula_and_numbers_stay_numbers(text, cell):
    assert list(csv.reader(io.StringIO(as_csv([{"a": text}], ["a"]), newline=""))) == [["a"], [cell]]


def test_claims_as_csv_have_their_words_and_places(dossier, annotated):
    text = as_csv(claim_rows(brief.Material(dossier)), CLAIM_COLUMNS)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [r["number"] for r in rows] == ["", "E1", "E2", ""]
    files = {s.file: s.text for s in dossier.sources.values()}
    assert all(files[r["file"]][int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


def test_json_says_what_the_judgments_rest_on_and_can_be_compared_with_later(dossier, compose, annotated):
    edition = brief.Edition("ferry", "Ana", AT, "0.1.0")
    text = as_json(brief.Material(dossier), edition, compose(), "d")
    first = json.loads(text)["judgments"][0]
    assert first["evidence_numbers"] == ["E1", "X1"]
    assert first["sources"] == ["S1"]
    assert first["range"] == [55, 80]
    assert Version.read(text).judgments[0].evidence == ["c2", "r1"]


def test_the_documentation_names_every_key_of_the_json(dossier, compose, annotated):
    page = (Path(__file__).parents[2] / "docs" / "brief.md").read_text("utf-8")
    made = json.loads(as_json(brief.Material(dossier), brief.Edition("ferry", "Ana", AT, "0.1.0"), compose(), "d"))
    keys = {*made, *made["judgments"][0], *made["hypotheses"][0], *made["sources"][0], *made["claims"][0]}
    keys |= {k for k in made["contradictions"][0] if not k.endswith(("_holder", "_source", "_quote"))}
    named = re.findall(r"`([a-z_0-9-]+)(?:\[\])?`", page)
    assert keys <= set(named)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": "x"}', "[" * 100_000, '{"version":1,"as_of":7}'])
def test_what_is_no_version_is_refused(text):
    with pytest.raises(ValueError):
        Version.read(text)


def test_references_stand_in_brackets_and_strong_words_between_asterisks():
    made = one(paragraph("We assess it is ", Strong("likely (55–80 %)"), " that a*b ", Cites(("S3", "S7")), "."))
    assert r"We assess it is **likely (55–80 %)** that a\*b \[S3, S7\]." in markdown(replace(made))
