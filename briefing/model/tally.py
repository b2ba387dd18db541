"""What a run over requests has brought so far, and what it cost."""

from msgspec import Struct, field

from briefing.config import ModelSettings
from briefing.model.asking import Answered
from briefing.model.offer import price
from briefing.plurals import counted


class Tally(Struct):
    """Counts questions asked, answered and refused, tokens and their price; `reasons` says what was refused, in words."""

    settings: ModelSettings
    asked: set[str] = field(default_factory=set)
    taken: int = 0
    reasons: list[str] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0

    def add(self, answered: Answered) -> None:
        """Take in what came of one request."""
        self.asked |= {i.key for i in answered.request.items}
        self.tokens_in += answered.tokens_in
        self.tokens_out += answered.tokens_out
        if answered.problem:
            self.reasons.append(f"{answered.request.id}: {answered.problem}")
        if answered.checked is not None:
            self.taken += len(answered.checked.taken)
            self.reasons += [f"{answered.request.id}, {reason}" for reason in answered.checked.refused]
            if answered.checked.left_out:
                self.reasons.append(f"{answered.request.id}: {answered.checked.left_out} left out by the model")

    def line(self) -> str:
        """Say it in one line."""
        cost = price(self.settings, self.tokens_in, self.tokens_out)
        parts = [
            f"{counted(self.taken, 'answer')} of {len(self.asked)}",
            f"{len(self.reasons)} refused or failed",
            f"{self.tokens_in:,} tokens sent, {self.tokens_out:,} answered",
        ]
        return ", ".join([*parts, *([f"cost {cost:.2f}"] if cost is not None else [])])
