"""How a brief points to its sources, and to the words in them."""

from collections import defaultdict

from briefing.brief.markdown import inline
from briefing.dossier import ARTICLE, Annotation, Certainty, Claim, Commitment, Dossier, Maker, Polarity, Source


class References:
    """The sources of a dossier, numbered by the order of their files, and what the analyst said of each thing.

    A file that could not be analysed is a source all the same if there are claims on it, from a reading.
    """

    def __init__(self, dossier: Dossier) -> None:
        sources = sorted(dossier.sources.values(), key=lambda s: s.file)
        self.read = [s for s in sources if s.skipped is None or dossier.claims_of_source(s.id)]
        self.skipped = [s for s in sources if s not in self.read]
        self._dossier = dossier
        self._said: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in dossier.record.standing():
            self._said[annotation.target].append(annotation)
        self._numbers = {s.id: n for n, s in enumerate(self.read, 1)}

    def number(self, source_id: str) -> str:
        """Return "S3"."""
        return f"S{self._numbers[source_id]}"

    def said_of(self, target: str) -> list[Annotation]:
        """Return the annotations that hold on something, oldest first; tags have targets of their own."""
        return self._said.get(target, [])

    def words(self, claim: Claim) -> str:
        """Return where a claim's words are: reference, outlet, date, file and characters."""
        source = self._dossier.sources[claim.source]
        place = f"{inline(source.file)}, characters {claim.start}–{claim.end}"
        return f"[{self.number(source.id)}] {inline(source.name)}, {date(source)}; {place}"

    def holder(self, claim: Claim) -> str:
        """Return who stands behind a claim, and through whom it came if it came through others."""
        outlet = self._dossier.sources[claim.source].name
        chain = [outlet if name == ARTICLE else name for name in (*claim.chain, claim.holder)]
        links = [outlet, *(name for name, before in zip(chain, [outlet, *chain], strict=False) if name != before)]
        holder = f"{links[-1]} (the article itself)" if claim.holder == ARTICLE else links[-1]
        return inline(holder) + (f"; chain: {' > '.join(map(inline, links))}" if len(links) > 1 else "")


def date(source: Source) -> str:
    """Return when a source was published, as far as known."""
    if source.published is None:
        return "undated"
    return inline(source.published) + (" (inferred)" if "published" in source.inferred else "")


def signed(annotation: Annotation) -> str:
    """Return who made an annotation, and when."""
    return f"{inline(annotation.who)}, {inline(annotation.at[:16].replace('T', ' '))} UTC"


def stand(claim: Claim, dossier: Dossier) -> str | None:
    """Return the point a claim is on, where its holder stands on it, and who says so; None if it is on no point."""
    point = dossier.points.get(claim.point or "")
    if point is None:
        return None
    stands = f"; its holder: {_in_words(claim.commitment)}" if claim.commitment else ""
    return f"{inline(point.phrase)}{stands} ({_pointed(claim)})"


def _pointed(claim: Claim) -> str:
    by = origin(claim.pointed_by or claim.by)
    return f"{by}, {inline(claim.model)}" if claim.pointed_by is Maker.MODEL and claim.model else by


def _in_words(commitment: Commitment) -> str:
    if commitment.attitude:
        words = f"{commitment.attitude} it"
    elif commitment.certainty is Certainty.UNKNOWN:
        words = "does not know"
    else:
        words = f"{'so' if commitment.polarity is Polarity.POSITIVE else 'not so'}, {commitment.certainty}"
    return f"{words}, under a condition" if commitment.conditional else words


def origin(maker: Maker) -> str:
    """Return where something that a claim says of the text comes from."""
    return _ORIGINS[maker]


_ORIGINS = {
    Maker.RULES: "proposed by rules",
    Maker.MODEL: "proposed by a model",
    Maker.READING: "from the reading",
    Maker.ANALYST: "by the analyst",
}
