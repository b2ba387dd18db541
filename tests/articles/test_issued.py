import pytest

from briefing.genres import is_statement

STORY = (
    "The pumps were mended in May. No house was flooded, and nobody was hurt.\n\nReports to the contrary are false.\n"
)


@pytest.mark.parametrize(
    ("name", "text", "issuer", "author"),
    [
        (
            "a.txt",
            f"REPUBLIC OF MARENZA\nMINISTRY OF WATER AND WORKS\nNo. 0113/MWW/CAB\n\nEXPLANATORY NOTE\non the pumps\n\n{STORY}\nFor the Minister and by order,\nAna Person",
            "Ministry of Water and Works",
            None,
        ),
        (
            "a.md",
            f"**National Archives of Marenza**\nOffice of the Director | File mark NA-33/2026\n\n# Notice to readers\n\n{STORY}",
            "National Archives of Marenza",
            None,
        ),
        (
            "a.html",
            "<html><body><h1>OFFICIAL COMMUNIQUÉ</h1><p>Alder, 2 May 2026</p><p>Sporting Club Alder announces that the pumps of its ground were mended.</p><p>No seat was flooded.</p><p>The match will be played.</p></body></html>",
            "Sporting Club Alder",
            None,
        ),
        (
            "a.txt",
            f"Ref: AWL/SEC/2026-14\n\nDear customers,\n\n{STORY}\nFor Alder Waterworks Limited\nSd/-\nCompany Secretary",
            "Alder Waterworks Limited",
            None,
        ),
        (
            "a.txt",
            f"AWL/CC/2026/31\n\nClarification on the pumps\n\n{STORY}\nFor Alder Waterworks Limited Sd/- Vice-President",
            "Alder Waterworks Limited",
            None,
        ),
        (
            "a.txt",
            f"BORDER SERVICE OF MARENZA\nPress Bureau — Announcement No 88-E — Alder, 3 October 2026\n\n{STORY}",
            "Border Service of Marenza",
            None,
        ),
        (
            "a.md",
            f"# STATEMENT TO THE HOUSE BY THE MINISTER OF WORKS\n\n**The Honourable Leo Ruiz, M.P.**\n\nMr Speaker, I rise to speak of the pumps.\n\n{STORY}",
            None,
            "Leo Ruiz",
        ),
        (
            "a.txt",
            f"Statement to the House on the pumps by the Minister of Works, Mr Leo Ruiz\n\nMr Speaker, I rise to speak of the pumps.\n\n{STORY}",
            None,
            "Leo Ruiz",
        ),
        (
            "a.txt",
            f"PALACE OF JUSTICE\nNo. 77/PG/2026\n\nPRESS RELEASE\n\nThe Public Prosecutor, Mr Leo Ruiz, informs the public as follows.\n\n{STORY}",
            None,
            "Leo Ruiz",
        ),
        (
            "a.txt",
            f"DISTRICT COURT OF ALDER - INSOLVENCY DIVISION\nFile 7 IN 12/26\n\nPUMPS AG: INFORMATION OF THE ADMINISTRATOR\nDr. jur. Ana Ruiz, Alder, 5 May 2026\n\nTo creditors and the press\n\nI. Position\n\nThe court has appointed me. {STORY}\n\nII. Causes\n\nThey are being examined.\n",
            None,
            "Ana Ruiz",
        ),
        (
            "a.txt",
            f"ALDER WATERWORKS, S.A.\nCorporate Communications\nStatement no. 31/2026, 6 May 2026\n\nTO OUR CUSTOMERS IN ALDER\n\n{STORY}",
            "Alder Waterworks",
            None,
        ),
        (
            "a.txt",
            f"REPUBLIC OF MARENZA\nMINISTRY OF WATER - Directorate of Public Information\n\nStatement No. 418\n\nFor immediate release\n\n{STORY}\nRef. DPI/418/26",
            "Ministry of Water",
            None,
        ),
        (
            "a.md",
            f"# STATEMENT BY THE MINISTER OF WATER, THE HON. LEO RUIZ\n\nMr Speaker, I wish to inform the House.\n\n{STORY}",
            None,
            "LEO RUIZ",
        ),
        (
            "a.txt",
            f"REPUBLIC OF MARENZA\nMINISTRY OF WATER\n\nNOTE TO THE PRESS\n\nThe Ministry of Water deems it necessary to state the following.\n\n{STORY}",
            "Ministry of Water",
            None,
        ),
        (
            "a.txt",
            f"MARKET NOTICE NO. 4 OF 2026\n\nTo:   All members\n\nThe Press\n\nFrom: Council of the Alder Grain Exchange\n\n{STORY}",
            "Council of the Alder Grain Exchange",
            None,
        ),
        (
            "a.txt",
            f"RESERVE BANK OF MARENZA\nOffice of the Governor   Press Release No. 7/2026\n\nDECISION ON THE PUMPS\n\n{STORY}\nEnquiries: Press Section, press@bank.example\n",
            "Reserve Bank of Marenza",
            None,
        ),
        (
            "a.md",
            f"---\npost_type: press-release\norg: Wells For All\ntitle: The pumps\n---\n\n{STORY}",
            "Wells For All",
            None,
        ),
        (
            "a.html",
            (
                "<html><head><title>Notice to bathers | Alder Lido Trust</title></head><body><header><a>Alder Lido Trust</a></header><h1>The pool is shut</h1>"
                "<p>We have shut the large pool until the pumps are mended. We are sorry.</p><p>Please do not swim in it.</p></body></html>"
            ),
            "Alder Lido Trust",
            None,
        ),
        (
            "a.html",
            (
                "<html><head><title>Product recall: Marlow kettle</title></head><body><h1>Marlow kettle K4</h1><p>Marlow Kettles Ltd is recalling the K4 because its lid may come off.</p>"
                "<p>Please stop using it and return it to the shop.</p><p>We apologise.</p></body></html>"
            ),
            "Marlow Kettles Ltd",
            None,
        ),
        (
            "a.txt",
            f"Family statement\n\nWe thank the crew of the pumps. {STORY}\nThe family of Ana Person\n2 May",
            "Family of Ana Person",
            None,
        ),
        (
            "a.txt",
            f"WORKS OFFICE OF ALDER\nPumping Section\nNo. 41-26\n\nWORK AT THE WEIR\n\n{STORY}\nThe Office will mend the weir in June.",
            "Works Office of Alder",
            None,
        ),
        (
            "a.txt",
            f"MARLOW LINES: OUR POSITION ON THE PUMPS\n\nMarlow Lines regrets what has been written. We mended the pumps ourselves. {STORY}",
            "Marlow Lines",
            None,
        ),
        (
            "a.md",
            f"---\ntitle: The pumps\npublisher: Marlowe\n---\n\nMarlowe mended the pumps in May. We regret the noise, and our men are sorry. {STORY}",
            "Marlowe",
            None,
        ),
        (
            "a.md",
            f"# Please read if you swim in the weir\n\nWe shut the pumps last night. That is on us. {STORY}\n\nThe crew at Alder Swimming Co.\n",
            "Alder Swimming Co",
            None,
        ),
        (
            "a.txt",
            f"ADDRESS BY THE CHIEF ENGINEER, DR. ANA RUIZ,\nTO THE COUNCIL OF ALDER\n\nColleagues,\n\nI have read of the pumps, and I have wept. I will hear no talk of luck. {STORY}",
            None,
            "DR. ANA RUIZ",
        ),
        (
            "a.txt",
            f"From: Skelm Ferries Press Office <press@skelm.example>\nTo: news desks\nSubject: Statement on the pumps\n\nPlease find our statement below.\n\n{STORY}\nENDS\n",
            "Skelm Ferries",
            None,
        ),
        (
            "a.txt",
            f"WFA statement on the pumps\nAlder, 2 May 2026\n\nWells For All (WFA) regrets the flood. Our men mended the pumps. We have asked for help. {STORY}",
            "Wells For All",
            None,
        ),
        (
            "a.txt",
            f"PARLIAMENT OF MARENZA\n\nMINISTERIAL STATEMENT\n\nThe Minister of Works (Mr. L. Ruiz): I rise to speak of the pumps. {STORY}",
            None,
            "Mr. L. Ruiz",
        ),
    ],
)
def test_letterhead_tells_who_issues_a_text(case, name, text, issuer, author):
    source = case.read(name, text)
    assert (is_statement(source.genre), source.publisher, source.author) == (True, issuer, author)


