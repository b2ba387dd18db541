"""A case's current reading written out as a reading file: what was curated, and what the analyst made of the rest."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import yaml

from briefing.dossier import (
    ARTICLE,
    Act,
    Actor,
    ActorType,
    Claim,
    Commitment,
    Dossier,
    Figure,
    Maker,
    Point,
    Source,
    stable_id,
)
from briefing.figures import parse_figure
from briefing.readings.keys import is_key_like, keys_for
from briefing.readings.periods import written
from briefing.readings.reading import VERSION
from briefing.readings.schema import GENRES

Mapping = dict[str, Any]

_WIDE = 1 << 20
"""Never break a line: the words of a quote stay on it as they are."""
_BREAKS = set("\n\r\x85\u2028\u2029")
"""What YAML folds unless it is written as an escape."""
_MOST_ON_SAME_WORDS = 20


def dump(dossier: Dossier, by: str) -> str:
    """Return the reading as YAML: claims that a reading made or the analyst tagged, pointed or committed, as they stand now."""
    return _Dump(dossier).text(by)


class _Flow(list[Any]):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name of the parameter is PyYAML's
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if _BREAKS & set(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_multi_representer(StrEnum, _text)
_Dumper.add_representer(_Flow, lambda d, items: d.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True))


class _Dump:
    """One dossier on its way to a reading file."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        touched = {a.target for act in (Act.POINT, Act.COMMIT) for a in dossier.record.standing(act)}
        touched.update(dossier.record.tagged(), dossier.record.corrected())
        self._claims = [
            c
            for c in dossier.all_claims()
            if (c.by in {Maker.READING, Maker.ANALYST} or c.id in touched) and not dossier.is_dismissed(c.id)
        ]
        self._claims.sort(key=lambda c: (dossier.sources[c.source].file, c.start, c.end, _ordinal(c)))
        self._points = self._points_kept()
        self._point_keys = keys_for(self._points, "p", lambda p: p.id, lambda p: p.phrase)
        self._actors = self._actors_kept()
        self._actor_keys = keys_for(self._actors, "a", lambda a: a.id, lambda a: a.name)
        self._by_name = {a.name: self._actor_keys[a.id] for a in reversed(self._actors)}

    def text(self, by: str) -> str:
        whole: Mapping = {"briefing-reading": VERSION}
        if by:
            whole["by"] = by
        readable = [s for s in self._dossier.sources.values() if s.skipped is None]
        parts = {
            "sources": [m for s in readable if len(m := self._source(s)) > 1],
            "actors": [self._actor(a) for a in self._actors],
            "points": [self._point(p) for p in self._points],
            "claims": [self._claim(c) for c in self._claims],
        }
        whole |= {name: part for name, part in parts.items() if part}
        return yaml.dump(whole, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDE)

    # What goes in

    def _points_kept(self) -> list[Point]:
        """Return points that claims stand on or a reading or the analyst made, with the points linked to them."""
        dossier = self._dossier
        wanted = {c.point for c in self._claims} | {a.target for a in dossier.record.standing(Act.NEW_POINT)}
        wanted |= {c.point for i in dossier.claims if (c := dossier.as_made(i)).by is Maker.READING}
        used = {c.point for c in dossier.claims.values()} | {dossier.as_made(i).point for i in dossier.claims}
        queue = [p for p in dossier.points if p in wanted or p not in used]
        kept = dict.fromkeys(queue)
        while queue:
            point = dossier.points[queue.pop()]
            linked = [i for i in (*point.opposites, *point.excludes, *point.requires) if i in dossier.points]
            queue += [i for i in linked if i not in kept]
            kept |= dict.fromkeys(linked)
        return [p for i, p in dossier.points.items() if i in kept]

    def _actors_kept(self) -> list[Actor]:
        """Return actors that the claims name, those that belong to no claim and no text, and one for every other name."""
        dossier = self._dossier
        read = [c for c in dossier.claims.values() if c.by is Maker.READING]
        names = {n for c in self._claims for n in _names(c)}
        wanted = {i for c in (*self._claims, *read) for i in (*c.actors, c.holder_id)}
        used = {i for c in dossier.claims.values() for i in (*c.actors, c.holder_id)}
        kept = [
            a
            for a in dossier.actors.values()
            if a.id in wanted or a.name in names or (a.id not in used and not a.mentions)
        ]
        known = {a.name for a in kept}
        ambiguous = {n for a in kept for n in a.aliases} | {
            *keys_for(kept, "a", lambda a: a.id, lambda a: a.name).values()
        }
        for claim in self._claims:
            held = {claim.holder} - {ARTICLE} if claim.holder_id not in dossier.actors else set()
            for name in dict.fromkeys((*held, *_names(claim))):
                if name not in known and (name in held or name in ambiguous or is_key_like(name)):
                    known.add(name)
                    kept.append(Actor(stable_id("a", "reading", name), name, ActorType.UNNAMED))
        return kept

    # How it is written

    def _source(self, source: Source) -> Mapping:
        said: Mapping = {"file": source.file}
        for name in ("publisher", "published", "genre"):
            value = getattr(source, name)
            if value and name not in source.inferred and (name != "genre" or value in GENRES):
                said[name] = value
        if source.relays and "relays" not in source.inferred:
            said["relays"] = _Flow(source.relays)
        shared = any(s.origin == source.origin for s in self._dossier.sources.values() if s is not source)
        if source.origin and (shared or source.origin != source.id):
            said["origin"] = source.origin
        return said

    def _actor(self, actor: Actor) -> Mapping:
        said: Mapping = {"id": self._actor_keys[actor.id], "name": actor.name, "type": actor.type}
        return said | ({"aliases": _Flow(actor.aliases)} if actor.aliases else {})

    def _point(self, point: Point) -> Mapping:
        said: Mapping = {"id": self._point_keys[point.id], "phrase": point.phrase}
        if point.aliases:
            said["aliases"] = _Flow(point.aliases)
        for name in ("opposites", "excludes", "requires"):
            if keys := [self._point_keys[i] for i in getattr(point, name) if i in self._point_keys]:
                said[name] = _Flow(keys)
        return said

    def _claim(self, claim: Claim) -> Mapping:
        source = self._dossier.sources[claim.source]
        said: Mapping = {"source": source.file, "quote": claim.quote}
        if (occurrence := _occurrence(claim.quote, source.text, claim.start)) > 1:
            said["occurrence"] = occurrence
        if claim.text != claim.quote:
            said["text"] = claim.text
        said |= self._holder(claim)
        for name, value, usual in (
            ("mode", claim.mode, "asserts"), ("certainty", claim.certainty, "certain"), ("polarity", claim.polarity, "+"),
        ):  # fmt: skip
            if value != usual:
                said[name] = value
        if claim.period and (time := written(claim.period)):
            said["time"] = time
        if figures := [f.text for f in claim.figures if _is_readable(f)]:
            said["figures"] = _Flow(figures)
        if actors := [self._actor_keys[a] for a in claim.actors if a in self._actor_keys]:
            said["actors"] = _Flow(actors)
        if point := self._point_keys.get(claim.point or ""):
            said["point"] = point
            said |= self._stand(claim.commitment) if claim.commitment else {}
        if claim.words:
            said["words"] = _words(claim, *claim.words)
        return {name: value for name, value in said.items() if value is not None}

    def _holder(self, claim: Claim) -> Mapping:
        if claim.holder == ARTICLE and claim.holder_id is None:
            return {}
        key = self._actor_keys.get(claim.holder_id or "") or self._by_name[claim.holder]
        before = _before_holder(claim)
        chain = {"chain": _Flow([*map(self._name, before), key])} if before else {}
        return {"holder": key} | chain

    def _name(self, name: str) -> str:
        return self._by_name.get(name, name)

    def _stand(self, stand: Commitment) -> Mapping:
        return {
            "commitment": str(stand),
            "figure": stand.figure.text if stand.figure and _is_readable(stand.figure) else None,
            "when": written(stand.period) if stand.period else None,
            "agent": self._name(stand.agent) if stand.agent else None,
            "scope": stand.scope,
        }


