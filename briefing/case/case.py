"""One open case: its dossier, its contradictions and its record, kept in step."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import platformdirs

from briefing import __version__, resources
from briefing.cache import Cache
from briefing.case.loading import Loading
from briefing.case.modelled import Modelled
from briefing.case.offers import offer
from briefing.case.steps import Contents, Step
from briefing.case.words import in_words, suggestions
from briefing.case.worker import Worker
from briefing.config import Config
from briefing.contradiction import Engine
from briefing.dossier import Act, Anchor, Annotation, Commitment, Dossier, Point, Verdict, stable_id
from briefing.dossier.query import folded
from briefing.errors import Fault, InputError
from briefing.ledger import Deed, Ledger, anchor, settle

_RECORD = ".briefing"
_LEDGER = "ledger.db"


class Case:
    """A folder of articles, opened for one analyst.

    `load` may run on any thread; everything else belongs to the thread that owns the case.
    """

    def __init__(self, folder: Path, config: Config, cache: Cache, *, use_reading: bool = True) -> None:
        """Open the case's record. Raises InputError if the folder or its record cannot be used."""
        self.folder = folder.resolve()
        self.name = self.folder.name
        self.config = config
        self.dossier = Dossier()
        self.engine = Engine(self.dossier)
        self.orphans: tuple[Annotation, ...] = ()
        if not self.folder.is_dir():
            raise InputError(Fault(folder, "there is no such folder", "name a folder of articles"))
        self._worker = Worker(config.limits.memory_mb, config.limits.seconds_per_file)
        self._loading = Loading(self.folder, config, cache, self._worker, use_reading=use_reading)
        self._record = record_folder(self.folder) / _LEDGER
        self.model = Modelled(self.folder, config, self._record.parent)
        self._ledger: Ledger | None = None
        self._seen = 0
        self.catch_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End whatever is going on. There is nothing to save."""
        self._worker.close()
        if self._ledger is not None:
            self._ledger.close()

    def close_worker(self) -> None:
        """End the analysis that is going on, from any thread."""
        self._worker.close()

    # Loading

    def load(self) -> Iterator[Step]:
        """Read and analyse the folder, step by step; each step is then to be applied by the owner."""
        return self._loading.steps()

    def apply(self, step: Step) -> None:
        """Bring the dossier up to a step; listeners are told what changed."""
        if isinstance(step, Contents):
            self._put(step)

    def load_all(self) -> Iterator[Step]:
        """Load and apply in one go, for those without a screen; the steps are given out to be shown."""
        for step in self.load():
            self.apply(step)
            yield step

    def take_answers(self) -> None:
        """Bring the claims up to what the model has said; only those that it moved are looked at again."""
        contents, dossier = self.model.again(), self.dossier
        dossier.put_points(p for p in contents.points if dossier.points.get(p.id) != p)
        changed = [c for c in contents.claims if c.id in dossier.claims and dossier.as_made(c.id) != c]
        dossier.put_claims(changed)
        self.engine.refresh(c.id for c in changed)
        self._settle()

    def _put(self, made: Contents) -> None:
        contents, dossier = self.model.laid_over(made), self.dossier
        for gone in dossier.sources.keys() - {s.id for s in contents.sources}:
            dossier.remove_source(gone)
        dossier.put_sources(s for s in contents.sources if dossier.sources.get(s.id) != s)
        dossier.replace_actors(contents.actors)
        dossier.put_points(p for p in contents.points if dossier.points.get(p.id) != p)
        standing = {c.id for c in contents.claims}
        dossier.remove_claims([c for c in dossier.claims if c not in standing])
        known = dossier.claims
        changed = [c for c in contents.claims if c.id not in known or dossier.as_made(c.id) != c]
        dossier.put_claims(changed)
        self.engine.refresh()
        self._settle()

    def _settle(self) -> None:
        """Put annotations whose target is gone on the same words elsewhere; what finds no place is an orphan."""
        moved, self.orphans = settle(self._annotations(), self.dossier)
        self._apply(moved)

    # What the analyst does: each call is one step of undo, on disk before it returns

    def toggle_tag(self, claim_id: str, tag: str) -> bool:
        """Give the claim a tag, or take it off if it has it; returns whether it has it now."""
        tagged = tag not in self.dossier.record.tags(claim_id)
        self._do(self._deed(Act.TAG, f"{claim_id}/{tag}", "yes" if tagged else None, claim_id))
        return tagged

    def note(self, target: str, text: str) -> None:
        """Write a note on a claim, relation, source or actor in place of the one there; an empty one takes it away."""
        self._do(self._deed(Act.NOTE, target, text.strip() or None))

    def verdict(self, relation_id: str, verdict: Verdict | None) -> None:
        """Judge a contradiction, or take the judgment back."""
        self._do(self._deed(Act.VERDICT, relation_id, verdict))

    def dismiss(self, claim_id: str, reason: str = "") -> None:
        """Take a claim out of the live view, with its contradictions; it stays in the record."""
        self._do(self._deed(Act.DISMISS, claim_id, reason))

    def bring_back(self, claim_id: str) -> None:
        """Take a dismissed claim back into the live view."""
        self._do(self._deed(Act.DISMISS, claim_id, None))

    def put_on_point(self, claim_id: str, point_id: str | None) -> None:
        """Put a claim on a point, or on none."""
        self._do(self._deed(Act.POINT, claim_id, point_id or ""))

    def put_on_new_point(self, claim_id: str, phrase: str) -> str:
        """Make a point and put the claim on it, in one step; returns the point's id. An existing phrase is not made twice."""
        point_id, made = self._point_of(phrase)
        self._do(*made, self._deed(Act.POINT, claim_id, point_id))
        return point_id

    def bring_together(self, claim_id: str, companion_id: str, stands: Mapping[str, str] | None = None) -> str:
        """Put both claims on the point that `offer` says, made if it is not there, and their holders where `stands` says, in one step.

        Returns the point's id. Who is moved and is given no stance has none. Raises ValueError on other words than `commit` takes.
        """
        stands = stands or {}
        for stand in stands.values():
            Commitment.parse(stand)
        offered = offer(self.dossier, claim_id, companion_id)
        point_id, deeds = (offered.point, []) if offered.point else self._point_of(offered.phrase)
        for one in (claim_id, companion_id):
            if self.dossier.claims[one].point != point_id:
                deeds.append(self._deed(Act.POINT, one, point_id))
                if one not in stands and self.dossier.record.get(Act.COMMIT, one) is not None:
                    deeds.append(self._deed(Act.COMMIT, one, None))
        deeds += [self._deed(Act.COMMIT, one, stand) for one, stand in stands.items()]
        if deeds:
            self._do(*deeds)
        return point_id

    def can_reword(self, point_id: str) -> bool:
        """Tell whether a point is the analyst's own, whose phrase can be another."""
        return self.dossier.record.get(Act.NEW_POINT, point_id) is not None

    def reword_point(self, point_id: str, phrase: str) -> None:
        """Give a point that the analyst made another phrase; the claims on it stay."""
        self._do(self._deed(Act.NEW_POINT, point_id, " ".join(phrase.split())))

    def _point_of(self, phrase: str) -> tuple[str, list[Deed]]:
        """Return the id of the point with a phrase, and what makes it if it is not there."""
        wanted = " ".join(phrase.split())
        known = next((p.id for p in self.dossier.points.values() if folded(p.phrase) == folded(wanted)), None)
        if known is not None:
            return known, []
        point_id = stable_id("p", "analyst", folded(wanted))
        return point_id, [self._deed(Act.NEW_POINT, point_id, wanted)]

    def commit(self, claim_id: str, stand: str | None) -> None:
        """Say where the claim's holder stands ("certain +", "refuses" ...), or nothing. Raises ValueError on other words."""
        if stand:
            Commitment.parse(stand)
        self._do(self._deed(Act.COMMIT, claim_id, stand or ""))

    def grade(self, source_id: str, reliability: str | None) -> None:
        """Grade a source's reliability A to F (F: cannot be judged), or take the grade back."""
        self._do(self._deed(Act.RELIABILITY, source_id, reliability))

    def undo(self) -> str | None:
        """Take back the last step; returns in words what was undone, or None if there was nothing."""
        return self._took_effect(ledger.undo(self.config.analyst) if (ledger := self._kept()) else [])

    def redo(self) -> str | None:
        """Do again what was undone last; returns it in words, or None if there was nothing."""
        return self._took_effect(ledger.redo(self.config.analyst) if (ledger := self._kept()) else [])

    def point_suggestions(self, claim_id: str) -> list[Point]:
        """Return the points a claim may belong on, likeliest first: those of its companions, then those with words in common."""
        return suggestions(self.dossier, claim_id)

    def catch_up(self) -> bool:
        """Take in what other rooms on this case have written since; returns whether there was anything."""
        new = self._annotations(self._seen)
        self._take_in(new)
        return bool(new)

    def record_warning(self) -> str | None:
        """Return what the analyst must know of the record before working on it, if anything."""
        ledger = self._kept()
        if ledger is None:
            return None
        return ledger.repaired or ("the record can only be read: nothing you do is kept" if ledger.read_only else None)

    def _kept(self) -> Ledger | None:
        """Return the ledger, if there is one: reading a case without saying anything of it writes nothing into its folder."""
        if self._ledger is None and self._record.exists():
            self._ledger = Ledger.open(self._record)
        return self._ledger

    def _annotations(self, after: int = 0) -> list[Annotation]:
        ledger = self._kept()
        return ledger.since(after) if ledger is not None else []

    def _do(self, *deeds: Deed) -> None:
        if self._ledger is None:
            self._ledger = Ledger.open(self._record)
        self._ledger.append(deeds, who=self.config.analyst)
        self.catch_up()

    def _took_effect(self, annotations: Sequence[Annotation]) -> str | None:
        if not annotations:
            return None
        self.catch_up()
        self._settle()
        return in_words(annotations, self.dossier)

    def _take_in(self, annotations: Sequence[Annotation]) -> None:
        self._apply(annotations)
        self._seen = max((a.id for a in annotations), default=self._seen)

    def _apply(self, annotations: Sequence[Annotation]) -> None:
        self.dossier.annotate(annotations)
        claims = [a.target for a in annotations if a.act in {Act.POINT, Act.COMMIT, Act.DISMISS}]
        points = [a.target for a in annotations if a.act is Act.NEW_POINT]
        if claims or points:
            self.engine.refresh(claims, points)

    def _deed(self, act: Act, target: str, value: str | None, on: str = "") -> Deed:
        return Deed(act, target, value, self._anchors(on or target), self.dossier.record.get(act, target))

    def _anchors(self, target: str) -> tuple[Anchor, ...]:
        if target in self.dossier.sources:
            return (Anchor(self.dossier.sources[target].file, ""),)
        relation = self.dossier.relations.get(target)
        ids = (relation.a, relation.b) if relation else (target,)
        claims = (self.dossier.claims[i] for i in ids if i in self.dossier.claims)
        return tuple(anchor(self.dossier.sources[c.source], c.start, c.end) for c in claims)

    # The brief

    def brief(self, at: datetime | None = None) -> str:
        """Return the annotated brief in Markdown, as of that time (UTC), or of now."""
        from briefing import brief  # noqa: PLC0415 - a room that starts writes none

        return brief.render(
            self.dossier,
            case=self.name,
            analyst=self.config.analyst,
            at=at or datetime.now(UTC),
            tags=[t.name for t in self.config.tags],
            version=__version__,
            orphans=self.orphans,
        )

    def export(self) -> Path:
        """Write the brief beside the record, under a name of its own; returns its path. Raises InputError."""
        at = datetime.now(UTC)
        path = self._record.with_name(f"brief-{at:%Y%m%d-%H%M%S}.md")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(self.brief(at))
        except OSError as error:
            raise InputError(Fault(path, f"cannot be written: {error.strerror}", "briefing export -o FILE")) from None
        path.chmod(0o600)
        return path


def record_folder(folder: Path) -> Path:
    """Return where a case's record is kept: beside its articles, or in the user's data folder if those are not ours to write to."""
    beside = folder / _RECORD
    if folder != resources.SEEDS.resolve() and (beside.is_dir() or os.access(folder, os.W_OK)):
        return beside
    data = Path(platformdirs.user_data_dir("briefing", appauthor=False))
    place = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    return data / "cases" / ("seeds" if folder == resources.SEEDS.resolve() else f"{folder.name}-{place}")
