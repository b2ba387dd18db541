"""Who answers in an interview, in the layouts and by the introductions that are met."""

import pytest

from briefing import articles
from tests.extraction.conftest import Read

TALK = ("Was it full?", "It was.", "Who came?", "Nobody that I know.", "And the gates?", "The gates were shut.")
LAYOUTS = {
    "accents.txt": "Dam Talk\n\nGuest: Ida Öman, engineer\n\nSTONE: {}\n\nÖMAN: {}\n\nSTONE: {}\n\nÖMAN: {}\n\nSTONE: {}\n\nÖMAN: {}\n",
    "minutes.md": "# Dam Talk\n\nWith Ida Öman.\n\n**[00:04] PAUL:** {}\n\n**[00:09] IDA:** {}\n\n**[00:14] PAUL:** {}\n\n**[00:19] IDA:** {}\n\n**[00:24] PAUL:** {}\n\n**[00:29] IDA:** {}\n",
    "above.txt": "Dam Talk\n\n00:04 Paul Stone\n{}\n\n00:09 Ida Öman\n{}\n\n00:14 Paul Stone\n{}\n\n00:19 Ida Öman\n{}\n\n00:24 Paul Stone\n{}\n\n00:29 Ida Öman\n{}\n",
    "beside.md": "# Dam Talk\n\nWith Ida Öman.\n\n**Paul Stone** (0:04) {}\n\n**Ida Öman** (0:09) {}\n\n**Paul Stone** (0:14) {}\n\n**Ida Öman** (0:19) {}\n\n**Paul Stone** (0:24) {}\n\n**Ida Öman** (0:29) {}\n",
    "run_in.txt": "Dam Talk\n\nWith Ida Öman.\n\n[0:04] Paul {}\n\n[0:09] Ida {}\n\n[0:14] Paul {}\n\n[0:19] Ida {}\n\n[0:24] Paul {}\n\n[0:29] Ida {}\n",
    "brackets.txt": "Dam Talk\n\nWith Ida Öman.\n\n[Paul Stone] {}\n\n[Ida Öman] {}\n\n[Paul Stone] {}\n\n[Ida Öman] {}\n\n[Paul Stone] {}\n\n[Ida Öman] {}\n",
    "offices.txt": "Dam Talk\n\nThe mayor of Luden, Ida Öman, on water\n\nTALK: {}\n\nMAYOR: {}\n\nTALK: {}\n\nMAYOR: {}\n\nTALK: {}\n\nMAYOR: {}\n",
    "letters.txt": "Dam Talk\n\nThis week: Ida Öman-Ruiz (IÖR), engineer\n\nPS: {}\n\nIÖR: {}\n\nPS: {}\n\nIÖR: {}\n\nPS: {}\n\nIÖR: {}\n",
    "table.md": "# Dam Talk\n\nIda Öman runs the dam of Luden, and likes to.\n\n| | |\n|---|---|\n| {} | {} |\n| {} | {} |\n| {} | {} |\n",
    "headings.md": "# Five questions to Ida Öman\n\n### Were you there? {}\n\n{}\n\n### {}\n\n{}\n\n### {}\n\n{}\n",
    "one_line.txt": "A dam and its keeper\n\nIda Öman runs the dam of Luden.\n\nWere you there? {} {}\n\nDid you see them? {} {}\n\nWere you afraid? {} {}\n",
    "wrapped.txt": "Dam Talk\n\nA conversation with Ida Öman, engineer of the dam of\nLuden\n\n- {}\n\n- {} I was there, and it was a very cold night indeed for\nall of us.\n\n- {}\n\n- {} One cannot know everybody in such a long valley\nas ours is.\n\n- {}\n\n- {} I shut them myself at ten in the\nevening.\n",
}


def test_somebody_may_ask_back_once(reader, tmp_path):
    lines = [*TALK, "You have the keys.", "Ask the mayor. Will he tell you?", *("Are you sure?", "I am.") * 7]
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["Dam Talk", "Ida Öman runs the dam of Luden.", *lines]), "utf-8")
    source = articles.read(path, path.name, articles.Limits())
    assert "Öman" in (Read(source, reader.read(source)).who("The gates were shut") or "")


