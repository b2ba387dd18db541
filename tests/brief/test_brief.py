import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.brief.markdown import shown
from briefing.dossier import (
    Act,
    Anchor,
    Annotation,
    Attitude,
    Claim,
    Commitment,
    Dossier,
    Judgment,
    Kind,
    Likelihood,
    Period,
    Relation,
    RelationType,
    Source,
    Statement,
)
from briefing.dossier.judgment import packed

SECTIONS = [
    "Bottom line", "Key judgments", "What we know, what we infer, what we do not know", "Evidence and contradictions",
    "Alternatives considered", "Key assumptions", "Outlook and indicators", "Gaps", "Chronology", "Source summary statement",
    "Source list", "Method and machine assistance", "Scales used", "Annex: annotations with their passages",
]  # fmt: skip
GOLDEN = Path(__file__).with_name("ferry.md")
READER = MarkdownIt("gfm-like", {"linkify": False})


def quotations(markdown):
    """Return the texts of the block quotations of a document, as a reader sees them."""
    found, depth = [], 0
    for token in READER.parse(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "blockquote_open":
            found.append("")
        elif depth and token.type == "inline":
            found[-1] += "".join("\n" if t.type == "softbreak" else t.content for t in token.children)
    return found


def headings(markdown, level):
    return [line[level + 1 :] for line in markdown.splitlines() if line.startswith("#" * level + " ")]


def section(markdown, title):
    return re.search(rf"^(##+) {title}\n(.*?)(?=^\1 |\Z)", markdown, re.DOTALL | re.MULTILINE)[2]


def test_the_whole_brief_reads_as_it_should(render, annotated):
    assert render(orphans=annotated) == GOLDEN.read_text()


def test_the_same_case_gives_the_same_bytes(render, annotated):
    assert render(orphans=annotated) == render(orphans=annotated)


def test_an_untouched_case_says_so_and_how_to_begin(render):
    brief = render()
    assert "Nothing in this case has been annotated yet" in brief
    assert "**DRAFT:** no bottom line yet; no key judgment yet" in brief
    assert headings(brief, 2) == SECTIONS


def test_every_quotation_is_followed_by_where_its_words_are(render, annotated, dossier):
    """Nobody has to trust the brief: file and characters lead back to the words quoted."""
    places = re.findall(r"^- Source: \\\[(S\d)\\\] .*; (\S+), characters (\d+)–(\d+)$", render(), re.MULTILINE)
    files = {s.file: s.text for s in dossier.sources.values()}
    assert [files[file][int(start) : int(end)] for _, file, start, end in places] == quotations(render())
    numbers = {number: file for number, file, _, _ in places}
    assert numbers == {"S1": "ferry.md", "S2": "port.txt"}


def test_tags_come_in_the_order_of_the_config_and_others_after(render, analyst):
    for tag in ("zebra", "odd", "key"):
        analyst(Act.TAG, f"c2/{tag}")
    assert [h for h in headings(render(tags=["odd", "key"]), 3) if h.startswith("Tagged")] == [
        "Tagged odd (1)", "Tagged key (1)", "Tagged zebra (1)",
    ]  # fmt: skip


def many(dossier, count):
    """Put so many contradictions more into the case, the n-th with score n."""
    claims = [replace(dossier.claims["c3"], id=f"m{n}") for n in range(count)]
    dossier.put_claims(claims)
    found = (RelationType.TENSION, Kind.NUMBER, "p1", "numbers", "Two figures.")
    dossier.update_relations(
        Relation(f"m{n}", f"m{n}", "c4", *found, (0, 4), (69, 75), n, independent=False) for n in range(count)
    )


def test_open_contradictions_are_the_best_25_and_the_rest_is_counted(render, dossier):
    many(dossier, 40)
    brief = render()
    assert len(re.findall(r"^- X\d+\. ", brief, re.MULTILINE)) == 25
    assert "41 more contradictions in the annex: each is open and no judgment rests on it." in brief
    assert "16 more open contradictions not shown here" in brief


def test_every_judged_contradiction_is_there_first_real_before_false(render, dossier, analyst):
    many(dossier, 40)
    for number in range(30):
        analyst(Act.VERDICT, f"m{number}", "false" if number % 2 else "real")
    found = re.findall(r"^- Verdict: (\w+)", render(), re.MULTILINE)
    assert found == ["real"] * 15 + ["false"] * 15


def test_a_verdict_on_what_is_not_a_conflict_is_there_too(render, dossier, analyst):
    dossier.update_relations([replace(dossier.relations["r1"], type=RelationType.SUPERSEDED)])
    assert "X1." not in render()
    analyst(Act.VERDICT, "r1", "superseded")
    assert "- Type: superseded (denial)" in render()


@pytest.mark.parametrize(
    ("source", "independent", "said"),
    [("s1", False, "share one origin"), ("s1", True, "different origins"), ("s2", False, "both in one article")],
)
def test_independence_is_said(render, dossier, analyst, source, independent, said):
    analyst(Act.BRIEF, "r1")
    dossier.put_claims([replace(dossier.claims["c2"], source=source)])
    dossier.update_relations([replace(dossier.relations["r1"], independent=independent)])
    assert said in re.search("^- Independence: (.*)$", render(), re.MULTILINE)[1]


@pytest.mark.parametrize(
    ("commitment", "words"),
    [
        (Commitment.parse("possible -"), "not so, possible"),
        (Commitment.parse("unknown"), "does not know"),
        (Commitment(attitude=Attitude.REFUSES, conditional=True), "refuses it, under a condition"),
    ],
)
def test_where_a_holder_stands_is_said_in_words(render, dossier, analyst, commitment, words):
    analyst(Act.BRIEF, "r1")
    dossier.put_claims([replace(dossier.claims["c4"], commitment=commitment)])
    assert f"- Point: forty people were aboard; its holder: {words} (proposed by rules)" in render()


def test_a_point_that_is_gone_spoils_nothing(render, dossier, analyst):
    gone = analyst(Act.POINT, "c4", "p77", Anchor("port.txt", "It denies that forty were aboard."))
    analyst(Act.TAG, "c4/key")
    brief = render(orphans=[gone])
    assert "Point: one that is gone (Ana" in section(brief, "Annotations without a place")


def test_what_was_said_of_a_contradiction_no_longer_found_is_not_lost(render, dossier, analyst):
    words = Anchor("ferry.md", "forty people were aboard"), Anchor("port.txt", "It denies that forty were aboard.")
    analyst(Act.VERDICT, "r1", "real", *words)
    assert "Annotations without a place" not in render()
    dossier.update_relations(removed=["r1"])
    lost = section(render(), "Annotations without a place")
    assert "Verdict: real (Ana, 2025-11-07 12:01 UTC)" in lost
    assert quotations(lost) == [w.quote for w in words]


def test_what_moved_with_its_words_is_no_loss_and_counted_once(render, dossier, analyst):
    tag = analyst(Act.TAG, "c9/key")
    dossier.annotate([replace(tag, target="c2/key")])
    brief = render()
    assert "Annotations without a place" not in brief
    assert "- Ana: 1 tag given to claims" in brief


def test_sources_of_one_origin_are_one_origin(render, dossier):
    dossier.put_sources([replace(s, origin="o1") for s in dossier.sources.values() if s.skipped is None])
    brief = render()
    assert "2 sources read, 1 skipped, 1 independent origin\n" in brief
    assert brief.count("- Origin: shared by S1, S2") == 2


def test_a_file_that_was_not_analysed_but_is_quoted_is_a_source(render, dossier, analyst):
    dossier.put_sources([replace(dossier.sources["s2"], skipped="it took too long")])
    analyst(Act.TAG, "c4/key")
    brief = render()
    assert "- Source: \\[S2\\] Harbour" in brief
    assert "- Not analysed: it took too long" in section(brief, "Source list")
    assert "2 sources read, 1 skipped" in brief


def test_the_manifest_is_what_sha256sum_would_give(render):
    lines = f"{'a' * 64}  ferry.md\n{'b' * 64}  port.txt\n{'c' * 64}  scan.pdf\n"
    assert f"- Manifest: SHA-256 {hashlib.sha256(lines.encode()).hexdigest()}" in render()


hostile = st.text(st.sampled_from("a1.-#>*_`[]()!<&|\\~:$ \n\t\u202e\x1b\x00\udcff") | st.characters(), min_size=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=hostile, other=hostile)
def test_whatever_outsiders_write_is_quoted_to_the_letter_and_changes_nothing_around_it(render, words, other):
    def brief(words, other):
        dossier = Dossier()
        file = os.fsdecode(other.encode("utf-8", "surrogatepass"))
        dossier.put_sources([
            Source("s1", file, "a" * 64, text=words + other, title=other, publisher=other, author=other, published=other, relays=(other,)),
            Source("s2", file + "2", "", skipped=other),
        ])  # fmt: skip
        dossier.put_claims([Claim("c1", "s1", 0, len(words), words, words + other, holder=other, chain=(other, other))])
        deeds = [
            (Act.TAG, f"c1/{other}", "yes"), (Act.NOTE, "c1", other), (Act.TITLE, "brief", other), (Act.BOTTOM_LINE, "brief", other),
            (Act.JUDGMENT, "j-1", packed(Judgment("j-1", other, Likelihood.LIKELY, None, other, other, other))),
            (Act.EVIDENCE, "c1/j-1", "yes"), (Act.GAP, "g-1", packed(Statement("g-1", other))),
            (Act.HYPOTHESIS, "h-1", packed(Statement("h-1", other))), (Act.RATING, "c1/h-1", "neutral"),
            (Act.SOURCE_SUMMARY, "brief", other),
        ]  # fmt: skip
        for number, (act, target, value) in enumerate(deeds, 1):
            dossier.annotate([Annotation(number, "2025-11-07T12:00:00+00:00", other, act, target, value)])
        return render(dossier, case=other, analyst=other)

    found = brief(words, other)
    assert quotations(found) == [shown(words)] * 2
    blocks = [t.type for t in READER.parse(found)]
    assert blocks == [t.type for t in READER.parse(brief("words", other if not other.split() else "other"))]
    found.encode()


def test_an_edited_source_summary_stands_in_place_of_the_computed_one_and_is_marked(render, annotated, analyst):
    assert "not edited by the analyst" in section(render(), "Source summary statement")
    analyst(Act.SOURCE_SUMMARY, "brief", "Two papers.")
    said = section(render(), "Source summary statement")
    assert said.split("\n\n")[:2] == ["\nTwo papers.", "Edited by the analyst (Ana, 2025-11-07 12:24 UTC)."]


def test_sources_of_one_origin_count_once_in_the_summary(render, annotated, dossier, analyst):
    dossier.put_sources([replace(s, origin="o1") for s in dossier.sources.values() if s.skipped is None])
    analyst(Act.EVIDENCE, "c4/j-1")
    said = section(render(), "Source summary statement")
    assert "2 sources of 1 independent origin" in said
    assert "go back to one origin and count once" in said
    assert "J1 rests on a single origin" in said


@pytest.mark.parametrize(
    ("independent", "group"), [(True, "more than one independent origin"), (False, "by one origin,")]
)
def test_what_an_independent_origin_confirms_stands_apart(render, dossier, analyst, independent, group):
    agrees = replace(
        dossier.relations["r1"], id="r2", a="c3", b="c1", type=RelationType.CORROBORATION, independent=independent
    )
    dossier.update_relations([agrees])
    analyst(Act.BRIEF, "c3")
    assert f"{group}" in section(render(), "What we know")


def test_the_chronology_goes_by_event_then_by_report_and_the_undated_come_last(render, dossier, analyst):
    for claim, first in (("c2", "2025-11-03"), ("c3", "1986"), ("c4", None)):
        period = Period("then", first, first) if first else None
        dossier.put_claims([replace(dossier.claims[claim], period=period)])
        analyst(Act.BRIEF, claim)
    events = re.findall(r"^- (\S+(?: \S+)?) \(Reported", section(render(), "Chronology"), re.MULTILINE)
    assert events == ["1986", "2025-11-03", "not dated"]


def test_what_was_put_right_in_a_claim_is_said_with_what_had_been_read(render, dossier, analyst):
    analyst(Act.BRIEF, "c2")
    analyst(Act.CORRECT, "c2/holder", "Captain Ruiz")
    analyst(Act.CORRECT, "c2/figure", '{"text":"about forty"}')
    brief = render()
    assert "### E1. Captain Ruiz" in brief
    assert "- Put right (Ana, 2025-11-07 12:02 UTC): holder Captain Ruiz; read as Captain Ortez" in brief
    assert "- Put right (Ana, 2025-11-07 12:03 UTC): figure about forty; read as none" in brief
    assert "Annotations without a place" not in brief


@pytest.mark.parametrize("act", list(Act))
def test_whatever_an_analyst_can_do_is_counted_in_the_method(render, dossier, act):
    targets = {
        Act.TAG: "c2/key",
        Act.CORRECT: "c2/holder",
        Act.JUDGMENT: "j-1",
        Act.EVIDENCE: "c2/j-1",
        Act.RATING: "c2/h-1",
    }
    statements = {Act.ASSUMPTION: "a-1", Act.INDICATOR: "i-1", Act.GAP: "g-1", Act.HYPOTHESIS: "h-1"}
    target = (targets | statements).get(act, "c2")
    value = (
        '{"text":"x"}'
        if target[1] == "-"
        else "neutral"
        if act is Act.RATING
        else "certain +"
        if act is Act.COMMIT
        else "1"
    )
    dossier.annotate([Annotation(1, "2025-11-07T12:00:00.000+00:00", "Ana", act, target, value)])
    assert re.search(r"^- Ana: 1 ", section(render(), "What the analyst judged"), re.MULTILINE)
