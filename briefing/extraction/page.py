"""One paragraph read: its claims, each with its exact words, its holder and how it is held."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Attribution, Mode, Source
from briefing.extraction.cast import Cast
from briefing.extraction.clauses import clauses, has_verb, is_finite, is_fragment, with_antecedent
from briefing.extraction.draft import Draft
from briefing.extraction.entries import Lexicon
from briefing.extraction.frames import frames_of
from briefing.extraction.hedges import certainty_of, polarity_of, tense_of
from briefing.extraction.periods import period_in
from briefing.extraction.quantities import figures_in
from briefing.extraction.quotes import Quotation
from briefing.extraction.quoting import with_quotations
from briefing.extraction.reporting import reports_back, stands_back
from briefing.extraction.said import (
    ASIDE,
    Place,
    Said,
    holds,
    holds_the_contrary,
    is_account,
    is_of_a_thing,
    is_you,
    negated,
    states,
)
from briefing.extraction.statements import statement_of
from briefing.extraction.syntax import end_of, noun_phrase, own_subject, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FULL = 0.6
"""An attribution that covers this share of a clause leaves nothing for the article to say there."""
_SPEAKING = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES, Mode.PREDICTS, Mode.DEMANDS, Mode.PROPOSES})
"""Who does so has the word, and what is quoted next is his."""
_SHARE, _FEW_WORDS = 0.35, 14
"""So much of it is enough where the rest of the clause, so few words, only brings it in."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARKS = "*_"
"""Signs of emphasis, which belong to no claim's words."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
_ASIDE = frozenset({"advcl", "relcl", "acl", "ccomp", "pcomp"})
_PERSONS = _FIRST_PERSON | {"you", "your", "yours"}
_UNNAMED = re.compile(r"\b(?:be (?:named|identified|quoted)|anonym\w+|use (?:his|her|their) names?)\b")


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
        found_said = [s for s in self._said if not is_you(s) or self._is_put_to(s)]
        found_said = [s for s in found_said if states(s) or not (self._answers or _is_within(s, found_said))]
        found_said = [s for s in found_said if not is_of_a_thing(s, found_said)]
        said = [s for s in with_quotations(self._doc, found_said, self._quoted) if not self._hides(s)]
        holders = [self._holder(one) for one in said]
        found: list[Draft] = []
        for one, holder in zip(said, holders, strict=True):
            found += self._credited(one, holder, said, holders)
        goes_on = self._going_on(said, holders)
        for sentence in self._doc.sents:
            teller = goes_on.get(sentence.start)
            found += [d for clause in clauses(sentence) if (d := self._own(clause, said, teller)) is not None]
        return found

    def _is_put_to(self, said: Said) -> bool:
        """Tell whether the one asked is told what he has said, rather than asked whether he thinks so."""
        return self._asked is not None and said.root is not None and not said.root.sent.text.rstrip().endswith("?")

    def _hides(self, said: Said) -> bool:
        """Tell whether a source only asks not to be named: that is no claim."""
        return said.mode in {Mode.DEMANDS, Mode.ASKS, Mode.REFUSES} and any(
            _UNNAMED.search(self._doc.text, start, end) for start, end in said.content
        )

    def _holder(self, said: Said) -> int | None:
        """Return who is credited; a quotation by itself goes to whoever spoke last."""
        if said.impersonal:
            return self.voice
        if said.speaker is None:
            spoke = (self.voice if self._is_turn else None, self.last_speaker, self._cast.latest_subject())
            return next((one for one in spoke if one is not None), None)
        if is_you(said):
            return self._asked
        entity = self._cast.speaker(self._number, said.who or said.speaker, self._offset)
        if entity is None:
            return self.voice if self._is_turn else self.last_speaker
        aside = said.root is not None and said.root.dep_ in ASIDE
        if said.mode in _SPEAKING and not aside:
            self.last_speaker = entity
            self._cast.spoke(entity)
        return entity

    def _credited(
        self, said: Said, holder: int | None, every: list[Said], holders: list[int | None]
    ) -> Iterator[Draft]:
        above = [h for one, h in zip(every, holders, strict=True) if holds(one, said)]
        if above and said.words is not None:
            return
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
        if chain and self._cast.is_thing(holder) and (self._is_turn or cited):
            holder = chain[-1]
        chain = list(dict.fromkeys(c for c in chain if c != holder))
        credit: Attribution | None = self._credit(said)
        for piece in self._pieces(said):
            if any(_told_by(one, piece) for one in every if holds(said, one) and one.words is None):
                continue
            yield self._draft(piece, holder, tuple(chain), credit, said.mode)
            credit = None

    def _credit(self, said: Said) -> Attribution:
        speaker = self._place((said.speaker.start_char, said.speaker.end_char)) if said.speaker is not None else None
        cue = self._place(said.cue) if said.cue else None
        return Attribution(speaker, cue, tuple(self._place(part) for part in said.content))

    def _pieces(self, said: Said) -> list["Span"]:
        """Return the words of the claims in something said: its propositions, or the whole of it where parts are fragments."""
        if said.words is not None:
            return [self._span(said.words)]
        if negated(said) and said.root is not None:
            return [p for p in clauses(said.root.sent) if said.root in p] or [said.root.sent]
        parts = [self._span(place) for place in said.content]
        apart = len(parts) > 1 and self._doc[parts[-1].start - 1].text == ";"
        if len(parts) > 1 and not apart and not all(has_verb(part) for part in parts):
            parts = [self._doc[min(p.start for p in parts) : max(p.end for p in parts)]]
        pieces = [clause for part in parts for sentence in _by_sentence(part) for clause in clauses(sentence)]
        kept = [with_antecedent(p) for p in pieces if not is_fragment(p)]
        if kept or said.root is None:
            return kept or pieces
        return [p for p in clauses(said.root.sent) if p.root == said.root] or self._whole(said.root)

    def _whole(self, root: "Token") -> list["Span"]:
        """Return the sentence of a cue, unless the cue stands aside in it: what is said by the way in a few words is no claim."""
        return [] if root.dep_ in _ASIDE or any(a.dep_ in _ASIDE for a in root.ancestors) else [root.sent]

    def _going_on(self, said: list[Said], holders: list[int | None]) -> dict[int, int]:
        """Return whose words go on, by where sentences begin that need no cue: they stand back in time as what was just reported does."""
        found: dict[int, int] = {}
        speaker: int | None = None
        for sentence in self._doc.sents:
            own = [
                (one, h)
                for one, h in zip(said, holders, strict=True)
                if one.root is not None
                and one.root in sentence
                and not is_account(one)
                and not any(holds(outer, one) for outer in said)
            ]
            if own or self._is_quoted(sentence.root) or not stands_back(sentence, self._is_quoted):
                one, holder = own[-1] if own else (None, None)
                speaker = holder if one is not None and reports_back(one) else None
            elif speaker is not None:
                found[sentence.start] = speaker
        return found

    def _own(self, clause: "Span", said: list[Said], goes_on: int | None = None) -> Draft | None:
        """Return what the paragraph's own voice claims in a clause, or who goes on without a cue, unless somebody is credited with it."""
        cut = _without_content(clause, said)
        if cut is None:
            return None
        clause = cut
        too_little = is_fragment(clause) or not (has_verb(clause) or any(t.like_num for t in clause))
        if too_little and not (self._is_turn and any(t.is_alpha for t in clause)):
            return None
        if any(_told_by(one, clause) or _introduces(one, clause) for one in said):
            return None
        asks = clause.sent.text.rstrip(f"{_MARKS} \n").endswith("?")
        teller = self.voice if goes_on is None else goes_on
        if teller is None and not asks and not any(t.lower_ in _PERSONS for t in clause):
            teller = self.retold
        chain = (teller,) if teller is not None else ()
        return self._draft(clause, teller, chain, None, Mode.ASKS if asks else Mode.ASSERTS)

    def _draft(
        self, span: "Span", holder: int | None, chain: tuple[int, ...], credit: Attribution | None, mode: Mode
    ) -> Draft:
        start, end = self._trimmed(span)
        heads = {t.i: e for t in (*_shared(span), *span) if (e := self._entity(t, holder)) is not None}
        return Draft(
            start=start,
            end=end,
            text=" ".join((_left_out(span) + self._source.text[start:end]).split()),
            holder=holder,
            chain=(*(c for c in chain if c != holder), *((holder,) if holder is not None else ())),
            attribution=credit,
            mode=mode,
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
        return holder if token.lower_ in _FIRST_PERSON else self._cast.at(self._number, token)

    def _is_quoted(self, token: "Token") -> bool:
        return any(q.holds(token.idx) for q in self._quoted)

    def _span(self, place: Place) -> "Span":
        return self._doc.char_span(*place, alignment_mode="expand") or self._doc[:]

    def _trimmed(self, span: "Span") -> tuple[int, int]:
        text, start, end = self._source.text, self._offset + span.start_char, self._offset + span.end_char
        while start < end - 1 and (text[start].isspace() or text[start] in _MARKS):
            start += 1
        while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in _MARKS):
            end -= 1
        return start, end

    def _place(self, span: Place) -> Place:
        return self._offset + span[0], self._offset + span[1]


