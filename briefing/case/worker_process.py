"""The main program of the process that reads, analyses and puts together: `python -m briefing.case.worker_process MEMORY_MB`."""

import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from briefing import articles, extraction
from briefing.cache import Cache
from briefing.case.worker import Done, Failure, LoadMeanings, PutTogether, ReadFile, Request, Take
from briefing.dossier import Source
from briefing.errors import InputError
from briefing.extraction import Assembly, Extract, OwnFrames
from briefing.extraction.reader import Reader

if TYPE_CHECKING:
    from briefing.extraction.semantic import MiniLM

_NICE = 10
"""Steps of priority that the room goes before the analysis where they want the same processor."""
_PART = 200
"""So many actors, claims and points are told in a line: the room reads one in a few milliseconds."""

Answer = Source | Extract | Assembly | Done | Failure


class Desk:
    """Carries out requests; what was loaded, and what was read out of articles, stays from one to the next."""

    def __init__(self) -> None:
        self._readers: dict[tuple[str, OwnFrames], Reader] = {}
        self._encoders: dict[LoadMeanings, MiniLM | None] = {}
        self._read: dict[str, tuple[Source, Extract]] = {}

    def answers(self, request: Request) -> Iterator[Answer]:
        """Yield the answer to a request, in parts if it is long."""
        try:
            yield from self._answers(request)
        except InputError as error:
            yield Failure(str(error))
        except MemoryError:
            yield Failure("needs more memory than the limit allows")
        except Exception as error:  # noqa: BLE001 - whatever a parser does, the file is skipped and the room goes on
            yield Failure(f"the analysis failed on it ({type(error).__name__}: {error})"[:300])

    def _answers(self, request: Request) -> Iterator[Answer]:
        if isinstance(request, ReadFile):
            yield articles.read(Path(os.fsdecode(request.path)), request.file, request.limits)
        elif isinstance(request, PutTogether):
            yield from _parts(self._together(request))
        elif isinstance(request, Take):
            extract = msgspec.json.decode(request.extract, type=Extract)
            self._read[request.source.id] = (request.source, extract)
            yield Done()
        elif isinstance(request, LoadMeanings):
            self._encoder(request)
            yield Done()
        else:
            asked = (request.language_model, request.frames)
            if asked not in self._readers:
                self._readers = {asked: Reader(*asked)}
            extract = self._readers[asked].read(request.source)
            self._read[request.source.id] = (request.source, extract)
            yield extract

    def _together(self, request: PutTogether) -> Assembly:
        self._read = {source: self._read[source] for source in request.sources}
        sources, extracts = [s for s, _ in self._read.values()], [e for _, e in self._read.values()]
        encoder = None if request.meanings is None else self._encoder(request.meanings)
        return extraction.assemble(sources, extracts, request.aliases, encoder)

    def _encoder(self, request: LoadMeanings) -> "MiniLM | None":
        if request not in self._encoders:
            folder = None if request.vectors is None else Path(os.fsdecode(request.vectors))
            encoder = extraction.encoder(Cache(folder))
            if encoder is not None:
                encoder.load()
            self._encoders[request] = encoder
        return self._encoders[request]


def _parts(whole: Assembly) -> Iterator[Assembly]:
    """Cut what was put together into pieces that follow each other."""
    for start in range(0, max(len(whole.actors), len(whole.claims), len(whole.points)), _PART):
        some = slice(start, start + _PART)
        yield Assembly(whole.actors[some], whole.claims[some], whole.points[some])


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request until the input ends."""
    desk = Desk()
    for line in requests:
        request = msgspec.json.decode(line, type=Request)
        answers.writelines(msgspec.json.encode(answer) + b"\n" for answer in desk.answers(request))
        answers.write(b"\n")
        answers.flush()


def _own_output() -> BinaryIO:
    """Return standard output for answers alone; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def main() -> None:
    """Let the room go first, limit the memory of this process, then serve."""
    os.nice(_NICE)
    limit = int(sys.argv[1]) << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    serve(sys.stdin.buffer, _own_output())


if __name__ == "__main__":
    main()
