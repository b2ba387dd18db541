"""Whether the analyst has said that a case may be sent to an endpoint; kept among the user's own data, never in the case."""

import hashlib
import os
from pathlib import Path

import platformdirs
from msgspec import Struct

from briefing.errors import Fault, InputError


class Consent(Struct, frozen=True):
    """The yes for one case and one endpoint."""

    case: Path
    endpoint: str

    @property
    def given(self) -> bool:
        """Whether it was given."""
        return self._place.is_file()

    def give(self) -> None:
        """Keep the yes. Raises InputError if it cannot be kept."""
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(self._place, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                file.write(os.fsencode(self.case) + b"\n" + self.endpoint.encode() + b"\n")
        except OSError as error:
            raise InputError(Fault(self._place, f"cannot be written: {error.strerror}", "check its folder")) from None

    @property
    def _place(self) -> Path:
        named = hashlib.sha256(os.fsencode(self.case) + b"\n" + self.endpoint.encode()).hexdigest()[:20]
        return Path(platformdirs.user_data_dir("briefing", appauthor=False)) / "consent" / named
