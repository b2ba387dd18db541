"""A room served at a free port of this machine."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

TEXT = "The Kessel dam is safe, the water ministry said on Tuesday.\n"


@pytest.fixture
def loopback(socket_enabled: None) -> None:
    socket_allow_hosts(["127.0.0.1", "localhost"], allow_unix_socket=True)


@pytest.fixture
def free_port(loopback: None) -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def address(tmp_path: Path, free_port: int) -> Iterator[str]:
    """Serve a case of one article; gives the address that is printed."""
    case = tmp_path / "dam"
    case.mkdir()
    (case / "a.txt").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "briefing", "serve", str(case), "--port", str(free_port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.search(r"dam is open at (http://\S+)", server.stderr.readline())
        assert found
        server.stderr.readline()
        yield found[1]
        server.terminate()
