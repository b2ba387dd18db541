"""What is said: the clause, quotation or infinitive that a cue verb takes its content from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.countering import counter
from briefing.extraction.halves import goes_on_in_time
from briefing.extraction.objects import end_before_punctuation, figure, label, objects
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import Place, has_actor_of_its_own, is_anothers_turn, is_document
from briefing.extraction.syntax import FINITE, chars, end_of, groups, is_passive, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CITING = frozenset({"citing", "quoting"})
"""Participles that bring in a further source."""
CLAUSES = frozenset({"ccomp", "xcomp"})
"""Dependencies of what a word takes as its content."""
_VERBAL = frozenset({"VERB", "AUX"})
_DAY_AND_CLAUSE = 4
"""What is said has so many words at least, with the day before it."""
_TOLD = frozenset({"tell", "inform", "remind", "assure", "warn", "advise", "notify", "brief", "convince", "persuade"})
"""Cues that have a listener for an object."""
_TOLD_TO = frozenset({"write", "explain", "say", "admit", "confess", "announce", "complain", "report", "suggest"})
"""Cues that have a listener behind "to"."""


def contents(
    verb: "Token", speaker: "Span", kinds: "cues.Kinds", quotations: list[Quotation]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield what may be said, likeliest first, with the kind of content it is."""
    clauses = _clauses(verb, kinds)
    if "as" in kinds:
        yield "as", label(verb, quotations)
    for clause in clauses:
        if clause.dep_ == "xcomp" and _is_gerund(clause) and clause.i > verb.i and "object" in kinds:
            yield "object", ((int(clause.left_edge.idx), end_before_punctuation(clause.right_edge)),)
        infinitive = clause.dep_ == "xcomp" or any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
        kind = "to" if infinitive else "that"
        if infinitive and not any(c.lower_ == "to" for c in clause.children if c.dep_ == "aux"):
            continue
        if kind in kinds:
            yield kind, _clause(clause, verb, speaker, quotations)
    if "that" in kinds:
        yield "that", _around(verb)
        yield "that", _quotation_beside(verb, speaker, quotations)
        yield "that", _before(verb, speaker)
        yield "that", figure(verb)
    yield from objects(verb, speaker, kinds)


def _is_gerund(verb: "Token") -> bool:
    """Tell whether a verb tells a deed as a thing ("denied passing it on", "denied having passed it on")."""
    return verb.tag_ == "VBG" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBG" for c in verb.children)


def _clauses(verb: "Token", kinds: "cues.Kinds") -> list["Token"]:
    """Return the verbs of the clauses that a cue governs, whatever the parser hung them on."""
    clauses = [c for c in verb.children if c.dep_ in CLAUSES and c.pos_ != "PUNCT" and not _is_explained(c, verb)]
    if not clauses and verb.lemma_.lower() in _TOLD:
        clauses = [t for t in verb.subtree if t.i > verb.i and _told(t)][:1]
    if not clauses:
        between = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and "that" in kinds]
        held = [g for c in between for g in (c, *c.children) if g is c or g.dep_ == "ccomp"]
        clauses = [c for c in held if _that(c) is not None][:1]
    return clauses or [t for t in verb.subtree if _on_what_it_says_it_in(t, verb)][:1]


def _is_explained(clause: "Token", verb: "Token") -> bool:
    """Tell whether a clause stands before a colon or semicolon, behind which a verb says something else."""
    last = clause.right_edge
    return last.i + 1 < verb.i and last.nbor().text in {":", ";"}


def _told(clause: "Token") -> bool:
    """Tell whether a clause that the parser hung on a listener ("told a briefing that ...") is what he was told."""
    first = clause.left_edge
    own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c != first for c in clause.children)
    return clause.dep_ in {"acl", "relcl", "ccomp"} and first.lower_ == "that" and own


def _on_what_it_says_it_in(clause: "Token", verb: "Token") -> bool:
    """Tell whether a clause that the parser hung on the means or the manner ("said in a reply that ...") is what a verb says."""
    held = clause.dep_ in {"acl", "relcl", "ccomp"} and clause.head.dep_ == "pobj"
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    anothers = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in clause.head.children)
    if not held or anothers or not (marked or _told(clause)):
        return False
    in_it = is_document(clause.head) and clause.head.head.lower_ in {"in", "during", "at", "on", "by", "via", "through"}
    to_them = not is_document(clause.head) and clause.head.head.lower_ == "to" and verb.lemma_ in _TOLD_TO
    if not (marked or in_it or to_them):
        return False
    above = clause.head.head
    while above.dep_ in {"prep", "pobj"} and above.head != verb:
        above = above.head
    return above.dep_ == "prep" and above.head == verb and above.i > verb.i


