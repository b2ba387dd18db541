"""What keys do to the row in hand on the brief screen."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from briefing.brief import Material
from briefing.brief.summary import computed_summary
from briefing.dossier import Act, Confidence, Judgment, Likelihood
from briefing.dossier.judgment import LISTED, SINGLE, items, judgments, single
from briefing.plaintext import visible
from briefing.room.drafting.rows import Row
from briefing.room.overlays.choice import Choice
from briefing.room.overlays.editor import NoteEditor

if TYPE_CHECKING:
    from briefing.room.app import Room

_LIKELIHOODS = {str(n): term for n, term in enumerate(Likelihood, 1)}
_CONFIDENCES = {"h": Confidence.HIGH, "m": Confidence.MODERATE, "l": Confidence.LOW}
_NONE = {"-": "not stated"}
_ADDED = {"j": Act.JUDGMENT, "h": Act.HYPOTHESIS, "a": Act.ASSUMPTION, "i": Act.INDICATOR, "g": Act.GAP}
_WORDS = {
    Act.JUDGMENT: "a judgment: what follows “We assess it is likely that”",
    Act.HYPOTHESIS: "an alternative: what else would explain the evidence",
    Act.ASSUMPTION: "an assumption: what is taken for granted",
    Act.INDICATOR: "an indicator: what would show which way it goes",
    Act.GAP: "a gap: what one would need to know",
    Act.TITLE: "the title: the answer in a line",
    Act.BOTTOM_LINE: "the bottom line",
    Act.SOURCE_SUMMARY: "the source summary statement (empty: as it is worked out)",
}
_FIELDS = {
    "text": _WORDS[Act.JUDGMENT],
    "reason": "the reason for the confidence",
    "would_change": "what would change the judgment",
    "group": "a name for what it excludes: judgments of one name exclude each other",
}


class Editing:
    """Edits the brief of a room's case, row by row; `done` is called with the id of the row to be on afterwards."""

    def __init__(self, room: "Room", done: Callable[[str], None]) -> None:
        self._room = room
        self._author = room.case.author
        self._done = done

    def edit(self, row: Row) -> None:
        """Change what a row says; a section's head adds to the section."""
        if row.act in SINGLE:
            self._edit_single(row.act)
        elif row.is_head:
            self._add(row.act)
        elif row.field:
            self._edit_judgment(self._judgment(row.item), row.field)
        else:
            item = next(i for i in items(self._room.dossier.record, row.act) if i.id == row.item)
            self._type(
                _WORDS[row.act], item.text, lambda text: self._author.change(replace(item, text=_line(text))), item.id
            )

    def add(self, row: Row) -> None:
        """Ask what to add, unless the row says it, and add it."""
        if row.is_head:
            self._add(row.act)
            return

        def take(key: str | None) -> None:
            if key is not None:
                self._add(_ADDED[key])

        self._ask("add", {key: _WORDS[act] for key, act in _ADDED.items()}, take)

    def remove(self, row: Row) -> None:
        """Take out what the row stands for: a piece of evidence, a field, an item, a text; undo brings it back."""
        if not self._is_filled(row):
            self._room.tell("there is nothing to take out in this row", severity="warning")
            return
        if row.chosen:
            self._author.toggle_evidence(row.item, row.chosen)
        elif row.act in SINGLE:
            self._author.write(row.act, "")
        elif row.field not in {"", "text"}:
            empty: dict[str, Any] = {row.field: "" if row.field in _FIELDS else None}
            self._author.change(replace(self._judgment(row.item), **empty))
        else:
            self._author.remove(row.act, row.item)
        self._room.tell(f"taken out; {self._room.key('undo')} brings it back")
        self._done(row.item or row.id)

    def _is_filled(self, row: Row) -> bool:
        if row.act in SINGLE:
            return bool(single(self._room.dossier.record, row.act))
        if row.field == "evidence":
            return bool(row.chosen)
        return bool(row.item and (not row.field or getattr(self._judgment(row.item), row.field)))

    def move(self, row: Row, by: int) -> None:
        """Move the item of a row up or down its list."""
        if row.act in LISTED and row.item:
            self._author.move(row.act, row.item, by)
            self._done(row.id)

    def exclude(self, row: Row) -> None:
        """Say which judgments exclude each other."""
        self._edit_judgment(self._judgment(row.item), "group")

    def _judgment(self, judgment_id: str) -> Judgment:
        return next(j for j in judgments(self._room.dossier.record) if j.id == judgment_id)

    def _edit_single(self, act: Act) -> None:
        now = single(self._room.dossier.record, act)
        if act is Act.SOURCE_SUMMARY and not now:
            worked_out = computed_summary(Material(self._room.dossier))
            self._type(_WORDS[act], "", partial(self._author.write, act), str(act), begun=worked_out)
        else:
            self._type(_WORDS[act], now, partial(self._author.write, act), str(act))

    def _add(self, act: Act) -> None:
        def keep(text: str) -> None:
            if not text.strip():
                return
            if act is Act.JUDGMENT:
                new = self._author.add_judgment(Judgment("", _line(text)))
                self._done(new)
                self._ask_likelihood(self._judgment(new), then=True)
            else:
                self._done(self._author.add(act, _line(text)))

        self._type(_WORDS[act], "", keep)

    def _edit_judgment(self, judgment: Judgment, field: str) -> None:
        if field == "likelihood":
            self._ask_likelihood(judgment)
        elif field == "confidence":
            self._ask_confidence(judgment)
        elif field in _FIELDS:
            self._type(
                _FIELDS[field],
                getattr(judgment, field),
                partial(self._set, judgment.id, field),
                f"{judgment.id}:{field}",
            )

    def _set(self, judgment_id: str, field: str, value: str) -> None:
        judgment = self._judgment(judgment_id)
        if field == "text" and not value.strip():
            self._room.tell(f"a judgment says something; {self._room.key('dismiss')} takes it out", severity="warning")
        else:
            said: dict[str, Any] = {field: _line(value)}
            self._author.change(replace(judgment, **said))

    def _ask_likelihood(self, judgment: Judgment, *, then: bool = False) -> None:
        """Ask how likely; `then` goes on to the confidence."""

        def take(key: str | None) -> None:
            if key is None:
                return
            changed = replace(self._judgment(judgment.id), likelihood=_LIKELIHOODS.get(key))
            self._author.change(changed)
            self._done(f"{judgment.id}:likelihood")
            if then:
                self._ask_confidence(changed)

        self._ask("how likely is it?", {k: t.bracketed for k, t in _LIKELIHOODS.items()} | _NONE, take)

    def _ask_confidence(self, judgment: Judgment) -> None:
        def take(key: str | None) -> None:
            if key is None:
                return
            changed = replace(self._judgment(judgment.id), confidence=_CONFIDENCES.get(key))
            self._author.change(changed)
            self._done(f"{judgment.id}:confidence")
            if changed.confidence and not changed.reason:
                self._edit_judgment(changed, "reason")

        self._ask("how well founded is it?", {k: str(c) for k, c in _CONFIDENCES.items()} | _NONE, take)

    def _ask(self, title: str, answers: Mapping[str, str], take: Callable[[str | None], None]) -> None:
        self._room.lay_over(Choice(title, answers, self._room.look), take)

    def _type(self, title: str, now: str, keep: Callable[[str], None], row: str = "", begun: str = "") -> None:
        """Open the editor on a text and keep what was typed; what the record refuses is not lost."""
        old = visible(now)

        def take(text: str | None) -> None:
            if text is None or text.strip() in {old.strip(), now.strip()}:
                return
            if not self._room.attempt(partial(keep, text)):
                self._room.lay_over(NoteEditor(title, old, visible(text), now), take)
            elif row:
                self._done(row)

        self._room.lay_over(NoteEditor(title, old, begun or old, now), take)


def _line(text: str) -> str:
    return " ".join(text.split())
