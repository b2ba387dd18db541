"""What a user can put right, said so that they can."""

from pathlib import Path

from msgspec import Struct


class Fault(Struct, frozen=True):
    """One thing that is wrong with an input: where, what, and what to do about it."""

    file: Path | str
    problem: str
    remedy: str = ""
    line: int | None = None
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        key = f" {self.key}:" if self.key else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{place}:{key} {self.problem}{remedy}"


class InputError(Exception):
    """An input cannot be used as it is; carries every fault that was found, so that all can be mended at once."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
