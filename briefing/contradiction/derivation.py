"""How a relation follows from the claims, and where a claim stands: the whole derivation as plain data."""

from msgspec import Struct

from briefing.contradiction.ranking import Factors, weighed
from briefing.contradiction.requirements import NEEDS
from briefing.contradiction.side import Side
from briefing.contradiction.standing import in_words
from briefing.dossier import ARTICLE, Claim, Dossier, Maker, Point, Relation, RelationType, Source

WHO = {Maker.RULES: "the rules", Maker.MODEL: "a model", Maker.READING: "the reading", Maker.ANALYST: "the analyst"}
"""Makers as a sentence names them."""


class Issue(Struct, frozen=True):
    """A point, and who made it."""

    id: str
    phrase: str
    made_by: Maker


class Stand(Struct, frozen=True):
    """One side: who says what where, in which exact words, and where he stands by whose word.

    `words` are the decisive words; `chain` leads from the outlet to the holder; `commitment` is None and `stands` "" for a
    claim that takes no stand; `by` made the claim, `pointed_by` put it where it stands.
    """

    claim: str
    holder: str
    chain: tuple[str, ...]
    outlet: str
    file: str
    published: str | None
    relays: tuple[str, ...]
    start: int
    end: int
    quote: str
    words: str
    issue: Issue | None
    commitment: str | None
    stands: str
    by: Maker
    pointed_by: Maker | None


class Derivation(Struct, frozen=True):
    """A relation explained: `summary` in a sentence or two; `needs` is what the rule asks for; `origins` is how independent the sources are."""

    id: str
    relation: RelationType
    kind: str
    summary: str
    a: Stand
    b: Stand
    rule: str
    needs: str
    score: float
    factors: Factors
    independent: bool
    origins: str


class Part(Struct, frozen=True):
    """A relation that a claim takes part in, with the claim on the other side."""

    relation: str
    type: RelationType
    with_claim: str
    holder: str
    quote: str
    explanation: str


class Position(Struct, frozen=True):
    """A claim explained: where it stands, by whose word, and what follows, best first."""

    id: str
    summary: str
    stand: Stand
    relations: tuple[Part, ...]


def derivation(dossier: Dossier, relation_id: str) -> Derivation:
    """Explain a relation of the dossier."""
    relation = dossier.relations[relation_id]
    first, second = _side(dossier, relation.a), _side(dossier, relation.b)
    origins = _origins(first.source, second.source)
    return Derivation(
        id=relation.id,
        relation=relation.type,
        kind=relation.kind,
        summary=f"{relation.explanation} {_filled_in(first.claim, second.claim)}; {origins}.",
        a=_stand(dossier, first.claim, relation.a_words),
        b=_stand(dossier, second.claim, relation.b_words),
        rule=relation.rule,
        needs=NEEDS[relation.rule],
        score=relation.score,
        factors=weighed(relation.strength, first, second),
        independent=relation.independent,
        origins=origins,
    )


def position(dossier: Dossier, claim_id: str) -> Position:
    """Explain a claim of the dossier."""
    claim = dossier.claims[claim_id]
    stand = _stand(dossier, claim, claim.words or (claim.start, claim.end))
    parts = tuple(_part(dossier, claim_id, relation) for relation in dossier.relations_of(claim_id))
    return Position(claim_id, f"{_where(stand)} {_follows(dossier, claim, parts)}", stand, parts)


def _side(dossier: Dossier, claim_id: str) -> Side:
    claim = dossier.claims[claim_id]
    assert claim.point is not None
    assert claim.commitment is not None
    return Side.of(claim, claim.commitment, dossier.sources[claim.source], dossier.points[claim.point])


def _stand(dossier: Dossier, claim: Claim, words: tuple[int, int]) -> Stand:
    source, point = dossier.sources[claim.source], dossier.points.get(claim.point or "")
    holder = _holder(dossier, claim)
    return Stand(
        claim=claim.id,
        holder=holder,
        chain=(source.name, *(claim.chain or ((holder,) if holder != source.name else ()))),
        outlet=source.name,
        file=source.file,
        published=source.published,
        relays=source.relays,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        words=source.text[words[0] : words[1]],
        issue=Issue(point.id, point.phrase, _maker(dossier, point)) if point else None,
        commitment=str(claim.commitment) if claim.commitment else None,
        stands=in_words(claim.commitment) if claim.commitment else "",
        by=claim.by,
        pointed_by=claim.pointed_by or (claim.by if claim.point else None),
    )


def _maker(dossier: Dossier, point: Point) -> Maker:
    """Return who made a point: the analyst by the record; else whoever put the first claims on it; points that nobody uses come with a reading."""
    if dossier.is_own_point(point.id):
        return Maker.ANALYST
    made = [dossier.as_made(c.id) for c in dossier.all_claims()]
    makers = {c.pointed_by or c.by for c in made if c.point == point.id}
    return next((m for m in (Maker.READING, Maker.MODEL, Maker.RULES) if m in makers), Maker.READING)


def _filled_in(a: Claim, b: Claim) -> str:
    """Say who put the two claims where they stand."""
    first, second = (WHO[c.pointed_by or c.by] for c in (a, b))
    return (
        f"{_upper(first)} put both there"
        if first == second
        else f"{_upper(first)} put the first there, {second} the second"
    )


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _origins(a: Source, b: Source) -> str:
    """Say whether two sources go back to the same reporting, and why."""
    if a.id == b.id:
        return "both stand in one article"
    if a.origin != b.origin:
        return "the sources are independent: nothing shows that they go back to the same reporting"
    if shared := [r for r in a.relays if r in b.relays]:
        return f"the sources are not independent: both pass on {', '.join(shared)}"
    for one, other in ((a, b), (b, a)):
        if other.publisher in one.relays:
            return f"the sources are not independent: {one.name} passes on {other.name}"
    return "the sources are not independent: their texts go back to one origin"


def _part(dossier: Dossier, claim_id: str, relation: Relation) -> Part:
    other = dossier.claims[relation.b if relation.a == claim_id else relation.a]
    return Part(relation.id, relation.type, other.id, _holder(dossier, other), other.quote, relation.explanation)


def _holder(dossier: Dossier, claim: Claim) -> str:
    return dossier.sources[claim.source].name if claim.holder == ARTICLE else claim.holder


def _where(stand: Stand) -> str:
    if stand.issue is None:
        return f"What {stand.holder} says here is on no point."
    if not stand.stands:
        return f"On “{stand.issue.phrase}”, nobody has said where {stand.holder} stands."
    return f"On “{stand.issue.phrase}”, {stand.holder} {stand.stands}."


def _follows(dossier: Dossier, claim: Claim, parts: tuple[Part, ...]) -> str:
    if dossier.is_dismissed(claim.id):
        return "The claim was dismissed and takes no part."
    if claim.covered is not None:
        return f"A curated claim reads the same words ({claim.covered}); this one takes no part."
    clashes = sum(p.type.is_conflict for p in parts)
    agrees = sum(p.type is RelationType.CORROBORATION for p in parts)
    against = f"{clashes or 'No'} claim{' stands' if clashes == 1 else 's stand'} against it"
    return f"{against}, {agrees or 'none'} {'agrees' if agrees == 1 else 'agree'} with it."
