"""From a folder to its contents, step by step: files are read, the reading beside them is joined in, the machine analyses.

What was worked out before is found again in the cache, by the bytes of the file and the version of the code. Cached articles
need no other process, no language model and no parser.
"""

import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from briefing import articles, cache, extraction, readings
from briefing.case.joining import join_actors, join_claims
from briefing.case.steps import Contents, Failed, Finished, Progress, Step
from briefing.case.watching import BESIDE, Stand, Stopped, changes, stand
from briefing.case.worker import Worker, WorkerError
from briefing.config import Config
from briefing.dossier import Source, stable_id
from briefing.errors import Fault, InputError
from briefing.extraction import Aliases, Assembly, Extract, OwnFrames
from briefing.plaintext import visible
from briefing.readings import Reading

if TYPE_CHECKING:
    from briefing.extraction.semantic import MiniLM

_PATIENCE = 5.0
"""Between two looks at unfinished work lies at least this many times what the last look cost, so that looking stays cheap."""
_PAUSE = 0.4
"""And at least so many seconds: work that is over sooner is looked at once."""

MOST_SAID = 8 << 20
"""Bytes of a file beside the articles that are ever read: `yamlfile.MAX_BYTES`, without a parser for it at every start."""

_SHARED = ("dossier", "dates.py", "figures.py", "numerals.py", "yamlfile.py")
"""What the results of every kind depend on, besides the code that makes them."""


class Kept(msgspec.Struct, frozen=True):
    """What a case came to when it was last read to its end, the stand of everything it was made from, and what the analyst said of it."""

    stand: str
    contents: Contents
    aliases: Aliases
    frames: OwnFrames


