import string
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from briefing import yamlfile
from briefing.errors import InputError

LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=8)
TREES = st.recursive(
    st.text(max_size=12) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def complaint(text: str, **how: object) -> str:
    with pytest.raises(InputError) as refused:
        yamlfile.load(text, "f.yaml", **how)
    (fault,) = refused.value.faults
    assert fault.remedy
    return str(fault)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (LAUGHS, "f.yaml:2: YAML aliases (*name) are not read"),
        ("a: 1\n\nb: 2\na: 3\n", "f.yaml:4: a: the key stands twice"),
        ("a:\n  - b: 1\n    b: 2\n", "f.yaml:3: a.0.b: the key stands twice"),
        ("a: 1\nb: [1\nc: 2\n", "f.yaml:3: not valid YAML"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2: not valid YAML"),
        ("a: 1\nb: !!python/object:os.system x\n", "f.yaml:2: not valid YAML"),
        ("a: 1\nb: 2025-13-45\n", "f.yaml:2: not a valid value"),
        ("a: 1\n? [x]\n: y\n", "f.yaml:2: a key must be a word"),
        ("a: 1\nb: x\x07\n", "f.yaml:2: a character that YAML does not allow: U+0007"),
        ("a: 1\nb: x\ud800\n", "f.yaml:2: a character that YAML does not allow: U+D800"),
        ("a: 1\nb: " + "[" * 150, "f.yaml:2: nested more than 100 deep"),
        ("- " * 150 + "x", "f.yaml:1: nested more than 100 deep"),
        ("a: " + "9" * 5000, "f.yaml:1: not a valid value"),
    ],
    ids=lambda value: value[:12],
)
def test_what_is_dangerous_or_wrong_is_refused_with_its_line(text, start):
    assert complaint(text).startswith(start)


def test_lines_count_from_where_the_yaml_begins_in_its_file():
    assert complaint("a: 1\na: 2\n", first_line=10).startswith("f.yaml:11: ")


def test_too_much_is_refused_before_it_is_parsed(tmp_path):
    assert "more than 1 MiB" in complaint("a: " + "é" * (1 << 19), max_bytes=1 << 20)
    (tmp_path / "big.yaml").write_bytes(b"#" * 2000)
    with pytest.raises(InputError, match="larger than"):
        yamlfile.load_file(tmp_path / "big.yaml", max_bytes=1000)


def test_files_are_utf8_with_or_without_a_mark(tmp_path):
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\r\nb: 1\r\n")
    assert yamlfile.load_file(file).data == {"a": "é", "b": 1}
    file.write_bytes(b"a: 1\nb: \xe9\n")
    with pytest.raises(InputError, match=r"f\.yaml:2: not UTF-8"):
        yamlfile.load_file(file)
    with pytest.raises(InputError, match="cannot be read"):
        yamlfile.load_file(tmp_path / "none.yaml")


def test_as_text_leaves_words_as_they_are_written():
    read = yamlfile.load("a: no\nb: 1986\nc: 2025-11-28\nd: 12:30\ne:\n", "f", as_text=True).data
    assert read == {"a": "no", "b": "1986", "c": "2025-11-28", "d": "12:30", "e": ""}


@given(TREES)
def test_what_is_written_safely_is_read_the_same(tree):
    text = yaml.safe_dump(tree)
    if "&id" not in text:
        assert yamlfile.load(text, "f").data == tree


@given(st.text())
def test_no_text_breaks_the_reader(text):
    with suppress(InputError):
        yamlfile.load(text, "f")


@given(st.lists(st.tuples(WORDS, st.integers(0, 3)), min_size=1, unique_by=lambda pair: pair[0]))
def test_every_key_has_the_line_it_stands_on(keys):
    lines, at = [], {}
    for key, blank in keys:
        lines += [""] * blank + [f"{key}:", "  - inner: 1"]
        at[key,] = len(lines) - 1
        at[key, 0, "inner"] = len(lines)
    read = yamlfile.load("\n".join(lines), "f")
    assert {key: read.line(key) for key in at} == at
    assert read.line((keys[0][0], 0, "inner", "not there")) == at[keys[0][0], 0, "inner"]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    pages: int


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    limits: Part
    theme: str = ""


def test_an_unknown_key_names_the_nearest_that_may_stand_there():
    read = yamlfile.load("limits:\n  theme: 3\n  pagse: 3\nlimit: 3\n", "f")
    with pytest.raises(ValidationError) as wrong:
        Whole.model_validate(read.data)
    known = {("limits",): ["pages"], (): ["limits", "theme"]}
    assert [str(f) for f in yamlfile.faults(read, wrong.value, lambda place: known[place])] == [
        "f:1: limits.pages: missing — add it",
        "f:2: limits.theme: unknown key — remove it",
        "f:3: limits.pagse: unknown key — did you mean 'pages'?",
        "f:4: limit: unknown key — did you mean 'limits'?",
    ]
