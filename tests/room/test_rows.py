"""The rows of the lists as text: what a reader sees at each width."""

import pytest
from msgspec.structs import replace

from briefing import config
from briefing.cache import Cache
from briefing.contradiction import Engine
from briefing.dossier import (
    Act,
    Actor,
    ActorType,
    Annotation,
    Attitude,
    Certainty,
    Claim,
    Commitment,
    Dossier,
    Kind,
    Maker,
    Passage,
    Point,
    Polarity,
    Source,
)
from briefing.errors import Fault
from briefing.room.glyphs import glyphs
from briefing.room.look import Look
from briefing.room.rows import actor_row, claim_row, fault_row, relation_rows, short_date, source_row
from briefing.room.sheets import actor_sheet, claim_sheet, relation_sheet, source_sheet
from briefing.room.themes import palette

DRAFT = "An envoy handed over a four-page draft. There is no draft, Halloum said."


@pytest.fixture
def dossier():
    d = Dossier()
    first = Source(
        "s1",
        "a.txt",
        "",
        DRAFT,
        (Passage(0, len(DRAFT)),),
        publisher="NewsLoop",
        published="2026-02-04",
        relays=("The Herald",),
    )
    second = Source(
        "s2", "b.txt", "", DRAFT, (Passage(0, len(DRAFT)),), publisher="Strait Review", published="2026-02", origin="o2"
    )
    d.put_sources([first, second, Source("s3", "c.bin", "", skipped="not an article")])
    d.replace_actors([Actor("a1", "Idris Halloum", ActorType.PERSON, aliases=("Halloum",))])
    d.put_points([Point("p1", "a draft of the truce is there")])
    end = DRAFT.index(".")
    no = DRAFT.index("There")
    d.put_claims([
        Claim("c1", "s1", 0, end, DRAFT[:end], "An envoy handed over a draft", point="p1", commitment=Commitment()),
        Claim(
            "c2", "s2", no, no + 17, DRAFT[no : no + 17], "There is no draft", "Idris Halloum", "a1", ("Idris Halloum",), point="p1",
            commitment=Commitment(polarity=Polarity.NEGATIVE), by=Maker.READING, pointed_by=Maker.READING,
        ),
        Claim("c3", "s2", 0, end, DRAFT[:end], "A draft changed hands", certainty=Certainty.POSSIBLE),
    ])  # fmt: skip
    Engine(d).refresh()
    return d


@pytest.fixture
def look():
    tags = {t.name: t for t in config.load(None, {"analyst": "x"}, Cache(None)).config.tags}
    return Look(palette("dark"), glyphs("unicode"), tags, plain=False)


@pytest.fixture
def plain(look):
    return replace(look, glyphs=glyphs("plain"), plain=True)


def note(dossier, act, target, value, n=1):
    dossier.annotate([Annotation(n, "2026-02-06T10:00:00Z", "x", act, target, value)])


def text(lines):
    return [line.plain.rstrip() for line in lines]


def test_a_source_gives_up_whom_it_relays_but_not_that_it_does_then_the_year_then_the_date(dossier, look):
    assert text(source_row(dossier, look, "s1", 48)) == [" - NewsLoop ↳The Herald         4 Feb 2026    1"]
    assert text(source_row(dossier, look, "s1", 32)) == [" - NewsLoop ↳The He… 4 Feb    1"]
    assert text(source_row(dossier, look, "s1", 22)) == [" - NewsLoop ↳       1"]


def test_a_source_shows_its_grade_and_a_skipped_one_the_reason(dossier, look):
    note(dossier, Act.RELIABILITY, "s2", "B")
    assert text(source_row(dossier, look, "s2", 40, chosen=True)) == ["▸B Strait Review          Feb 2026    2"]
    assert text(source_row(dossier, look, "s3", 40)) == [" - c.bin: not an article"]


def test_a_fault_names_file_line_and_what_is_wrong(look):
    fault = Fault("some/where/reading.yaml", "there is no point 'sfae'", "name one", line=7)
    assert text(fault_row(look, fault, 60)) == [" ! reading.yaml:7: there is no point 'sfae'"]