def _clause(clause: "Token", verb: "Token", speaker: "Span", quotations: list[Quotation]) -> tuple[Place, ...]:
    """Return the words of a clause that a verb governs, on whichever side of it they stand."""
    described = {t.i for t in speaker.root.subtree}
    own = {t.i for t in speaker} | {verb.i} | (described if clause.i not in described else set())
    own |= {t.i for c in verb.subtree if c.dep_ == "advcl" and c.lower_ in CITING for t in c.subtree}
    end, that = _where_the_speaker_goes_on(clause), _that(clause)
    first = that.i if that is not None and clause.i > verb.i else 0
    tokens = [t for t in clause.subtree if t.i not in own and first <= t.i < end]
    tokens = tokens[_tells_when_said(tokens, verb) :]
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < clause.i), None)
    if thing is not None and clause.dep_ == "xcomp":
        tokens += thing.subtree
    tokens += _goes_on_after(clause, verb) + _goes_on_bare(clause, verb)
    return _grown([chars(span) for span in groups(tokens)], quotations, verb)


def _tells_when_said(tokens: "list[Token]", verb: "Token") -> int:
    """Return how many words at the beginning of what is said tell on which day it was said ("said on Tuesday they had left")."""
    if len(tokens) < _DAY_AND_CLAUSE or tokens[0].i != verb.i + 1 or tokens[0].lower_ != "on":
        return 0
    if not (tokens[1].ent_type_ == "DATE" and tokens[1].lower_.endswith("day") and tokens[1].is_title):
        return 0
    behind = next((n for n, t in enumerate(tokens[2:], 2) if t.ent_type_ not in {"DATE", "TIME"}), 0)
    return behind if behind and tokens[behind].text != "," else 0


def _that(clause: "Token") -> "Token | None":
    """Return the "that" which begins what is said behind words put between ("said, when we met, that it was late")."""
    that = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    return that if that is not None and that.i > that.sent.start and that.nbor(-1).text == "," else None


def _goes_on_after(clause: "Token", verb: "Token") -> list["Token"]:
    """Return the second half of what is said around "..., he said (in a message), and ..."."""
    comma = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.text == ","), None)
    if clause.i > verb.i or comma is None or any(t.pos_ in _VERBAL for t in verb.doc[verb.i + 1 : comma.i]):
        return []
    halves = [c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and own_subject(c) is not None]
    rest = [t for half in halves for t in half.subtree]
    return rest if goes_on_in_time([verb], list(clause.subtree), rest) else []


def _goes_on_bare(clause: "Token", verb: "Token") -> list["Token"]:
    """Return the further infinitives that go with the first ("wants to raise pay, cut hours and hire"), where the parser hung them on the cue."""
    if clause.tag_ != "VB" or clause.dep_ != "xcomp" or clause.i < verb.i or verb.tag_ == "VB":
        return []
    return [t for c in verb.children if _is_bare(c) and c.i > clause.i for t in c.subtree]


def _is_bare(verb: "Token") -> bool:
    """Tell whether a verb is joined to another as an infinitive without "to" or a subject."""
    helped = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "neg"} for c in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VB" and not helped


def _where_the_speaker_goes_on(clause: "Token") -> int:
    """Return the token at which a second cue of the same speaker ("... and added that", "..., arguing that"), or of another who denies it, ends a clause."""
    cut = clause.doc[clause.i].sent.end
    for token in clause.subtree:
        mark = counter(token)
        cut = min(cut, mark.i) if mark is not None else cut
        if token.i > clause.i and token.pos_ == "VERB" and "that" in cues.frames().get(token.lemma_.lower(), {}):
            own = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
            if (
                token.dep_ == "conj"
                and not own
                and not is_passive(token)
                and any(c.dep_ in CLAUSES for c in token.children)
            ):
                before = token.left_edge.i
                while before - 1 > clause.i and clause.doc[before - 1].dep_ in {"cc", "punct"}:
                    before -= 1
                cut = min(cut, before)
            elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.nbor(-1).text == ",":
                cut = min(cut, token.i - 1)
        if token.dep_ == "advcl" and token.i > clause.i and _sets_another_against(token):
            cut = min(cut, token.left_edge.i - 1)
    return cut


