import pytest

STORY = "\n\n".join(
    f"The {who} said on {day} that the harbour would stay closed until the pumps had been mended and the water tested again."
    for who, day in (("mayor", "Monday"), ("coastguard", "Tuesday"), ("pilot", "Wednesday"), ("owner", "Thursday"))
)
FURNITURE = [
    "No comments:",
    "Post a Comment",
    "Share this: Facebook | X | Email",
    "Sign up for our newsletter.",
    "Was this email forwarded to you? Subscribe for free.",
    "You may also like: Ten walks by the sea",
    "Read next: Ten walks by the sea",
    "© 2026 Port Herald. All rights reserved.",
    "Distributed by Tribune Content Agency, LLC.",
    "(Reporting by A. Person; editing by B. Other)",
    "Published in News & Features",
    "Home | News | Sport | Obituaries",
    "We use cookies to improve this page.",
    "Media contact: A. Person, press@port.example",
    "Notes to editors: photographs may be downloaded.",
    "The views expressed are her own.",
    "Transcripts may contain errors.",
    "Filed under: sea, harbour",
    "For release: Thursday, 12 March 2026, 8.30 a.m.",
    "Page 3 of 8",
]
PROSE = [
    "Save the Children said on Friday that nobody had been let through.",
    "Follow the money, the prosecutor told the court.",
    "Related charges against two officers were dropped in March.",
    "Next week in Geneva, ministers will meet for a third time.",
    "Recommended doses were exceeded in nine cases.",
    "Comments by the minister, which he later withdrew, angered the opposition.",
    "Support local businesses, the mayor told residents.",
    "Photographs show that the gate was open at noon.",
    "“Never.”",
    "No.",
    "About 1,000 people marched on Sunday.",
    "He did not print the letter.",
    "For release of the hostages the group wants two prisoners.",
    "Contact was lost at 5:40 a.m., the coastguard said.",
    "(c) Not more than 300 candidates had sight of the paper.",
    "A memorandum headed “Not for distribution” lists fourteen fires.",
    "I’ve seen the photograph: seventeen men in rubber.",
    "Written by the captain in 1389?",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_below_a_story_carries_no_claims(case, bodies, line):
    assert bodies(case.read("a.txt", f"{STORY}\n\n{line}\n")) == STORY.split("\n\n")


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_looks_like_furniture_stays(case, bodies, line):
    assert line in bodies(case.read("a.txt", f"{STORY}\n\n{line}\n\n{STORY.replace('closed', 'shut')}"))


def test_after_the_comment_frame_nothing_is_the_articles(case, bodies):
    text = f"{STORY}\n\nNo comments:\n\nRussia offers help\n\nVenezuela is turning to Russia for help. The president rec...\n\nHe is wrong, she said."
    assert bodies(case.read("a.txt", text)) == STORY.split("\n\n")


def test_comment_frame_before_any_story_hides_nothing(case, bodies):
    assert bodies(case.read("a.txt", f"3 comments\n\n{STORY}")) == STORY.split("\n\n")


def test_a_numbered_section_of_reactions_is_no_comment_frame(case, bodies):
    assert "The owners have asked her to go." in bodies(
        case.read(
            "a.txt",
            f"{STORY * 3}\n\n2. REACTIONS\n\nThe owners have asked her to go.\n\nNobody will say more, they add.",
        )
    )


def test_teaser_that_breaks_off_at_the_end(case, bodies):
    assert bodies(case.read("a.txt", f"{STORY}\n\nThe army has taken the bridge and the min...")) == STORY.split("\n\n")


def test_opening_lines_headings_captions_and_datelines(case, kinds):
    source = case.read(
        "a.txt",
        "Friday, November 7, 2025\n\nHarbour stays closed as owner digs in\n\nBy Ana Person\n\nBoats at rest. Credit…B. Other for The Port Times\n"
        f"PORT ALDER, Nov 7 (AP) — {STORY}\nThe Long Way Back\n{STORY.replace('closed', 'shut')}",
    )
    found = kinds(source)
    assert found["Friday, November 7, 2025"] == "byline"
    assert found["Harbour stays closed as owner digs in"] == "heading"
    assert found["By Ana Person"] == "byline"
    assert found["Boats at rest. Credit…B. Other for The Port Times"] == "caption"
    assert found["PORT ALDER, Nov 7 (AP) —"] == "byline"
    assert found[STORY.split("\n\n")[0]] == "body"
    assert found["The Long Way Back"] == "heading"


def test_a_number_before_a_heading_makes_no_list_of_it(case, kinds):
    first, second = STORY.split("\n\n")[:2]
    found = kinds(
        case.read(
            "a.txt", f"Title of the story\n\n{first}\n\n2. What it cost\n\n{second}\n\n1. Flour\n\n2. Salt\n\n{first}"
        )
    )
    assert found["2. What it cost"] == "heading"
    assert found["Flour"] == "body"


def test_note_within_a_paragraph_is_cut_off(case, kinds):
    found = kinds(case.read("a.md", f"*Ana Person runs the port. The conversation was edited for length.*\n\n{STORY}"))
    assert found["Ana Person runs the port."] == "body"
    assert found["The conversation was edited for length."] == "boilerplate"


def test_note_about_the_author_goes_and_an_interest_stays(case, bodies):
    start = f"The price of water\n\nBy Ana Person\n\n{STORY}\n\n"
    assert bodies(case.read("a.txt", start + "Ana Person is a former diplomat."))[-1] in STORY
    interest = "Ana Person is a former diplomat. She owns shares in the port."
    assert bodies(case.read("b.txt", start + interest))[-1] == interest


def test_list_marks_and_emphasis_around_a_paragraph_are_left_off(case, bodies):
    first = STORY.split("\n\n")[0]
    text = f"# Title\n\n- {first}\n* Second *item* said no.\n\n*{first}*\n\n**Q:** Is it safe?\n**A:** It is not."
    assert [body[:8] for body in bodies(case.read("a.md", text))] == [
        "The mayo",
        "Second *",
        "The mayo",
        "**Q:** I",
        "**A:** I",
    ]


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not(case, bodies):
    wrapped = "The owner of the tanker said on Monday that four hundred tonnes\nof oil had escaped into the bay, and that the coastguard was\nwrong to speak of more.\nA second line starts anew because it would have fitted above."
    assert bodies(case.read("a.txt", f"{wrapped}\n\nHe paid.\nShe left.")) == [
        *wrapped.rsplit("\n", 1),
        "He paid.",
        "She left.",
    ]


def test_markdown_rules_images_and_links_are_not_prose(case, bodies):
    text = f"Title here\n=====\n\n![Boats](b.png)\n\n***\n\n{STORY}\n\n[Five charts](#)\n"
    assert bodies(case.read("a.md", text)) == STORY.split("\n\n")


def test_running_heads_are_recognised_by_coming_back(case, bodies):
    text = "\n\n".join(f"{paragraph}\n\nPort Herald Weekend Edition" for paragraph in STORY.split("\n\n"))
    assert bodies(case.read("a.txt", text)) == STORY.split("\n\n")


def test_headline_above_wrapped_lines_is_not_joined_to_the_byline(case):
    wrapped = "The owner of the tanker said on Monday that four hundred tonnes\nof oil had escaped into the bay, and that the coastguard was\nwrong."
    source = case.read(
        "a.txt", f"Owner and coastguard far apart on the size of the spill\nBy Ana Person\n\n{wrapped}\n\n{wrapped}"
    )
    assert source.title == "Owner and coastguard far apart on the size of the spill"
    assert source.author == "Ana Person"


def test_a_paragraph_that_begins_with_a_date_is_read(case, bodies):
    source = case.read(
        "a.txt", "Wet walls\n\nThe wall broke.\n\nOn 28 October. A man came and said so.\n\nNobody was hurt."
    )
    assert "On 28 October. A man came and said so." in bodies(source)


def test_a_masthead_in_bold_is_no_dateline(case):
    source = case.read(
        "a.md",
        "**DIARIO DE KELM**\nSunday edition, 17 May 2026, page 3\n\n# Wet walls\n\n*By Ana Person*\n\nThe wall broke.\n\nNobody was hurt.",
    )
    assert (source.title, source.author, source.publisher) == ("Wet walls", "Ana Person", "Diario de Kelm")
    assert source.published == "2026-05-17"
