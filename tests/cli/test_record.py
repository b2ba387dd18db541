"""The commands on the record: handed on, taken in, compared, verified."""

import json
from contextlib import closing

import pytest

from briefing.case import record_folder
from briefing.cli import main
from briefing.dossier import Act, Source
from briefing.ledger import Deed, Ledger, anchor

TEXT = "Nobody was hurt, the mayor said on Monday. The bridge is closed, the ministry said.\n"


@pytest.fixture(autouse=True)
def seldom_spacy(monkeypatch):
    """Leave the analysis by machine out: the reading file has the claims."""
    from briefing.case.loading import Loading  # noqa: PLC0415 - only to be patched

    monkeypatch.setattr(Loading, "_analyse", lambda *_: iter(()))


def make_case(folder):
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "reading.yaml").write_text(
        "briefing-reading: 1\nby: a colleague\nactors: [{id: mayor, name: the mayor, type: person}]\npoints: []\n"
        "claims:\n  - {source: a.txt, quote: Nobody was hurt, holder: mayor}\n"
        "  - {source: a.txt, quote: The bridge is closed, holder: mayor}\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def case(tmp_path):
    return make_case(tmp_path / "ours")


@pytest.fixture
def theirs(tmp_path):
    return make_case(tmp_path / "theirs")


def claims(case, capfd):
    main(["analyse", str(case), "--json"])
    return {c["quote"]: c["id"] for c in json.loads(capfd.readouterr().out)["claims"]}


def work(case, who, *deeds):
    with closing(Ledger.open(record_folder(case.resolve()) / "ledger.db")) as ledger:
        ledger.append(list(deeds), who)


def on(quote):
    source = Source("s1", "a.txt", "", TEXT)
    start = TEXT.index(quote)
    return (anchor(source, start, start + len(quote)),)


def run(words, capfd):
    code = main(words)
    said = capfd.readouterr()
    return code, said.out, said.err


def test_two_analysts_exchange_their_records_and_see_where_they_differ(case, theirs, tmp_path, capfd):
    ids = claims(case, capfd)
    hurt = ids["Nobody was hurt"]
    work(case, "Ana", Deed(Act.NOTE, hurt, "check with the \x1b[31mclinic", on("Nobody was hurt")))
    work(theirs, "Ben", Deed(Act.NOTE, hurt, "settled", on("Nobody was hurt")))
    file = str(tmp_path / "ben.jsonl")
    assert run(["ledger", "export", str(theirs), "-o", file], capfd)[0] == 0
    code, out, _ = run(["ledger", "import", str(case), file], capfd)
    assert code == 0
    assert out.startswith("1 event taken in; 0 were here already\n1 place where analysts now differ:")
    assert "note on “Nobody was hurt”\n  Ana" in out
    assert "settled  (holds)" in out
    assert "\x1b" not in out
    assert run(["ledger", "import", str(case), file], capfd)[1] == "0 events taken in; 1 were here already\n"
    assert "  Ben  " in run(["ledger", "conflicts", str(case)], capfd)[1]
    assert run(["ledger", "conflicts", str(theirs)], capfd)[1] == "no analyst says other than another\n"


def test_a_garbled_line_is_named_and_nothing_is_imported(case, theirs, tmp_path, capfd):
    work(theirs, "Ben", Deed(Act.NOTE, "c1", "one"), Deed(Act.NOTE, "c2", "two"))
    file = tmp_path / "ben.jsonl"
    run(["ledger", "export", str(theirs), "-o", str(file)], capfd)
    lines = file.read_text().splitlines()
    file.write_text("\n".join([lines[0], lines[1].replace("two", "too")]))
    code, _, err = run(["ledger", "import", str(case), str(file)], capfd)
    assert code == 1
    assert f"{file}:2: " in err
    assert run(["ledger", "export", str(case), "-o", "-"], capfd)[0] == 1


def test_agreement_on_a_tag_is_over_the_articles_that_both_have_read(case, capfd):
    ids = claims(case, capfd)
    hurt, closed = (f"{ids[q]}/key" for q in ("Nobody was hurt", "The bridge is closed"))
    work(case, "Ana", Deed(Act.TAG, hurt, "yes"))
    assert "fewer than two analysts" in run(["agreement", str(case)], capfd)[1]
    work(case, "Ben", Deed(Act.TAG, closed, "yes"))
    _, out, _ = run(["agreement", str(case)], capfd)
    assert "key: alpha -0.500\n  Ana and Ben: kappa -1.000 over 2 claims\n" in out


def test_verify_passes_on_a_sound_case_and_says_what_was_looked_at(case, capfd):
    ids = claims(case, capfd)
    work(case, "Ana", Deed(Act.NOTE, ids["Nobody was hurt"], "hm", on("Nobody was hurt")))
    (case / "empty.txt").touch()
    _, out, _ = run(["verify", str(case)], capfd)
    assert "WRONG" not in out
    assert "1 file hashed" in out
    assert "2 quotes of claims found" in out
    assert "1 event replayed" in out
    assert "1 annotation on words that are there" in out


def test_verify_names_words_that_are_gone_and_events_that_are_missing(case, capfd):
    ids = claims(case, capfd)
    for number in range(3):
        work(case, "Ana", Deed(Act.NOTE, ids["Nobody was hurt"], f"note {number}", on("Nobody was hurt")))
    path = record_folder(case.resolve()) / "ledger.db"
    path.write_bytes(path.read_bytes().replace(b"note 1", b"nope 1", 1))
    (case / "reading.yaml").unlink()
    (case / "a.txt").write_text("Another text altogether.\n")
    code, out, _ = run(["verify", str(case)], capfd)
    assert code == 1
    assert "WRONG " in out
    assert "the record was damaged: 2 of 2 or more" in out
    assert "note “note 1” of Ana has lost its words: “Nobody was hurt”" in out
