import os
import threading
from collections import defaultdict
from pathlib import Path

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from briefing import resources, yamlfile
from briefing.articles import Limits
from briefing.cache import Cache
from briefing.case import Case, Contents, Failed, Finished, Progress, record_folder
from briefing.case.agenda import companions
from briefing.case.loading import MOST_SAID, Worker
from briefing.case.worker import Failure, Request, WorkerError
from briefing.case.worker_process import Desk
from briefing.cli.reading_json import as_json
from briefing.dossier import Act, Maker, Point, Source, Verdict
from briefing.errors import Fault, InputError


def loaded(case: Case) -> Case:
    for _ in case.load_all():
        pass
    return case


def curated(case: Case, words: str) -> str:
    return next(c.id for c in case.dossier.claims.values() if c.by is Maker.READING and words in c.quote)


def test_a_folder_becomes_sources_claims_and_the_contradiction_of_its_reading(open_case):
    case = loaded(open_case())
    assert [s.name for s in case.dossier.sources.values()][1] == "Halden Post"
    (conflict,) = [r for r in case.dossier.conflicts() if case.dossier.claims[r.a].by is Maker.READING]
    holders = {case.dossier.claims[conflict.a].holder, case.dossier.claims[conflict.b].holder}
    assert holders == {"transport ministry", "Tom Verrill"}
    assert {c.by for c in case.dossier.claims.values()} == {Maker.READING, Maker.RULES}


def test_what_the_reading_reads_is_shown_before_the_machine_has_analysed_anything(open_case):
    steps = open_case().load()
    first = next(s for s in steps if isinstance(s, Contents))
    assert {c.by for c in first.claims} == {Maker.READING}
    assert isinstance(list(steps)[-1], Finished)


def test_machine_claims_on_words_the_reading_has_read_stand_back(open_case):
    case = loaded(open_case())
    bridge = curated(case, "was closed on Monday")
    same = [c for c in case.dossier.claims.values() if c.by is Maker.RULES and "closed on Monday" in c.quote]
    assert same
    assert {c.covered for c in same} == {bridge}


def test_a_curated_claim_has_companions_and_is_one_where_the_machine_claims_behind_it_were(open_case):
    case = loaded(open_case())
    bridge, denial = curated(case, "was closed on Monday"), curated(case, "denied that the Vasa bridge")
    assert denial in companions(case.dossier, bridge)
    assert bridge in companions(case.dossier, denial)


def test_a_second_opening_reads_nothing_anew(open_case, monkeypatch):
    first = loaded(open_case())
    monkeypatch.setattr(Worker, "_ask", lambda *_: pytest.fail("the worker was asked again"))
    again = loaded(open_case())
    assert again.dossier.claims == first.dossier.claims


@pytest.fixture
def extra(monkeypatch):
    """Return what puts something in the place of the optional extra; the worker's requests are carried out here."""
    desks = defaultdict(Desk)

    def ask(worker, request, _):
        for answer in desks[worker].answers(msgspec.json.decode(msgspec.json.encode(request), type=Request)):
            if isinstance(answer, Failure):
                raise WorkerError(answer.reason)
            yield msgspec.json.encode(answer)

    def put(encoder):
        monkeypatch.setattr(Worker, "_ask", ask)
        monkeypatch.setattr("briefing.extraction.has_meanings", lambda: True)
        monkeypatch.setattr("briefing.extraction.encoder", lambda _: encoder)

    return put


