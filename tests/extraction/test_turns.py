"""Interviews, statements and signed opinions: whose voice a paragraph is."""

import re

import pytest

from briefing.dossier import Mode
from briefing.extraction.conversations import divided

INTERVIEW = """Anna Berg has run the dam for six years. She spoke to Paul Stone.
Q: Was the dam full?
A: Yes. We opened the gates.
Q: The union says nobody came.
A: That is not true. The police told us to wait."""


def test_answers_belong_to_the_one_who_is_interviewed(read):
    found = read(INTERVIEW)
    assert found.who("We opened the gates") == "Anna Berg"
    assert found.who("That is not true") == "Anna Berg"


def test_a_short_answer_is_a_claim_and_a_question_is_asked(read):
    found = read(INTERVIEW)
    assert found.who("Yes") == "Anna Berg"
    assert found.claim("Was the dam full?").mode is Mode.ASKS


def test_labels_are_no_part_of_claims(read):
    assert not any(w.startswith(("Q:", "A:")) for _, w in read(INTERVIEW).claims())


def test_whom_an_answer_quotes_is_credited_through_the_one_who_answers(read):
    found = read(
        "Q: Who was there?\nA: Hans said the gates were open.\nQ: When?\nA: On Friday.\nAnna Berg was interviewed."
    )
    assert "the gates were open" in [w for _, w in found.claims()]


def test_turns_are_known_by_surname_too(read):
    text = "Anna Berg spoke to us.\nSTONE: Was it full?\nBERG: It was full.\nSTONE: Who came?\nBERG: The police came at noon."
    assert read(text).who("The police came at noon") == "Anna Berg"


def test_everybody_who_has_a_turn_in_a_hearing_speaks_for_himself(read):
    found = read(
        "SENATOR VALE: Was the line dead?\nMS. FERREIRA (Acme Power): I relied on the log. I no longer say so.\n"
        "SENATOR VALE: Mr. Boone?\nMR. BOONE: The gate was open.\nSENATOR VALE: Ms. Ferreira again?\n"
        "MS. FERREIRA: We closed it. Nobody told us.\nMR. BOONE: It was never closed."
    )
    assert found.who("I no longer say so") == found.who("Nobody told us") == "Ferreira"
    assert found.who("The gate was open") == found.who("It was never closed") == "Boone"


def test_the_one_who_asks_may_have_the_first_turn_or_not(read):
    begun = "HART: Thank you for having me. The dam is sound.\nQUESTION: Was it full?\nHART: It was full."
    assert (
        read(f"Ida Hart meets the press.\n{begun}\nQUESTION: Who came?\nHART: The police.").who("It was full")
        == "Ida Hart"
    )


def test_a_colon_alone_makes_no_interview(read):
    text = "Note: the dam is full.\nThe gates are stuck."
    assert {h for h, _ in read(text).claims()} == {None}


def test_a_statement_speaks_for_its_issuer(read):
    found = read("Norvale Hydro\nThe dam is full.", genre="statement", publisher="Norvale Hydro")
    assert found.who("The dam is full") == "Norvale Hydro"


@pytest.mark.parametrize("publisher", ["Ministry of Dams, Republic of Norvale", "Norvale Hydro, Press Office"])
def test_a_statement_speaks_for_its_issuer_by_the_name_before_the_comma(read, publisher):
    text = "The gates are safe, the Ministry of Dams and Norvale Hydro agree.\nThe dam is full."
    assert read(text, genre="statement", publisher=publisher).who("The dam is full") == publisher.partition(",")[0]


def test_a_statement_speaks_for_its_issuer_where_it_calls_it_by_its_last_word(read):
    found = read(
        "The gates were seen by the Laboratory.\nThe dam is full.",
        genre="statement",
        publisher="Norvale Water Laboratory",
    )
    assert found.who("The dam is full") == "Norvale Water Laboratory"


