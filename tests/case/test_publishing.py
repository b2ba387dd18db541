import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing import articles, config
from briefing.cache import Cache
from briefing.case import Case
from briefing.case.loading import Loading
from briefing.cli import main
from briefing.dossier import Act, Confidence, Judgment, Likelihood
from briefing.errors import InputError

AT = datetime(2026, 2, 6, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(days=3)
ARTICLE = "The Kessel dam is safe, the water ministry said on Tuesday. Lida Korvash said that it leaks.\n"
READING = """\
briefing-reading: 1
by: a colleague
actors:
  - {id: ministry, name: Water Ministry, type: government}
points:
  - {id: safe, phrase: the dam is safe}
claims:
  - {source: one.md, quote: The Kessel dam is safe, holder: ministry, point: safe, commitment: certain +}
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "kessel"
    made.mkdir()
    (made / "one.md").write_text(ARTICLE)
    (made / "reading.yaml").write_text(READING)
    return made


@pytest.fixture(autouse=True)
def no_machine(monkeypatch):
    """Read files in this process, and leave out the analysis by machine."""

    def read(loading, path):
        return articles.read(path, path.relative_to(loading._folder).as_posix(), articles.Limits())

    monkeypatch.setattr(Loading, "_read", read)
    monkeypatch.setattr(Loading, "_analyse", lambda *_: iter(()))


@pytest.fixture
def case(folder):
    settings = config.load(None, {"analyst": "Ana"}, Cache(None)).config
    with Case(folder, settings, Cache(None)) as made:
        for _ in made.load_all():
            pass
        yield made


@pytest.fixture
def finished(case):
    """The case with the mandatory parts of its brief written."""
    case.author.write(Act.BOTTOM_LINE, "The dam holds.")
    j = case.author.add_judgment(Judgment("", "the dam holds", Likelihood.LIKELY, Confidence.LOW, "One source."))
    case.author.toggle_evidence(j, next(c.id for c in case.dossier.all_claims() if c.quote == "The Kessel dam is safe"))
    return case


def hand_on(case, path, at, form="md", *, over=False):
    brief = case.publishing.brief(at)
    case.publishing.hand_on(brief, path, brief.rendered(form), over=over)
    return brief


def test_a_draft_is_handed_on_but_is_no_version(case, tmp_path):
    brief = hand_on(case, tmp_path / "b.md", AT)
    assert "**DRAFT:**" in (tmp_path / "b.md").read_text()
    assert case.publishing.versions() == {}
    assert not case.publishing.folder.exists()
    assert case.publishing.name(brief, "md") == "kessel-v1-draft.md"


def test_the_same_state_is_the_same_version_with_the_same_bytes_days_later(finished, tmp_path):
    hand_on(finished, tmp_path / "a.md", AT)
    hand_on(finished, tmp_path / "b.md", LATER)
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
    hand_on(finished, tmp_path / "a.docx", LATER, "docx")
    hand_on(finished, tmp_path / "b.docx", LATER + timedelta(days=1), "docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert list(finished.publishing.versions()) == [1]


def test_a_changed_brief_is_the_next_version_and_says_what_changed(finished, tmp_path):
    hand_on(finished, tmp_path / "a.md", AT)
    judgment = finished.publishing.brief().material.judgments[0]
    finished.author.change(Judgment(judgment.id, judgment.text, Likelihood.VERY_LIKELY, Confidence.LOW, "One source."))
    finished.author.add_judgment(Judgment("", "it will be inspected", Likelihood.EVEN))
    hand_on(finished, tmp_path / "b.md", LATER)
    text = (tmp_path / "b.md").read_text()
    assert "- Version: v2, supersedes v1 (2026-02-06 09:00 UTC)" in text
    assert "- Change since v1: likelihood very likely (was likely)." in text
    assert "- Change since v1: not in it." in text
    assert "### Changes since v1" in text
    assert "- Judgment J2 was not there: “it will be inspected”." in text
    assert list(finished.publishing.versions()) == [1, 2]
    hand_on(finished, tmp_path / "c.md", LATER + timedelta(days=9))
    assert (tmp_path / "c.md").read_text() == text


def test_nothing_is_written_over_unasked_and_then_no_version_is_kept(finished, tmp_path):
    (tmp_path / "b.md").write_text("mine")
    with pytest.raises(FileExistsError):
        hand_on(finished, tmp_path / "b.md", AT)
    assert (tmp_path / "b.md").read_text() == "mine"
    assert finished.publishing.versions() == {}
    hand_on(finished, tmp_path / "b.md", AT, over=True)
    assert "The dam holds." in (tmp_path / "b.md").read_text()
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["b.md"]


def test_csv_is_two_files_and_neither_is_written_if_one_is_there(finished, tmp_path):
    hand_on(finished, tmp_path / "b.csv", AT, "csv")
    (tmp_path / "b-claims.csv").unlink()
    with pytest.raises(FileExistsError):
        hand_on(finished, tmp_path / "b.csv", AT, "csv")
    assert not (tmp_path / "b-claims.csv").exists()


def test_a_brief_is_never_written_where_it_would_be_read_as_an_article(finished, folder, tmp_path, monkeypatch):
    for place in (folder / "b.md", folder / "sub" / "b.docx", tmp_path / "kessel" / ".." / folder.name / "b.html"):
        with pytest.raises(InputError, match="would be read as an article of the case"):
            hand_on(finished, place, AT)
    assert not (folder / "sub").exists()
    hand_on(finished, folder / ".briefing" / "b.md", AT)
    brief = finished.publishing.brief(AT)
    monkeypatch.chdir(folder)
    assert finished.publishing.place(brief, "md") == folder.parent / "kessel-v1.md"
    monkeypatch.chdir(tmp_path)
    assert finished.publishing.place(brief, "md") == tmp_path / "kessel-v1.md"


def test_a_folder_that_is_not_there_or_cannot_be_written_is_a_fault_that_names_the_file(finished, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=r"b\.md"):
        hand_on(finished, tmp_path / "file" / "b.md", AT)


def test_a_version_that_is_damaged_is_said_and_not_written_over(finished, tmp_path):
    hand_on(finished, tmp_path / "a.md", AT)
    (finished.publishing.folder / "v1.json").write_text("{")
    with pytest.raises(InputError, match=r"v1\.json"):
        finished.publishing.brief()


def test_the_version_kept_is_the_export_in_json(finished, tmp_path):
    brief = hand_on(finished, tmp_path / "a.json", AT, "json")
    assert (tmp_path / "a.json").read_bytes() == (finished.publishing.folder / "v1.json").read_bytes()
    assert json.loads((tmp_path / "a.json").read_text())["digest"] == brief.digest


def test_the_command_takes_the_format_from_the_name_and_asks_for_force(finished, folder, tmp_path, capfd):
    for form, begins in (("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("json", b"{"), ("md", b"# ")):
        assert main(["export", str(folder), "-o", str(tmp_path / f"b.{form}")]) == 0
        assert (tmp_path / f"b.{form}").read_bytes().startswith(begins)
    assert main(["export", str(folder), "-o", str(tmp_path / "b.csv")]) == 0
    assert "b-contradictions.csv" in capfd.readouterr().err
    assert main(["export", str(folder), "-o", str(tmp_path / "b.md")]) == 1
    assert "--force writes over it" in capfd.readouterr().err
    assert main(["export", str(folder), "--format", "csv", "-o", "-"]) == 1
    assert main(["export", str(folder), "--template", str(tmp_path / "none.j2"), "-o", "-"]) == 1
    assert "none.j2" in capfd.readouterr().err
    assert main(["export", str(folder), "-o", "-"]) == 0
    assert capfd.readouterr().out == (tmp_path / "b.md").read_text()


def test_check_and_diff_say_what_there_is_by_exit_code_too(finished, folder, tmp_path, capfd):
    assert main(["check", str(folder)]) == 1
    out = capfd.readouterr().out
    assert "S1: one.md is cited and not graded for reliability [ungraded]\n" in out
    assert main(["diff", str(folder)]) == 1
    assert "no finished version was exported yet" in capfd.readouterr().err
    hand_on(finished, tmp_path / "a.json", AT, "json")
    assert main(["diff", str(folder)]) == 0
    assert capfd.readouterr().out == "no difference\n"
    finished.author.write(Act.TITLE, "Safe")
    assert main(["diff", str(folder), "v1"]) == 0
    assert capfd.readouterr().out == "Title: “Safe” (was “none”).\n"
    hand_on(finished, tmp_path / "b.json", LATER, "json")
    assert main(["diff", str(folder), str(tmp_path / "b.json"), "1"]) == 0
    assert capfd.readouterr().out == "Title: “none” (was “Safe”).\n"
    assert main(["diff", str(folder), "v9"]) == 1
    assert "there is: v1, v2" in capfd.readouterr().err


def template(tmp_path, text, name="t.md.j2"):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_a_template_has_the_document_and_the_data(finished, tmp_path):
    text = "{{ document.title | markdown }}: {% for j in brief.judgments %}{{ j.number }} {{ j.text }}{% endfor %}\n{{ document.sections[0] | markdown }}\n"
    filled = finished.publishing.brief(AT).filled(template(tmp_path, text)).decode()
    assert filled == "Brief: kessel: J1 the dam holds\n## Bottom line\n\nThe dam holds.\n"


def test_the_template_in_the_documentation_works(finished, tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "brief.md").read_text("utf-8")
    (example,) = re.findall(r"^```jinja\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    filled = finished.publishing.brief(AT).filled(template(tmp_path, example)).decode()
    assert "J1. the dam holds (likely; S1)" in filled
    assert "## Bottom line" in filled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n{% for %}", "line 2"),
        ("a\nb\n{{ nothing.here }}", "line 3: 'nothing' is undefined"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "no loader"),
        ("{{ brief.update({}) }}", "unsafe|not safely callable"),
        ("{% for i in range(10**9) %}x{% endfor %}", "line 1: .*[Rr]ange"),
        ("{{ 'a' * 10**12 }}", "memory|overflow"),
        ("{% for i in range(90000) %}{% for j in range(9000) %}{{ 'x' * 99999 }}{% endfor %}{% endfor %}", "20 MB"),
    ],
)
def test_a_bad_or_hostile_template_does_nothing_and_says_where(finished, tmp_path, text, said):
    with pytest.raises(InputError, match=said):
        finished.publishing.brief(AT).filled(template(tmp_path, text))


def test_an_endless_template_is_stopped(finished, tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.brief.templating.SECONDS", 1)
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    with pytest.raises(InputError, match="second"):
        finished.publishing.brief(AT).filled(template(tmp_path, endless))


def test_a_template_for_html_is_escaped(finished, tmp_path):
    finished.author.write(Act.BOTTOM_LINE, "<script>1</script>")
    made = finished.publishing.brief(AT).filled(template(tmp_path, "{{ brief.bottom_line }}", "t.html"))
    assert made == b"&lt;script&gt;1&lt;/script&gt;"
