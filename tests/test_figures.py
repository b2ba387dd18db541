import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import Figure
from briefing.figures import parse_figure

EXAMPLES = [
    ("94 %", 94, 94, "percent", ""),
    ("more than 94 %", 94, None, "percent", ""),
    ("94,5 per cent of voters", 94.5, 94.5, "percent", "voters"),
    ("at least 12 people were injured", 12, None, "people", "were injured"),
    ("no fewer than twelve soldiers", 12, None, "", "soldiers"),
    ("no more than 5", None, 5, "", ""),
    ("12 or more", 12, None, "", ""),
    ("50+ people", 50, None, "people", ""),
    ("up to 3bn euros", None, 3e9, "EUR", ""),
    ("fewer than 10 000 people", None, 10_000, "people", ""),
    ("nearly 1,200 barrels", 1080, 1200, "barrels", ""),
    ("about half a million dollars", 450_000, 550_000, "USD", ""),
    ("200 or so", 180, 220, "", ""),
    ("between $2 million and $3 million", 2e6, 3e6, "USD", ""),
    ("$2 to 3 million", 2e6, 3e6, "USD", ""),
    ("10% to 12%", 10, 12, "percent", ""),
    ("5-10 days", 5, 10, "days", ""),
    ("two or three men", 2, 3, "", "men"),
    ("−5 %", -5, -5, "percent", ""),
    ("two hundred and fifty thousand", 250_000, 250_000, "", ""),
    ("between two and three men", 2, 3, "", "men"),
    ("twenty and three", 20, 20, "", "and three"),
    ("between twenty-two and a hundred and five", 22, 105, "", ""),
    ("six hundred seventy-seven thousand and twelve", 677_012, 677_012, "", ""),
    ("between one hundred and two hundred", 100, 200, "", ""),
    ("between a thousand and two thousand", 1000, 2000, "", ""),
    ("two to three million", 2e6, 3e6, "", ""),
    ("nine hundred to two thousand", 900, 2000, "", ""),
    ("three dozen or so", 32.4, 39.6, "", ""),
    ("twenty-five", 25, 25, "", ""),
    ("one million two hundred thousand", 1_200_000, 1_200_000, "", ""),
    ("a three-week truce", 3, 3, "weeks", "truce"),
    ("two-thirds of the seats", 200 / 3, 200 / 3, "percent", "seats"),
    ("nine out of ten", 90, 90, "percent", ""),
    ("12 in 2024", 12, 12, "", "in 2024"),
    ("tens of thousands of people", 20_000, None, "people", ""),
    ("a few hundred sacks", 200, None, "", "sacks"),
    ("six and a half million tonnes", 6_500_000, 6_500_000, "tonnes", ""),
    ("six seconds at the very most", None, 6, "seconds", ""),
    ("dozens", 24, None, "", ""),
    ("nobody", 0, 0, "", ""),
    ("no injured", 0, 0, "", "injured"),
    ("1,234,567.8", 1_234_567.8, 1_234_567.8, "", ""),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "measure"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_quantity_is_read_as_its_interval(text, low, high, unit, measure):
    figure = parse_figure(text)
    assert (figure.low, figure.high) == (
        None if low is None else pytest.approx(low),
        None if high is None else pytest.approx(high),
    )
    assert (figure.text, figure.unit, figure.measure) == (text, unit, measure)


@pytest.mark.parametrize("text", ["", "a", "an agreement", "many", "%", "to", "9" * 400])
def test_text_without_a_quantity_is_refused(text):
    with pytest.raises(ValueError, match="no quantity"):
        parse_figure(text)


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number: int) -> str:
    """Write a whole number below a billion in words."""
    if number < 20:
        return SMALL.split()[number]
    if number < 100:
        return TENS.split()[number // 10 - 2] + (f"-{spelt(number % 10)}" if number % 10 else "")
    scale, word = next((s, w) for s, w in ((10**6, "million"), (1000, "thousand"), (100, "hundred")) if number >= s)
    rest = number % scale
    joint = " and " if rest < 100 else " "
    return f"{spelt(number // scale)} {word}" + (f"{joint}{spelt(rest)}" if rest else "")


NUMBERS = st.integers(0, 10**9) | st.decimals(0, 10**6, places=2)


@given(NUMBERS, st.sampled_from(["", " ", "\u00a0"]))
def test_numbers_are_read_however_they_are_grouped(number, group):
    written = f"{number:,}".replace(",", group) if group else f"{number:,}"
    assert parse_figure(f"{written} people").low == float(number)


@given(st.integers(0, 10**9 - 1))
def test_numbers_in_words_are_the_numbers(number):
    figure = parse_figure(f"{spelt(number)} soldiers")
    assert (figure.low, figure.high, figure.measure) == (number, number, "soldiers")


@given(NUMBERS, NUMBERS)
def test_a_range_has_its_smaller_end_first(one, other):
    figure = parse_figure(f"between {one} and {other} tonnes")
    assert (figure.low, figure.high, figure.unit) == (*sorted([float(one), float(other)]), "tonnes")


@given(NUMBERS.filter(bool))
def test_bounds_open_the_interval_on_their_side(number):
    value = float(number)
    assert (parse_figure(f"at least {number}").low, parse_figure(f"at least {number}").high) == (value, None)
    assert (parse_figure(f"up to {number}").low, parse_figure(f"up to {number}").high) == (None, value)
    about, nearly = parse_figure(f"about {number}"), parse_figure(f"nearly {number}")
    assert about.low < value < about.high
    assert nearly.low < value == nearly.high


PIECES = st.sampled_from(
    [
        "at",
        "least",
        "more",
        "than",
        "up",
        "to",
        "nearly",
        "about",
        "between",
        "and",
        "to",
        "-",
        "–",
        "or",
        "so",
        "in",
        "out",
        "of",
        "a",
        "an",
        "half",
        "third",
        "two",
        "twenty",
        "five",
        "dozen",
        "hundred",
        "million",
        "bn",
        "12",
        "1,200",
        "3.5",
        "94",
        "%",
        "$",
        "€",
        "people",
        "days",
        "+",
        "no",
        "none",
        "several",
        "few",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_any_text_is_read_as_an_interval_or_refused(text):
    try:
        figure = parse_figure(text)
    except ValueError:
        return
    assert figure.text == text
    assert figure.low is not None or figure.high is not None
    assert figure.low is None or figure.high is None or figure.low <= figure.high


def test_figures_exclude_each_other_unless_they_meet_or_one_is_the_other_rounded():
    def of(low, high=None):
        return Figure(str(low), low, high or low)

    for one, two in (
        (of(1.38), of(1.4)),
        (of(1912), of(1900)),
        (of(-1.38), of(-1.4)),
        (of(2, 4), of(3)),
        (of(3), Figure("3", 3)),
    ):
        assert not one.excludes(two)
        assert not two.excludes(one)
    for one, two in ((of(1.38), of(1.3)), (of(94), of(90)), (of(3), of(4)), (of(0), of(1)), (of(1.38), of(1.4, 1.5))):
        assert one.excludes(two)
        assert two.excludes(one)