def test_a_statement_speaks_for_the_person_named_in_it_where_no_body_issues_it(read):
    found = read(
        "The Administrator, Dr Anna Berg, informs the public as follows.\nThe dam is full.",
        genre="statement",
        author="Anna Berg",
        inferred=frozenset({"author"}),
    )
    assert found.who("The dam is full") == "Anna Berg"


def test_findings_of_which_a_statement_does_not_say_whose_they_are_are_its_issuers(read):
    text = "Norvale Hydro\nInitial findings show that the pipe broke. A police report shows that the gate was shut."
    found = read(text, genre="statement", publisher="Norvale Hydro")
    assert found.who("the pipe broke") == "Norvale Hydro"
    assert found.who("the gate was shut") == "police report"


@pytest.mark.parametrize("genre", ["opinion", "Comment", "guest essay"])
def test_an_opinion_speaks_for_its_author(read, genre):
    found = read("By Anna Berg\nThe dam must go.", genre=genre, author="Anna Berg")
    assert found.who("The dam must go") == "Anna Berg"


def test_a_disclosure_speaks_for_who_publishes_it(read):
    text = "Norvale Hydro\nThe valve was closed at noon."
    found = read(text, genre="Public disclosure under Rule 14", publisher="Norvale Hydro")
    assert found.who("The valve was closed at noon") == "Norvale Hydro"


def test_the_one_interviewed_stands_before_the_first_question(read):
    found = read(
        "Ida Lund, head of the harbour board, talks to Otto Rehn.\nQ. Sorenia Vale says it leaked.\n"
        "A. It did not leak.\nQ. And now?\nA. The pumps are running."
    )
    assert found.who("It did not leak") == "Ida Lund"


def test_what_a_ministry_puts_out_is_its_own_statement_and_what_a_paper_prints_is_not(read):
    text = "Ministry of the Interior\nThe valve was closed at noon."
    assert (
        read(text, publisher="Ministry of the Interior").who("The valve was closed at noon")
        == "Ministry of the Interior"
    )
    assert read(text, publisher="The Kelm Ministry Review").who("The valve was closed at noon") is None


def test_a_ministrys_statement_is_its_own_though_it_only_calls_itself_the_ministry(read):
    found = read("The valve was closed at noon.\nThe Ministry has no doubt of it.", publisher="Ministry of Water")
    assert found.who("The valve was closed at noon") == "Ministry of Water"


def test_who_writes_as_i_speaks_for_himself(read):
    text = "Dam Notes\nI walked along the wall, and I took my camera.\nThe wall is wet.\nI do not like it."
    assert read(text, publisher="Dam Notes").who("The wall is wet") == "Dam Notes"
    assert read(f"Anna Berg\n{text}", publisher="Dam Notes", author="Anna Berg").who("The wall is wet") == "Anna Berg"


def test_an_author_with_a_double_name_or_off_duty_is_one(read):
    text = "I walked along the wall, and I took my camera.\nThe wall is wet.\nI do not like it."
    for author in ("Anna Berg-O’Hara", "Captain (ret.) Anna Berg"):
        assert "Anna Berg" in read(f"{author}\n{text}", publisher="Dam Notes", author=author).who("The wall is wet")


def test_an_author_who_writes_as_i_is_no_she_in_what_he_writes(read):
    found = read(
        "By Anna Berg.\nI met Ida Lund. I liked my tea. She told me that the dam was full.",
        genre="opinion",
        author="Anna Berg",
    )
    assert found.who("the dam was full") == "Ida Lund"


def test_who_is_quoted_as_i_does_not_make_a_report_his(read):
    text = "Anna Berg\n“I walked along my wall,” said Paul Stone. “I like it. I do.”\nThe wall is wet."
    assert read(text, author="Anna Berg").who("The wall is wet") is None


RETOLD = "The dam is full, the Kelm Lantern reports.\nThe gates are stuck.\nHenrik Dahl said nobody came."


