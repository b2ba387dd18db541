"""The in-memory model of a case. Standard library only; knows nobody."""

from briefing.dossier.actor import Actor, ActorType, Mention
from briefing.dossier.annotation import Act, Anchor, Annotation, Record, Verdict
from briefing.dossier.change import Change, Part
from briefing.dossier.claim import ARTICLE, Attribution, Claim, Maker, Mode
from briefing.dossier.dossier import Dossier
from briefing.dossier.ids import stable_id
from briefing.dossier.judgment import Confidence, Judgment, Likelihood, Rating, Statement
from briefing.dossier.point import Attitude, Certainty, Commitment, Figure, Period, Point, Polarity, Scope
from briefing.dossier.query import Query, QueryError
from briefing.dossier.ranking import ranked
from briefing.dossier.relation import CONFLICTS, Kind, Relation, RelationType
from briefing.dossier.source import Passage, PassageKind, Source
from briefing.dossier.voice import voice_key, voice_name

__all__ = [
    "ARTICLE", "CONFLICTS", "Act", "Actor", "ActorType", "Anchor", "Annotation", "Attitude", "Attribution", "Certainty", "Change",
    "Claim", "Commitment", "Confidence", "Dossier", "Figure", "Judgment", "Kind", "Likelihood", "Maker", "Mention", "Mode", "Part",
    "Passage", "PassageKind", "Period", "Point", "Polarity", "Query", "QueryError", "Rating", "Record", "Relation", "RelationType",
    "Scope", "Source", "Statement", "Verdict", "ranked", "stable_id", "voice_key", "voice_name",
]  # fmt: skip
