"""One file to one source. Bad input never raises: the source says why it was skipped and what to do."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from briefing.articles import facts, markdown, page, pdf, plain, word
from briefing.articles.blocks import Extracted, UnreadableError
from briefing.articles.classify import classify
from briefing.articles.limits import Limits
from briefing.articles.skipping import skipped
from briefing.dossier import Source, stable_id

Reader = Callable[[bytes, str, Limits], Extracted]

READERS: dict[str, Reader] = {
    ".txt": plain.extract,
    ".text": plain.extract,
    ".md": markdown.extract,
    ".markdown": markdown.extract,
    ".html": page.extract,
    ".htm": page.extract,
    ".xhtml": page.extract,
    ".pdf": pdf.extract,
    ".docx": word.extract,
}
"""Which kinds of files are read, by suffix."""


def read(path: Path, file: str, limits: Limits) -> Source:
    """Read a file; `file` is its path within the case. Never raises for bad input."""
    sha256 = ""
    try:
        reader = _reader(path)
        data = _bytes(path, file, limits)
        sha256 = hashlib.sha256(data).hexdigest()
        extracted = _extracted(reader, data, file, limits)
        return _source(extracted, file, sha256)
    except UnreadableError as error:
        return skipped(file, sha256, str(error))
    except OSError as error:
        return skipped(file, sha256, f"cannot be read: {error.strerror or error}; check the file and its permissions")


def _reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    if suffix in READERS or path.is_dir():
        return READERS.get(suffix, plain.extract)
    kind = f"files of the kind {suffix}" if suffix else "files without an ending"
    raise UnreadableError(
        f"{kind} are not read; save it as one of {', '.join(sorted({'.txt', '.md', '.html', '.pdf', '.docx'}))}"
    )


def _bytes(path: Path, file: str, limits: Limits) -> bytes:
    case = path.absolute().parents[len(Path(file).parts) - 1]
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(case)):
        raise UnreadableError("a link that leads out of the case; copy the file into the case")
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError("not a plain file; put a copy of the article here")
        most = limits.file_mb << 20
        data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableError(f"larger than {limits.file_mb} MiB; cut it down or raise limits.file_mb in config.yaml")
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableError("the file is empty; put the article's text into it or remove it")
    return data


def _extracted(reader: Reader, data: bytes, file: str, limits: Limits) -> Extracted:
    try:
        extracted = reader(data, file, limits)
    except (UnreadableError, OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  parsers of foreign formats raise whatever they like
        problem = " ".join(str(error).split())[:120] or type(error).__name__
        raise UnreadableError(f"damaged, or not what its name says ({problem}); save it again or as text") from None
    if len(extracted.text) > limits.text_chars:
        raise UnreadableError(
            f"more than {limits.text_chars:,} characters of text; cut it down or raise limits.text_chars in config.yaml"
        )
    if not any(not char.isspace() for char in extracted.text):
        raise UnreadableError("there is no text in it; put the article's text into it or remove it")
    return extracted


def _source(extracted: Extracted, file: str, sha256: str) -> Source:
    classified = classify(extracted.text, extracted.blocks, extracted.facts.author, extracted.facts.publisher)
    known = facts.complete(extracted, classified)
    return Source(
        id=stable_id("s", sha256),
        file=file,
        sha256=sha256,
        text=extracted.text,
        passages=classified.passages,
        title=known.title,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        genre=known.genre,
        relays=known.relays or (),
        inferred=known.inferred,
    )
