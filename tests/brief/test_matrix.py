import pytest

from briefing.brief.matrix import diagnosticity, inconsistencies
from briefing.dossier import Rating

C, INC, N, NA = Rating.CONSISTENT, Rating.INCONSISTENT, Rating.NEUTRAL, Rating.NOT_APPLICABLE


@pytest.mark.parametrize(("ratings", "count"), [([], 0), ([C, N, NA, None], 0), ([INC], 1), ([INC, C, INC], 2)])
def test_only_what_is_inconsistent_counts(ratings, count):
    assert inconsistencies(ratings) == count


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ([C, INC], "tells apart"),
        ([C, C], "tells nothing apart"),
        ([INC, INC, NA], "tells nothing apart"),
        ([C, NA, N], "tells apart"),
        ([C, None], "not rated throughout"),
        ([C], "not rated throughout"),
        ([], "not rated throughout"),
        ([NA, NA], "tells nothing apart"),
    ],
)
def test_what_fits_every_hypothesis_tells_none_apart(ratings, said):
    assert diagnosticity(ratings) == said
