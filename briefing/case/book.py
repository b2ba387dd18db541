"""The record of a case as it is open: the ledger, and the dossier kept in step with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.case.words import in_words, undone_in_words
from briefing.contradiction import Engine
from briefing.dossier import Act, Annotation, Dossier
from briefing.ledger import Deed, Ledger, added, settle

LEDGER = "ledger.db"
"""The name of the ledger in the folder of the record."""


class Book:
    """Writes what one analyst does, and lets what any analyst did take effect on the dossier.

    `orphans` are annotations whose words are no longer found.
    """

    def __init__(self, path: Path, dossier: Dossier, engine: Engine, analyst: str) -> None:
        """Take in what the ledger has. Raises InputError if it cannot be used."""
        self.path = path
        self.analyst = analyst
        self.orphans: tuple[Annotation, ...] = ()
        self._dossier = dossier
        self._engine = engine
        self._ledger: Ledger | None = None
        self._seen = 0
        self._edition = 0
        self.catch_up()

    def close(self) -> None:
        """Put a copy by and close the ledger; there is nothing to save."""
        if self._ledger is not None:
            self._ledger.put_by()
            self._ledger.close()

    @property
    def ledger(self) -> Ledger | None:
        """The ledger, if there is one: reading a case without saying anything of it writes nothing into its folder."""
        if self._ledger is None and self.path.exists():
            self._ledger = Ledger.open(self.path)
            self._ledger.put_by()
        return self._ledger

    def writable(self) -> Ledger:
        """Return the ledger, begun if there is none."""
        if self._ledger is None:
            self._ledger = self.ledger or Ledger.open(self.path)
        return self._ledger

    def warning(self) -> str | None:
        """Return what the analyst must know of the record before working on it, if anything."""
        ledger = self.ledger
        return "; ".join(ledger.warnings) or None if ledger is not None else None

    def do(self, *deeds: Deed) -> None:
        """Write deeds as one step, and let them take effect."""
        self.writable().append(deeds, who=self.analyst)
        self.catch_up()

    def undo(self) -> str | None:
        """Take back the analyst's last step; returns in words what was undone, or None if there was nothing."""
        return self._took_effect(ledger.undo(self.analyst) if (ledger := self.ledger) else [], undone_in_words)

    def redo(self) -> str | None:
        """Do again what was undone last; returns it in words, or None if there was nothing."""
        return self._took_effect(ledger.redo(self.analyst) if (ledger := self.ledger) else [], in_words)

    def _took_effect(
        self, annotations: Sequence[Annotation], say: Callable[[Sequence[Annotation], Dossier], str]
    ) -> str | None:
        if not annotations:
            return None
        self.catch_up()
        self.settle()
        told = say([a for a in annotations if a.value != a.before], self._dossier)
        left = sum(a.value == a.before for a in annotations)
        others = f"{left} left as another analyst has set it since" if left else ""
        return "; ".join(filter(None, (told, others)))

    def catch_up(self) -> bool:
        """Take in what other rooms on this case have written since; returns whether there was anything."""
        ledger = self.ledger
        if ledger is None:
            return False
        new = ledger.since(self._seen)
        if ledger.edition != self._edition:
            self._edition, self._seen = ledger.edition, 0
            self.apply([replace(a, value=None) for a in self._dossier.record.standing()])
            new = ledger.annotations()
        self.apply(new)
        self._seen += len(new)
        return bool(new)

    def settle(self) -> None:
        """Put annotations whose target is gone on the same words elsewhere; what finds no place is an orphan."""
        lost = self._place_added()
        moved, orphans = settle(self.annotations(), self._dossier)
        self.orphans = (*lost, *orphans)
        self.apply(moved)

    def _place_added(self) -> tuple[Annotation, ...]:
        """Put in the claims that the analyst added, on their words; returns what has none."""
        dossier = self._dossier
        claims, lost = added(dossier)
        made = {c.id for c in dossier.added_claims()}
        gone = made - {c.id for c in claims}
        new = [c for c in claims if c.id not in made or dossier.as_made(c.id) != c]
        dossier.remove_claims(gone)
        dossier.put_claims(new)
        if new or gone:
            self._engine.refresh([*gone, *(c.id for c in new)])
        return lost

    def annotations(self) -> list[Annotation]:
        """Return everything that was done, in order."""
        ledger = self.ledger
        return ledger.annotations() if ledger is not None else []

    def apply(self, annotations: Sequence[Annotation]) -> None:
        """Let annotations take effect, written or not."""
        claims = self._dossier.annotate(annotations)
        if any(a.act is Act.ADD for a in annotations):
            self._place_added()
        points = [a.target for a in annotations if a.act is Act.NEW_POINT]
        if claims or points:
            self._engine.refresh(claims, points)
