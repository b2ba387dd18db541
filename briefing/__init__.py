"""A terminal briefing room for analysts."""

__version__ = "0.1.0"
