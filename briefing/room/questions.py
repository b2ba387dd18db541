"""A question that one key answers, on the bottom line: which tag, which verdict, which grade."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.room.commands import shown
from briefing.room.lines import fits_in_full, question_line

if TYPE_CHECKING:
    from briefing.room.app import Room

Choice = tuple[str, Callable[[], object]]
"""What a key of a question does, in words and in deed."""

_SECONDS = 60


class Questions:
    """Asks the analyst of one room, one question at a time."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._title = ""
        self._choices: Mapping[str, Choice] = {}

    def ask(self, title: str, choices: Mapping[str, Choice]) -> None:
        """Wait for one of these keys; the bottom line names them, and a notice says in full what does not fit there."""
        self._title, self._choices = title, choices
        if not fits_in_full(title, self._answers, self._room.size.width):
            self._room.tell(
                f"{title}: " + "  ".join(f"{key} {words}" for key, words in self._answers), timeout=_SECONDS
            )
        self._room.lines()

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return bool(self._title)

    @property
    def _answers(self) -> list[tuple[str, str]]:
        return [*((key, words) for key, (words, _) in self._choices.items()), ("esc", "leave")]

    def line(self, width: int) -> Text:
        """Draw the question that is open, with its answers."""
        return question_line(self._room.look, self._title, self._answers, width)

    def answer(self, key: str) -> None:
        """Do what a key answers; any but escape that answers nothing is told so."""
        choices, self._choices, self._title = self._choices, {}, ""
        self._room.notices.make_way()
        if key in choices:
            self._room.attempt(choices[key][1])
        elif key != "escape":
            self._room.tell(f"“{shown(key)}” is none of the answers", timeout=3)
        self._room.lines()
