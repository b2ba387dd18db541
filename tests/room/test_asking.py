"""The language model in the room: off and said so, asked with a yes, shown while it is on, stopped at a key."""

import json

import pytest
from model_server import Raw, Server, question
from pytest_socket import socket_allow_hosts

from briefing.config import ModelSettings


@pytest.fixture
def server(socket_enabled):
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    opened = Server()
    yield opened
    opened.close()


@pytest.fixture
def model(server):
    return ModelSettings(server.endpoint, "qwen [b]3[/b]", "", 5.0, 5, 1.0, 2.0)


def left(body):
    """Say of the claim without a point that it is about the families, and against."""
    said = {"point": "families have left the town", "commitment": "certain -", "words": "Nobody", "figure": None}
    parts = [{"id": c["id"]} | said for c in question(body)["claims"] if c["words"].startswith("Nobody has left")]
    nothing = {"point": None, "commitment": None, "words": None, "figure": None}
    parts += [
        {"id": c["id"]} | nothing for c in question(body)["claims"] if not c["words"].startswith("Nobody has left")
    ]
    return json.dumps({"claims": parts})


async def ask(analyst):
    await analyst.press("ctrl+p")
    await analyst.type("language model")
    await analyst.press("enter")


async def test_it_is_off_and_the_room_says_how_to_turn_it_on(sit):
    async with sit() as analyst:
        await ask(analyst)
        assert any("the language model is off" in s and "docs/model.md" in s for s in analyst.said)
        assert "model:" not in analyst.screen.splitlines()[0]


async def test_a_confidential_case_is_refused_by_name(sit, server, model):
    async with sit(model=model, confidential="/case/config.yaml") as analyst:
        await ask(analyst)
        assert any("/case/config.yaml: confidential" in s for s in analyst.said)
    assert server.heard == []


async def test_who_forbids_it_in_the_open_room_is_heeded_at_once(sit, server, model):
    async with sit(model=model) as analyst:
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: any(s.startswith("the model: ") for s in analyst.said))
        sent = len(server.heard)
        place = analyst.room.case.folder / "config.yaml"
        place.write_text("confidential: true\n", encoding="utf-8")
        await ask(analyst)
        assert any(f"{place}: confidential" in s for s in analyst.said)
        assert "model:" not in analyst.screen.splitlines()[0]
    assert len(server.heard) == sent


async def test_nothing_is_sent_without_a_yes(sit, server, model):
    async with sit(model=model) as analyst:
        await ask(analyst)
        assert server.endpoint in analyst.screen
        assert "2 claims of 2 articles" in analyst.screen
        assert "cost    about" in analyst.screen
        await analyst.press("enter", "escape")
        assert "nothing was sent" in analyst.said
        assert "model:" not in analyst.screen.splitlines()[0]
    assert server.heard == []


async def test_with_a_yes_the_contradiction_appears_and_the_sign_stays(sit, server, model):
    server.answer = left
    async with sit(model=model) as analyst:
        assert "families have left the town" not in analyst.points
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: "families have left the town" in analyst.points)
        await analyst.until(lambda: any(s.startswith("the model: ") for s in analyst.said))
        top = analyst.screen.splitlines()[0]
        assert "model: qwen [b]3[/b] @ 127.0.0.1" in top
        assert analyst.room.asking.activity.what == ""
        claim = next(c for c in analyst.room.dossier.claims.values() if c.model)
        await analyst.press("3", "f")
        await analyst.type("Nobody has left")
        await analyst.press("enter")
        await analyst.until(lambda: len(analyst.claims) == 1)
        assert claim.quote == analyst.claims[0]
        assert "the model qwen [b]3[/b]" in analyst.screen
    async with sit(model=model) as analyst:
        assert "families have left the town" in analyst.points
        sent = len(server.heard)
        await ask(analyst)
        assert any("nothing to ask" in s for s in analyst.said)
        assert "model: qwen" in analyst.screen.splitlines()[0]
    assert len(server.heard) == sent


async def test_the_analysts_word_stands_over_the_models(sit, server, model):
    server.answer = left
    async with sit(model=model) as analyst:
        claim = next(c for c in analyst.room.dossier.claims.values() if c.quote == "Nobody has left the town")
        analyst.room.case.analyst.put_on_new_point(claim.id, "the town is empty")
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: any(s.startswith("the model: ") for s in analyst.said))
        d = analyst.room.dossier
        assert d.points[d.claims[claim.id].point].phrase == "the town is empty"
        analyst.room.case.undo()
        assert d.points[d.claims[claim.id].point].phrase == "families have left the town"


async def test_asking_is_stopped_by_asking_again(sit, server, model):
    server.answer = lambda _: Raw(hold=True)
    async with sit(model=model) as analyst:
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: "asking about points 0/2" in analyst.screen.splitlines()[0])
        await analyst.until(lambda: server.heard)
        await ask(analyst)
        await analyst.until(lambda: any("stopped" in s for s in analyst.said))
        assert analyst.room.asking.activity.what == ""


async def test_leaving_does_not_wait_for_the_model(sit, server, model):
    server.answer = lambda _: Raw(hold=True)
    async with sit(model=model) as analyst:
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: server.heard)
        await analyst.press("q")
    assert not server.closing.is_set()


async def test_a_server_that_refuses_is_told(sit, server, model):
    server.answer = lambda _: Raw(status=401, data=b'{"error": {"message": "bad \\u001b[31mkey"}}')
    async with sit(model=model) as analyst:
        await ask(analyst)
        await analyst.press("y")
        await analyst.until(lambda: any("the server answered 401" in s for s in analyst.said))
        assert not any("\x1b" in s for s in analyst.said)
