"""Reading, analysing and putting together in a process of its own, so that no file can stop, fill or slow the room.

The process takes one request a line on standard input and answers each with lines and an empty one after them, all JSON. It is
started with `-P`, so that a module lying in the current folder is never imported. A file that takes too long or too much memory
costs its process, not the session: the process is replaced and the file is skipped with the reason. The process keeps what it
read out of the articles; a new one is given that again before it puts a case together.
"""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from briefing.articles import Limits
from briefing.dossier import Source
from briefing.extraction import Aliases, Assembly, OwnFrames

_START_SECONDS = 60.0
_CHARS_A_SECOND = 3_000
_SECONDS_AN_ARTICLE = 2.0
"""What putting a case together may take for each of its articles, several times what it takes."""
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


class Take(msgspec.Struct, tag=True, frozen=True):
    """Keep what was read out of a source before, the JSON of an extract."""

    source: Source
    extract: msgspec.Raw


class LoadMeanings(msgspec.Struct, tag=True, frozen=True):
    """Load what tells what claims mean; `vectors` is the folder, in the bytes of the file system, where its results are kept."""

    vectors: bytes | None


class PutTogether(msgspec.Struct, tag=True, frozen=True):
    """Put together what was read out of these sources, under the analyst's names, and by what claims mean where that is given.

    Nothing of other sources is kept any longer. The answer comes in parts, so that no line of it takes long to read.
    """

    sources: tuple[str, ...]
    aliases: Aliases
    meanings: LoadMeanings | None


class Done(msgspec.Struct, tag=True, frozen=True):
    """The request was carried out, and there is no more to say."""


class Failure(msgspec.Struct, tag=True, frozen=True):
    """The request could not be carried out, and why, for the person at the screen."""

    reason: str


Request = ReadFile | ExtractFrom | Take | LoadMeanings | PutTogether


class WorkerError(Exception):
    """A request failed; the message says why in words for the person at the screen."""


class _LostError(WorkerError):
    """The process is gone."""


class Worker:
    """A process that reads, analyses and puts together, started when first needed and replaced when it is lost."""

    def __init__(self, memory_mb: int, seconds_per_file: float) -> None:
        self._memory_mb = memory_mb
        self._seconds = seconds_per_file
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self._taken: dict[str, tuple[Source, bytes]] = {}
        self._closed = False

    def read(self, path: Path, file: str, limits: Limits) -> Source:
        """Read a file. Raises WorkerError."""
        request = ReadFile(os.fsencode(path), file, limits)
        return msgspec.json.decode(self._only(request, self._seconds), type=Source)

    def extract(self, source: Source, language_model: str, frames: OwnFrames) -> bytes:
        """Find actors and claims in a source; returns the JSON of an extract. Raises WorkerError."""
        seconds = self._seconds + _START_SECONDS + len(source.text) / _CHARS_A_SECOND
        answer = self._only(ExtractFrom(source, language_model, frames), seconds)
        self._taken[source.id] = (source, answer)
        return answer

    def load_meanings(self, meanings: LoadMeanings) -> None:
        """Load what tells what claims mean. Raises WorkerError if it does not work."""
        self._only(meanings, self._seconds + _START_SECONDS)

    def put_together(
        self, extracts: Sequence[tuple[Source, bytes]], aliases: Aliases, meanings: LoadMeanings | None
    ) -> Assembly:
        """Put sources together by the JSON of their extracts, under the analyst's names. Raises WorkerError.

        A process that is lost over it is replaced once: what ended it may have had nothing to do with these sources.
        """
        try:
            return self._put_together(extracts, aliases, meanings)
        except _LostError:
            return self._put_together(extracts, aliases, meanings)

    def _put_together(
        self, extracts: Sequence[tuple[Source, bytes]], aliases: Aliases, meanings: LoadMeanings | None
    ) -> Assembly:
        seconds = self._seconds + _START_SECONDS + _SECONDS_AN_ARTICLE * len(extracts)
        self._give(extracts)
        request = PutTogether(tuple(source.id for source, _ in extracts), aliases, meanings)
        parts = [msgspec.json.decode(line, type=Assembly) for line in self._ask(request, seconds)]
        return Assembly(
            tuple(actor for part in parts for actor in part.actors),
            tuple(claim for part in parts for claim in part.claims),
            tuple(point for part in parts for point in part.points),
        )

    def _give(self, extracts: Sequence[tuple[Source, bytes]]) -> None:
        """Let the process have all these extracts, whatever of them it has not."""
        self._bury()
        for source, extract in extracts:
            if self._taken.get(source.id) != (source, extract):
                self._only(Take(source, msgspec.Raw(extract)), self._seconds + _START_SECONDS)
        self._taken = {source.id: (source, extract) for source, extract in extracts}

    def close(self) -> None:
        """End the process at once, also from another thread; a request under way raises WorkerError."""
        self._closed = True
        self._end()

    def _only(self, request: Request, seconds: float) -> bytes:
        (answer,) = self._ask(request, seconds)
        return answer

    def _ask(self, request: Request, seconds: float) -> Iterator[bytes]:
        """Yield the lines of the answer."""
        failed = b""
        deadline = time.monotonic() + seconds
        try:
            process = self._running()
            assert process.stdin is not None
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
            while line := self._line(process, deadline):
                if line.startswith(b'{"type":"Failure"'):
                    failed = line
                else:
                    yield line
        except TimeoutError:
            self._end()
            raise WorkerError(f"took longer than {seconds:.0f} s and was stopped") from None
        except (OSError, EOFError, ValueError):
            raise _LostError(self._why_it_ended()) from None
        if failed:
            raise WorkerError(msgspec.json.decode(failed, type=Failure).reason)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise EOFError
        self._bury()
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

    def _bury(self) -> None:
        """See to what is left of a process that has died unnoticed."""
        if self._process is not None and self._process.poll() is not None:
            self._end()

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
        self._taken = {}
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
