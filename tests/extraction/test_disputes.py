import random

import pytest

from briefing.dossier import ARTICLE, Attitude, Certainty, Claim, Figure, Maker, Mode, Polarity
from briefing.extraction import disputes
from briefing.extraction.candidates import pairs
from briefing.extraction.disputes import disputed, opposition
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.meanings import Meanings
from briefing.extraction.signs import NAMES
from briefing.extraction.trees import Fork, Trees
from tests.support.sources import sources_of


@pytest.fixture(autouse=True)
def the_more_in_common_the_likelier(monkeypatch):
    common = NAMES.index("common")
    monkeypatch.setattr(
        disputes, "trees", lambda **_: Trees(NAMES, (Fork(common, 1, -2.0, Fork(common, 6, 0.5, 2.0)),))
    )


def claim(name, words, *, source="a", holder="Ana", mode=Mode.ASSERTS, polarity=Polarity.POSITIVE, figures=(), start=0):
    return Claim(
        name,
        source,
        start,
        start + len(words),
        words,
        words,
        holder,
        mode=mode,
        polarity=polarity,
        figures=figures,
        by=Maker.RULES,
    )


def draft(one, *frames):
    kind = (one.mode, one.polarity, one.certainty, one.figures, None)
    return Draft(one.start, one.end, one.text, None, (), None, *kind, (), tuple(one.text.split()), frames)


def near(*claims, much=9.0):
    return {c.id: tuple((o.id, much) for o in claims if o is not c) for c in claims}


def drafts(*claims):
    return {c.id: draft(c) for c in claims}


def of(claims, drafts, owners, near):
    """Return what is disputed of these claims."""
    return disputed(claims, drafts, owners, sources_of(claims), near, Meanings(claims))


YES = claim("yes", "the ransom was paid on Monday.")
NO = claim("no", "not a coin changed hands.", source="b", holder="Leo", polarity=Polarity.NEGATIVE)


def test_a_claim_and_its_like_with_a_negation_stand_on_one_point_named_after_what_is_affirmed():
    uses = {u.claim.id: u for u in of([YES, NO], drafts(YES, NO), {}, near(YES, NO))}
    assert uses["yes"].point == uses["no"].point
    assert uses["yes"].point.phrase == "the ransom was paid on Monday"
    assert (uses["yes"].commitment.polarity, uses["no"].commitment.polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)


def test_claims_that_have_little_in_common_are_no_dispute():
    assert list(of([YES, NO], drafts(YES, NO), {}, near(YES, NO, much=0.1))) == []


def test_claims_that_do_not_lie_near_each_other_are_not_looked_at():
    assert pairs([YES, NO], {"yes": (), "no": ()}) == []
    between = tuple((f"c{n}", 9.0) for n in range(5))
    assert pairs([YES, NO], {"yes": (*between, ("no", 9.0)), "no": between}) == []
    assert pairs([YES, NO], {"yes": (*between[1:], ("no", 9.0)), "no": between}) == [(NO, YES)]


def test_a_bare_denial_stands_against_what_is_said_before_it_and_surer_than_what_only_lies_near():
    denial = claim("denial", "Leo flatly denied it", holder="Leo", mode=Mode.DENIES, start=40)
    uses = {u.claim.id: u for u in of([denial, NO, YES], drafts(denial, NO, YES), {}, near(YES, NO, denial))}
    assert {u.point.phrase for u in uses.values()} == {"the ransom was paid on Monday"}
    assert uses["denial"].commitment.polarity is Polarity.NEGATIVE
    alone = {u.claim.id: u for u in of([YES, NO], drafts(YES, NO), {}, near(YES, NO, much=5.0))}
    assert uses["yes"].sure > alone["yes"].sure


@pytest.mark.parametrize(("disputes_both", "joins"), [(True, True), (False, False)])
def test_who_joins_a_point_may_dispute_everybody_who_stands_against_him_there(disputes_both, joins):
    also = claim("also", "a bag of money was seen", source="c", holder="Eva")
    never = claim("never", "nobody saw a thing", source="d", holder="Ida", polarity=Polarity.NEGATIVE)
    every = (YES, NO, also, never)
    close = {"no": (("yes", 9.0), ("also", 9.0)), "never": (("also", 5.0), ("yes", 5.0 if disputes_both else 0.1))}
    uses = {u.claim.id: u for u in of(every, drafts(*every), {}, close)}
    assert ("never" in uses) is joins
    assert len({u.point.id for u in uses.values()}) == 1


