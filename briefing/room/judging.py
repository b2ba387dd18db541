"""Commands by which the analyst judges: tags, notes, verdicts, dismissals; and undo."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.case.present import gone
from briefing.dossier import Act, Verdict
from briefing.plaintext import quoted, visible
from briefing.room.keeping import is_there
from briefing.room.moving import advance

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.questions import Choice

_VERDICTS = {"r": Verdict.REAL, "s": Verdict.SUPERSEDED, "d": Verdict.SCOPE, "f": Verdict.FALSE}


def held(room: "Room") -> str:
    """Return the id of what is in hand; the registry lets no command run without that it needs."""
    assert room.hand is not None
    return room.hand.id


def tag(room: "Room") -> None:
    """Ask for a tag's key, then give or take the tag and move on."""
    claim = held(room)
    tags = room.look.tags.values()
    choices: dict[str, Choice] = {t.key: (t.name, partial(_toggle, room, claim, t.name)) for t in tags}
    room.questions.ask("tag with", choices)


def _toggle(room: "Room", claim: str, name: str) -> None:
    room.case.analyst.toggle_tag(claim, name)
    room.last_tag = name
    advance(room)


def repeat_tag(room: "Room") -> None:
    """Give or take the tag that was used last."""
    if room.last_tag is None:
        room.tell(f"no tag was used yet; {room.key('tag')} gives one", severity="warning")
    else:
        _toggle(room, held(room), room.last_tag)


def note(room: "Room") -> None:
    """Open a small editor on the note of what is in hand."""
    from briefing.room.overlays.editor import NoteEditor  # noqa: PLC0415 - loaded when it is first shown

    about, target = room.hand, held(room)
    exact = room.dossier.record.get(Act.NOTE, target) or ""
    title, old = f"note on {named(room, target)}", visible(exact)

    def edit(begun: str) -> None:
        room.lay_over(NoteEditor(title, old, begun, exact), keep)

    def keep(text: str | None) -> None:
        if text is None or text in {old, exact}:
            return
        if not room.attempt(partial(write, text)):
            edit(visible(text))

    def write(text: str) -> None:
        if about is None or not is_there(room.dossier, about):
            raise gone()
        room.case.analyst.note(target, text)

    edit(old)


def named(room: "Room", target: str) -> str:
    """Return something short and safe to know a thing by."""
    d = room.dossier
    if target in d.claims:
        return room.look.cut(quoted(d.claims[target].quote), 60)
    if target in d.relations:
        return room.look.cut(d.points[d.relations[target].point].phrase, 60)
    return room.look.cut(d.sources[target].name if target in d.sources else d.actors[target].name, 60)


def verdict(room: "Room") -> None:
    """Ask for a verdict's key, then judge the contradiction and move on."""
    relation = held(room)
    choices: dict[str, Choice] = {key: (str(v), partial(_judge, room, relation, v)) for key, v in _VERDICTS.items()}
    room.questions.ask("verdict", choices | {"-": ("none", partial(_judge, room, relation, None))})


def _judge(room: "Room", relation: str, said: Verdict | None) -> None:
    room.case.analyst.verdict(relation, said)
    advance(room)


def dismiss(room: "Room") -> None:
    """Dismiss a claim, asking why; or bring a dismissed one back."""
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    claim = held(room)
    if room.dossier.is_dismissed(claim):
        room.case.analyst.bring_back(claim)
        return

    def take_out(reason: str | None) -> None:
        if reason is not None:
            room.case.analyst.dismiss(claim, reason.strip())
            advance(room)
            again = f"{room.key('dismiss')} on it with the filter is:dismissed"
            room.tell(f"dismissed; {room.key('undo')} brings it back, and so does {again}")

    title = f"dismiss {named(room, claim)}: why?"
    room.lay_over(Prompt(title, hint="enter dismisses it, with or without a reason   esc leaves it"), take_out)


def undo(room: "Room") -> None:
    """Take back the last step and say what it was."""
    said = room.case.undo()
    room.tell(f"undone: {said}" if said else "there is nothing to undo")


def redo(room: "Room") -> None:
    """Do again what was taken back and say what it was."""
    said = room.case.redo()
    room.tell(f"done again: {said}" if said else "there is nothing to do again")
