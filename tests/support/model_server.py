"""A loopback server that speaks the protocol, with answers to be given, and two articles small enough to know every claim of."""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from briefing.dossier import Claim, Passage, Source, stable_id

Body = dict[str, object]
Answer = Callable[[Body], "str | Raw"]


class Raw:
    """An answer below the protocol: status, headers, bytes; `hold` keeps the line open until the server is closed."""

    def __init__(self, status: int = 200, data: bytes = b"", hold: bool = False, **headers: str) -> None:
        self.status, self.data, self.hold, self.headers = status, data, hold, headers


def completion(content: str, finish: str = "stop") -> bytes:
    message = {"role": "assistant", "content": content}
    usage = {"prompt_tokens": 100, "completion_tokens": 10}
    choices = [{"index": 0, "message": message, "finish_reason": finish}]
    return json.dumps({"id": "x", "object": "chat.completion", "choices": choices, "usage": usage}).encode()


def question(body: Body) -> dict:
    """What a request asks, as the model reads it."""
    return json.loads(body["messages"][1]["content"])


def saying(stands: dict[str, tuple[str, str, str]]) -> Answer:
    """Answer with point, commitment and words for claims by their words, and with no point for others."""

    def answer(body: Body) -> str:
        parts = []
        for claim in question(body).get("claims", ()):
            point, commitment, words = stands.get(claim["words"], (None, None, None))
            parts.append({"id": claim["id"], "point": point, "commitment": commitment, "words": words, "figure": None})
        pairs = [{"id": p["id"], "point": None, "a": None, "b": None} for p in question(body).get("pairs", ())]
        return json.dumps({"pairs": pairs} if pairs else {"claims": parts})

    return answer


class Server:
    """Answers each request with `answer`, or with what stands first in `script`; `heard` has every body, `keys` every key."""

    def __init__(self) -> None:
        self.answer: Answer = saying({})
        self.script: list[str | Raw] = []
        self.heard: list[Body] = []
        self.keys: list[str | None] = []
        self.closing = threading.Event()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.heard.append(body)
                owner.keys.append(self.headers["Authorization"])
                given = owner.script.pop(0) if owner.script else owner.answer(body)
                raw = given if isinstance(given, Raw) else Raw(data=completion(given))
                if raw.hold:
                    owner.closing.wait(20)
                self.send_response(raw.status)
                for name, value in {"Content-Type": "application/json", **raw.headers}.items():
                    self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(raw.data)))
                self.end_headers()
                self.wfile.write(raw.data)

            def log_message(self, *_: object) -> None:
                pass

            def handle(self) -> None:
                with suppress(OSError):
                    super().handle()

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        self.endpoint = f"http://127.0.0.1:{self._http.server_port}/v1"

    def close(self) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()


TEXTS = {
    "a.txt": "The dam is safe, the ministry said. Nobody was warned, it said. Forty families left the town.",
    "b.txt": "Korvash denied that the dam is safe. The ministry was warned twice, she said.",
}
WORDS = {
    "a.txt": ("The dam is safe", "Nobody was warned", "Forty families left the town"),
    "b.txt": ("denied that the dam is safe", "The ministry was warned twice"),
}


def source_of(file: str, text: str) -> Source:
    return Source(stable_id("s", file), file, "", text, (Passage(0, len(text)),), publisher=file)


def claim_of(source: Source, words: str, **more: object) -> Claim:
    start = source.text.index(words)
    end = start + len(words)
    return Claim(stable_id("c", source.id, start, end), source.id, start, end, words, words, **more)
