"""Commands that find: search in a pane, filters, the one source or actor."""

from typing import TYPE_CHECKING

from briefing.dossier import QueryError
from briefing.dossier.folding import folded
from briefing.room.arrangement import Pane
from briefing.room.commands import Kind
from briefing.room.judging import held

if TYPE_CHECKING:
    from briefing.room.app import Room

_REMEMBERED = 50
"""Filters that `up` brings back."""


def search(room: "Room") -> None:
    """Look for words in the rows of the pane, going there while they are typed."""
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    pane = room.desk.panes[room.focused_pane]
    at = pane.cursor

    def look(text: str) -> str:
        pane.move(at - pane.cursor)
        if not text.strip() or find(room, text, onwards=False):
            return ""
        return "not in this pane"

    def keep(text: str | None) -> None:
        if text is None:
            pane.move(at - pane.cursor)
        elif text.strip():
            room.searched = text

    hint = f"enter stays there, and {room.key('search-again')} then goes on   esc goes back"
    room.lay_over(Prompt(f"search in {room.focused_pane}", "", hint, look), keep)


def search_again(room: "Room") -> None:
    """Go to the next row with the words that were looked for."""
    if not room.searched:
        room.tell(f"nothing was looked for yet; {room.key('search')} does", severity="warning")
    elif not find(room, room.searched, onwards=True):
        room.tell(f"“{room.searched}” is not in {room.focused_pane}", severity="warning")


def find(room: "Room", text: str, *, onwards: bool) -> bool:
    """Go to the next row of the pane with these words, from the one in hand or from the one after; returns whether there is one."""
    if room.focused_pane is Pane.READER:
        return room.desk.reader.find(text.strip(), folded, onwards=onwards)
    pane, wanted = room.desk.panes[room.focused_pane], folded(text.strip())
    items = list(pane.items)
    begin = next((n for n, i in enumerate(items) if i == pane.current), 0) + (1 if onwards else 0)
    for item in (*items[begin:], *items[:begin]):
        if wanted in folded(_words(room, item)):
            pane.move(items.index(item) - items.index(pane.current) if pane.current in items else 0)
            return True
    return False


def _words(room: "Room", item: str) -> str:
    """Return what a row can be found by."""
    d = room.dossier
    if item in d.sources:
        return " ".join((d.sources[item].name, d.sources[item].file, d.sources[item].title or ""))
    if item in d.actors:
        return " ".join((d.actors[item].name, *d.actors[item].aliases))
    if item in d.claims:
        return f"{d.claims[item].holder} {d.claims[item].text} {d.claims[item].quote}"
    if item in d.relations:
        relation = d.relations[item]
        holders = (d.claims[relation.a].holder, d.claims[relation.b].holder)
        return " ".join((d.points[relation.point].phrase, *holders, relation.explanation))
    return ""


def choose(room: "Room") -> None:
    """Narrow the case to the source or actor in hand; or, if it is that already, show all again."""
    assert room.hand is not None
    if room.hand.kind is Kind.SOURCE:
        room.narrow(room.view.with_source(held(room)))
    else:
        room.narrow(room.view.with_actor(held(room)))


def filter_case(room: "Room") -> None:
    """Narrow the case to the claims that meet conditions, said in the filter language."""
    from briefing.room.overlays.filtering import Filtering  # noqa: PLC0415 - loaded when it is first shown

    def narrow(text: str | None) -> None:
        if text is not None:
            apply(room, text)

    tags = tuple(room.look.tags)
    room.lay_over(Filtering(room.view, room.dossier, room.look, tags, room.filters_before), narrow)


def apply(room: "Room", text: str) -> None:
    """Put a filter in force, and remember it; one that cannot be read leaves the old one."""
    try:
        room.narrow(room.view.filtered(text))
    except QueryError as error:
        room.tell(f"the filter stays as it was: {error}", severity="error", timeout=10)
        return
    if text.strip():
        room.filters_before = [*(f for f in room.filters_before if f != text.strip()), text.strip()][-_REMEMBERED:]


def clear(room: "Room") -> None:
    """Take all filters off."""
    room.narrow(type(room.view)())
