"""The room in a browser: the same program, drawn by a page that one person on this machine opens."""

from briefing.browser.server import RoomServer

__all__ = ["RoomServer"]
