"""One open case: runs reading, analysis and contradictions, keeps the record, tells listeners what changed."""

from briefing.case.case import Case
from briefing.case.places import record_folder
from briefing.case.steps import Changed, Contents, Failed, Finished, Progress, Step

__all__ = ["Case", "Changed", "Contents", "Failed", "Finished", "Progress", "Step", "record_folder"]
