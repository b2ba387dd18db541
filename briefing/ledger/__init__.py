"""What the analyst did: events in SQLite, on disk before anybody is told, never changed, taken back only by further events."""

from briefing.ledger.adding import added
from briefing.ledger.anchors import anchor, find
from briefing.ledger.conflicts import Agreement, Conflict, agreement, conflicts
from briefing.ledger.events import Deed
from briefing.ledger.ledger import Ledger
from briefing.ledger.refusals import LedgerError
from briefing.ledger.settling import settle

__all__ = [
    "Agreement",
    "Conflict",
    "Deed",
    "Ledger",
    "LedgerError",
    "added",
    "agreement",
    "anchor",
    "conflicts",
    "find",
    "settle",
]