def test_an_actor_gives_up_its_type_for_the_whole_of_a_long_name(dossier, look):
    dossier.replace_actors([*dossier.actors.values(), Actor("a2", "Qalwani armed forces", ActorType.ARMED_GROUP)])
    assert text(actor_row(dossier, look, "a1", 34)) == [" Idris Halloum        person    1"]
    assert text(actor_row(dossier, look, "a2", 34)) == [" Qalwani armed forces"]
    assert text(actor_row(dossier, look, "a2", 44)) == [" Qalwani armed forces      armed-group"]
    assert text(actor_row(dossier, look, "a1", 24)) == [" Idris Halloum        1"]


def test_a_claim_gives_up_its_outlet_then_where_its_holder_stands(dossier, look):
    wide = "    Idris Halloum          There is no draft"
    assert text(claim_row(dossier, look, "c2", 104)) == [f"{wide:<75}Strait Review      certain -"]
    assert text(claim_row(dossier, look, "c2", 60)) == ["    Idris Halloum   There is no draft             certain -"]
    assert text(claim_row(dossier, look, "c2", 40)) == ["    Idris Hall… There is no draft"]


def test_a_claim_without_a_stand_says_how_its_words_put_it(dossier, look):
    assert text(claim_row(dossier, look, "c3", 60))[0].endswith("possible +")


def test_what_the_machine_proposes_looks_proposed_until_the_analyst_does_something_with_it(dossier, look):
    assert text(claim_row(dossier, look, "c1", 60))[0].startswith("▌")
    assert not text(claim_row(dossier, look, "c2", 60))[0].startswith("▌")
    note(dossier, Act.TAG, "c1/key", "yes")
    assert text(claim_row(dossier, look, "c1", 60))[0].startswith(" ●")


def test_signs_have_plain_fallbacks(dossier, plain):
    note(dossier, Act.TAG, "c1/disputed", "yes")
    note(dossier, Act.NOTE, "c2", "why?", 2)
    (relation,) = dossier.conflicts()
    rows = [
        *claim_row(dossier, plain, "c1", 40), *claim_row(dossier, plain, "c2", 40), *source_row(dossier, plain, "s1", 30),
        *relation_rows(dossier, plain, relation.id, 40),
    ]  # fmt: skip
    assert all(line.plain.isascii() for line in rows)
    assert text(rows)[0].startswith(" #")
    assert text(rows)[-4].startswith(" != a draft")


def test_a_tag_that_the_settings_do_not_know_is_shown_by_its_letter(dossier, look):
    note(dossier, Act.TAG, "c1/old tag", "yes")
    assert text(claim_row(dossier, look, "c1", 60))[0].startswith(" o")


def test_a_contradiction_shows_its_point_both_holders_and_where_they_stand(dossier, look):
    (relation,) = dossier.conflicts()
    note(dossier, Act.VERDICT, relation.id, "real")
    head, *sides, blank = text(relation_rows(dossier, look, relation.id, 54))
    assert head == " ≠ a draft of the truce is there                 real"
    assert sides == ["   NewsLoop  certain +", "   Idris Halloum  certain -             Strait Review"]
    assert blank == ""


def test_two_contradictions_of_the_same_two_on_one_point_are_told_apart_by_what_they_say(dossier, look):
    (relation,) = dossier.conflicts()
    first = dossier.claims["c1"]
    dossier.put_claims([replace(first, id="c9", text="A paper of four pages went round")])
    dossier.update_relations([replace(relation, id="r9", a="c9")])
    (*alike, said), (*too, said_too) = (text(relation_rows(dossier, look, r, 80)) for r in (relation.id, "r9"))
    assert alike == too
    assert said == "   “An envoy handed over a draft” · “There is no draft”"
    assert said_too == "   “A paper of four pages went round” · “There is no draft”"


def test_where_both_sides_begin_with_the_same_words_they_are_shown_from_where_they_differ(dossier, look):
    (relation,) = dossier.conflicts()
    first, second = (dossier.claims[c] for c in ("c1", "c2"))
    dossier.put_claims(
        [
            replace(first, text="The envoy from Port Ashel and both of his aides are still here"),
            replace(second, text="The envoy from Port Ashel and both of his aides left on Friday"),
            replace(first, id="c9"),
        ]
    )
    dossier.update_relations([replace(relation, id="r9", a="c9")])
    *_, said = text(relation_rows(dossier, look, relation.id, 54))
    assert said == "   “…are still here” · “…left on Friday”"