def test_a_demand_that_is_flatly_rejected_is_wanted_and_rejected():
    demand = claim("demand", "that the mayor resign", mode=Mode.DEMANDS)
    answer = claim("answer", "his office rejected that", holder="Leo", mode=Mode.REFUSES, start=40)
    attitudes = [u.commitment.attitude for u in of([demand, answer], drafts(demand, answer), {}, {})]
    assert attitudes == [Attitude.DEMANDS, Attitude.REJECTS]


def test_nobody_disputes_with_himself_in_one_article_and_questions_dispute_nothing():
    own = claim("own", "nothing was paid.", polarity=Polarity.NEGATIVE)
    asked = claim("asked", "was nothing paid?", source="b", holder="Leo", mode=Mode.ASKS, polarity=Polarity.NEGATIVE)
    assert pairs([YES, own], near(YES, own)) == []
    assert pairs([YES, asked], near(YES, asked)) == []


def test_a_claim_repeated_within_another_is_no_dispute_whatever_their_polarity():
    told = claim("told", "the post says that not a coin changed hands", source="c", holder="Eva")
    within = claim("within", "not a coin changed", source="b", holder="Eva")
    for other in (told, within):
        assert pairs([NO, other], near(NO, other)) == []


def test_a_denial_is_negative_whatever_its_words():
    denial = claim("denial", "the ransom was paid", source="b", holder="Leo", mode=Mode.DENIES)
    found = opposition(YES, denial, drafts(YES, denial), {})
    assert (found.a[0].polarity, found.b[0].polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)


def test_two_poles_of_a_frame_oppose_each_other_and_a_fully_read_use_is_surer():
    stay, leave = claim("stay", "he stays"), claim("leave", "he resigns", source="b", holder="Leo")

    def sort(*, sure):
        uses = (
            FrameUse("LEAVE_OFFICE", False, 3, 8, word="he", phrase="{theme} leaves office"),
            FrameUse("LEAVE_OFFICE", True, 3, 10, word="he", sure=sure, phrase="{theme} leaves office"),
        )
        found = opposition(stay, leave, {"stay": draft(stay, uses[0]), "leave": draft(leave, uses[1])}, {})
        assert (found.a[1], found.b[1]) == ((3, 8), (3, 10))
        return found.sort

    assert (sort(sure=True), sort(sure=False)) == ("event", "event_unsure")


@pytest.mark.parametrize("words", [("", ""), ("mayor", "abbot")])
def test_a_point_on_nobody_or_on_two_is_named_after_what_is_affirmed(words):
    stay, leave = claim("stay", "stays on"), claim("leave", "gone by May", source="b", holder="Leo")
    poles = zip((False, True), words, strict=True)
    uses = [FrameUse("LEAVE_OFFICE", pole, 0, 4, word=word, phrase="{theme} leaves office") for pole, word in poles]
    found = opposition(stay, leave, {"stay": draft(stay, uses[0]), "leave": draft(leave, uses[1])}, {})
    assert found.phrase == "gone by May"


def test_figures_of_one_unit_or_measure_that_cannot_both_be_oppose_each_other_when_they_are_of_like_size():
    def counted(name, low, high=None, measure="shot", unit=""):
        figure = Figure(str(low), low, high or low, unit, measure)
        return claim(name, f"{low} shots were fired", source=name, holder=name, figures=(figure,))

    three, six, about_three, hours = (
        counted("a", 3),
        counted("b", 6),
        counted("c", 2, 4),
        counted("d", 6, measure="hour"),
    )
    every = drafts(three, six, about_three, hours)
    found = opposition(three, six, every, {})
    assert found.sort == "figure"
    assert found.phrase == "… shots were fired"
    assert opposition(three, about_three, every, {}).sort == ""
    assert opposition(three, hours, every, {}).sort == ""
    both = claim("both", "3 shots, then 6", source="b", figures=(*three.figures, *six.figures))
    assert opposition(three, both, drafts(three, both), {}).sort == ""
    many = counted("e", 300)
    assert opposition(three, many, drafts(three, many), {}).sort == ""
    spilt, lost = counted("f", 400, measure="oil", unit="tonnes"), counted("g", 700, measure="loss", unit="tonnes")
    assert opposition(spilt, lost, drafts(spilt, lost), {}).sort == "figure"


