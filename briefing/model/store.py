"""Answers that were checked, kept by what was asked and by the model's name: a run that was broken off goes on where it stopped."""

import hashlib
from pathlib import Path

from msgspec import Struct

from briefing.cache import Cache


class Stand(Struct, frozen=True):
    """Where a claim's holder stands: a commitment in its written form, the decisive words and the figure as the claim has them."""

    commitment: str
    words: str
    figure: str | None = None


class Kept(Struct, frozen=True):
    """The answer to one question: the point's phrase and a stand for each claim asked about; no point: nothing usable was said."""

    point: str | None = None
    stands: tuple[Stand, ...] = ()


class Store:
    """The kept answers of one model for one case; `folder` as None keeps them in memory alone."""

    def __init__(self, folder: Path | None, name: str) -> None:
        self.name = name
        self._cache = Cache(folder)
        self._known: dict[str, Kept | None] = {}

    def get(self, key: str) -> Kept | None:
        """Return the answer to the question of that key, or None if it was not answered yet."""
        if key not in self._known:
            self._known[key] = self._cache.get(self._place(key), Kept)
        return self._known[key]

    def put(self, key: str, kept: Kept) -> None:
        """Keep an answer."""
        self._cache.put(self._place(key), kept)
        self._known[key] = kept

    def _place(self, key: str) -> str:
        return hashlib.sha256(f"{self.name}\n{key}".encode("utf-8", "replace")).hexdigest()
