"""What the room says for a moment: each notice makes way for the next, faults stay until their time is up."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from textual.notifications import Notification, Notifications

from briefing.plaintext import visible

if TYPE_CHECKING:
    from briefing.room.app import Room

Severity = Literal["information", "warning", "error"]


class Notices:
    """Says things in one room; `standing` are the app's notices, `forget` takes one out of them."""

    def __init__(self, room: "Room", standing: Notifications, forget: Callable[[Notification], object]) -> None:
        self._room, self._standing, self._forget = room, standing, forget
        self._before: tuple[Notification, ...] = ()
        self._said: set[str] = set()
        self._is_answered = False

    def tell(self, text: str, severity: Severity = "information", timeout: float = 5) -> None:
        """Say something for so many seconds, in place of what was said before the key, and of the same said before."""
        self.make_way()
        self._before = ()
        if not self._is_answered:
            self._is_answered, self._said = True, set()
        self._said.add(message := visible(text))
        self._room.notify(message, severity=severity, timeout=timeout, markup=False)
        self._room.call_later(self._tidy)
        self._keep_clear()

    def _tidy(self) -> None:
        """Let go what has come to stand since it was said, and is said again or was said before the last key: keys may come faster than notices."""
        newest = {n.message: n for n in self._standing}
        self._let_go(
            n
            for n in self._standing
            if n is not newest[n.message] or (n.severity != "error" and n.message not in self._said)
        )

    def key_came(self) -> None:
        """Take note of what stands: it was said before the key."""
        self._before, self._is_answered = tuple(self._standing), False

    def make_way(self) -> None:
        """Let what was said before the key go; faults stay."""
        self._let_go(n for n in self._before if n.severity != "error")

    def let_all_go(self) -> None:
        """Let all that was said go, faults too."""
        self._let_go(self._standing)

    def row_moved(self) -> None:
        """Stand clear of the row in hand, if anything stands."""
        if self._standing:
            self._keep_clear()

    def _keep_clear(self) -> None:
        self._room.desk.keep_clear(self._room.focused_pane)

    def _let_go(self, notices: Iterable[Notification]) -> None:
        for notice in tuple(notices):
            if notice in self._standing:
                self._take_away(notice)
                self._forget(notice)

    def _take_away(self, notice: Notification) -> None:
        """Take a notice away with what holds it: left behind, that would keep a line for it."""
        for screen in self._room.screen_stack:
            for holder in screen.query("ToastHolder"):
                if (holder.id or "").endswith(notice.identity):
                    holder.remove()
