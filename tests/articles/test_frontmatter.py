import pytest

BODY = "\nThe minister said that he would stay.\n"


def test_facts_are_taken_as_stated(case, bodies):
    source = case.read(
        "a.md",
        "---\ntitle: 'Post: a deal'\noutlet: Port Herald\ndate: 25 August 2025\nauthor: [A. Person, B. Other]\nrelays: The Post\n"
        f"genre: digest\nretold: true\ninferred: [published]\ntags: [x]\n---{BODY}",
    )
    assert source.skipped is None
    assert (source.title, source.publisher, source.published) == ("Post: a deal", "Port Herald", "2025-08-25")
    assert (source.author, source.relays, source.genre) == ("A. Person, B. Other", ("The Post",), "digest")
    assert source.inferred == {"published"}
    assert bodies(source) == ["The minister said that he would stay."]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2026-05", "2026-05"),
        ("2026", "2026"),
        ("2026-05-31", "2026-05-31"),
        ("2026-05-31 18:42", "2026-05-31T18:42"),
        ("2026-05-31T18:42:00Z", "2026-05-31T18:42+00:00"),
        ("2026-05-31 18:42 KST", "2026-05-31"),
        ("Sunday 31 May", None),
    ],
)
def test_dates_keep_their_precision(case, value, published):
    assert case.read("a.md", f"---\npublished: {value}\n---{BODY}").published == published


@pytest.mark.parametrize(
    ("matter", "place", "problem"),
    [
        ("title: A: B # a remark", "a.md:2", "not valid YAML"),
        ("title: A\npublishr: B", "a.md:3", "did you mean 'publisher'"),
        ("title: A\npublished: soon", "a.md:3", "not a date"),
        ("title: A\npublished: 2026-13", "a.md:3", "not a date"),
        ("title: A\ndate: soon", "a.md:3", "date: not a date"),
        ("inferred: [colour]", "a.md:2", "'colour' is no field"),
        ("title: [1, 2]", "a.md:2", "title"),
        ("a: &a [1]\nb: [*a, *a]", "a.md:3", "aliases"),
        ("title: A\ntitle: B", "a.md:3", "stands twice"),
    ],
)
def test_wrong_front_matter_is_a_skip_that_names_the_line(case, matter, place, problem):
    reason = case.read("a.md", f"---\n{matter}\n---{BODY}").skipped or ""
    assert place in reason
    assert problem in reason


def test_a_text_file_may_have_front_matter_too(case, bodies):
    source = case.read("a.txt", f"---\ntitle: A dam\npublisher: The Ledger\n---{BODY}")
    assert (source.title, source.publisher) == ("A dam", "The Ledger")
    assert bodies(source) == bodies(case.read("b.md", BODY))
    assert "publishr" in (case.read("c.txt", f"---\npublishr: B\n---{BODY}").skipped or "")


def test_authors_may_be_listed_with_more_than_their_names(case):
    source = case.read("a.md", f"---\nauthors:\n  - name: Ana Person\n    mail: x\n  - initials: lr\n---{BODY}")
    assert (source.skipped, source.author) == (None, "Ana Person")
    source = case.read("a.md", f"---\ntitle: A dam\nauthors:\n  - initials: lr\n---{BODY}")
    assert (source.skipped, source.title, source.author) == (None, "A dam", None)


def test_when_a_page_was_updated_is_left_alone(case):
    source = case.read("a.md", f"---\ndate: 31 May 2026\nupdated: 'June 1, 5:47 PM EST'\n---{BODY}")
    assert (source.skipped, source.published) == (None, "2026-05-31")


def test_a_key_of_another_program_that_looks_like_one_of_ours_is_left_alone(case):
    source = case.read("a.md", f"---\nnewsletter: The Dam Letter\nissue: 211\n---{BODY}")
    assert (source.skipped, source.publisher) == (None, "The Dam Letter")


@pytest.mark.parametrize(
    "title",
    ["A dam: what is known", "Ruiz: 'I won't go': a talk", "What now:", "12:30: a day", "https://a.example: down"],
)
def test_a_title_with_a_colon_needs_no_quotes(case, title):
    source = case.read("a.md", f"---\ntitle: {title}  \r\npublished: 2026-05-31 18:42\n---{BODY}")
    assert source.skipped is None
    assert (source.title, source.published) == (title, "2026-05-31T18:42")


def test_billion_laughs_are_refused(case):
    levels = "\n".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]" for i in range(1, 12))
    assert "aliases" in (case.read("a.md", f"---\nk0: &k0 [lol]\n{levels}\n---{BODY}").skipped or "")


def test_rules_around_prose_are_no_front_matter(case, bodies):
    source = case.read("a.md", f"---\n{BODY}\n---{BODY}")
    assert source.skipped is None
    assert len(bodies(source)) == 2


def test_empty_front_matter_and_crlf(case, bodies):
    source = case.read("a.md", f"---\r\ntitle: A tale\r\n---\r\n{BODY}")
    assert (source.title, bodies(source)) == ("A tale", ["The minister said that he would stay."])
    assert case.read("b.md", f"---\n---{BODY}").skipped is None


def test_front_matter_may_be_toml(case, bodies):
    source = case.read(
        "a.md",
        f'+++\ntitle = "A dam"\ndate = 2026-05-31\nauthors = ["Ana Person"]\ncategories = ["Opinions"]\n+++{BODY}',
    )
    assert (source.title, source.published, source.author) == ("A dam", "2026-05-31", "Ana Person")
    assert source.genre == "opinion"
    assert bodies(source) == ["The minister said that he would stay."]


def test_wrong_toml_is_a_skip_that_says_so(case):
    reason = case.read("a.md", f"+++\ntitle = A dam\n+++{BODY}").skipped or ""
    assert "a.md:2: not valid TOML" in reason


def test_keys_may_begin_with_capitals(case):
    source = case.read("a.md", f"---\nTitle: A dam\nAuthor: Ana Person\nSection: Guest post\n---{BODY}")
    assert (source.title, source.author, source.genre) == ("A dam", "Ana Person", "opinion")


@pytest.mark.parametrize(
    "prose", ["Note: he stayed.", "# He stayed\n\nHe did.", "He said:\n\nx = 1"], ids=["colon", "heading", "sum"]
)
def test_prose_between_rules_is_no_front_matter(case, prose):
    source = case.read("a.md", f"+++\n{prose}\n+++{BODY}")
    assert source.skipped is None


def test_toml_as_site_generators_write_it(case):
    source = case.read("a.md", f'+++\n# made by hand\ndate = ""\nx.y = 1\n[author]\nname = "Ana Person"\n+++{BODY}')
    assert (source.skipped, source.author, source.published) == (None, "Ana Person", None)
