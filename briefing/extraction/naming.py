"""Names: when two are the same, and which words around one are no part of it."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"}) | (OWNERS - {"your"})

_HONOURS = re.compile(r"(?<=\w)(?<!\b[Aa])(?<!\b[Aa]n)(?<!\b[Tt]he)(?:,? (?:KC|QC|MP|MEP|PhD|MD|CBE|OBE|MBE))+$")
"""What stands behind a name and is no part of it."""


@cache
def _rows() -> dict[str, str]:
    text = (files("briefing.extraction") / "lexicon" / "titles.txt").read_text("utf-8")
    return dict(line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(*kinds: str) -> frozenset[str]:
    """Return the words of some classes of `lexicon/titles.txt`."""
    return frozenset(word for kind in kinds for word in _rows()[kind].split())


@cache
def fold(text: str) -> str:
    """Return a name without case, accents, article and genitive, for telling whether two are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"'s?$", "", plain.strip().replace("’", "'"))
    return " ".join(w for w in plain.replace(".", "").split() if w not in {"the", "a", "an"})


def bare(name: str) -> tuple[int, int]:
    """Return where in a name its own words begin and end, without article and titles before it and a genitive behind."""
    start, end = 0, len(_HONOURS.sub("", re.sub(r"['’]s?$", "", name)))
    while (match := re.match(r"\s*(\S+)\s+(?=\S)", name[start:end])) is not None:
        word = match[1].casefold().rstrip(".,")
        following = re.match(r"\S+", name[start + match.end() :])
        after = following[0].casefold().rstrip(".,") if following else ""
        if (
            after == "of"
            or word not in _ARTICLES | words("titles")
            or (word in words("only_before_titles") and after not in words("titles"))
        ):
            break
        start += match.end()
    return start, end


def is_job(word: str) -> bool:
    """Tell whether a word is for what somebody does or is."""
    return word in words("occupations", "roles")


def gender_of(word: str) -> str:
    """Return "m", "f", or "" for a word that does not tell."""
    low = word.casefold().rstrip(".")
    return "m" if low in words("male") else "f" if low in words("female") else ""


def given_gender(key: str) -> str:
    """Return "m" or "f" for a folded full name that begins with a well-known first name and ends like a person's; "" if it does not tell."""
    first, *rest = key.split() or [""]
    if not 1 <= len(rest) <= 3 or rest[-1] in words("bodies", "newsroom", "places", "things"):
        return ""
    return "m" if first in words("given_male") else "f" if first in words("given_female") else ""
