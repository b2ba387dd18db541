"""What the kind that a text is said to be tells of whose voice it is in, however its file words it ("guest column", "press release")."""

import re

_STATEMENT = re.compile(
    r"statement|\brelease\b|communiqu|\bnotice\b|clarification|disclosure|announcement|declaration"
    r"|proclamation|circular|recall|advisory|\bad[- ]?hoc\b|open[- _]?letter|pastoral|(?:club|company|corporate)[- _]?news|trading update",
    re.IGNORECASE,
)
_OPINION = re.compile(r"opinion|\bop-ed\b|column|editorial|blog|comment|essay|viewpoint|diary", re.IGNORECASE)
_DIGEST = re.compile(
    r"\b(?:digests?|newsletters?|round-?up|press (?:review|summary)|(?:summary|review) of the (?:\w+ )?press|headlines|briefing from)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"interview|conversation|podcast|transcript|\bq ?(?:&|and|-)? ?a\b", re.IGNORECASE)
_REPORT = re.compile(r"report|\bnews\b|\bwire\b|dispatch", re.IGNORECASE)

_OPINION_LABEL = re.compile(
    r"\W*(?:(?:guest|weekly|our|the|readers[’']?) )?(?:opinions?|comment(?:ary)?|op-?eds?|letters?(?: to the editor)?|personal view|column(?:ists?|s)?"
    r"|viewpoints?|views(?: (?:&|and) reviews)?|perspectives?|first person|essays?|blogs?|diary|guest (?:post|column|essay))\W*",
    re.IGNORECASE,
)


def is_statement(genre: str | None) -> bool:
    """Tell whether somebody issues it in his own name."""
    return bool(_STATEMENT.search(genre or ""))


def is_opinion(genre: str | None) -> bool:
    """Tell whether its author says what he himself thinks."""
    return bool(_OPINION.search(genre or ""))


def is_digest(genre: str | None) -> bool:
    """Tell whether a kind of text, or a line above one, tells of what others reported."""
    return bool(_DIGEST.search(genre or ""))


def is_interview(genre: str | None) -> bool:
    """Tell whether somebody is asked and answers."""
    return bool(_INTERVIEW.search(genre or ""))


def is_report(genre: str | None) -> bool:
    """Tell whether a newsroom tells what happened."""
    return bool(_REPORT.search(genre or ""))


def is_opinion_label(words: str) -> bool:
    """Tell whether words above a text are the name of a newsroom's section for opinions ("Comment", "Letters to the Editor")."""
    return _OPINION_LABEL.fullmatch(words) is not None
