import random

from briefing.dossier import ARTICLE, Certainty, Claim, Figure, Maker, Mode, Passage, Polarity, Source
from briefing.extraction.companions import companions, neighbours
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.meanings import Meanings


class Case:
    """Sources of claims given by their words; all filler words differ."""

    def __init__(self):
        self.claims, self.drafts, self.passages = [], {}, {}

    def say(self, name, words, *, source="a", holder=ARTICLE, actors=(), frames=(), unit="", paragraph=0):
        start = 1000 * paragraph + len(self.claims)
        passage = Passage(1000 * paragraph, 1000 * paragraph + 999)
        self.passages.setdefault(source, {})[passage.start] = passage
        figures = (Figure("3", 3, 3, unit),) if unit else ()
        common = (Mode.ASSERTS, Polarity.POSITIVE, Certainty.CERTAIN, figures, None)
        uses = tuple(FrameUse(frame, True, start, start + 1) for frame in frames)
        self.drafts[name] = Draft(start, start + 1, words, None, (), None, *common, (), tuple(words.split()), uses)
        self.claims.append(
            Claim(name, source, start, start + 1, words, words, holder, figures=figures, actors=actors, by=Maker.RULES)
        )

    def fill(self, number=20, source="z"):
        for n in range(number):
            self.say(f"{source}{n}", f"filler{source}{n} other{source}{n}", source=source, paragraph=n)

    def near(self):
        sources = {
            s: Source(s, f"{s}.txt", "0" * 64, "", tuple(sorted(p.values(), key=lambda p: p.start)))
            for s, p in self.passages.items()
        }
        claims = sorted(self.claims, key=lambda c: (c.source, c.start))
        return companions(neighbours(claims, self.drafts, sources, Meanings(claims)))


def test_claims_with_rare_words_in_common_find_each_other():
    case = Case()
    case.say("one", "dam crack inspector")
    case.say("two", "dam crack minister", source="b")
    case.fill()
    assert case.near()["one"] == ("two",)
    assert case.near()["two"] == ("one",)


def test_words_of_one_family_find_each_other():
    case = Case()
    case.say("one", "minister resign")
    case.say("two", "resignation letter", source="b")
    case.fill()
    assert case.near()["one"] == ("two",)


def test_a_short_answer_is_found_by_what_stands_before_it():
    case = Case()
    case.say("asked", "bribe tanker captain", holder="Host")
    case.say("never", "", holder="Ruiz")
    case.say("accused", "bribe tanker captain", source="b", holder="Police")
    case.fill()
    assert case.near()["never"][0] == "accused"


def test_what_stands_in_the_same_paragraph_tells_more_than_what_stands_in_the_next():
    case = Case()
    case.say("beside", "bribe tanker")
    case.say("short", "", holder="Ruiz")
    case.say("after", "harvest barley", paragraph=1)
    case.say("on-bribe", "bribe tanker", source="b", holder="Police")
    case.say("on-harvest", "harvest barley", source="c", holder="Police")
    case.fill()
    near = case.near()["short"]
    assert near.index("on-bribe") < near.index("on-harvest")


def test_the_other_side_stands_before_what_the_same_holder_or_article_says_again():
    case = Case()
    case.say("claim", "vaccine trial", holder="Ruiz")
    case.say("again", "vaccine trial", source="b", holder="Ruiz")
    case.say("here", "vaccine trial", paragraph=9, holder="Okafor")
    case.say("against", "vaccine trial", source="c", holder="Okafor")
    case.fill()
    assert case.near()["claim"][0] == "against"


def test_a_frame_an_actor_or_a_unit_in_common_is_enough():
    for known in ({"frames": ("RESIGN",)}, {"actors": ("ruiz",)}, {"unit": "people"}):
        case = Case()
        case.say("one", "first", **known)
        case.say("two", "second", source="b", **known)
        case.fill()
        assert case.near()["one"] == ("two",), known


def test_at_most_ten_and_never_the_claim_itself():
    case = Case()
    for n in range(15):
        case.say(f"c{n}", f"strike port detail{n}", source=f"s{n}")
    case.fill(60)
    near = case.near()
    assert all(len(near[f"c{n}"]) == 10 and f"c{n}" not in near[f"c{n}"] for n in range(15))


def test_what_is_in_every_claim_says_nothing():
    case = Case()
    for n in range(40):
        case.say(f"c{n}", "Selmburg", source=f"s{n}")
    assert set(case.near().values()) == {()}


def test_the_order_does_not_hang_on_the_order_of_words_or_actors():
    def near(seed):
        mix, case = random.Random(seed), Case()
        for n in range(30):
            words = [f"w{n % 7}", f"v{n % 5}", f"u{n % 4}"]
            mix.shuffle(words)
            case.say(f"c{n}", " ".join(words), source=f"s{n % 6}", paragraph=n)
        return case.near()

    assert near(1) == near(2)


def test_no_claims_no_companions():
    assert companions(neighbours((), {}, {}, Meanings(()))) == {}
