"""A room on an artificial case of any size: python tests/bench/large_room.py make CLAIMS FOLDER, then ... open FOLDER.

No article is analysed: what the machine would have made is made up, the same at every run, and kept as the room's cache keeps it. A hundred claims an
article, one claim in five on a point, four claims a point. What is opened is the real room with the real contradictions and a real record.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from briefing.case import Contents, Finished, Step
from briefing.case.loading import Loading
from briefing.cli import main
from briefing.dossier import Actor, ActorType, Claim, Commitment, Point, Source

_A_SOURCE, _ON_A_POINT, _A_POINT = 100, 5, 4
NAMES = ("Moreno", "Ramos", "Núñez", "Okafor", "Lindqvist", "Halloum", "Ortega", "Vance")
THINGS = (
    "amnesty",
    "river",
    "dam",
    "bridge",
    "treaty",
    "border",
    "harvest",
    "ministry",
    "letter",
    "convoy",
    "harbour",
    "strike",
)
_FILE = "contents.msgpack"


def contents(claims: int) -> Contents:
    """Return a case of so many claims."""
    chance = random.Random(1)
    who = [f"{chance.choice(NAMES)} {n}" for n in range(max(8, claims // 50))]
    points = tuple(
        Point(f"p{n}", f"the {chance.choice(THINGS)} of {n} holds")
        for n in range(max(1, claims // _ON_A_POINT // _A_POINT))
    )
    sources, made = [], []
    for s in range(0, claims, _A_SOURCE):
        text = ""
        for n in range(s, min(s + _A_SOURCE, claims)):
            said = " ".join(chance.choice(THINGS) for _ in range(12)) + f" {n}"
            actor, stand = (
                chance.randrange(len(who)),
                Commitment.parse(chance.choice(("certain +", "certain -", "possible +"))),
            )
            point = chance.choice(points).id if n % _ON_A_POINT == 0 else None
            made.append(
                Claim(
                    f"c{n}", f"s{s}", len(text), len(text) + len(said), said, said, who[actor], f"a{actor}", (who[actor],),
                    certainty=stand.certainty, actors=(f"a{actor}",), point=point, commitment=stand if point else None,
                )
            )  # fmt: skip
            text += f"{said}, {who[actor]} said.\n\n"
        sources.append(
            Source(
                f"s{s}",
                f"{s:06}.txt",
                f"{s:064}",
                text,
                publisher=f"Outlet {s % 60}",
                published=f"2025-{s % 12 + 1:02}-11",
            )
        )
    actors = tuple(Actor(f"a{n}", name, ActorType.PERSON) for n, name in enumerate(who))
    return Contents(tuple(sources), actors, points, tuple(made))


def make(claims: int, folder: Path) -> None:
    """Put a case of so many claims into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _FILE).write_bytes(msgspec.msgpack.encode(contents(claims)))


def _open(folder: Path) -> None:
    def steps(_: Loading) -> Iterator[Step]:
        yield msgspec.msgpack.decode((folder / _FILE).read_bytes(), type=Contents)
        yield Finished()

    Loading.steps = steps  # type: ignore[method-assign]
    Loading.follow = lambda *_: iter(())  # type: ignore[method-assign]
    main([str(folder)])


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        _open(Path(sys.argv[2]))
