"""A small invented case."""

from datetime import UTC, datetime

import pytest

from briefing import brief
from briefing.dossier import (
    ARTICLE,
    Act,
    Actor,
    ActorType,
    Anchor,
    Annotation,
    Certainty,
    Claim,
    Commitment,
    Confidence,
    Dossier,
    Judgment,
    Kind,
    Likelihood,
    Maker,
    Mode,
    Point,
    Polarity,
    Relation,
    RelationType,
    Source,
    Statement,
)
from briefing.dossier.judgment import packed

AT = datetime(2025, 11, 7, 18, 5, tzinfo=UTC)
FERRY = "The ferry sank at dawn. Captain Ortez said that forty people were aboard.\n"
PORT = "1986. That is the year the ferry was built, the port office says. It denies that forty were aboard.\n"


def claim(number, source, words, **more):
    start = source.text.index(words)
    return Claim(f"c{number}", source.id, start, start + len(words), words, more.pop("text", words), **more)


@pytest.fixture
def dossier():
    ferry = Source(
        "s1", "ferry.md", "a" * 64, text=FERRY, title="Ferry lost", publisher="The Coast", published="2025-11-05", relays=("Radio Sur",),
        inferred=frozenset({"published"}),
    )  # fmt: skip
    port = Source(
        "s2", "port.txt", "b" * 64, text=PORT, publisher="Harbour | News", published="2025-11-06T08:00:00+00:00"
    )
    copy = Source("s3", "scan.pdf", "c" * 64, skipped="no text in it: a scan")
    made = Dossier()
    made.put_sources([port, ferry, copy])
    made.replace_actors([Actor("a1", "Captain Ortez", ActorType.PERSON)])
    made.put_points([Point("p1", "forty people were aboard"), Point("p2", "the ferry was built in 1986")])
    made.put_claims([
        claim(1, ferry, "The ferry sank at dawn.", holder=ARTICLE),
        claim(2, ferry, "forty people were aboard", text="Forty people were aboard the ferry.", holder="Captain Ortez", holder_id="a1",
              chain=("Radio Sur", "Captain Ortez"), point="p1", commitment=Commitment(), by=Maker.READING, pointed_by=Maker.READING),
        claim(3, port, "1986. That is the year the ferry was built", holder="the port office", point="p2", commitment=Commitment(),
              certainty=Certainty.PROBABLE),
        claim(4, port, "It denies that forty were aboard.", holder="the port office", mode=Mode.DENIES, point="p1",
              commitment=Commitment(polarity=Polarity.NEGATIVE)),
    ])  # fmt: skip
    made.update_relations([
        Relation("r1", "c2", "c4", RelationType.CONTRADICTION, Kind.DENIAL, "p1", "polarity",
                 "Captain Ortez says that forty were aboard, the port office denies it.", (48, 53), (69, 75), 0.9, independent=True),
    ])  # fmt: skip
    return made


class Analyst:
    """Annotates a dossier, a minute after the other."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.done = 0

    def __call__(self, act, target, value="yes", *anchors, who="Ana"):
        self.done += 1
        annotation = Annotation(
            self.done, f"2025-11-07T12:{self.done:02}:00.000+00:00", who, act, target, value, None, anchors
        )
        self.dossier.annotate([annotation])
        return annotation


@pytest.fixture
def analyst(dossier):
    return Analyst(dossier)


@pytest.fixture
def compose(dossier):
    def composed(of=dossier, **more):
        given = {"case": "ferry", "analyst": "Ana", "at": AT, "tags": ["key", "odd"], "program": "0.1.0"}
        return brief.compose(of, brief.Edition(**(given | more)))

    return composed


@pytest.fixture
def render(compose):
    return lambda *of, **more: brief.markdown(compose(*of, **more))


@pytest.fixture
def annotated(analyst):
    """The dossier with something of every kind."""
    analyst(Act.TAG, "c4/odd")
    analyst(Act.TAG, "c2/key")
    analyst(Act.TAG, "c2/own tag")
    analyst(Act.NOTE, "c2", "Ask the company.\n- twice")
    analyst(Act.VERDICT, "r1", "real", who="Ben")
    analyst(Act.NOTE, "r1", "nobody counted")
    analyst(Act.NOTE, "c3", "old boat")
    analyst(Act.NOTE, "a1", "retired in 2024")
    analyst(Act.RELIABILITY, "s2", "B")
    analyst(Act.DISMISS, "c1", "no news")
    analyst(Act.TITLE, "brief", "More were aboard than the port office says")
    analyst(Act.BOTTOM_LINE, "brief", "The port office's count cannot be relied on.")
    analyst(
        Act.JUDGMENT,
        "j-1",
        packed(
            Judgment(
                "j-1",
                "forty people were aboard when the ferry sank.",
                Likelihood.LIKELY,
                Confidence.LOW,
                "One captain, uncounted.",
                "A passenger list.",
            )
        ),
    )
    analyst(Act.JUDGMENT, "j-2", packed(Judgment("j-2", "the ferry was older than stated", Likelihood.EVEN, place=1)))
    analyst(Act.EVIDENCE, "c2/j-1")
    analyst(Act.EVIDENCE, "r1/j-1")
    analyst(Act.BRIEF, "c3")
    analyst(Act.HYPOTHESIS, "h-1", packed(Statement("h-1", "Forty were aboard.")))
    analyst(Act.HYPOTHESIS, "h-2", packed(Statement("h-2", "Far fewer were aboard.", 1)))
    analyst(Act.RATING, "c2/h-1", "consistent")
    analyst(Act.RATING, "c2/h-2", "inconsistent")
    analyst(Act.ASSUMPTION, "a-1", packed(Statement("a-1", "Nobody boarded at sea.")))
    analyst(Act.GAP, "g-1", packed(Statement("g-1", "Who counted?")))
    lost = Annotation(
        99,
        "2025-11-06T09:00:00.000+00:00",
        "Ana",
        Act.TAG,
        "c9/key",
        "yes",
        None,
        (Anchor("ferry.md", "gone *words*"),),
    )
    return (lost,)
