from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefing import keymap


def test_every_command_has_one_id_and_the_default_keys_do_not_clash():
    assert max(Counter(c.id for c in keymap.COMMANDS).values()) == 1
    assert keymap.clashes({}) == []
    assert all(keymap.is_key(key) for c in keymap.COMMANDS for key in c.keys)


def test_an_override_takes_the_place_of_all_keys_of_a_command():
    keys = keymap.effective({"down": "n ctrl+n"})
    assert keys["down"] == ("n", "ctrl+n")
    assert keys["up"] == ("k", "up")


def test_keys_that_a_terminal_cannot_tell_apart_clash():
    (clash,) = keymap.clashes({"copy": "ctrl+m"})
    assert (clash.key, set(clash.commands)) == ("enter", {"copy", "open"})


@given(st.text(max_size=12))
def test_the_nearest_key_is_a_key(name):
    near = keymap.nearest_key(name)
    assert near is None or keymap.is_key(near)
