"""The main program of the process that reads and analyses: `python -m briefing.case.worker_process MEMORY_MB`."""

import os
import resource
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from briefing import articles
from briefing.case.worker import Failure, ReadFile, Request
from briefing.dossier import Source
from briefing.errors import InputError
from briefing.extraction import Extract, OwnFrames
from briefing.extraction.reader import Reader


class _Desk:
    """Carries out requests; the language model stays loaded from one to the next."""

    def __init__(self) -> None:
        self._readers: dict[tuple[str, OwnFrames], Reader] = {}

    def answer(self, request: Request) -> Source | Extract | Failure:
        try:
            if isinstance(request, ReadFile):
                return articles.read(Path(os.fsdecode(request.path)), request.file, request.limits)
            asked = (request.language_model, request.frames)
            if asked not in self._readers:
                self._readers = {asked: Reader(*asked)}
            return self._readers[asked].read(request.source)
        except InputError as error:
            return Failure(str(error))
        except MemoryError:
            return Failure("needs more memory than the limit allows")
        except Exception as error:  # noqa: BLE001 - whatever a parser does, the file is skipped and the room goes on
            return Failure(f"the analysis failed on it ({type(error).__name__}: {error})"[:300])


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request until the input ends."""
    desk = _Desk()
    for line in requests:
        answer = desk.answer(msgspec.json.decode(line, type=Request))
        answers.write(msgspec.json.encode(answer) + b"\n")
        answers.flush()


def _own_output() -> BinaryIO:
    """Return standard output for answers alone; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def main() -> None:
    """Limit the memory of this process, then serve."""
    limit = int(sys.argv[1]) << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    serve(sys.stdin.buffer, _own_output())


if __name__ == "__main__":
    main()
