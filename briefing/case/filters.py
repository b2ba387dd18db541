"""The filters that the analyst saved for a case, by name, beside its record."""

from pathlib import Path

import msgspec

from briefing.errors import Fault, InputError
from briefing.files import write_whole

_FILE = "filters.json"


class SavedFilters:
    """Filters by name, in the order in which they were saved; written to disk before it says so."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def all(self) -> dict[str, str]:
        """Return every filter by its name. Raises InputError if the file cannot be read."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            remedy = "mend it (names with filters), or move it away to begin anew"
            raise InputError(Fault(self._file, f"cannot be read: {error}", remedy)) from None

    def save(self, name: str, text: str) -> None:
        """Save a filter under a name, in the place of what had that name. Raises InputError."""
        self._write({n: t for n, t in self.all().items() if n != name} | {name: text})

    def delete(self, name: str) -> None:
        """Delete the filter of a name. Raises InputError."""
        self._write({n: t for n, t in self.all().items() if n != name})

    def _write(self, filters: dict[str, str]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, msgspec.json.format(msgspec.json.encode(filters)), over=True)
        except OSError as error:
            raise InputError(
                Fault(self._file, f"cannot be written: {error.strerror}", "check the disk and its permissions")
            ) from None