def test_what_a_digest_tells_after_naming_its_one_source_is_that_sources(read):
    found = read(RETOLD, genre="digest", relays=("The Kelm Lantern",))
    assert found.who("The gates are stuck") == "Kelm Lantern"
    assert found.chain("nobody came") == ["Kelm Lantern", "Henrik Dahl"]


def test_a_report_that_names_another_outlet_keeps_its_own_claims(read):
    assert read(RETOLD, relays=("The Kelm Lantern",)).who("The gates are stuck") is None


def test_the_words_that_head_the_paragraphs_of_a_newsletter_are_no_part_of_claims(read):
    found = read("The money: it is gone.\n**The gates:** they are stuck.\nOn the wall: it is wet.")
    assert [w for _, w in found.claims()] == ["it is gone", "they are stuck", "it is wet"]


def test_what_the_one_asked_is_told_he_said_is_his_and_what_he_is_asked_is_not(read):
    found = read(
        "Anna Berg runs the dam.\nQ: On Monday you said that nobody was hurt.\nA: I was wrong.\n"
        "Q: Do you think the wall will hold?\nA: It will."
    )
    assert found.who("nobody was hurt") == "Anna Berg"
    assert [h for h, w in found.claims() if "wall will hold" in w] == [None]


@pytest.mark.parametrize(
    ("question", "answer", "words", "who"),
    [
        ("You called the valve safe.", "It is.", "You called the valve safe", "Anna Berg"),
        ("Ms Berg, the mayor says that you were warned.", "By whom?", "you were warned", "mayor"),
        ("Ms Berg, the engineer, says that the wall is old.", "She does.", "the wall is old", "Anna Berg"),
        ("Why?", "The director says the gate was shut.", "the gate was shut", "director"),
        ("Why?", "The guard complained about the cold.", "The guard complained about the cold", "Anna Berg"),
        ("Why?", "They wanted money for it.", "They wanted money for it", "Anna Berg"),
        ("Why?", "The guard complained that it was cold.", "it was cold", "guard"),
        ("Why?", "The guard called it “a grave”.", "The guard called it “a grave", "Anna Berg"),
        ("Why?", "The ministry told us to wait.", "The ministry told us to wait", "ministry"),
        ("Why?", "The guard knocked and said that it was cold.", "said that it was cold", "Anna Berg"),
        ("Why?", "They will tell you it is safe.", "They will tell you it is safe", "Anna Berg"),
        ("Why?", "My deputy denies it.", "My deputy denies it", "My deputy"),
        ("Why?", "I hope that it holds.", "I hope that it holds", "Anna Berg"),
        ("Why?", "Our lawyers see no basis for it.", "Our lawyers see no basis for it", "Anna Berg"),
        ("The mayor sees no need.", "No.", "The mayor sees no need", "mayor"),
        ("The mayor wants you to pay.", "No.", "The mayor wants you to pay", "mayor"),
    ],
)
def test_what_others_say_is_theirs_in_an_interview_and_what_they_do_is_told_by_who_answers(
    read, question, answer, words, who
):
    text = (
        f"Anna Berg, director of the Luden dam, talks to us.\nQ: Was it full?\nA: It was.\nQ: {question}\nA: {answer}"
    )
    assert read(text, genre="interview").who(words) == who


def test_nobody_who_talks_is_meant_by_a_word_for_another(read):
    text = (
        "Anna Berg, head of the dam, talks with Carla Weiss.\nQ: What happened?\nA: He told us that the gate was shut.\n"
        "Q: The mediator says a deal is close.\nA: I doubt it."
    )
    found = read(text, genre="interview", author="Carla Weiss")
    assert found.who("the gate was shut") == "Anna Berg"
    assert found.who("a deal is close") == "mediator"


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("Paul is paid to growl.", "Paul"),
        ("Judge Stone is an optimist.", "Stone"),
        ("Paul said so too.", "Your lawyer"),
        ("Luden Hydro is bankrupt.", "Your lawyer"),
        ("He is paid to growl.", "Your lawyer"),
        ("I talked to Paul.", "Your lawyer"),
    ],
)
def test_whom_a_question_describes_is_who_the_answer_calls_by_name(read, answer, who):
    text = (
        f"Anna Berg runs the dam.\nQ: Was it full?\nA: It was.\nQ: Your lawyer says that a deal is close.\nA: {answer}"
    )
    found = read(text, genre="interview")
    holder = found.claim("a deal is close").holder
    assert who in {n.text for n in found.extract.names if n.entity == holder}


