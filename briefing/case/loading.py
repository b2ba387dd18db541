"""From a folder to its contents, step by step: files are read, the reading beside them is joined in, the machine analyses.

What was worked out before is found again in the cache, by the bytes of the file and the version of the code. Cached articles
need no other process, no language model and no parser.
"""

import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefing import articles, cache, extraction, readings
from briefing.case.analysing import SHARED, Analysis, Found, Said
from briefing.case.joining import joined
from briefing.case.steps import Contents, Failed, Finished, Progress, Step
from briefing.case.watching import BESIDE, Stand, Stopped, changes, stand
from briefing.case.worker import Worker, WorkerError
from briefing.config import Config
from briefing.dossier import Source, stable_id
from briefing.errors import Fault, InputError
from briefing.extraction import Assembly
from briefing.files import is_file, no_folder
from briefing.plaintext import visible
from briefing.readings import Reading

MOST_SAID = 8 << 20
"""Bytes of a file beside the articles that are ever read: `yamlfile.MAX_BYTES`, without a parser for it at every start."""


class Kept(msgspec.Struct, frozen=True):
    """What a case came to when it was last read to its end, the stand of everything it was made from, and what the analyst said of it."""

    stand: str
    contents: Contents
    said: Said


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
        self._analysis = Analysis(config.language_model, kept, worker)
        self._said = Said()
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
            self._said = kept.said
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
            self._cache.put(place, Kept(before, found, self._said))

    def _whole(self) -> str:
        """Return what everything shown of the folder hangs on: all files of it that count, the settings, the code."""
        version = cache.code_version("articles", "extraction", "readings", "case", *SHARED)
        config, made_with = self._config, (self._use_reading, self._analysis.by_meaning)
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
            yield joined(sources, reading, Assembly((), (), ()))
            self._has_shown = True
        yield from self._analyse(sources, reading)
        yield Finished()

    def _load_what_was_said(self) -> Iterator[Step]:
        """Read the analyst's names and frames; a file with a fault is left aside, and what it said before holds on."""
        try:
            self._said = replace(self._said, aliases=extraction.load_aliases(self._folder))
        except InputError as error:
            yield from map(Failed, error.faults)
        try:
            self._said = replace(self._said, frames=extraction.load_frames(self._folder))
        except InputError as error:
            yield from map(Failed, error.faults)

    def _analyse(self, sources: list[Source], reading: Reading | None) -> Iterator[Step]:
        for step in self._analysis.steps(sources, self._said):
            yield joined(step.sources, reading, step.assembly) if isinstance(step, Found) else step

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
        key = cache.key(cache.code_version("articles", *SHARED), file, repr(limits), data)
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
        """Return what a plain file holds; nothing where it is too large or cannot be read, or is a link, a pipe or a device."""
        try:
            status = path.lstat()
            too_large = status.st_size > self._config.limits.file_mb << 20
            return b"" if too_large or not stat.S_ISREG(status.st_mode) else path.read_bytes()
        except OSError:
            return b""

    def _reading(self, sources: list[Source]) -> Reading | None:
        path = self._folder / readings.FILE
        if not self._use_reading or not is_file(path):
            return None
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(Fault(path, f"cannot be read: {error.strerror}", "check its permissions")) from None
        stand = msgspec.json.encode([(s.file, s.sha256, s.skipped, s.origin) for s in sources])
        key = cache.key(cache.code_version("articles", "readings", *SHARED), str(path), data, stand)
        known = self._cache.get(key, Reading)
        if known is None:
            known = readings.load(path, {s.file: s for s in sources})
            self._cache.put(key, known)
        return known


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _said(path: Path) -> bytes:
    """Return what a file beside the articles holds, a link followed, as far as one is read; nothing where it cannot be read."""
    try:
        if not path.is_file():  # opening a pipe would wait for somebody to write into it
            return b""
        with path.open("rb") as file:
            return file.read(MOST_SAID + 1)
    except OSError:
        return b""


def _empty(folder: Path) -> Fault:
    if not folder.is_dir():
        return no_folder(folder)
    return Fault(folder, "no articles in this folder", "put .txt, .md, .html, .pdf or .docx files into it")
