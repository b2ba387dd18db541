"""One paragraph read: its claims, each with its exact words, its holder and how it is held."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Attribution, Mode, Source
from briefing.extraction.cast import Cast
from briefing.extraction.citing import with_later_citations
from briefing.extraction.clauses import (
    clauses,
    hang_together,
    has_verb,
    is_fragment,
    is_order,
    is_question,
    is_that_clause,
)
from briefing.extraction.completing import completed, left_out, shared_subjects, without_relative
from briefing.extraction.contentless import tells_nothing
from briefing.extraction.countering import counter
from briefing.extraction.covering import around_cue, introduces, told_by, without_content
from briefing.extraction.draft import Draft
from briefing.extraction.entries import Lexicon
from briefing.extraction.frames import frames_of
from briefing.extraction.hedges import certainty_of, polarity_of, tense_of
from briefing.extraction.naming import words
from briefing.extraction.periods import period_in
from briefing.extraction.phrases import obtained_by
from briefing.extraction.quantities import figures_in
from briefing.extraction.quotes import Quotation
from briefing.extraction.quoting import with_quotations
from briefing.extraction.recounting import is_recounted
from briefing.extraction.reporting import going_on
from briefing.extraction.said import (
    ASIDE,
    Place,
    Said,
    hides,
    holds,
    holds_the_contrary,
    is_aside,
    is_asked,
    is_nobodys,
    is_of_a_thing,
    is_own_organ,
    is_stated,
    is_supposed,
    is_within,
    is_you,
    negated,
    states,
)
from briefing.extraction.statements import statement_of
from briefing.extraction.syntax import asks, is_negated, means_speaker, noun_phrase, subject_of
from briefing.extraction.trimming import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SPEAKING = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES, Mode.PREDICTS, Mode.DEMANDS, Mode.PROPOSES})
"""Who does so has the word, and what is quoted next is his."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_LABEL = 9
"""A line of so many words without a verb may be a label ("Next meeting: Thursday, 7 p.m., Old Baths")."""
_NO_SENTENCE = ASIDE | {"ccomp", "pcomp"}
_YOU = frozenset({"you", "your", "yours"})


