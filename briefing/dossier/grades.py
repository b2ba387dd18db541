"""The Admiralty scale (NATO AJP-2.1): sources and what they say are graded apart, and neither from the other."""

RELIABILITY = {
    "A": "reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable",
    "F": "reliability cannot be judged",
}  # fmt: skip
"""Reliability of a source."""
CREDIBILITY = {
    "1": "confirmed by other, independent sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "truth cannot be judged",
}  # fmt: skip
"""Credibility of what a source says; 1 needs two independent origins."""
UNCONFIRMED = "1 needs two independent origins, and no claim of another origin agrees with it on its point"
