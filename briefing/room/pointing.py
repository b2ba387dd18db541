"""Commands by which the analyst says what a claim is about and where its holder stands: contradictions follow from it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from briefing.case.offers import proposed_stance
from briefing.case.present import present
from briefing.dossier import Attitude
from briefing.plaintext import one_line, visible
from briefing.plurals import counted
from briefing.room.arrangement import Pane
from briefing.room.judging import held, named

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_BELIEFS = ("certain +", "probable +", "possible +", "certain -", "probable -", "possible -", "unknown")
_NOWHERE = ""


def point(room: "Room") -> None:
    """Lay the claim and its companions side by side, to put them on points."""
    from briefing.room.overlays.beside import Beside  # noqa: PLC0415 - loaded when it is first shown

    def go_on(claim: str | None) -> None:
        if claim is not None and room.desk.panes[Pane.CLAIMS].go_to(claim):
            room.keeper.read_claim(claim)
            room.keeper.show_detail()
            room.lines()

    room.lay_over(Beside(room, held(room)), go_on)


def find_point(room: "Room", claim: str) -> None:
    """Choose the point a claim is on by typing, or make one."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    now = present(room.dossier.claims, claim).point
    options = []
    for p in room.case.point_suggestions(claim):
        count = len(room.dossier.claims_on_point(p.id))
        here = "it is here now, " if p.id == now else ""
        options.append(Option(p.id, one_line(p.phrase), f"{here}{counted(count, 'claim')}"))
    if now:
        options.append(Option(_NOWHERE, "on no point"))

    def put(chosen: "Chosen | None") -> None:
        if chosen is not None and chosen.is_new:
            room.case.analyst.put_on_new_point(claim, chosen.value)
        elif chosen is not None:
            room.case.analyst.put_on_point(claim, chosen.value or None)

    hint = "type to find a point, or to make one"
    title = f"what is at issue in {named(room, claim)}"
    room.lay_over(Chooser(title, options, room.look, new="make the point", hint=hint), put)


def reword_point(room: "Room", point_id: str | None) -> None:
    """Word a point anew, if it is the analyst's own."""
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    if point_id is None or not room.case.analyst.can_reword(point_id):
        room.tell("only a point that you made can be worded anew; this claim is on none", severity="warning")
        return
    old = visible(room.dossier.points[point_id].phrase)

    def keep(phrase: str | None) -> None:
        if phrase is not None and phrase.strip() and phrase.strip() != old:
            room.case.analyst.reword_point(point_id, phrase)

    hint = "a short sentence that one can hold to be so or not so   enter keep   esc leave"
    room.lay_over(Prompt("what is at issue", old, hint), keep)


def merge_point(room: "Room", claim: str) -> None:
    """Choose the point that the claim's is the same as; all claims on it go there."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    now = present(room.dossier.claims, claim).point or _NOWHERE
    options = [
        Option(p.id, one_line(p.phrase), counted(len(room.dossier.claims_on_point(p.id)), "claim"))
        for p in room.case.point_suggestions(claim)
        if p.id != now
    ]

    def merge(chosen: "Chosen | None") -> None:
        if chosen is not None:
            with telling_difference(room) as said:
                said.append(counted(len(room.dossier.claims_on_point(now)), "claim") + " moved")
                room.case.analyst.merge_points(now, chosen.value)

    title = f"the same as: {one_line(room.dossier.points[now].phrase)}"
    room.lay_over(Chooser(title, options, room.look, hint="all claims on it go there, with their stances"), merge)


def stand(commitment: str) -> Callable[["Room"], None]:
    """Return the command that says where a claim's holder stands."""
    return lambda room: _commit(room, held(room), commitment)


def stand_as_proposed(room: "Room") -> None:
    """Let the claim's holder stand on its point as its words have it."""
    claim = held(room)
    _commit(room, claim, proposed_stance(room.dossier.claims[claim]))


@contextmanager
def telling_difference(room: "Room") -> Iterator[list[str]]:
    """Say what was done meanwhile, as far as it is put into the list, and what contradictions came and went with it."""
    before, said = _conflicts(room), list[str]()
    yield said
    now = _conflicts(room)
    new, gone = len(now - before), len(before - now)
    if new or gone:
        said.append(f"contradictions: {new} new, {gone} gone")
    if said:
        room.tell("; ".join(said))


def _commit(room: "Room", claim: str, commitment: str) -> None:
    if _is_on_a_point(room, claim):
        with telling_difference(room):
            room.case.analyst.commit(claim, commitment)


def _is_on_a_point(room: "Room", claim: str) -> bool:
    """Tell whether a claim is on a point, and say what to do if not."""
    if present(room.dossier.claims, claim).point is None:
        room.tell(f"put the claim on a point first ({room.key('point')})", severity="warning")
        return False
    return True


def _conflicts(room: "Room") -> set[str]:
    return {r.id for r in room.dossier.relations.values() if r.type.is_conflict}


def choose_stand(room: "Room") -> None:
    """Choose where a claim's holder stands from all there are."""
    claim = held(room)
    if _is_on_a_point(room, claim):
        choose_from_all(room, partial(_commit, room, claim))


def choose_from_all(room: "Room", say: Callable[[str], None]) -> None:
    """Choose a stance from all there are."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    def take(chosen: "Chosen | None") -> None:
        if chosen is not None:
            say(chosen.value)

    attitudes = [Option(str(a), f"{a} {a.polarity}") for a in Attitude]
    options = [*(Option(words, words) for words in _BELIEFS), *attitudes]
    room.lay_over(Chooser("where its holder stands on the point", options, room.look), take)
