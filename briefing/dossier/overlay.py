"""A claim as it stands: as it was made, with what the analyst said of it on top."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from briefing.dossier.annotation import Act, Record
from briefing.dossier.claim import Claim, Maker
from briefing.dossier.correction import Field, corrected
from briefing.dossier.naming import Naming
from briefing.dossier.point import Commitment


def as_it_stands(made: Claim, record: Record, naming: Naming) -> Claim:
    """Return a claim with the analyst's actors, corrections, point and stance; the stance goes before what follows from corrections."""
    claim = naming.on(made) if naming.touched else made
    if made.by is not Maker.ANALYST and not record.alters(made.id):
        return claim
    said = record.corrections(made.id)
    if made.by is Maker.ANALYST:
        claim = naming.with_holder(claim, made.holder)
    if said:
        claim = corrected(claim, said)
        if Field.HOLDER in said:
            claim = naming.with_holder(claim, said[Field.HOLDER])
    point, stand = record.get(Act.POINT, made.id), record.get(Act.COMMIT, made.id)
    if point is not None:
        if point != made.point and stand is None:
            claim = replace(claim, commitment=None)
        claim = replace(claim, point=point or None, pointed_by=Maker.ANALYST)
    if stand is not None:
        commitment = _with_values(Commitment.parse(stand), claim, said) if stand else None
        claim = replace(claim, commitment=commitment, pointed_by=Maker.ANALYST)
    return claim


def may_be_altered(made: Mapping[str, Claim], record: Record, naming: Naming) -> AbstractSet[str]:
    """Return the ids of those claims that may stand otherwise than they were made, but for the analyst's own; a look at each is spared."""
    return made.keys() if naming.touched else {i for i in record.altered() if i in made}


def _with_values(commitment: Commitment, claim: Claim, said: Mapping[str, str]) -> Commitment:
    known = claim.commitment or commitment
    figure = claim.figures[0] if Field.FIGURE in said and claim.figures else known.figure
    period = claim.period if Field.TIME in said else known.period
    return replace(commitment, figure=figure, period=period, agent=known.agent, scope=known.scope)
