"""What `config.yaml` may say, as pydantic models, and the laying of one file over another.

Brought in by `briefing.config` only when a file is new or has changed.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from msgspec.structs import replace
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from briefing import keymap, yamlfile
from briefing.config import VARIABLES, Config, Layer, Limits, ModelSettings, Tag, ThemeName, user_file
from briefing.dossier import Query, QueryError
from briefing.errors import Fault, InputError
from briefing.plaintext import has_hidden
from briefing.yamlfile import YamlText

_NOT_HERE = "a case may forbid a language model (confidential: true), not choose where its articles are sent"
COLOURS = ("red", "orange", "gold", "green", "teal", "blue", "purple", "grey")


def _rule(holds: Callable[[str], bool], sentence: str) -> AfterValidator:
    def check(value: str) -> str:
        if not holds(value):
            raise ValueError(sentence)
        return value

    return AfterValidator(check)


def _is_plain_line(value: str) -> bool:
    return not has_hidden(value) and not set(value) & set("\n\r\t\f") and value == value.strip()


def _is_narrow(value: str) -> bool:
    return value.isprintable() and value != " " and unicodedata.east_asian_width(value) not in {"W", "F"}


def _is_colour(value: str) -> bool:
    digits = value.removeprefix("#")
    return value in COLOURS or (
        len(value) == 7 and len(digits) == 6 and not set(digits.lower()) - set("0123456789abcdef")
    )


def _is_endpoint(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return (
            value.isascii()
            and value.isprintable()
            and " " not in value
            and parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
            and not (parts.username or parts.password or parts.query or parts.fragment)
        )
    except ValueError:
        return False


Line = Annotated[str, _rule(_is_plain_line, "must be one line without hidden characters")]
Sign = Annotated[
    str, Field(min_length=1, max_length=1), _rule(_is_narrow, "must be one visible character, one cell wide")
]
Ascii = Annotated[Sign, _rule(str.isascii, "must be an ASCII character")]
Colour = Annotated[str, _rule(_is_colour, f"must be one of {', '.join(COLOURS)}, or '#rrggbb'")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class TagModel(_Model):
    """One tag."""

    name: Annotated[Line, Field(min_length=1, max_length=24), _rule(lambda v: '"' not in v, 'must be without "')]
    key: Sign
    glyph: Sign
    plain: Ascii
    colour: Colour
    meaning: Annotated[Line, Field(max_length=80)] = ""


class LimitsModel(_Model):
    """Limits of one article; what is left out comes from the layer below."""

    file_mb: Annotated[int, Field(ge=1, le=1024)] | None = None
    pages: Annotated[int, Field(ge=1, le=100_000)] | None = None
    text_chars: Annotated[int, Field(ge=1_000, le=100_000_000)] | None = None
    seconds_per_file: Annotated[float, Field(ge=1, le=3600)] | None = None
    memory_mb: Annotated[int, Field(ge=1024, le=1 << 20)] | None = None


class ModelModel(_Model):
    """The opt-in language model; what is left out comes from the layer below."""

    endpoint: (
        Annotated[str, _rule(_is_endpoint, "must be an address such as http://127.0.0.1:11434/v1, without a key in it")]
        | None
    ) = None
    name: Annotated[Line, Field(min_length=1, max_length=200)] | None = None
    key_env: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=80)] | None = None
    timeout: Annotated[float, Field(gt=0, le=3600)] | None = None
    batch: Annotated[int, Field(ge=1, le=200)] | None = None
    price_in: Annotated[float, Field(ge=0)] | None = None
    price_out: Annotated[float, Field(ge=0)] | None = None


class ConfigModel(_Model):
    """One file, which need not say everything."""

    analyst: Annotated[Line, Field(max_length=80)] | None = None
    theme: ThemeName | None = None
    glyphs: Literal["unicode", "plain"] | None = None
    tags: Annotated[list[TagModel], Field(min_length=1, max_length=20)] | None = None
    keys: dict[str, str] | None = None
    limits: LimitsModel | None = None
    language_model: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=80)] | None = None
    model: ModelModel | None = None
    confidential: bool | None = None
    filters: dict[str, str] | None = None


def validated(layers: Iterable[Layer]) -> Config:
    """Lay the layers over each other, the weakest first. Raises InputError with every fault of all of them."""
    faults: list[Fault] = []
    whole: dict[str, Any] = {"keys": {}, "limits": {}, "model": {}, "filters": {}, "confidential": ""}
    overridden: dict[str, YamlText] = {}  # where a command's keys were set, the strongest last
    for layer in layers:
        try:
            document, model = _read(layer)
        except InputError as error:
            faults += error.faults
            continue
        faults += [*_tag_faults(document, model.tags or ()), *_key_faults(document, model.keys or {})]
        faults += _filter_faults(document, model.filters or {})
        if layer.in_case and model.model is not None:
            faults.append(document.fault(("model",), _NOT_HERE, f"put it into {user_file()}"))
        said = model.model_dump(exclude_none=True)
        if said.pop("confidential", False):  # whoever forbids it, nobody allows it again
            whole["confidential"] = layer.name
        for name in ("keys", "limits", "model", "filters"):
            whole[name] |= said.pop(name, {})
        whole |= said
        kept = {command: where for command, where in overridden.items() if command not in (model.keys or {})}
        overridden = kept | dict.fromkeys(model.keys or {}, document)
    faults = faults or list(_clash_faults(whole["keys"], overridden))
    if faults:
        raise InputError(*faults)
    return Config(
        analyst=whole.get("analyst", ""),
        theme=whole["theme"],
        glyphs=whole["glyphs"],
        tags=tuple(Tag(**tag) for tag in whole["tags"]),
        keys=whole["keys"],
        limits=Limits(**whole["limits"]),
        language_model=whole["language_model"],
        model=ModelSettings(**{"endpoint": "", "name": "", "key_env": ""} | whole["model"]),
        confidential=whole["confidential"],
        filters=whole["filters"],
    )


def _read(layer: Layer) -> tuple[YamlText, ConfigModel]:
    document = _document(layer)
    try:
        return document, ConfigModel.model_validate(document.data or {})
    except ValidationError as error:
        raise InputError(*map(_named(layer), yamlfile.faults(document, error, _known))) from None


def _document(layer: Layer) -> YamlText:
    """Return what a layer says; a setting left empty is one that it says nothing of."""
    if layer.text is not None:
        document = yamlfile.load_bytes(layer.text, layer.name, as_text=True)
        if isinstance(document.data, dict):
            said = {key: value for key, value in document.data.items() if value != ""}
            if isinstance(said.get("model"), dict):
                said["model"] = {key: value for key, value in said["model"].items() if value != ""}
            document = replace(document, data=said)
        return document
    unknown = [
        Fault(layer.name, "unknown setting", "", None, given) for k, given, _ in layer.values if k not in VARIABLES
    ]
    if unknown:
        raise InputError(*unknown)
    return YamlText(layer.name, {key: value for key, _, value in layer.values})


def _named(layer: Layer) -> Callable[[Fault], Fault]:
    """Return what puts the variable or flag that gave a setting in the place of its key."""
    given = {key: name for key, name, _ in layer.values}
    return lambda fault: replace(fault, key=given.get(fault.key, fault.key))


def _known(place: yamlfile.Key) -> list[str]:
    parts: dict[str | int, type[BaseModel]] = {"tags": TagModel, "limits": LimitsModel, "model": ModelModel}
    model = parts.get(place[0], ConfigModel) if place else ConfigModel
    return list(model.model_fields)


def _tag_faults(document: YamlText, tags: Iterable[TagModel]) -> Iterable[Fault]:
    for field in ("name", "key", "glyph", "plain"):
        first: dict[str, str] = {}
        for number, tag in enumerate(tags):
            value = getattr(tag, field)
            if value in first:
                problem = f"'{value}' is the {field} of the tag '{first[value]}' already"
                yield document.fault(("tags", number, field), problem, f"give this tag another {field}")
            first.setdefault(value, tag.name)


def _key_faults(document: YamlText, keys: Mapping[str, str]) -> Iterable[Fault]:
    for command, names in keys.items():
        place = ("keys", command)
        if not keymap.is_command(command):
            near = keymap.nearest_command(command)
            remedy = f"did you mean '{near}'?" if near else "docs/keys.md lists the commands"
            yield document.fault(place, "there is no such command", remedy)
        if command == keymap.QUIT and not names.split():
            yield document.fault(place, "the room cannot be left without a key", "give it another key")
        for name in names.split():
            if not keymap.is_key(name):
                near = keymap.nearest_key(name)
                remedy = f"did you mean '{near}'?" if near else "docs/configuration.md lists the keys"
                yield document.fault(place, f"'{name}' is no key", remedy)


def _filter_faults(document: YamlText, filters: Mapping[str, str]) -> Iterable[Fault]:
    for name, text in filters.items():
        try:
            Query.parse(text)
        except QueryError as error:
            problem = f"character {error.at + 1}: {error}"
            yield document.fault(("filters", name), problem, "docs/filters.md has the language of filters")


def _clash_faults(keys: Mapping[str, str], overridden: dict[str, YamlText]) -> Iterable[Fault]:
    for clash in keymap.clashes(keys):
        command = next(c for c in reversed(overridden) if c in clash.commands)
        others = " and ".join(f"'{c}'" for c in clash.commands if c != command)
        problem = f"'{clash.key}' is the key of {others} too"
        yield overridden[command].fault(("keys", command), problem, f"choose another, or give {others} another key")
