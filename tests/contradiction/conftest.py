from collections.abc import Callable

import pytest

from briefing.contradiction import Engine
from briefing.dossier import Claim, Commitment, Dossier, Maker, Point, Relation, Source


class Bench:
    """A dossier of one-line claims on a point or two, and its engine."""

    def __init__(self) -> None:
        self.dossier = Dossier()
        self.engine = Engine(self.dossier)
        self._count = 0

    def source(self, name: str, published: str = "2026-03-01", origin: str = "") -> None:
        text = f"{name} " + "x" * 80
        self.dossier.put_sources(
            [Source(name, f"{name}.txt", "", text, publisher=name, published=published, origin=origin or name)]
        )

    def point(self, point_id: str = "p", phrase: str = "the bridge is closed", **links: tuple[str, ...]) -> None:
        self.dossier.put_points([Point(point_id, phrase, **links)])

    def claim(self, source: str, holder: str, stand: str | Commitment, point: str = "p", **more: object) -> str:
        if source not in self.dossier.sources:
            self.source(source)
        if point not in self.dossier.points:
            self.point(point, f"phrase of {point}")
        self._count += 1
        commitment = Commitment.parse(stand) if isinstance(stand, str) else stand
        claim = Claim(
            f"c{self._count}", source, 0, 20, self.dossier.sources[source].text[:20], "text", holder, point=point,
            commitment=commitment, by=Maker.READING, pointed_by=Maker.READING, **more,
        )  # fmt: skip
        self.dossier.put_claims([claim])
        return claim.id

    def found(self) -> list[Relation]:
        self.engine.refresh()
        return list(self.dossier.relations.values())

    def only(self) -> Relation:
        (relation,) = self.found()
        return relation


@pytest.fixture
def bench() -> Bench:
    made = Bench()
    made.point()
    return made


@pytest.fixture
def new_bench() -> Callable[[], Bench]:
    return Bench
