"""A reading file checked against the articles it is about: every quote found, every name known, every fault collected."""

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace
from pydantic import BaseModel

from briefing import yamlfile
from briefing.dossier import ARTICLE, Actor, Claim, Commitment, Maker, Point, Source, stable_id
from briefing.errors import Fault, InputError
from briefing.figures import parse_figure
from briefing.plurals import counted
from briefing.readings.keys import id_of, is_key_like
from briefing.readings.periods import parse_period
from briefing.readings.quotes import NotVerbatimError, find, nearest
from briefing.readings.reading import LeftOut, Reading
from briefing.readings.schema import ActorModel, ClaimModel, PointModel, ReadingModel, SourceModel
from briefing.yamlfile import YamlText

Place = tuple[str | int, ...]

_MISSPELT = 0.8
"""Likeness (difflib's ratio) to an actor's key from which a word is that key misspelt, rather than somebody's name."""


def load(path: Path, sources: Mapping[str, Source]) -> Reading:
    """Read a reading file against the case's sources, by file; what hangs on an article that is not there is left out.

    Raises InputError with every fault found.
    """
    document = yamlfile.load_file(path, as_text=True)
    return _Check(document, yamlfile.fitted(document, ReadingModel, _known), sources).reading()


def _known(place: yamlfile.Key) -> list[str]:
    parts: dict[str | int, type[BaseModel]] = {
        "sources": SourceModel, "actors": ActorModel, "points": PointModel, "claims": ClaimModel,
    }  # fmt: skip
    model = parts.get(place[0], ReadingModel) if place else ReadingModel
    return [field.alias or name for name, field in model.model_fields.items()]