def _shared(span: "Span") -> list["Token"]:
    """Return the subject that a predicate shares with the one before it, and that stands there."""
    subject = subject_of(span.root) if span.root.dep_ == "conj" and own_subject(span.root) is None else None
    return [subject] if subject is not None else []


def _left_out(span: "Span") -> str:
    """Return, in brackets, the subject of a predicate that stands before the words it shares it with, if that is short."""
    subject = next(iter(_shared(span)), None)
    led_in = any(c.dep_ in {"expl", "csubj"} for c in span.root.children)
    led_in |= subject is not None and span.root.tag_ == "VBZ" and subject.tag_ in {"NNS", "NNPS"}
    if subject is None or subject in span or led_in or subject.dep_ not in _SUBJECTS or not is_finite(subject.head):
        return ""
    phrase = noun_phrase(subject)
    words = phrase if len(phrase) <= _FEW_WORDS else phrase.doc[subject.i : subject.i + 1]
    return f"[{words.text}] "


def _is_within(said: Said, every: list[Said]) -> bool:
    """Tell whether something is credited to somebody within what another says of him."""
    return any(holds(one, said) and one.speaker is not None and not one.impersonal for one in every)


def _by_sentence(part: "Span") -> Iterator["Span"]:
    for sentence in part.doc.sents:
        first, last = max(sentence.start, part.start), min(sentence.end, part.end)
        if first < last:
            yield part.doc[first:last]


