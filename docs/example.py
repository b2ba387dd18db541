"""A worked example: what an analyst might do with the five articles of `seeds/`, and the brief that comes of it.

`python docs/example.py` writes `example-brief.md` anew.
"""

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing import config, resources
from briefing.cache import Cache
from briefing.case import Case
from briefing.case.analyst import Analyst
from briefing.case.author import Author
from briefing.dossier import Act, Claim, Confidence, Judgment, Likelihood, Rating, Verdict
from briefing.dossier.judgment import evidence as rested_on
from briefing.ledger import Deed

HERE = Path(__file__).parent
FIRST, SECOND = datetime(2025, 12, 10, 16, 30, tzinfo=UTC), datetime(2025, 12, 12, 9, 0, tzinfo=UTC)
FITS, CLASHES, EITHER, APART = Rating.CONSISTENT, Rating.INCONSISTENT, Rating.NEUTRAL, Rating.NOT_APPLICABLE


class Session:
    """An analyst at a case, with a clock of its own: each deed comes a minute after the one before."""

    def __init__(self, case: Case, began: datetime) -> None:
        self.case = case
        self.now = began
        self.analyst = Analyst(case.dossier, self.do)
        self.author = Author(case.dossier, self.do)

    def do(self, *deeds: Deed) -> None:
        """Write deeds into the record, at the time of the session."""
        self.now += timedelta(minutes=1)
        self.case.book.writable().append(deeds, who="A. Analyst", at=self.now)
        self.case.book.catch_up()

    def claim(self, file: str, words: str, point: str = "") -> str:
        """Return the claim of the article whose words begin so, on a point whose phrase begins so."""
        d = self.case.dossier

        def fits(claim: Claim) -> bool:
            phrase = d.points[claim.point].phrase if claim.point else ""
            is_there = d.sources[claim.source].file.startswith(file) and claim.quote.startswith(words)
            return claim.by == "reading" and is_there and phrase.startswith(point)

        found = next((c for c in d.all_claims() if fits(c)), None)
        if found is None:
            raise LookupError(f"no claim of {file} begins “{words}” on a point that begins “{point}”")
        return found.id

    def judge(self, judgment: Judgment, *evidence: str) -> str:
        """Write a judgment with its evidence."""
        new = self.author.add_judgment(judgment)
        for chosen in evidence:
            self.author.toggle_evidence(new, chosen)
        return new

    def settle(self, judgment: str, evidence: str, verdicts: dict[str, Verdict | None]) -> None:
        """Go through the contradictions of a piece of evidence: judge those whose other side begins so, name those judged None or real."""
        d = self.case.dossier
        for relation in d.relations_of(evidence):
            other = d.claims[relation.b if relation.a == evidence else relation.a]
            verdict = next((v for words, v in verdicts.items() if other.quote.startswith(words)), Verdict.SCOPE)
            if not relation.type.is_conflict or d.record.get(Act.VERDICT, relation.id):
                continue
            if verdict is not None:
                self.analyst.verdict(relation.id, verdict)
            if verdict in {None, Verdict.REAL} and relation.id not in rested_on(d.record).get(judgment, ()):
                self.author.toggle_evidence(judgment, relation.id)


