"""What a language model said of one case: its kept answers laid over what was read, and the questions that still wait."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from briefing.cache import Cache
from briefing.case.steps import Contents
from briefing.config import Config, load
from briefing.dossier import Dossier
from briefing.errors import Fault, InputError
from briefing.model import Consent, Item, Request, Store, Task, batches, claim_item, is_open, lay_over

_ANSWERS = "answers"
_DOC = "docs/model.md"


class Modelled:
    """The model's part in one case. Nothing is sent from here; nothing is laid over while no model is named."""

    def __init__(self, folder: Path, config: Config, record: Path) -> None:
        self.settings = config.model
        self.consent = Consent(folder, config.model.endpoint)
        self.store = Store(record / _ANSWERS, config.model.name)
        self._folder = folder
        self._confidential = config.confidential
        self._made = Contents(())
        self._pairs: tuple[Item, ...] = ()

    @property
    def sign(self) -> str:
        """The model and where it is, while the case may be sent there; "" while it is off."""
        on = self.settings.endpoint and self.settings.name and not self._confidential and self.consent.given
        from briefing.model.offer import host  # noqa: PLC0415 - not needed while it is off

        return f"{self.settings.name} @ {host(self.settings.endpoint)}" if on else ""

    def require(self, *, endpoint: bool = True) -> None:
        """Raise InputError if the case may not be given to a model, or if none is named; `endpoint` as False needs the name alone.

        Whoever forbids it while the case is open is heeded at once, unlike with other settings.
        """
        self._confidential = self._confidential or load(self._folder, {}, Cache(None)).config.confidential
        if self._confidential:
            problem = "the case is confidential: nothing of it is given to a language model"
            raise InputError(Fault(self._confidential, problem, "", key="confidential"))
        for key, value in (("endpoint", self.settings.endpoint if endpoint else "-"), ("name", self.settings.name)):
            if not value:
                problem = "is empty: the language model is off"
                raise InputError(Fault("config.yaml", problem, f"{_DOC} says how to turn it on", key=f"model.{key}"))

    def laid_over(self, contents: Contents) -> Contents:
        """Return the contents with the model's kept answers."""
        self._made = contents
        if not self.settings.name:
            return contents
        laid = lay_over(contents.claims, contents.points, {s.id: s for s in contents.sources}, self.store)
        self._pairs = laid.pairs
        points = (*contents.points, *laid.points)
        return Contents(contents.sources, contents.actors, points, laid.claims)

    def again(self) -> Contents:
        """Return the contents read last with what the model has said since."""
        return self.laid_over(self._made)

    def waiting(self, dossier: Dossier, without: AbstractSet[str] = frozenset()) -> list[Request]:
        """Return the requests without an answer: about claims, and once none is left, about pairs.

        `without` are keys of questions that are not to be asked now.
        """
        sources = {s.id: s for s in self._made.sources}
        claims = (claim_item(c, sources[c.source]) for c in self._made.claims if is_open(c))
        for task, items in ((Task.POINTS, claims), (Task.PAIRS, self._pairs)):
            requests = batches(task, self._unanswered(items, dossier, without), self.settings.batch)
            if requests:
                return requests
        return []

    @staticmethod
    def known(dossier: Dossier) -> list[str]:
        """Return the phrases of the points that claims are on, to be told to the model."""
        used = {c.point for c in dossier.claims.values() if c.covered is None}
        return [p.phrase for p in dossier.points.values() if p.id in used]

    def _unanswered(self, items: Iterable[Item], dossier: Dossier, without: AbstractSet[str]) -> Iterable[Item]:
        seen = set(without)
        for item in items:
            if item.key not in seen and not any(dossier.is_dismissed(w.claim) for w in item.sides):
                seen.add(item.key)
                if self.store.get(item.key) is None:
                    yield item
