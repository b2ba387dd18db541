"""Serves the room over HTTP, to whoever has the key that stands in the address.

A page of somebody else in the same browser must not be able to drive the room: requests must name the address that was given
out (against DNS rebinding), come from the page itself (against cross-site WebSockets), and carry the key in a cookie that no other
site's request gets. See RFC 6455, section 10.2.
"""

import logging
import secrets
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

_PAGES = Path(__file__).with_name("pages")
_STATIC = "/static/"
_PATIENCE = 1.0
"""Seconds that pages still open have to close when the server ends."""
_POLICY = (
    "default-src 'self'; connect-src 'self' ws://{place}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy: nothing from elsewhere, and no page around it. The terminal sets its own styles in place."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class RoomServer(Server):
    """Starts a room for every page that is opened with the key.

    `command` is what a shell runs, `host` an address of this machine.
    """

    def __init__(self, command: str, host: str, port: int, title: str) -> None:
        self.place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        super().__init__(
            command, host=host, port=port, title=title, public_url=f"http://{self.place}", templates_path=_PAGES
        )
        self._key = secrets.token_urlsafe(16)
        self._cookie = f"briefing-{port}"

    @property
    def address(self) -> str:
        """The address to open, key included."""
        return f"{self.public_url}/?key={self._key}"

    @property
    def is_private(self) -> bool:
        """Tell whether only this machine can reach it."""
        return self.host == "localhost" or ip_address(self.host).is_loopback

    def run(self) -> None:
        """Serve until interrupted. Raises OSError if the address cannot be had."""
        logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
        web.run_app(
            self._make_app(), host=self.host, port=self.port, print=None, access_log=None, shutdown_timeout=_PATIENCE
        )

    async def on_startup(self, _: web.Application) -> None:
        """Say nothing; whoever starts the server says where it is."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.on_response_prepare.append(self._seal)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host != self.place or origin not in {None, self.public_url}:
            raise web.HTTPForbidden(text=f"This room is open at {self.public_url} only.\n")
        if request.path.startswith(_STATIC) or self._is_key(request.cookies.get(self._cookie)):
            return await handler(request)
        if request.path == "/" and self._is_key(request.query.get("key")):
            answer = web.HTTPFound("/")
            answer.set_cookie(self._cookie, self._key, httponly=True, samesite="Strict")
            raise answer
        raise web.HTTPForbidden(text="Open the address that `briefing serve` printed, the key in it included.\n")

    def _is_key(self, given: str | None) -> bool:
        return given is not None and secrets.compare_digest(given.encode(), self._key.encode())

    async def _seal(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = _POLICY.format(place=self.place)
        response.headers["Referrer-Policy"] = "no-referrer"
