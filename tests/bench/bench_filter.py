"""How long a key takes while a filter is being typed over 100,000 claims; python tests/bench/bench_filter.py [CLAIMS]

For every key: the conditions are read, and put to the claims slice by slice as the room does. Reported are the whole time until
the count stands, and the longest time for which the screen had to wait (one slice).
"""

import random
import statistics
import sys
import time
from contextlib import suppress

from large_room import NAMES, THINGS

from briefing.dossier import (
    Actor,
    ActorType,
    Claim,
    Commitment,
    Dossier,
    Kind,
    Point,
    QueryError,
    Relation,
    RelationType,
    Source,
)
from briefing.room.narrowing import Narrowing
from briefing.room.view import View

CLAIMS, SOURCES, ACTORS, POINTS, CONFLICTS = 100_000, 1_000, 3_000, 5_000, 20_000
TYPED = (
    "amnesty",
    "holder:moreno",
    "actor:ramos is:hedged",
    'source:"outlet 17" -river',
    "point:bridge since:2025-06 dam",
)


def large(claims: int = CLAIMS) -> Dossier:
    """Return a dossier of so many claims, the same at every run."""
    chance = random.Random(1)
    d = Dossier()
    d.put_sources(
        Source(f"s{n}", f"{n:04}.txt", "", publisher=f"Outlet {n % 60}", published=f"2025-{n % 12 + 1:02}-11")
        for n in range(SOURCES)
    )
    names = [f"{chance.choice(NAMES)} {n}" for n in range(ACTORS)]
    d.replace_actors(Actor(f"a{n}", name, ActorType.PERSON, (f"the {n}th",)) for n, name in enumerate(names))
    d.put_points(Point(f"p{n}", f"the {chance.choice(THINGS)} of {n} holds") for n in range(POINTS))

    def claim(n: int) -> Claim:
        said = " ".join(chance.choice(THINGS) for _ in range(18)) + (" – después" if n % 3 else "")
        who = chance.randrange(ACTORS)
        stand = Commitment.parse(chance.choice(("certain +", "certain -", "possible +")))
        return Claim(
            f"c{n}", f"s{n % SOURCES}", n, n + 9, said, said[:60], names[who], f"a{who}", (names[who],), certainty=stand.certainty,
            actors=(f"a{chance.randrange(ACTORS)}",), point=f"p{chance.randrange(POINTS)}", commitment=stand,
        )  # fmt: skip

    d.put_claims(claim(n) for n in range(claims))
    pairs = [chance.sample(range(claims), 2) for _ in range(min(CONFLICTS, claims // 5))]
    d.update_relations(
        Relation(
            f"r{n}", f"c{a}", f"c{b}", RelationType.CONTRADICTION, Kind.NEGATION, d.claims[f"c{a}"].point or "", "negation", "",
            (0, 1), (0, 1), chance.random(), independent=True,
        )
        for n, (a, b) in enumerate(pairs)
    )  # fmt: skip
    return d


def timed(narrowing: Narrowing, text: str) -> tuple[float, float]:
    """Return milliseconds for one key: until all is counted, and for the longest slice."""
    begun = last = time.perf_counter()
    longest = 0.0
    with suppress(QueryError):
        for _ in narrowing.count(text):
            longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    return 1000 * (time.perf_counter() - begun), 1000 * longest


def main() -> None:
    """Print what the first keys take, while words are folded, and what all others do."""
    dossier = large(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
    cold = timed(Narrowing(View(), dossier), "zebra")
    print(f"{len(dossier.claims)} claims; the first key: {cold[0]:.0f} ms, longest wait {cold[1]:.0f} ms")
    keys = []
    for text in TYPED:
        narrowing = Narrowing(View(), dossier)
        keys += [timed(narrowing, text[:n]) for n in range(1, len(text) + 1)]
    for name, times in (("a key", [k for k, _ in keys]), ("longest wait", [w for _, w in keys])):
        cuts = statistics.quantiles(times, n=20)
        print(f"{name}: median {statistics.median(times):.1f} ms, p95 {cuts[18]:.1f} ms, worst {max(times):.1f} ms")


if __name__ == "__main__":
    main()
