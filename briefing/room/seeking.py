"""Commands that find and hand on: search, filter, copy, export; and help."""

from typing import TYPE_CHECKING

from rich.text import Text

from briefing import keymap
from briefing.dossier import QueryError
from briefing.dossier.query import FIELDS, folded
from briefing.errors import InputError
from briefing.room.arrangement import Pane
from briefing.room.commands import refusal, shown
from briefing.room.look import holder_of

if TYPE_CHECKING:
    from briefing.room.app import Room

_FILTER_HINT = "words, or " + " ".join(f"{name}:" for name in FIELDS) + '   -not   "two words"'


def search(room: "Room") -> None:
    """Look for words in the rows of the pane."""
    from briefing.room.overlays import Prompt  # noqa: PLC0415 - the input is loaded when it is first shown

    def find(text: str | None) -> None:
        if text:
            room.searched = text
            search_again(room)

    room.push_screen(Prompt(f"search in {room.focused_pane}", room.searched, "enter finds the next row"), find)


def search_again(room: "Room") -> None:
    """Go to the next row with the words that were looked for."""
    pane = room.pane(room.focused_pane)
    rows, at = _rows(room), pane.current
    if not room.searched:
        room.tell("nothing was looked for yet; / does", severity="warning")
        return
    start = next((n for n, (item, _) in enumerate(rows) if item == at), -1)
    for item, text in (*rows[start + 1 :], *rows[: start + 1]):
        if folded(room.searched) in folded(text):
            if room.focused_pane is Pane.READER:
                room.show_in_reader(item)
            else:
                pane.go_to(item)
            return
    room.tell(f"“{room.searched}” is not in {room.focused_pane}", severity="warning")


def _rows(room: "Room") -> list[tuple[str, str]]:
    d, items = room.dossier, room.pane(room.focused_pane).items
    match room.focused_pane:
        case Pane.SOURCES:
            return [(i, " ".join((d.sources[i].name, d.sources[i].file, d.sources[i].title or ""))) for i in items]
        case Pane.ACTORS:
            return [(i, " ".join((d.actors[i].name, *d.actors[i].aliases))) for i in items]
        case Pane.CLAIMS:
            return [(i, f"{d.claims[i].holder} {d.claims[i].text} {d.claims[i].quote}") for i in items]
        case Pane.CONTRADICTIONS:
            return [(i, f"{d.points[d.relations[i].point].phrase} {d.relations[i].explanation}") for i in items]
        case _:
            source = room.reader.source
            claims = d.claims_of_source(source.id) if source else []
            return [(c.id, c.quote) for c in claims if c.covered is None]


def filter_case(room: "Room") -> None:
    """Narrow the case to the claims that meet conditions."""
    from briefing.room.overlays import Prompt  # noqa: PLC0415 - the input is loaded when it is first shown

    def check(text: str) -> str:
        try:
            return f"{len(room.view.filtered(text).claims(room.dossier))} claims"
        except QueryError as error:
            return f"{' ' * error.at}^ {error}"

    def narrow(text: str | None) -> None:
        if text is None:
            return
        try:
            room.view = room.view.filtered(text)
        except QueryError as error:
            room.tell(f"{text[error.at :] or text}: {error}", severity="error", timeout=10)
            return
        room.fill_view()

    room.push_screen(Prompt("filter", room.view.text, _FILTER_HINT, check), narrow)


def clear(room: "Room") -> None:
    """Take all filters off."""
    room.view = type(room.view)()
    room.fill_view()


def copy(room: "Room") -> None:
    """Copy the citation of the claim in hand, or of both sides of a contradiction."""
    row = room.pane(room.focused_pane).current
    if row is None:
        return
    relation = room.dossier.relations.get(row)
    sides = (relation.a, relation.b) if relation else (row,)
    room.copy_to_clipboard("\n".join(citation(room, claim) for claim in sides))
    room.tell("handed to the terminal's clipboard; some terminals refuse it (OSC 52)")


def citation(room: "Room", claim_id: str) -> str:
    """Return a claim's words with their holder, outlet, date and place."""
    claim = room.dossier.claims[claim_id]
    source = room.dossier.sources[claim.source]
    said = f"“{claim.quote}” — {holder_of(room.dossier, claim)}, {source.name}"
    return f"{said}, {source.published or 'no date'} [{source.file}:{claim.start}-{claim.end}]"


def export(room: "Room") -> None:
    """Write the brief beside the case's record, and say where."""
    try:
        path = room.case.export()
    except InputError as error:
        room.tell(str(error), severity="error", timeout=20)
        return
    room.tell(f"the brief is in {path}", timeout=15)


def theme(room: "Room") -> None:
    """Change between dark and light."""
    room.switch_theme()


def explain(room: "Room") -> None:
    """Show every key and what it does, those of this pane first."""
    from briefing.room.overlays import Help  # noqa: PLC0415 - loaded when it is first shown

    room.push_screen(Help(help_lines(room)))


def help_lines(room: "Room") -> list[Text]:
    """Return the page of help: all commands by group, those that do nothing in this pane pale."""
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands

    p, lines, group = room.look.palette, [Text(f"Keys in {room.focused_pane}", style="bold")], ""
    for command in keymap.COMMANDS:
        if command.group != group:
            group = command.group
            lines += [Text(), Text(group, style=f"bold {p.accent}")]
        why_not = refusal(DEEDS[command.id], room.focused_pane)
        keys = " ".join(map(shown, room.keys[command.id])) or "(ctrl+p)"
        line = Text(f"  {keys:<16}", style=p.pale if why_not else f"bold {p.accent}")
        lines.append(
            line.append(command.words, style=p.pale if why_not else p.ink).append(f"  {why_not}", style=p.pale)
        )
    lines += [Text(), Text("tags, after the key for tag", style=f"bold {p.accent}")]
    for tag in room.look.tags.values():
        lines.append(
            Text(f"  {tag.key:<16}").append_text(room.look.tag(tag.name)).append(f" {tag.name}: {tag.meaning}")
        )
    return [*lines, Text(), Text("j k scroll   esc back", style=p.pale)]


def palette(room: "Room") -> None:
    """Choose any command by typing."""
    from briefing.room.overlays import Chooser, Option  # noqa: PLC0415 - the input is loaded when it is first shown

    options = [
        Option(c.id, c.words, " ".join(map(shown, room.keys[c.id]))) for c in keymap.COMMANDS if c.id != "palette"
    ]

    def run(chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            room.carry_out(chosen[1])

    room.push_screen(Chooser("every command", options, room.look), run)