def test_of_two_who_talk_the_one_who_alone_puts_questions_asks(read):
    text = (
        "Ida Weiss met Anna Berg.\nWEISS: Was it full?\nBERG: It was.\nWEISS: You said that nobody was hurt.\n"
        "BERG: I was wrong.\nWEISS: People are angry.\nBERG: They are."
    )
    assert read(text).who("nobody was hurt") == "Anna Berg"


def test_who_is_addressed_outside_an_interview_says_nothing(read):
    assert {h for h, _ in read("You said the dam was full.").claims()} == {None}


@pytest.mark.parametrize(
    "opening",
    [
        "On Tuesday Flight NH9 came down on Skarvoy. Captain Oda Ness told us why.",
        "An interview by Bjarne Holt with Oda Ness, skipper of the trawler Maren Iluz",
        "A former fighter of the Sable Brigade, whom we call Oda Ness",
    ],
)
def test_who_is_interviewed_may_stand_behind_a_flight_or_before_a_ship(read, opening):
    text = f"{opening}\nQ: Who came?\nA: The gates were open.\nQ: Was it late?\nA: It was."
    assert read(text).who("The gates were open") == "Oda Ness"


def test_an_interview_is_with_whom_it_names_and_not_with_whose_wife_she_is(read):
    found = read(
        "Anna Berg, wife of Paul Stone, speaks by telephone with Inga Dahl.\nQ: Who came?\nA: The gates were open.\n"
        "Q: Was it late?\nA: It was."
    )
    assert found.who("The gates were open") == "Anna Berg"


def test_an_office_that_labels_turns_is_whoever_stands_in_brackets_behind_it(read):
    found = read(
        "Ms ANA LIND (Labour): Who came?\nThe PRIME MINISTER (Mr Paul Stone): The gates were open.\n"
        "Ms LIND: Was it late?\nThe PRIME MINISTER: The wall was wet."
    )
    assert found.who("The gates were open") == found.who("The wall was wet") == "Paul Stone"


def test_who_asks_with_a_title_holds_what_she_says(read):
    found = read(
        "MINISTER KAHL: The gates were open.\nDEPUTY LEA STORM: Who came?\nMINISTER KAHL: The wall was wet.\n"
        "DEPUTY STORM: The dam was empty."
    )
    assert found.who("The dam was empty") == "Lea Storm"


def test_a_label_of_an_occupation_names_whose_turn_it_is(read):
    found = read(
        "HOST ANNA BERG: Who was there?\nNURSE: They came at noon.\nBERG: And then?\nNURSE: The gates were shut.\n"
        "BERG: You were there?\nCALLER PAUL STONE: The wall fell first.\nBERG: When?\nSTONE: At ten."
    )
    assert found.who("They came at noon") == "nurse"
    assert found.who("The wall fell first") == "Paul Stone"


