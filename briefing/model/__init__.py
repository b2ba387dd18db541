"""The opt-in language model: claims, and pairs of claims, put to an OpenAI-compatible endpoint; its answers checked and kept.

What sends and checks (`asking`, `client`, `answers`) is brought in on use: it needs pydantic and openai.
"""

from briefing.model.consent import Consent
from briefing.model.offer import Offer
from briefing.model.overlay import Laid, is_open, lay_over
from briefing.model.prompt import Task
from briefing.model.requests import Item, Request, batches, claim_item
from briefing.model.store import Kept, Stand, Store

__all__ = [
    "Consent", "Item", "Kept", "Laid", "Offer", "Request", "Stand", "Store", "Task", "batches", "claim_item", "is_open",
    "lay_over",
]  # fmt: skip
