"""Puts the colours of a theme onto the room, and goes from one theme to the next."""

from typing import TYPE_CHECKING

from briefing.config import Config, ThemeName
from briefing.room.glyphs import glyphs
from briefing.room.look import Look
from briefing.room.themes import following, palette

if TYPE_CHECKING:
    from briefing.room.app import Room


def look_of(name: ThemeName, config: Config) -> Look:
    """Return what rows are drawn with under a theme."""
    own = {t.colour for t in config.tags if t.colour.startswith("#")}
    return Look(palette(name, own), glyphs(config.glyphs), {t.name: t for t in config.tags}, config.glyphs == "plain")


def paint(room: "Room") -> None:
    """Give the panes the colours in force."""
    for pane in room.desk.panes.values():
        pane.colour_cursor(room.look.palette.cursor, room.look.palette.rest)
    room.desk.reader.restyle(room.look)


def switch(room: "Room") -> None:
    """Change to the next set of colours."""
    if room.no_color:
        room.tell("NO_COLOR is set: there are no colours to change; unset it and open the case again")
        return
    room.theme_name = following(room.theme_name)
    room.theme = f"briefing-{room.theme_name}"
    room.look = look_of(room.theme_name, room.case.config)
    paint(room)
    room.keeper.fill_all()
    room.tell(f"colours: {room.theme_name}")
