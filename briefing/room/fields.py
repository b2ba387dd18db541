"""The fields of a claim that can be put right, in words."""

from briefing.dossier import ARTICLE, Claim, Dossier
from briefing.dossier.correction import Field
from briefing.plaintext import one_line


def said_of(claim: Claim, field: Field) -> str:
    """Return a field of a claim in words; "" where there is nothing."""
    values = {
        Field.HOLDER: "the outlet, in its own voice" if claim.holder == ARTICLE else claim.holder,
        Field.CERTAINTY: str(claim.certainty),
        Field.POLARITY: str(claim.polarity),
        Field.MODE: str(claim.mode),
        Field.FIGURE: "; ".join(f.text for f in claim.figures),
        Field.TIME: claim.period.text if claim.period else "",
    }
    return one_line(values[field])


def told(claim: Claim, field: Field) -> str:
    """Return a field in words, "none" where there is nothing; with a time that counts from the article's date, the days it comes to."""
    said = said_of(claim, field) or "none"
    if field is Field.TIME and claim.period and claim.period.inferred:
        from briefing.overview.spans import span, spoken  # noqa: PLC0415 - loaded when it is first needed

        when = span(claim.period)
        return f"{said} ({spoken(when)})" if when else said
    return said


def put_right(dossier: Dossier, claim_id: str) -> str:
    """Return what the analyst put right in a claim, each with what was read; "" for nothing."""
    read = dossier.as_made(claim_id)
    fields = [f for f in Field if f in dossier.record.corrections(claim_id)]
    return "; ".join(f"{field}, read as {said_of(read, field) or 'none'}" for field in fields)
