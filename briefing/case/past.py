"""What was done, to be looked through, gone back to, and put on other words where its own are gone."""

from collections.abc import Sequence

from briefing.case.anchoring import anchors_of
from briefing.case.book import Book
from briefing.dossier import Act, Annotation, Dossier
from briefing.dossier.judgment import TIED
from briefing.ledger import Conflict, Deed, conflicts


class Past:
    """Everything in the record of a case, as one analyst looks back on it."""

    def __init__(self, book: Book, dossier: Dossier) -> None:
        self._book = book
        self._dossier = dossier

    def annotations(self) -> Sequence[Annotation]:
        """Return everything that was done, the latest first."""
        return self._book.annotations()[::-1]

    def conflicts(self) -> list[Conflict]:
        """Return where analysts say other things of one target."""
        ledger = self._book.ledger
        return conflicts(ledger.opinions()) if ledger is not None else []

    def restore(self, annotation_id: int) -> int:
        """Make everything stand as it stood right after that annotation, in one step of undo; returns how much that changed."""
        told = self._book.annotations()
        then = {(a.act, a.target): a.value for a in told[:annotation_id]}
        last = {(a.act, a.target): a for a in told}
        deeds = [
            Deed(act, target, then.get((act, target)), a.anchors, self._dossier.record.get(act, target))
            for (act, target), a in last.items()
            if then.get((act, target)) != a.value
        ]
        if deeds:
            self._book.do(*deeds)
            self._book.settle()
        return len(deeds)

    def put_on(self, orphan: Annotation, target: str) -> str | None:
        """Put an annotation that has lost its words on a claim, contradiction or source, in one step; returns why not, if it cannot be."""
        needed = self._needed(orphan)
        if not self._is(needed, target):
            return f"this goes on a {needed}: leave, take one in hand, and come back"
        if orphan.act is Act.POINT and orphan.value and orphan.value not in self._dossier.points:
            return "the point it named is gone: put the claim on one in the room"
        tied = orphan.target.partition("/")[2] if orphan.act is Act.TAG or orphan.act in TIED else ""
        place = f"{target}/{tied}" if tied else target
        held = self._dossier.record.get(orphan.act, place)
        self._book.do(
            Deed(orphan.act, orphan.target, None, orphan.anchors, orphan.value),
            Deed(orphan.act, place, orphan.value, anchors_of(self._dossier, target), held),
        )
        self._book.settle()
        return None

    def _needed(self, orphan: Annotation) -> str:
        if len(orphan.anchors) > 1:
            return "contradiction"
        return "source" if orphan.anchors and not orphan.anchors[0].quote else "claim"

    def _is(self, kind: str, target: str) -> bool:
        d = self._dossier
        return target in {"contradiction": d.relations, "source": d.sources, "claim": d.claims}[kind]
