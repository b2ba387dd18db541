"""What rows are drawn with: colours, signs, and text made safe and cut to fit."""

from collections.abc import Iterable

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from briefing.config import Tag
from briefing.dossier import (
    Attitude,
    Certainty,
    Claim,
    Commitment,
    Dossier,
    Polarity,
    Relation,
    RelationType,
    voice_name,
)
from briefing.plaintext import one_line
from briefing.room.glyphs import Glyphs
from briefing.room.themes import Palette

_SHORT = {
    f"{certainty} {sign}": f"{word}{sign}"
    for certainty, word in ((Certainty.CERTAIN, ""), (Certainty.PROBABLE, "prob. "), (Certainty.POSSIBLE, "poss. "))
    for sign in Polarity
}


class Look(Struct, frozen=True):
    """Colours and signs in force, and the tags of the configuration by name."""

    palette: Palette
    glyphs: Glyphs
    tags: dict[str, Tag]
    plain: bool

    def tag(self, name: str) -> Text:
        """Return the sign of a tag in its colour; tags that the configuration does not know have their first letter."""
        tag = self.tags.get(name)
        if tag is None:
            return inked(one_line(name)[:1] or "?", self.palette.pale)
        colour = self.palette.tag(tag.colour)
        return inked(tag.plain if self.plain else tag.glyph, colour)

    def stand(self, commitment: Commitment) -> Text:
        """Return where a holder stands as a word and a sign: "certain +", "refuses -"."""
        said = str(commitment)
        if commitment.attitude:
            condition = " if" if commitment.conditional else ""
            said = f"{commitment.attitude} {commitment.attitude.polarity}{condition}"
        return inked(said, self._colour(commitment))

    def stance(self, claim: Claim, *, short: bool = False) -> Text:
        """Return where the holder stands on the claim's point; where there is none, how the words put it, pale.

        In short, what is certain has only its sign.
        """
        if claim.commitment is not None:
            said = self.stand(claim.commitment)
        else:
            said = inked(f"{claim.certainty} {claim.polarity}", self.palette.pale)
        return inked(_SHORT.get(said.plain, said.plain), str(said.spans[0].style)) if short else said

    def _colour(self, commitment: Commitment) -> str:
        if commitment.certainty is Certainty.UNKNOWN:
            return self.palette.pale
        if commitment.attitude is Attitude.FEARS or commitment.certainty is not Certainty.CERTAIN:
            return self.palette.doubt
        return self.palette.favour if commitment.polarity is Polarity.POSITIVE else self.palette.against

    def dispute(self, relations: Iterable[Relation]) -> Text:
        """Return the sign of the gravest conflict among relations, in its colour; empty where there is none."""
        types = {r.type for r in relations if r.type.is_conflict}
        if not types:
            return Text()
        flat = RelationType.CONTRADICTION in types
        sign = self.glyphs.relation[RelationType.CONTRADICTION if flat else RelationType.TENSION]
        return inked(sign, f"bold {self.palette.against if flat else self.palette.doubt}")

    def cut(self, text: str, width: int) -> str:
        """Return outside text safe, on one line, cut at a word to a width in cells."""
        safe = one_line(text)
        if cell_len(safe) <= width:
            return safe
        room = max(0, width - cell_len(self.glyphs.ellipsis))
        head = set_cell_size(safe, room).rstrip()
        at = head.rfind(" ")
        inside = cell_len(head) == room and safe[len(head) : len(head) + 1] != " "
        return (head[:at] if inside and at > room * 0.6 else head).rstrip(" ,;:") + self.glyphs.ellipsis[
            : max(0, width)
        ]

    def cell(self, text: str, width: int) -> str:
        """Return outside text cut and padded to exactly that width."""
        return set_cell_size(self.cut(text, width), width)


def inked(text: str, style: str) -> Text:
    """Return text in a style that ends with it, so that what is appended has its own."""
    return Text().append(text, style)


def beside(right: Text, width: int) -> int:
    """Return the cells that `spread` leaves to the left of a text."""
    return max(0, width - 1 - right.cell_len - (1 if right.cell_len else 0))


def holder_of(dossier: Dossier, claim: Claim) -> str:
    """Return who stands behind a claim, the outlet's name for what the article says itself."""
    return voice_name(claim, dossier.sources[claim.source])


def spread(left: Text, right: Text, width: int) -> Text:
    """Return one line with a text at either end and a cell of space after it; the left one gives way."""
    line = left.copy()
    line.truncate(beside(right, width))
    line.pad_right(max(0, width - 1) - line.cell_len - right.cell_len)
    line.append_text(right)
    line.truncate(max(0, width))
    return line