def _names(claim: Claim) -> Iterable[str]:
    """Return the names in a claim that are written without an id behind them."""
    yield from _before_holder(claim)
    if claim.commitment and claim.commitment.agent:
        yield claim.commitment.agent


def _before_holder(claim: Claim) -> tuple[str, ...]:
    return claim.chain[:-1] if claim.chain[-1:] == (claim.holder,) else claim.chain


def _ordinal(claim: Claim) -> int:
    """Return which of the claims on the same words it was in its reading; others come last."""
    ids = (stable_id("c", claim.source, claim.start, claim.end, "reading", n) for n in range(_MOST_ON_SAME_WORDS))
    return next((n for n, i in enumerate(ids) if i == claim.id), _MOST_ON_SAME_WORDS)


def _occurrence(quote: str, text: str, start: int) -> int:
    """Return for which time, from 1, the quote stands at that place of the text."""
    seen, at = 1, text.find(quote)
    while 0 <= at < start:
        seen, at = seen + 1, text.find(quote, at + 1)
    return seen


def _words(claim: Claim, start: int, end: int) -> str | None:
    """Return the decisive words, with words before them as far as needed to be the first of their like in the quote."""
    begin, finish = start - claim.start, end - claim.start
    if not 0 <= begin < finish <= len(claim.quote):
        return None
    while claim.quote.find(claim.quote[begin:finish]) != begin:
        begin = claim.quote.rfind(" ", 0, max(begin - 1, 0)) + 1
    return claim.quote[begin:finish]


def _is_readable(figure: Figure) -> bool:
    try:
        parse_figure(figure.text)
    except ValueError:
        return False
    return True
