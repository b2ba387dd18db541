"""A room that is killed at any moment: what it said it wrote is there, whole. `make killed` runs two hundred such sessions."""

import random

from killed import make_case, session


def test_a_session_killed_at_a_random_moment_loses_nothing_and_leaves_nothing_half_done(tmp_path):
    case, chance = make_case(tmp_path / "case"), random.Random(7)
    done = [session(case, chance) for _ in range(2)]
    assert sum(s.acknowledged for s in done) > 0
    assert all((s.lost, s.half, s.damaged) == (0, 0, 0) for s in done)
