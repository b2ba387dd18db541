"""What the analyst says of the actors of a case: which names are one, which never are, what somebody is."""

from dataclasses import dataclass, field

from briefing.dossier import ActorType
from briefing.extraction.naming import fold


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """An actor under its canonical `name`, with the other names it goes by and, if stated, what it is."""

    name: str
    aliases: tuple[str, ...] = ()
    type: ActorType | None = None

    @property
    def key(self) -> str:
        """The canonical name folded, by which the actor is known while a case is put together."""
        return fold(self.name)

    @property
    def keys(self) -> frozenset[str]:
        """All its names folded."""
        return frozenset(map(fold, (self.name, *self.aliases)))


@dataclass(frozen=True, slots=True)
class Aliases:
    """The entries of an alias file and the pairs of names that are never one actor."""

    entries: tuple[AliasEntry, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    _homes: dict[str, AliasEntry] = field(init=False, repr=False, compare=False, default_factory=dict)
    _others: dict[str, set[str]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the entries by every name, and the names by those that stay apart from them."""
        self._homes.update((key, entry) for entry in self.entries for key in sorted(entry.keys))
        for a, b in self.apart:
            for one, other in ((self._names(a), self._names(b)), (self._names(b), self._names(a))):
                for key in one:
                    self._others.setdefault(key, set()).update(other)

    def entry(self, key: str) -> AliasEntry | None:
        """Return the entry that has a folded name."""
        return self._homes.get(key)

    def others(self, key: str) -> frozenset[str]:
        """Return the folded names that are never one actor with this one."""
        return frozenset(self._others.get(key, ()))

    def _names(self, name: str) -> frozenset[str]:
        entry = self._homes.get(fold(name))
        return entry.keys if entry else frozenset({fold(name)})
