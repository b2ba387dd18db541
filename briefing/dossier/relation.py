"""What two claims on one point, or on two linked points, are to each other."""

from enum import StrEnum

from msgspec import Struct


class RelationType(StrEnum):
    """Whether two claims can stand together."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    SUPERSEDED = "superseded"
    CORROBORATION = "corroboration"

    @property
    def is_conflict(self) -> bool:
        """Whether the two cannot hold together, or pull apart."""
        return self in CONFLICTS


CONFLICTS = (RelationType.CONTRADICTION, RelationType.TENSION)
"""What cannot hold together, or pulls apart."""


class Kind(StrEnum):
    """What sets two claims against each other, or that they agree."""

    NEGATION = "negation"
    ANTONYM = "antonym"
    DENIAL = "denial"
    NUMBER = "number"
    TIME = "time"
    RESPONSIBILITY = "responsibility"
    SCOPE = "scope"
    MODALITY = "modality"
    STANCE = "stance"
    IMPLICATION = "implication"
    AGREEMENT = "agreement"


class Relation(Struct, frozen=True, gc=False):
    """Two claims, what they are to each other, and why.

    `a` and `b` are claim ids, in the order of their reading (for superseded: the earlier first). `point` is the point they
    meet on (the point of `a`). `rule` names the rule that found it; `explanation` is one sentence a person would say.
    `a_words` and `b_words` are the decisive words, (start, end) in each source. `score` orders findings, best highest; it is
    no probability; `strength`, between 0 and 1, is how flatly the rule found them to clash or to agree, before who says so counts.
    `independent` is whether the two go back to different origins.
    """

    id: str
    a: str
    b: str
    type: RelationType
    kind: Kind
    point: str
    rule: str
    explanation: str
    a_words: tuple[int, int]
    b_words: tuple[int, int]
    score: float
    independent: bool
    strength: float = 1.0