def test_what_nobody_can_tell_opposes_nothing():
    unknown = Claim("u", "b", 0, 5, "words", "words", "Leo", polarity=Polarity.NEGATIVE, certainty=Certainty.UNKNOWN)
    assert opposition(YES, unknown, drafts(YES, unknown), {}).sort == ""


def test_those_who_dispute_one_claim_stand_on_one_point_named_by_the_surest_pair():
    other = claim("other", "no ransom was paid", source="c", holder="Eva", polarity=Polarity.NEGATIVE)
    among = {"yes": (("no", 5.0), ("other", 9.0)), "no": (), "other": ()}
    uses = {u.claim.id: u for u in of([YES, NO, other], drafts(YES, NO, other), {}, among)}
    assert uses.keys() == {"yes", "no", "other"}
    assert len({u.point.id for u in uses.values()}) == 1
    assert uses["yes"].sure == uses["other"].sure > uses["no"].sure


def test_a_claim_that_stands_elsewhere_in_a_surer_dispute_is_not_drawn_into_another():
    three, six = (Figure(text, n, n, "", "shot") for text, n in (("three", 3), ("six", 6)))
    fired = claim("fired", "three shots were fired", figures=(three,))
    more = claim("more", "six shots were fired", source="b", holder="Leo", figures=(six,))
    none = claim("none", "not a gun went off", source="c", holder="Eva", polarity=Polarity.NEGATIVE)
    among = {"fired": (("more", 9.0), ("none", 5.0)), "more": (), "none": ()}
    uses = {u.claim.id for u in of([fired, more, none], drafts(fired, more, none), {}, among)}
    assert uses == {"fired", "more"}


def test_the_order_of_claims_does_not_matter():
    claims = [
        claim(
            f"c{n}",
            f"claim {n}",
            source=f"s{n % 3}",
            holder=f"h{n}",
            polarity=(Polarity.POSITIVE, Polarity.NEGATIVE)[n % 2],
        )
        for n in range(12)
    ]
    mixed = random.Random(3).sample(claims, len(claims))
    close = near(*claims)
    assert list(of(claims, drafts(*claims), {}, close)) == list(of(mixed, drafts(*claims), {}, close))


def test_an_article_may_show_its_own_contradiction():
    one, other = (
        claim(n, words, holder=ARTICLE, start=start)
        for n, words, start in (("a", "it rained", 0), ("b", "it was dry", 40))
    )
    assert pairs([one, other], near(one, other)) == [(one, other)]


def test_where_no_word_opposes_the_one_claim_is_set_against_the_whole_of_the_other():
    cracked, sound = (
        claim("cracked", "the dam is cracked"),
        claim("sound", "that wall looks as good as new", source="b", holder="Leo"),
    )
    close = near(cracked, sound)
    assert list(of([sound, cracked], drafts(cracked, sound), {}, close)) == []  # of so few one cannot tell
    every = [sound, cracked, *(claim(f"n{n}", f"note {n}", source="c", start=20 * n) for n in range(20))]
    uses = {u.claim.id: u for u in of(every, drafts(*every), {}, close)}
    assert uses["cracked"].point.phrase == "the dam is cracked"
    assert (uses["cracked"].commitment.polarity, uses["sound"].commitment.polarity) == (
        Polarity.POSITIVE,
        Polarity.NEGATIVE,
    )


@pytest.mark.parametrize(("others", "shown"), [(0, True), (disputes.FEW, False)])
def test_among_many_claims_what_plainly_opposes_another_needs_more_than_its_words(monkeypatch, others, shown):
    sound, cracked = claim("sound", "the bridge is sound."), claim("cracked", "the bridge is cracked.", source="b")
    plain = disputes.plain.Plain(sound, cracked, disputes.plain.FIGURE, 0.9)
    monkeypatch.setattr(disputes.plain, "plainly_opposed", lambda *_: [plain])
    more = [claim(f"c{n}", f"stone {n} is grey.", source=f"s{n}") for n in range(others)]
    every = [sound, cracked, *more]
    assert bool(list(of(every, drafts(*every), {}, near(sound, cracked, much=0.5)))) is shown
