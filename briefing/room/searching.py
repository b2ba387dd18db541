"""Commands that look for words in a pane, onwards and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.dossier.folding import folded
from briefing.room.arrangement import Pane

if TYPE_CHECKING:
    from briefing.room.app import Room


def search(room: "Room") -> None:
    """Look for words in the rows of the pane, going there while they are typed."""
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    pane = room.desk.panes[room.focused_pane]
    at = pane.cursor

    def look(text: str) -> str:
        pane.keep_above(prompt.top)
        pane.move(at - pane.cursor)
        pane.mark(text)
        if not text.strip():
            return ""
        found = hits(room, text)
        if not found:
            return "not in this pane"
        row = next((n for n in found if n >= pane.cursor), found[0])
        pane.move(row - pane.cursor)
        return f"{found.index(row) + 1} of {len(found)}"

    def keep(text: str | None) -> None:
        pane.keep_above(None)
        if text is None:
            pane.move(at - pane.cursor)
            pane.mark("")
        elif text.strip():
            room.searched = text

    onwards, back = room.key("search-again"), room.key("search-back")
    hint = f"enter stays there; then {onwards} goes on and {back} back   esc goes back"
    prompt = Prompt(f"search in {room.focused_pane}", "", hint, look)
    room.lay_over(prompt, keep)


def again(step: int) -> Callable[["Room"], None]:
    """Return the command that goes to the next row with the words that were looked for, or to the one before."""

    def go(room: "Room") -> None:
        pane, words = room.desk.panes[room.focused_pane], room.searched
        if not words:
            room.tell(f"nothing was looked for yet; {room.key('search')} does", severity="warning")
            return
        pane.mark(words)
        found = hits(room, words)
        if not found:
            room.tell(f"“{words}” is not in {room.focused_pane}", severity="warning")
            return
        ahead = [n for n in found if (n > pane.cursor if step > 0 else n < pane.cursor)]
        row = (ahead or found)[0 if step > 0 else -1]
        pane.move(row - pane.cursor)
        wrapped = "" if ahead else f"; on from the {'top' if step > 0 else 'end'}"
        room.tell(f"“{words}”: {found.index(row) + 1} of {len(found)}{wrapped}", timeout=3)

    return go


def hits(room: "Room", text: str) -> list[int]:
    """Return the numbers of the rows of the pane in focus that have the words, whatever their case and accents."""
    wanted = folded(text.strip())
    pane = room.desk.panes[room.focused_pane]
    if room.focused_pane is Pane.READER:
        return [n for n, line in enumerate(room.desk.reader.texts) if wanted in folded(line)]
    if room.focused_pane is Pane.CLAIMS:
        claims = room.dossier.claims
        found = {c.id for c in room.dossier.with_words(wanted, (claims[i] for i in pane.rows if i in claims))}
        return [n for n, item in enumerate(pane.rows) if item in found]
    if room.focused_pane is Pane.DETAIL:
        return [n for n, line in enumerate(room.desk.detail.texts) if wanted in folded(line)]
    return [n for n, item in enumerate(pane.rows) if wanted in folded(_words(room, item))]


def _words(room: "Room", item: str) -> str:
    """Return what a row can be found by."""
    d = room.dossier
    if item in d.sources:
        return " ".join((d.sources[item].name, d.sources[item].file, d.sources[item].title or ""))
    if item in d.actors:
        return " ".join((d.actors[item].name, *d.actors[item].aliases))
    if item in d.relations:
        relation = d.relations[item]
        holders = (d.claims[relation.a].holder, d.claims[relation.b].holder)
        return " ".join((d.points[relation.point].phrase, *holders, relation.explanation))
    return ""
