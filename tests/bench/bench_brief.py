"""How long a brief with 500 citations takes, in every format: `python tests/bench/bench_brief.py`."""

import time
from datetime import UTC, datetime

from briefing.brief import Edition, Material, compose, markdown
from briefing.brief.check import check
from briefing.brief.data import as_json
from briefing.brief.html import html
from briefing.brief.word import word
from briefing.dossier import Act, Annotation, Claim, Dossier, Judgment, Kind, Likelihood, Relation, RelationType, Source
from briefing.dossier.judgment import packed
from briefing.dossier.point import Point

CITATIONS, JUDGMENTS, SOURCES = 500, 50, 40
AT = datetime(2026, 2, 6, tzinfo=UTC)
WORDS = "The ministry said on Tuesday that the Kessel dam is safe and that nobody was told to leave the town below it. "


def a_case() -> Dossier:
    """Return a case of 40 articles whose 500 claims all bear on judgments, with 200 contradictions."""
    dossier = Dossier()
    each = CITATIONS // SOURCES + 1
    sources = [Source(f"s{n}", f"{n:02}.md", f"{n:064x}", WORDS * each, publisher=f"Paper {n}") for n in range(SOURCES)]
    dossier.put_sources(sources)
    dossier.put_points([Point("p1", "the dam is safe")])
    starts = [(n % SOURCES, n // SOURCES * len(WORDS)) for n in range(CITATIONS)]
    size = len(WORDS) - 1
    dossier.put_claims(
        Claim(f"c{n}", f"s{s}", start, start + size, WORDS[:size], WORDS[:size], holder=f"Speaker {n}", point="p1")
        for n, (s, start) in enumerate(starts)
    )
    kind = (
        RelationType.CONTRADICTION,
        Kind.DENIAL,
        "p1",
        "polarity",
        "One says so, the other denies it.",
        (0, 9),
        (0, 9),
    )
    dossier.update_relations(Relation(f"r{n}", f"c{n}", f"c{n + 1}", *kind, n, independent=True) for n in range(200))
    deeds = [
        (Act.JUDGMENT, f"j-{n}", packed(Judgment(f"j-{n}", f"dam {n} holds", Likelihood.LIKELY, place=n)))
        for n in range(JUDGMENTS)
    ]
    deeds += [(Act.EVIDENCE, f"c{n}/j-{n % JUDGMENTS}", "yes") for n in range(CITATIONS)]
    dossier.annotate(Annotation(n, "2026-02-05T00:00:00+00:00", "Ana", *deed) for n, deed in enumerate(deeds, 1))
    return dossier


def main() -> None:
    """Print a table of seconds."""
    dossier, edition = a_case(), Edition("bench", "Ana", AT, "0")
    document = compose(dossier, edition)
    html(document)  # the template is read once
    for name, work in (
        ("compose", lambda: compose(dossier, edition)),
        ("md", lambda: markdown(compose(dossier, edition))),
        ("html", lambda: html(compose(dossier, edition))),
        ("docx", lambda: word(compose(dossier, edition), AT, "Ana")),
        ("json", lambda: as_json(Material(dossier), edition, document, "")),
        ("check", lambda: check(dossier)),
    ):
        began = time.perf_counter()
        work()
        print(f"{name:8} {time.perf_counter() - began:6.3f} s")


if __name__ == "__main__":
    main()
