"""Whatever is done, undone and redone, by two rooms that open and close: one state, and nothing lost."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from briefing.dossier import Act, Record
from briefing.ledger import Deed, Ledger

deeds = st.one_of(
    st.builds(Deed, st.just(Act.TAG), st.sampled_from(["c1/key", "c1/odd", "c2/key"]), st.sampled_from(["yes", None])),
    st.builds(Deed, st.just(Act.NOTE), st.sampled_from(["c1", "r1"]), st.none() | st.text(max_size=5)),
)
rooms = st.sampled_from([0, 1])
analysts = st.sampled_from([0, 1])


def state(annotations):
    record = Record()
    for annotation in annotations:
        record.apply(annotation)
    return {(a.act, a.target): a.value for a in record.standing()}


class AnyHistory(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "ledger.db"
        self.rooms = [Ledger.open(self.path), Ledger.open(self.path)]
        self.written = []

    def write(self, annotations):
        self.written += annotations
        return annotations

    @rule(room=rooms, who=analysts, step=st.lists(deeds, min_size=1, max_size=3))
    def append(self, room, who, step):
        self.write(self.rooms[room].append(step, who=f"analyst {who}"))

    @rule(room=rooms, who=analysts)
    def undo(self, room, who):
        undone = self.write(self.rooms[room].undo(f"analyst {who}"))
        assert {a.who for a in undone} <= {f"analyst {who}"}

    @rule(room=rooms, who=analysts)
    def redo(self, room, who):
        self.write(self.rooms[room].redo(f"analyst {who}"))

    @rule(room=rooms, who=analysts)
    def undo_and_redo(self, room, who):
        before = state(self.written)
        if self.write(self.rooms[room].undo(f"analyst {who}")):
            self.write(self.rooms[room].redo(f"analyst {who}"))
        assert state(self.written) == before

    @rule(room=rooms)
    def reopen(self, room):
        self.rooms[room].close()
        self.rooms[room] = Ledger.open(self.path)

    @rule(room=rooms)
    def look(self, room):
        assert self.rooms[room].annotations() == self.written

    @invariant()
    def what_was_there_before_is_true(self):
        held = {}
        for annotation in self.written:
            assert annotation.before == held.get((annotation.act, annotation.target))
            held[annotation.act, annotation.target] = annotation.value

    def teardown(self):
        for room in self.rooms:
            room.close()
        shutil.rmtree(self.folder)


class OneAnalyst(RuleBasedStateMachine):
    """With one analyst alone, undo and redo walk along the states there were."""

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = Ledger.open(self.folder / "ledger.db")
        self.states, self.now = [{}], 0

    @rule(step=st.lists(deeds, min_size=1, max_size=3))
    def append(self, step):
        self.ledger.append(step, who="Ana")
        after = self.states[self.now] | {(d.act, d.target): d.value for d in step}
        self.states[self.now + 1 :] = [{k: v for k, v in after.items() if v is not None}]
        self.now += 1

    @rule()
    def undo(self):
        self.ledger.undo("Ana")
        self.now = max(0, self.now - 1)

    @rule()
    def redo(self):
        self.ledger.redo("Ana")
        self.now = min(len(self.states) - 1, self.now + 1)

    @invariant()
    def the_state_is_the_one_of_the_steps_not_undone(self):
        assert state(self.ledger.annotations()) == self.states[self.now]

    def teardown(self):
        self.ledger.close()
        shutil.rmtree(self.folder)


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestOneAnalyst = OneAnalyst.TestCase
TestOneAnalyst.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
