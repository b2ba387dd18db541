"""Who has the word in an interview whose questions or answers bear no label: a question stands by itself, and what follows answers it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from briefing.first_person import SPEAKS

Place = tuple[int, int]
"""Characters of a text, from and to."""

ASKS, REPLIES = "Q", "A"
"""What the turns of those who are not named go by."""
_END = "*_\"'”’» \n"
"""What may stand behind a question mark."""
_MARKS = ("**", "__", "*", "_")
"""What sets a paragraph apart as a whole."""
_APART = re.compile(r"(?P<line>(?P<mark>\*\*|__|[*_])(?=\S)[^\n]+(?P=mark))[ \t]*\n(?=[^\s*_])")
"""A line in bold or italics that what follows it answers."""
_RUN_IN = re.compile(r"(?P<line>(?P<mark>\*\*|__)(?=\S)[^\n]+?(?P=mark))[ \t]+(?=[^\s*_])")
"""Words in bold that the answer follows on the same line."""
_RUN_ON = re.compile(r"(?P<line>[^.!?\n]{4,150}\?)[ \t]+(?=[\"“‘'–—]?[A-ZÀ-Þ])")
"""A question at the beginning of a paragraph that the answer follows on the same line."""
_CELL = r"[^\s|](?:[^|\n]*[^\s|])?"
_ROW = re.compile(rf"^\|[ \t]*(?P<first>{_CELL})[ \t]*\|[ \t]*(?P<second>{_CELL})[ \t]*(?:\|[ \t]*)?$", re.MULTILINE)
"""A row of two cells in a table."""
_ADDRESSED = re.compile(r"(?:^|: )[\W_]{0,9}(?:[A-Z][\w’'-]*\.? ){0,3}(?P<who>[A-Z][\w’'-]+), ")
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")
_SHORT = 25
"""So many words at most has what is put to somebody without a question mark at its end."""
_STEPS = 3
"""So many of those who ask one after the other may do so without a question mark, or "you"."""
_LEAST = 3
"""So many questions make an interview."""
_INTRODUCED = 5
"""So many paragraphs at most lead up to the first question."""
_SHARE = 0.5
"""So many of those who ask have a question mark, or say "you"; the others say something that is answered."""
_ASKED_BACK = 0.1
"""In so few of the answers somebody asks back."""
_SHARE_OF_INTERVIEWS = 0.3
"""So many where the text calls itself an interview."""
_MOST = 0.7
"""So many paragraphs begin with a question where nothing but its mark sets it apart."""
_OWN = 0.3
"""In so many of the answers somebody says "I" or "we"."""


def divided(text: str, passages: Sequence[Place], *, is_interview: bool = False) -> list[Place]:
    """Return passages, those divided behind it that begin with a question, if several do: one in bold or italics, or put to a "you".

    Where question in bold and answer share a line the text must be an interview: others answer their own questions so.
    """
    passages = [cell for place in passages for cell in _cells(text, place)]
    heads = [_APART.match(text, *place) for place in passages]
    if sum(head is not None for head in heads) < _LEAST:
        heads = [_RUN_IN.match(text, *place) for place in passages]
        asking = [_is_question(head["line"]) for head in heads if head is not None]
        if not is_interview or len(asking) < _LEAST or sum(asking) <= _SHARE * len(asking):
            heads = _run_on(text, passages)
    found: list[Place] = []
    for (start, end), head in zip(passages, heads, strict=True):
        found += [(start, end)] if head is None else [(start, head.end("line")), (head.end(), end)]
    return found


def _cells(text: str, place: Place) -> list[Place]:
    """Divide a table whose rows are a question and what answers it into these; of any other passage nothing."""
    rows = list(_ROW.finditer(text, *place))
    rows = [row for row in rows if re.search(r"\w", row["first"])]
    if len(rows) < _LEAST or sum(_is_question(row["first"]) for row in rows) <= _SHARE * len(rows):
        return [place]
    return [row.span(cell) for row in rows for cell in ("first", "second")]


def _run_on(text: str, passages: Sequence[Place]) -> list[re.Match[str] | None]:
    """Return where each passage begins with a question, if most do from the first of these on and somebody is asked about himself."""
    heads = [_RUN_ON.match(text, *place) for place in passages]
    found = [n for n, head in enumerate(heads) if head is not None]
    questions = [head["line"] for head in heads if head is not None]
    answers = [text[head.end() : place[1]] for head, place in zip(heads, passages, strict=True) if head is not None]
    if len(found) < _LEAST or len(found) <= _MOST * (found[-1] - found[0] + 1) or not is_talk(questions, answers):
        return [None] * len(passages)
    return heads


def is_talk(questions: Sequence[str], answers: Sequence[str]) -> bool:
    """Tell whether somebody is asked about himself: as "you" in the questions, as "I" or "we" in the answers; readers ask what they should do themselves."""
    to_you = sum(_YOU.search(question) is not None for question in questions)
    of_me = sum(SPEAKS.search(question) is not None for question in questions)
    own = sum(SPEAKS.search(answer) is not None for answer in answers)
    return to_you > of_me and own >= _OWN * len(answers)


def asked(text: str, lines: Sequence[Place], *, is_interview: bool) -> dict[int, str]:
    """Return whose turn each line is, by its number, where single questions take turns with what answers them; {} if they do not.

    Who answers goes by the name that a question addresses ("Dr Hoff, what was it?"), if what leads up to the questions has it.
    """
    said = [text[start:end] for start, end in lines]
    questions = _set_apart(text, lines)
    if not questions:
        first = _first_put(said, _first(said)) if is_interview else _first(said)
        questions = _in_turn(said, first, _SHARE_OF_INTERVIEWS if is_interview else _SHARE)
        said = said[:-1] if questions and max(questions) < len(said) - 2 else said
    if is_interview and not questions:
        questions = {n for n, line in enumerate(said) if _is_question(line)}
    if len(questions) < _LEAST or min(questions) > _INTRODUCED or len(said) - 1 in questions:
        return {}
    answers = [n for n in range(min(questions), len(said)) if n not in questions]
    own = sum(SPEAKS.search(said[n]) is not None for n in answers)
    if own < _OWN * len(answers) or any(b == a + 1 for a, b in pairwise(sorted(questions))):
        return {}
    before, replies = text[: lines[min(questions)][0]], REPLIES
    found: dict[int, str] = {}
    for n in range(min(questions), len(said)):
        addressed = _ADDRESSED.search(said[n]) if n in questions else None
        if addressed is not None and re.search(rf"\b{re.escape(addressed['who'])}\b", before):
            replies = addressed["who"]
        found[n] = ASKS if n in questions else replies
    return found


def headed(text: str, passages: Sequence[tuple[Place, bool]]) -> set[int]:
    """Return which passages answer, where headings ask; each passage is given with whether it is a heading."""
    asking = [n for n, (place, is_head) in enumerate(passages) if is_head and "?" in text[slice(*place)]]
    if len(asking) < _LEAST:
        return set()
    after = range(asking[0], len(passages))
    heads = [n for n in after if passages[n][1]]
    answers = {n for n in after if not passages[n][1]}
    said = [text[slice(*passages[n][0])] for n in sorted(answers)]
    is_all = all(n + 1 in answers for n in heads) and len(asking) > _SHARE * len(heads)
    return answers if is_all and is_talk([text[slice(*passages[n][0])] for n in heads], said) else set()


def answered(said: Sequence[str], labelled: Sequence[int]) -> set[int]:
    """Return which lines are the questions, where only the answers bear a label: the line before each, if most of these ask."""
    before = {n - 1 for n in labelled if n > 0} - set(labelled)
    asking = sum(_is_question(said[n]) for n in before)
    return before if len(before) >= _LEAST and asking >= _SHARE * len(labelled) else set()


def alternate(labels: Sequence[str], lines: int) -> bool:
    """Tell whether two labels, of one in every two lines at least, take strict turns."""
    often = Counter(labels)
    strict = all(a != b for a, b in pairwise(labels))
    return len(often) == 2 and min(often.values()) >= _LEAST and strict and 2 * len(labels) >= lines


def _is_question(line: str) -> bool:
    return line.rstrip(_END).endswith("?")


def _is_put(line: str) -> bool:
    """Tell whether somebody is asked or addressed anywhere in a short line."""
    return len(line.split()) <= _SHORT and ("?" in line or _YOU.search(line) is not None)


def _set_apart(text: str, lines: Sequence[Place]) -> set[int]:
    """Return the lines in bold or italics, if most of them ask; of several in a row, which lead up to the first question, the last."""
    marks = [next((m for m in _MARKS if _is_within(text, line, m)), "") for line in lines]
    for mark in _MARKS:
        apart = {n for n, its in enumerate(marks) if its == mark and marks[n + 1 : n + 2] != [mark]}
        if len(apart) >= _LEAST and sum(_is_question(text[slice(*lines[n])]) for n in apart) > _SHARE * len(apart):
            return apart
    return set()


def _is_within(text: str, line: Place, mark: str) -> bool:
    """Tell whether a mark stands on both sides of a line, or as its first and last characters."""
    before, after = text.endswith(mark, 0, line[0]), text.startswith(mark, line[1])
    inside = text[slice(*line)].strip()
    return (before and after) or (len(inside) > 2 * len(mark) and inside.startswith(mark) and inside.endswith(mark))


def _first(said: Sequence[str]) -> int:
    """Return the first line that asks, or that is put to somebody an even number of short lines before it ("Mr Ruiz, you were there.")."""
    first = next((n for n, line in enumerate(said) if _is_question(line)), len(said))
    while first >= 2:
        before = range(first - 2, max(-1, first - 2 * _STEPS - 1), -2)
        put = next((n for n in before if _is_put(said[n])), None)
        if put is None or any(len(said[n].split()) > _SHORT for n in range(put, first, 2)):
            break
        if put < first - 2 and not _ADDRESSED.search(said[put]):
            break
        first = put
    return first


def _first_put(said: Sequence[str], first: int) -> int:
    """Return the first of the short lines that lead up to the first question by turns: what is put to somebody need not ask.

    In half of the answers between somebody speaks of himself.
    """
    found, own = first, 0
    for answers, put in enumerate(takewhile(lambda n: len(said[n].split()) <= _SHORT, range(first - 2, 0, -2)), 1):
        own += SPEAKS.search(said[put + 1]) is not None
        found = put if 2 * own >= answers else found
    return found


def _in_turn(said: Sequence[str], first: int, share: float) -> set[int]:
    """Return every second line from the first question on that is followed by another, if such a share of these ask, and hardly an answer does."""
    turns = set(range(first, len(said) - 1, 2))
    asking = {n for n, line in enumerate(said) if _is_question(line)}
    answers = {n for n in asking if n - 1 in turns and n - 1 in asking}
    put = sum(_is_put(said[n]) for n in turns)
    back = asking - answers - turns
    return turns if len(back) <= _ASKED_BACK * len(turns) and put > share * len(turns) else set()
