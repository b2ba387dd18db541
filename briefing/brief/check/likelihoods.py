"""Whether it is said how likely each judgment is, how well founded, and whether those that exclude each other add up."""

from collections import defaultdict
from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.material import Material
from briefing.dossier import Judgment


def unstated(material: Material) -> Iterator[Finding]:
    """Yield the judgments without a likelihood, without a confidence, or without a reason for it."""
    for judgment in material.judgments:
        where = material.numbers[judgment.id]
        if judgment.likelihood is None:
            yield Finding("no likelihood", judgment.id, where, "does not say how likely it is")
        if judgment.confidence is None:
            yield Finding("no confidence", judgment.id, where, "does not say how well founded it is")
        if not judgment.reason.strip():
            yield Finding("no reason", judgment.id, where, "gives no reason for its confidence")
        if not judgment.would_change.strip():
            yield Finding("nothing would change it", judgment.id, where, "does not say what would change it")


def exclusive(material: Material) -> Iterator[Finding]:
    """Yield the groups of judgments that exclude each other and whose ranges cannot add up to 100 %."""
    groups: defaultdict[str, list[Judgment]] = defaultdict(list)
    for judgment in material.judgments:
        if judgment.group:
            groups[judgment.group].append(judgment)
    for name, group in groups.items():
        where = " ".join(material.numbers[j.id] for j in group)
        ranges = [j.likelihood.range for j in group if j.likelihood]
        low, high = sum(r[0] for r in ranges), sum(r[1] for r in ranges)
        if len(group) == 1:
            yield Finding("exclusive", group[0].id, where, f"is alone in “{name}”: what does it exclude?")
        elif len(ranges) == len(group) and not low <= 100 <= high:
            text = f"exclude each other (“{name}”) and add up to {low} to {high} %, not to 100 %"
            yield Finding("exclusive", group[0].id, where, text)
