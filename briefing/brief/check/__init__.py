"""What a reviewer would find in a brief: small rules, each a function of the brief's material, a module for each family."""

from collections.abc import Callable, Iterator

from briefing.brief.check import disputes, evidence, grades, likelihoods, parts, wording
from briefing.brief.check.finding import Finding
from briefing.brief.material import Material
from briefing.dossier import Dossier

__all__ = ["RULES", "Finding", "check"]

RULES: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    parts.parts,
    evidence.unsupported,
    evidence.dismissed,
    evidence.unresolved,
    evidence.single_origin,
    likelihoods.unstated,
    likelihoods.exclusive,
    wording.hedged,
    wording.second_likelihood,
    wording.mixed,
    wording.unbracketed,
    disputes.unnamed,
    grades.ungraded,
    grades.unconfirmed,
)


def check(dossier: Dossier) -> list[Finding]:
    """Return everything found, family by family; nothing found is no praise: the rules look at form and at sources, not at sense."""
    material = Material(dossier)
    return [finding for rule in RULES for finding in rule(material)]
