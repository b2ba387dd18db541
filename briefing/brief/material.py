"""What a brief is made of, numbered: sources S, judgments J, evidence E, contradictions X, hypotheses H."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from briefing.brief.document import Cites, folded
from briefing.dossier import (
    ARTICLE,
    Act,
    Annotation,
    Certainty,
    Claim,
    Commitment,
    Dossier,
    Judgment,
    Maker,
    Polarity,
    Rating,
    Relation,
    Source,
    Verdict,
    ranked,
)
from briefing.dossier.judgment import evidence, judgments, ratings, statements

_ORDER = [str(Verdict.REAL), None, *(str(v) for v in Verdict if v is not Verdict.REAL)]
"""The order of verdicts: what stands, what is open, what was judged not to stand."""


class Material:
    """A dossier as the brief sees it; numbers are the same wherever they are asked for.

    A file that could not be analysed is a source all the same if there are claims on it, from a reading.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.record = dossier.record
        sources = sorted(dossier.sources.values(), key=lambda s: s.file)
        self.read = [s for s in sources if s.skipped is None or dossier.claims_of_source(s.id)]
        self.skipped = [s for s in sources if s not in self.read]
        self._sources = {s.id: f"S{n}" for n, s in enumerate(self.read, 1)}
        self._said: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in dossier.record.standing():
            self._said[annotation.target].append(annotation)
        self.judgments = judgments(self.record)
        self.hypotheses = statements(self.record, Act.HYPOTHESIS)
        self.ratings = ratings(self.record)
        self._chosen = evidence(self.record)

    def said_of(self, target: str) -> list[Annotation]:
        """Return the annotations that hold on something, oldest first; tags have targets of their own."""
        return self._said.get(target, [])

    # Evidence

    def claims_of(self, judgment: Judgment) -> list[Claim]:
        """Return the claims that a judgment rests on, in the order they were chosen."""
        chosen = self._chosen.get(judgment.id, ())
        return [self.dossier.claims[c] for c in chosen if c in self.dossier.claims]

    def relations_of(self, judgment: Judgment) -> list[Relation]:
        """Return the contradictions that a judgment names, in the order of their numbers."""
        named = {r for r in self._chosen.get(judgment.id, ()) if r in self.dossier.relations}
        return self._ranked(named)

    def lost_of(self, judgment: Judgment) -> int:
        """Return how many items of evidence of a judgment are no longer found."""
        return len(self._chosen.get(judgment.id, ())) - len(self.claims_of(judgment)) - len(self.relations_of(judgment))

    def cited_by(self, judgment: Judgment) -> list[Claim]:
        """Return the claims that a judgment is cited for: its evidence; both sides where it rests on contradictions alone."""
        sides = dict.fromkeys(c for r in self.relations_of(judgment) for c in (r.a, r.b))
        return self.claims_of(judgment) or [self.dossier.claims[c] for c in sides]

    def touching(self, claim: Claim) -> list[Relation]:
        """Return the contradictions a claim is in that are open or were judged real, best first."""
        found = self.dossier.relations_of(claim.id)
        return [r for r in found if r.type.is_conflict and self.stands(r)]

    def stands(self, relation: Relation) -> bool:
        """Tell whether a relation is open or was judged real."""
        return self.verdict(relation) in {None, str(Verdict.REAL)}

    def verdict(self, relation: Relation) -> str | None:
        """Return the verdict on a relation."""
        return self.record.get(Act.VERDICT, relation.id)

    @cached_property
    def evidence(self) -> list[Claim]:
        """The claims with a number: those behind judgments, those rated, those chosen for the brief."""
        ids = [c.id for j in self.judgments for c in self.claims_of(j)]
        ids += [chosen for chosen, _ in self.ratings]
        ids += [a.target for a in self.record.standing(Act.BRIEF)]
        return [self.dossier.claims[i] for i in dict.fromkeys(ids) if i in self.dossier.claims]

    @cached_property
    def bears(self) -> dict[str, list[str]]:
        """The numbers of the judgments that each claim bears on, by the claim's id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for judgment in self.judgments:
            for claim in self.claims_of(judgment):
                found[claim.id].append(self.numbers[judgment.id])
        return found

    @cached_property
    def told(self) -> list[Relation]:
        """The relations told with both quotations: those named, chosen, rated or judged, and conflicts that touch evidence."""
        record, known = self.record, self.dossier.relations
        ids = [r.id for j in self.judgments for r in self.relations_of(j)]
        ids += [r.id for c in self.evidence for r in self.touching(c)]
        ids += [a.target for act in (Act.BRIEF, Act.VERDICT, Act.NOTE) for a in record.standing(act)]
        ids += [chosen for chosen, _ in self.ratings]
        return self._ranked(i for i in ids if i in known)

    def _ranked(self, ids: Iterable[str]) -> list[Relation]:
        found = ranked(self.dossier.relations[i] for i in dict.fromkeys(ids))
        return sorted(found, key=lambda r: _rank(self.verdict(r)))

    @cached_property
    def open(self) -> list[Relation]:
        """The conflicts that are told nowhere else, best first."""
        told = {r.id for r in self.told}
        return [r for r in self.dossier.conflicts() if r.id not in told]

    def rated(self, rated_id: str, hypothesis_id: str) -> Rating | None:
        """Return what a claim or relation is to a hypothesis, if the analyst said so."""
        return self.ratings.get((rated_id, hypothesis_id))

    # Numbers

    def source(self, source_id: str) -> str:
        """Return "S3"."""
        return self._sources[source_id]

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The numbers of judgments, evidence, contradictions and hypotheses by id."""
        groups: tuple[tuple[str, Iterable[str]], ...] = (
            ("J", (j.id for j in self.judgments)),
            ("E", (c.id for c in self.evidence)),
            ("X", (r.id for r in (*self.told, *self.open))),
            ("H", (h.id for h in self.hypotheses)),
        )
        return {item: f"{letter}{n}" for letter, items in groups for n, item in enumerate(items, 1)}

    def cites(self, claims: Iterable[Claim]) -> Cites:
        """Return references to the sources of claims, each once, in the order of their numbers."""
        numbers = {self.source(c.source) for c in claims}
        return Cites(tuple(sorted(numbers, key=lambda s: int(s[1:]))))

    def origins(self, claims: Iterable[Claim]) -> set[str]:
        """Return the origins that claims go back to."""
        return {origin_of(self.dossier.sources[c.source]) for c in claims}

    # In words

    def words(self, claim: Claim) -> str:
        """Return where a claim's words are: outlet, date, file and characters."""
        source = self.dossier.sources[claim.source]
        place = f"{folded(source.file)}, characters {claim.start}–{claim.end}"
        return f"{folded(source.name)}, {date(source)}; {place}"

    def holder(self, claim: Claim) -> str:
        """Return who stands behind a claim, and through whom it came if it came through others."""
        outlet = self.dossier.sources[claim.source].name
        chain = [outlet if name == ARTICLE else name for name in (*claim.chain, claim.holder)]
        links = [outlet, *(name for name, before in zip(chain, [outlet, *chain], strict=False) if name != before)]
        holder = f"{links[-1]} (the article itself)" if claim.holder == ARTICLE else links[-1]
        return folded(holder) + (f"; chain: {' > '.join(map(folded, links))}" if len(links) > 1 else "")

    def stand(self, claim: Claim) -> str | None:
        """Return the point a claim is on, where its holder stands on it, and who says so; None if it is on no point."""
        point = self.dossier.points.get(claim.point or "")
        if point is None:
            return None
        stands = f"; its holder: {_in_words(claim.commitment)}" if claim.commitment else ""
        return f"{folded(point.phrase)}{stands} ({pointed(claim)})"


