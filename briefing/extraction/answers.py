"""What answers what was said right before it: a bare denial ("she denied it"), the words after it, and what follows a turn ("he saw it differently")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.dossier import ARTICLE, Claim, Mode

_VERBS = (
    r"den(?:y|ies|ied)|dismiss(?:es|ed)?|reject(?:s|ed)?|rebuff(?:s|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|"
    r"contradict(?:s|ed)?|contest(?:s|ed)?"
)
_THING = (
    r"(?:it|this|that|both|(?:the|that|this|those|these|such|any such|all such|all) "
    r"(?:accounts?|accusations?|allegations?|assertions?|charges?|claims?|contentions?|descriptions?|estimates?|figures?|"
    r"ideas?|numbers?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|versions?))"
)
_FALSE = r"(?:an? )?(?:\w+ )?(?:invention|nonsense|lies?|false|untrue|fabrications?|fantasy|fiction|baseless|absurd|rubbish|wrong)\b"
_END = r"(?=\W*$|\s*[,;:.—–(]|\s+as\b|\s+(?:on|in|at|to|through)\b|\s+(?:flatly|outright|categorically|yesterday)\b)"
_DENIAL = re.compile(
    rf"\b(?:{_VERBS})\s+{_THING}{_END}|\b(?:calls?|called)\s+{_THING}\s+\W?{_FALSE}|\b(?:says?|said) otherwise\b|"
    rf"\b(?:brush(?:es|ed)?|wav(?:es|ed)|shrug(?:s|ged)|laugh(?:s|ed)|rul(?:es|ed)) {_THING} (?:aside|away|off|out)\b|"
    rf"\b(?:scoff(?:s|ed) at|brush(?:es|ed) (?:aside|off)|wav(?:es|ed) (?:aside|away|off)|shrug(?:s|ged) off|laugh(?:s|ed) off) {_THING}{_END}|"
    rf"^\W*(?:he|she|they|it|that|this) (?:is|are|was|were) (?:\w+ly )?(?:mistaken|not true|{_FALSE})\W*$|\bno such (?!thing as\b)",
    re.IGNORECASE,
)
TURN = re.compile(
    r"\b(?:sees?|saw|remembers?|remembered|recalls?|recalled|puts?|tells?|told) (?:it|things|this|that|him|her|them) (?:very |quite |rather )?(?:differently|otherwise)\b|"
    r"\b(?:has|have|had|tells?|told|gives?|gave|offers?|offered) (?:another|a (?:very |quite |rather )?different) (?:version|story|account|view|picture|explanation)\b|"
    r"\b(?:thinks?|thought|insists?|insisted) otherwise\b|\b(?:hits?|shoots?|shot) back\b|\bbegs? to differ\b|\bdisagree[sd]?\b|"
    r"\b(?:has|had|having|have) none of it\b|\b(?:is|are|was|were)n['’]t having it\b|^\W*not so\b",
    re.IGNORECASE,
)
"""How somebody takes the word against what was said before."""
_GOES_ON = re.compile(r":\W*\w+\W+\w+")
"""What follows a colon says what the turn only announces."""
_TOLD = re.compile(
    rf"\b(?:{_VERBS})\s+(?:the|that|this|those|these|such|all|any such|all such) "
    r"(?:accusations?|allegations?|assertions?|claims?|reports?|rumou?rs?|suggestions?)\b",
    re.IGNORECASE,
)
"""A denial of what somebody told."""
_TELLING = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.SUPPOSES})
_BACK = 3
"""So many claims back it may have been told."""
_DENIED, _SAID_WITH_IT, _TURNED = 0.8, 0.75, 0.5
"""How often each answers what stands before it in the stories that the weights of disputes are fitted on."""


class Answer(Struct, frozen=True):
    """A claim, the answer to it, and how probably it is one."""

    said: Claim
    reply: Claim
    sure: float


def answers(claims: Sequence[Claim]) -> Iterator[Answer]:
    """Yield what somebody says with the answers of somebody else that follow it in the same source."""
    ordered = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
    before = {b.id: a for a, b in pairwise(ordered) if a.source == b.source}
    after = {a.id: b for a, b in pairwise(ordered) if a.source == b.source and a.end <= b.start}
    for said in ordered:
        answer = after.get(said.id)
        if answer is None or said.mode is Mode.ASKS:
            continue
        if _DENIAL.search(answer.text):
            told = _told(said, before) if _TOLD.search(answer.text) else said
            found = _denied(told, answer, after.get(answer.id))
        elif turn := TURN.search(answer.text):
            found = _turned(said, answer, after.get(answer.id), announces=not _GOES_ON.search(answer.text, turn.end()))
        else:
            continue
        yield from (a for a in found if a.said.holder != a.reply.holder and a.reply.mode is not Mode.ASKS)


def _told(said: Claim, before: Mapping[str, Claim]) -> Claim:
    """Return what the last one told who is credited, few claims back: the article's own words in between are no report or allegation."""
    claim: Claim | None = said
    for _ in range(_BACK):
        if claim is None or claim.holder != ARTICLE:
            break
        claim = before.get(claim.id)
    return claim if claim is not None and claim.holder != ARTICLE and claim.mode in _TELLING else said


def _denied(said: Claim, denial: Claim, words: Claim | None) -> Iterator[Answer]:
    yield Answer(said, denial, _DENIED)
    if words is not None and words.holder == denial.holder and not _GOES_ON.search(denial.text):
        yield Answer(said, words, _SAID_WITH_IT)


def _turned(said: Claim, turn: Claim, words: Claim | None, *, announces: bool) -> Iterator[Answer]:
    reply = words if announces else turn
    if reply is not None:
        yield Answer(said, reply, _TURNED)