def _without_content(clause: "Span", said: list[Said]) -> "Span | None":
    """Return a clause without a quotation or a reported clause of others at its end; None if the rest only introduces it."""
    for place in (p for one in said for p in one.content):
        if clause.start_char < place[0] < clause.end_char <= place[1] + 1:
            rest = clause.doc.char_span(clause.start_char, place[0], alignment_mode="contract")
            if rest is None or rest.text.rstrip().endswith(":"):
                return None
    return clause


def _told_by(said: Said, clause: "Span") -> bool:
    """Tell whether somebody is credited with what a clause says: it is the clause of the cue, begins with what the cue follows, or is mostly what it governs."""
    if said.root is not None and clause.root in (said.root, said.root.head if said.root.dep_ == "acomp" else None):
        return True
    start, end = clause.start_char, clause.end_char
    if said.cue is not None and said.content[0][0] <= start < said.content[0][1] < said.cue[0] < end:
        return True
    phrase = (0, 0)
    by_phrase = said.root is not None and (said.root.lower_ == "according" or said.root.dep_ == "prep")
    if by_phrase and said.root is not None and said.speaker is not None and said.cue is not None:
        last = said.root.doc[max(t.i for t in said.speaker.root.subtree)]
        phrase = (said.root.idx, max(end_of(last), said.cue[1]))
    length = end - start - max(0, min(phrase[1], end) - max(phrase[0], start))
    covered = sum(max(0, min(b, end) - max(a, start)) for a, b in said.content)
    words = min(said.words[1], end) - max(said.words[0], start) if said.words else 0
    return max(covered, words) >= _FULL * length


def _introduces(said: Said, clause: "Span") -> bool:
    """Tell whether a clause is but the few words that bring in what its own subject says, which goes on to its end."""
    if said.speaker is None or said.root is None or said.impersonal or said.root not in clause:
        return False
    first, last = said.content[0][0], said.content[-1][1]
    before = (
        clause.doc.char_span(clause.start_char, first, alignment_mode="contract") if first > clause.start_char else None
    )
    if before is None or len(before) > _FEW_WORDS or last < clause.end_char - 2:
        return False
    own = said.speaker.root in before and said.speaker.root.dep_ == "nsubj"
    return own and last - first >= _SHARE * (clause.end_char - clause.start_char)
