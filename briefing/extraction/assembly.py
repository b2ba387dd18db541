"""The extracts of all articles put together: actors of the case, claims with stable ids, points, companions."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.dossier import ARTICLE, Actor, Claim, Maker, Source, stable_id
from briefing.extraction.actors import Local, merge
from briefing.extraction.aliases import Aliases
from briefing.extraction.companions import companions, neighbours
from briefing.extraction.draft import Assembly, Draft, Extract
from briefing.extraction.meanings import Encoder, Meanings
from briefing.extraction.pointing import point

_NONE = Aliases()


def assemble(
    sources: Sequence[Source], extracts: Sequence[Extract], aliases: Aliases = _NONE, encoder: Encoder | None = None
) -> Assembly:
    """Put the extracts of these sources together; the same for the same sources on every machine, whatever their order.

    An encoder tells better than the words of claims what they mean; companions and points hang on it, actors and claims do not.
    """
    by_id = {s.id: s for s in sorted(sources, key=lambda s: s.file)}
    ordered = sorted(extracts, key=lambda e: by_id[e.source].file)
    actors, owners = merge(tuple(by_id.values()), ordered, aliases)
    names = {(e.source, n.entity): n.text for e in ordered for n in reversed(e.names)}
    claims, drafts = [], {}
    for extract in ordered:
        seen: Counter[tuple[int, int]] = Counter()
        for draft in extract.drafts:
            seen[draft.start, draft.end] += 1
            claim = _claim(by_id[extract.source], draft, seen[draft.start, draft.end], owners, names)
            claims.append(claim)
            drafts[claim.id] = draft
    meanings = Meanings(claims, encoder)
    near = neighbours(claims, drafts, by_id, meanings)
    pointed, points = point(claims, drafts, owners, by_id, near, meanings)
    nearest = companions(near)
    return Assembly(actors, tuple(replace(c, companions=nearest[c.id]) for c in pointed), tuple(points))


def _claim(
    source: Source, draft: Draft, ordinal: int, owners: Mapping[Local, Actor], names: Mapping[Local, str]
) -> Claim:
    def name(entity: int) -> str:
        actor = owners.get((source.id, entity))
        return actor.name if actor else names.get((source.id, entity), "somebody")

    holder = owners.get((source.id, draft.holder)) if draft.holder is not None else None
    actors = dict.fromkeys(owners[source.id, e].id for e in draft.entities if (source.id, e) in owners)
    return Claim(
        id=stable_id("c", source.id, draft.start, draft.end, "rules", ordinal),
        source=source.id,
        start=draft.start,
        end=draft.end,
        quote=source.text[draft.start : draft.end],
        text=draft.text,
        holder=name(draft.holder) if draft.holder is not None else ARTICLE,
        holder_id=holder.id if holder else None,
        chain=_each_once([name(e) for e in draft.chain]),
        attribution=draft.attribution,
        mode=draft.mode,
        polarity=draft.polarity,
        certainty=draft.certainty,
        figures=draft.figures,
        period=draft.period,
        actors=tuple(actors),
        by=Maker.RULES,
    )


def _each_once(names: list[str]) -> tuple[str, ...]:
    """Return names without those that come again behind: one outlet under two names of its article passes a claim on once."""
    return tuple(one for n, one in enumerate(names) if one not in names[n + 1 :])
