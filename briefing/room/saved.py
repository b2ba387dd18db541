"""The command that lists saved filters: apply one, save the one in force, delete one."""

from typing import TYPE_CHECKING

from briefing.case import record_folder
from briefing.case.filters import SavedFilters
from briefing.plaintext import one_line, visible
from briefing.room.finding import apply

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_SETTING = "setting:"
"""What the id of a filter from `config.yaml` begins with."""


def saved_filters(room: "Room") -> None:
    """Choose a saved filter; or type a name, and the filter in force is saved under it."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    store = SavedFilters(record_folder(room.case.folder))
    own, given = store.all(), room.case.config.filters
    options = [Option(name, f"{name} · {one_line(text)}", "delete takes it out") for name, text in own.items()]
    options += [
        Option(f"{_SETTING}{name}", f"{name} · {one_line(text)}", "config.yaml") for name, text in given.items()
    ]

    def take(chosen: "Chosen | None") -> None:
        if chosen is None:
            return
        if chosen.is_new:
            store.save(chosen.value, room.view.text)
            room.tell(f"saved as “{chosen.value}”; {room.key('saved-filters')} has it")
        elif chosen.deleted:
            store.delete(chosen.value)
            room.tell(f"“{chosen.value}” is deleted; it was: {own[chosen.value]}", timeout=15)
        else:
            setting = chosen.value.startswith(_SETTING)
            apply(room, given[chosen.value.removeprefix(_SETTING)] if setting else own[chosen.value])

    new = f"save {visible(room.view.text)} as" if room.view.text else ""
    if new:
        hint = "type to find, or a name to save the filter in force"
    elif options:
        hint = "type to find; what is in force can be saved here"
    else:
        again = room.key("saved-filters")
        hint = f"none is saved yet; {room.key('filter')} puts one in force, then {again} saves it under a name"
    room.lay_over(Chooser("saved filters", options, room.look, new=new, hint=hint, deletes=frozenset(own)), take)
