"""A source read by itself: who is named in it, and what is claimed by whom."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Source
from briefing.extraction import model, voices
from briefing.extraction.answerers import SAME_LENGTH, meant, named_before
from briefing.extraction.attribution import attributions
from briefing.extraction.cast import Cast
from briefing.extraction.draft import Draft, Extract
from briefing.extraction.entries import lexicon
from briefing.extraction.naming import bare, fold, words
from briefing.extraction.own_frames import NO_FRAMES, OwnFrames
from briefing.extraction.page import Page
from briefing.extraction.quotes import quotations
from briefing.extraction.said import Said, speaking
from briefing.extraction.tagging import known_words, settle_names
from briefing.extraction.taken_up import held_as, names_as, taken_up
from briefing.extraction.turns import ANSWERS, QUESTIONS, Segment, askers, segments

if TYPE_CHECKING:
    from spacy.language import Language

_TITLED = re.compile(r"(?:Mrs?|Ms|Dr|Sir|Dame|Lord|Lady)\b")


class Reader:
    """Reads sources with a language model that is loaded at the first of them."""

    def __init__(self, model_name: str | None = None, own: OwnFrames = NO_FRAMES) -> None:
        self._model_name = model_name
        self._lexicon = lexicon(own)
        self._nlp: Language | None = None
        self._known: Container[str] = ()

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
        asking = askers(source.text, pieces)
        speakers = self._speakers(source, pieces, cast, asking)
        voice, relayed = voices.voice(source, pieces, cast), voices.retold(source, cast)
        speakers |= {label: voice for label in speakers.keys() & ANSWERS if speakers[label] is None}
        drafts: list[Draft] = []
        speaker: int | None = None
        relay_met = False
        question: tuple[int, list[Said]] | None = None
        same: dict[int, int] = {}
        for number, (piece, doc) in enumerate(zip(pieces, docs, strict=True)):
            quoted = quotations(source.text[piece.start : piece.end])
            said = attributions(doc, quoted)
            after = next((p.label for p in pieces[number + 1 :] if p.label not in {"", piece.label}), "")
            asked = speakers.get(after) if piece.label in asking else None
            writes = {voice} if voice is not None and cast.is_person(voice) else set()
            present = (
                _present(source, cast, speakers, asking, {speakers[piece.label], asked}) if piece.label else writes
            )
            cast.meet(number, doc, piece.start, quoted, speaking(said), frozenset(present))
            if question is not None and piece.label not in asking:
                same |= taken_up(cast, question, (number, doc))
            question = (number, said) if piece.label in asking else None
            page = Page(source, cast, number, doc, piece.start, quoted, said, speaker, self._lexicon)
            if piece.label:
                page.turn_of(speakers[piece.label], asked=asked, answers=piece.label not in asking)
            else:
                page.voice = voice
                page.retold = relayed if relay_met else None
            drafts += page.drafts()
            relay_met = relay_met or cast.is_met(relayed)
            speaker = page.last_speaker
        drafts = [held_as(draft, same) for draft in drafts] if same else drafts
        drafts.sort(key=lambda d: (d.start, d.end))
        return Extract(source.id, names_as(cast.names, same), _each_frame_once(drafts), cast.roles(), cast.called())

    def _speakers(
        self, source: Source, pieces: list[Segment], cast: Cast, asking: Container[str]
    ) -> dict[str, int | None]:
        """Return the numbers of those whose turns are labelled, by their labels; None for those who are not named."""
        labels = dict.fromkeys(p.label for p in pieces if p.label)
        found = {label: None if label.upper() in ANSWERS | QUESTIONS else cast.known(label) for label in labels}
        assert self._nlp is not None
        named = named_before(source, pieces, self._nlp) if labels else []
        for label in (label for label in labels if label.upper() not in QUESTIONS):
            one = meant(label, named)
            if one is not None and (found[label] is None or fold(one.text).startswith(f"{fold(label)} ")):
                found[label] = cast.introduce(one.text, one.start, "PERSON")
            titled = any(bare(source.text[slice(*p.named)])[0] for p in pieces if p.label == label)
            if found[label] is None and (label not in asking or titled) and label.upper() not in ANSWERS:
                found[label] = _named_by_label(source, pieces, label, cast)
        return found


def _present(
    source: Source, cast: Cast, speakers: Mapping[str, int | None], asking: Container[str], two: Iterable[int | None]
) -> set[int]:
    """Return who talks with whom in a turn: the `two` of it, both where nobody else talks, and who asks without being named."""
    alone = speakers.values() if len(speakers) == 2 else ()
    unnamed = any(who is None and label in asking for label, who in speakers.items())
    behind = [cast.known(name) for name in (source.author, source.publisher) if name and unnamed]
    return {who for who in (*two, *alone, *behind) if who is not None}


def _named_by_label(source: Source, pieces: list[Segment], label: str, cast: Cast) -> int | None:
    """Introduce somebody by the fullest label of his turns, without titles; if it names but an office, by who is in it ("The MAYOR (Ms Ruiz)")."""
    places = [max((p.named for p in pieces if p.label == label), key=lambda place: place[1] - place[0])]
    if not fold(source.text[slice(*places[0])]):
        return None
    places += [p.inside for p in pieces if p.label == label and _TITLED.match(source.text, p.inside[0])]
    offices = words("roles", "titles", "occupations", "bodies")
    for start, end in places:
        first, last = bare(source.text[start:end])
        name = source.text[start + first : start + last]
        while (led := name.split(maxsplit=1))[1:] and fold(led[0]) in offices:
            first += len(name) - len(led[1])
            name = led[1]
        if not set(fold(name).split()) & offices:
            break
    else:
        return cast.introduce(name.lower(), start + first, "")
    return cast.introduce(name.title() if name.isupper() else name, start + first, "PERSON")


def _each_frame_once(drafts: list[Draft]) -> tuple[Draft, ...]:
    """Leave each use of a frame to the shortest claim that has it: that is whose commitment it is."""
    owner: dict[tuple[str, int], Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.end - d.start):
        for use in draft.frames:
            owner.setdefault((use.frame, use.start), draft)
    return tuple(replace(d, frames=tuple(u for u in d.frames if owner[u.frame, u.start] is d)) for d in drafts)
