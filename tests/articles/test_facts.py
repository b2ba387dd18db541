import pytest

from briefing.articles import dates, outlets

PROSE = "The wall was inspected on Monday. No water came through it.\n\nNobody was hurt, and the road is open."

STORY = "The mayor said on Monday that the harbour would stay closed until the pumps had been mended.\n\nThe owner denied it.\n"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            f"Harbour stays closed as owner digs in\nPublished in News & Features\n{STORY}\n©2025 Port Herald. Visit at port.example.",
            ("Harbour stays closed as owner digs in", "Port Herald", None, None),
        ),
        (
            f"Friday, November 7, 2025\n\nHarbour stays closed\n\nBy Ana Person\n\n{STORY}",
            ("Harbour stays closed", None, "Ana Person", "2025-11-07"),
        ),
        (
            f"Harbour stays closed\n\nBy Ana Person for the Alder Weekly\n\n{STORY}",
            ("Harbour stays closed", None, "Ana Person", None),
        ),
        (
            f"The price of water\nby Ana Person\nThe Harbour Review, December 2, 2024\n\n{STORY}",
            ("The price of water", "The Harbour Review", "Ana Person", "2024-12-02"),
        ),
        (
            f"“I stay”\n\nThe Harbour Review, December 2, 2024\nInterview by Ana Person with Leo Ruiz, mayor\n\n{STORY}",
            ("“I stay”", "The Harbour Review", "Ana Person", "2024-12-02"),
        ),
        (
            f"Harbour stays closed\n\nFrom our own correspondent Ana Person\n\n{STORY}",
            ("Harbour stays closed", None, "Ana Person", None),
        ),
        (f"What the harbour needs\n\nWith Ana Person\n\n{STORY}", ("What the harbour needs", None, None, None)),
        (f"PORT ALDER, May 3, 2026 (AFP) - {STORY}", (None, "AFP", None, "2026-05-03")),
        (f"Port Alder, May 3, 2026 (AFP) - {STORY}", (None, "AFP", None, "2026-05-03")),
        (f"PORT ALDER, 3 May 2026. {STORY}", (None, None, None, "2026-05-03")),
        (f"On 3 May 2026 – {STORY}", (None, None, None, None)),
        (f"Apple Inc (AAPL) - {STORY}", (None, None, None, None)),
        (
            f"KELM, June 9 (NNA) — {STORY}\n© 2026 Northgate News Agency",
            (None, "Northgate News Agency", None, "2026-06-09"),
        ),
        (
            f"Published: 2026-06-20\nHarbour stays closed again\n{STORY}",
            ("Harbour stays closed again", None, None, "2026-06-20"),
        ),
        (
            f"REPUBLIC OF MARENZA\nMINISTRY OF THE INTERIOR\nFor immediate release, 13 February 2025\n\nRemarks by the Minister on water\n\n{STORY}",
            ("Remarks by the Minister on water", "Ministry of the Interior", None, "2025-02-13"),
        ),
        (
            f"Police clear the square as the harbour stays closed\n\nKELM, June 9 (NNA) — {STORY}",
            ("Police clear the square as the harbour stays closed", "NNA", None, None),
        ),
        (STORY, (None, None, None, None)),
    ],
)
def test_facts_read_off_the_text_are_named_as_inferred(case, text, facts):
    source = case.read("a.txt", text)
    assert (source.title, source.publisher, source.author, source.published) == facts
    fields = ("title", "publisher", "author", "published")
    assert {f for f, v in zip(fields, facts, strict=True) if v} == source.inferred - {"genre", "relays"}


def test_day_without_a_year_is_no_date(case):
    assert case.read("a.txt", f"KELM, June 9 (NNA) — {STORY}").published is None


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        (
            "The mayor will go, The Wall Street Journal reports. WSJ writes that he packed.",
            ("The Wall Street Journal",),
        ),
        ("He may go, according to a new report from The Atlantic. Sources told The Atlantic so.", ("The Atlantic",)),
        ("According to CNN, he went. The Post reported on Monday that he did not.", ("CNN", "The Post")),
        ("He left, Handelsposten writes, citing a friend.", ("Handelsposten",)),
        ("The Ledger writes that he left. The Carrick Ledger reports more.", ("The Carrick Ledger",)),
        ("He left, citing a report in Monday’s Sabine Daily.", ("Sabine Daily",)),
        ("She told the Courier that he left.", ()),
        ("The minister told parliament. According to the Ministry of Health, he reported sick.", ()),
        ("Mr. Post reported for duty. General Mail said no.", ()),
        ("He spoke to the Press Secretary, according to Ana Person.", ()),
    ],
)
def test_relayed_outlets(text, relays):
    assert outlets.relayed(text) == relays or (
        relays == () and not set(outlets.relayed(text)) - {"Mr. Post", "General Mail", "Post"}
    )


