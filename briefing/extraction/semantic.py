"""What texts mean, by a language model of their sentences: the optional extra `[semantic]`.

The model is all-MiniLM-L6-v2 (Reimers and Gurevych, Sentence-BERT, 2019) with weights of eight bits, run on this machine.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from briefing import cache
from briefing.errors import Fault, InputError
from briefing.extraction.extra import MODEL, model_file, tokenizer_file
from briefing.extraction.meanings import Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LONGEST = 256
"""So many word pieces the model was made for; the rest of a text is left out."""
_THREADS = 2
"""The room stays quick while the model works."""
_BATCH = 32
_KEPT_AS = np.dtype("<f2")
"""Two bytes a number: a cosine changes by less than 0.001, and a vector has 768 bytes in the cache."""


class MiniLM:
    """Turns texts into vectors; the model is loaded no later than at the first text that the cache does not know."""

    def __init__(self, kept: cache.Cache) -> None:
        self._cache = kept
        self._known: dict[str, Vectors] = {}
        self._model: tuple[InferenceSession, Tokenizer] | None = None

    def load(self) -> None:
        """Load the model, if it is not loaded yet. Raises InputError if what is installed does not work."""
        if self._model is None:
            try:
                self._model = _load()
            except Exception as error:  # the libraries raise classes of their own, and bare Exception
                what = f"the model for what claims mean cannot be loaded: {error}"
                raise InputError(Fault(model_file() or MODEL, what, "install briefing[semantic] again")) from error

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of these texts. Raises InputError as `load` does."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._known and not self._remembers(text)]
        for text, vector in zip(unknown, self._encoded(unknown), strict=True):
            self._cache.put(_key(text), vector.astype(_KEPT_AS).tobytes())
            self._known[text] = vector.astype(_KEPT_AS).astype(np.float32)
        return np.stack([self._known[text] for text in texts])

    def _remembers(self, text: str) -> bool:
        data = self._cache.get(_key(text), bytes)
        if data is not None:
            self._known[text] = np.frombuffer(data, _KEPT_AS).astype(np.float32)
        return data is not None

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        """Return the means of the texts' word pieces, of length 1; only texts of as many pieces go together, so that none needs padding."""
        if not texts:
            return np.zeros((0, 0), np.float32)
        self.load()
        assert self._model is not None
        session, tokenizer = self._model
        pieces = [e.ids for e in tokenizer.encode_batch([t.encode("utf-8", "replace").decode("utf-8") for t in texts])]
        order = sorted(range(len(texts)), key=lambda n: len(pieces[n]))
        vectors: dict[int, Vectors] = {}
        for _, group in groupby(order, key=lambda n: len(pieces[n])):
            alike = list(group)
            for some in (alike[at : at + _BATCH] for at in range(0, len(alike), _BATCH)):
                hidden = _run(session, np.array([pieces[n] for n in some], np.int64))
                vectors |= dict(zip(some, hidden.mean(axis=1), strict=True))
        means = np.stack([vectors[n] for n in range(len(texts))])
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


def _key(text: str) -> str:
    return cache.key(MODEL, text)


def _run(session: "InferenceSession", pieces: NDArray[np.int64]) -> Vectors:
    given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
    return cast("Vectors", session.run(None, {i.name: given[i.name] for i in session.get_inputs()})[0])


def _load() -> "tuple[InferenceSession, Tokenizer]":
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = _THREADS, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.no_padding()
    return InferenceSession(str(model_file()), options, providers=["CPUExecutionProvider"]), tokenizer
