"""Who gets into a room that is served, and who does not."""

import http.client
import socket
import time
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from briefing.cli import main


def ask(address, path, **headers):
    """Return status, headers and text of a request; waits until the server listens."""
    place = urlsplit(address)
    end = time.monotonic() + 20
    while True:
        with closing(http.client.HTTPConnection(place.hostname, place.port, timeout=20)) as connection:
            try:
                connection.request("GET", path, headers={"Host": place.netloc, **headers})
            except ConnectionRefusedError:
                if time.monotonic() > end:
                    raise
                continue
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def test_only_who_has_the_key_and_comes_from_the_page_itself_gets_in(address):
    place = urlsplit(address)
    with_key = f"/?{place.query}"
    status, headers, _ = ask(address, with_key)
    assert (status, headers["Location"]) == (302, "/")
    assert {"HttpOnly", "SameSite=Strict"} <= set(headers["Set-Cookie"].split("; "))
    cookie = headers["Set-Cookie"].split(";")[0]
    status, headers, page = ask(address, "/", Cookie=cookie)
    assert status == 200
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert place.query not in page
    outside = page.replace(f"http://{place.netloc}", "").replace(f"ws://{place.netloc}", "")
    assert "://" not in outside

    assert ask(address, "/")[0] == 403
    assert ask(address, "/?key=guess")[0] == 403
    assert ask(address, "/ws", Cookie=cookie.replace("=", "=x"))[0] == 403
    rebound = {"Host": f"evil.example:{place.port}"}
    assert ask(address, with_key, **rebound)[0] == 403
    assert ask(address, "/ws", Cookie=cookie, Origin="http://evil.example")[0] == 403
    assert ask(address, "/ws", Cookie=cookie, Origin=f"http://{place.hostname}:1")[0] == 403


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "everywhere", "dam.example"])
def test_an_address_that_is_not_one_is_refused(host, capsys):
    assert main(["serve", "--host", host]) == 1
    assert "is not one address of this machine" in capsys.readouterr().err


def test_a_port_in_use_is_told_with_what_to_do(free_port, tmp_path, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        assert main(["serve", str(tmp_path), "--port", str(free_port)]) == 1
    assert "address already in use" in capsys.readouterr().err.lower()


def test_a_case_that_is_not_there_is_told_before_anything_is_served(tmp_path, capsys):
    assert main(["serve", str(tmp_path / "none")]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_without_the_library_it_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setattr("briefing.cli.serve.find_spec", lambda _: None)
    assert main(["serve"]) == 1
    assert "pip install 'briefing[serve]'" in capsys.readouterr().err
