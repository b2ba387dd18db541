"""How much of one file is read at most."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Size of a file in MiB, pages of a PDF, characters of text; what goes beyond is skipped with the reason."""

    file_mb: int = 20
    pages: int = 500
    text_chars: int = 2_000_000
