"""What a reviewer would object to."""

from msgspec import Struct


class Finding(Struct, frozen=True):
    """One objection: the rule it comes from, the id of what it is about, what that is called in the brief, and the objection.

    `target` is the id of a judgment, statement, claim, relation or source, or the name of an act that the brief has one of
    ("bottom line").
    """

    rule: str
    target: str
    where: str
    text: str
