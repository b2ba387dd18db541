"""In whose name a text is written: who signs it, whom a note tells of, which body issues it."""

import pytest

PERSONAL = (
    "I walked along the wall, and I took my camera.\n\nThe wall is wet. My shoes are, too.\n\nNobody will mend it."
)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"The Dam Post, 3 May 2026, guest column by Ana Person, former engineer\n\n{PERSONAL}", "Ana Person"),
        (f"Ana Person’s notebook\n\nOn walls\n\n{PERSONAL}", "Ana Person"),
        (f"Wet walls\n\n{PERSONAL}\n\nDAM NOTES is written by Ana Person, who hates rain.", "Ana Person"),
        (
            f"Gen. Ana Person (ret.) commanded the sappers until 2016. The views are her own.\n\n{PERSONAL}",
            "Gen. Ana Person (ret.)",
        ),
        (f"Wet walls\n\n{PERSONAL}\n\nAna Person is a professor of hydrology in Kelm.", "Ana Person"),
        (f"Wet walls\n\nAna Person\n\n{PERSONAL}\n\nAna Person was head of the waterworks.", "Ana Person"),
        (f"To the editor\n\n{PERSONAL}\n\nAna Person-Dahl, Upper Kelm", "Ana Person-Dahl"),
        (
            f"Wet walls\n\nAna Person’s Monday — Kelm, 4 May\n\n{PERSONAL}\n\nAna Person writes here when it rains.",
            "Ana Person",
        ),
        (f"Wet walls\n\nAna Person\n\n{PERSONAL}\n\nAna Person’s new book is called Mud.", "Ana Person"),
        (f"Wet walls\n\nANA PERSON\n\n{PERSONAL}\n\n(The writer built it. Views are personal.)", "Ana Person"),
        (f"To the editor\n\n{PERSONAL}\n\nAna Person\n\nHead of the harbour office", "Ana Person"),
        (f"To the staff\n\n{PERSONAL} Kind regards, Ana Person", "Ana Person"),
        (f"Wet walls\n\nFrom Prof. Ana Person, Kelm\n\n{PERSONAL}", "Prof. Ana Person"),
        (f"Column. By Ana Person\n\nWet walls\n\n{PERSONAL}", "Ana Person"),
        (f"Wet walls\n\nBy Dr. Ana Person in Kelm\n\n{PERSONAL}", "Dr. Ana Person"),
        (f"WET FEET\nnotes on walls and rain, by Ana Person\n\n{PERSONAL}", "Ana Person"),
        (f"Wet walls\n\nPosted 3 May 2026, 22:10, by Ana Person · 12 comments\n\n{PERSONAL}", "Ana Person"),
        (f"Wet walls\n\nDr Ana Person — Wednesday, March 18\n\n{PERSONAL}", "Dr Ana Person"),
        (f"# Wet feet\n### a notebook, since 2009 · 8 May 2025 · Ana Person\n\n{PERSONAL}", "Ana Person"),
        (
            f"Wet walls\n\nPosted 3 May 2026, 22:10. By Brigadier Ana Person, late of Kelm\n\n{PERSONAL}",
            "Brigadier Ana Person",
        ),
        ("Ana Person\n\nI took my camera, and I like my shoes.\n\nAna Person’s new book is called Mud.", "Ana Person"),
        (f"WET FEET\n\n{PERSONAL}\n\nMind the puddles.\n                    -- Mrs Ana Person", "Mrs Ana Person"),
        (f"Wet walls\n\nDr Ana Person on rain\n\n{PERSONAL}\n\nThe author is a consultant in Kelm.", "Dr Ana Person"),
        (f"WET WALLS\n\n{PERSONAL}\n\nAna Person-Dahl, S.C., is a former judge of Kelm.", "Ana Person-Dahl"),
        (
            f"LETTERS\n\nWet walls\n\nSir,\n\n{PERSONAL}\n\nYours faithfully,\n\nAna Person\nUpper Kelm\n\nWe may shorten letters.",
            "Ana Person",
        ),
        (
            f"Wet walls\n\n{PERSONAL}\n\nBrig. (Retd) Ana Person, VSM\nSector 8, Kelm\n\n[Letters are shortened.]",
            "Brig. (Retd) Ana Person",
        ),
        (f"Wet walls\n\n{PERSONAL}\n\nANA PERSON\n\nnurse at the mission of Kelm", "Ana Person"),
        (f"## Blackboard\n\nANA PERSON\n*teaches history in Kelm*\n\n### Wet walls\n\n{PERSONAL}", "Ana Person"),
        (f"Ana Person: Not even walls are safe\n\n{PERSONAL}", "Ana Person"),
        (f"Wet walls\n\nPastor Ana Person\n\n{PERSONAL}", "Pastor Ana Person"),
        (f"Notes from the wall\n\n**Ana P.** · Subscribe\n\n{PERSONAL}", "Ana P."),
        (
            f"The Dam Post\n\nWet walls\n\nANA PERSON\n\nSPECIAL TO THE DAM POST\n\nAna Person was a trustee of the waterworks.\n\n{PERSONAL}",
            "Ana Person",
        ),
        (
            f"Wet walls\n\nWhat the river told the engineers\n\n{PERSONAL}\n\nAna Person, Upper Kelm, 4 May\n\nMore columns: damnotes.example",
            "Ana Person",
        ),
        (
            f'From: "Ana Person" <ana@dam.example>\nTo: friends@dam.example\nDate: Mon, 4 May 2026 07:02\nSubject: Wet walls\n\n{PERSONAL}',
            "Ana Person",
        ),
        (f"Wet walls, a notebook\n\n{PERSONAL}\n\n© 2026 Ana Person", "Ana Person"),
    ],
)
def test_who_writes_as_i_is_found_by_a_byline_a_note_or_a_signature(case, text, author):
    assert case.read("a.txt", text).author == author