def test_what_is_put_to_somebody_before_the_first_question_is_not_his(reader, tmp_path):
    lines = ["The board blames you.", "I shut the gates myself.", "There is talk of a key.", "It was no key of mine."]
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["An interview with Ida Öman", "Ida Öman runs the dam.", *lines, *TALK]), "utf-8")
    source = articles.read(path, path.name, articles.Limits())
    read = Read(source, reader.read(source))
    assert "Öman" in (read.who("I shut the gates myself") or "")
    assert "Öman" not in (read.who("The board blames you") or "")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_answers_is_known_in_many_layouts(reader, tmp_path, layout):
    path = tmp_path / layout
    path.write_text(LAYOUTS[layout].format(*TALK), "utf-8")
    source = articles.read(path, layout, articles.Limits())
    assert "Öman" in (Read(source, reader.read(source)).who("The gates were shut") or "")


@pytest.mark.parametrize(
    "brought_in",
    [
        "Ida Lund runs the dam. She spoke to Otto Rehn.",
        "In an interview with Otto Rehn, Ida Lund, the engineer, tells what she saw.",
        "Otto Rehn reached Ida Lund at the dam.",
        "We spoke to Ida Lund at the dam.",
        "Questions: Otto Rehn. Guest: Ida Lund.",
        "Dr Ida Lund, engineer of the dam, in conversation with Otto Rehn",
        "Paul Stone is dead. His engineer Ida Lund, 44, met Otto Rehn of the Kelm Courier.",
    ],
)
def test_the_one_brought_in_answers_and_the_one_he_talks_to_does_not(read, brought_in):
    text = f"{brought_in}\nQ. Was it full?\nA. It was.\nQ. And now?\nA. The pumps are running."
    assert read(text).who("The pumps are running") == "Ida Lund"


def test_no_newsroom_answers(read):
    text = "In an interview with the Kelm Courier, the engineer tells all.\nQ. Was it full?\nA. It was.\nQ. And now?\nA. The pumps are running."
    assert read(text).who("The pumps are running") is None


def test_a_body_that_answers_its_customers_speaks_for_itself(read):
    text = "Norvale Hydro\nQ: Is my tap safe?\nA: It is.\nQ: What should I do?\nA: The pumps are running."
    found = read(text, genre="statement", publisher="Norvale Hydro")
    assert found.who("The pumps are running") == "Norvale Hydro"


def test_what_readers_ask_about_themselves_is_no_interview(reader, tmp_path):
    path = tmp_path / "faq.md"
    path.write_text(
        "# The new bins\n\nIda Lund runs the yard.\n\n### When will mine come?\n\nWe bring it in May.\n\n"
        "### May I keep my old one?\n\nYou may. We like it.\n\n### Where do I put it?\n\nThe pavement is wide enough.\n",
        "utf-8",
    )
    source = articles.read(path, "faq.md", articles.Limits())
    assert Read(source, reader.read(source)).who("The pavement is wide enough") is None


@pytest.mark.parametrize(
    "note",
    [
        "Ida Lund, 61, as told to Otto Rehn",
        "Engineer Ida Lund, in her own words",
        "Ida Lund runs the dam.\nAs told to Otto Rehn",
    ],
)
def test_who_tells_what_another_has_written_down_speaks_in_it(read, note):
    text = f"{note}\nThe dam is old.\nI walked along the wall. I was alone.\nMy father built it. The wall is wet."
    assert read(text).who("The wall is wet") == "Ida Lund"


def test_who_answers_is_known_though_he_seems_to_have_written_the_text(read):
    text = "My Working Life\nIda Lund, engineer\nQ. Was it full?\nA. It was.\nQ. And now?\nA. The pumps are running."
    found = read(text, author="Ida Lund", inferred=frozenset({"author"}))
    assert found.who("The pumps are running") == "Ida Lund"
