"""A source read by itself: who is named in it, and what is claimed by whom."""

from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.dossier import Attribution, Figure, Mode, PassageKind, Source
from briefing.extraction import model
from briefing.extraction.attribution import Said, attributions
from briefing.extraction.cast import Cast
from briefing.extraction.draft import Draft, Extract
from briefing.extraction.frames import frames_of
from briefing.extraction.hedges import certainty_of, polarity_of
from briefing.extraction.periods import period_in
from briefing.figures import parse_figure

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
"""Characters that the model reads better in another form, each by exactly one, so that offsets hold."""
_FULL = 0.6
"""An attribution that covers this share of its sentence leaves nothing for the article to say there."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_FIGURE_LABELS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


class Reader:
    """Reads sources with a language model that is loaded at the first of them."""

    def __init__(self, model_name: str | None = None) -> None:
        self._model_name = model_name
        self._nlp: Language | None = None

    def read(self, source: Source) -> Extract:
        """Return who is named and what is claimed in a source's body. Raises InputError if there is no language model."""
        if self._nlp is None:
            self._nlp = model.load(self._model_name)
        passages = [p for p in source.passages if p.kind is PassageKind.BODY]
        texts = (source.text[p.start : p.end].translate(_SAME_LENGTH) for p in passages)
        docs = list(self._nlp.pipe(texts))
        cast = Cast()
        cast.gather(docs)
        drafts: list[Draft] = []
        speaker: int | None = None
        for number, (passage, doc) in enumerate(zip(passages, docs, strict=True)):
            cast.meet(number, doc, passage.start)
            page = _Page(source, cast, number, doc, passage.start, speaker)
            drafts += page.drafts()
            speaker = page.last_speaker
        return Extract(source.id, tuple(cast.names), tuple(sorted(drafts, key=lambda d: (d.start, d.end))))


class _Page:
    """One passage being read."""

    def __init__(self, source: Source, cast: Cast, number: int, doc: "Doc", offset: int, speaker: int | None) -> None:
        self.last_speaker = speaker
        self._source = source
        self._cast = cast
        self._number = number
        self._doc = doc
        self._offset = offset

    def drafts(self) -> list[Draft]:
        """Return what is claimed in the passage, by whom it is credited to and by the article itself."""
        said = attributions(self._doc)
        found = [self._credited(one) for one in said]
        for sentence in self._doc.sents:
            if _says_something(sentence) and not self._is_told(sentence, said):
                found += [self._draft(clause, None, None, Mode.ASSERTS) for clause in _clauses(sentence)]
        return _each_frame_once(found)

    def _credited(self, said: Said) -> Draft:
        if said.speaker is not None:
            self.last_speaker = self._cast.speaker(self._number, said.speaker, self._offset)
        span = self._doc.char_span(*said.main, alignment_mode="expand") or self._doc[:]
        credit = Attribution(
            self._place((said.speaker.start_char, said.speaker.end_char)) if said.speaker is not None else None,
            self._place(said.cue) if said.cue else None,
            tuple(self._place(part) for part in said.content),
        )
        return self._draft(span, self.last_speaker, credit, said.mode)

    def _is_told(self, sentence: "Span", said: list[Said]) -> bool:
        """Tell whether somebody is credited with all that a sentence says."""
        start, end = sentence.start_char, sentence.end_char
        covered = sum(max(0, min(b, end) - max(a, start)) for s in said for a, b in s.content)
        if covered >= _FULL * (end - start):
            return True
        return any(s.root is not None and s.root == sentence.root for s in said)

    def _draft(self, span: "Span", holder: int | None, credit: Attribution | None, mode: Mode) -> Draft:
        start, end = self._trimmed(span)
        words = self._source.text[start:end]
        entities = dict.fromkeys(e for t in span if (e := self._cast.at(self._number, t)) is not None)
        return Draft(
            start=start,
            end=end,
            text=" ".join(words.split()),
            holder=holder,
            chain=(holder,) if holder is not None else (),
            attribution=credit,
            mode=mode,
            polarity=polarity_of(span),
            certainty=certainty_of(span),
            figures=_figures(span),
            period=period_in(span.text, self._source.published),
            entities=tuple(entities),
            lemmas=tuple(dict.fromkeys(t.lemma_.lower() for t in span if t.pos_ in _CONTENT and not t.is_stop)),
            frames=tuple(
                replace(use, start=use.start + self._offset, end=use.end + self._offset)
                for use in frames_of(span, lambda token: self._cast.at(self._number, token))
            ),
        )

    def _trimmed(self, span: "Span") -> tuple[int, int]:
        text, start, end = self._source.text, self._offset + span.start_char, self._offset + span.end_char
        while start < end - 1 and text[start].isspace():
            start += 1
        while end > start + 1 and text[end - 1].isspace():
            end -= 1
        return start, end

    def _place(self, span: tuple[int, int]) -> tuple[int, int]:
        return self._offset + span[0], self._offset + span[1]


def _each_frame_once(drafts: list[Draft]) -> list[Draft]:
    """Leave each use of a frame to the shortest claim that has it: that is whose commitment it is."""
    owner: dict[tuple[str, int], Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.end - d.start):
        for use in draft.frames:
            owner.setdefault((use.frame, use.start), draft)
    return [replace(d, frames=tuple(u for u in d.frames if owner[u.frame, u.start] is d)) for d in drafts]


def _says_something(sentence: "Span") -> bool:
    return any(t.is_alpha for t in sentence) and len([t for t in sentence if t.is_alpha]) > 1


def _clauses(sentence: "Span") -> list["Span"]:
    """Return the sentence in as many parts as it has main clauses with subjects of their own."""
    cuts = sorted(
        t.left_edge.i
        for t in sentence.root.children
        if t.dep_ == "conj"
        and t.pos_ in {"VERB", "AUX"}
        and any(c.dep_.startswith("nsubj") for c in t.children)
        and t.left_edge.i > sentence.root.i
    )
    edges = [sentence.start, *cuts, sentence.end]
    return [sentence.doc[a:b] for a, b in pairwise(edges) if b > a]


def _figures(span: "Span") -> tuple[Figure, ...]:
    found = []
    for entity in span.ents:
        if entity.label_ not in _FIGURE_LABELS:
            continue
        with suppress(ValueError):
            figure = parse_figure(_with_comparison(entity))
            head = entity.root.head
            measure = head.lemma_.lower() if head.pos_ in {"NOUN", "PROPN"} and head not in entity else ""
            found.append(Figure(figure.text, figure.low, figure.high, figure.unit, measure))
    return tuple(found)


def _with_comparison(entity: "Span") -> str:
    words = entity.doc[max(0, entity.start - 2) : entity.start].text.lower()
    said = next(
        (
            w
            for w in (
                "at least",
                "more than",
                "less than",
                "fewer than",
                "up to",
                "at most",
                "almost",
                "nearly",
                "about",
                "around",
            )
            if words.endswith(w)
        ),
        "",
    )
    return f"{said} {entity.text}".strip()
