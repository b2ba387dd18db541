"""A brief as data: JSON of what the analyst concluded and from what, CSV of claims and of contradictions."""

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from briefing.brief.difference import state_of
from briefing.brief.document import Document
from briefing.brief.edition import Edition
from briefing.brief.header import manifest
from briefing.brief.material import Material, origin_of
from briefing.dossier import Act, Claim, Judgment, Relation, Source
from briefing.dossier.judgment import single, statements

FORMAT = 1
"""The version of the JSON format (docs/brief.md)."""

Row = dict[str, Any]


def as_json(material: Material, edition: Edition, document: Document, digest: str) -> str:
    """Return the brief as JSON, keys in a fixed order; `digest` tells whether another version says the same."""
    return json.dumps(as_data(material, edition, document, digest), ensure_ascii=True, indent=1) + "\n"


def as_data(material: Material, edition: Edition, document: Document, digest: str) -> Row:
    """Return the brief as what JSON can hold."""
    record, last = material.record, edition.last
    listed = {
        name: [{"id": s.id, "text": s.text} for s in statements(record, act)]
        for name, act in (("assumptions", Act.ASSUMPTION), ("indicators", Act.INDICATOR), ("gaps", Act.GAP))
    }
    return {
        "briefing-brief": FORMAT,
        "case": edition.case,
        "version": edition.number,
        "supersedes": last.version if last else None,
        "as_of": edition.at.astimezone(UTC).isoformat(timespec="seconds"),
        "analyst": edition.analyst,
        "program": edition.program,
        "digest": digest,
        "draft": list(document.draft),
        "title": state_of(material).title,
        "bottom_line": single(record, Act.BOTTOM_LINE),
        "judgments": [_judgment(j, material) for j in material.judgments],
        **listed,
        "hypotheses": [_hypothesis(h.id, h.text, material) for h in material.hypotheses],
        "manifest": manifest([*material.read, *material.skipped]),
        "sources": [_source(s, material) for s in material.read],
        "claims": claim_rows(material),
        "contradictions": contradiction_rows(material),
    }


def _judgment(j: Judgment, material: Material) -> Row:
    claims, relations = material.claims_of(j), material.relations_of(j)
    return {
        "id": j.id,
        "number": material.numbers[j.id],
        "text": j.text,
        "likelihood": j.likelihood,
        "range": list(j.likelihood.range) if j.likelihood else None,
        "confidence": j.confidence,
        "reason": j.reason,
        "would_change": j.would_change,
        "group": j.group,
        "evidence": [*(c.id for c in claims), *(r.id for r in relations)],
        "evidence_numbers": [material.numbers[i] for i in (*(c.id for c in claims), *(r.id for r in relations))],
        "sources": list(material.cites(material.cited_by(j)).refs),
    }


def _hypothesis(hypothesis_id: str, text: str, material: Material) -> Row:
    ratings = {rated: str(r) for (rated, h), r in material.ratings.items() if h == hypothesis_id}
    return {"id": hypothesis_id, "number": material.numbers[hypothesis_id], "text": text, "ratings": ratings}


def _source(s: Source, material: Material) -> Row:
    return {
        "id": s.id,
        "number": material.source(s.id),
        "file": s.file,
        "sha256": s.sha256,
        "title": s.title,
        "publisher": s.publisher,
        "author": s.author,
        "published": s.published,
        "inferred": sorted(s.inferred),
        "relays": list(s.relays),
        "origin": origin_of(s),
        "reliability": material.record.get(Act.RELIABILITY, s.id),
    }


def claim_rows(material: Material) -> list[Row]:
    """Return the claims in reading order; those that stand back behind a curated one only if they are evidence."""
    evidence = {c.id for c in material.evidence}
    return [_claim(c, material) for c in material.dossier.all_claims() if c.covered is None or c.id in evidence]


def _claim(c: Claim, material: Material) -> Row:
    record = material.record
    return {
        "id": c.id,
        "number": material.numbers.get(c.id),
        "source": material.source(c.source),
        "file": material.dossier.sources[c.source].file,
        "start": c.start,
        "end": c.end,
        "quote": c.quote,
        "text": c.text,
        "holder": c.holder,
        "chain": list(c.chain),
        "mode": c.mode,
        "certainty": c.certainty,
        "polarity": c.polarity,
        "point": point.phrase if (point := material.dossier.points.get(c.point or "")) else None,
        "stand": str(c.commitment) if c.commitment else None,
        "by": c.by,
        "tags": list(record.tags(c.id)),
        "note": record.get(Act.NOTE, c.id),
        "credibility": record.get(Act.CREDIBILITY, c.id),
        "dismissed": record.get(Act.DISMISS, c.id) is not None,
    }


def contradiction_rows(material: Material) -> list[Row]:
    """Return the contradictions in the order of their numbers."""
    return [_contradiction(r, material) for r in (*material.told, *material.open)]


def _contradiction(r: Relation, material: Material) -> Row:
    claims = material.dossier.claims
    a, b = claims[r.a], claims[r.b]
    return {
        "id": r.id,
        "number": material.numbers[r.id],
        "point": material.dossier.points[r.point].phrase,
        "type": r.type,
        "kind": r.kind,
        "verdict": material.verdict(r),
        "independent": r.independent,
        "rule": r.rule,
        "explanation": r.explanation,
        "a": r.a,
        "a_holder": a.holder,
        "a_source": material.source(a.source),
        "a_quote": a.quote,
        "b": r.b,
        "b_holder": b.holder,
        "b_source": material.source(b.source),
        "b_quote": b.quote,
        "note": material.record.get(Act.NOTE, r.id),
    }


def as_csv(rows: Iterable[Row], columns: Iterable[str]) -> str:
    """Return rows as CSV (RFC 4180) that no spreadsheet takes for formulas."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(columns)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue()


_FORMULA = re.compile(r"\s*[=+\-@]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*")


def _cell(value: object) -> object:
    """Return a value as a cell; text that a spreadsheet would run gets an apostrophe before it (OWASP, CSV Injection)."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


CLAIM_COLUMNS = (
    "id", "number", "source", "file", "start", "end", "quote", "text", "holder", "chain", "mode", "certainty", "polarity", "point",
    "stand", "by", "tags", "note", "credibility", "dismissed",
)  # fmt: skip
CONTRADICTION_COLUMNS = (
    "id", "number", "point", "type", "kind", "verdict", "independent", "rule", "explanation", "a", "a_holder", "a_source", "a_quote",
    "b", "b_holder", "b_source", "b_quote", "note",
)  # fmt: skip
