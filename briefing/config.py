"""The settings: `config.yaml` as one validated object.

What was validated once is found again in the cache by the bytes it came from, so that a start loads neither YAML nor pydantic.
"""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from briefing import resources
from briefing.cache import Cache, code_version
from briefing.cache import key as cache_key
from briefing.errors import Fault, InputError
from briefing.files import is_file

FILE = "config.yaml"
VARIABLES = {
    "analyst": "BRIEFING_ANALYST",
    "theme": "BRIEFING_THEME",
    "glyphs": "BRIEFING_GLYPHS",
    "language_model": "BRIEFING_LANGUAGE_MODEL",
}
"""The settings that the environment can give, and the variables that give them."""

ThemeName = Literal["dark", "light", "contrast", "none"]
"""The sets of colours, in the order in which the room goes from one to the next; "none" leaves colours to the terminal."""

_MAX_BYTES = 1 << 20
_NOBODY = "analyst"


class Tag(Struct, frozen=True):
    """Something to tag a claim with; `plain` stands in for `glyph`, `colour` is a colour's name or #rrggbb."""

    name: str
    key: str
    glyph: str
    plain: str
    colour: str
    meaning: str


class Limits(Struct, frozen=True):
    """What is too much for one article: MiB of file and of memory, pages, characters, seconds."""

    file_mb: int
    pages: int
    text_chars: int
    seconds_per_file: float
    memory_mb: int


class ModelSettings(Struct, frozen=True):
    """The opt-in language model: the endpoint ("" is off), its name, the variable with its key, seconds, claims a request, prices.

    Prices are for a million tokens, sent and answered.
    """

    endpoint: str
    name: str
    key_env: str
    timeout: float
    batch: int
    price_in: float | None = None
    price_out: float | None = None


class Config(Struct, frozen=True):
    """All settings; `keys` has the keys of those commands that have others than `briefing.keymap` gives them.

    `filters` are saved filters by name. `confidential` is the file that forbids sending anything of the case to a model, "" if none does.
    """

    analyst: str
    theme: ThemeName
    glyphs: Literal["unicode", "plain"]
    tags: tuple[Tag, ...]
    keys: dict[str, str]
    limits: Limits
    language_model: str
    model: ModelSettings
    confidential: str
    filters: dict[str, str]


class Loaded(Struct, frozen=True):
    """The settings, and the files they were read from, the strongest first."""

    config: Config
    files: tuple[Path, ...]


class Layer(Struct, frozen=True):
    """Settings from one place: a file's name and bytes, or values by key with the name of where each was given.

    What lies `in_case` may have come from elsewhere with the articles, and does not decide where they are sent.
    """

    name: str
    text: bytes | None = None
    values: tuple[tuple[str, str, str], ...] = ()
    in_case: bool = False


def user_file() -> Path:
    """Return where the user's own settings are looked for."""
    return Path(platformdirs.user_config_dir("briefing", appauthor=False)) / FILE


def load(case: Path | None, flags: Mapping[str, str], cache: Cache) -> Loaded:
    """Read the settings for a case; `flags` are those of the command line, by key. Raises InputError with every fault."""
    places = (*([case / FILE] if case is not None else []), user_file(), resources.CONFIG)
    files = {path: data for path in places if (data := _bytes(path)) is not None}
    if resources.CONFIG not in files:
        raise InputError(Fault(resources.CONFIG, "is missing", "install briefing again"))
    environment = tuple((k, v, os.environ[v]) for k, v in VARIABLES.items() if os.environ.get(v))
    layers = (
        *(Layer(str(p), data, in_case=case is not None and p == case / FILE) for p, data in reversed(files.items())),
        Layer("environment", values=environment),
        Layer("command line", values=tuple((k, f"--{k}", v) for k, v in flags.items())),
    )
    config = _validated(layers, cache)
    return Loaded(config if config.analyst else replace(config, analyst=_login()), tuple(files))


def _validated(layers: tuple[Layer, ...], cache: Cache) -> Config:
    made_by = code_version(
        "config.py", "config_schema.py", "keymap.py", "yamlfile.py", "dossier/query.py", "dossier/conditions.py"
    )
    parts = [p for r in layers for p in (r.name, r.text or b"", repr(r.values), repr(r.in_case))]
    key = cache_key("config", made_by, *parts)
    config = cache.get(key, Config)
    if config is None:
        from briefing import config_schema  # noqa: PLC0415 - brings in YAML and pydantic, which a warm start does without

        config = config_schema.validated(layers)
        cache.put(key, config)
    return config


def _bytes(path: Path) -> bytes | None:
    try:
        if not is_file(path):
            return None
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "check its permissions")) from None
    if len(data) > _MAX_BYTES:
        raise InputError(Fault(path, f"larger than {_MAX_BYTES >> 20} MiB", "is this a configuration file?"))
    return data


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return _NOBODY
