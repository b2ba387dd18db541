import subprocess
import sys
from pathlib import Path

import pytest

from briefing import config, resources
from briefing.cache import Cache
from briefing.errors import InputError

NO_CACHE = Cache(None)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    return folder


@pytest.fixture
def user(own_folders: Path) -> Path:
    file = own_folders / "config" / "briefing" / "config.yaml"
    file.parent.mkdir(parents=True)
    return file


def faults(case: Path, text: str, **flags: str) -> list[str]:
    (case / "config.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        config.load(case, flags, NO_CACHE)
    return [str(f).replace(f"{case}/", "") for f in refused.value.faults]


def test_without_any_file_of_the_users_the_defaults_hold(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ines")
    loaded = config.load(None, {}, NO_CACHE)
    assert loaded.files == (resources.CONFIG,)
    assert loaded.config.analyst == "ines"
    assert [t.key for t in loaded.config.tags] == ["k", "d", "w", "f", "q"]


def test_a_user_who_has_no_name_gets_one(monkeypatch):
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert config.load(None, {}, NO_CACHE).config.analyst


def test_nearer_settings_win(case, user, monkeypatch):
    def theme(**flags: str) -> str:
        return config.load(case, flags, NO_CACHE).config.theme

    assert theme() == "dark"
    user.write_text("theme: light\n")
    assert theme() == "light"
    (case / "config.yaml").write_text("theme: dark\n")
    assert theme() == "dark"
    monkeypatch.setenv("BRIEFING_THEME", "light")
    assert theme() == "light"
    assert theme(theme="dark") == "dark"


def test_the_files_that_were_read_are_named_strongest_first(case, user):
    user.write_text("glyphs: plain\n")
    (case / "config.yaml").write_text("theme: light\n")
    assert config.load(case, {}, NO_CACHE).files == (case / "config.yaml", user, resources.CONFIG)


def test_keys_and_limits_are_laid_over_each_other_one_by_one_and_tags_as_a_whole(case, user):
    user.write_text("keys: {undo: Q}\nlimits: {pages: 7}\n")
    (case / "config.yaml").write_text(
        "keys: {redo: W}\nlimits: {file_mb: 3}\ntags:\n  - {name: a b, key: x, glyph: x, plain: x, colour: '#00ff7f'}\n"
    )
    settings = config.load(case, {}, NO_CACHE).config
    assert settings.keys == {"undo": "Q", "redo": "W"}
    assert (settings.limits.pages, settings.limits.file_mb) == (7, 3)
    assert [t.name for t in settings.tags] == ["a b"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "theme:\nlimits:\n  # pages: 3\nkeys:\ntags:\n"])
def test_what_is_left_empty_changes_nothing(case, text):
    before = config.load(None, {}, NO_CACHE).config
    (case / "config.yaml").write_text(text)
    assert config.load(case, {}, NO_CACHE).config == before


def test_names_and_keys_that_yaml_takes_for_values_are_names_and_keys(case):
    (case / "config.yaml").write_text("analyst: No\nkeys: {undo: 7, redo: 8 9}\n")
    settings = config.load(case, {}, NO_CACHE).config
    assert (settings.analyst, settings.keys) == ("No", {"undo": "7", "redo": "8 9"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ntheem: dark", "config.yaml:2: theem: unknown key — did you mean 'theme'?"),
        ("theme: lihgt", "config.yaml:1: theme: must be 'dark', 'light', 'contrast' or 'none' — did you mean 'light'?"),
        ("limits:\n  page: 3", "config.yaml:2: limits.page: unknown key — did you mean 'pages'?"),
        ("limits:\n  pages: many", "config.yaml:2: limits.pages: must be a whole number"),
        ("limits:\n  seconds_per_file: .nan", "config.yaml:2: limits.seconds_per_file: must be "),
        ("language_model: ../evil", "config.yaml:1: language_model: must match pattern"),
        ("analyst: |\n  a\n  b", "config.yaml:1: analyst: must be one line without hidden characters"),
        ("tags: []", "config.yaml:1: tags: must not be empty"),
        (
            "tags: [{name: '', key: k, glyph: x, plain: x, colour: red}]",
            "config.yaml:1: tags.0.name: must not be empty",
        ),
        ("- theme", "config.yaml:1: must be keys with values — write 'key: value'"),
        ("theme: *x", "config.yaml:1: YAML aliases"),
        ("keys: {redoo: x}", "config.yaml:1: keys.redoo: there is no such command — did you mean 'redo'?"),
        ("keys:\n  undo: escp", "config.yaml:2: keys.undo: 'escp' is no key — did you mean 'escape'?"),
        ("keys:\n  undo: shift+g", "config.yaml:2: keys.undo: 'shift+g' is no key — did you mean 'G'?"),
        ("keys:\n  undo: q", "config.yaml:2: keys.undo: 'q' is the key of 'quit' too — choose another"),
        ("keys:\n  undo: Q x", "config.yaml:2: keys.undo: 'x' is the key of 'dismiss' too"),
        ("keys:\n  quit: ''", "config.yaml:2: keys.quit: the room cannot be left without a key — give it another key"),
        ("keys:\n  undo: ctrl+i", "config.yaml:2: keys.undo: 'tab' is the key of 'next-pane' too"),
    ],
)
def test_an_error_says_where_it_is_and_what_to_do(case, text, expected):
    (fault,) = faults(case, text)
    assert fault.startswith(expected)


TAG = "  - {{name: {}, key: {}, glyph: '{}', plain: '{}', colour: {}}}\n"


@pytest.mark.parametrize(
    ("second", "key"),
    [
        (("a", "y", "y", "y", "red"), "tags.1.name: 'a' is the name of the tag 'a' already"),
        (("b", "x", "y", "y", "red"), "tags.1.key: 'x' is the key of the tag 'a' already"),
        (("b", "y", "x", "y", "red"), "tags.1.glyph: 'x' is the glyph of the tag 'a' already"),
        (("b", "yy", "y", "y", "red"), "tags.1.key: "),
        (("b", "y", "界", "y", "red"), "tags.1.glyph: must be one visible character, one cell wide"),
        (("b", "y", "\u202e", "y", "red"), "tags.1.glyph: must be one visible character, one cell wide"),
        (("b", "y", "y", "é", "red"), "tags.1.plain: must be an ASCII character"),
        (("b", "y", "y", "y", "pink"), "tags.1.colour: must be one of red"),
        (("b", "y", "y", "y", "'#12345'"), "tags.1.colour: must be one of red"),
    ],
)
def test_tags_that_cannot_be_told_apart_or_shown_are_refused(case, second, key):
    (fault,) = faults(case, "tags:\n" + TAG.format("a", "x", "x", "x", "red") + TAG.format(*second))
    assert fault.startswith(f"config.yaml:3: {key}")


def test_all_faults_of_all_files_come_at_once(case, user):
    user.write_text("glyphs: fancy\n")
    found = faults(case, "theme: pink\nlimits: {pages: 0}\n")
    assert [f.split(": ")[1] for f in found] == ["glyphs", "theme", "limits.pages"]


def test_broken_yaml_in_one_file_does_not_hide_what_is_wrong_in_another(case, user):
    user.write_text("glyphs: [fancy\n")
    assert [f.split(":")[2].strip() for f in faults(case, "theme: pink\n")] == ["not valid YAML", "theme"]


def test_a_clash_is_laid_at_the_door_of_the_nearest_file(case, user):
    user.write_text("keys: {undo: Q, redo: W}\n")
    (fault,) = faults(case, "keys: {undo: W}\n")
    assert fault.startswith("config.yaml:1: keys.undo: 'W' is the key of 'redo' too")


def test_two_commands_can_swap_their_keys_and_a_command_can_do_without(case):
    (case / "config.yaml").write_text("keys: {undo: x, dismiss: u, copy: ''}\n")
    assert config.load(case, {}, NO_CACHE).config.keys == {"undo": "x", "dismiss": "u", "copy": ""}


def test_a_key_freed_in_the_users_file_can_be_used_in_the_cases(case, user):
    user.write_text("keys: {quit: Q}\n")
    (case / "config.yaml").write_text("keys: {undo: q}\n")
    assert config.load(case, {}, NO_CACHE).config.keys == {"quit": "Q", "undo": "q"}


def test_a_wrong_variable_or_flag_is_named(case, monkeypatch):
    monkeypatch.setenv("BRIEFING_GLYPHS", "ascii")
    assert [f[:45] for f in faults(case, "", theme="drak")] == [
        "environment: BRIEFING_GLYPHS: must be 'unicod",
        "command line: --theme: must be 'dark', 'light",
    ]


def test_a_file_that_is_no_text_is_refused(case):
    (case / "config.yaml").write_bytes(b"theme: dark\nanalyst: \xff\n")
    with pytest.raises(InputError, match=r"config\.yaml:2: not UTF-8"):
        config.load(case, {}, NO_CACHE)


def test_a_file_too_large_to_be_settings_or_that_may_not_be_read_is_refused(case, monkeypatch):
    (case / "config.yaml").write_bytes(b"#" * (1 << 20) + b"\n")
    with pytest.raises(InputError, match=r"config\.yaml: larger than 1 MiB"):
        config.load(case, {}, NO_CACHE)

    def closed(self: Path, *how: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(InputError, match=r"config\.yaml: cannot be read: Permission denied"):
        config.load(case, {}, NO_CACHE)


def test_a_program_without_its_defaults_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "CONFIG", tmp_path / "config.yaml")
    with pytest.raises(InputError, match="is missing — install briefing again"):
        config.load(None, {}, NO_CACHE)


def test_what_was_validated_once_is_found_again_until_a_file_changes(case, tmp_path):
    cache = Cache(tmp_path / "cache")
    (case / "config.yaml").write_text("theme: light\n")
    first = config.load(case, {"analyst": "x"}, cache)
    assert config.load(case, {"analyst": "x"}, cache) == first
    assert config.load(case, {"analyst": "y"}, cache).config.analyst == "y"
    (case / "config.yaml").write_text("theme: dark\n")
    assert config.load(case, {"analyst": "x"}, cache).config.theme == "dark"
    (case / "config.yaml").write_text("theme: drak\n")
    with pytest.raises(InputError):
        config.load(case, {"analyst": "x"}, cache)


def test_a_warm_start_loads_neither_pydantic_nor_yaml(case, tmp_path):
    cache = tmp_path / "cache"
    (case / "config.yaml").write_text("keys: {undo: Q}\n")
    config.load(case, {}, Cache(cache))
    program = (
        "import sys\nfrom pathlib import Path\nfrom briefing import config\nfrom briefing.cache import Cache\n"
        f"loaded = config.load(Path({str(case)!r}), {{}}, Cache(Path({str(cache)!r})))\n"
        "assert loaded.config.keys == {'undo': 'Q'}\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules), 'slow'\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "endpoint",
    [
        "ftp://host/v1",
        "host:8080",
        "http://",
        "http://user:key@host/v1",
        "http://host/v1?key=x",
        "http://ho st/v1",
        "http://host:x",
    ],
)
def test_an_endpoint_is_an_address_without_a_key(endpoint, own_folders):
    place = own_folders / "config" / "briefing"
    place.mkdir(parents=True)
    (place / "config.yaml").write_text(f"model:\n  endpoint: '{endpoint}'\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"config.yaml:2: model.endpoint"):
        config.load(None, {}, Cache(None))


def test_a_saved_filter_that_cannot_be_read_is_refused_with_its_line_and_spot(tmp_path):
    (tmp_path / "config.yaml").write_text("theme: dark\nfilters:\n  odd: is:funny\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        config.load(tmp_path, {}, Cache(None))
    (fault,) = raised.value.faults
    assert fault.line == 3
    assert "character 4: 'funny' is no state" in fault.problem
