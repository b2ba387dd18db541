"""What the analyst adds to the lexicon of a case, and what is said of a file that cannot be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.extraction import LEXICON_FILE, NO_FRAMES, load_frames
from briefing.extraction.entries import is_entry, lexicon
from briefing.extraction.frames import frames_of
from briefing.extraction.model import load

OWN = """\
frames:
  - name: GLACIER_MOVES
    phrase: "{theme} moves"
    positive: [on the move]
    negative: [stagnate/V, "*shove/V~ice"]
  - name: LEAVE_OFFICE
    positive: [hang up~chain]
without: [WARM_WELCOME]
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / LEXICON_FILE).write_text(text, "utf-8")
        return load_frames(tmp_path)

    return write


def faults(written, text):
    with pytest.raises(InputError) as error:
        written(text)
    return [str(f) for f in error.value.faults]


def poles(own, text, frame):
    return [u.positive for u in frames_of(load(None)(text)[:], lambda _: None, lexicon(own)) if u.frame == frame]


def test_a_case_without_the_file_has_the_built_in_frames_alone(tmp_path):
    assert load_frames(tmp_path) == NO_FRAMES


def test_a_list_with_nothing_in_it_is_empty_and_a_folder_of_the_name_is_told(written, tmp_path):
    assert written("frames:\nwithout:\n") == NO_FRAMES
    own = written("frames:\n  - name: ICE\n    phrase: x\n    positive: [creep/V]\n    negative:\n")
    assert own.frames[0].negative == ()
    (tmp_path / LEXICON_FILE).unlink()
    (tmp_path / LEXICON_FILE).mkdir()
    with pytest.raises(InputError, match="is a folder, not a file"):
        load_frames(tmp_path)


def test_own_frames_are_found_beside_the_built_in_ones(written):
    own = written(OWN)
    assert poles(own, "The glacier is on the move.", "GLACIER_MOVES") == [True]
    assert poles(own, "The wind shoved the ice.", "GLACIER_MOVES") == [False]
    assert poles(own, "The mayor resigned.", "LEAVE_OFFICE") == [True]


def test_a_built_in_frame_has_more_entries_and_keeps_its_own(written):
    own = written(OWN)
    assert poles(NO_FRAMES, "The mayor hung up the chain.", "LEAVE_OFFICE") == []
    for text in ("The mayor hung up the chain.", "The mayor resigned."):
        assert poles(own, text, "LEAVE_OFFICE") == [True], text


def test_a_frame_that_is_switched_off_is_not_found(written):
    assert poles(NO_FRAMES, "They gave her a warm welcome.", "WARM_WELCOME") == [True]
    assert poles(written(OWN), "They gave her a warm welcome.", "WARM_WELCOME") == []


