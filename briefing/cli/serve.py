"""`briefing serve`: the room in a browser."""

import argparse
import shlex
import sys
from importlib.util import find_spec
from ipaddress import ip_address

from briefing.cli.complaint import complain
from briefing.cli.opening import cache, configured, folder
from briefing.errors import Fault, InputError
from briefing.plaintext import one_line


def run(given: argparse.Namespace) -> int:
    """Serve the room until interrupted; a case that cannot be opened is told before. Raises InputError."""
    if find_spec("textual_serve") is None:
        raise InputError(
            Fault("briefing serve", "needs a library that is not installed", "pip install 'briefing[serve]'")
        )
    _check_host(given.host)
    from briefing.browser import RoomServer  # noqa: PLC0415 - an extra that may not be there
    from briefing.case import Case  # noqa: PLC0415 - not before its wants are known

    with Case(folder(given), configured(given), cache()) as case:
        name = case.name
    command = [sys.executable, "-m", "briefing", "room", *([str(case.folder)] if given.case is not None else [])]
    server = RoomServer(shlex.join(command), given.host, given.port, f"briefing: {name}")
    if not server.is_private:
        complain(
            f"{given.host} can be reached from other machines: whoever has the address reads and changes this case, unencrypted"
        )
    sys.stderr.write(f"{one_line(name)} is open at {server.address}\nctrl+c ends it\n")
    try:
        server.run()
    except OSError as error:
        where = f"{given.host}, port {given.port}"
        raise InputError(Fault(where, f"cannot be served: {error.strerror}", "another port: --port N")) from None
    return 0


def _check_host(host: str) -> None:
    """Refuse what is no one address: a name may come to mean another machine, and "all" is more than anyone means."""
    try:
        fine = host == "localhost" or not ip_address(host).is_unspecified
    except ValueError:
        fine = False
    if not fine:
        raise InputError(
            Fault(f"--host {host}", "is not one address of this machine", "such as 127.0.0.1 or 192.168.1.20")
        )
