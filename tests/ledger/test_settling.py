from itertools import pairwise

import pytest
from msgspec.structs import replace

from briefing.dossier import (
    Act,
    Anchor,
    Annotation,
    Claim,
    Dossier,
    Kind,
    Point,
    Relation,
    RelationType,
    Source,
)
from briefing.ledger import anchor, settle

FIRST = "The ministry says that twelve people were hurt."
SECOND = "The hospital counted thirty."
OLD = f"An explosion shook the port on Friday night. {FIRST} {SECOND} Nobody was arrested."
NEW = f"Correction: the day was Saturday. {OLD.replace('Friday', 'Saturday')}"


def case(text, *quotes, prefix="new", source="s-new"):
    dossier = Dossier()
    dossier.put_sources([Source(source, "port.md", source, text=text)])
    claims = [
        Claim(f"{prefix}{number}", source, text.index(q), text.index(q) + len(q), q, q)
        for number, q in enumerate(quotes, 1)
    ]
    dossier.put_claims(claims)
    for a, b in pairwise(claims):
        words = (a.start, a.end)
        kind = (RelationType.CONTRADICTION, Kind.NUMBER, "p1", "numbers", "12 is not 30")
        dossier.update_relations([Relation(f"r-{a.id}-{b.id}", a.id, b.id, *kind, words, words, 1, independent=True)])
    return dossier


@pytest.fixture
def old():
    return case(OLD, FIRST, SECOND, prefix="old", source="s-old")


def said(number, act, target, value, *anchors, before=None):
    return Annotation(number, "2025-11-07T12:00:00.000+00:00", "Ana", act, target, value, before, anchors)


def on(dossier, claim_id):
    claim = dossier.claims[claim_id]
    return anchor(dossier.sources[claim.source], claim.start, claim.end)


def settled(annotations, dossier):
    """Settle as a case does: on top of the record as it was written; and nothing may remain to be done after it."""
    dossier.annotate(a for a in annotations if a.id not in {s.id for s in dossier.record.standing()})
    to_apply, orphans = settle(annotations, dossier)
    dossier.annotate(to_apply)
    assert settle(annotations, dossier) == ((), orphans)
    return orphans


def test_annotations_on_claims_that_are_there_are_left_alone(old):
    annotations = [said(1, Act.TAG, "old1/key", "yes", on(old, "old1")), said(2, Act.NOTE, "s-old", "weak")]
    old.annotate(annotations)
    assert settle(annotations, old) == ((), ())


