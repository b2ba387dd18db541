from briefing.dossier import ARTICLE, Claim, Figure, Maker, Mode, Polarity
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.meanings import Meanings
from briefing.extraction.signs import NAMES, Signs
from tests.support.sources import sources_of


def claim(name, words, *, source="a", holder="Ana Ruiz", start=0, **more):
    return Claim(name, source, start, start + len(words), words, words, holder, by=Maker.RULES, **more)


def signs(a, b, *, frames=((), ()), sort="", among=()):
    drafts = {
        c.id: Draft(c.start, c.end, c.text, None, (), None, c.mode, c.polarity, c.certainty, c.figures, None, (), tuple(c.text.split()), used)
        for c, used in ((a, frames[0]), (b, frames[1]), *((c, ()) for c in among))
    }  # fmt: skip
    near = {a.id: ((b.id, 4.0), *((c.id, 2.0) for c in among)), b.id: ()}
    claims = [b, *among, a]
    return dict(
        zip(NAMES, Signs(claims, drafts, sources_of(claims), near, Meanings(claims)).of(a, b, sort), strict=True)
    )


PAID = claim("paid", "firm paid ransom on Monday")


def test_shared_words_count_and_the_rarer_the_more():
    others = [claim(f"o{n}", "ransom and rain", source="z", start=20 * n) for n in range(4)]
    common = signs(PAID, claim("b", "ransom was refused", source="b"), among=others)
    rare = signs(PAID, claim("b", "Monday was quiet", source="b"), among=others)
    assert common["shared"] == rare["shared"] == 1
    assert common["rarest"] < rare["rarest"]


def test_how_much_is_in_common_is_set_against_the_most_that_either_has_and_its_rank():
    third = claim("c", "a word", source="c")
    found = signs(PAID, claim("b", "no coin", source="b"), among=[third])
    assert (found["common"], found["share_high"], found["rank"], found["rank_back"]) == (4.0, 1.0, 1.0, 31.0)


def test_who_says_it_where():
    here = signs(PAID, claim("b", "Ruiz never paid", holder=ARTICLE, start=40))
    assert (here["same_source"], here["next"], here["own_voice"], here["names_holder"], here["unnamed"]) == (
        1,
        1,
        1,
        1,
        0,
    )
    there = signs(PAID, claim("b", "paid it was", source="b", holder="an official", chain=("Wire", "an official")))
    assert (there["same_source"], there["next"], there["unnamed"], there["relayed"]) == (0, 0, 1, 1)


def test_what_is_denied_of_the_very_thing_the_other_says():
    denied = claim("b", "we never paid it", source="b", polarity=Polarity.NEGATIVE, mode=Mode.DENIES)
    found = signs(PAID, denied)
    assert (found["polarity"], found["negated"], found["negative"], found["denies"]) == (1, 1, 1, 1)
    assert signs(PAID, claim("b", "never seen such rain", source="b"))["negated"] == 0


def test_frames_are_opposed_when_the_poles_differ_after_negation():
    use = FrameUse("PAY", True, 0, 4)
    away = FrameUse("PAY", True, 0, 4, polarity=Polarity.NEGATIVE)
    found = signs(PAID, claim("b", "nothing was paid", source="b"), frames=((use,), (away,)), sort="event")
    assert (found["frames"], found["frames_opposed"], found["event"]) == (1, 1, 1)
    assert signs(PAID, claim("b", "it paid", source="b"), frames=((use,), (use,)))["frames_opposed"] == 0


def test_figures_are_as_near_as_the_two_nearest():
    def counted(name, *values):
        figures = tuple(Figure(str(v), v, v) for v in values)
        return claim(name, f"{name} figures", source=name, figures=figures)

    assert signs(counted("x", 10, 3), counted("y", 10, 700))["figures"] == 0
    assert signs(counted("x", 10), counted("y", 20))["figures"] == 0.6931
    assert signs(counted("x", 10), claim("y", "none here", source="y"))["figures"] == -1


def test_words_that_leave_nothing_out_and_turns_are_noticed():
    found = signs(PAID, claim("b", "But every coin is always false", source="b"))
    assert (found["absolute"], found["turn"], found["false"], found["when"]) == (1, 1, 1, 1)


def test_words_that_stand_together_in_both_and_words_turned_into_their_opposites_are_noticed():
    alike = signs(PAID, claim("b", "the firm paid ransom then", source="b"))
    assert (alike["word_pairs"], alike["word_pairs_share"], alike["words"]) == (2, 0.5, 0.6)
    assert (alike["first_word"], alike["prefixed"]) == (0, 0)
    ends = signs(PAID, claim("b", "firm rain on Monday", source="b"))
    assert (ends["first_word"], ends["last_word"]) == (1, 1)
    turned = signs(claim("a", "an honest firm"), claim("b", "a dishonest crew", source="b"))
    assert (turned["prefixed"], turned["shared"]) == (1, 0)


def test_how_far_on_in_its_article_a_claim_stands():
    others = [claim(f"o{n}", "ransom and rain", start=100 * n) for n in (1, 4)]
    found = signs(PAID, claim("b", "nothing was paid", start=200), among=others)
    assert (found["early"], found["late"]) == (0, 0.6667)


def test_one_frame_of_the_same_thing_is_more_than_one_frame():
    bridge, ferry = (FrameUse("OPEN", True, 0, 4, word=word) for word in ("bridge", "ferry"))
    other = claim("b", "it was shut", source="b")
    assert signs(PAID, other, frames=((bridge,), (bridge,)))["same_theme"] == 1
    found = signs(PAID, other, frames=((bridge,), (ferry, FrameUse("PAY", True, 0, 4, word="bridge"))))
    assert (found["same_theme"], found["themes"], found["frames_most"], found["frames_least"]) == (0, 1, 2, 1)


def test_what_is_said_in_other_words_is_near_in_meaning():
    resigned = claim("resigned", "the minister resigned")
    stepped, boat = (claim(n, w, source="b") for n, w in (("stepped", "he left his office"), ("boat", "the boat sank")))
    assert signs(resigned, stepped)["meaning"] > signs(resigned, boat)["meaning"]
