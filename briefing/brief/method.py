"""Who proposed what, what the analyst judged, and how to read the brief."""

from collections import Counter
from collections.abc import Iterator

from briefing.brief.document import Block, Heading, bullets, folded, paragraph
from briefing.dossier import Act, Dossier, Maker
from briefing.plurals import counted

_MAKERS = {
    Maker.RULES: "Rules",
    Maker.MODEL: "A model",
    Maker.READING: "The reading (a file made by a person beside the articles)",
    Maker.ANALYST: "The analyst",
}
_DEEDS = {
    Act.TAG: ("tag", "given to claims"),
    Act.NOTE: ("note", "written"),
    Act.VERDICT: ("verdict", "given on contradictions"),
    Act.DISMISS: ("claim", "dismissed"),
    Act.POINT: ("claim", "put on a point or taken off one"),
    Act.COMMIT: ("claim", "given another stand"),
    Act.NEW_POINT: ("point", "made"),
    Act.CORRECT: ("correction", "made to claims"),
    Act.ADD: ("claim", "added"),
    Act.MERGE: ("name", "said to be another actor's"),
    Act.SPLIT: ("name", "said not to be an actor's"),
    Act.RENAME: ("actor", "renamed"),
    Act.RELIABILITY: ("source", "graded for reliability"),
    Act.CREDIBILITY: ("claim", "graded for credibility"),
    Act.BRIEF: ("item", "chosen for the brief"),
    Act.JUDGMENT: ("judgment", "written"),
    Act.ASSUMPTION: ("assumption", "written"),
    Act.INDICATOR: ("indicator", "written"),
    Act.GAP: ("gap", "written"),
    Act.HYPOTHESIS: ("alternative", "stated"),
    Act.EVIDENCE: ("item", "chosen as evidence"),
    Act.RATING: ("item", "rated against a hypothesis"),
    Act.TITLE: ("title", "written"),
    Act.BOTTOM_LINE: ("bottom line", "written"),
    Act.SOURCE_SUMMARY: ("source summary", "edited"),
}

_HOW_TO_READ = (
    "Laid out for review under ICD 203 and ICD 206. S is a source, J a judgment, E evidence, X a contradiction, H a hypothesis.",
    "Judgments, assumptions, indicators, gaps and hypotheses are the analyst's own words; no machine wrote any of them.",
    "A quotation holds the exact words of the file.",
    "Characters are counted from 0 in the text of the article; the last number is where the words have ended.",
    "Control and hidden characters are written as visible symbols or as codes in angle brackets; nothing else is changed.",
    "Contradictions are worked out from the points that claims are on and from where their holders stand.",
    "The order of contradictions says how plain they are; it is no probability.",
    "The manifest is the SHA-256 of what `sha256sum` writes of the files named here, in the order of their names.",
)


def method(dossier: Dossier) -> Iterator[Block]:
    """Yield the section on method."""
    yield Heading("What was proposed, by whom")
    yield bullets(_proposals(dossier))
    yield Heading("What the analyst judged")
    judged = list(_judgments(dossier))
    yield bullets(judged) if judged else paragraph("Nothing has been judged yet: all of the above is a proposal.")
    yield Heading("How to read this")
    yield bullets(_HOW_TO_READ)


def _proposals(dossier: Dossier) -> Iterator[str]:
    made = Counter(c.by for c in dossier.claims.values())
    covered = Counter(c.by for c in dossier.claims.values() if c.covered)
    pointed = Counter(c.pointed_by or c.by for c in dossier.claims.values() if c.point)
    for maker, name in _MAKERS.items():
        if made[maker] or pointed[maker]:
            back = f", {covered[maker]} of them on words that the reading has too" if covered[maker] else ""
            names = sorted({c.model for c in dossier.claims.values() if c.model}) if maker is Maker.MODEL else ()
            who = f" ({', '.join(map(folded, names))})" if names else ""
            yield f"{name}{who}: {counted(made[maker], 'claim')}{back}; {counted(pointed[maker], 'claim')} put on a point"
    types = Counter(r.type for r in dossier.relations.values())
    found = ", ".join(f"{kind} {count}" for kind, count in sorted(types.items()))
    yield f"Rules, from points and stands: {found or 'no relation between claims'}"


def _judgments(dossier: Dossier) -> Iterator[str]:
    standing = dossier.record.standing()
    held = {a.id: a for a in standing if a.act is not Act.NEW_POINT or dossier.is_own_point(a.target)}
    counts = Counter((a.who, a.act) for a in held.values())
    for (who, act), count in sorted(counts.items(), key=lambda item: (item[0][0], list(Act).index(item[0][1]))):
        noun, done = _DEEDS[act]
        yield f"{folded(who)}: {counted(count, noun)} {done}{_verdicts(dossier, who) if act is Act.VERDICT else ''}"


def _verdicts(dossier: Dossier, who: str) -> str:
    given = Counter({a.id: a.value or "" for a in dossier.record.standing(Act.VERDICT) if a.who == who}.values())
    return f" ({', '.join(f'{folded(verdict)} {count}' for verdict, count in sorted(given.items()))})"