def test_after_the_file_changed_they_are_on_the_claim_with_the_same_words(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    note = said(2, Act.NOTE, "old2", "check", on(old, "old2"))
    new = case(NEW, FIRST, SECOND)
    assert settled([tag, note], new) == ()
    assert new.record.tags("new1") == ("key",)
    assert new.record.get(Act.NOTE, "new2") == "check"


def test_words_that_are_gone_leave_orphans_with_their_old_words(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    new = case(NEW.replace("twelve", "fourteen"), FIRST.replace("twelve", "fourteen"), SECOND)
    assert settled([tag], new) == (tag,)
    assert new.record.tags("new1") == ()


def test_what_was_taken_back_is_no_orphan(old):
    words = on(old, "old1")
    tag, off = said(1, Act.TAG, "old1/key", "yes", words), said(2, Act.TAG, "old1/key", None, words)
    assert settled([tag, off], case(SECOND, SECOND)) == ()


def test_a_claim_id_that_now_has_other_words_is_not_the_same_claim(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    new = case(NEW, SECOND, FIRST, prefix="old")
    assert settled([tag], new) == ()
    assert new.record.tags("old2") == ("key",)


def test_words_in_another_file_are_not_taken(old):
    tag = said(1, Act.TAG, "old1/key", "yes", replace(on(old, "old1"), file="other.md"))
    assert settled([tag], case(NEW, FIRST, SECOND)) == (tag,)


def test_two_claims_on_the_same_words_are_not_guessed_between(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    assert settled([tag], case(NEW, FIRST, FIRST)) == (tag,)


def test_a_curated_claim_goes_before_the_one_it_covers(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    new = case(NEW, FIRST, FIRST)
    new.put_claims([replace(new.claims["new1"], covered="new2")])
    assert settled([tag], new) == ()
    assert new.record.tags("new2") == ("key",)


def test_a_verdict_moves_with_both_claims(old):
    verdict = said(1, Act.VERDICT, "r-old1-old2", "real", on(old, "old1"), on(old, "old2"))
    new = case(NEW, FIRST, SECOND)
    assert settled([verdict], new) == ()
    assert new.record.get(Act.VERDICT, "r-new1-new2") == "real"


def test_a_verdict_waits_while_its_contradiction_is_not_worked_out_yet(old):
    verdict = said(1, Act.VERDICT, "r-old1-old2", "real", on(old, "old1"), on(old, "old2"))
    new = case(NEW, FIRST, SECOND)
    relation = new.relations["r-new1-new2"]
    new.update_relations(removed=[relation.id])
    assert settled([verdict], new) == ()
    new.update_relations([relation])
    assert settled([verdict], new) == ()
    assert new.record.get(Act.VERDICT, relation.id) == "real"


def test_a_verdict_without_the_words_of_one_claim_is_an_orphan(old):
    verdict = said(1, Act.VERDICT, "r-old1-old2", "real", on(old, "old1"), on(old, "old2"))
    assert settled([verdict], case(NEW.replace("thirty", "forty"), FIRST)) == (verdict,)


def test_a_grade_follows_the_file(old):
    grade = said(1, Act.RELIABILITY, "s-old", "B", Anchor("port.md", ""))
    new = case(NEW, FIRST)
    assert settled([grade], new) == ()
    assert new.record.get(Act.RELIABILITY, "s-new") == "B"


def test_a_claim_put_on_a_point_that_is_gone_is_listed(old):
    pointed = said(1, Act.POINT, "old1", "p9", on(old, "old1"))
    assert settled([pointed], old) == (pointed,)
    old.put_points([Point("p9", "twelve were hurt")])
    assert settled([pointed], old) == ()


def test_the_analysts_own_points_need_no_words(old):
    assert settled([said(1, Act.NEW_POINT, "p9", "twelve were hurt")], old) == ()


def test_what_was_taken_off_after_it_moved_stays_off(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    new = case(NEW, FIRST, SECOND)
    off = said(2, Act.TAG, "new1/key", None, on(new, "new1"), before="yes")
    assert settled([tag, off], new) == ()
    assert new.record.tags("new1") == ()


def test_undoing_what_moved_takes_it_off_where_it_is_now(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    new = case(NEW, FIRST, SECOND)
    settled([tag], new)
    assert settled([tag, said(2, Act.TAG, "old1/key", None, on(old, "old1"))], new) == ()
    assert new.record.tags("new1") == ()


def test_a_note_that_was_rewritten_after_it_moved_is_no_orphan(old):
    note = said(1, Act.NOTE, "old1", "check", on(old, "old1"))
    new = case(NEW, FIRST, SECOND)
    better = said(2, Act.NOTE, "new1", "checked", on(new, "new1"), before="check")
    assert settled([note, better], new) == ()
    assert new.record.get(Act.NOTE, "new1") == "checked"


def test_a_note_never_hides_another(old):
    there = said(1, Act.NOTE, "new1", "one thing", on(case(NEW, FIRST), "new1"))
    moved = said(2, Act.NOTE, "old1", "another", on(old, "old1"))
    new = case(NEW, FIRST, SECOND)
    assert settled([there, moved], new) == (moved,)
    assert new.record.get(Act.NOTE, "new1") == "one thing"


def test_a_copy_goes_when_the_claim_itself_comes_back(old):
    tag = said(1, Act.TAG, "old1/key", "yes", on(old, "old1"))
    dossier = case(OLD, FIRST, source="s-old")
    assert settled([tag], dossier) == ()
    assert dossier.record.tags("new1") == ("key",)
    dossier.put_claims([old.claims["old1"]])
    assert settled([tag], dossier) == ()
    assert dossier.record.tags("new1") == ()
    assert dossier.record.tags("old1") == ("key",)


def test_evidence_follows_its_words_and_the_judgment_stays_whatever_the_articles_are(old):
    kept = [
        said(1, Act.JUDGMENT, "j-1", '{"text":"the toll is above twelve"}'),
        said(2, Act.EVIDENCE, "old2/j-1", "yes", on(old, "old2")),
        said(3, Act.TITLE, "brief", "The toll"),
    ]
    dossier = case(NEW, FIRST, SECOND)
    assert settled(kept, dossier) == ()
    assert dossier.record.get(Act.EVIDENCE, "new2/j-1") == "yes"
    assert [a.target for a in settled(kept, case("Nothing of it is left."))] == ["old2/j-1"]
