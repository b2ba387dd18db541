"""The sections of a brief, in order."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefing.brief.claims import dismissed_claims, tagged_claims
from briefing.brief.contradictions import contradictions
from briefing.brief.header import header
from briefing.brief.method import method
from briefing.brief.notes import notes, placeless
from briefing.brief.references import References
from briefing.brief.sources import source_list
from briefing.dossier import Annotation, Dossier


def render(
    dossier: Dossier,
    *,
    case: str,
    analyst: str,
    at: datetime,
    tags: Sequence[str],
    version: str,
    orphans: Sequence[Annotation] = (),
) -> str:
    """Return the annotated brief in Markdown; the same dossier at the same time gives the same text.

    `at` is when it is made (aware of its zone; shown in UTC), `tags` the tags in the order wanted, `orphans` the annotations
    that have lost their words.
    """
    references = References(dossier)

    def blocks() -> Iterator[str]:
        yield from header(references, case, analyst, at, version)
        if not any(dossier.record.standing()) and not orphans:
            yield _UNTOUCHED
        yield from tagged_claims(dossier, references, tags)
        yield from contradictions(dossier, references)
        yield from notes(dossier, references)
        yield from dismissed_claims(dossier, references)
        yield from placeless(dossier, orphans)
        yield from source_list(references)
        yield from method(dossier)

    return "\n\n".join(blocks()) + "\n"


_UNTOUCHED = "Nothing in this case has been annotated yet: what follows is what the reading and the rules propose."
