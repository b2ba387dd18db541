"""The alias file that an analyst keeps beside the articles: read, checked, every fault with its line."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from briefing import yamlfile
from briefing.dossier import ActorType
from briefing.errors import Fault, InputError
from briefing.extraction.aliases import AliasEntry, Aliases
from briefing.extraction.naming import fold

_MAX_BYTES = 1 << 20

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AliasModel(_Model):
    """An actor and the names it goes by."""

    name: Name = Field(description="the name to show")
    aliases: list[Name] = Field(
        [], description="other names and descriptions that mean the same actor in every article"
    )
    type: ActorType | None = Field(None, description="what it is; left out, the articles decide")


class AliasFileModel(_Model):
    """A whole alias file."""

    actors: list[AliasModel] = Field([], description="actors with their names")
    apart: list[Annotated[list[Name], Field(min_length=2, max_length=2)]] = Field(
        [], description="pairs of names that are never one actor"
    )


def load_aliases(path: Path) -> Aliases:
    """Read an alias file. Raises InputError with every fault found."""
    document = yamlfile.load_file(path, max_bytes=_MAX_BYTES, as_text=True)
    model = yamlfile.fitted(document, AliasFileModel, _known)
    found = [*_shared_names(document, model), *_joined_pairs(document, model)]
    if found:
        raise InputError(*sorted(found, key=lambda f: f.line or 0))
    entries = tuple(AliasEntry(a.name, tuple(a.aliases), a.type) for a in model.actors)
    return Aliases(entries, tuple((a, b) for a, b in model.apart))


def _known(place: yamlfile.Key) -> list[str]:
    return list((AliasModel if place[:1] == ("actors",) else AliasFileModel).model_fields)


def _shared_names(document: yamlfile.YamlText, model: AliasFileModel) -> list[Fault]:
    """Return a fault for every name that stands in two entries, or folds to nothing."""
    owner: dict[str, int] = {}
    faults = []
    for number, actor in enumerate(model.actors):
        places = [("name",), *(("aliases", n) for n in range(len(actor.aliases)))]
        for place, name in zip(places, (actor.name, *actor.aliases), strict=True):
            key = ("actors", number, *place)
            if not fold(name):
                faults.append(document.fault(key, f"'{name}' is no name", "write more of it, or remove it"))
            elif owner.setdefault(fold(name), number) != number:
                other = model.actors[owner[fold(name)]].name
                faults.append(
                    document.fault(key, f"'{name}' already belongs to '{other}'", "leave it with one of them")
                )
    return faults


def _joined_pairs(document: yamlfile.YamlText, model: AliasFileModel) -> list[Fault]:
    """Return a fault for every pair that is to stay apart but is one name, or two names of one entry."""
    owner = {fold(n): number for number, a in enumerate(model.actors) for n in (a.name, *a.aliases)}
    faults = []
    for number, (a, b) in enumerate(model.apart):
        if fold(a) == fold(b):
            faults.append(document.fault(("apart", number), f"'{a}' and '{b}' are the same name", "name two"))
        elif owner.get(fold(a), -1) == owner.get(fold(b), -2):
            faults.append(
                document.fault(
                    ("apart", number), f"'{a}' and '{b}' are names of one actor above", "remove one of the two"
                )
            )
    return faults
