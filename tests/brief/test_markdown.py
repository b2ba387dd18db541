import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.brief import escape
from briefing.brief.document import Heading, Strong, bullets, paragraph
from briefing.brief.markdown import block_markdown, quotation, shown

READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})]
NASTY = [
    "1986. That", "5*3 and 2*4", "[1]: http://x", "![](http://x)", "[sic]", "a | b", "", " ", "\n", "\n\n a", "a\n\nb", "a  \nb", "a\\\nb",
    "a\n---", "a\n===", "a | b\n:-", "a | b\n-:", "| a |\n|---|", "> a", "# a #", "- a", "+ a", "7) a", "- - -", "-- -", "***", "___", "~~~", "```\nx",
    "    code", "\tcode", "`a`", "``", "<b>", "<!-- x", "<http://x>", "http://x.org/a_b_c", "a@b.org", "&amp;", "&#35;", "&copy", "AT&T; &", "~~a~~", "~a~",
    "*a*", "_a_", "__init__", "\\*", "\\", "a\\", "[a](b)", "[^1]", "[ ] task", "\u00a0a\u00a0", "\u3000a", "\x85", "$5 and $6", ":joy:", "at 10:30:15",
    "{{ x }}", "<script>alert(1)</script>", "|", "||", "\\|", "a\r\nb\rc", "\ufeffa", "\u202ea\u202c", "\x1b[31mred\x1b]0;x\x07", "\x00", "\udcff", "e\u0301",
]  # fmt: skip

plain = st.text(st.sampled_from("ab1.)-+=:|*_`~#>\\[]()!<&;$ \t\n\u00a0\u2003\u0301\u200d") | st.characters())


def text_of(tokens):
    seen = ""
    for token in tokens or ():
        assert token.type in {"text", "softbreak", "text_special"}, f"{token.type} was read into it"
        seen += "\n" if token.type == "softbreak" else token.content
    return seen


def seen(markdown, around):
    """Return the text of a document that must be one paragraph inside those blocks."""
    found = []
    for reader in READERS:
        tokens = reader.parse(markdown)
        types = [t.type for t in tokens]
        inside = ["paragraph_open", "inline", "paragraph_close"]
        assert types == [*(f"{b}_open" for b in around), *inside, *(f"{b}_close" for b in reversed(around))], types
        found.append(text_of(tokens[len(around) + 1].children))
    assert found[0] == found[1]
    return found[0]


def check(text):
    if not text:
        return
    assert seen(escape(text), []) == shown(text)
    assert seen(quotation(text), ["blockquote"]) == shown(text)
    assert seen(block_markdown(bullets([text])), ["bullet_list", "list_item"]) == shown(text)
    assert seen(block_markdown(bullets([f"Note: {text}"])), ["bullet_list", "list_item"]) == f"Note: {shown(text)}"


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_words_render_to_themselves(text):
    check(text)


@settings(max_examples=400, deadline=None)
@given(plain)
def test_any_words_render_to_themselves(text):
    check(text)


@given(st.text(st.sampled_from("a|:- \n"), min_size=1, max_size=12))
def test_no_table_or_rule_is_read_into_words(text):
    check(text)


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("\n\t")))
def test_words_without_hidden_characters_are_kept_to_the_letter(text):
    assert shown(text) == text


@given(plain)
def test_nothing_hidden_reaches_the_file(text):
    allowed = "\n\u200c\u200d\u00ad\t"
    assert all(c in allowed or unicodedata.category(c) not in {"Cc", "Cf", "Cs"} for c in escape(text))


@given(plain)
def test_a_heading_keeps_its_words(text):
    for reader in READERS:
        tokens = reader.parse(block_markdown(Heading(f"Of {text}")))
        assert [t.type for t in tokens] == ["heading_open", "inline", "heading_close"]
        assert text_of(tokens[1].children) == f"Of {shown(' '.join(text.split()))}".rstrip(" ")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("It cost $5, he said: no.", "It cost $5, he said: no."),
        ("AT&T lost 5-3 (again)!", "AT&T lost 5-3 (again)!"),
        ("-5 degrees", "-5 degrees"),
        ("0.1.0", "0.1.0"),
        ("1986. That", "1986\\. That"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("a :joy: b", "a \\:joy: b"),
    ],
)
def test_ordinary_words_stay_readable_in_the_file(text, markdown):
    assert escape(text) == markdown


@given(plain, plain)
def test_strong_words_in_a_sentence_keep_all_words(before, after):
    """The marks of strong words are the only ones, and the words around them are to the letter."""
    written = block_markdown(paragraph("I say ", before, Strong("likely (55–80 %)"), " that ", after, "."))
    for reader in READERS:
        tokens = reader.parse(written)
        assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        found = [t for t in tokens[1].children if t.type not in {"strong_open", "strong_close"}]
        assert text_of(found) == shown(f"I say {before}likely (55–80 %) that {after}.")