def test_own_name_is_not_relayed():
    assert outlets.relayed("Sources told the Miami Herald so. The Herald reported it.", ["Miami Herald"]) == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-07", "2025-11-07"),
        ("Friday, November 7, 2025", "2025-11-07"),
        ("15 January 2025 18:42 GMT", "2025-01-15"),
        ("Sept. 22, 2026", "2026-09-22"),
        ("15.02.2025", "2025-02-15"),
        ("2025-11-07T10:20:30Z", "2025-11-07T10:20:30Z"),
        ("31 February 2025", None),
        ("2025-13-01", None),
        ("May 7", None),
        ("he left on 7 May 2025 for good", None),
    ],
)
def test_dates(value, expected):
    assert dates.iso(value) == expected


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Q: Why?\n\nA: Because of it.\n\nQ: When was it?\n\nA: In May.\n\nQ: Who?\n\nA: She did.", "interview"),
        (f"The price of water\n\nInterview by Ana Person\n\n{STORY}", "interview"),
        (f"THE LONG INTERVIEW\n\nThe price of water\n\n{STORY}", "interview"),
        (f"Five questions to Ana Person on water\n\n{STORY}", "interview"),
        (f"OPINION\n\nThe price of water\n\nAna Person\n\n{STORY}", "opinion"),
        (f"FOR IMMEDIATE RELEASE\n\n{STORY}", "statement"),
        (
            f"The paper reports that he left, The Carrick Ledger reports, and the newspaper says more.\n\n{STORY}\n\nForwarded this? Subscribe.",
            "digest",
        ),
        (f"KELM, June 9 (NNA) — {STORY}", "report"),
        (STORY, None),
    ],
)
def test_genre_is_guessed_only_where_it_is_plain(case, text, genre):
    assert case.read("a.txt", text).genre == genre


@pytest.mark.parametrize(("name", "is_one"), [("Staff Reporter", False), ("Kelm Reporter", True)])
def test_what_a_byline_calls_its_author_is_no_outlet(name, is_one):
    assert outlets.looks_like_outlet(name) == is_one


@pytest.mark.parametrize(
    ("line", "genre"),
    [
        ("By **Ana Person** | Comment | Saturday 8 October 2026", "opinion"),
        ("Ideas / Opinion / Education", "opinion"),
        ("PERSONAL VIEW", "opinion"),
        ("Letters to the Editor", "opinion"),
        ("News | Opinion | Sport", None),
        ("14 comments", None),
    ],
)
def test_a_section_for_opinions_tells_that_a_text_is_one(case, line, genre):
    assert case.read("a.txt", f"{line}\n\nThe wall is wet, says the board\n\n{PROSE}").genre == genre


def test_the_head_of_a_message_is_no_headline(case):
    source = case.read(
        "a.txt",
        f'From: "Dam Letters" <letters@dam.example>\nTo: friends\nDate: Sun, 12 Jan 2025 07:02\nSubject: Wet walls\n\n{PROSE}',
    )
    assert (source.title, source.publisher, source.published) == ("Wet walls", "Dam Letters", "2025-01-12")
    assert source.author is None


def test_who_sends_a_text_on_did_not_write_it(case):
    source = case.read(
        "a.txt", f"From: Ana Person <ana@dam.example>\nTo: b@dam.example\nSubject: Fwd: Wet walls\n\n{PROSE}"
    )
    assert (source.title, source.author) == ("Wet walls", None)


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="col-name">Ana Person</div>',
        '<p class="article-byline">By Ana Person, engineer</p>',
        '<span itemprop="author">Ana Person</span>',
        '<p class="byline">Ana Person <span>Wednesday, 6 May 2026</span></p>',
        '<div class="author"><i>By</i> <b>Ana Person</b> <i>Columnist·Dam Online·</i></div>',
        '<div id="banner"><h2>WET FEET</h2><p>Ana Person goes places on foot, and writes</p></div>',
    ],
)
def test_a_page_names_its_author_in_an_element_marked_so(case, byline):
    page = f"<html><body><h1>Wet walls</h1>{byline}<p>{PROSE.replace(chr(10), '</p><p>')}</p></body></html>"
    source = case.read("a.html", page)
    assert source.author == "Ana Person"
    assert "Ana Person" in source.text
