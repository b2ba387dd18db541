"""One open case: its dossier, its contradictions and its record, kept in step."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefing.cache import Cache
from briefing.case.analyst import Analyst
from briefing.case.author import Author
from briefing.case.book import LEDGER, Book
from briefing.case.loading import Loading
from briefing.case.modelled import Modelled
from briefing.case.places import record_folder
from briefing.case.steps import Contents, Step
from briefing.case.watching import Stopped
from briefing.case.words import suggestions
from briefing.case.worker import Worker
from briefing.config import Config
from briefing.contradiction import Engine
from briefing.dossier import Annotation, Dossier, Maker, Point
from briefing.errors import InputError
from briefing.files import no_folder

if TYPE_CHECKING:
    from briefing.case.publishing import Publishing


class Case:
    """A folder of articles, opened for one analyst.

    `load` may run on any thread; everything else belongs to the thread that owns the case.
    """

    def __init__(self, folder: Path, config: Config, cache: Cache, *, use_reading: bool = True) -> None:
        """Open the case's record. Raises InputError if the folder or its record cannot be used."""
        self.folder = folder.resolve()
        self.name = os.fsencode(self.folder.name).decode(errors="backslashreplace")
        self.config = config
        self.dossier = Dossier()
        self.engine = Engine(self.dossier)
        if not self.folder.is_dir():
            raise InputError(no_folder(folder))
        self._worker = Worker(config.limits.memory_mb, config.limits.seconds_per_file)
        self._loading = Loading(self.folder, config, cache, self._worker, use_reading=use_reading)
        record = record_folder(self.folder) / LEDGER
        self.model = Modelled(self.folder, config, record.parent)
        self.book = Book(record, self.dossier, self.engine, config.analyst)
        self.analyst = Analyst(self.dossier, self.book.do)
        self.author = Author(self.dossier, self.book.do)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End whatever is going on. There is nothing to save."""
        self._worker.close()
        self.book.close()

    def close_worker(self) -> None:
        """End the analysis that is going on, from any thread."""
        self._worker.close()

    # Loading

    def load(self) -> Iterator[Step]:
        """Read and analyse the folder, step by step; each step is then to be applied by the owner."""
        return self._loading.steps()

    def follow(self, stopped: Stopped) -> Iterator[Step]:
        """Go on reading whatever changes in the folder, step by step as in `load` and on the same thread, until it is stopped."""
        return self._loading.follow(stopped)

    def apply(self, step: Step) -> None:
        """Bring the dossier up to a step; listeners are told what changed."""
        if isinstance(step, Contents):
            for _ in self.taking_in(step):
                pass

    def load_all(self) -> Iterator[Step]:
        """Load and apply in one go, for those without a screen; the steps are given out to be shown."""
        for step in self.load():
            self.apply(step)
            yield step

    def take_answers(self) -> None:
        """Bring the claims up to what the model has said; only those that it moved are looked at again."""
        contents, dossier = self.model.again(), self.dossier
        dossier.put_points(p for p in contents.points if dossier.points.get(p.id) != p)
        changed = [c for c in contents.claims if c.id in dossier.claims and dossier.as_made(c.id) != c]
        dossier.put_claims(changed)
        self.engine.refresh(c.id for c in changed)
        self.book.settle()

    def taking_in(self, made: Contents) -> Iterator[None]:
        """Put contents in the place of those there were, with pauses in which the owner may go on working.

        At the first pause everything is there but the contradictions; they come by and by.
        """
        contents, dossier = self.model.laid_over(made), self.dossier
        for gone in dossier.sources.keys() - {s.id for s in contents.sources}:
            dossier.remove_source(gone)
        dossier.put_sources(s for s in contents.sources if dossier.sources.get(s.id) != s)
        dossier.replace_actors(contents.actors)
        dossier.put_points(p for p in contents.points if dossier.points.get(p.id) != p)
        known = dossier.claims
        gone_claims = known.keys() - {c.id for c in contents.claims} if known else ()
        dossier.remove_claims([i for i in gone_claims if known[i].by is not Maker.ANALYST])
        changed = (
            [c for c in contents.claims if c.id not in known or dossier.as_made(c.id) != c]
            if known
            else contents.claims
        )
        dossier.put_claims(changed)
        yield
        yield from self.engine.refreshing()
        dossier.drop_points({p.id for p in contents.points})
        yield
        yield from dossier.ranking()
        self.book.settle()

    @property
    def orphans(self) -> tuple[Annotation, ...]:
        """Annotations whose words are no longer found."""
        return self.book.orphans

    def undo(self) -> str | None:
        """Take back the analyst's last step; returns in words what was undone, or None if there was nothing."""
        return self.book.undo()

    def redo(self) -> str | None:
        """Do again what was undone last; returns it in words, or None if there was nothing."""
        return self.book.redo()

    def catch_up(self) -> bool:
        """Take in what other rooms on this case have written since; returns whether there was anything."""
        return self.book.catch_up()

    def record_warning(self) -> str | None:
        """Return what the analyst must know of the record before working on it, if anything."""
        return self.book.warning()

    def point_suggestions(self, claim_id: str) -> list[Point]:
        """Return the points a claim may belong on, likeliest first: those of its companions, then those with words in common."""
        return suggestions(self.dossier, claim_id)

    # The brief

    @property
    def record_folder(self) -> Path:
        """Where the record is kept, and the versions of the brief beside it."""
        return self.book.path.parent

    @property
    def publishing(self) -> "Publishing":
        """The brief, to be handed on."""
        from briefing.case.publishing import Publishing  # noqa: PLC0415 - a room that starts writes none

        return Publishing(self)