class Page:
    """A paragraph with the cast of its article and what is `said` in it; `speaker` is who spoke last before it."""

    def __init__(
        self,
        source: Source,
        cast: Cast,
        number: int,
        doc: "Doc",
        offset: int,
        quoted: list[Quotation],
        said: list[Said],
        speaker: int | None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.last_speaker = speaker
        self._source = source
        self._cast = cast
        self._number = number
        self._doc = doc
        self._offset = offset
        self._quoted = quoted
        self._said = said
        self.voice: int | None = None
        self.retold: int | None = None
        self._is_turn = False
        self._asked: int | None = None
        self._answers = False
        self._lexicon = lexicon

    def turn_of(self, entity: int | None, asked: int | None = None, *, answers: bool = False) -> None:
        """Say that the paragraph is a turn in an interview: of this entity, who `answers`, or who asks, and whose "you" is the one `asked`."""
        self.voice = entity
        self._is_turn = True
        self._asked = asked
        self._answers = answers

    def drafts(self) -> list[Draft]:
        """Return what is claimed in the paragraph, by whom it is credited to and by its own voice."""
        asked = [s.root for s in self._said if is_asked(s)]
        held = [s for s in self._said if not (is_asked(s) or is_supposed(s))]
        found_said = [s for s in held if not is_you(s) or self._is_put_to(s)]
        telling = [s for s in found_said if s.speaker and self._outlet((s.who or s.speaker).root) is None]
        found_said = [s for s in found_said if states(s) or not (self._answers or is_within(s, telling))]
        found_said = [s for s in found_said if not (self._answers and is_recounted(s))]
        found_said = [s for s in found_said if not is_of_a_thing(s, found_said)]
        found_said = with_later_citations(self._doc, found_said, self._outlet)
        said = [s for s in with_quotations(self._doc, found_said, self._quoted) if not hides(s, self._doc)]
        holders = [self._holder(one) for one in said]
        found: list[Draft] = []
        for one, holder in zip(said, holders, strict=True):
            found += self._credited(one, holder, said, holders)
        held_by = list(zip(said, holders, strict=True))
        goes_on = going_on(self._doc, held_by, self._quoted, lambda token: self._cast.at(self._number, token))
        for sentence in self._doc.sents:
            teller = goes_on.get(sentence.start)
            taken = {(d.start, d.end) for d in found}
            own = [self._own(c, said, teller) for c in clauses(sentence) if c.root not in asked]
            found += [d for d in own if d is not None and (d.start, d.end) not in taken]
        return found

    @property
    def _issues(self) -> bool:
        """Whether a body speaks in the paragraph."""
        return self.voice is not None and not self._is_turn and not self._cast.is_person(self.voice)

    def _outlet(self, token: "Token") -> int | None:
        """Return the number of the newsroom that a word stands for, if it is one."""
        entity = self._cast.at(self._number, token)
        return entity if self._cast.is_outlet(entity) else None

    def _is_put_to(self, said: Said) -> bool:
        """Tell whether the one asked is told what he has said, rather than asked whether he thinks so."""
        return self._asked is not None and said.root is not None and not asks(said.root.sent)

    def _holder(self, said: Said) -> int | None:
        """Return who is credited; a quotation by itself goes to whoever spoke last."""
        if said.impersonal:
            return self.voice
        if said.speaker is None:
            spoke = (self.voice if self._is_turn else None, self.last_speaker, self._cast.latest_subject())
            return next((one for one in spoke if one is not None), None)
        if is_you(said):
            return self._asked
        if self._issues and is_own_organ(said):
            return self.voice
        entity = self._cast.speaker(self._number, said.who or said.speaker, self._offset)
        if said.through is not None:  # so that "one of them" behind it finds those cited
            self._cast.speaker(self._number, said.through, self._offset)
        if entity is None:
            return self.voice if self._is_turn else self.last_speaker
        aside = said.root is not None and is_aside(said.root)
        if said.mode in _SPEAKING and not aside:
            self.last_speaker = entity
            self._cast.spoke(entity)
        return entity

    def _credited(
        self, said: Said, holder: int | None, every: list[Said], holders: list[int | None]
    ) -> Iterator[Draft]:
        if holder is None and said.root is not None and counter(said.root) is not None:
            return
        outer = [(one, h) for one, h in zip(every, holders, strict=True) if holds(one, said)]
        if outer and said.words is not None and not all(self._passes_on(one, h, said, holder) for one, h in outer):
            return
        above = [h for _, h in outer]
        within = [
            one
            for one, h in zip(every, holders, strict=True)
            if holds(said, one) and (one.words is None or self._passes_on(said, holder, one, h))
        ]
        chain = [h for h in above if h is not None]
        if said.via is not None and (outlet := self._cast.speaker(self._number, said.via, self._offset)) is not None:
            chain.append(outlet)
        if said.through is not None and holder is not None:
            chain.append(holder)
            holder = self._cast.speaker(self._number, said.through, self._offset)
        cited = bool(chain)
        teller = self.voice if self.voice is not None else self.retold
        if teller is not None and holder != teller:
            chain.insert(0, teller)
        if negated(said) and not holds_the_contrary(said):
            holder = chain[-1] if chain else self.voice
        own = self._issues and is_nobodys(said)
        if chain and self._cast.is_thing(holder) and (self._is_turn or cited or own):
            holder = chain[-1]
        chain = list(dict.fromkeys(c for c in chain if c != holder))
        credit: Attribution | None = self._credit(said)
        for piece in self._pieces(said):
            if any(told_by(one, piece) for one in within):
                continue
            asks = said.mode is Mode.ASSERTS and is_question(piece)
            yield self._draft(piece, holder, tuple(chain), credit, Mode.ASKS if asks else said.mode)
            credit = None

    def _passes_on(self, outer: Said, outlet: int | None, inner: Said, holder: int | None) -> bool:
        """Tell whether a newsroom reports in its own name what somebody else holds ("the police rule out arson, the paper says")."""
        nobody = holder is None or self._cast.is_outlet(holder) or self._cast.is_thing(holder)
        return self._cast.is_outlet(outlet) and outer.through is None and not nobody and is_stated(inner)

    def _credit(self, said: Said) -> Attribution:
        speaker = self._place((said.speaker.start_char, said.speaker.end_char)) if said.speaker is not None else None
        cue = self._place(said.cue) if said.cue else None
        return Attribution(speaker, cue, tuple(self._place(part) for part in said.content))

    def _pieces(self, said: Said) -> list["Span"]:
        """Return the words of the claims in something said: its propositions, or the whole of it where parts are fragments."""
        if said.words is not None:
            words = self._span(said.words)
            return clauses(words) if is_that_clause(words) else [completed(without_relative(words))]
        if negated(said) and said.root is not None:
            return [p for p in clauses(said.root.sent) if said.root in p] or [said.root.sent]
        parts = [self._span(place) for place in said.content]
        apart = len(parts) > 1 and self._doc[parts[-1].start - 1].text == ";"
        if len(parts) > 1 and not apart and not all(has_verb(part) for part in parts):
            parts = [self._doc[min(p.start for p in parts) : max(p.end for p in parts)]]
        pieces: list[Span] = []
        for together in _by_sentence(parts):
            if len(together) > 1 and not apart and hang_together(together):
                pieces.append(self._doc[together[0].start : together[-1].end])
            else:
                pieces += around_cue([clause for part in together for clause in clauses(part)], said)
        kept = [completed(p) for p in pieces if not is_fragment(p)]
        if kept and said.root is not None and not any(has_verb(p) for p in kept):
            telling = [p for p in clauses(said.root.sent) if p.root == said.root and kept[0].root in p]
            kept = telling if telling and said.root.i < kept[0].start else kept
        if kept or said.root is None:
            return [p for p in kept or pieces if not tells_nothing(p)]
        return [p for p in clauses(said.root.sent) if p.root == said.root] or self._whole(said.root)

    def _whole(self, root: "Token") -> list["Span"]:
        """Return the sentence of a cue, unless the cue stands aside in it: what is said by the way in a few words is no claim."""
        return [] if root.dep_ in _NO_SENTENCE or any(a.dep_ in _NO_SENTENCE for a in root.ancestors) else [root.sent]

    def _own(self, clause: "Span", said: list[Said], goes_on: int | None = None) -> Draft | None:
        """Return what the paragraph's own voice claims in a clause, or who goes on without a cue, unless somebody is credited with it."""
        cut = without_content(clause, said)
        if cut is None:
            return None
        clause = cut
        counts = any(t.tag_ == "CD" for t in clause) and (
            len(clause) > _LABEL or any(f.measure or f.unit for f in figures_in(clause))
        )
        too_little = is_fragment(clause) or not (has_verb(clause) or counts)
        if tells_nothing(clause) or (too_little and not (self._answers and any(t.is_alpha for t in clause))):
            return None
        if any(told_by(one, clause) or introduces(one, clause) for one in said):
            return None
        asks = is_question(clause)
        teller = self._publisher(clause) if goes_on is None else goes_on
        if teller is None and not asks and not any(t.lower_ in _YOU or means_speaker(t) for t in clause):
            teller = self.retold
        chain = tuple(dict.fromkeys(t for t in (self.voice, teller) if t is not None))
        return self._draft(clause, teller, chain, None, Mode.ASKS if asks else Mode.ASSERTS)

    def _publisher(self, clause: "Span") -> int | None:
        """Return the outlet that an article passes on, if a clause tells what it or a paper it has found shows; else whose voice the article is."""
        subject = subject_of(clause.root)
        brought = obtained_by(noun_phrase(subject)) if subject is not None else None
        if brought is None and clause.root.lemma_.lower() in words("publishing") and not is_negated(clause.root):
            brought = subject
        entity = self._cast.at(self._number, brought) if brought is not None else None
        return entity if self._cast.is_passed_on(entity) else self.voice

    def _draft(
        self, span: "Span", holder: int | None, chain: tuple[int, ...], credit: Attribution | None, mode: Mode
    ) -> Draft:
        quoted = (self._place((q.start, q.end)) for q in self._quoted if q.closed)
        start, end = trimmed(self._source.text, *self._place((span.start_char, span.end_char)), quoted)
        heads = {t.i: e for t in (*shared_subjects(span), *span) if (e := self._entity(t, holder)) is not None}
        return Draft(
            start=start,
            end=end,
            text=" ".join((left_out(span) + self._source.text[start:end]).split()),
            holder=holder,
            chain=(*(c for c in chain if c != holder), *((holder,) if holder is not None else ())),
            attribution=credit,
            mode=Mode.DEMANDS if mode is Mode.ASSERTS and is_order(span) else mode,
            polarity=polarity_of(span),
            certainty=certainty_of(span),
            figures=figures_in(span),
            period=period_in(span.text, self._source.published, tense_of(span)),
            entities=tuple(dict.fromkeys(heads.values())),
            lemmas=tuple(dict.fromkeys(t.lemma_.lower() for t in span if t.pos_ in _CONTENT and not t.is_stop)),
            frames=tuple(
                replace(use, start=use.start + self._offset, end=use.end + self._offset)
                for use in frames_of(span, lambda token: self._entity(token, holder), self._lexicon)
            ),
            statement=statement_of(
                span,
                self._number,
                self._cast.things,
                lambda token: self._entity(token, holder),
                reported=holder is not None,
            ),
        )

    def _entity(self, token: "Token", holder: int | None) -> int | None:
        """Return whom a word means; "I" and "we" are the one who speaks."""
        return holder if means_speaker(token) else self._cast.at(self._number, token)

    def _is_quoted(self, token: "Token") -> bool:
        return any(q.holds(token.idx) for q in self._quoted)

    def _span(self, place: Place) -> "Span":
        return self._doc.char_span(*place, alignment_mode="expand") or self._doc[:]

    def _place(self, span: Place) -> Place:
        return self._offset + span[0], self._offset + span[1]


def _by_sentence(parts: "Iterable[Span]") -> "list[list[Span]]":
    """Return stretches of words, divided where sentences end, by the sentence that they stand in."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for part in parts:
        for sentence in part.doc.sents:
            first, last = max(sentence.start, part.start), min(sentence.end, part.end)
            if first < last:
                found[sentence.start].append(part.doc[first:last])
    return [sorted(found[start], key=lambda span: span.start) for start in sorted(found)]
