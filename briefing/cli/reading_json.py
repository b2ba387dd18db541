"""A dossier as the JSON that other tools read (docs/json.md)."""

import msgspec

from briefing import __version__
from briefing.dossier import Actor, Attribution, Claim, Dossier, Figure, Maker, Period, Point, Relation, Source, ranked

_COMPANIONS = 10

Json = dict[str, object]


def as_json(dossier: Dossier, case: str) -> bytes:
    """Return the whole dossier as UTF-8 JSON, the same bytes for the same dossier; relations stand best first."""
    sources = sorted(dossier.sources.values(), key=lambda s: s.file)
    whole: Json = {
        "briefing": __version__,
        "case": case,
        "sources": [_source(s) for s in sources],
        "actors": [_actor(a) for a in sorted(dossier.actors.values(), key=lambda a: (-len(a.mentions), a.name, a.id))],
        "claims": [_claim(c) for c in dossier.all_claims() if not dossier.is_dismissed(c.id)],
        "points": [_point(p) for p in sorted(dossier.points.values(), key=lambda p: (p.phrase, p.id))],
        "relations": [_relation(r) for r in ranked(dossier.relations.values())],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _source(source: Source) -> Json:
    names = (
        "id",
        "file",
        "title",
        "publisher",
        "author",
        "published",
        "genre",
        "relays",
        "origin",
        "sha256",
        "skipped",
    )
    return {n: getattr(source, n) for n in names} | {"inferred": sorted(source.inferred)}


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id, "name": actor.name, "type": actor.type, "aliases": actor.aliases, "mentions": len(actor.mentions),
    }  # fmt: skip


def _attribution(attribution: Attribution | None) -> Json | None:
    if attribution is None:
        return None
    return {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}


def _figure(figure: Figure) -> Json:
    return {n: getattr(figure, n) for n in ("text", "low", "high", "unit", "measure")}


def _period(period: Period | None) -> Json | None:
    return {n: getattr(period, n) for n in ("text", "first", "last", "inferred")} if period else None


def _claim(claim: Claim) -> Json:
    names = (
        "id", "source", "quote", "start", "end", "text", "holder", "chain", "mode", "polarity", "certainty",
        "actors", "point", "by", "pointed_by", "covered",
    )  # fmt: skip
    return {n: getattr(claim, n) for n in names} | {
        "attribution": _attribution(claim.attribution),
        "figures": [_figure(f) for f in claim.figures],
        "time": _period(claim.period),
        "commitment": str(claim.commitment) if claim.commitment else None,
        "model": claim.model if claim.pointed_by is Maker.MODEL else None,
        "companions": claim.companions[:_COMPANIONS],
    }


def _point(point: Point) -> Json:
    return {n: getattr(point, n) for n in ("id", "phrase", "aliases", "opposites", "excludes", "requires")}


def _relation(relation: Relation) -> Json:
    names = ("id", "a", "b", "kind", "point", "rule", "explanation", "score", "independent")
    return {n: getattr(relation, n) for n in names} | {
        "relation": relation.type, "a_span": relation.a_words, "b_span": relation.b_words,
    }  # fmt: skip
