"""What an analyst types to put a claim right, as a value of the record."""

from briefing.dossier import ARTICLE, Period
from briefing.dossier.correction import Field, packed
from briefing.extraction.periods import period_in
from briefing.figures import parse_figure
from briefing.readings.periods import parse_period


def value_of(field: Field, typed: str, published: str | None) -> str:
    """Return the value of a field as it is typed; "" for no figure or no time. Raises ValueError that says what can be typed.

    `published` is the date of the article, for "yesterday" and "last May".
    """
    text = " ".join(typed.split())
    match field:
        case Field.FIGURE:
            return packed(parse_figure(text)) if text else ""
        case Field.TIME:
            return packed(_period(text, published)) if text else ""
        case Field.HOLDER if not text:
            return ARTICLE
        case _:
            return text


def _period(text: str, published: str | None) -> Period:
    try:
        return parse_period(text)
    except ValueError:
        found = period_in(text, published)
    if found is None or found.first is None:
        raise ValueError(f"\u2018{text}\u2019 is no time; write 2025, 2025-11, 2025-11-07, or 2025-11-07..2025-11-09")
    return found
