"""Who talks in a text whose turns bear labels: whom each label means, who asks, and who is there at a turn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.dossier import Source
from briefing.extraction.answerers import meant, named_before
from briefing.extraction.cast import Cast
from briefing.extraction.naming import bare, fold, words
from briefing.extraction.turns import ANSWERS, QUESTIONS, Segment, askers
from briefing.names import TITLED

if TYPE_CHECKING:
    from spacy.language import Language


class Talk(Struct):
    """The turns of a text, the numbers of those who speak by their labels (None for who is not named), and the labels of who asks.

    A text in which nobody takes turns has no labels.
    """

    source: Source
    pieces: Sequence[Segment]
    cast: Cast
    speakers: dict[str, int | None]
    asking: frozenset[str]

    def give_answers_to(self, voice: int | None) -> None:
        """Take the one in whose name the whole text speaks for the one who answers, where he is not named."""
        self.speakers |= {label: voice for label in self.speakers.keys() & ANSWERS if self.speakers[label] is None}

    def asks(self, piece: Segment) -> bool:
        """Tell whether a turn is of somebody who asks."""
        return piece.label in self.asking

    def asked(self, number: int) -> int | None:
        """Return who is asked in a turn: the next who speaks."""
        piece = self.pieces[number]
        after = next((p.label for p in self.pieces[number + 1 :] if p.label not in {"", piece.label}), "")
        return self.speakers.get(after) if self.asks(piece) else None

    def present(self, number: int) -> frozenset[int]:
        """Return who talks with whom in a turn: the two of it, both where nobody else talks, and who asks without being named."""
        two = (self.speakers[self.pieces[number].label], self.asked(number))
        alone = self.speakers.values() if len(self.speakers) == 2 else ()
        unnamed = any(who is None and label in self.asking for label, who in self.speakers.items())
        behind = (self.source.author, self.source.publisher) if unnamed else ()
        known = (self.cast.known(name) for name in behind if name)
        return frozenset(who for who in (*two, *alone, *known) if who is not None)


def read(source: Source, pieces: Sequence[Segment], cast: Cast, nlp: "Language") -> Talk:
    """Return who talks in a text, everybody introduced to its cast."""
    asking = askers(source.text, pieces)
    labels = dict.fromkeys(p.label for p in pieces if p.label)
    found = {label: None if label.upper() in ANSWERS | QUESTIONS else cast.known(label) for label in labels}
    named = named_before(source, pieces, nlp) if labels else []
    for label in (label for label in labels if label.upper() not in QUESTIONS):
        one = meant(label, named)
        if one is not None and (found[label] is None or fold(one.text).startswith(f"{fold(label)} ")):
            found[label] = cast.introduce(one.text, one.start, "PERSON")
        titled = any(bare(source.text[slice(*p.named)])[0] for p in pieces if p.label == label)
        if found[label] is None and (label not in asking or titled) and label.upper() not in ANSWERS:
            found[label] = _named_by_label(source, pieces, label, cast)
    return Talk(source, pieces, cast, found, asking)


def _named_by_label(source: Source, pieces: Sequence[Segment], label: str, cast: Cast) -> int | None:
    """Introduce somebody by the fullest label of his turns, without titles; if it names but an office, by who is in it ("The MAYOR (Ms Ruiz)")."""
    places = [max((p.named for p in pieces if p.label == label), key=lambda place: place[1] - place[0])]
    if not fold(source.text[slice(*places[0])]):
        return None
    places += [p.inside for p in pieces if p.label == label and TITLED.match(source.text, p.inside[0])]
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
