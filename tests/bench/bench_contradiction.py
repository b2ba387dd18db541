"""How long one edit takes in a case of 10,000 claims on 1,000 points; python tests/bench/bench_contradiction.py"""

import random
import statistics
import time

from briefing.contradiction import Engine
from briefing.dossier import Act, Annotation, Claim, Commitment, Dossier, Point, Source

CLAIMS, POINTS, EDITS = 10_000, 1_000, 200
STANDS = ("certain +", "certain -", "possible +", "demands", "refuses")


def large() -> Dossier:
    """Return a dossier with claims spread over points by chance, the same at every run."""
    chance = random.Random(1)
    dossier = Dossier()
    dossier.put_sources(
        Source(f"s{n}", f"{n}.txt", "", "x" * 99, origin=f"o{n % 40}", published="2026-01-01") for n in range(200)
    )
    dossier.put_points(Point(f"p{n}", f"point {n}") for n in range(POINTS))
    dossier.put_claims(
        Claim(
            f"c{n}", f"s{n % 200}", 0, 9, "x" * 9, "x", f"holder {chance.randrange(300)}", point=f"p{chance.randrange(POINTS)}",
            commitment=Commitment.parse(chance.choice(STANDS)),
        )
        for n in range(CLAIMS)
    )  # fmt: skip
    return dossier


def main() -> None:
    """Print milliseconds for the first look at everything and for single edits."""
    dossier, chance = large(), random.Random(2)
    engine = Engine(dossier)
    begun = time.perf_counter()
    engine.refresh()
    print(f"everything: {1000 * (time.perf_counter() - begun):.0f} ms, {len(dossier.relations)} relations")
    times = []
    for number in range(1, EDITS + 1):
        claim, stand = f"c{chance.randrange(CLAIMS)}", chance.choice(STANDS)
        begun = time.perf_counter()
        dossier.annotate([Annotation(number, "2026-01-01", "me", Act.COMMIT, claim, stand)])
        engine.refresh([claim])
        times.append(1000 * (time.perf_counter() - begun))
    print(f"one edit: median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms")


if __name__ == "__main__":
    main()
