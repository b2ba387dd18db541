"""The scales of a brief, as its reader needs them."""

from collections.abc import Iterator

from briefing.brief.document import Block, Table, paragraph
from briefing.dossier import Likelihood

RELIABILITY = {
    "A": "reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable",
    "F": "reliability cannot be judged",
}  # fmt: skip
"""Reliability of a source (the Admiralty scale, NATO AJP-2.1)."""
CREDIBILITY = {
    "1": "confirmed by other, independent sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip
"""Credibility of what a source says (the same scale); 1 needs two independent origins."""
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