class Loading:
    """Reads a case folder, as often as something in it changes; what has not changed is not read again."""

    def __init__(
        self, folder: Path, config: Config, kept: cache.Cache, worker: Worker, *, use_reading: bool = True
    ) -> None:
        self._folder = folder
        self._config = config
        self._cache = kept
        self._worker = worker
        self._use_reading = use_reading
        self._extracts: dict[str, Extract] = {}
        self._aliases = Aliases()
        self._frames = extraction.NO_FRAMES
        self._stand: Stand = {}
        self._has_shown = False
        self._is_sound = True

    def steps(self) -> Iterator[Step]:
        """Do the work; a step is given out whenever there is something to show."""
        self._stand = stand(self._folder)
        yield from self._pass()

    def follow(self, stopped: Stopped) -> Iterator[Step]:
        """Wait for changes in the folder, and do again what hangs on them, until it is stopped."""
        try:
            for changed in changes(self._folder, self._stand, stopped):
                yield changed
                yield from self._pass()
        except OSError as error:
            yield Failed(Fault(self._folder, f"changes in it are not seen: {error}", "open the case again to see them"))

    def _pass(self) -> Iterator[Step]:
        """Give out what is known of a folder that stands as it did, or read it and know it from then on."""
        place, before = cache.key("case", str(self._folder)), self._whole()
        kept = self._cache.get(place, Kept)
        if kept is not None and kept.stand == before:
            self._has_shown = True
            self._aliases, self._frames = kept.aliases, kept.frames
            yield kept.contents
            yield Finished()
            return
        found: Contents | None = None
        self._is_sound = True
        for step in self._work():
            found = step if isinstance(step, Contents) else found
            self._is_sound = self._is_sound and not isinstance(step, Failed)
            yield step
        if found is not None and self._is_sound and self._whole() == before:
            self._cache.put(place, Kept(before, found, self._aliases, self._frames))

    def _whole(self) -> str:
        """Return what everything shown of the folder hangs on: all files of it that count, the settings, the code."""
        version = cache.code_version("articles", "extraction", "readings", "case", *_SHARED)
        config, made_with = self._config, (self._use_reading, self._encoder is not None)
        read = ((str(path.relative_to(self._folder)), self._bytes(path)) for path in articles.candidates(self._folder))
        beside = ((name, _said(path)) for name in BESIDE if (path := self._folder / name).is_file())
        parts = (part for file, data in (*read, *beside) for part in (file, data))
        return cache.key(version, config.language_model, repr((config.limits, made_with)), *parts)

    def _work(self) -> Iterator[Step]:
        paths = articles.candidates(self._folder)
        if not paths:
            yield Failed(_empty(self._folder))
            if self._has_shown and self._folder.is_dir():
                yield Contents(())
            yield Finished()
            return
        read: list[Source] = []
        for number, path in enumerate(paths):
            yield Progress(number, len(paths), f"reading {path.name}")
            read.append(self._read(path))
        sources = articles.relate(read)
        try:
            reading = self._reading(sources)
        except InputError as error:
            reading = None
            yield from map(Failed, error.faults)
        for gone in reading.left_out if reading else ():
            yield Failed(Fault(self._folder / readings.FILE, gone.problem, gone.remedy, gone.line, gone.key))
        yield from self._load_what_was_said()
        sources = list(reading.sources) if reading else sources
        if not self._has_shown:
            yield _contents(sources, reading, Assembly((), (), ()))
            self._has_shown = True
        yield from self._analyse(sources, reading)
        yield Finished()

    def _load_what_was_said(self) -> Iterator[Step]:
        """Read the analyst's names and frames; a file with a fault is left aside, and what it said before holds on."""
        try:
            self._aliases = extraction.load_aliases(self._folder)
        except InputError as error:
            yield from map(Failed, error.faults)
        try:
            self._frames = extraction.load_frames(self._folder)
        except InputError as error:
            yield from map(Failed, error.faults)

    def _analyse(self, sources: list[Source], reading: Reading | None) -> Iterator[Step]:
        to_read = [s for s in sources if s.skipped is None]
        key = self._key(to_read)
        known = self._cache.get(key, Assembly)
        if known is not None:
            yield _contents(sources, reading, known)
            yield Progress(len(to_read), len(to_read), "")
            return
        yield from self._make_ready()
        key = self._key(to_read)
        self._forget_all_but(to_read)
        shown, cost = time.monotonic(), 0.0
        for number, source in enumerate(to_read):
            if self._extract_key(source) in self._extracts:
                continue
            yield Progress(number, len(to_read), f"analysing {source.name}")
            try:
                self._extracts[self._extract_key(source)] = self._extract(source)
            except WorkerError as error:
                sources = [replace(s, skipped=str(error)) if s.id == source.id else s for s in sources]
                yield Failed(Fault(source.file, f"not analysed: {error}", "see `briefing doctor`"))
            if time.monotonic() - shown > max(_PAUSE, _PATIENCE * cost) and number + 1 < len(to_read):
                begun = time.monotonic()
                yield self._so_far(sources, reading)
                shown = time.monotonic()
                cost = shown - begun
        found = self._assembled(self._done(sources))
        if len(self._done(to_read)) == len(to_read):
            self._cache.put(key, found)
        yield _contents(sources, reading, found)
        yield Progress(len(to_read), len(to_read), "")

    def _make_ready(self) -> Iterator[Step]:
        """Load what tells what claims mean; if it is installed but does not work, words alone count."""
        try:
            if self._encoder is not None:
                self._encoder.load()
        except InputError as error:
            self._encoder = None
            yield from map(Failed, error.faults)

    def _key(self, sources: list[Source]) -> str:
        """Return what everything found in these sources hangs on."""
        version = cache.code_version("articles", "extraction", *_SHARED)
        stand = [
            (s.file, s.sha256, s.title, s.publisher, s.author, s.published, s.genre, s.origin, s.relays)
            for s in sources
        ]
        said = (self._aliases.entries, self._aliases.apart, self._frames)
        by_meaning = self._encoder is not None
        return cache.key(version, self._config.language_model, msgspec.json.encode((stand, said, by_meaning)))

    def _so_far(self, sources: list[Source], reading: Reading | None) -> Contents:
        return _contents(sources, reading, self._assembled(self._done(sources)))

    def _done(self, sources: list[Source]) -> list[Source]:
        return [s for s in sources if s.skipped is None and self._extract_key(s) in self._extracts]

    def _forget_all_but(self, sources: list[Source]) -> None:
        wanted = {self._extract_key(s) for s in sources}
        self._extracts = {key: extract for key, extract in self._extracts.items() if key in wanted}

    def _assembled(self, done: list[Source]) -> Assembly:
        extracts = [self._extracts[self._extract_key(s)] for s in done]
        return extraction.assemble(done, extracts, self._aliases, self._encoder)

    @cached_property
    def _encoder(self) -> "MiniLM | None":
        return extraction.encoder(self._cache)

    def _read(self, path: Path) -> Source:
        file = path.relative_to(self._folder).as_posix()
        if not _is_text(file):
            return Source(stable_id("s", file), visible(file), "", skipped="its name is not UTF-8: rename it")
        limits = articles.Limits(
            file_mb=self._config.limits.file_mb,
            pages=self._config.limits.pages,
            text_chars=self._config.limits.text_chars,
        )
        data = self._bytes(path)
        key = cache.key(cache.code_version("articles", *_SHARED), file, repr(limits), data)
        known = self._cache.get(key, Source) if data else None
        if known is not None:
            return known
        try:
            source = self._worker.read(path, file, limits)
        except WorkerError as error:
            self._is_sound = False
            return Source(stable_id("s", file), file, "", skipped=str(error))
        self._cache.put(key, source)
        return source

    def _bytes(self, path: Path) -> bytes:
        """Return what a file holds; nothing where it is a link, is too large, or cannot be read."""
        try:
            too_large = path.stat().st_size > self._config.limits.file_mb << 20
            return b"" if path.is_symlink() or too_large else path.read_bytes()
        except OSError:
            return b""

    def _extract_key(self, source: Source) -> str:
        version = cache.code_version("articles", "extraction", *_SHARED)
        frames = msgspec.json.encode(self._frames)
        return cache.key(
            version, self._config.language_model, frames, source.file, source.sha256, source.published or ""
        )

    def _extract(self, source: Source) -> Extract:
        key = self._extract_key(source)
        known = self._cache.get(key, Extract)
        if known is None:
            known = self._worker.extract(source, self._config.language_model, self._frames)
            self._cache.put(key, known)
        return known

    def _reading(self, sources: list[Source]) -> Reading | None:
        path = self._folder / readings.FILE
        if not self._use_reading or not path.is_file():
            return None
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(Fault(path, f"cannot be read: {error.strerror}", "check its permissions")) from None
        stand = msgspec.json.encode([(s.file, s.sha256, s.skipped, s.origin) for s in sources])
        key = cache.key(cache.code_version("articles", "readings", *_SHARED), str(path), data, stand)
        known = self._cache.get(key, Reading)
        if known is None:
            known = readings.load(path, {s.file: s for s in sources})
            self._cache.put(key, known)
        return known


def _contents(sources: list[Source], reading: Reading | None, found: Assembly) -> Contents:
    if reading is None:
        return Contents(tuple(sources), found.actors, found.points, found.claims)
    actors, moved = join_actors(reading.actors, found.actors)
    claims = join_claims(reading.claims, found.claims, moved, actors)
    return Contents(tuple(sources), tuple(actors), (*reading.points, *found.points), tuple(claims))


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _said(path: Path) -> bytes:
    """Return what a file beside the articles holds, a link followed, as far as one is read; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_SAID + 1)
    except OSError:
        return b""


def _empty(folder: Path) -> Fault:
    if not folder.is_dir():
        return Fault(folder, "there is no such folder", "name a folder of articles")
    return Fault(folder, "no articles in this folder", "put .txt, .md, .html, .pdf or .docx files into it")