def first_look(s: Session) -> None:
    """Grade the sources, tag, judge, and write the brief."""
    grades = {"01": "F", "02": "F", "03": "D", "04": "C", "05": "B"}
    for source in s.case.dossier.sources.values():
        if source.file[:2] in grades:
            s.analyst.grade(source.id, grades[source.file[:2]])

    no, no_sign = s.claim("05", "Caracas said no"), s.claim("05", "In public he has given no sign")
    resigning = s.claim("01", "he gives no sign of resigning", "Maduro is getting ready")
    keep = s.claim("05", "they themselves kept command")
    model = s.claim("05", "formal political power changed hands")
    officers = s.claim("02", "Those in uniform who might")
    plot = s.claim("01", "makes it almost impossible for a coup plot")
    little_reason = s.claim("03", "may see little reason", "Maduro’s regime")
    very_soon, invasion = s.claim("05", "would “very soon” begin"), s.claim("02", "think a ground invasion")
    own_word = s.claim("05", "by the president’s own word")
    law = s.claim("03", "the legal opinions now in force")

    for claim in (no, model, officers, very_soon):
        s.analyst.toggle_tag(claim, "key")
    s.analyst.note(model, "One anonymous source. Ask the Herald's desk whether a second person was on the call.")
    s.analyst.note(law, "Dated 7 November; nothing since says whether the new opinion was given.")

    j1 = s.judge(
        Judgment(
            "", "Maduro will not resign before the end of January 2026 on the terms that Washington set in the call of late November",
            Likelihood.VERY_LIKELY, Confidence.MODERATE,
            "Two independent origins report that he shows no sign of going; his refusal of the terms is known from one outlet only.",
            "His family or his money leaves the country, or Washington offers the amnesty that it rejected.",
        ),
        no, no_sign, resigning,
    )  # fmt: skip
    j2 = s.judge(
        Judgment(
            "", "what Maduro’s negotiators offer is meant to keep command with his own circle, not to hand over power",
            Likelihood.LIKELY, Confidence.LOW,
            "All of it comes from one outlet, the Miami Herald, in part from one anonymous source.",
            "An independent account of the call, or an offer that gives up command of the armed forces.",
        ),
        keep, model,
    )  # fmt: skip
    j3 = s.judge(
        Judgment(
            "", "no senior officer will turn on Maduro in public before the end of January 2026",
            Likelihood.LIKELY, Confidence.LOW,
            "Former officers and one scholar say so through two digests of one report; it is old knowledge, not access.",
            "An officer of the high command breaks with him, or a believable amnesty at home is announced.",
        ),
        officers, plot,
    )  # fmt: skip
    j4 = s.judge(
        Judgment(
            "", "U.S. forces will strike targets on Venezuelan soil before the end of January 2026",
            Likelihood.LIKELY, Confidence.LOW,
            "The president’s word, reported by one outlet, stands against legal opinions that another reported a month before.",
            "The Justice Department declines to give the new opinion, or a second call is agreed.",
        ),
        very_soon, own_word,
    )  # fmt: skip
    s.settle(j1, no, {})
    s.settle(j1, no_sign, {"rumors": None})
    s.settle(j1, resigning, {"rumors": None})
    s.settle(j2, keep, {"The administration turned it down": None})
    s.settle(j2, model, {"offering to give the opposition": Verdict.REAL})
    s.settle(j3, officers, {"the great majority of officers": None})
    s.settle(j3, plot, {"The regime would fall apart": None})
    s.settle(j4, very_soon, {"think a ground invasion": Verdict.SCOPE, "the legal opinions": None})
    s.settle(j4, own_word, {"think a ground invasion": Verdict.SCOPE, "the legal opinions": None})

    weigh(s, (no, no_sign, resigning, keep, model, officers, plot, little_reason, very_soon, invasion))
    s.author.write(Act.TITLE, "Maduro will very likely (80–95 %) refuse to go on Washington’s terms")
    s.author.write(
        Act.BOTTOM_LINE,
        "Maduro will very likely (80–95 %) not resign on the terms set in the call of late November, and it is likely (55–80 %) that "
        "U.S. forces strike on Venezuelan soil before the end of January 2026. What his negotiators offer would leave command with "
        "his own circle. What was said in the call rests on one outlet.",
    )  # fmt: skip
    write_lists(s)


