"""What the machine reads out of the articles of a case: each by itself, then all of it put together, in the worker process.

What was worked out before is found again in the cache, by the bytes of the file and the version of the code.
"""

import os
import time
from collections.abc import Generator, Iterator
from math import inf

import msgspec
from msgspec.structs import replace

from briefing import cache, extraction
from briefing.case.steps import Failed, Progress
from briefing.case.worker import LoadMeanings, Worker, WorkerError
from briefing.dossier import Source
from briefing.errors import Fault
from briefing.extraction import Aliases, Assembly, Extract, OwnFrames

_PATIENCE = 5.0
"""Between two looks at unfinished work lies at least this many times what the last look cost, so that looking stays cheap."""
_PAUSE = 1.0
"""And at least so many seconds: work that is over sooner is looked at once."""

SHARED = ("dossier", "dates.py", "figures.py", "numerals.py", "yamlfile.py")
"""What the results of every kind depend on, besides the code that makes them."""


class Said(msgspec.Struct, frozen=True):
    """What the analyst says of a case beside its articles: who is who, and what is disputed in which words."""

    aliases: Aliases = Aliases()
    frames: OwnFrames = extraction.NO_FRAMES


class Found(msgspec.Struct, frozen=True):
    """What is found in these sources so far; some may have become skipped."""

    sources: list[Source]
    assembly: Assembly


class Analysis:
    """Analyses the articles of a case, as often as something in them changes; what has not changed is not analysed again."""

    def __init__(self, language_model: str, kept: cache.Cache, worker: Worker) -> None:
        self._language_model = language_model
        self._cache = kept
        self._worker = worker
        self._extracts: dict[str, bytes] = {}
        self._meanings = LoadMeanings(os.fsencode(kept.folder) if kept.folder else None)
        self.by_meaning = extraction.has_meanings()

    def steps(self, sources: list[Source], said: Said) -> Iterator[Progress | Failed | Found]:
        """Analyse the sources that were read; what is found is given out now and then, and at the end."""
        to_read = [s for s in sources if s.skipped is None]
        key = self._key(to_read, said)
        known = self._cache.get(key, Assembly)
        if known is None:
            yield from self._make_ready()
            key = self._key(to_read, said)
            sources = yield from self._extract_all(sources, said)
            done = self._done(sources, said.frames)
            try:
                known = self._together(done, said)
            except WorkerError as error:
                yield _not_together(error)
                known = Assembly((), (), ())
            else:
                if len(done) == len(to_read):
                    self._cache.put(key, known)
        yield Found(sources, known)
        yield Progress(len(to_read), len(to_read), "")

    def _make_ready(self) -> Iterator[Failed]:
        """Load what tells what claims mean; if it is installed but does not work, words alone count."""
        try:
            if self.by_meaning:
                self._worker.load_meanings(self._meanings)
        except WorkerError as error:
            self.by_meaning = False
            yield Failed(
                Fault("briefing[semantic]", f"claims are compared by words alone: {error}", "install it again")
            )

    def _extract_all(
        self, sources: list[Source], said: Said
    ) -> Generator[Progress | Failed | Found, None, list[Source]]:
        """Read what there is in each source; returns them, with the reason for those that could not be analysed."""
        to_read = [s for s in sources if s.skipped is None]
        self._forget_all_but(to_read, said.frames)
        shown, cost = time.monotonic(), 0.0
        for number, source in enumerate(to_read):
            key = self._extract_key(source, said.frames)
            if key in self._extracts:
                continue
            yield Progress(number, len(to_read), f"analysing {source.name}")
            try:
                self._extracts[key] = self._extract(source, key, said.frames)
            except WorkerError as error:
                sources = [replace(s, skipped=str(error)) if s.id == source.id else s for s in sources]
                yield Failed(Fault(source.file, f"not analysed: {error}", "see `briefing doctor`"))
            if time.monotonic() - shown > max(_PAUSE, _PATIENCE * cost) and number + 1 < len(to_read):
                begun = time.monotonic()
                try:
                    yield Found(sources, self._together(self._done(sources, said.frames), said))
                    shown = time.monotonic()
                    cost = shown - begun
                except WorkerError:
                    cost = inf  # told at the end, should it fail there too
        return sources

    def _key(self, sources: list[Source], said: Said) -> str:
        """Return what everything found in these sources hangs on."""
        version = cache.code_version("articles", "extraction", *SHARED)
        stand = [
            (s.file, s.sha256, s.title, s.publisher, s.author, s.published, s.genre, s.origin, s.relays)
            for s in sources
        ]
        words = (said.aliases.entries, said.aliases.apart, said.frames)
        return cache.key(version, self._language_model, msgspec.json.encode((stand, words, self.by_meaning)))

    def _done(self, sources: list[Source], frames: OwnFrames) -> list[tuple[Source, bytes]]:
        keyed = ((s, self._extracts.get(self._extract_key(s, frames))) for s in sources if s.skipped is None)
        return [(source, extract) for source, extract in keyed if extract is not None]

    def _forget_all_but(self, sources: list[Source], frames: OwnFrames) -> None:
        wanted = {self._extract_key(s, frames) for s in sources}
        self._extracts = {key: extract for key, extract in self._extracts.items() if key in wanted}

    def _together(self, done: list[tuple[Source, bytes]], said: Said) -> Assembly:
        if not done:
            return Assembly((), (), ())
        return self._worker.put_together(done, said.aliases, self._meanings if self.by_meaning else None)

    def _extract_key(self, source: Source, frames: OwnFrames) -> str:
        version = cache.code_version("articles", "extraction", *SHARED)
        said = msgspec.json.encode(frames)
        return cache.key(version, self._language_model, said, source.file, source.sha256, source.published or "")

    def _extract(self, source: Source, key: str, frames: OwnFrames) -> bytes:
        known = self._cache.get(key, Extract)
        if known is not None:
            return msgspec.json.encode(known)
        made = self._worker.extract(source, self._language_model, frames)
        self._cache.put(key, msgspec.Raw(made))
        return made


def _not_together(error: WorkerError) -> Failed:
    return Failed(Fault("what the articles say", f"not put together: {error}", "open the case again"))
