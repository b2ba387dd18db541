"""Files that come, go and change while the room is open."""

import json
import queue
from contextlib import suppress

import pytest

from briefing.case import watching
from briefing.case.joining import joined
from briefing.case.loading import Loading
from briefing.dossier import Act
from briefing.extraction import Assembly
from briefing.room.arrangement import Pane

NEWS = "---\ntitle: A third\npublisher: Third Post\npublished: 2026-02-06\n---\n\nThe valves were painted in March.\n"
FOLLOW = Loading.follow


@pytest.fixture
def wake(monkeypatch, no_machine):
    """Return what makes the room look at the folder."""
    woken: queue.Queue[None] = queue.Queue()

    def wait(_, stopped):
        while not stopped.is_set():
            with suppress(queue.Empty):
                yield woken.get(timeout=0.05)

    monkeypatch.setattr(watching, "woken", wait)
    monkeypatch.setattr(Loading, "follow", FOLLOW)
    nothing = Assembly((), (), ())
    monkeypatch.setattr(Loading, "_analyse", lambda _, found, reading: iter([joined(found, reading, nothing)]))
    return lambda: woken.put(None)


def files(analyst):
    return {s.file for s in analyst.room.dossier.sources.values()}


async def test_a_file_that_comes_and_one_that_goes_are_seen_and_the_place_is_kept(sit, folder, wake):
    async with sit() as analyst:
        await analyst.press("3", "g", "j")
        assert analyst.room.desk.reader.source.file == "01-interpress.md"
        row, reading = analyst.room.hand.id, analyst.room.desk.reader.source.id
        (folder / "00-post.md").write_text(NEWS, encoding="utf-8")
        (folder / "04-empty.txt").unlink()
        wake()
        await analyst.until(lambda: "00-post.md" in files(analyst) and "04-empty.txt" not in files(analyst))
        assert "00-post.md is new, 04-empty.txt is gone" in analyst.said
        assert (analyst.room.hand.id, analyst.room.desk.reader.source.id) == (row, reading)
        assert analyst.room.focused_pane is Pane.CLAIMS


async def test_a_file_that_changes_is_shown_anew_and_what_was_said_of_its_words_stays_or_is_told(sit, folder, wake):
    async with sit() as analyst:
        await analyst.press("3")
        tagged = next(c for c in analyst.room.dossier.claims.values() if "Nobody has left" in c.quote)
        analyst.room.case.analyst.toggle_tag(tagged.id, "key")
        review = folder / "02-review.md"
        review.write_text(review.read_text("utf-8").replace("Nobody has left", "Hardly anybody has left"), "utf-8")
        reading = folder / "reading.yaml"
        reading.write_text(reading.read_text("utf-8").replace("Nobody has left", "Hardly anybody has left"), "utf-8")
        wake()
        await analyst.until(lambda: any("02-review.md and reading.yaml have changed" in s for s in analyst.said))
        assert any("Hardly" in c.quote for c in analyst.room.dossier.claims.values())
        assert [a.act for a in analyst.room.case.orphans] == [Act.TAG]
        assert any("1 annotation has lost its words" in s for s in analyst.said)


async def test_a_file_that_cannot_be_read_and_a_reading_gone_wrong_are_told(sit, folder, wake):
    async with sit() as analyst:
        (folder / "05-broken.pdf").write_bytes(b"%PDF-1.4 nothing")
        reading = folder / "reading.yaml"
        whole = reading.read_text("utf-8")
        reading.write_text(whole.replace("point: safe", "point: sfae"), "utf-8")
        wake()
        await analyst.until(lambda: any("05-broken.pdf is skipped: " in s for s in analyst.said))
        assert "2 wrong, 2 skipped, see sources" in analyst.screen
        reading.write_text(whole, "utf-8")
        wake()
        await analyst.until(lambda: " wrong" not in analyst.screen)
        assert len(analyst.room.dossier.claims) == whole.count("source:")


async def test_a_folder_emptied_is_an_empty_room(sit, folder, wake):
    async with sit() as analyst:
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
        wake()
        await analyst.until(lambda: "There is nothing to read yet." in analyst.screen)
        assert not analyst.room.dossier.claims


async def test_a_brief_is_written_as_the_case_is_when_its_file_has_been_named(sit, folder, wake, tmp_path):
    async with sit() as analyst:
        await analyst.press("B", "E", "j", "ctrl+u")
        await analyst.type(str(tmp_path / "out.json"))
        (folder / "02-review.md").unlink()
        wake()
        await analyst.until(lambda: "02-review.md" not in files(analyst))
        await analyst.press("enter")
        written = json.loads((tmp_path / "out.json").read_text("utf-8"))
        assert {c["file"] for c in written["claims"]} <= {s["file"] for s in written["sources"]} <= files(analyst)


async def test_a_claim_is_not_added_to_an_article_that_went_while_it_was_chosen_which_is_said(sit, folder, wake):
    async with sit() as analyst:
        await analyst.press("3", "g", "a", "enter")
        (folder / "01-interpress.md").unlink()
        wake()
        await analyst.until(lambda: "01-interpress.md" not in files(analyst))
        await analyst.press("enter")
        assert any("what this was about: is not in the case any more" in s for s in analyst.said)


async def test_a_note_is_not_kept_without_the_words_it_is_about_and_what_was_typed_is_not_lost(sit, folder, wake):
    async with sit() as analyst:
        article = (folder / "01-interpress.md").read_text("utf-8")
        await analyst.press("3", "g", "n")
        await analyst.type("ask the mayor")
        (folder / "01-interpress.md").unlink()
        wake()
        await analyst.until(lambda: "01-interpress.md" not in files(analyst))
        await analyst.press("ctrl+s")
        await analyst.until(lambda: "ask the mayor" in analyst.screen)
        assert not list(analyst.room.dossier.record.standing())
        (folder / "01-interpress.md").write_text(article, "utf-8")
        wake()
        await analyst.until(lambda: "01-interpress.md" in files(analyst))
        await analyst.press("ctrl+s")
        assert [(a.value, len(a.anchors)) for a in analyst.room.dossier.record.standing()] == [("ask the mayor", 1)]
