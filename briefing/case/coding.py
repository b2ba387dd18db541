"""What each analyst said of each claim with a tag, as those who measure agreement want it."""

from collections.abc import Mapping

from briefing.dossier import Act, Annotation, Dossier

Tagged = Mapping[tuple[Act, str], Mapping[str, Annotation]]


def codes_of_tags(dossier: Dossier, opinions: Tagged) -> dict[str, dict[str, dict[str, bool]]]:
    """Return for every tag and analyst which claims have it, among those of articles that the analyst read.

    An analyst has read an article if a claim in it was given or denied a tag.
    """
    given: dict[str, dict[str, bool]] = {}
    read: dict[str, set[str]] = {}
    tags: set[str] = set()
    for (act, target), by_analyst in opinions.items():
        claim_id, _, tag = target.partition("/")
        claim = dossier.claims.get(claim_id)
        if act is Act.TAG and claim is not None:
            tags.add(tag)
            for who, annotation in by_analyst.items():
                given.setdefault(who, {})[target] = annotation.value is not None
                read.setdefault(who, set()).add(claim.source)
    return {
        tag: {
            who: {
                c.id: given[who].get(f"{c.id}/{tag}", False)
                for source in sorted(sources)
                for c in dossier.claims_of_source(source)
                if c.covered is None
            }
            for who, sources in sorted(read.items())
        }
        for tag in sorted(tags)
    }
