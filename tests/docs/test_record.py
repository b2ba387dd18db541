"""docs/record.md says what is so."""

import json
import re
from contextlib import closing
from pathlib import Path

from briefing.cli.parser import parser
from briefing.dossier import Act
from briefing.ledger import Deed, Ledger, jsonld
from briefing.ledger.anchors import _CONTEXT, _TELLING
from briefing.ledger.copies import _KEPT

TEXT = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def test_the_example_of_an_event_is_one():
    (example,) = re.findall(r"^```json\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    row = jsonld._row(json.dumps(json.loads(example)))
    assert (row.act, row.who) == ("tag", "Ana")


def test_the_commands_it_names_are_there():
    (commands,) = re.findall(r"^```\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    for line in commands.splitlines():
        parser().parse_args(line.partition("#")[0].split()[1:])


def test_the_files_it_names_are_those_that_are_made(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(Ledger.open(path)) as ledger:
        ledger.append([Deed(Act.NOTE, "c1", "hm")], "Ana")
        ledger.put_by()
    path.write_bytes(path.read_bytes().replace(b"hm", b"hn"))
    Ledger.open(path).close()
    made = {re.sub(r"-\d+T\d+Z", "-TIME", p.relative_to(tmp_path).as_posix()) for p in tmp_path.rglob("*.db")}
    assert made == {"ledger.db", "backups/ledger-TIME.db", "ledger.damaged-TIME.db"}
    assert all(f"`{name}`" in TEXT for name in made)


def test_the_numbers_it_gives_are_those_in_force():
    assert f"up to {_CONTEXT} characters before and after" in TEXT
    assert f"at least {_TELLING} characters long" in TEXT
    assert _KEPT == 5
    assert "the last five stay" in TEXT
