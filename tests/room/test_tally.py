"""What is counted stays true while the analyst works, without counting all of it again."""

import pytest

from briefing.dossier import Verdict
from briefing.room.tally import Tally


@pytest.fixture
def counted(sit):
    """Return what the room counts, and what a count from the beginning comes to."""

    def look(analyst):
        kept = analyst.room.keeper._tally
        rows = analyst.room.desk.panes["contradictions"].items
        anew = Tally(analyst.room.dossier)
        anew.put_up([analyst.room.dossier.relations[r] for r in rows])
        assert (kept.counts(), kept.listed()) == (anew.counts(), anew.listed())
        return kept.counts()

    return look


async def test_counts_follow_dismissals_verdicts_and_undo(sit, counted):
    async with sit() as analyst:
        begun = counted(analyst)
        case = analyst.room.case
        relation = next(r for r in case.dossier.relations.values() if r.type.is_conflict)
        case.analyst.verdict(relation.id, Verdict.REAL)
        await analyst.pilot.pause()
        assert counted(analyst).still_open == begun.still_open - 1
        case.analyst.dismiss(relation.a)
        await analyst.pilot.pause()
        after = counted(analyst)
        assert (after.claims, after.conflicts) == (begun.claims - 1, begun.conflicts - 1)
        assert f"{after.claims} claims" in analyst.screen
        case.book.undo()
        case.book.undo()
        await analyst.pilot.pause()
        assert counted(analyst) == begun


async def test_what_a_later_report_replaces_is_counted_apart_from_contradictions(sit):
    async with sit() as analyst:
        d, hand = analyst.room.dossier, analyst.room.case.analyst
        later = next(c for c in d.claims.values() if c.quote == "denied that the dam is safe")
        earlier = next(c for c in d.claims.values() if c.quote == "the ministry had been warned in May")
        hand.put_on_point(later.id, earlier.point)
        hand.commit(later.id, "certain -")
        await analyst.pilot.pause()
        assert "5 Contradictions  1 · 1 open · →1" in analyst.screen
        assert "1 contradiction, 1 open" in analyst.screen.splitlines()[0]
