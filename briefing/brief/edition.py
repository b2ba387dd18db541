"""What a brief is an edition of: when, by whom, and which version after which."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from briefing.brief.version import Version
from briefing.dossier import Annotation


class Edition(Struct, frozen=True):
    """The occasion of a brief.

    `at` is when it is made (aware of its zone; shown in UTC), `program` the version of this program, `tags` the tags in the order
    wanted, `orphans` the annotations that have lost their words, `number` the version it is or would be, `last` the version before.
    """

    case: str
    analyst: str
    at: datetime
    program: str
    tags: Sequence[str] = ()
    orphans: Sequence[Annotation] = ()
    number: int = 1
    last: Version | None = None
