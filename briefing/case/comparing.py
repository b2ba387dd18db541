"""Two sentences, as by two unnamed sources, through the same reader, pointing and engine as a case."""

from briefing.contradiction import Engine
from briefing.dossier import Dossier, Passage, Relation, Source
from briefing.errors import Fault, InputError
from briefing.extraction import assemble
from briefing.extraction.reader import Reader

_SIDES = ("A", "B")
_LONGEST = 100_000
"""Characters of one side: what is longer is a book, and the language model would want a gigabyte of memory for it."""


class Comparer:
    """Compares pairs of sentences with one language model, loaded at the first of them."""

    def __init__(self, language_model: str | None) -> None:
        self._reader = Reader(language_model)

    def compare(self, a: str, b: str) -> tuple[Dossier, Relation | None]:
        """Return what was read, and the best relation between the two (a clash before an agreement), None if there is none.

        Raises InputError for what is no sentence, or if there is no language model.
        """
        for name, text in zip(_SIDES, (a, b), strict=True):
            if problem := unfit(text):
                raise InputError(Fault(f"sentence {name}", problem, "give two sentences"))
        sources = [_source(name, text) for name, text in zip(_SIDES, (a, b), strict=True)]
        read = assemble(sources, [self._reader.read(s) for s in sources])
        dossier = Dossier()
        dossier.put_sources(sources)
        dossier.replace_actors(read.actors)
        dossier.put_points(read.points)
        dossier.put_claims(read.claims)
        Engine(dossier).refresh()
        across = [r for r in dossier.ranked_relations() if _sources(dossier, r) == set(_SIDES)]
        return dossier, min(across, key=lambda r: not r.type.is_conflict, default=None)


def unfit(text: str) -> str:
    """Say why a text is no sentence to be compared, "" if it is one."""
    if not text.strip():
        return "is empty"
    if len(text) > _LONGEST:
        return f"is longer than {_LONGEST:,} characters"
    return "has bytes that are no text in UTF-8" if any("\ud800" <= c <= "\udfff" for c in text) else ""


def _source(name: str, text: str) -> Source:
    """Return a source that is nothing but one passage of body."""
    return Source(id=name, file=name, sha256="", text=text, passages=(Passage(0, len(text)),), origin=name)


def _sources(dossier: Dossier, relation: Relation) -> set[str]:
    return {dossier.claims[c].source for c in (relation.a, relation.b)}
