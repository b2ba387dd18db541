"""What lies over the room is left once, however fast keys come."""

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")


class Once(ModalScreen[Result]):
    """A screen over the room that cannot be left twice: leaving it again would take away what is below it.

    One that `takes_text` is given keys only once its field is there to take them.
    """

    takes_text: ClassVar[bool] = False

    def leave(self, result: Result | None = None) -> None:
        """Give a result and go, if it is still what is on top."""
        if self.app.screen is self and self.is_running:
            self.dismiss(result)
