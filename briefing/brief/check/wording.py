"""Whether judgments are put in one vocabulary, that says neither too much nor too little."""

import re
from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.material import Material
from briefing.dossier import Act, Likelihood
from briefing.dossier.judgment import single

_TERMS = {str(term): term for term in Likelihood}
_SYNONYMS = {
    **{term.synonym: term for term in Likelihood if term.synonym != "remote"},
    "remote chance": Likelihood.ALMOST_NO_CHANCE,
    "remote possibility": Likelihood.ALMOST_NO_CHANCE,
    "probably": Likelihood.LIKELY,
    "even odds": Likelihood.EVEN,
}
_ANY_TERM = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, {**_TERMS, **_SYNONYMS}), key=len, reverse=True))})\b"
    r"(?:\s*\(\s*(\d+)\s*(?:[–-]|to)\s*(\d+)\s*%\s*\))?",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"\b(may|might|could|possibly|perhaps|maybe|conceivably)\b")
_CONFIDENCE = re.compile(r"\bconfiden(?:ce|t)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^.!?]+")


def own_words(text: str) -> str:
    """Return a text without what it quotes."""
    return _QUOTED.sub("“”", text)


def hedged(material: Material) -> Iterator[Finding]:
    """Yield the judgments that hedge beside their likelihood: one that "may" be so says nothing."""
    for judgment in material.judgments:
        for word in dict.fromkeys(m[0] for m in _HEDGE.finditer(own_words(judgment.text))):
            text = f"says “{word}”: the likelihood says how probable it is"
            yield Finding("hedge", judgment.id, material.numbers[judgment.id], text)


def second_likelihood(material: Material) -> Iterator[Finding]:
    """Yield the judgments with another likelihood in their words."""
    for judgment in material.judgments:
        for term in dict.fromkeys(m[1] for m in _ANY_TERM.finditer(own_words(judgment.text))):
            text = f"has a second likelihood in it: “{term}”"
            yield Finding("vocabulary", judgment.id, material.numbers[judgment.id], text)


def mixed(material: Material) -> Iterator[Finding]:
    """Yield the sentences that speak of likelihood and of confidence at once."""
    for target, where, text, is_likelihood in _texts(material):
        for sentence in _SENTENCE.findall(own_words(text)):
            if _CONFIDENCE.search(sentence) and (is_likelihood or _ANY_TERM.search(sentence)):
                yield Finding("mixed", target, where, "speaks of likelihood and of confidence in one sentence")


def unbracketed(material: Material) -> Iterator[Finding]:
    """Yield the likelihoods of title and bottom line that are of the other row or whose range does not stand behind them."""
    for act in (Act.TITLE, Act.BOTTOM_LINE):
        for found in _ANY_TERM.finditer(own_words(single(material.record, act))):
            term = found[1].lower()
            meant = _TERMS.get(term)
            if meant is None:
                text = f"“{found[1]}” is not in the vocabulary of this brief: “{_SYNONYMS[term]}” is"
                yield Finding("vocabulary", str(act), str(act), text)
            elif (found[2], found[3]) != tuple(map(str, meant.range)):
                yield Finding("range", str(act), str(act), f"“{found[1]}” needs its range behind it: {meant.bracketed}")


def _texts(material: Material) -> Iterator[tuple[str, str, str, bool]]:
    """Yield what is read for mixtures: target, name, text, and whether its sentence has a likelihood anyway."""
    for judgment in material.judgments:
        number = material.numbers[judgment.id]
        yield judgment.id, number, judgment.text, judgment.likelihood is not None
        yield judgment.id, number, judgment.reason, False
    for act in (Act.TITLE, Act.BOTTOM_LINE):
        yield str(act), str(act), single(material.record, act), False
