"""Bytes to characters: a byte order mark, then UTF-8, then what the bytes look like."""

import codecs
import re

from briefing.articles.blocks import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_DAMAGED = re.compile("\ufffd")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.05
_ENGLISH_ACCENTS = 0.1
_SAMPLE = 1 << 20


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the characters of a text file, its byte order mark dropped. Raises UnreadableError for binary data.

    `declared` is an encoding that the file names itself. Bytes that its encoding does not know become U+FFFD.
    """
    text = _decoded(data, declared)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _BINARY_SHARE * len(sample):
        raise UnreadableError("this is not text but binary data; export the article as text and put that here")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (encoding != "utf-32" or _is_utf_32(data)):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    repaired = data.decode("utf-8", "replace")
    damaged = len(_DAMAGED.findall(repaired))
    sound = len(_HIGH.findall(data)) - damaged
    if declared is None and sound > 10 * damaged:
        return repaired
    return _legacy(data, declared)


def _is_utf_32(data: bytes) -> bool:
    """Tell UTF-32 from UTF-16 that begins with a NUL: the two have the same first bytes."""
    try:
        data.decode("utf-32")
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in every other byte of western text."""
    head = data[:4096]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _legacy(data: bytes, declared: str | None) -> str:
    if declared:
        try:
            return data.decode(declared, "replace")
        except (LookupError, UnicodeError):
            pass
    if len(_HIGH.findall(data)) <= _ENGLISH_ACCENTS * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    from charset_normalizer import from_bytes  # noqa: PLC0415  loaded only for the rare file that needs it

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