@pytest.mark.parametrize(
    "text",
    [
        f"Pumps mended after the flood\n\nThe Ministry of Water announces that it mended the pumps, says its spokesman.\n\n{STORY}",
        f"Small Steps Toward Water Council Savings\n\nWho pays for the pumps? {STORY}",
        f"Trial of the pumps: first day\nAlder Regional Court, 5 May 2026\nFrom our courts reporter, Ana Person\n\n{STORY}",
        f"---\npublisher: Alder Today\n---\nStatement on the pumps was wrong, mayor admits\n\n{STORY}",
        f"The Alder Herald\nNo. 11/2026\n\nNotice of a flood\n\n{STORY}",
        f"Police statement on the pumps leaves questions\n\nBy Ana Person\n\n{STORY}",
        f"Water company's letter angers customers\n\nBy Ana Person\n\nThe company hereby informs its customers, the letter reads.\n\n{STORY}",
    ],
)
def test_reports_about_what_a_body_says_are_not_its_own(case, text):
    assert case.read("a.txt", text).genre != "statement"


@pytest.mark.parametrize("paper", ["The Union", "The Trust"])
def test_a_paper_of_one_word_is_no_body(case, paper):
    assert (
        case.read(
            "a.md", f"---\npublisher: {paper}\n---\n# Pumps mended\n\nResidents are invited to see them. {STORY}"
        ).genre
        is None
    )


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("STATEMENT BY ANA PERSON, CHIEF EXECUTIVE OF KELM WORKS PLC", "Kelm Works Plc"),
        ("Kelm Treaty Works: closing statement by the presidency", "the presidency"),
    ],
)
def test_who_speaks_for_a_body_is_not_the_body(case, title, publisher):
    prose = "The pumps were mended in May. No house was flooded.\n\nOur engineers are at work. We regret the delay."
    source = case.read("a.md", f"# {title}\n\nKelm, 4 May 2026\n\n{prose}\n\nAna Person\nChief Executive")
    assert (source.publisher, source.genre) == (publisher, "statement")
