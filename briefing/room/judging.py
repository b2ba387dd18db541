"""Commands by which the analyst judges: tags, notes, points, stances, verdicts, grades; and undo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier import Act, Attitude, Verdict
from briefing.plaintext import one_line
from briefing.room.arrangement import Pane

if TYPE_CHECKING:
    from briefing.room.app import Choice, Room

_VERDICTS = {"r": Verdict.REAL, "s": Verdict.SUPERSEDED, "d": Verdict.SCOPE, "f": Verdict.FALSE}
_BELIEFS = ("certain +", "probable +", "possible +", "certain -", "probable -", "possible -", "unknown")


def _claim(room: "Room") -> str | None:
    return room.pane(room.focused_pane).current


def tag(room: "Room") -> None:
    """Ask for a tag's key, then give or take the tag and move on."""
    claim = _claim(room)
    if claim is not None:
        choices: dict[str, Choice] = {
            t.key: (t.name, partial(_toggle, room, claim, t.name)) for t in room.look.tags.values()
        }
        room.ask("tag", choices)


def _toggle(room: "Room", claim: str, name: str) -> None:
    room.case.toggle_tag(claim, name)
    room.last_tag = name
    room.pane(room.focused_pane).move(1)


def repeat_tag(room: "Room") -> None:
    """Give or take the tag that was used last."""
    claim = _claim(room)
    if room.last_tag is None:
        room.tell("no tag was used yet; t gives one", severity="warning")
    elif claim is not None:
        _toggle(room, claim, room.last_tag)


def note(room: "Room") -> None:
    """Open a small editor on the note of the row in hand."""
    from briefing.room.overlays import NoteEditor  # noqa: PLC0415 - the text area is loaded when it is first shown

    target = _claim(room)
    if target is None:
        return
    old = room.dossier.record.get(Act.NOTE, target) or ""

    def keep(text: str | None) -> None:
        if text is not None and text.strip() != old:
            room.case.note(target, text)

    room.push_screen(NoteEditor(f"note on {_named(room, target)}", old), keep)


def _named(room: "Room", target: str) -> str:
    d = room.dossier
    if target in d.claims:
        return room.look.cut(f"“{d.claims[target].quote}”", 60)
    if target in d.relations:
        return room.look.cut(d.points[d.relations[target].point].phrase, 60)
    return room.look.cut(d.sources[target].name if target in d.sources else d.actors[target].name, 60)


def verdict(room: "Room") -> None:
    """Ask for a verdict's key, then judge the contradiction and move on."""
    relation = _claim(room)
    if relation is None:
        return
    choices: dict[str, Choice] = {key: (str(v), partial(_judge, room, relation, v)) for key, v in _VERDICTS.items()}
    room.ask("verdict", choices | {"-": ("none", partial(_judge, room, relation, None))})


def _judge(room: "Room", relation: str, said: Verdict | None) -> None:
    room.case.verdict(relation, said)
    room.pane(Pane.CONTRADICTIONS).move(1)


def dismiss(room: "Room") -> None:
    """Dismiss a claim, asking why; or bring a dismissed one back."""
    from briefing.room.overlays import Prompt  # noqa: PLC0415 - the input is loaded when it is first shown

    claim = _claim(room)
    if claim is None:
        return
    if room.dossier.is_dismissed(claim):
        room.case.bring_back(claim)
        return

    def take_out(reason: str | None) -> None:
        if reason is not None:
            room.case.dismiss(claim, reason.strip())
            room.tell("dismissed; u brings it back, and so does x on it with the filter is:dismissed")

    room.push_screen(
        Prompt("dismiss: why?", hint="enter dismisses (a reason is not required)   esc leaves it"), take_out
    )


def point(room: "Room") -> None:
    """Choose the point a claim is on, or make one."""
    from briefing.room.overlays import Chooser, Option  # noqa: PLC0415 - the input is loaded when it is first shown

    claim = _claim(room)
    if claim is None:
        return
    counts = {p: len(room.dossier.claims_on_point(p)) for p in room.dossier.points}
    options = [Option(p.id, one_line(p.phrase), f"{counts[p.id]} claims") for p in room.case.point_suggestions(claim)]
    if room.dossier.claims[claim].point:
        options.append(Option("", "on no point"))

    def put(chosen: tuple[str, str] | None) -> None:
        if chosen is None:
            return
        kind, what = chosen
        if kind == "new":
            room.case.put_on_new_point(claim, what)
        else:
            room.case.put_on_point(claim, what or None)
        if room.dossier.claims[claim].point and room.dossier.claims[claim].commitment is None:
            room.tell("now say where its holder stands: + so   - not so   s otherwise")

    title = f"the point of {room.look.cut(room.dossier.claims[claim].text, 60)}"
    room.push_screen(Chooser(title, options, room.look, new="ctrl+n makes a new point of what you type"), put)


def stand(commitment: str) -> Callable[["Room"], None]:
    """Return the command that says where a claim's holder stands."""

    def say(room: "Room") -> None:
        claim = _claim(room)
        if claim is None:
            return
        if room.dossier.claims[claim].point is None:
            room.tell("put the claim on a point first (p)", severity="warning")
            return
        before = {r.id for r in room.dossier.conflicts()}
        room.case.commit(claim, commitment)
        _tell_difference(room, before)

    return say


def _tell_difference(room: "Room", before: set[str]) -> None:
    now = {r.id for r in room.dossier.conflicts()}
    new, gone = len(now - before), len(before - now)
    if new or gone:
        room.tell(f"contradictions: {new} new, {gone} gone")


def choose_stand(room: "Room") -> None:
    """Choose where a claim's holder stands from all there are."""
    from briefing.room.overlays import Chooser, Option  # noqa: PLC0415 - the input is loaded when it is first shown

    claim = _claim(room)
    if claim is None:
        return
    options = [Option(words, words) for words in (*_BELIEFS, *Attitude)]

    def say(chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            stand(chosen[1])(room)

    room.push_screen(Chooser("where its holder stands on the point", options, room.look), say)


def reliability(room: "Room") -> None:
    """Ask for a grade, then give it to the source."""
    source = room.reader.source.id if room.focused_pane is Pane.READER and room.reader.source else _claim(room)
    if source is None:
        return
    words = ("reliable", "usually", "fairly", "not usually", "unreliable", "cannot be judged")
    choices: dict[str, Choice] = {
        g.lower(): (w, partial(room.case.grade, source, g)) for g, w in zip("ABCDEF", words, strict=True)
    }
    room.ask(
        "grade",
        choices | {g.upper(): c for g, c in choices.items()} | {"-": ("none", partial(room.case.grade, source, None))},
    )


def undo(room: "Room") -> None:
    """Take back the last step and say what it was."""
    room.tell(f"undone: {said}" if (said := room.case.undo()) else "nothing to undo")


def redo(room: "Room") -> None:
    """Do again what was taken back and say what it was."""
    room.tell(f"done again: {said}" if (said := room.case.redo()) else "nothing to do again")
