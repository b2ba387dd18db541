"""The terminal's driver, with an input thread that ends when it is told to, so that leaving waits for no time-out."""

import os
import select
from codecs import getincrementaldecoder

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

_TICK = 0.1
"""Seconds after which the parser is told that time has passed, to know a lone escape from the begin of a sequence."""
_SOON = 0.01
"""The same while the last that came is an escape: it is to be known as soon as it can be, or the next key would be taken for a part of it."""
_MOST = 1 << 12


class PromptDriver(LinuxDriver):
    """Textual's own notices that it is to end up to two tenths of a second later; here a byte in a pipe wakes it."""

    _bell: tuple[int, int] | None = None
    _frame = ""

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
        """Hand on what is typed until the bell is rung."""
        if self._bell is None:
            return
        heard, _ = self._bell
        parser, decode = XTermParser(self._debug), getincrementaldecoder("utf-8")().decode
        wait = _TICK
        while True:
            ready, _, _ = select.select([self.fileno, heard], [], [], wait)
            if heard in ready:
                return
            if ready:
                typed = decode(os.read(self.fileno, _MOST))
                wait = _SOON if typed.endswith("\x1b") else _TICK
                for message in parser.feed(typed) if typed else ():
                    self.process_message(message)
            for message in parser.tick():
                wait = _TICK
                self.process_message(message)


def prompt(chosen: type[Driver]) -> type[Driver]:
    """Return what to take for a driver: any but the terminal's own, such as the browser's, stays."""
    return PromptDriver if chosen is LinuxDriver else chosen