class _Check:
    """One reading on its way from what is written to what is meant."""

    def __init__(self, document: YamlText, model: ReadingModel, sources: Mapping[str, Source]) -> None:
        self._document = document
        self._model = model
        self._sources = sources
        self._faults: list[Fault] = []
        self._missing: dict[str, Fault] = {}
        self._actors = {a.id: Actor(id_of("a", a.id), a.name, a.type, tuple(a.aliases)) for a in model.actors}
        self._points = {p.id: id_of("p", p.id) for p in model.points}
        actors = tuple(reversed(self._actors.values()))
        self._named = {n: a for a in actors for n in a.aliases} | {a.name: a for a in actors}

    def reading(self) -> Reading:
        for number, actor in enumerate(self._model.actors):
            if actor.id == ARTICLE:
                self._fault(
                    ("actors", number, "id"), f"'{ARTICLE}' stands for the outlet's own voice", "choose another key"
                )
        self._refuse_twins("actors", [a.id for a in self._model.actors], "a")
        self._refuse_twins("points", [p.id for p in self._model.points], "p")
        self._refuse_twins("sources", [s.file for s in self._model.sources], "s", "file")
        sources = self._corrected()
        points = [self._point(n, p) for n, p in enumerate(self._model.points)]
        claims = list(self._claims())
        if self._faults:
            raise InputError(*sorted((*self._missing.values(), *self._faults), key=lambda f: f.line or 0))
        return Reading(
            self._model.by,
            tuple(sources),
            tuple(self._actors.values()),
            tuple(points),
            tuple(claims),
            tuple(LeftOut(f.problem, f.remedy, f.line, f.key) for f in self._missing.values()),
        )

    def _fault(self, place: Place, problem: str, remedy: str = "") -> None:
        self._faults.append(self._document.fault(place, problem, remedy))

    def _refuse_twins(self, part: str, keys: Iterable[str], prefix: str, name: str = "id") -> None:
        seen: set[str] = set()
        for number, key in enumerate(keys):
            identity = id_of(prefix, key)
            if identity in seen:
                self._fault((part, number, name), f"'{key}' stands twice", "give each its own, or make them one")
            seen.add(identity)

    # Sources

    def _source(self, file: str, place: Place) -> Source | None:
        source = self._sources.get(file)
        if source is None:
            self._leave_out(
                file, place, f"there is no article '{file}' in the case", nearest(file, list(self._sources))
            )
        return source

    def _leave_out(self, file: str, place: Place, problem: str, remedy: str) -> None:
        if file not in self._missing:
            claims = counted(sum(c.source == file for c in self._model.claims), "claim")
            self._missing[file] = self._document.fault(place, f"{problem}; {claims} on it left out", remedy)

    def _corrected(self) -> list[Source]:
        sources = dict(self._sources)
        origins: dict[str, str] = {}
        for number, said in enumerate(self._model.sources):
            source = self._source(said.file, ("sources", number, "file"))
            if source is not None:
                facts = said.model_dump(exclude_none=True, exclude={"file"})
                if "relays" in facts:
                    facts["relays"] = tuple(facts["relays"])
                if "origin" in facts and source.origin:
                    origins[source.origin] = facts["origin"]
                sources[said.file] = replace(source, inferred=source.inferred - facts.keys(), **facts)
        stated = {s.file for s in self._model.sources if s.origin is not None}
        return [
            replace(s, origin=origins[s.origin]) if s.origin in origins and file not in stated else s
            for file, s in sources.items()
        ]

    # Points

    def _point(self, number: int, said: PointModel) -> Point:
        linked = {name: self._linked(number, said, name) for name in ("opposites", "excludes", "requires")}
        return Point(self._points[said.id], said.phrase, tuple(said.aliases), **linked)

    def _linked(self, number: int, said: PointModel, name: str) -> tuple[str, ...]:
        ids = []
        for order, key in enumerate(getattr(said, name)):
            place: Place = ("points", number, name, order)
            if key == said.id:
                self._fault(place, "a point cannot be linked to itself", "remove it")
            elif key not in self._points:
                self._fault(place, f"there is no point '{key}'", nearest(key, list(self._points)))
            else:
                ids.append(self._points[key])
        return tuple(ids)

    # Claims

    def _claims(self) -> Iterable[Claim]:
        equals: Counter[tuple[str, int, int]] = Counter()
        for number, said in enumerate(self._model.claims):
            place: Place = ("claims", number)
            source = self._readable((*place, "source"), said.source)
            span = self._span(place, said, source) if source is not None else None
            holder, chain = self._holder(place, said)
            actors = [self._actor((*place, "actors", n), key) for n, key in enumerate(said.actors)]
            point, commitment = self._stand(place, said)
            if source is None or span is None:
                continue
            start, end, words = span
            ordinal = equals[source.id, start, end]
            equals[source.id, start, end] += 1
            yield Claim(
                id=stable_id("c", source.id, start, end, "reading", ordinal),
                source=source.id,
                start=start,
                end=end,
                quote=said.quote,
                text=said.text or said.quote,
                holder=holder.name if holder else ARTICLE,
                holder_id=holder.id if holder else None,
                chain=chain,
                mode=said.mode,
                polarity=said.polarity,
                certainty=said.certainty,
                figures=tuple(map(parse_figure, said.figures)),
                period=parse_period(said.time) if said.time is not None else None,
                actors=tuple(a.id for a in actors if a is not None),
                point=point,
                commitment=commitment,
                words=words,
                by=Maker.READING,
                pointed_by=Maker.READING if point is not None else None,
            )

    def _readable(self, place: Place, file: str) -> Source | None:
        source = self._source(file, place)
        if source is None or source.skipped is None:
            return source
        self._leave_out(file, place, f"the article '{file}' was not read: {source.skipped}", "")
        return None

    def _span(self, place: Place, said: ClaimModel, source: Source) -> tuple[int, int, tuple[int, int] | None] | None:
        """Return where the quote stands, and its decisive words."""
        try:
            start = find(said.quote, source.text, said.occurrence)
        except NotVerbatimError as error:
            self._fault((*place, "quote"), str(error), error.remedy)
            return None
        words = None
        if said.words is not None:
            try:
                at = start + find(said.words, said.quote, where="the quote")
                words = (at, at + len(said.words))
            except NotVerbatimError as error:
                self._fault((*place, "words"), str(error), error.remedy)
        return start, start + len(said.quote), words

    def _actor(self, place: Place, key: str) -> Actor | None:
        if key in self._actors:
            return self._actors[key]
        by_name = next((k for k, a in self._actors.items() if key in (a.name, *a.aliases)), None)
        remedy = f"write its key '{by_name}'" if by_name else nearest(key, list(self._actors))
        self._fault(place, f"there is no actor '{key}'", remedy)
        return None

    def _holder(self, place: Place, said: ClaimModel) -> tuple[Actor | None, tuple[str, ...]]:
        holder = None if said.holder == ARTICLE else self._actor((*place, "holder"), said.holder)
        if not said.chain:
            return holder, (holder.name,) if holder else ()
        chain = tuple(self._name((*place, "chain", n), link) for n, link in enumerate(said.chain))
        if said.holder == ARTICLE:
            self._fault((*place, "chain"), "what the article says itself comes through nobody", "name the holder")
        elif holder is not None and chain[-1] != holder.name:
            self._fault((*place, "chain"), f"must end in the holder '{said.holder}'", f"put '{said.holder}' last")
        return holder, chain

    def _name(self, place: Place, link: str) -> str:
        """Return the name that a link of a chain stands for: an actor's key or name, or any other name."""
        actor = self._actors.get(link) or self._named.get(link)
        if (
            actor is None
            and is_key_like(link)
            and (near := get_close_matches(link, self._actors, n=1, cutoff=_MISSPELT))
        ):
            self._fault(place, f"there is no actor '{link}'", f"did you mean '{near[0]}'?")
        return actor.name if actor else link

    def _stand(self, place: Place, said: ClaimModel) -> tuple[str | None, Commitment | None]:
        values = {n: v for n in ("figure", "when", "agent", "scope") if (v := getattr(said, n)) is not None}
        if said.point is None:
            for name in ("commitment", *values):
                if name in values or said.commitment is not None:
                    self._fault((*place, name), "stands without a point", "name the point it is on, or remove it")
            return None, None
        if said.point not in self._points:
            self._fault((*place, "point"), f"there is no point '{said.point}'", nearest(said.point, list(self._points)))
        point = self._points.get(said.point)
        if said.commitment is None and not values:
            return point, None
        return point, replace(
            Commitment.parse(said.commitment or "certain +"),
            figure=parse_figure(said.figure) if said.figure is not None else None,
            period=parse_period(said.when) if said.when is not None else None,
            agent=self._name((*place, "agent"), said.agent) if said.agent is not None else None,
            scope=said.scope,
        )
