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
        self.states = [{}]
        self.now = 0
        self.written = []

    @rule(room=rooms, step=st.lists(deeds, min_size=1, max_size=3))
    def append(self, room, step):
        self.written += self.rooms[room].append(step, who=f"room {room}")
        after = self.states[self.now] | {(d.act, d.target): d.value for d in step}
        self.states[self.now + 1 :] = [{k: v for k, v in after.items() if v is not None}]
        self.now += 1

    @rule(room=rooms)
    def undo(self, room):
        self.written += self.rooms[room].undo()
        self.now = max(0, self.now - 1)

    @rule(room=rooms)
    def redo(self, room):
        self.written += self.rooms[room].redo()
        self.now = min(len(self.states) - 1, self.now + 1)

    @rule(room=rooms)
    def reopen(self, room):
        self.rooms[room].close()
        self.rooms[room] = Ledger.open(self.path)

    @rule(room=rooms)
    def look(self, room):
        assert self.rooms[room].annotations() == self.written

    @invariant()
    def the_state_is_the_one_of_the_steps_not_undone(self):
        assert state(self.written) == self.states[self.now]

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


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