TALKS = {
    "a name in capitals": "Anna Berg talked to us.\n\nKURIER Was it full?\n\nBERG I saw it. We opened the gates.\n\nKURIER And then?\n\n"
    "BERG The police came.\n\nKURIER Who else?\n\nBERG Nobody came.",
    "a letter": "Anna Berg talked to us.\n\nQ Was it full?\n\nA I saw it. We opened the gates.\n\nQ And then?\n\nA The police came.\n\n"
    "Q Who else?\n\nA Nobody came.",
    "initials": "Anna Berg in conversation with Paul Stone\n\nP.S. Was it full?\n\nA.B. I saw it. We opened the gates.\n\nP.S. And then?\n\n"
    "A.B. The police came.\n\nP.S. Who else?\n\nA.B. Nobody came.",
    "initials of who answers": "Five minutes with Anna Berg\n\nAnna Berg has run the dam for six years.\n\nWas it full?\nAB: I saw it. We opened the gates.\n\n"
    "And then?\nAB: The police came.\n\nThe union says you left.\nAB: Nobody came.",
    "no label": "Anna Berg has run the dam for six years.\n\nWas it full?\n\nI saw it. We opened the gates.\n\nAnd then?\n\nThe police came.\n\n"
    "The union says you left.\n\nNobody came. I stayed.\n\nAre you tired?\n\nYes.",
    "no label, questions in bold": "Anna Berg has run the dam for six years.\n\n**Was it full?**\n\nI saw it.\n\nWe opened the gates.\n\n"
    "**And then?**\n\nThe police came.\n\n**You left.**\n\nNobody came. I stayed.",
    "questions in bold right above": "Anna Berg has run the dam for six years.\n\n**Was it full?**\nI saw it. We opened the gates.\n\n"
    "**And then?**\nThe police came.\n\n**The union says you left.**\nNobody came. I stayed.",
    "a heading in capitals with a colon": "IN CONVERSATION: THE DIRECTOR\n\nAnna Berg has run the dam for six years.\n\nQ. Was it full?\n\n"
    "A. I saw it. We opened the gates.\n\nQ. And then?\n\nA. The police came.\n\nQ. Who else?\n\nA. Nobody came.",
    "hardly a question mark": "Anna Berg has run the dam for six years. Interview: Paul Stone\n\nYou were there that night.\n\n"
    "I saw it. We opened the gates.\n\nWhat then? The log is torn.\n\nThe police came.\n\nWas it cold?\n\nIt froze.\n\nAnd dark?\n\nMy lamp was.\n\n"
    "The union has another account.\n\nNobody came. I stayed.\n\nAre you tired?\n\nYes.",
    "a heading in capitals that names who answers": "ANNA BERG, director of the dam\nNorvale, 7 May. Interview: Paul Stone\n\nQ. Was it full?\n\n"
    "A. I saw it. We opened the gates.\n\nQ. And then?\n\nA. The police came.\n\nQ. Who else?\n\nA. Nobody came.",
}


@pytest.mark.parametrize("text", TALKS.values(), ids=TALKS.keys())
def test_who_answers_is_known_whatever_marks_the_turns(read, text):
    found = read(text)
    assert {found.who(said) for said in ("We opened the gates", "The police came", "Nobody came")} == {"Anna Berg"}


@pytest.mark.parametrize(
    ("questions", "pieces"),
    [(3, ["**Was it full?**", "It was. I saw it."] * 3), (2, ["**Was it full?**\nIt was. I saw it."] * 2)],
)
def test_several_questions_in_bold_may_be_answered_in_their_own_paragraphs(questions, pieces):
    text = "\n\n".join(["**Was it full?**\nIt was. I saw it."] * questions)
    places = [(m.start(), m.end()) for m in re.finditer(r"(?s).+?(?:\n\n|$)", text)]
    assert [text[start:end].strip() for start, end in divided(text, places)] == pieces


def test_questions_in_bold_are_answered_on_the_same_line_where_the_title_quotes_who_answers(read):
    text = (
        "Anna Berg: “Nobody came”\n\nThe director of the dam has left Norvale.\n\n**Was it full?** I saw it. We opened the gates.\n\n"
        "**And then?** The police came.\n\n**Tired?** My feet are.\n\n**The union says you left.** Nobody came. I stayed."
    )
    found = read(text, title="Anna Berg: “Nobody came”")
    assert {found.who(said) for said in ("We opened the gates", "Nobody came")} == {"Anna Berg"}


def test_a_letter_that_answers_its_own_questions_is_no_interview(read):
    text = "We are asked much.\n\n**Was it full?** I think so. Norvale was wet.\n\n**And then?** We waited.\n\n**Who came?** Nobody came."
    assert read(text).who("Nobody came") is None


