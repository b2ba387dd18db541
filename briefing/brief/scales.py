"""The scales of a brief, as its reader needs them."""

from collections.abc import Iterator

from briefing.brief.document import Block, Table, paragraph
from briefing.dossier import Likelihood
from briefing.dossier.grades import CREDIBILITY, RELIABILITY

_CONFIDENCE = (
    ("high", "good information from several independent sources, and little that another reading would fit"),
    ("moderate", "credible and plausible information, not enough of it or not independent enough for high"),
    ("low", "scant, questionable or fragmentary information, or one source only"),
)


def scales() -> Iterator[Block]:
    """Yield the scales."""
    yield paragraph("Likelihood and confidence are apart: one says how probable, the other how well founded.")
    terms = tuple((str(t), f"{t.range[0]}–{t.range[1]} %", t.synonym) for t in Likelihood)
    yield Table("Likelihood (ICD 203)", ("Term", "range", "synonym, not used here"), terms)
    yield Table("Confidence in a judgment", ("Confidence", "meaning"), _CONFIDENCE)
    yield Table("Reliability of a source", ("Grade", "meaning"), tuple(RELIABILITY.items()))
    yield Table("Credibility of a statement", ("Grade", "meaning"), tuple(CREDIBILITY.items()))
    yield paragraph(
        "F and 6 mean that it cannot be judged, not that it is worst; reliability and credibility are graded apart."
    )
