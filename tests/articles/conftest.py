from pathlib import Path

import pytest

from briefing.articles import Limits, read
from briefing.dossier import PassageKind, Source


class Case:
    """A case folder in which a test writes files and reads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, file: str, content: str | bytes) -> Path:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, file: str, content: str | bytes, limits: Limits | None = None) -> Source:
        return read(self.put(file, content), file, limits or Limits())


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def texts(source: Source, kind: PassageKind) -> list[str]:
    return [source.text[p.start : p.end] for p in source.passages if p.kind is kind]


@pytest.fixture
def bodies():
    return lambda source: texts(source, PassageKind.BODY)


@pytest.fixture
def kinds():
    return lambda source: {source.text[p.start : p.end]: p.kind.value for p in source.passages}
