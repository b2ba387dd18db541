"""Points and commitments become contradictions."""

from briefing.contradiction.engine import Engine

__all__ = ["Engine"]