class SameMeaning:
    """Stands for the optional extra: the first claim means what the last does, and so on inwards."""

    def load(self):
        pass

    def __call__(self, texts):
        rows = np.eye(len(texts), dtype=np.float32)
        return np.maximum(rows, rows[::-1])[:, : (len(texts) + 1) // 2]


class Broken(SameMeaning):
    def load(self):
        raise InputError(Fault("model.onnx", "cannot be loaded", "install it again"))


def companions_of(case):
    return {c.id: c.companions for c in case.dossier.claims.values() if c.by is Maker.RULES}


def test_installing_the_extra_orders_companions_anew_and_leaves_claims_and_actors(open_case, extra):
    before = loaded(open_case())
    extra(SameMeaning())
    after = loaded(open_case())
    assert companions_of(after) != companions_of(before)
    assert after.dossier.claims.keys() == before.dossier.claims.keys()
    assert after.dossier.actors == before.dossier.actors


def test_an_extra_that_does_not_work_is_told_and_words_alone_count(open_case, folder, extra):
    for name in ("02-post.md", "reading.yaml"):
        (folder / name).unlink()
    expected = companions_of(loaded(open_case()))
    extra(Broken())
    case = open_case()
    (told,) = [s.fault.problem for s in case.load_all() if isinstance(s, Failed)]
    assert "by words alone: model.onnx: cannot be loaded" in told
    assert companions_of(case) == expected


def test_a_changed_file_is_read_anew(open_case, folder):
    loaded(open_case())
    path = folder / "01-wire.txt"
    path.write_text(path.read_text("utf-8").replace("12 people", "15 people"), encoding="utf-8")
    case = loaded(open_case())
    assert any("15 people" in c.quote for c in case.dossier.claims.values())


def named(case: Case, words: str) -> list[str]:
    return [a.name for a in case.dossier.actors.values() if words in {a.name, *a.aliases}]


def test_the_alias_file_takes_effect_on_the_next_opening_and_is_no_article(open_case, folder):
    assert named(loaded(open_case()), "Ines Carrow") == ["Ines Carrow"]
    (folder / "aliases.yaml").write_text(
        "actors:\n  - {name: Chief Carrow, aliases: [Ines Carrow]}\n", encoding="utf-8"
    )
    case = loaded(open_case())
    assert named(case, "Ines Carrow") == ["Chief Carrow"]
    assert {s.file for s in case.dossier.sources.values()} == {"01-wire.txt", "02-post.md"}


def test_the_actors_of_a_reading_go_before_the_alias_file(open_case, folder):
    (folder / "aliases.yaml").write_text("actors:\n  - {name: The Mayor, aliases: [Tom Verrill]}\n", encoding="utf-8")
    assert named(loaded(open_case()), "Tom Verrill") == ["Tom Verrill"]


def test_a_mistake_in_the_alias_file_is_told_with_its_line_and_the_case_opens(open_case, folder):
    (folder / "aliases.yaml").write_text("actors:\n  - {nam: Ines Carrow}\n", encoding="utf-8")
    steps = list(open_case().load_all())
    faults = [str(s.fault) for s in steps if isinstance(s, Failed)]
    assert any("aliases.yaml" in f and "2" in f and "'name'" in f for f in faults)
    assert isinstance(steps[-1], Finished)


def test_the_analysts_work_is_there_after_reopening(open_case):
    case = loaded(open_case())
    claim, conflict = curated(case, "closed on Monday"), case.dossier.conflicts()[0].id
    case.analyst.toggle_tag(claim, "key")
    case.analyst.note(claim, "ask the ministry")
    case.analyst.verdict(conflict, Verdict.REAL)
    case.analyst.grade(case.dossier.claims[claim].source, "B")
    again = loaded(open_case())
    record = again.dossier.record
    assert record.tags(claim) == ("key",)
    assert record.get(Act.NOTE, claim) == "ask the ministry"
    assert record.get(Act.VERDICT, conflict) == Verdict.REAL
    assert record.get(Act.RELIABILITY, again.dossier.claims[claim].source) == "B"


def test_dismissing_a_claim_takes_its_contradiction_away_and_undo_brings_it_back(open_case):
    case = loaded(open_case())
    before = {r.id for r in case.dossier.conflicts()}
    claim = curated(case, "closed on Monday")
    case.analyst.dismiss(claim, "misread")
    assert not any(claim in (r.a, r.b) for r in case.dossier.conflicts())
    assert "dismissed: " in (case.undo() or "")
    assert {r.id for r in case.dossier.conflicts()} == before
    assert "dismissed" in (case.redo() or "")
    assert not any(claim in (r.a, r.b) for r in case.dossier.conflicts())


def test_two_claims_put_on_a_new_point_contradict_each_other_at_once(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    claims = list(case.dossier.claims.values())
    hurt = next(c.id for c in claims if "12 people" in c.quote)
    unhurt = next(c.id for c in claims if "Nobody was hurt" in c.quote)
    point = case.analyst.put_on_new_point(hurt, "people were hurt")
    assert case.analyst.put_on_new_point(unhurt, " People  were hurt ") == point
    case.analyst.commit(hurt, "certain +")
    case.analyst.commit(unhurt, "certain -")
    assert {hurt, unhurt} in [{r.a, r.b} for r in case.dossier.conflicts()]
    case.analyst.commit(unhurt, "certain +")
    assert {hurt, unhurt} not in [{r.a, r.b} for r in case.dossier.conflicts()]


def test_two_claims_brought_together_are_one_step_of_undo_and_stay_so_after_reopening(open_case):
    case = loaded(open_case())
    hurt, nobody = (next(c for c in case.dossier.claims.values() if w in c.quote) for w in ("12 people", "Nobody"))
    case.analyst.commit(nobody.id, "possible +")
    point = case.analyst.bring_together(hurt.id, nobody.id, {hurt.id: "certain +", nobody.id: "certain -"})
    assert {case.dossier.claims[c.id].point for c in (hurt, nobody)} == {point}
    assert any({r.a, r.b} == {hurt.id, nobody.id} for r in case.dossier.conflicts())
    case.analyst.reword_point(point, "people  were hurt ")
    again = loaded(open_case())
    assert again.dossier.points[point].phrase == "people were hurt"
    assert any({r.a, r.b} == {hurt.id, nobody.id} for r in again.dossier.conflicts())
    again.undo()
    assert again.dossier.points[point].phrase in {hurt.text, nobody.text}
    again.undo()
    assert [again.dossier.claims[c.id].point for c in (hurt, nobody)] == [None, None]
    assert point not in again.dossier.points


def test_a_point_that_the_analyst_put_a_claim_on_stays_when_nobody_else_names_it_any_more(open_case, folder):
    case = loaded(open_case())
    point = next(p for p in case.dossier.points.values() if p.phrase == "the Vasa bridge is closed")
    nobody = next(c.id for c in case.dossier.claims.values() if "Nobody was hurt" in c.quote)
    case.analyst.put_on_point(nobody, point.id)
    assert case.dossier.points[point.id] == point
    assert not case.analyst.can_reword(point.id), "others name it, too"
    assert "new point" not in (case.undo() or "")
    assert case.dossier.points[point.id] == point
    case.redo()
    (folder / "reading.yaml").unlink()
    for now in (case, open_case()):
        again = loaded(now)
        assert again.dossier.claims[nobody].point == point.id
        assert again.dossier.points[point.id].phrase == point.phrase
        assert again.analyst.can_reword(point.id)
    again.undo()
    assert point.id not in again.dossier.points


def test_two_points_that_are_one_are_merged_in_one_step_and_where_the_holders_stand_is_kept(open_case):
    case = loaded(open_case())
    hurt, nobody = (next(c.id for c in case.dossier.claims.values() if w in c.quote) for w in ("12 people", "Nobody"))
    one = case.analyst.put_on_new_point(hurt, "people were hurt")
    other = case.analyst.put_on_new_point(nobody, "there were injuries")
    case.analyst.commit(hurt, "certain +")
    case.analyst.commit(nobody, "certain -")
    case.analyst.merge_points(one, other)
    assert {case.dossier.claims[c].point for c in (hurt, nobody)} == {other}
    assert any({r.a, r.b} == {hurt, nobody} for r in case.dossier.conflicts())
    again = loaded(open_case())
    assert any({r.a, r.b} == {hurt, nobody} for r in again.dossier.conflicts())
    again.undo()
    assert [again.dossier.claims[c].point for c in (hurt, nobody)] == [one, other]
    assert str(again.dossier.claims[hurt].commitment) == "certain +"


def test_a_step_of_many_deeds_is_told_in_a_line(open_case):
    case = loaded(open_case())
    first, *rest = case.dossier.claims
    other = case.analyst.put_on_new_point(first, "it rained")
    for claim in rest[:6]:
        point = case.analyst.put_on_new_point(claim, "it was wet")
    case.analyst.merge_points(point, other)
    undone = case.undo() or ""
    assert (undone.count("it rained"), undone.endswith("; and 2 more")) == (4, True)


def test_who_is_moved_without_a_stance_leaves_the_old_one_behind(open_case):
    case = loaded(open_case())
    hurt, nobody = (next(c for c in case.dossier.claims.values() if w in c.quote) for w in ("12 people", "Nobody"))
    case.analyst.put_on_new_point(hurt.id, "it rained")
    case.analyst.commit(hurt.id, "certain -")
    case.analyst.put_on_new_point(nobody.id, "people were hurt")
    case.analyst.bring_together(hurt.id, nobody.id)
    moved = case.dossier.claims[hurt.id]
    assert (moved.point, moved.commitment) == (case.dossier.claims[nobody.id].point, None)
    with pytest.raises(ValueError, match="no commitment"):
        case.analyst.bring_together(hurt.id, nobody.id, {hurt.id: "perhaps"})


def test_reading_a_case_writes_nothing_into_its_folder(open_case, folder):
    before = set(folder.iterdir())
    case = loaded(open_case())
    assert case.undo() is None
    assert set(folder.iterdir()) == before
    case.analyst.toggle_tag(curated(case, "closed on Monday"), "key")
    assert {p.name for p in set(folder.iterdir()) - before} == {".briefing"}


def test_two_rooms_on_one_case_see_each_others_work(open_case):
    mine, other = loaded(open_case()), loaded(open_case())
    claim = curated(mine, "closed on Monday")
    mine.analyst.toggle_tag(claim, "key")
    assert other.catch_up()
    assert other.dossier.record.tags(claim) == ("key",)
    assert not other.catch_up()


def test_a_stance_that_is_none_is_refused(open_case):
    case = loaded(open_case())
    with pytest.raises(ValueError, match="no commitment"):
        case.analyst.commit(curated(case, "closed on Monday"), "surely yes")


def test_there_is_nothing_to_undo_in_a_new_case(open_case):
    case = loaded(open_case())
    assert case.undo() is None
    assert case.redo() is None


def test_points_of_companions_are_suggested_before_others(open_case):
    case = loaded(open_case())
    known = curated(case, "closed on Monday")
    other = next(c for c in case.dossier.claims.values() if "The bridge is open" in c.quote)
    case.analyst.put_on_new_point(known, "zebras are striped")
    case.dossier.put_claims([replace(other, companions=(known,))])
    assert case.point_suggestions(other.id)[0].phrase == "zebras are striped"


def test_an_annotation_follows_its_words_when_the_file_changes(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    claim = next(c for c in case.dossier.claims.values() if "Nobody was hurt" in c.quote)
    case.analyst.toggle_tag(claim.id, "key")
    path = folder / "02-post.md"
    path.write_text(path.read_text("utf-8") + "\nThe rain is over, the mayor said.\n", encoding="utf-8")
    again = loaded(open_case())
    (tagged,) = again.dossier.claims_with_tag("key")
    assert tagged.id != claim.id
    assert tagged.quote == claim.quote


def test_an_annotation_whose_words_are_gone_is_listed_with_them(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    claim = next(c for c in case.dossier.claims.values() if "Nobody was hurt" in c.quote)
    case.analyst.toggle_tag(claim.id, "key")
    (folder / "02-post.md").unlink()
    again = loaded(open_case())
    assert [a.anchors[0].quote for a in again.orphans] == [claim.quote]


def test_a_faulty_reading_is_reported_and_the_machine_goes_on(open_case, folder):
    path = folder / "reading.yaml"
    path.write_text(path.read_text("utf-8").replace("holder: verrill", "holder: verill"), encoding="utf-8")
    case = open_case()
    steps = list(case.load_all())
    (fault,) = [s.fault for s in steps if isinstance(s, Failed)]
    assert "verrill" in str(fault)
    assert {c.by for c in case.dossier.claims.values()} == {Maker.RULES}


def test_an_empty_folder_says_what_would_fill_it(open_case, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    (fault,) = [s.fault for s in open_case(empty).load_all() if isinstance(s, Failed)]
    assert "no articles" in fault.problem
    assert ".txt" in fault.remedy


def test_a_missing_folder_is_refused(open_case, tmp_path):
    with pytest.raises(InputError, match="no such folder"):
        open_case(tmp_path / "nowhere")


def test_the_record_lies_beside_the_articles_but_never_in_the_program_itself(tmp_path, monkeypatch):
    assert record_folder(tmp_path) == tmp_path / ".briefing"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert Path(os.environ["XDG_DATA_HOME"]) in record_folder(tmp_path).parents
    assert resources.SEEDS.resolve() not in record_folder(resources.SEEDS.resolve()).parents


def test_the_brief_quotes_what_was_tagged(open_case):
    case = loaded(open_case())
    case.analyst.toggle_tag(curated(case, "closed on Monday"), "key")
    assert "The Vasa bridge was closed on Monday" in case.publishing.brief().rendered("md")[""].decode()


def test_without_a_cache_everything_still_works(open_case):
    assert loaded(open_case(cache=Cache(None))).dossier.claims


def test_a_case_opens_again_from_what_was_put_together_once(open_case, monkeypatch):
    first = loaded(open_case()).dossier
    monkeypatch.setattr("briefing.extraction.assemble", lambda *_: pytest.fail("put together anew"))
    again = loaded(open_case()).dossier
    assert again.claims == first.claims
    assert again.points == first.points
    assert again.actors == first.actors


def test_a_case_that_stands_as_it_did_is_there_at_once_and_whole(open_case):
    first = loaded(open_case()).dossier
    steps = list(open_case().load())
    assert [type(s) for s in steps] == [Contents, Finished]
    assert {c.id: c for c in steps[0].claims} == first.claims


@pytest.mark.parametrize("changed", ["01-wire.txt", "reading.yaml", "aliases.yaml", "lexicon.yaml"])
def test_a_case_is_read_again_once_a_file_of_it_has_changed(open_case, folder, changed):
    loaded(open_case())
    text = {"01-wire.txt": "Bridge open\n\nThe bridge is open, police said.\n"}.get(changed, "# nothing\n")
    (folder / changed).write_text(text, "utf-8")
    steps = list(open_case().load())
    assert isinstance(steps[0], Progress)


def test_what_is_wrong_with_a_case_is_told_at_every_opening(open_case, folder):
    (folder / "aliases.yaml").write_text("actors: 7\n", "utf-8")
    for _ in range(2):
        assert any(isinstance(s, Failed) for s in open_case().load())


def test_nothing_waits_for_a_pipe_that_lies_among_the_files(open_case, folder):
    for name in ("aliases.yaml", "lexicon.yaml", "pipe.txt"):
        os.mkfifo(folder / name)
    case = loaded(open_case())
    skipped = {s.file: s.skipped for s in case.dossier.sources.values() if s.skipped}
    assert skipped == {"pipe.txt": "not a plain file; put a copy of the article here"}


def test_a_case_is_read_again_once_what_a_link_beside_it_leads_to_has_changed(open_case, folder, tmp_path):
    (tmp_path / "shared.yaml").write_text("actors: [{name: Ines Carrow, aliases: [the chief]}]\n", "utf-8")
    (folder / "aliases.yaml").symlink_to(tmp_path / "shared.yaml")
    loaded(open_case())
    (tmp_path / "shared.yaml").write_text("actors: [{name: Halden Police, aliases: [Ines Carrow]}]\n", "utf-8")
    assert "Halden Police" in {a.name for a in loaded(open_case()).dossier.actors.values()}


def test_a_file_that_the_worker_failed_on_is_read_at_the_next_opening(open_case, folder, monkeypatch):
    (folder / "03-new.txt").write_text("The Vasa bridge was closed for a week, the harbour office said.\n", "utf-8")
    read = Worker.read

    def fail(worker: Worker, path: Path, file: str, limits: Limits) -> Source:
        if file == "03-new.txt":
            raise WorkerError("it took too long")
        return read(worker, path, file, limits)

    monkeypatch.setattr(Worker, "read", fail)
    loaded(open_case())
    monkeypatch.setattr(Worker, "read", read)
    assert [s.skipped for s in loaded(open_case()).dossier.sources.values()] == [None] * 3


def test_a_case_that_cannot_be_put_together_is_told_and_its_reading_is_there(open_case, folder, monkeypatch):
    (folder / "aliases.yaml").write_text("actors: [{name: The Halden Police, aliases: [Ines Carrow]}]\n", "utf-8")
    put_together = Worker.put_together

    def fail(*_: object) -> None:
        raise WorkerError("needs more memory than the limit allows")

    monkeypatch.setattr(Worker, "put_together", fail)
    case = open_case()
    (told,) = [str(s.fault) for s in case.load_all() if isinstance(s, Failed)]
    assert "not put together: needs more memory" in told
    assert {c.by for c in case.dossier.claims.values()} == {Maker.READING}
    monkeypatch.setattr(Worker, "put_together", put_together)
    assert Maker.RULES in {c.by for c in loaded(open_case()).dossier.claims.values()}


def test_names_hold_on_in_a_case_opened_from_what_it_came_to_while_their_file_has_a_mistake(open_case, folder):
    names = folder / "aliases.yaml"
    names.write_text("actors: [{name: Halden Police, aliases: [Ines Carrow]}]\n", "utf-8")
    loaded(open_case())
    case, stopped = open_case(), threading.Event()
    loaded(case)
    names.write_text("actors: 7\n", "utf-8")
    for step in case.follow(stopped):
        case.apply(step)
        if isinstance(step, Finished):
            stopped.set()
    assert "Halden Police" in {a.name for a in case.dossier.actors.values()}


def test_a_file_whose_name_is_no_text_is_skipped_and_told_and_the_reading_holds(open_case, folder):
    Path(os.fsdecode(os.fsencode(folder) + b"/03-\xff.txt")).write_text("The bridge is open.\n", "utf-8")
    for _ in range(2):
        case = loaded(open_case())
        assert {s.file: s.skipped for s in case.dossier.sources.values()} == {
            "01-wire.txt": None,
            "02-post.md": None,
            "03-<dcff>.txt": "its name is not UTF-8: rename it",
        }
        assert curated(case, "closed on Monday")


def test_a_case_in_a_folder_whose_name_is_no_text_is_read_and_handed_on(open_case, folder):
    place = folder.rename(os.fsdecode(os.fsencode(folder) + b"\xff"))
    case = loaded(open_case(place, Cache(None)))
    assert [s.skipped for s in case.dossier.sources.values()] == [None, None]
    assert b"bridge\\\\xff" in as_json(case.dossier, case.name)


def test_all_of_a_file_beside_the_articles_counts_that_is_ever_read():
    assert MOST_SAID == yamlfile.MAX_BYTES


def test_while_contents_are_taken_in_every_relation_has_its_point_and_claims(open_case):
    case = loaded(open_case())
    d = case.dossier
    assert d.relations
    bare = [replace(c, point=None, commitment=None) for c in d.claims.values()]
    for _ in case.taking_in(Contents(tuple(d.sources.values()), tuple(d.actors.values()), (), tuple(bare))):
        assert all(r.point in d.points and {r.a, r.b} <= d.claims.keys() for r in d.relations.values())
    assert not d.relations


def test_an_own_frame_makes_two_claims_oppose_each_other(open_case, folder):
    (folder / "03.txt").write_text("Ice\n\nThe glacier is on the move, surveyor Ann Holt said.\n", "utf-8")
    (folder / "04.txt").write_text("Ice too\n\nThe glacier has stagnated, geologist Leo Brandt said.\n", "utf-8")

    def disputed() -> list[str]:
        d = loaded(open_case()).dossier
        return [d.points[r.point].phrase for r in d.conflicts() if "moves" in d.points[r.point].phrase]

    assert disputed() == []
    own = 'frames: [{name: GLACIER_MOVES, phrase: "{theme} moves", positive: [on the move], negative: [stagnate/V]}]\n'
    (folder / "lexicon.yaml").write_text(own, "utf-8")
    assert len(disputed()) == 1


def test_a_lexicon_saved_with_a_mistake_in_an_open_case_leaves_what_it_said_before_and_gone_it_says_nothing(
    open_case, folder
):
    (folder / "03.txt").write_text("Ice\n\nThe glacier is on the move, surveyor Ann Holt said.\n", "utf-8")
    (folder / "04.txt").write_text("Ice too\n\nThe glacier has stagnated, geologist Leo Brandt said.\n", "utf-8")
    own = 'frames: [{name: GLACIER_MOVES, phrase: "{theme} moves", positive: [on the move], negative: [stagnate/V]}]\n'
    case = open_case()

    def after(saved: str | None) -> tuple[int, list[str]]:
        (folder / "lexicon.yaml").unlink(missing_ok=True)
        if saved is not None:
            (folder / "lexicon.yaml").write_text(saved, "utf-8")
        told = [str(s.fault) for s in case.load_all() if isinstance(s, Failed)]
        d = case.dossier
        return sum("moves" in d.points[r.point].phrase for r in d.conflicts()), told

    assert after(own) == (1, [])
    for broken in (own[:60], own + own, "frames: 7\n", "\x00"):
        disputed, told = after(broken)
        assert disputed == 1
        assert len(told) == 1
        assert "lexicon.yaml" in told[0]
    assert after(None) == (0, [])
    assert after(own) == (1, [])


def test_points_of_an_earlier_look_do_not_stay_unless_somebody_wants_them(open_case):
    case = loaded(open_case())
    made = Contents(
        *(
            tuple(part.values())
            for part in (case.dossier.sources, case.dossier.actors, case.dossier.points, case.dossier.claims)
        )
    )
    claim = next(iter(case.dossier.claims))
    case.apply(replace(made, points=(*made.points, Point("p-fleeting", "it rains"), Point("p-taken", "it snows"))))
    case.analyst.put_on_point(claim, "p-taken")
    mine = case.analyst.put_on_new_point(made.claims[-1].id, "it thaws")
    case.analyst.put_on_point(made.claims[-1].id, None)
    case.apply(made)
    assert "p-fleeting" not in case.dossier.points
    assert {"p-taken", mine} <= case.dossier.points.keys()
    assert case.dossier.claims[claim].point == "p-taken"


def test_nothing_is_said_of_what_went_with_its_file_meanwhile(open_case):
    case = loaded(open_case())
    claim = next(iter(case.dossier.claims.values()))
    case.dossier.remove_source(claim.source)
    for say in (
        lambda: case.analyst.toggle_tag(claim.id, "key"),
        lambda: case.analyst.commit(claim.id, "certain +"),
        lambda: case.analyst.dismiss(claim.id),
        lambda: case.analyst.grade(claim.source, "B"),
    ):
        with pytest.raises(InputError, match="not in the case any more"):
            say()
    assert not list(case.dossier.record.standing())


def test_a_reading_holds_without_what_hangs_on_an_article_that_is_gone(open_case, folder):
    (folder / "02-post.md").unlink()
    case = open_case()
    steps = list(case.load_all())
    (told,) = [s.fault for s in steps if isinstance(s, Failed)]
    assert "no article '02-post.md' in the case; 1 claim on it left out" in told.problem
    assert case.dossier.claims[curated(case, "was closed on Monday")].point is not None