def test_where_two_values_clash_each_side_says_its_own(dossier, look):
    (relation,) = dossier.conflicts()
    at, no = DRAFT.index("four-page"), DRAFT.index("no draft")
    dossier.update_relations(
        [replace(relation, kind=Kind.NUMBER, a_words=(at, at + len("four-page")), b_words=(no, no + len("no")))]
    )
    _, *sides, _ = text(relation_rows(dossier, look, relation.id, 70))
    assert sides == [
        "   NewsLoop  certain +  four-page",
        "   Idris Halloum  certain -  no                         Strait Review",
    ]


def test_a_new_contradiction_says_so(dossier, look):
    (relation,) = dossier.conflicts()
    assert "new " in relation_rows(dossier, look, relation.id, 54, fresh=True)[0].plain


@pytest.mark.parametrize("width", [10, 20, 33, 50, 80, 120, 200])
def test_no_row_is_wider_than_its_list(dossier, look, width):
    (relation,) = dossier.conflicts()
    rows = [
        *source_row(dossier, look, "s1", width), *source_row(dossier, look, "s3", width),
        *actor_row(dossier, look, "a1", width), *claim_row(dossier, look, "c2", width),
        *relation_rows(dossier, look, relation.id, width), *fault_row(look, Fault("f", "x" * 300), width),
    ]  # fmt: skip
    assert max(line.cell_len for line in rows) <= width


def test_dates_are_as_precise_as_known():
    assert [short_date(d) for d in ("2026-02-03T10:00", "2026-02", "2026", None)] == [
        "3 Feb 2026",
        "Feb 2026",
        "2026",
        "",
    ]


def test_stands_are_words_and_signs(look):
    stands = [Commitment(), Commitment.parse("possible -"), Commitment.parse("refuses if"), Commitment.parse("unknown")]
    assert [look.stand(s).plain for s in stands] == ["certain +", "possible -", "refuses - if", "unknown"]
    assert look.stand(Commitment(attitude=Attitude.OFFERS)).plain == "offers +"


def test_text_is_cut_at_a_word_with_an_ellipsis(look, plain):
    assert look.cut("no agreement, not in principle", 22) == "no agreement, not in…"
    assert look.cut("no agreement, not in principle", 14) == "no agreement…"
    assert plain.cut("no agreement, not in principle", 20) == "no agreement, not..."
    assert look.cut("日本語の長い名前です", 9) == "日本語の…"


def test_the_sheet_of_a_contradiction_has_both_quotes_and_why(dossier, look):
    (relation,) = dossier.conflicts()
    sheet = "\n".join(text(relation_sheet(dossier, look, relation.id, 50)))
    assert "“An envoy handed over a four-page draft”" in sheet
    assert "“There is no draft”" in sheet
    assert "Strait Review · Feb 2026" in sheet
    assert relation.explanation.split()[0] in sheet
    assert "none yet" in sheet


def test_quotes_stand_face_to_face_where_there_is_room(dossier, look):
    (relation,) = dossier.conflicts()
    assert any(
        "NewsLoop" in line and "Idris Halloum" in line for line in text(relation_sheet(dossier, look, relation.id, 110))
    )


def test_sheets_say_what_is_known_and_fit(dossier, look):
    note(dossier, Act.NOTE, "c2", "a long\nnote " + "word " * 40)
    (relation,) = dossier.conflicts()
    for width in (24, 50, 110):
        sheets = [
            *claim_sheet(dossier, look, "c2", width), *source_sheet(dossier, look, "s1", width),
            *actor_sheet(dossier, look, "a1", width), *relation_sheet(dossier, look, relation.id, width),
            *source_sheet(dossier, look, "s3", width),
        ]  # fmt: skip
        assert max(line.cell_len for line in sheets) <= width
        said = "\n".join(text(sheets))
        assert "a draft of the truce" in said
        assert "Halloum" in said
        assert "not an article" in said.replace("\n            ", " ")


def test_every_label_of_a_sheet_stands_apart_from_what_it_labels(dossier, look):
    shown = text(source_sheet(dossier, look, "s1", 60))
    assert any(line.startswith(" grade      not graded") for line in shown)
