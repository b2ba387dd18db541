"""What lies over the room is left once, however fast keys come."""

from typing import ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class Once(ModalScreen[Result]):
    """A screen over the room that cannot be left twice: leaving it again would take away what is below it.

    One that `takes_text` loses no letter that was typed before its field was there to take it.
    """

    takes_text: ClassVar[bool] = False

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._typed_ahead: list[events.Key] = []

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed ahead of the field."""
        if self.takes_text and self.focused is None and event.key != "escape":
            event.stop()
            self._typed_ahead.append(event)

    def on_descendant_focus(self) -> None:
        """Give the field what was typed ahead of it."""
        field = self.focused
        if field is not None:
            ahead, self._typed_ahead = self._typed_ahead, []
            for event in ahead:
                field.post_message(events.Key(event.key, event.character))

    def leave(self, result: Result | None = None) -> None:
        """Give a result and go, if it is still what is on top."""
        if self.app.screen is self and self.is_running:
            self.dismiss(result)

    def passed_on(self, event: events.Key) -> bool:
        """Hand a key to what is on top, if that is no longer this; returns whether it was handed on."""
        return hand_on(self, event)


def hand_on(screen: Screen[Result], event: events.Key) -> bool:
    """Hand a key that a screen got to the one that is on top, if that is another; returns whether it was handed on."""
    app: App[object] = screen.app
    top = app.screen
    if top is screen:
        return False
    event.stop()
    event.prevent_default()
    (top.focused or top).post_message(events.Key(event.key, event.character))
    return True
