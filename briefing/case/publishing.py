"""The brief of a case handed on: composed, rendered in a format, kept as a version."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing import __version__
from briefing.articles import would_be_candidate
from briefing.brief import Edition, Material, compose, markdown
from briefing.brief.data import (
    CLAIM_COLUMNS,
    CONTRADICTION_COLUMNS,
    as_csv,
    as_data,
    as_json,
    claim_rows,
    contradiction_rows,
)
from briefing.brief.document import Document
from briefing.brief.version import Version
from briefing.errors import Fault, InputError
from briefing.files import slug, write_whole

if TYPE_CHECKING:
    from briefing.case.case import Case

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FOLDER = "briefs"


class Brief(Struct, frozen=True):
    """A brief ready to be rendered: the document, what it is an edition of, and the digest of what it says."""

    material: Material
    edition: Edition
    document: Document
    digest: str

    @property
    def is_kept(self) -> bool:
        """Whether it is to be kept as a version: only what is no draft is."""
        return not self.document.draft

    def rendered(self, format: str) -> Mapping[str, bytes]:  # noqa: A002 - the word of the command line
        """Return the files of a format, by what is added to the name that was asked for: CSV makes two."""
        if format == "csv":
            claims = as_csv(claim_rows(self.material), CLAIM_COLUMNS)
            contradictions = as_csv(contradiction_rows(self.material), CONTRADICTION_COLUMNS)
            return {"-claims": _encoded(claims), "-contradictions": _encoded(contradictions)}
        if format == "docx":
            from briefing.brief.word import word  # noqa: PLC0415 - slow to load

            return {"": word(self.document, self.edition.at, self.edition.analyst)}
        return {"": _encoded(self._text(format))}

    def _text(self, format: str) -> str:  # noqa: A002
        if format == "html":
            from briefing.brief.html import html  # noqa: PLC0415 - brings in jinja2

            return html(self.document)
        if format == "json":
            return as_json(self.material, self.edition, self.document, self.digest)
        return markdown(self.document)

    def filled(self, template: Path) -> bytes:
        """Return the brief through a template. Raises InputError."""
        from briefing.brief.templating import fill  # noqa: PLC0415 - brings in jinja2

        return _encoded(fill(template, self.document, as_data(self.material, self.edition, self.document, self.digest)))


class Publishing:
    """Composes the brief of a case, and keeps every finished version that was handed on as JSON."""

    def __init__(self, case: "Case") -> None:
        self._case = case
        self.folder = case.record_folder / _FOLDER

    def versions(self) -> dict[int, Version]:
        """Return the versions that were kept, by number. Raises InputError if one cannot be read."""
        found = (read_version(p) for p in sorted(self.folder.glob("v*.json")) if p.stem[1:].isdigit())
        return dict(sorted((v.version, v) for v in found))

    def brief(self, at: datetime | None = None) -> Brief:
        """Return the brief as of a time (UTC), or of now.

        One that says what the last version said is that version again, with its number and its time.
        """
        case, versions, blank = self._case, self.versions(), self.blank()
        last = versions[max(versions)] if versions else None
        said = markdown(compose(case.dossier, blank))
        digest = hashlib.sha256(said.encode()).hexdigest()
        if last is not None and last.digest == digest:
            before = versions.get(last.version - 1)
            edition = replace(blank, at=datetime.fromisoformat(last.as_of), number=last.version, last=before)
        else:
            edition = replace(blank, at=at or datetime.now(UTC), number=last.version + 1 if last else 1, last=last)
        return Brief(Material(case.dossier), edition, compose(case.dossier, edition), digest)

    def blank(self) -> Edition:
        """Return an edition of no time and number, compared with none."""
        case = self._case
        tags = tuple(t.name for t in case.config.tags)
        return Edition(case.name, case.config.analyst, _EPOCH, __version__, tags, case.orphans, 0)

    def name(self, brief: Brief, format: str) -> str:  # noqa: A002
        """Return the file name that a brief has unless another is asked for."""
        draft = "-draft" if brief.document.draft else ""
        return f"{slug(self._case.name)}-v{brief.edition.number}{draft}.{format}"

    def place(self, brief: Brief, format: str) -> Path:  # noqa: A002
        """Return where a brief is written unless another place is asked for: in the folder one works in, or beside the case if that is of the case."""
        name, beside = self.name(brief, format), self._case.folder.parent
        try:
            here = Path.cwd()
        except FileNotFoundError:
            return beside / name
        return (beside if would_be_candidate(self._case.folder, here / name) else here) / name

    def hand_on(self, brief: Brief, path: Path, files: Mapping[str, bytes], *, over: bool) -> list[Path]:
        """Write the files of a brief and keep it as a version; returns their paths.

        Raises FileExistsError, and writes nothing, if one is there and `over` is false; InputError if one cannot be written, or would be read as
        an article of the case.
        """
        targets = {path.with_stem(path.stem + more): data for more, data in files.items()}
        among = next((t for t in targets if would_be_candidate(self._case.folder, t)), None)
        if among is not None:
            raise InputError(
                Fault(among, "would be read as an article of the case", "name a file outside of its folder")
            )
        there = next((t for t in targets if t.exists() and not over), None)
        if there is not None:
            raise FileExistsError(str(there))
        for target, data in targets.items():
            try:
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_whole(target, data, over=over)
            except OSError as error:
                raise InputError(Fault(target, f"cannot be written: {error.strerror}", "name another file")) from None
        self.keep(brief)
        return list(targets)

    def keep(self, brief: Brief) -> None:
        """Keep a brief that was handed on as a version, unless it is a draft or is kept already. Raises InputError."""
        path = self.folder / f"v{brief.edition.number}.json"
        if not brief.is_kept or path.exists():
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, brief.rendered("json")[""], over=False)
        except OSError as error:
            said = f"the version cannot be kept to compare the next with: {error.strerror}"
            raise InputError(Fault(path, said, "free the disk or the folder and export again")) from None


def read_version(path: Path) -> Version:
    """Read an exported version. Raises InputError."""
    try:
        return Version.read(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "name an export in JSON")) from None
    except ValueError as error:
        raise InputError(Fault(path, f"is no exported version: {error}", "name an export in JSON")) from None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
