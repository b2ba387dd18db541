"""A contradiction in full: both quotes face to face, their decisive words marked, and why it is one."""

from rich.text import Text

from briefing.dossier import Act, Claim, Dossier, Maker
from briefing.plaintext import one_line, visible
from briefing.room.look import Look, holder_of
from briefing.room.rows import short_date

_WHO = {Maker.RULES: "the rules", Maker.MODEL: "a model", Maker.READING: "the reading", Maker.ANALYST: "the analyst"}


def detail(dossier: Dossier, look: Look, relation_id: str) -> Text:
    """Return everything that is known of a relation, for a pane that wraps it."""
    relation = dossier.relations[relation_id]
    p = look.palette
    text = Text(one_line(dossier.points[relation.point].phrase), style="bold")
    independent = "independent origins" if relation.independent else "one origin"
    text.append(f"\n{relation.type} · {relation.kind} · {independent}\n", style=p.pale)
    for claim_id, words in ((relation.a, relation.a_words), (relation.b, relation.b_words)):
        _side(text, dossier, look, dossier.claims[claim_id], words)
    text.append(f"\n{one_line(relation.explanation)}\n", style="italic")
    pointed = {_WHO[dossier.claims[c].pointed_by or dossier.claims[c].by] for c in (relation.a, relation.b)}
    text.append(f"\nrule: {relation.rule} · put on their point by {' and '.join(sorted(pointed))}", style=p.pale)
    verdict = dossier.record.get(Act.VERDICT, relation_id)
    text.append("\nverdict: ", style=p.pale).append(
        verdict or "none yet (v)", style=f"bold {p.accent}" if verdict else p.pale
    )
    note = dossier.record.get(Act.NOTE, relation_id)
    if note:
        text.append(f"\n{look.glyphs.note} {visible(note)}", style=p.accent)
    return text


def _side(text: Text, dossier: Dossier, look: Look, claim: Claim, words: tuple[int, int]) -> None:
    source, p = dossier.sources[claim.source], look.palette
    grade = dossier.record.get(Act.RELIABILITY, source.id)
    text.append(f"\n{one_line(holder_of(dossier, claim))}  ", style="bold").append_text(look.stand(claim.commitment))
    through = " > ".join(map(one_line, (source.name, *claim.chain)))
    about = [through, short_date(source.published), f"grade {grade}" if grade else ""]
    text.append("\n" + " · ".join(a for a in about if a) + "\n", style=p.pale)
    start, end = max(words[0], claim.start), min(words[1], claim.end)
    text.append("  “" + visible(source.text[claim.start : start]).replace("\n", " "))
    text.append(visible(source.text[start:end]).replace("\n", " "), style=f"bold underline {p.ink} on {p.strong}")
    text.append(visible(source.text[end : claim.end]).replace("\n", " ") + "”\n")
