"""Commands by which the analyst says who is who: an actor is another, an alias is not, a name is wrong."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.case.present import present
from briefing.dossier import ARTICLE, Dossier
from briefing.plaintext import one_line, visible
from briefing.room.arrangement import Pane
from briefing.room.judging import held
from briefing.room.pointing import telling_difference
from briefing.room.view import actors_in_order

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_MERGE, _RENAME, _SPLIT = "merge", "rename", "split "
_OUTLET = (ARTICLE, "the outlet, in its own voice")


def choose_holder(
    room: "Room", first: Sequence[tuple[str, str]], title: str, place: tuple[str, int], take: Callable[[str], None]
) -> None:
    """Choose by typing who says something: an actor, the outlet itself, or a name that is in no article.

    `place` is the source, by id, and the character in it that is in question: who speaks nearest to it is offered first.
    """
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    d = room.dossier
    voices = dict.fromkeys((*_voices_near(d, *place), ARTICLE, *actors_in_order(d)))
    named = [(f"actor {v}", one_line(d.actors[v].name)) if v in d.actors else _OUTLET for v in voices]
    options = [Option(*o) for o in (*first, *named)]

    def give(chosen: "Chosen | None") -> None:
        if chosen is None:
            return
        actor = None if chosen.is_new else room.dossier.actors.get(chosen.value.removeprefix("actor "))
        take(actor.name if actor else chosen.value)

    room.lay_over(Chooser(title, options, room.look, new="a new name:", hint="type to find a name, or a new one"), give)


def _voices_near(dossier: Dossier, source_id: str, at: int) -> list[str]:
    """Return who holds claims in an article, who speaks nearest to a character first: ids of actors, or ARTICLE."""
    claims = sorted(dossier.claims_of_source(source_id), key=lambda c: max(c.start - at, at - c.end, 0))
    voices = (ARTICLE if c.holder == ARTICLE else c.holder_id or "" for c in claims)
    return [v for v in voices if v == ARTICLE or v in dossier.actors]


def manage(room: "Room") -> None:
    """Merge the actor in hand into another, split a name off it, or give it another name."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    actor_id = held(room)
    actor = room.dossier.actors[actor_id]
    options = [Option(_MERGE, "it is the same as another actor: merge"), Option(_RENAME, "give it another name")]
    for alias in room.case.analyst.splittable(actor_id):
        by = (
            "you merged it"
            if room.case.analyst.is_merged_as(actor_id, alias)
            else "proposed by the machine or a reading"
        )
        options.append(Option(_SPLIT + alias, f"“{one_line(alias)}” is not this actor: split it off", by))

    def go_on(chosen: "Chosen | None") -> None:
        if chosen is None:
            return
        if chosen.value == _MERGE:
            _merge(room, actor_id)
        elif chosen.value == _RENAME:
            _rename(room, actor_id)
        else:
            alias = chosen.value.removeprefix(_SPLIT)
            with telling_difference(room) as said:
                room.case.analyst.split(actor_id, alias)
                said.append(f"“{one_line(alias)}” is not “{one_line(actor.name)}” any more")

    room.lay_over(Chooser(f"who is {one_line(actor.name)}?", options, room.look), go_on)


def _merge(room: "Room", actor_id: str) -> None:
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    d = room.dossier
    name = d.actors[actor_id].name
    names = {a: ", ".join(map(one_line, (d.actors[a].name, *d.actors[a].aliases))) for a in actors_in_order(d)}
    options = [Option(a, name, str(d.actors[a].type)) for a, name in names.items() if a != actor_id]

    def merge(chosen: "Chosen | None") -> None:
        if chosen is not None:
            with telling_difference(room) as said:
                room.case.analyst.merge(actor_id, chosen.value)
                said.append(f"“{one_line(name)}” is “{one_line(d.actors[chosen.value].name)}” now")
            room.desk.panes[Pane.ACTORS].go_to(chosen.value)

    title = f"{one_line(name)} is"
    room.lay_over(Chooser(title, options, room.look, hint="type to find the actor that it is"), merge)


def _rename(room: "Room", actor_id: str) -> None:
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    name = present(room.dossier.actors, actor_id).name

    def keep(typed: str | None) -> None:
        if typed is not None and typed.strip() and typed.strip() != visible(name):
            with telling_difference(room) as said:
                room.case.analyst.rename(actor_id, typed)
                said.append(f"“{one_line(name)}” is called “{one_line(typed.strip())}” now")

    hint = "the old name stays an alias   enter keep   esc leave"
    room.lay_over(Prompt("the name of the actor", visible(name), hint), keep)