def test_who_interviews_does_not_answer(read):
    found = read(
        "Anna Berg runs the dam. Interview: Paul Stone\nQ. Was it full?\nA. It was full of mud.\nQ. And then?\nA. The gates were shut."
    )
    assert found.who("The gates were shut") == "Anna Berg"


def test_what_is_put_to_somebody_before_the_first_question_is_answered_too(read):
    text = (
        "Anna Berg runs the dam.\nMs Berg, you were going to leave.\nI am still here.\nThe town says that it is empty.\n"
        "I saw it yesterday.\nWhen was it full?\nIn May, I think.\nAnd now?\nWe wait.\nFor whom?\nFor my deputy."
    )
    assert read(text, genre="interview").who("I am still here") == "Anna Berg"


def test_few_questions_make_an_interview_where_the_text_calls_itself_one(read):
    text = (
        "Anna Berg runs the dam.\nWas it full?\nI saw it.\nThe union says you left.\nI stayed.\nThe police came late.\n"
        "The police came at noon.\nWho else?\nNobody came.\nThe minister is content.\nShe may be.\nWill you stay?\nI will."
    )
    assert read(text, genre="interview").who("The police came at noon") == "Anna Berg"


def test_who_a_question_addresses_answers_until_another_is_addressed(read):
    found = read(
        "Hearing of Anna Berg, engineer, and Paul Stone, guard.\n\n**Ms Berg, was it full?**\n\nI saw it. It was full.\n\n"
        "**Who came?**\n\nNobody came.\n\n**Mr Stone, were you there?**\n\nI slept in my chair."
    )
    assert (found.who("Nobody came"), found.who("I slept in my chair")) == ("Anna Berg", "Paul Stone")


def test_questions_that_head_the_parts_of_a_report_make_no_interview(read):
    found = read(
        "The dam of Norvale is leaking.\n\nWhat happened?\n\nThe gates were shut.\n\nWho knew?\n\nThe police knew.\n\n"
        "What now?\n\nThe lake will be emptied."
    )
    assert {h for h, _ in found.claims()} == {None}


def test_an_answer_goes_on_in_the_next_paragraph(read):
    found = read(
        "Anna Berg spoke to us.\n\nQ: Was it full?\n\nA: It was.\n\nThe gates stood open.\n\nQ: Who came?\n\nA: The police."
    )
    assert found.who("The gates stood open") == "Anna Berg"


SET_APART = """*{intro}*

{m}Professor, was the dam full?{m}

It was. I opened the gates myself.

{m}The union says nobody came.{m}

That is not true. We were five.

{m}Who told you to wait?{m}

We had to wait for my own people."""


@pytest.mark.parametrize("mark", ["**", "*"])
def test_questions_in_bold_or_italics_are_asked_and_a_title_addresses_who_answers(read, mark):
    intro = "The dam broke on Monday. Professor Anna Berg received Paul Stone in her garden."
    found = read(SET_APART.format(m=mark, intro=intro))
    assert found.who("We were five") == "Anna Berg"
    assert found.who("We had to wait for my own people") == "Anna Berg"


def test_whom_an_article_gives_a_name_of_its_own_answers_before_those_with_full_names(read):
    intro = "A man we call Perran saw it. Our Hilary Mostyn met him on a bench."
    found = read(SET_APART.format(m="**", intro=intro).replace("Professor, was", "Was"))
    assert found.who("We were five") == "Perran"


def test_host_and_guest_are_who_asks_and_who_answers(read):
    found = read(
        "Anna Berg runs the dam.\nHOST: Was it full?\nGUEST: It was full.\nHOST: Who came?\nGUEST: The police."
    )
    assert found.who("It was full") == "Anna Berg"


def test_a_question_to_a_title_that_nobody_has_ends_in_no_error(read):
    found = read(SET_APART.format(m="**", intro="The dam broke on Monday."))
    assert "We were five" in [w for _, w in found.claims()]
