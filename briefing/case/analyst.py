"""What the analyst does to a case: each call is one step of undo, on disk before it returns."""

from collections.abc import Mapping
from typing import Protocol

from briefing.case.anchoring import anchors_of
from briefing.case.offers import offer
from briefing.case.present import present
from briefing.dossier import Act, Commitment, Dossier, Verdict, correction, stable_id
from briefing.dossier.correction import Field
from briefing.dossier.folding import folded
from briefing.errors import Fault, InputError
from briefing.ledger import Deed, anchor

_ON_CLAIMS = frozenset({Act.TAG, Act.CREDIBILITY, Act.DISMISS, Act.POINT, Act.COMMIT})


class Do(Protocol):
    """Writes deeds into the record as one step, and lets them take effect."""

    def __call__(self, *deeds: Deed) -> None:
        """Raise InputError if the record refuses them; nothing has happened then."""


class Analyst:
    """The hand of the analyst on a dossier: every command becomes deeds in the record."""

    def __init__(self, dossier: Dossier, do: Do) -> None:
        self.dossier = dossier
        self._do = do

    def toggle_tag(self, claim_id: str, tag: str) -> bool:
        """Give the claim a tag, or take it off if it has it; returns whether it has it now."""
        tagged = tag not in self.dossier.record.tags(claim_id)
        self._do(self._deed(Act.TAG, f"{claim_id}/{tag}", "yes" if tagged else None, claim_id))
        return tagged

    def note(self, target: str, text: str) -> None:
        """Write a note on a claim, relation, source or actor in place of the one there; an empty one takes it away."""
        self._do(self._deed(Act.NOTE, target, text if text.strip() else None))

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
        self._do(*self._kept(point_id), self._deed(Act.POINT, claim_id, point_id or ""))

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
        point_id, made = (offered.point, []) if offered.point else self._point_of(offered.phrase)
        deeds: list[Deed] = []
        for one in (claim_id, companion_id):
            if self.dossier.claims[one].point != point_id:
                deeds.append(self._deed(Act.POINT, one, point_id))
                if one not in stands and self.dossier.record.get(Act.COMMIT, one) is not None:
                    deeds.append(self._deed(Act.COMMIT, one, None))
        if deeds:
            deeds = [*(made or self._kept(point_id)), *deeds]
        deeds += [self._deed(Act.COMMIT, one, stand) for one, stand in stands.items()]
        if deeds:
            self._do(*deeds)
        return point_id

    def merge_points(self, point_id: str, into: str) -> None:
        """Put all claims of a point on another that is the same, in one step; their holders stand where they stood."""
        deeds = self._kept(into)
        for claim in self.dossier.claims_on_point(point_id):
            deeds.append(self._deed(Act.POINT, claim.id, into))
            if claim.commitment is not None:
                deeds.append(self._deed(Act.COMMIT, claim.id, str(claim.commitment)))
        self._do(*deeds)

    def can_reword(self, point_id: str) -> bool:
        """Tell whether a point is the analyst's own, whose phrase can be another."""
        return self.dossier.is_own_point(point_id)

    def reword_point(self, point_id: str, phrase: str) -> None:
        """Give a point that the analyst made another phrase; the claims on it stay."""
        self._do(self._deed(Act.NEW_POINT, point_id, " ".join(phrase.split())))

    def _point_of(self, phrase: str) -> tuple[str, list[Deed]]:
        """Return the id of the point with a phrase, and what makes it if it is not there."""
        wanted = " ".join(phrase.split())
        known = next((p.id for p in self.dossier.points.values() if folded(p.phrase) == folded(wanted)), None)
        if known is not None:
            return known, self._kept(known)
        point_id = stable_id("p", "analyst", folded(wanted))
        return point_id, [self._deed(Act.NEW_POINT, point_id, wanted)]

    def _kept(self, point_id: str | None) -> list[Deed]:
        """Return what keeps the phrase of a point, so that it is still there when nobody else names it any more."""
        point = self.dossier.points.get(point_id or "")
        if point is None or self.dossier.record.get(Act.NEW_POINT, point.id) is not None:
            return []
        return [self._deed(Act.NEW_POINT, point.id, point.phrase)]

    def commit(self, claim_id: str, stand: str | None) -> None:
        """Say where the claim's holder stands ("certain +", "refuses" ...), or nothing. Raises ValueError on other words."""
        if stand:
            Commitment.parse(stand)
        self._do(self._deed(Act.COMMIT, claim_id, stand or ""))

    def grade(self, source_id: str, reliability: str | None) -> None:
        """Grade a source's reliability A to F (F: cannot be judged), or take the grade back."""
        self._do(self._deed(Act.RELIABILITY, source_id, reliability))

    def believe(self, claim_id: str, credibility: str | None) -> None:
        """Grade a claim's credibility 1 to 6 (6: cannot be judged), or take the grade back."""
        self._do(self._deed(Act.CREDIBILITY, claim_id, credibility))

    def toggle_brief(self, target: str) -> bool:
        """Put a claim or relation into the brief, or take it out; returns whether it is in it now."""
        into = self.dossier.record.get(Act.BRIEF, target) is None
        self._do(self._deed(Act.BRIEF, target, "yes" if into else None))
        return into

    # What was read, put right

    def correct(self, claim_id: str, field: Field, typed: str | None) -> None:
        """Put a field of a claim right, or (None) have it as it was read. Raises ValueError if what is typed is no such value."""
        from briefing.case.correcting import value_of  # noqa: PLC0415 - what reads times and figures takes its time, and a start needs none

        published = self.dossier.sources[present(self.dossier.claims, claim_id).source].published
        value = None if typed is None else value_of(field, typed, published)
        target = f"{claim_id}/{field}"
        if value is not None:
            correction.check(target, value)
        if value != self.dossier.record.get(Act.CORRECT, target):
            self._do(self._deed(Act.CORRECT, target, value, claim_id))

    def add_claim(self, source_id: str, start: int, end: int, holder: str) -> str:
        """Add a claim on the exact words from `start` to `end`, held by whoever bears the name (`ARTICLE`: the outlet itself); returns its id."""
        source = present(self.dossier.sources, source_id)
        quote = source.text[start:end]
        claim_id = stable_id("c", "analyst", source.file, str(start), quote)
        standing = self.dossier.record.get(Act.ADD, claim_id)
        self._do(Deed(Act.ADD, claim_id, " ".join(holder.split()), (anchor(source, start, end),), standing))
        return claim_id

    def merge(self, actor_id: str, into_id: str) -> None:
        """Say that an actor is another one."""
        self._do(self._deed(Act.MERGE, self._read_name(actor_id), self._read_name(into_id)))

    def split(self, actor_id: str, alias: str) -> None:
        """Say that an alias is not this actor: an actor of its own, or again the one that was merged under that name."""
        merged = self._merged_as(actor_id, alias)
        if merged is not None:
            self._do(self._deed(Act.MERGE, merged, None))
        else:
            self._do(self._deed(Act.SPLIT, alias, self._read_name(self._owner(actor_id, alias) or actor_id)))

    def rename(self, actor_id: str, name: str) -> None:
        """Give an actor another name; the old one stays an alias. The name it was read under takes the renaming back."""
        naming, wanted = self.dossier.naming, " ".join(name.split())
        under = naming.renamed_under.get(actor_id) or self._read_name(actor_id)
        self._do(self._deed(Act.RENAME, under, wanted if wanted != naming.names_read(actor_id)[0] else None))

    def _read_name(self, actor_id: str) -> str:
        name = self.dossier.naming.telling_name(actor_id)
        if name is None:
            problem = "other actors bear every name of it"
            raise InputError(Fault(self.dossier.actors[actor_id].name, problem, "aliases.yaml can tell them apart"))
        return name

    def splittable(self, actor_id: str) -> list[str]:
        """Return the names of an actor that can be split off."""
        return [
            a for a in self.dossier.actors[actor_id].aliases if self._merged_as(actor_id, a) or self._owner(actor_id, a)
        ]

    def is_merged_as(self, actor_id: str, alias: str) -> bool:
        """Tell whether an actor bears this alias by a merge of the analyst."""
        return self._merged_as(actor_id, alias) is not None

    def _merged_as(self, actor_id: str, alias: str) -> str | None:
        """Return the name that a merge of the analyst stands under which brought this alias to the actor, if one did."""
        naming = self.dossier.naming
        for one, home in naming.homes.items():
            if home == actor_id and folded(alias) in map(folded, naming.names_read(one)):
                return naming.merged_under[one]
        return None

    def _owner(self, actor_id: str, alias: str) -> str | None:
        """Return the actor that was read with this alias among those that are one now."""
        naming = self.dossier.naming
        parts = [actor_id, *(one for one, home in naming.homes.items() if home == actor_id)]
        return next((p for p in parts if folded(alias) in map(folded, naming.names_read(p)[1:])), None)

    def _deed(self, act: Act, target: str, value: str | None, on: str = "") -> Deed:
        """Return what goes into the record. Raises InputError if something is said of what went meanwhile: it would hang on no words."""
        if value is not None and act in _ON_CLAIMS:
            present(self.dossier.claims, on or target)
        elif value is not None and act is Act.RELIABILITY:
            present(self.dossier.sources, target)
        return Deed(act, target, value, anchors_of(self.dossier, on or target), self.dossier.record.get(act, target))
