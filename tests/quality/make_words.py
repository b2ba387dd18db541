"""Make what words mean out of what a language model makes of them in context: the first step to `briefing/extraction/lexicon/words.txt` and `words.npy`.

    pip install 'briefing[semantic]'
    python -m tests.quality.make_words TEXT ...

TEXTs are files of news, plain or JSON Lines. A word is the mean of what the model makes of it wherever it stands in them (Bommasani, Davis and
Cardie, Interpreting Pretrained Contextualized Representations via Reductions to Static Embeddings, 2020), so that the sum of the words of a
claim is near to what the model makes of the whole claim. The means are cut to their principal directions, and frequent words count for less
(Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017). `distil_words.py` and `fit_words.py` start from these rows.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from tokenizers import Encoding, Tokenizer

from briefing.extraction.extra import model_file, tokenizer_file

_DIRECTIONS = 64
_LEAST = 2
"""A word seen less often is left out, and so is one seen less often without a capital letter: what names mean hangs on the case."""
_DOUBT = 5
"""A word seen so often is put half way between nothing and what was seen."""
_FREQUENT = 0.01
"""A word that makes up so large a share of all counts for half."""
_TOGETHER = 32
_LONGEST = 128
"""So many word pieces of a paragraph are looked at."""

Numbers = NDArray[np.float64]


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the lines of a text, or all strings in a file of JSON Lines."""
    for line in path.read_text("utf-8").splitlines():
        if path.suffix == ".jsonl":
            yield from (value for value in json.loads(line).values() if isinstance(value, str))
        elif line.strip():
            yield line


def in_context(texts: Sequence[str]) -> tuple[dict[str, Numbers], Counter[str], Counter[str]]:
    """Return for each word the sum of what the model makes of it in all its places, in how many it stands, and in how many in small letters."""
    session = InferenceSession(str(model_file()), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(tokenizer_file()))
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.no_padding()
    sums: defaultdict[str, Numbers] = defaultdict(lambda: np.zeros(1))
    counts: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text, pieces, made in _made(session, list(zip(texts, tokenizer.encode_batch(texts), strict=True))):
        for start, end, at in _words(pieces):
            word = text[start:end].lower()
            if word.isalpha():
                sums[word] = sums[word] + made[at].mean(axis=0)
                counts[word] += 1
                small[word] += text[start:end].islower()
    return dict(sums), counts, small


def _made(
    session: InferenceSession, texts: Sequence[tuple[str, Encoding]]
) -> Iterator[tuple[str, Encoding, NDArray[np.float32]]]:
    """Yield the texts with what the model makes of each piece; texts of as many pieces go through it together."""
    for _, group in groupby(sorted(texts, key=lambda t: len(t[1].ids)), key=lambda t: len(t[1].ids)):
        alike = list(group)
        for some in (alike[n : n + _TOGETHER] for n in range(0, len(alike), _TOGETHER)):
            given = np.array([pieces.ids for _, pieces in some], np.int64)
            empty = np.zeros_like(given)
            made = session.run(None, {"input_ids": given, "attention_mask": empty + 1, "token_type_ids": empty})[0]
            yield from ((text, pieces, rows) for (text, pieces), rows in zip(some, made, strict=True))


def _words(pieces: Encoding) -> Iterator[tuple[int, int, list[int]]]:
    """Yield where each word stands in the text, and the numbers of its pieces."""
    of: defaultdict[int, list[int]] = defaultdict(list)
    for n, word in enumerate(pieces.word_ids):
        if word is not None:
            of[word].append(n)
    for own in of.values():
        yield pieces.offsets[own[0]][0], pieces.offsets[own[-1]][1], own


def vectors(sums: dict[str, Numbers], counts: Counter[str], small: Counter[str]) -> tuple[list[str], NDArray[np.int8]]:
    """Return the words in the order of the alphabet, and a row for each."""
    every = counts.total()
    usual = sum(sums.values()) / every
    words = sorted(word for word, n in counts.items() if n >= _LEAST)
    seen = np.array([counts[word] for word in words])
    means = np.array([sums[word] / counts[word] for word in words]) - usual
    means *= (seen / (seen + _DOUBT))[:, None]
    weighed = means * np.sqrt(seen)[:, None]
    directions = np.linalg.eigh(weighed.T @ weighed)[1][:, ::-1][:, :_DIRECTIONS]
    rows = means @ directions * (_FREQUENT / (_FREQUENT + seen / every))[:, None]
    rows = np.round(rows * (127 / np.abs(rows).max())).astype(np.int8)
    kept = [n for n, word in enumerate(words) if small[word] >= _LEAST]
    return [words[n] for n in kept], rows[kept]


def main(paths: Sequence[str]) -> None:
    texts = list(dict.fromkeys(text for path in paths for text in paragraphs(Path(path))))
    words, rows = vectors(*in_context(texts))
    lexicon = Path(str(files("briefing.extraction") / "lexicon"))
    (lexicon / "words.txt").write_text("\n".join(words) + "\n", "utf-8")
    np.save(lexicon / "words.npy", rows, allow_pickle=False)
    print(f"{len(words)} words from {len(texts)} paragraphs")


if __name__ == "__main__":
    main(sys.argv[1:])
