"""The room is there first; what is read comes later, and what goes wrong stays to be seen."""

import asyncio
import subprocess
import sys
import threading

import pytest

from briefing.case import Case, Finished, Progress
from briefing.case.book import Book
from briefing.case.loading import Loading
from briefing.contradiction import Engine
from briefing.errors import Fault, InputError
from briefing.room import loading
from briefing.room.arrangement import Pane


async def test_the_room_is_on_screen_and_can_be_used_before_anything_is_read(sit, monkeypatch):
    go_on = threading.Event()
    steps = Loading.steps

    def slow(self):
        yield Progress(2, 5, "reading 03-loop.txt")
        go_on.wait()
        yield from steps(self)

    monkeypatch.setattr(Loading, "steps", slow)
    async with sit(wait=False) as analyst:
        try:
            await analyst.until(lambda: "reading 03-loop.txt 2/5 ▰▰▰▱▱▱▱▱" in analyst.screen)
            assert "Claims appear here as articles are read." in analyst.screen
            assert "None yet: articles are being read." in analyst.screen
            await analyst.press("5", "z")
            assert analyst.room.focused_pane is Pane.CONTRADICTIONS
        finally:
            go_on.set()
        await analyst.until(lambda: analyst.room.loading.done)
        await analyst.until(lambda: "the dam is safe" in analyst.screen)
        assert "reading" not in analyst.screen.splitlines()[0]


async def test_leaving_ends_what_is_going_on(sit, monkeypatch):
    closed = threading.Event()
    monkeypatch.setattr(Case, "close_worker", lambda _: closed.set())

    def endless(_):
        closed.wait()
        yield Finished()

    monkeypatch.setattr(Loading, "steps", endless)
    async with sit(wait=False) as analyst:
        await analyst.press("q")
    assert closed.is_set()


async def test_a_fault_is_told_and_stays_among_the_sources(sit, folder):
    reading = folder / "reading.yaml"
    reading.write_text(reading.read_text("utf-8").replace("point: safe", "point: sfae"), encoding="utf-8")
    async with sit() as analyst:
        assert any("sfae" in s and "listed under the sources" in s for s in analyst.said)
        assert "2 wrong, 1 skipped, see sources" in analyst.screen.splitlines()[0]
        assert "! " in analyst.screen
        told = len(analyst.said)
        await analyst.press("1", "G", "enter")
        assert len(analyst.said) == told + 1


async def test_loading_that_breaks_is_told(sit, monkeypatch):
    def broken(_):
        yield Progress(0, 1, "reading")
        raise RuntimeError("no such luck")

    monkeypatch.setattr(Loading, "steps", broken)
    async with sit() as analyst:
        assert any("reading ended early: RuntimeError: no such luck" in s for s in analyst.said)
        assert "1 wrong, see sources" in analyst.screen


async def test_a_skipped_file_is_listed_with_its_reason(sit):
    async with sit() as analyst:
        assert "04-empty.txt: " in analyst.screen
        await analyst.press("1", "G")
        assert "skipped" in analyst.screen
        await analyst.press("enter")
        assert "This file was not read: the file is empty" in analyst.screen
        await analyst.press("3", "enter")
        assert "This file was not read" not in analyst.screen


async def test_an_empty_folder_says_what_to_do(sit, folder):
    for path in folder.iterdir():
        path.unlink()
    async with sit() as analyst:
        assert "! kessel: no articles" in analyst.screen
        assert "There is nothing to read yet." in analyst.screen
        assert any("no articles in this folder" in s for s in analyst.said)


@pytest.mark.parametrize("late", ["pydantic", "spacy", "numpy", "yaml", "markdown_it", "textual.widgets._text_area"])
def test_what_takes_long_to_load_is_not_loaded_with_the_room(late):
    code = f"import sys, briefing.room.app; sys.exit({late!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_keys_have_their_turn_while_contradictions_are_still_worked_out(sit, monkeypatch):
    go_on = threading.Event()
    refreshing = Engine.refreshing

    def long(self):
        while not go_on.is_set():
            yield
        yield from refreshing(self)

    monkeypatch.setattr(Engine, "refreshing", long)
    async with sit(wait=False) as analyst:
        try:
            await analyst.until(lambda: "the dam is safe" in analyst.screen)
            await analyst.press("t", "k")
            await analyst.until(lambda: any(analyst.room.dossier.record.tagged("key")))
            assert not analyst.room.dossier.relations
            assert not analyst.room.loading.done
        finally:
            go_on.set()
        await analyst.until(lambda: analyst.room.loading.done)
        assert analyst.room.dossier.relations


async def test_what_is_typed_ends_a_turn_of_taking_in(sit, monkeypatch):
    turns = []
    refreshing = Engine.refreshing
    monkeypatch.setattr(loading, "_TURN", 60.0)

    def typed_at(self):
        asyncio.get_running_loop().call_soon(turns.append, "of others")
        yield
        turns.append("still this one")
        analyst.room.loading.make_way()
        yield
        turns.append("after the key")
        yield from refreshing(self)

    monkeypatch.setattr(Engine, "refreshing", typed_at)
    async with sit(wait=False) as analyst:
        await analyst.until(lambda: analyst.room.loading.done)
    assert turns == ["still this one", "of others", "after the key"]


async def test_a_record_that_cannot_be_read_is_told_and_the_articles_are_there(sit, monkeypatch):
    def settle(_):
        raise InputError(Fault("ledger.db", "is damaged", "see docs/record.md"))

    monkeypatch.setattr(Book, "settle", settle)
    async with sit() as analyst:
        assert any("ledger.db: is damaged" in said for said in analyst.said)
        assert "the dam is safe" in analyst.screen
