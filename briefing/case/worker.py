"""Reading and analysing in a process of its own, so that no file can stop, fill or slow the room.

The process takes one request a line on standard input and answers each with one line, both JSON. It is started with `-P`, so
that a module lying in the current folder is never imported. A file that takes too long or too much memory costs its process,
not the session: the process is replaced and the file is skipped with the reason.
"""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from briefing.articles import Limits
from briefing.dossier import Source
from briefing.extraction import Extract, OwnFrames

_START_SECONDS = 60.0
_CHARS_A_SECOND = 3_000
_BUFFER = 1 << 16


class ReadFile(msgspec.Struct, tag=True, frozen=True):
    """Read the file at `path`, in the bytes of the file system, called `file` within the case."""

    path: bytes
    file: str
    limits: Limits


class ExtractFrom(msgspec.Struct, tag=True, frozen=True):
    """Find actors and claims in a source with the language model of that name, and the analyst's own frames."""

    source: Source
    language_model: str
    frames: OwnFrames


class Failure(msgspec.Struct, tag=True, frozen=True):
    """The request could not be carried out, and why, for the person at the screen."""

    reason: str


Request = ReadFile | ExtractFrom


class WorkerError(Exception):
    """A request failed; the message says why in words for the person at the screen."""


class Worker:
    """A process that reads and analyses, started when first needed and replaced when it is lost."""

    def __init__(self, memory_mb: int, seconds_per_file: float) -> None:
        self._memory_mb = memory_mb
        self._seconds = seconds_per_file
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self._closed = False

    def read(self, path: Path, file: str, limits: Limits) -> Source:
        """Read a file. Raises WorkerError."""
        request = ReadFile(os.fsencode(path), file, limits)
        return msgspec.json.decode(self._ask(request, self._seconds), type=Source)

    def extract(self, source: Source, language_model: str, frames: OwnFrames) -> Extract:
        """Find actors and claims in a source. Raises WorkerError."""
        seconds = self._seconds + _START_SECONDS + len(source.text) / _CHARS_A_SECOND
        answer = self._ask(ExtractFrom(source, language_model, frames), seconds)
        return msgspec.json.decode(answer, type=Extract)

    def close(self) -> None:
        """End the process at once, also from another thread; a request under way raises WorkerError."""
        self._closed = True
        self._end()

    def _ask(self, request: Request, seconds: float) -> bytes:
        try:
            process = self._running()
            assert process.stdin is not None
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
            answer = self._line(process, time.monotonic() + seconds)
        except TimeoutError:
            self._end()
            raise WorkerError(f"took longer than {seconds:.0f} s and was stopped") from None
        except (OSError, EOFError, ValueError):
            raise WorkerError(self._why_it_ended()) from None
        if answer.startswith(b'{"type":"Failure"'):
            raise WorkerError(msgspec.json.decode(answer, type=Failure).reason)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise EOFError
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._rest = b""
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
                [sys.executable, "-P", "-m", "briefing.case.worker_process", str(self._memory_mb)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process

    def _line(self, process: subprocess.Popen[bytes], deadline: float) -> bytes:
        assert process.stdout is not None
        parts, handle = [self._rest], process.stdout.fileno()
        while b"\n" not in parts[-1]:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([handle], [], [], left)[0]:
                raise TimeoutError
            chunk = os.read(handle, _BUFFER)
            if not chunk:
                raise EOFError
            parts.append(chunk)
        line, _, self._rest = b"".join(parts).partition(b"\n")
        return line

    def _why_it_ended(self) -> str:
        if self._closed or self._process is None:
            return "stopped, since the case was closed"
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            code = 0
        self._end()
        if code > 0:
            return f"the analysis could not run (exit code {code}); see `briefing doctor`"
        return f"the analysis ended on it, perhaps for want of memory (limits.memory_mb is {self._memory_mb})"

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
