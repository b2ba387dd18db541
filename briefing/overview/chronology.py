"""What happened when, as it was told: the claims that say a time."""

from collections.abc import Iterable

from msgspec import Struct

from briefing.dossier import Claim, Dossier, Period
from briefing.overview.spans import Span, span


class Event(Struct, frozen=True):
    """A claim that says when: the days it speaks of, and the ISO date of the article that reports it, if known."""

    claim: str
    when: Span
    reported: str | None


def chronology(dossier: Dossier, claims: Iterable[Claim], *, by_report: bool = False) -> list[Event]:
    """Return the claims that say a time, by event time and then report time, or the other way round.

    Claims on one point follow each other where their times are the same.
    """
    dated = [(c, when) for c in claims if (period := period_of(c)) and (when := span(period)) is not None]
    events = {
        c.id: (Event(c.id, when, dossier.sources[c.source].published), c.point or "", dossier.sources[c.source].file, n)
        for n, (c, when) in enumerate(dated)
    }

    def order(item: tuple[Event, str, str, int]) -> tuple[object, ...]:
        event, point, file, number = item
        reported = event.reported or "9999"
        when = (event.when.first, event.when.last)
        times = (reported, *when) if by_report else (*when, reported)
        return (*times, point, file, number)

    return [event for event, *_ in sorted(events.values(), key=order)]


def period_of(claim: Claim) -> Period | None:
    """Return when what is claimed happens: the time that its holder is committed to, else the one that its words have."""
    commitment = claim.commitment
    return commitment.period if commitment and commitment.period else claim.period
