"""Words a second of the machine's reading, beside the language model alone; python tests/bench/bench_reading.py [FOLDER]"""

import sys
import time
from pathlib import Path

from briefing import articles, resources
from briefing.dossier import PassageKind
from briefing.extraction import model
from briefing.extraction.reader import Reader

ROUNDS = 4


def main() -> None:
    """Print the best of some rounds of both on the bodies of a folder's articles."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resources.SEEDS
    sources = [articles.read(p, p.name, articles.Limits()) for p in articles.candidates(folder)]
    texts = [s.text[p.start : p.end] for s in sources for p in s.passages if p.kind is PassageKind.BODY]
    words = sum(len(t.split()) for t in texts)
    reader, nlp = Reader(), model.load(None)
    reader.read(sources[0])
    whole, bare = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        list(nlp.pipe(texts))
        bare.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        for source in sources:
            reader.read(source)
        whole.append(time.perf_counter() - begun)
    print(f"{words} words: model alone {words / min(bare):.0f} words/s, reading {words / min(whole):.0f} words/s")
    print(f"ratio {min(bare) / min(whole):.2f}")


if __name__ == "__main__":
    main()
