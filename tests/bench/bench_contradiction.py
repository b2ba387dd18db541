"""Time and memory of contradictions in cases of any size: python tests/bench/bench_contradiction.py [CLAIMS ...]

The claims are made up, the same at every run: all of them on points, ten a point, six claims of a holder and fifty of an article.
"""

import random
import statistics
import sys
import time
import tracemalloc

from briefing.contradiction import Engine
from briefing.dossier import Act, Annotation, Claim, Commitment, Dossier, Point, Source

SIZES, EDITS = (1_000, 10_000, 100_000), 200
STANDS = ("certain +", "certain -", "possible +", "demands", "refuses")


def large(claims: int) -> Dossier:
    """Return a dossier of so many claims, spread by chance over points and holders."""
    chance = random.Random(1)
    dossier, sources, points, holders = Dossier(), claims // 50, claims // 10, claims // 6
    dossier.put_sources(
        Source(f"s{n}", f"{n}.txt", "", "x" * 99, origin=f"o{n % 40}", published="2026-01-01") for n in range(sources)
    )
    dossier.put_points(Point(f"p{n}", f"point {n}") for n in range(points))
    dossier.put_claims(
        Claim(
            f"c{n}", f"s{n % sources}", 0, 9, "x" * 9, f"proposition {n}", f"holder {chance.randrange(holders)}",
            point=f"p{chance.randrange(points)}", commitment=Commitment.parse(chance.choice(STANDS)),
        )
        for n in range(claims)
    )  # fmt: skip
    return dossier


def edits(dossier: Dossier, engine: Engine) -> list[float]:
    """Return the milliseconds of single changes of a commitment, what follows from each included."""
    chance, claims, times = random.Random(2), len(dossier.claims), []
    for number in range(1, EDITS + 1):
        claim, stand = f"c{chance.randrange(claims)}", chance.choice(STANDS)
        begun = time.perf_counter()
        dossier.annotate([Annotation(number, "2026-01-01", "me", Act.COMMIT, claim, stand)])
        engine.refresh([claim])
        times.append(1000 * (time.perf_counter() - begun))
    return times


def memory(claims: int) -> float:
    """Return the kilobytes that a claim takes in a dossier before its contradictions are known."""
    tracemalloc.start()
    dossier = large(claims)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return taken / len(dossier.claims) / 1000


def main(sizes: list[int]) -> None:
    """Print a line for each size: the first look at everything, memory, and single edits."""
    for claims in sizes:
        dossier = large(claims)
        engine = Engine(dossier)
        begun = time.perf_counter()
        engine.refresh()
        whole = 1000 * (time.perf_counter() - begun)
        times = edits(dossier, engine)
        print(
            f"{claims} claims: everything {whole:.0f} ms ({1000 * whole / claims:.0f} µs a claim), {len(dossier.relations)} relations; "
            f"one edit p50 {statistics.median(times):.1f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms, "
            f"worst {max(times):.1f} ms; {memory(min(claims, 10_000)):.1f} kB a claim"
        )


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or list(SIZES))
