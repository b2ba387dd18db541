"""A reader that loads the language model once, and articles made of a few sentences."""

import pytest

from briefing.dossier import Passage, PassageKind, Source
from briefing.extraction.draft import Draft, Extract
from briefing.extraction.reader import Reader


def article(text: str, published: str | None = "2026-03-04", **known: str) -> Source:
    """Every line is a paragraph of the body."""
    passages, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(start, start + len(line), PassageKind.BODY))
        start += len(line) + 1
    return Source("s1", "a.txt", "00", text, tuple(passages), published=published, **known)


class Read:
    """What was read out of an article, in names and words."""

    def __init__(self, source: Source, extract: Extract) -> None:
        self.source = source
        self.extract = extract
        self.names: dict[int, str] = {}
        for name in extract.names:
            self.names.setdefault(name.entity, name.text)

    def words(self, draft: Draft) -> str:
        return self.source.text[draft.start : draft.end]

    def holder(self, draft: Draft) -> str | None:
        return None if draft.holder is None else self.names[draft.holder]

    def claims(self) -> list[tuple[str | None, str]]:
        return [(self.holder(d), self.words(d)) for d in self.extract.drafts]

    def claim(self, words: str) -> Draft:
        """The claim whose own words are these, without regard to quotation marks and a stop."""
        found = [d for d in self.extract.drafts if self.words(d).strip("“”‘’\"',. ") == words.strip("“”‘’\"',. ")]
        assert found, (words, self.claims())
        return found[0]

    def who(self, words: str) -> str | None:
        return self.holder(self.claim(words))

    def chain(self, words: str) -> list[str]:
        return [self.names[e] for e in self.claim(words).chain]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read(reader):
    def from_text(text: str, **known: str) -> Read:
        source = article(text, **known)
        return Read(source, reader.read(source))

    return from_text
