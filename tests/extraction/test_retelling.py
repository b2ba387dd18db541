"""Who holds what one outlet retells of another: whom that one cites, what it has found, what it says of others."""

import pytest

KELM = {"relays": ("The Kelm Lantern",)}


@pytest.mark.parametrize(
    ("text", "holder", "words"),
    [
        ("The dam is full, the Kelm Lantern reports. It cites two divers.", "two divers", "The dam is full"),
        (
            "The dam is full, the Kelm Lantern reports. The paper relies on a clerk at the water office who asked not to be named.",
            "clerk at the water office",
            "The dam is full",
        ),
        (
            "Among the drowned were four divers, the Kelm Lantern adds, citing a list kept by the harbour master.",
            "harbour master",
            "Among the drowned were four divers",
        ),
        ("“We saw water,” the Kelm Lantern quoted Anna Berg as saying.", "Anna Berg", "We saw water"),
        (
            "The Kelm Lantern quotes a director of Deepwell, the dam’s builder, according to whom the wall is sound.",
            "director of Deepwell",
            "the wall is sound",
        ),
        (
            "The council will drain the lake, the Kelm Lantern reports, citing two divers. “It is full,” one of them told the paper.",
            "one of the two divers",
            "It is full",
        ),
        ("Anna Berg is against tolls, the Kelm Lantern writes.", "Anna Berg", "Anna Berg is against tolls"),
        ("The police rule out a bomb, the Kelm Lantern adds.", "police", "The police rule out a bomb"),
        (
            "The Kelm Lantern is out. The newspaper, which costs two crowns, says that the dam is full.",
            "Kelm Lantern",
            "the dam is full",
        ),
        ("The Kelm Lantern is out. The daily says that the dam is full.", "Kelm Lantern", "the dam is full"),
        (
            "The Kelm Lantern has obtained 40 pages of the dam’s records.",
            "Kelm Lantern",
            "The Kelm Lantern has obtained 40 pages of the dam’s records",
        ),
        (
            "A dive log obtained by the Kelm Lantern has eleven cracks.",
            "Kelm Lantern",
            "A dive log obtained by the Kelm Lantern has eleven cracks",
        ),
        (
            "The Kelm Lantern prints the minutes. The council met. It says that the dam is full.",
            "Kelm Lantern",
            "the dam is full",
        ),
        ("The wall is dry, according to e-mails quoted by the Kelm Lantern.", "Kelm Lantern", "The wall is dry"),
    ],
)
def test_what_is_retold_goes_to_whom_the_outlet_has_it_from_else_to_the_outlet(read, text, holder, words):
    assert read(text, **KELM).who(words) == holder


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        ("The dam is full, the Kelm Lantern reports. It also cites two divers.", "The dam is full", "Kelm Lantern"),
        ("The dam is full, the Kelm Lantern reports. It cites a survey.", "The dam is full", "Kelm Lantern"),
        ("The dam is full, Anna Berg says. It relies on two divers.", "The dam is full", "Anna Berg"),
        (
            "The dam is full, the Kelm Lantern reports. It quotes two divers as saying that the gate is shut.",
            "The dam is full",
            "Kelm Lantern",
        ),
        ("Anna Berg may want a new dam, the Kelm Lantern adds.", "Anna Berg may want a new dam", "Kelm Lantern"),
        (
            "The Kelm Lantern wrote that Anna Berg had claimed a loss of 40 crowns.",
            "Anna Berg had claimed a loss of 40 crowns",
            "Kelm Lantern",
        ),
        (
            "The Kelm Lantern did not print the letter of the council.",
            "The Kelm Lantern did not print the letter of the council",
            None,
        ),
        (
            "The wall is dry, according to a police memo quoted by the Kelm Lantern.",
            "The wall is dry",
            "police memo",
        ),
    ],
)
def test_an_outlet_keeps_what_nobody_else_is_named_for(read, text, words, holder):
    assert read(text, **KELM).who(words) == holder


def test_an_outlet_that_writes_in_its_own_name_has_found_nothing_for_another(read):
    text = "The Kelm Lantern has obtained 40 pages of the dam’s records."
    assert read(text, publisher="The Kelm Lantern").who(text) is None
