"""A source read by itself: who is named in it, and what is claimed by whom."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Source
from briefing.extraction import model, talks, voices
from briefing.extraction.attribution import attributions
from briefing.extraction.cast import Cast
from briefing.extraction.draft import Draft, Extract
from briefing.extraction.entries import lexicon
from briefing.extraction.model import SAME_LENGTH
from briefing.extraction.own_frames import NO_FRAMES, OwnFrames
from briefing.extraction.page import Page
from briefing.extraction.quotes import quotations
from briefing.extraction.said import Said, speaking
from briefing.extraction.tagging import known_words, settle_names
from briefing.extraction.taken_up import held_as, names_as, taken_up
from briefing.extraction.turns import segments

if TYPE_CHECKING:
    from spacy.language import Language


class Reader:
    """Reads sources with a language model that is loaded at the first of them."""

    def __init__(self, model_name: str | None = None, own: OwnFrames = NO_FRAMES) -> None:
        self._model_name = model_name
        self._lexicon = lexicon(own)
        self._nlp: Language | None = None
        self._known: Collection[str] = ()

    def read(self, source: Source) -> Extract:
        """Return who is named and what is claimed in a source's body. Raises InputError if there is no language model."""
        if self._nlp is None:
            self._nlp = model.load(self._model_name)
            self._known = known_words(self._nlp)
        pieces = segments(source)
        docs = list(self._nlp.pipe(source.text[s.start : s.end].translate(SAME_LENGTH) for s in pieces))
        settle_names(docs, self._known)
        cast = Cast(source.relays)
        cast.gather(docs)
        talk = talks.read(source, pieces, cast, self._nlp)
        voice, relayed = voices.voice(source, pieces, cast), voices.retold(source, cast)
        talk.give_answers_to(voice)
        alone = frozenset({voice}) if voice is not None and cast.is_person(voice) else frozenset[int]()
        drafts: list[Draft] = []
        speaker: int | None = None
        relay_met = False
        question: tuple[int, list[Said]] | None = None
        same: dict[int, int] = {}
        for number, (piece, doc) in enumerate(zip(pieces, docs, strict=True)):
            quoted = quotations(source.text[piece.start : piece.end])
            said = attributions(doc, quoted)
            present = talk.present(number) if piece.label else alone
            cast.meet(number, doc, piece.start, quoted, speaking(said), present)
            if question is not None and not talk.asks(piece):
                same |= taken_up(cast, question, (number, doc))
            question = (number, said) if talk.asks(piece) else None
            page = Page(source, cast, number, doc, piece.start, quoted, said, speaker, self._lexicon)
            if piece.label:
                page.turn_of(talk.speakers[piece.label], asked=talk.asked(number), answers=not talk.asks(piece))
            else:
                page.voice = voice
                page.retold = relayed if relay_met else None
            drafts += page.drafts()
            relay_met = relay_met or cast.is_met(relayed)
            speaker = page.last_speaker
        drafts = [held_as(draft, same) for draft in drafts] if same else drafts
        drafts.sort(key=lambda d: (d.start, d.end))
        return Extract(source.id, names_as(cast.names, same), _each_frame_once(drafts), cast.roles(), cast.called())


def _each_frame_once(drafts: list[Draft]) -> tuple[Draft, ...]:
    """Leave each use of a frame to the shortest claim that has it: that is whose commitment it is."""
    owner: dict[tuple[str, int], Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.end - d.start):
        for use in draft.frames:
            owner.setdefault((use.frame, use.start), draft)
    return tuple(replace(d, frames=tuple(u for u in d.frames if owner[u.frame, u.start] is d)) for d in drafts)
