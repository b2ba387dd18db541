"""The terminal's driver: frames are written at once, a lone escape is soon known, and the input thread ends when it is told to."""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator

from textual import constants
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import MouseMove
from textual.message import Message

_SEQUENCE = constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else 0.05
"""Seconds that the rest of a sequence may take, as in other programs of terminals (neovim: `ttimeoutlen`); a key that comes in them is taken for a part of it."""
_MOST = 1 << 12


class Typed(XTermParser):
    """What is typed, as keys; a lone escape is told from the begin of a sequence by the time that passes."""

    def feed(self, data: str) -> Iterator[Message]:
        """Yield what more that was typed comes to."""
        yield from super().feed(data)
        if self._timeout_time is not None:
            self._timeout_time = get_time() + _SEQUENCE

    @property
    def wait(self) -> float | None:
        """Seconds until it is to be told, by `tick`, that nothing followed; None where nothing has to."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())


class PromptDriver(LinuxDriver):
    """Textual's own notices that it is to end up to two tenths of a second later; here a byte in a pipe wakes it."""

    _bell: tuple[int, int] | None = None
    _frame = ""
    _heard: Callable[[], object] | None = None

    def tell_of_input(self, heard: Callable[[], object]) -> None:
        """Call this, on the thread that reads the terminal, as soon as a key or a button is pressed: what that comes to waits for what is being done."""
        self._heard = heard

    def process_message(self, message: Message) -> None:
        """Hand on what was typed; the mouse on its way is nothing to wait for."""
        if self._heard is not None and not isinstance(message, MouseMove):
            self._heard()
        super().process_message(message)

    def write(self, data: str) -> None:
        """Write to the terminal at once, a frame in one piece; Textual hands each piece to a thread, which waits for the interpreter first."""
        if self._frame or data == SYNC_START:
            self._frame += data
            if data != SYNC_END:
                return
            data, self._frame = self._frame, ""
        assert self._file is not None, "there is no terminal"
        self._file.write(data)
        self._file.flush()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._bell = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Read no more keys; those that were typed and not read are thrown away."""
        bell, self._bell = self._bell, None
        if bell is not None:
            os.write(bell[1], b"\0")
        super().disable_input()
        for end in bell or ():
            os.close(end)

    def run_input_thread(self) -> None:
        """Hand on what is typed until the bell is rung, or the terminal is gone."""
        if self._bell is None:
            return
        heard, _ = self._bell
        parser, decode = Typed(self._debug), getincrementaldecoder("utf-8")().decode
        while True:
            ready, _, _ = select.select([self.fileno, heard], [], [], parser.wait)
            if heard in ready:
                return
            if ready:
                read = os.read(self.fileno, _MOST)
                if not read:
                    return
                typed = decode(read)
                for message in parser.feed(typed) if typed else ():
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)


def prompt(chosen: type[Driver]) -> type[Driver]:
    """Return what to take for a driver: any but the terminal's own, such as the browser's, stays."""
    return PromptDriver if chosen is LinuxDriver else chosen
