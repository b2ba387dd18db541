"""A source read by itself: who is named in it, and what is claimed by whom."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import PassageKind, Source
from briefing.extraction import model, voices
from briefing.extraction.attribution import attributions
from briefing.extraction.cast import Cast
from briefing.extraction.draft import Draft, Extract
from briefing.extraction.entries import lexicon
from briefing.extraction.known import kind_of_role
from briefing.extraction.mentions import Mention, mentions
from briefing.extraction.naming import bare, fold, words
from briefing.extraction.own_frames import NO_FRAMES, OwnFrames
from briefing.extraction.page import Page
from briefing.extraction.quotes import quotations
from briefing.extraction.said import Said, speaking
from briefing.extraction.tagging import known_words, settle_names
from briefing.extraction.taken_up import held_as, names_as, taken_up
from briefing.extraction.turns import ANSWERS, QUESTIONS, Segment, askers, quoted_in_title, segments

if TYPE_CHECKING:
    from spacy.language import Language

_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
"""Characters that the model reads better in another form, each by exactly one, so that offsets hold."""

_ASKING = (" by", " with", " to", " host", " met", "interviewer", "interview:", "interviewer:", " told")
"""What stands before the name of the one who asks."""
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'-]+)+\b")
"""A name as headings print it."""
_INTERVIEW_WITH = re.compile(r"\binterview\b[^.\n]*\bwith$", re.IGNORECASE)
"""What stands before the name of the one who answers."""
_CALLED = re.compile(r"\bcall(?:ed)? (?:him |her |them )?(?:here )?$")
"""What stands before the name that an article gives to somebody who is not to be known."""

_TITLED = re.compile(r"(?:Mrs?|Ms|Dr|Sir|Dame|Lord|Lady)\b")
_KIN = re.compile(r"\b(?:wife|widow|husband|mother|father|daughter|son|sister|brother|partner|lawyer|friend) of$")
"""What stands before the name of another than the one who speaks."""


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
        docs = list(self._nlp.pipe(source.text[s.start : s.end].translate(_SAME_LENGTH) for s in pieces))
        settle_names(docs, self._known)
        cast = Cast(source.relays)
        cast.gather(docs)
        asking = askers(source.text, pieces)
        speakers = self._speakers(source, pieces, cast, asking)
        voice, relayed = voices.voice(source, pieces, cast), voices.retold(source, cast)
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
        missing = [label for label in labels if found[label] is None and label.upper() not in QUESTIONS]
        named = self._named_before(source, pieces) if missing else []
        quoted = None if any(" " in m.key and _is_person(m) for _, m in named) else quoted_in_title(source)
        for label in missing:
            if quoted is not None and label.upper() in ANSWERS:
                found[label] = cast.introduce(source.text[slice(*quoted)], quoted[0], "PERSON")
            else:
                found[label] = _meant(label, named, cast)
            titled = any(bare(source.text[slice(*p.named)])[0] for p in pieces if p.label == label)
            if found[label] is None and (label not in asking or titled) and label.upper() not in ANSWERS:
                found[label] = _named_by_label(source, pieces, label, cast)
        return found

    def _named_before(self, source: Source, pieces: list[Segment]) -> list[tuple[int, Mention]]:
        """Return who is named before the turns begin, likeliest to answer first, each with where the passage begins; who asks is left out."""
        assert self._nlp is not None
        first = next(p.start for p in pieces if p.label)
        asking = fold(source.author or "").split()[-1:]
        before = sorted((p for p in source.passages if p.end <= first), key=lambda p: p.kind is not PassageKind.BODY)
        titled = source.text.find(source.title or "") if source.title else -1
        places = [(p.start, p.end) for p in before]
        places += [(titled, titled + len(source.title or ""))] if titled >= 0 else []
        docs = self._nlp.pipe(_CAPITALS.sub(_in_small, source.text[a:b].translate(_SAME_LENGTH)) for a, b in places)
        named = [
            (start, m)
            for (start, _), doc in zip(places, docs, strict=True)
            for m in mentions(doc)
            if _is_with(m)
            or (
                m.key.split()[-1:] != asking
                and m.text != source.publisher
                and not set(m.key.split()) & words("newsroom")
                and not doc.text[: m.span.start_char].rstrip().lower().endswith(_ASKING)
                and not _KIN.search(doc.text[: m.span.start_char].rstrip().lower())
            )
        ]
        return sorted(named, key=lambda found: not _is_with(found[1]))


def _in_small(capitals: re.Match[str]) -> str:
    return "".join(c if n == 0 or not capitals[0][n - 1].isalpha() else c.lower() for n, c in enumerate(capitals[0]))


def _present(
    source: Source, cast: Cast, speakers: Mapping[str, int | None], asking: Container[str], two: Iterable[int | None]
) -> set[int]:
    """Return who talks with whom in a turn: the `two` of it, both where nobody else talks, and who asks without being named."""
    alone = speakers.values() if len(speakers) == 2 else ()
    unnamed = any(who is None and label in asking for label, who in speakers.items())
    behind = [cast.known(name) for name in (source.author, source.publisher) if name and unnamed]
    return {who for who in (*two, *alone, *behind) if who is not None}


def _meant(label: str, named: list[tuple[int, Mention]], cast: Cast) -> int | None:
    """Return the number of the one whom a label means among those named: of that name or its initials, or the first if it names nobody."""
    if label.upper() in ANSWERS:
        full = [(start, m) for start, m in named if len(m.key.split()) > 1]
        answering = [(start, m) for start, m in named if _is_with(m)]
        persons = [[(start, m) for start, m in some if _is_person(m)] for some in (full, named)]
        fits = answering or [(start, m) for start, m in named if _is_called(m)] or persons[0] or persons[1] or full
    else:
        fits = [(start, m) for start, m in named if fold(label) in {*m.key.split(), _initials(m.key), *_titles(m)}]
    return cast.introduce(fits[0][1].text, fits[0][0] + fits[0][1].start, "PERSON") if fits else None


def _titles(mention: Mention) -> list[str]:
    """Return the words before a name, by which a question may address somebody ("Professor, did you know?")."""
    return fold(mention.span.doc.text[: mention.span.start_char]).split()[-1:] + fold(mention.text).split()


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split())


def _is_with(mention: Mention) -> bool:
    """Tell whether a name stands behind "interview with"."""
    return _INTERVIEW_WITH.search(mention.span.doc.text[: mention.span.start_char].rstrip()) is not None


def _is_person(mention: Mention) -> bool:
    """Tell whether somebody is named, by the recogniser or by a title, a role or "we call him" before the name."""
    told = mention.is_titled or kind_of_role(mention.role) == "PERSON"
    return mention.label == "PERSON" or told or _is_called(mention)


def _is_called(mention: Mention) -> bool:
    """Tell whether "we call him" stands before a name."""
    return _CALLED.search(mention.span.doc.text[: mention.span.start_char]) is not None


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