def _sets_another_against(verb: "Token") -> bool:
    """Tell whether a clause with "while" sets what somebody else says against what was said ("..., while the Red Cross put it at five")."""
    first = verb.left_edge
    against = first.lower_ in {"while", "whereas"} and first.nbor(-1).text == ","
    return against and verb.lemma_.lower() in cues.frames() and has_actor_of_its_own(verb)


def _grown(places: list[Place], quotations: list[Quotation], verb: "Token") -> tuple[Place, ...]:
    """Take in the whole of a quotation that a clause reaches into, and join what then touches."""
    grown: list[Place] = []
    for start, end in places:
        first, last = start, end
        for q in quotations:
            if q.start < end and start < q.end and not q.holds(verb.idx):
                first, last = min(first, q.start), max(last, q.end)
        grown.append((first, last))
    joined: list[Place] = []
    for start, end in sorted(grown):
        if joined and start <= joined[-1][1] + 2:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _around(verb: "Token") -> tuple[Place, ...]:
    """Return what stands around a cue that is put into or behind a sentence of its own ("..., he said, ...")."""
    first = verb.left_edge
    comma = "," in {first.text, first.nbor(-1).text} if first.i > verb.sent.start else False
    behind = comma and not any(c.dep_ == "cc" for c in verb.head.children)
    inserted = verb.dep_ == "parataxis" or (verb.dep_ in {"ccomp", "conj", "dep"} and verb.head.i < first.i and behind)
    as_said = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children if c.dep_ in {"mark", "advmod"})
    if not (inserted or as_said):
        return ()
    subject = own_subject(verb)
    before = [c for c in verb.children if c.dep_ == "advcl" and subject is not None and c.i < subject.i]
    own = {t.i for t in verb.subtree} - {t.i for c in before for t in c.subtree}
    own |= {t.i for t in _others_turn(verb)}
    rest = [
        t
        for t in verb.sent
        if t.i not in own and not any(a.lower_ in CITING and a.dep_ == "advcl" for a in (t, *t.ancestors))
    ]
    return tuple(chars(span) for span in groups(rest) if len(span) > 1)


def _others_turn(verb: "Token") -> list["Token"]:
    """Return the clause behind an inserted cue in which somebody else wants, offers or denies something ("..., police said, and the mayor called for calm")."""
    for clause in verb.head.children:
        if clause.dep_ == "conj" and clause.left_edge.i > verb.i and is_anothers_turn(clause):
            return [t for t in verb.sent if t.i > verb.i and (t in clause.subtree or t.i < clause.left_edge.i)]
    return []


def _quotation_beside(verb: "Token", speaker: "Span", quotations: list[Quotation]) -> tuple[Place, ...]:
    """Return the quotation that ends just before a cue and its speaker, else the next one in the cue's sentence."""
    text = verb.doc.text
    first = min(speaker.start_char, verb.idx)
    last = max(speaker.end_char, end_of(verb))
    for q in quotations:
        ended = text[q.start : q.end].rstrip("\"'”’»").endswith(".")
        if q.end <= first and not ended and not text[q.end : first].strip(" ,"):
            return ((q.start, q.end),)
    for q in quotations:
        if last <= q.start < verb.sent.end_char + 1 and not any(mark in text[last : q.start] for mark in ".?!;"):
            return ((q.start, q.end),) if not _takes_over(verb, q) else ()
    return ()


def _takes_over(verb: "Token", quotation: Quotation) -> bool:
    """Tell whether a cue within what somebody says has but a few words of his for its object ("said the report found "no evidence" of fraud")."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in cues.verbs():
        return False
    words = verb.doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
    return words is None or not any(t.tag_ in FINITE for t in words)


def _before(verb: "Token", speaker: "Span") -> tuple[Place, ...]:
    """Return the sentence that ends in "..., the mayor told reporters", whatever the parser made of it."""
    doc, sentence = verb.doc, verb.sent
    told = doc[speaker.start - 1] if speaker.start > sentence.start else None
    if (
        told is None
        or told.text != ","
        or speaker.end > verb.i
        or any(t.pos_ in _VERBAL for t in doc[verb.i + 1 : sentence.end])
    ):
        return ()
    rest = doc[sentence.start : told.i]
    return (chars(rest),) if any(_is_independent(t) for t in rest) else ()


def _is_independent(verb: "Token") -> bool:
    """Tell whether a word is the verb of a clause that can stand by itself."""
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)
    led_in = any(c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB"} for c in verb.children)
    return verb.pos_ in _VERBAL and subject and not led_in and verb.dep_ not in {"relcl", "acl", "pcomp", "csubj"}
