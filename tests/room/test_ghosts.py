from hypothesis import given
from hypothesis import strategies as st

from briefing.room.ghosts import with_ghosts

IDS = st.lists(st.sampled_from("abcdefghij"), unique=True)


@given(IDS, IDS, st.sets(st.sampled_from("abcdefghij")))
def test_rows_keep_their_order_and_each_ghost_stands_once_behind_what_it_stood_behind(items, before, gone):
    ghosts = gone - set(items)
    merged = with_ghosts(items, before, ghosts)
    assert [i for i in merged if i in items] == items
    assert sorted(i for i in merged if i not in items) == sorted(i for i in before if i in ghosts)
    assert len(set(merged)) == len(merged)


def test_a_ghost_at_the_top_stays_at_the_top():
    assert with_ghosts(["b", "c"], ["a", "b", "x", "c"], {"a", "x"}) == ["a", "b", "x", "c"]
