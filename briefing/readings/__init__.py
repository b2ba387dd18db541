"""Reading files: a person's reading of a case beside its articles, loaded with every quote checked, and written out again."""

from collections.abc import Mapping
from pathlib import Path

from briefing.dossier import Dossier, Source
from briefing.readings.reading import FILE, Reading

__all__ = ["FILE", "Reading", "dump", "json_schema", "load"]

# YAML and pydantic are brought in on use: a room that starts from its cache needs neither.


def load(path: Path, sources: Mapping[str, Source]) -> Reading:
    """Read a reading file against the case's sources, by file. Raises InputError with every fault found."""
    from briefing.readings.loading import load as read  # noqa: PLC0415

    return read(path, sources)


def dump(dossier: Dossier, by: str) -> str:
    """Return the case's current reading as a reading file, the analyst's corrections included, dismissed claims left out."""
    from briefing.readings.dumping import dump as write  # noqa: PLC0415

    return write(dossier, by)


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of reading files."""
    from briefing.readings.schema import ReadingModel  # noqa: PLC0415

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefing reading file"}
    return head | {k: v for k, v in ReadingModel.model_json_schema().items() if k != "title"}
