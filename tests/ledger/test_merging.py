"""Two ledgers become one: no event twice, none lost, and both come to the same."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier import Act, Record
from briefing.ledger import Deed, Ledger

deeds = st.one_of(
    st.builds(Deed, st.just(Act.TAG), st.sampled_from(["c1/key", "c2/key"]), st.sampled_from(["yes", None])),
    st.builds(Deed, st.just(Act.NOTE), st.sampled_from(["c1", "c2"]), st.none() | st.text(max_size=3)),
)
steps = st.lists(st.lists(deeds, min_size=1, max_size=2) | st.sampled_from(["undo", "redo", "exchange"]), max_size=12)


def state(ledger):
    record = Record()
    for annotation in ledger.annotations():
        record.apply(annotation)
    return {(a.act, a.target): a.value for a in record.standing()}


def work(ledger, who, step, other):
    if step == "undo":
        ledger.undo(who)
    elif step == "redo":
        ledger.redo(who)
    elif step == "exchange":
        ledger.merge(other.rows())
    else:
        ledger.append(step, who)


@settings(max_examples=40, deadline=None)
@given(steps, steps)
def test_after_an_exchange_both_have_every_event_and_the_same_state(anas, bens):
    folder = Path(tempfile.mkdtemp())
    try:
        with Ledger.open(folder / "ana.db") as ana, Ledger.open(folder / "ben.db") as ben:
            for step in anas:
                work(ana, "Ana", step, ben)
            for step in bens:
                work(ben, "Ben", step, ana)
            known = {r.uid for r in ana.rows()} | {r.uid for r in ben.rows()}
            ana.merge(ben.rows())
            ben.merge(ana.rows())
            assert ana.merge(ben.rows()) == []
            assert {r.uid for r in ana.rows()} == {r.uid for r in ben.rows()} == known
            assert ana.annotations() == ben.annotations()
            assert state(ana) == state(ben)
            assert [a.id for a in ana.annotations()] == list(range(1, len(known) + 1))
        with Ledger.open(folder / "ana.db") as again, Ledger.open(folder / "ben.db") as ben:
            assert again.annotations() == ben.annotations()
    finally:
        shutil.rmtree(folder)


def test_the_undo_of_each_analyst_goes_on_in_the_merged_record(tmp_path):
    with Ledger.open(tmp_path / "ana.db") as ana, Ledger.open(tmp_path / "ben.db") as ben:
        ana.append([Deed(Act.NOTE, "c1", "hers")], "Ana")
        ben.append([Deed(Act.NOTE, "c2", "his")], "Ben")
        ana.merge(ben.rows())
        assert [(a.target, a.value) for a in ana.undo("Ana")] == [("c1", None)]
        assert ana.undo("Ana") == []
        assert [(a.target, a.value) for a in ana.undo("Ben")] == [("c2", None)]


def test_a_room_that_is_open_learns_that_events_came_in_between(tmp_path):
    with Ledger.open(tmp_path / "ana.db") as ana, Ledger.open(tmp_path / "ben.db") as ben:
        ben.append([Deed(Act.NOTE, "c1", "earlier")], "Ben")
        ana.append([Deed(Act.NOTE, "c1", "later")], "Ana")
        with Ledger.open(tmp_path / "ana.db") as room:
            assert (room.edition, len(room.annotations())) == (0, 1)
            ana.merge(ben.rows())
            assert [a.value for a in room.annotations()] == ["earlier", "later"]
            assert room.edition == 1