def weigh(s: Session, evidence: tuple[str, ...]) -> None:
    """State the alternatives and rate the evidence against them."""
    hypotheses = [
        s.author.add(Act.HYPOTHESIS, text)
        for text in (
            "Maduro sits it out: he takes the threat for a bluff and exile for the greater danger.",
            "Maduro is ready to go and bargains for amnesty and a safe exile.",
            "The regime breaks from within before he has to choose.",
        )
    ]
    ratings = (
        (FITS, CLASHES, EITHER), (FITS, EITHER, FITS), (FITS, CLASHES, EITHER), (FITS, EITHER, CLASHES), (FITS, CLASHES, EITHER),
        (FITS, EITHER, CLASHES), (FITS, EITHER, CLASHES), (FITS, FITS, CLASHES), (CLASHES, FITS, FITS), (FITS, EITHER, APART),
    )  # fmt: skip
    for item, row in zip(evidence, ratings, strict=True):
        for hypothesis, rating in zip(hypotheses, row, strict=True):
            s.author.rate(item, hypothesis, rating)


def write_lists(s: Session) -> None:
    """Write assumptions, indicators and gaps."""
    for act, texts in (
        (
            Act.ASSUMPTION,
            (
                "The two digests give the Wall Street Journal’s report faithfully; the report itself was not seen.",
                "The Miami Herald’s anonymous source had first-hand knowledge of the call.",
                "Maduro decides together with his inner circle, and it does not decide without him.",
            ),
        ),
        (
            Act.INDICATOR,
            (
                "Towards a deal: a second call, a mediator named by both, an end to the reward of $50 million.",
                "Towards force: the Justice Department’s new opinion, notices to pilots, evacuation of dependants.",
                "Towards a split: an officer of the high command speaks in public without the others.",
            ),
        ),
        (
            Act.GAP,
            (
                "What was said in the call, from anyone but the Miami Herald’s source.",
                "Whether any U.S. official would trade amnesty; no article quotes one by name.",
                "What serving officers think; every officer quoted has left the forces.",
            ),
        ),
    ):
        for text in texts:
            s.author.add(act, text)


def second_look(s: Session) -> None:
    """Two days later: another origin for the third judgment, and the sources put in words."""
    record = s.case.publishing.brief().material
    third = record.judgments[2].id
    little_reason = s.claim("03", "may see little reason", "Maduro’s regime")
    s.author.toggle_evidence(third, little_reason)
    s.settle(third, little_reason, {})
    s.author.change(
        Judgment(
            third, record.judgments[2].text, Likelihood.LIKELY, Confidence.MODERATE,
            "The Atlantic’s sources, independent of the Wall Street Journal’s, also see no reason for the commanders to hand over power.",
            record.judgments[2].would_change, place=2,
        )
    )  # fmt: skip
    s.author.write(
        Act.SOURCE_SUMMARY,
        "Five articles of four origins; the two digests both retell one report of the Wall Street Journal, which we did not see, and "
        "count once. The account of the call of late November is the Miami Herald’s alone and rests on people who did not give their "
        "names. The New York Times piece is an opinion: it is used for what its author argues, not for facts. No article has a source "
        "inside the high command, and none was written in Caracas.",
    )


def write_example(folder: Path, say: Callable[[str], object] = lambda _: None) -> str:
    """Return the brief of the example as Markdown; the case is laid into the folder, which must not have one yet."""
    case_folder = folder / "venezuela-december-2025"
    shutil.copytree(resources.SEEDS, case_folder)
    settings = config.load(None, {"analyst": "A. Analyst"}, Cache(None)).config
    with Case(case_folder, settings, Cache.of_user()) as case:
        for step in case.load_all():
            say(str(step))
        for number, (look, at) in enumerate(((first_look, FIRST), (second_look, SECOND)), 1):
            look(Session(case, at - timedelta(hours=2)))
            brief = case.publishing.brief(at)
            case.publishing.hand_on(brief, folder / f"v{number}.md", brief.rendered("md"), over=False)
        return (folder / "v2.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        (HERE / "example-brief.md").write_text(write_example(Path(made)), encoding="utf-8")