@pytest.mark.parametrize(
    "text",
    [
        f"Wet walls\n\n{PERSONAL}\n\nLeo Ruiz is a fine engineer, they tell me.",
        f"Wet walls\n\nLeo Ruiz built it.\n\n{PERSONAL}\n\nLeo Ruiz was head of the waterworks.",
        f"Wet walls\n\n{PERSONAL}\n\nThe Dam Post is a member of the press council.",
        f"DAM WAVE — the talk on water\n\n{PERSONAL}\n\nDam Wave can be heard again at any time.",
        f"Wet walls\n\n{PERSONAL}\n\nLeo Ruiz has been in hospital since Tuesday.",
        f"Wet walls\n\n{PERSONAL}\n\nMind the puddles. -- Mrs Person",
        f"Wet walls\n\nKelm Evening Post — Wednesday, March 18\n\n{PERSONAL}",
        f"WET FEET\n\nAgainst The Mending Of Walls\n\n{PERSONAL}\n\nWenlow Farm",
        f"Wet walls\n\n{PERSONAL}\n\n© 2026 Dam Notebook",
        "Wet walls\n\nThe wall is wet.\n\nThe mayor said: “I walked and I saw and my shoes are wet.”\n\nMore rain is due.\n\nLeo Ruiz, Kelm",
        "Wet walls\n\nQ: Who are you?\n\nA: I am tired, and I walked, and my feet hurt.\n\nQ: Why?\n\nA: I do not know.\n\nDam Talk is a weekly talk.",
    ],
)
def test_who_is_only_told_of_is_no_author(case, text):
    assert case.read("a.txt", text).author is None


def test_a_line_about_the_author_is_no_claim(case, bodies):
    source = case.read("a.txt", f"Wet walls\n\n{PERSONAL}\n\nAna Person is a professor of hydrology in Kelm.")
    assert not any("professor" in body for body in bodies(source))


PROSE = "The wall was inspected on Monday. No water came through it.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Kelm Treaty: closing statement by the presidency\n\n{PROSE}", "the presidency"),
        (f"KELM WORKS: STATEMENT ON THE SPILL\n\n{PROSE}", "Kelm Works"),
        (f"Statement of the Kelm Water Board on the wall\n\n{PROSE}", "Kelm Water Board"),
        (f"---\ntitle: Facts about the wall\nissuer: Ministry of Water\n---\n{PROSE}", "Ministry of Water"),
        (f"---\ntitle: Our wall holds\nsource: Kelm Works plc\n---\n{PROSE}", "Kelm Works plc"),
        (f"---\ntitle: Facts about the wall\nauthor: Ministry of Water, Kelm\n---\n{PROSE}", "Ministry of Water, Kelm"),
        (
            f"---\ntitle: To all who live below the wall\nauthor: Kelm River Agency\n---\n{PROSE}\n\nMedia desk: 555-0142",
            "Kelm River Agency",
        ),
        (f"---\ntitle: Our wall holds\nsource: Kelm\n---\n{PROSE}\n\nPress enquiries: 555-0142", "Kelm"),
    ],
)
def test_what_a_body_issues_is_its_statement(case, text, publisher):
    source = case.read("a.md", text)
    assert (source.genre, source.publisher) == ("statement", publisher)


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: Police statement on the wall\npublisher: The Kelm Post\n---\n{PROSE}",
        f"---\ntitle: The wall holds\npublisher: Union Herald\n---\n{PROSE}",
        f"---\ntitle: The wall holds\npublisher: Kelm Board\nauthor: Ana Person\n---\n{PROSE}",
        f"---\ntitle: The wall holds\nauthor: Margaret Court\n---\n{PROSE}",
        f"---\ntitle: The wall holds\nauthor: Kelm Editorial Board\n---\n{PROSE}",
        f"The mayor’s statement angers the board\n\n{PROSE}",
        f"KELM, June 9 (NNA) — {PROSE}\n\nPress enquiries: 555-0142",
    ],
)
def test_what_a_newsroom_prints_is_no_statement(case, text):
    assert case.read("a.md", text).genre != "statement"
