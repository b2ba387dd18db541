"""Build the wheel, install it into an environment of its own, and use it from another folder, in a terminal too."""

import json
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN_SECONDS = 60


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> str:
    """Run a command that must succeed; returns what it printed."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def on_screen(command: Path, words: bytes, cwd: Path, env: dict[str, str]) -> bool:
    """Open the room in a terminal of 160x48; tell whether the words appear and `q` leaves it."""
    pid, handle = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.execve(command, [str(command)], env | {"TERM": "xterm-256color", "COLUMNS": "160", "LINES": "48"})
    seen, deadline, asked = b"", time.monotonic() + SCREEN_SECONDS, False
    while time.monotonic() < deadline:
        if select.select([handle], [], [], 0.2)[0]:
            try:
                seen += os.read(handle, 1 << 16)
            except OSError:
                break
        if words in seen and not asked:
            os.write(handle, b"q")
            asked = True
    _, status = os.waitpid(pid, 0 if asked else os.WNOHANG)
    return asked and status == 0


def main() -> None:
    """Do it all; exits with a message at the first thing that fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=ROOT, env=dict(os.environ))
        wheel = next(folder.glob("briefing-*.whl"))
        venv.create(folder / "env", with_pip=True)
        binaries = folder / "env" / "bin"
        run(binaries / "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=folder, env=dict(os.environ))
        homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "DATA", "CONFIG")}
        env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "BRIEFING"))} | homes
        briefing, elsewhere = binaries / "briefing", folder / "elsewhere"
        elsewhere.mkdir()
        print(run(briefing, "--version", cwd=elsewhere, env=env).strip())
        run(briefing, "doctor", cwd=elsewhere, env=env)
        reading = json.loads(run(briefing, "analyse", "--json", cwd=elsewhere, env=env))
        counts = {part: len(reading[part]) for part in ("sources", "actors", "claims", "points", "relations")}
        print("the wheel reads its seeds:", counts)
        if not all(counts.values()):
            sys.exit("a part of the reading is empty")
        if "## " not in run(briefing, "export", "-o", "-", cwd=elsewhere, env=env):
            sys.exit("the brief has no sections")
        if not on_screen(briefing, b"Contradictions", elsewhere, env):
            sys.exit("the room did not open, or did not close, from the wheel")
        print("the wheel opens its room")


if __name__ == "__main__":
    main()
