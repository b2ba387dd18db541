"""What the analyst writes into the brief: each call is one step of undo, on disk before it returns."""

from msgspec.structs import replace

from briefing.case.analyst import Do
from briefing.case.anchoring import anchors_of
from briefing.dossier import Act, Dossier, Judgment, Rating, Statement, stable_id
from briefing.dossier.judgment import BRIEF, LISTED, TIED, evidence, items, packed, ratings
from briefing.ledger import Deed


class Author:
    """The hand of the analyst on the brief of a dossier."""

    def __init__(self, dossier: Dossier, do: Do) -> None:
        self._dossier = dossier
        self._do = do

    def write(self, act: Act, text: str) -> None:
        """Set the title, the bottom line or the source summary; an empty text takes it away."""
        self._set(self._deed(act, BRIEF, text.strip() or None))

    def add_judgment(self, judgment: Judgment) -> str:
        """Put a judgment at the end of the list; returns its id, whatever id and place it had."""
        new = replace(judgment, id=self._free_id(Act.JUDGMENT, judgment.text), place=self._end(Act.JUDGMENT))
        self._do(self._deed(Act.JUDGMENT, new.id, packed(new)))
        return new.id

    def add(self, act: Act, text: str) -> str:
        """Put an assumption, indicator, gap or hypothesis at the end of its list; returns its id."""
        new = Statement(self._free_id(act, text), text.strip(), self._end(act))
        self._do(self._deed(act, new.id, packed(new)))
        return new.id

    def change(self, item: Judgment | Statement) -> None:
        """Put a judgment or statement in the place of the one with its id."""
        act = next(a for a, prefix in LISTED.items() if item.id.startswith(prefix))
        self._set(self._deed(act, item.id, packed(item)))

    def remove(self, act: Act, item_id: str) -> None:
        """Take something out of its list, with the evidence or the ratings that hang on it."""
        record = self._dossier.record
        ties = (a for tied in TIED for a in record.standing(tied) if a.target.endswith(f"/{item_id}"))
        off = [self._deed(a.act, a.target, None, a.target.partition("/")[0]) for a in ties]
        self._do(*off, self._deed(act, item_id, None))

    def move(self, act: Act, item_id: str, by: int) -> None:
        """Move something so many places down its list, or up if negative; at the end it stays."""
        listed = items(self._dossier.record, act)
        at = next(n for n, item in enumerate(listed) if item.id == item_id)
        listed.insert(max(0, min(len(listed) - 1, at + by)), listed.pop(at))
        moved = [replace(item, place=n) for n, item in enumerate(listed) if item.place != n]
        self._set(*(self._deed(act, item.id, packed(item)) for item in moved))

    def toggle_evidence(self, judgment_id: str, chosen: str) -> bool:
        """Rest a judgment on a claim or relation, or no longer; returns whether it rests on it now."""
        rests = chosen not in evidence(self._dossier.record).get(judgment_id, ())
        self._do(self._deed(Act.EVIDENCE, f"{chosen}/{judgment_id}", "yes" if rests else None, chosen))
        return rests

    def rate(self, chosen: str, hypothesis_id: str, rating: Rating | None) -> None:
        """Say what a claim or relation is to a hypothesis, or take it back."""
        if ratings(self._dossier.record).get((chosen, hypothesis_id)) is not rating:
            self._do(self._deed(Act.RATING, f"{chosen}/{hypothesis_id}", rating, chosen))

    def _end(self, act: Act) -> int:
        return max((item.place + 1 for item in items(self._dossier.record, act)), default=0)

    def _free_id(self, act: Act, text: str) -> str:
        taken, number = {item.id for item in items(self._dossier.record, act)}, 0
        while (new := stable_id(LISTED[act], text.strip(), number)) in taken:
            number += 1
        return new

    def _set(self, *deeds: Deed) -> None:
        """Write what is other than it was."""
        changed = [d for d in deeds if d.value != d.standing]
        if changed:
            self._do(*changed)

    def _deed(self, act: Act, target: str, value: str | None, on: str = "") -> Deed:
        return Deed(act, target, value, anchors_of(self._dossier, on), self._dossier.record.get(act, target))
