"""An exported version of a brief, as far as the next one is compared with it."""

import json
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class VersionJudgment(_Part):
    """A judgment as it was handed in; `evidence` lists the words it rested on by id, `range` is in percent."""

    id: str
    number: str
    text: str
    likelihood: str | None
    confidence: str | None
    reason: str
    evidence: list[str]


class VersionContradiction(_Part):
    """A contradiction as it stood."""

    id: str
    number: str
    point: str
    verdict: str | None


class VersionSource(_Part):
    """A source as it was graded."""

    id: str
    file: str
    reliability: str | None


class Version(_Part):
    """A version by its number, with its time (UTC, ISO) and what it said; `digest` tells whether another says the same."""

    version: int
    as_of: str
    digest: str
    title: str
    bottom_line: str
    judgments: list[VersionJudgment]
    contradictions: list[VersionContradiction]
    sources: list[VersionSource]

    @classmethod
    def read(cls, text: str) -> Self:
        """Read an export in JSON. Raises ValueError if it is none."""
        try:
            given: Any = json.loads(text)
            return cls.model_validate(given)
        except (ValidationError, RecursionError) as error:
            first = error.errors()[0] if isinstance(error, ValidationError) else None
            where = ".".join(map(str, first["loc"])) if first else "the file"
            raise ValueError(f"{where}: {first['msg'].lower() if first else 'nested too deeply'}") from None
