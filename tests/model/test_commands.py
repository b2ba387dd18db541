"""The model without a screen: off by default, asked with a yes, kept, forbidden, and answered from elsewhere."""

import io
import json
import socket
import subprocess
import sys

import pytest
from model_server import Raw, question, saying

from briefing.cli import main

GOOD = {
    "The dam is safe": ("the dam is safe", "certain +", "safe"),
    "Nobody was warned": ("the ministry was warned", "certain -", "Nobody"),
    "denied that the dam is safe": ("The Dam is safe", "certain -", "denied"),
    "The ministry was warned twice": ("the ministry was warned", "certain +", "warned"),
}


@pytest.fixture(autouse=True)
def no_machine(monkeypatch):
    """Only the reading's claims: nothing is analysed."""
    monkeypatch.setattr("briefing.case.loading.Loading._analyse", lambda *_: iter(()))


def analysed(folder, capfd):
    capfd.readouterr()
    assert main(["analyse", str(folder), "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def contradictions(found):
    return [r for r in found["relations"] if r["relation"] == "contradiction"]


def test_it_is_off_by_default_and_opens_no_socket(folder, capfd, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert main(["ask", str(folder), "--yes"]) == 1
    assert "model.endpoint: is empty: the language model is off" in capfd.readouterr().err
    assert main(["prompts", str(folder)]) == 1
    assert "model.name: is empty" in capfd.readouterr().err
    assert analysed(folder, capfd)["points"] == []


def test_reading_a_case_loads_neither_openai_nor_the_checks(folder):
    program = (
        "import sys\nfrom briefing.cli import main\n"
        f"assert main(['analyse', {str(folder)!r}]) == 0\n"
        "assert 'openai' not in sys.modules and 'briefing.model.answers' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_asking_names_what_is_sent_and_sends_nothing_without_a_yes(folder, capfd, server, switched_on, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["ask", str(folder)]) == 1
    said = capfd.readouterr().err
    assert switched_on.endpoint in said
    assert "test-model" in said
    assert "4 claims of 2 articles" in said
    assert "cost    about 0.00" in said
    assert "nobody was there to agree" in said
    assert server.heard == []
    terminal = io.StringIO("no\n")
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", terminal)
    assert main(["ask", str(folder)]) == 1
    assert server.heard == []


def test_answers_are_kept_so_that_the_case_opens_with_them(folder, capfd, server, switched_on):
    server.answer = saying(GOOD)
    assert main(["ask", str(folder), "--yes"]) == 0
    assert "4 answers of 4" in capfd.readouterr().err
    found = analysed(folder, capfd)
    assert len(contradictions(found)) == 2
    assert {c["model"] for c in found["claims"]} == {"test-model"}
    assert {c["pointed_by"] for c in found["claims"]} == {"model"}
    sent = len(server.heard)
    assert main(["ask", str(folder), "--yes"]) == 0
    assert "nothing to ask" in capfd.readouterr().err
    assert len(server.heard) == sent
    assert main(["export", str(folder), "-o", "-"]) == 0
    brief = capfd.readouterr().out
    assert "A model (test-model): 0 claims; 4 claims put on a point" in brief
    assert "proposed by a model, test-model" in brief


def test_a_yes_at_the_terminal_holds_for_the_case(folder, capfd, server, switched_on, monkeypatch, own_folders):
    server.answer = saying(GOOD)
    terminal = io.StringIO("y\n")
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", terminal)
    assert main(["ask", str(folder)]) == 0
    (folder / "reading.yaml").write_text(
        (folder / "reading.yaml").read_text() + "  - {source: a.txt, quote: Forty families left the town}\n"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["ask", str(folder)]) == 0
    assert [c["words"] for c in question(server.heard[-1])["claims"]] == ["Forty families left the town"]
    assert not list(folder.rglob("*consent*")), "a case that comes from elsewhere brings no consent"


def test_what_failed_is_said_and_the_exit_code_tells(folder, capfd, server, switched_on):
    server.script = [Raw(data=b"{}")]
    server.answer = saying(GOOD)
    assert main(["ask", str(folder), "--yes"]) == 1
    assert "is not of the protocol" in capfd.readouterr().err


def test_a_confidential_case_is_refused_by_every_command_that_gives_it_away(folder, capfd, server, switched_on):
    (folder / "config.yaml").write_text("confidential: true\n", encoding="utf-8")
    for words in (["ask", str(folder), "--yes"], ["prompts", str(folder)]):
        assert main(words) == 1
        said = capfd.readouterr()
        assert f"{folder / 'config.yaml'}: confidential: the case is confidential" in said.err
        assert said.out == ""
    assert server.heard == []


def test_a_case_that_is_confidential_for_the_user_stays_so(folder, capfd, server, switched_on, own_folders):
    mine = own_folders / "config" / "briefing" / "config.yaml"
    mine.write_text(mine.read_text() + "confidential: true\n")
    (folder / "config.yaml").write_text("confidential: false\n", encoding="utf-8")
    assert main(["ask", str(folder), "--yes"]) == 1
    assert str(mine) in capfd.readouterr().err
    assert server.heard == []


def test_a_case_does_not_choose_where_it_is_sent(folder, capfd, server, switched_on):
    (folder / "config.yaml").write_text("model:\n  endpoint: http://127.0.0.1:1/v1\n", encoding="utf-8")
    assert main(["ask", str(folder), "--yes"]) == 1
    assert "config.yaml:1: model: a case may forbid a language model" in capfd.readouterr().err
    assert server.heard == []


def test_prompts_are_what_would_be_sent_and_import_takes_their_answers(folder, capfd, server, switched_on, tmp_path):
    assert main(["prompts", str(folder)]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert server.heard == []
    answers = tmp_path / "answers.jsonl"
    given = [json.dumps({"id": line["id"], "content": saying(GOOD)(line["body"])}) for line in lines]
    answers.write_text("\n".join(given), encoding="utf-8")
    assert main(["reading", "import", str(folder), str(answers)]) == 0
    assert "4 answers taken, 0 refused" in capfd.readouterr().err
    assert len(contradictions(analysed(folder, capfd))) == 2
    server.answer = saying(GOOD)
    assert main(["ask", str(folder), "--yes"]) == 0
    assert server.heard == [], "nothing is left to ask"
    assert main(["reading", "import", str(folder), str(answers)]) == 1
    assert f"{answers}:1: {lines[0]['id']}: no request of this case waits for it" in capfd.readouterr().err


def test_import_sends_the_same_bodies_as_asking(folder, capfd, server, switched_on):
    assert main(["prompts", str(folder)]) == 0
    bodies = [json.loads(line)["body"] for line in capfd.readouterr().out.splitlines()]
    assert main(["ask", str(folder), "--yes"]) == 0
    assert sorted(map(json.dumps, server.heard)) == sorted(map(json.dumps, bodies))


def test_import_says_by_line_what_it_refuses(folder, capfd, switched_on, tmp_path):
    assert main(["prompts", str(folder)]) == 0
    first, second = (json.loads(line) for line in capfd.readouterr().out.splitlines())
    part = {"id": "1", "point": "the dam is safe", "commitment": "certain +", "words": "unsafe", "figure": None}
    answers = tmp_path / "answers.jsonl"
    lines = [
        {"id": "points-0", "content": "{}"},
        {"id": first["id"], "content": {"claims": [part, part | {"id": "2", "words": "warned"}]}},
        {"id": second["id"], "content": "no"},
    ]
    answers.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["reading", "import", str(folder), str(answers)]) == 1
    said = capfd.readouterr().err
    assert f"{answers}:1: points-0: no request" in said
    assert f"{answers}:3: {first['id']}, 1: the decisive words do not stand in the claim" in said
    assert f"{answers}:5: {second['id']}: the answer is not JSON" in said
    assert "2 answers taken, 3 refused" in said


def test_what_came_back_in_part_is_taken_as_far_as_it_came(folder, capfd, switched_on, tmp_path):
    assert main(["prompts", str(folder)]) == 0
    asked = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    first, second = (json.dumps({"id": r["id"], "content": saying(GOOD)(r["body"])}) for r in asked)
    again = json.dumps({"id": asked[0]["id"], "content": '{"claims": []}'})
    answers = tmp_path / "answers.jsonl"
    answers.write_text("\n".join([first, again, second[:-20]]), encoding="utf-8")
    assert main(["reading", "import", str(folder), str(answers)]) == 1
    said = capfd.readouterr().err
    assert f"{answers}:2: {asked[0]['id']}: no request of this case waits for it" in said
    assert f"{answers}:3: is no answer" in said
    assert "2 answers taken, 2 refused" in said


@pytest.mark.parametrize("line", ["[]", "{}", "{", '{"id": 1}', "\x00", "[" * 50_000])
def test_a_line_that_is_no_answer_is_named(folder, capfd, switched_on, tmp_path, line):
    answers = tmp_path / "answers.jsonl"
    answers.write_text(f"\n{line}\n", encoding="utf-8")
    assert main(["reading", "import", str(folder), str(answers)]) == 1
    assert f"{answers}:2: is no answer" in capfd.readouterr().err
