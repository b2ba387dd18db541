"""What the analyst said of the case, and what holds after all of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from briefing.dossier.point import Point


class Act(StrEnum):
    """What an analyst can do to a target; the value that goes with it stands behind each.

    Values are text or None; None takes the act back.
    """

    TAG = "tag"  # target claim/tag name; "yes" or None
    NOTE = "note"  # target anything; the note's text or None
    VERDICT = "verdict"  # target relation; a Verdict or None
    DISMISS = "dismiss"  # target claim; the reason ("" if none was given) or None
    POINT = "point"  # target claim; id of a point, "" for none, or None for what was there before
    COMMIT = "commit"  # target claim; a commitment's text, "" for none, or None for what was there before
    NEW_POINT = "new point"  # target point id; its phrase or None
    RELIABILITY = "reliability"  # target source; A to F or None
    CORRECT = "correct"  # target claim/field of it; the value that is right (see dossier/correction.py) or None for what was read
    MERGE = "merge"  # target the name of an actor; the name of the actor it is, or None
    SPLIT = "split"  # target an alias; the name of the actor it is not, or None
    RENAME = "rename"  # target the name of an actor as it was read; its name, or None
    ADD = "add claim"  # target claim; the name of its holder (its words are the anchor), or None
    CREDIBILITY = "credibility"  # target claim; 1 to 6 or None
    BRIEF = "brief"  # target claim or relation; "yes" or None
    JUDGMENT = "judgment"  # target j-id; a judgment as JSON (see dossier/judgment.py) or None
    ASSUMPTION = "assumption"  # target a-id; a statement as JSON or None
    INDICATOR = "indicator"  # target i-id; a statement as JSON or None
    GAP = "gap"  # target g-id; a statement as JSON or None
    HYPOTHESIS = "hypothesis"  # target h-id; a statement as JSON or None
    EVIDENCE = "evidence"  # target claim or relation/j-id; "yes" or None
    RATING = "rating"  # target claim or relation/h-id; a Rating or None
    TITLE = "title"  # target "brief"; text or None
    BOTTOM_LINE = "bottom line"  # target "brief"; text or None
    SOURCE_SUMMARY = "source summary"  # target "brief"; text or None


class Verdict(StrEnum):
    """The analyst's judgment on a contradiction."""

    REAL = "real"
    SUPERSEDED = "superseded"
    SCOPE = "different scope"
    FALSE = "false"


class Anchor(Struct, frozen=True):
    """The words an annotation was made on, to find them again when the file has changed.

    `start` is where they stood in the text of the file whose bytes had the hash `sha256`; "" where that was not kept.
    """

    file: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    sha256: str = ""


class Annotation(Struct, frozen=True):
    """One thing the analyst did: what was there `before`, what is there after (`value`), when (UTC, ISO) and who.

    `target` is the id of a claim, relation, source, actor or point, or of something listed in the brief; a tag's target is
    "claim-id/tag-name", that of evidence "claim-id/judgment-id".
    """

    id: int
    at: str
    who: str
    act: Act
    target: str
    value: str | None
    before: str | None = None
    anchors: tuple[Anchor, ...] = ()


class Record(Struct):
    """What holds after all annotations: for every act and target the last value, and the annotation that set it."""

    _standing: defaultdict[Act, dict[str, Annotation]] = field(default_factory=lambda: defaultdict(dict))
    _tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _corrections: dict[str, dict[str, str]] = field(default_factory=dict)

    def apply(self, annotation: Annotation) -> None:
        """Let an annotation take effect."""
        held = self._standing[annotation.act]
        if annotation.value is None:
            held.pop(annotation.target, None)
        else:
            held[annotation.target] = annotation
        if annotation.act is Act.TAG:
            self._retag(annotation)
        elif annotation.act is Act.CORRECT:
            self._correct(annotation)

    def _correct(self, annotation: Annotation) -> None:
        claim, _, name = annotation.target.partition("/")
        given = {k: v for k, v in self._corrections.pop(claim, {}).items() if k != name}
        if annotation.value is not None:
            given[name] = annotation.value
        if given:
            self._corrections[claim] = given

    def _retag(self, annotation: Annotation) -> None:
        claim, tag = annotation.target.split("/", 1)
        kept = tuple(t for t in self._tags.get(claim, ()) if t != tag)
        self._tags[claim] = kept if annotation.value is None else (*kept, tag)
        if not self._tags[claim]:
            del self._tags[claim]

    def get(self, act: Act, target: str) -> str | None:
        """Return what the analyst last set, or None."""
        annotation = self._standing[act].get(target)
        return annotation.value if annotation else None

    def tags(self, claim: str) -> tuple[str, ...]:
        """Return the claim's tags, in the order they were given."""
        return self._tags.get(claim, ())

    def corrections(self, claim: str) -> Mapping[str, str]:
        """Return what the analyst put right in a claim, by field."""
        return self._corrections.get(claim, {})

    def alters(self, claim: str) -> bool:
        """Tell whether the analyst made a claim stand otherwise than it was read."""
        return any(claim in altered for altered in self._altering())

    def altered(self) -> set[str]:
        """Return the ids of all claims that the analyst made stand otherwise than they were read."""
        return set().union(*self._altering())

    def _altering(self) -> tuple[Mapping[str, object], ...]:
        return self._standing[Act.POINT], self._standing[Act.COMMIT], self._corrections

    def corrected(self) -> Iterator[str]:
        """Yield the ids of claims in which the analyst put something right."""
        return iter(self._corrections)

    def tagged(self, tag: str | None = None) -> Iterator[str]:
        """Yield the ids of claims with that tag, or with any."""
        return (claim for claim, tags in self._tags.items() if tag is None or tag in tags)

    def standing(self, act: Act | None = None) -> Iterator[Annotation]:
        """Yield the annotations that hold, of one act or of all, oldest first."""
        acts = self._standing.values() if act is None else (self._standing[act],)
        return iter(sorted((a for held in acts for a in held.values()), key=lambda a: a.id))

    def points(self) -> Iterator[Point]:
        """Yield the points that the analyst made."""
        return (Point(a.target, a.value or "") for a in self.standing(Act.NEW_POINT))
