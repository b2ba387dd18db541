"""Times of the room seen from outside, beside a floor and other programs: python tests/bench/bench_room.py TUIBENCH HELLO [ROUNDS] [CLAIMS ...]

The five articles are opened, then cases of so many claims each, and at last a folder of a thousand articles while it is being analysed.

TUIBENCH is a black-box benchmark for terminal programs with a `bench` function, HELLO the smallest Textual app; both lie in `tools/` of the material
beside the repository. toolong (`tl`) and visidata (`vd`) take part where they are on the PATH, on a file of as many rows. Rounds are interleaved.
"""

import shutil
import subprocess
import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import many_articles
from large_room import make

_HERE = Path(__file__).parent
_SIZE = "120x40"
_KEYS = "cursor=down*40,page=pgdn*20"
_WORK = "tag=t|k*40,ask=f*1,filter=type:amnesty,leave=esc*1"
_ARTICLES = 1_000


def _loaded(path: Path) -> ModuleType:
    spec = spec_from_file_location("tuibench", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: cannot be loaded")
    module = module_from_spec(spec)
    sys.modules["tuibench"] = module
    spec.loader.exec_module(module)
    return module


def main(tuibench: Path, hello: Path, rounds: int, sizes: list[int]) -> None:
    """Print a report for the five articles, then for each size."""
    tool = _loaded(tuibench)
    floor = tool.Case([sys.executable, str(hello)], "floor", "hello floor", size=_SIZE)
    with tempfile.TemporaryDirectory() as place:
        room = tool.Case([sys.executable, "-m", "briefing"], "five articles", r"Claims  \d{2,}", size=_SIZE)
        subprocess.run([sys.executable, "-m", "briefing", "analyse"], check=True, stdout=subprocess.DEVNULL)  # and kept
        print(tool.report(tool.bench([floor, room], rounds)))
        for claims in sizes:
            folder = Path(place, str(claims))
            make(claims, folder)
            rows = folder / "rows.txt"
            rows.write_text("\n".join(f"{n} holder says what row {n} holds" for n in range(claims)), "utf-8")
            opened = [sys.executable, str(_HERE / "large_room.py"), "open", str(folder)]
            cases = [
                floor,
                tool.Case(
                    opened,
                    "room",
                    rf"Claims  {claims}\b",
                    "",
                    f"{_KEYS},{_WORK}",
                    size=_SIZE,
                    timeout=60,
                ),
            ]
            for name, ready, leave in (("tl", "row 9", "ctrl+c"), ("vd", "row 9", "q,q")):
                if shutil.which(name):
                    cases.append(tool.Case([name, str(rows)], name, ready, "", _KEYS, leave, size=_SIZE, timeout=60))
            print(f"\n== {claims} claims, or rows")
            print(tool.report(tool.bench(cases, rounds)))
        many_articles.make(_ARTICLES, Path(place, "many"))
        reading = tool.Case(
            [sys.executable, "-m", "briefing", str(Path(place, "many"))],
            "while it analyses",
            r"Claims  \d{3,}",
            keys=_KEYS,
            size=_SIZE,
            env={"XDG_CACHE_HOME": str(Path(place, "cache"))},
            timeout=300,
        )
        print(f"\n== {_ARTICLES} articles, keys while they are analysed")
        print(tool.report(tool.bench([reading], 1)))


if __name__ == "__main__":
    if len(sys.argv) < 3 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        int((sys.argv[3:4] or ["5"])[0]),
        [int(n) for n in sys.argv[4:]] or [1_000, 10_000, 100_000],
    )