def test_other_lexicons_stay_as_they_are(written):
    lexicon(written(OWN))
    assert "GLACIER_MOVES" not in lexicon().phrases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("frames: 7\n", "lexicon.yaml:1: "),
        ("frames:\n  - {name: ice, phrase: x}\n", "'ice' is no name of a frame — write it like GLACIER_MOVES"),
        ("frames:\n  - {name: ICE}\n", "lexicon.yaml:2: frames.0.name: 'ICE' is new and has no phrase"),
        ("frames:\n  - name: VISIT\n    phrase: y\n", "lexicon.yaml:3: frames.0.phrase: 'VISIT' is built in and has its phrase — remove the phrase"),
        ("frames:\n  - {name: ICE, phrase: '{who} holds'}\n", "only {theme} and {agent} stand in braces"),
        ("frames:\n  - {name: ICE, phrase: '{theme holds'}\n", "only {theme} and {agent} stand in braces"),
        ("frames:\n  - name: ICE\n    phrase: x\n    positive: [creep/V, 'a, b']\n", "lexicon.yaml:4: frames.0.positive.1: 'a, b' is no entry"),
        ("frames:\n  - {name: ICE, phrase: x}\n  - {name: ICE, phrase: x}\n", "lexicon.yaml:3: frames.1.name: 'ICE' comes twice"),
        ("without: [WARM_WELCOM]\n", "there is no built-in frame 'WARM_WELCOM' — did you mean 'WARM_WELCOME'?"),
        ("framez: []\n", "did you mean 'frames'?"),
        ("frames:\n  - name: ICE\n    phrase: x\n    positive: [creep/V]\n    negative: [stop/V, Creep/V]\n", "lexicon.yaml:5: frames.0.negative.1: 'Creep/V' stands at the other pole too — remove one of them"),
        ("frames:\n  - name: LEAVE_OFFICE\n    negative: [resign/V]\n", "lexicon.yaml:3: frames.0.negative.0: 'resign/V' stands at the other pole too"),
        ("frames:\n  - {name: VISIT, positive: [drop by]}\nwithout: [VISIT]\n", "lexicon.yaml:2: frames.0.name: 'VISIT' is switched off in `without`"),
        ('frames:\n  - {name: ICE, phrase: "the \\x1b[31mice"}\n', "lexicon.yaml:2: frames.0.phrase: a character that cannot be seen"),
        ('frames:\n  - {name: ICE, phrase: "the\\nice"}\n', "a character that cannot be seen"),
        ("frames:\n  - {name: [ICE], phrase: x}\n", "frames.0.name: must be text"),
        ("frames:\n  - {name: ICE, phrase: x, positive: creep}\n", "frames.0.positive: must be a list"),
        ("frames: []\nframes: []\n", "lexicon.yaml:2: frames: the key stands twice"),
        ("frames: " + "[" * 300 + "]" * 300, "lexicon.yaml:1: nested more than 100 deep"),
        ("frames: []\n#" + "x" * (1 << 20), "larger than 1 MiB"),
        ("frames: [] # \x00\n", "lexicon.yaml:1: a character that YAML does not allow: U+0000"),
    ],
)  # fmt: skip
def test_a_fault_names_the_line_and_what_to_do(written, text, said):
    (fault,) = faults(written, text)
    assert said in fault


def test_every_fault_is_told_in_the_order_of_the_file(written):
    text = "frames:\n  - {name: ICE}\n  - {name: a, phrase: x, negative: ['']}\nwithout: [NO_SUCH]\n"
    assert len(faults(written, text)) == 1  # the form is looked at first
    text = "frames:\n  - {name: ICE}\n  - {name: a, phrase: x}\nwithout: [NO_SUCH_THING_AT_ALL]\n"
    assert [f.split(":")[1] for f in faults(written, text)] == ["2", "3", "4"]


def test_words_with_capitals_are_found_as_well(written):
    own = written("frames: [{name: ICE, phrase: '{theme} moves', positive: [Creep/V~Ice], negative: [stop/V]}]\n")
    assert poles(own, "The ice creeps on.", "ICE") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "without: [" + ", ".join(f"NO_SUCH_{i}" for i in range(3000)) + "]\n",
        "frames: [" + "7, " * 3000 + "]\n",
        "frames: [{name: ICE, phrase: x, positive: [" + "'?', " * 3000 + "]}]\n",
    ],
)
def test_of_very_many_faults_the_first_are_told(written, text):
    found = faults(written, text)
    assert len(found) == 101
    assert found[-1].endswith("and 2900 more faults — mend these first")


def test_lexicons_of_earlier_stands_of_the_file_do_not_stay_in_memory(written):
    for number in range(9):
        lexicon(written(f"frames: [{{name: ICE, phrase: x, positive: [creep{number}]}}]\n"))
    assert lexicon.cache_info().currsize < 5


@given(st.text(max_size=30))
def test_whatever_is_written_as_an_entry_is_taken_or_refused(text):
    if is_entry(text):
        assert text.lstrip("*")[0].isalnum()
        assert "," not in text
        assert "\n" not in text
