import pytest

from briefing.dossier import Period
from briefing.extraction.periods import period_in

WEDNESDAY = "2026-03-04"


@pytest.mark.parametrize(
    ("text", "first", "last", "inferred"),
    [
        ("on 7 November 2025", "2025-11-07", "2025-11-07", False),
        ("on November 7, 2025,", "2025-11-07", "2025-11-07", False),
        ("in December 2025", "2025-12-01", "2025-12-31", False),
        ("since 2018", "2018-01-01", None, False),
        ("since Monday", "2026-03-02", None, True),
        ("from 20 November to 12 January", "2025-11-20", "2026-01-12", True),
        ("between 3 May 2024 and 4 June 2025", "2024-05-03", "2025-06-04", False),
        ("on 3 February and on 9 February", "2026-02-03", "2026-02-03", True),
        ("yesterday", "2026-03-03", "2026-03-03", True),
        ("on Monday", "2026-03-02", "2026-03-02", True),
        ("on Wednesday", "2026-03-04", "2026-03-04", True),
        ("last Wednesday", "2026-02-25", "2026-02-25", True),
        ("next Wednesday", "2026-03-11", "2026-03-11", True),
        ("on Sunday 1 February", "2026-02-01", "2026-02-01", True),
        ("in the blaze of January 12", "2026-01-12", "2026-01-12", True),
        ("from 10 to 30 January", "2026-01-10", "2026-01-30", True),
        ("between January 10 and 12", "2026-01-10", "2026-01-12", True),
        ("more than three days ago", "2026-03-01", "2026-03-01", True),
        ("no later than on Sunday 1 February", "2026-02-01", "2026-02-01", True),
        ("over the weekend", "2026-02-28", "2026-03-01", True),
    ],
)
def test_a_time_is_read_from_the_words_and_the_articles_date(text, first, last, inferred):
    period = period_in(f"It rained {text}.", WEDNESDAY)
    assert (period.first, period.last, period.inferred) == (first, last, inferred)


def test_a_relative_time_without_a_date_to_count_from_keeps_its_words_only():
    assert period_in("It rained yesterday.", None) == Period("yesterday")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "It rained for 2025 hours.",
        "Bread is dearer than it was in May.",
        "Four states vote on Super Tuesday.",
    ],
)
def test_what_names_no_time_has_none(text):
    assert period_in(text, WEDNESDAY) is None