def _rank(verdict: str | None) -> int:
    return _ORDER.index(verdict) if verdict in _ORDER else len(_ORDER)


def origin_of(source: Source) -> str:
    """Return what tells whether two sources go back to the same reporting."""
    return source.origin or source.id


def date(source: Source) -> str:
    """Return when a source was published, as far as known."""
    if source.published is None:
        return "undated"
    return folded(source.published) + (" (inferred)" if "published" in source.inferred else "")


def signed(annotation: Annotation) -> str:
    """Return who made an annotation, and when."""
    return f"{folded(annotation.who)}, {folded(annotation.at[:16].replace('T', ' '))} UTC"


def pointed(claim: Claim) -> str:
    """Return who put a claim on its point; a model by its name."""
    by = proposed_by(claim.pointed_by or claim.by)
    return f"{by}, {folded(claim.model)}" if claim.pointed_by is Maker.MODEL and claim.model else by


def _in_words(commitment: Commitment) -> str:
    if commitment.attitude:
        words = f"{commitment.attitude} it"
    elif commitment.certainty is Certainty.UNKNOWN:
        words = "does not know"
    else:
        words = f"{'so' if commitment.polarity is Polarity.POSITIVE else 'not so'}, {commitment.certainty}"
    return f"{words}, under a condition" if commitment.conditional else words


def proposed_by(maker: Maker) -> str:
    """Return where something that a claim says of the text comes from."""
    return _ORIGINS[maker]


_ORIGINS = {
    Maker.RULES: "proposed by rules",
    Maker.MODEL: "proposed by a model",
    Maker.READING: "from the reading",
    Maker.ANALYST: "by the analyst",
}
