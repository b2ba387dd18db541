import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import main
from briefing.cli.export import slug
from briefing.cli.parser import with_command

LIGHT = [["--version"], ["--help"], ["analyse", "CASE", "--json"], ["export", "CASE", "-o", "-"]]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.txt").write_text("Nobody was hurt, the mayor said on Monday.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", LIGHT, ids=lambda w: w[0])
def test_commands_without_a_screen_never_load_textual(words, case):
    words = [str(case) if w == "CASE" else w for w in words]
    program = (
        "import sys\nfrom briefing.cli import main\n"
        f"try:\n    code = main({words!r})\nexcept SystemExit as end:\n    code = end.code\n"
        "assert not code, code\nassert 'textual' not in sys.modules\nassert 'spacy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_json_is_on_standard_output_alone_and_the_same_twice(case, capfd):
    assert main(["analyse", str(case), "--json"]) == 0
    first = capfd.readouterr()
    assert main(["analyse", str(case), "--json"]) == 0
    assert capfd.readouterr().out == first.out
    reading = json.loads(first.out)
    assert reading["briefing"] == __version__
    (source,) = reading["sources"]
    assert all(c["quote"] == (case / source["file"]).read_text()[c["start"] : c["end"]] for c in reading["claims"])
    assert reading["claims"]


def test_a_skipped_file_is_named_with_its_reason_and_exit_code_1(case, capfd):
    (case / "b.txt").write_bytes(b"")
    assert main(["analyse", str(case)]) == 1
    assert "b.txt: skipped" in capfd.readouterr().err


def test_a_missing_folder_is_said_without_a_traceback(tmp_path, capfd):
    assert main(["analyse", str(tmp_path / "nowhere")]) == 1
    assert capfd.readouterr().err.startswith("briefing: ")


def test_a_file_where_a_folder_belongs_is_told_from_one_that_is_not_there(case, capfd):
    file = next(case.glob("*.*"))
    for words in (["analyse", str(file)], ["ledger", "export", str(file)]):
        assert main(words) == 1
        assert "is a file, not a folder" in capfd.readouterr().err


def test_explain_without_an_id_asks_for_it(case, capfd):
    assert main(["explain", str(case)]) == 1
    assert f"briefing explain {case} ID" in capfd.readouterr().err


def test_without_a_terminal_the_room_is_not_opened_into_a_pipe(case):
    done = subprocess.run(
        [sys.executable, "-m", "briefing", str(case)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "briefing: the room: needs a terminal — briefing analyse reads a case without one\n"
    assert done.stdout == ""


@pytest.mark.parametrize("port", ["0", "99999", "-1", "x"])
def test_a_port_that_there_cannot_be_is_wrong_usage(port, capfd):
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])
    assert ended.value.code == 2
    assert "port" in capfd.readouterr().err


def test_wrong_usage_is_exit_code_2(capfd):
    with pytest.raises(SystemExit) as ended:
        main(["analyse", "--jsonn"])
    assert ended.value.code == 2


def test_an_export_never_writes_over_a_file_unasked(case, tmp_path, capfd):
    target = tmp_path / "brief.md"
    assert main(["export", str(case), "-o", str(target)]) == 0
    target.write_text("mine")
    assert main(["export", str(case), "-o", str(target)]) == 1
    assert target.read_text() == "mine"
    assert "--force" in capfd.readouterr().err
    assert main(["export", str(case), "-o", str(target), "--force"]) == 0
    assert target.read_text().startswith("# ")


def test_the_reading_can_be_handed_to_a_colleague(case, tmp_path):
    target = tmp_path / "reading.yaml"
    assert main(["reading", "export", str(case), "-o", str(target)]) == 0
    assert target.read_text().startswith("briefing-reading: 1")


def test_doctor_names_the_model_and_where_things_are(case, capfd):
    assert main(["doctor", str(case)]) == 0
    told = capfd.readouterr().out
    assert "en_core_web_sm" in told
    assert "semantic " in told
    assert str(case / ".briefing") in told


def test_completion_is_printed_for_a_shell(capfd):
    assert main(["completion", "bash"]) == 0
    assert "analyse" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ["room"]),
        (["folder"], ["room", "folder"]),
        (["--theme", "light", "folder"], ["room", "--theme", "light", "folder"]),
        (["analyse", "x"], ["analyse", "x"]),
        (["--version"], ["--version"]),
        (["doctor"], ["doctor"]),
    ],
)
def test_a_folder_alone_opens_the_room(given, meant):
    assert with_command(given) == meant


@pytest.mark.parametrize("name", ["../../x", "a/b", "Café & Co", "", "...", "CON"])
def test_the_name_of_an_export_is_safe(name):
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name)


@pytest.mark.parametrize("words", [["--version"], ["explain"], ["doctor", "--help"]])
def test_what_a_command_leaves_behind_is_collected_however_it_was_called(words):
    with pytest.raises(SystemExit):
        main(words)
    assert gc.isenabled()
