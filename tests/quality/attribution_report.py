"""The machine's reading of a folder of texts, in the JSON that the scoring tools beside this repository take.

    python tests/quality/attribution_report.py FOLDER > reading.json
    python ../shared/tools/score_attribution.py reading.json ../shared/polnear/dev

Only what those tools look at is written: sources with their files, and of each claim its place and its attribution.
"""

import json
import sys
from pathlib import Path
from typing import Any

from briefing.articles import Limits, read
from briefing.extraction.draft import Extract
from briefing.extraction.reader import Reader


def claims(extract: Extract) -> list[dict[str, Any]]:
    return [
        {
            "source": extract.source,
            "start": draft.start,
            "end": draft.end,
            "attribution": draft.attribution
            and {
                "source": draft.attribution.source,
                "cue": draft.attribution.cue,
                "content": draft.attribution.content,
            },
        }
        for draft in extract.drafts
    ]


def main() -> int:
    reader = Reader()
    sources = [read(path, path.name, Limits()) for path in sorted(Path(sys.argv[1]).iterdir()) if path.is_file()]
    print(
        json.dumps(
            {
                "sources": [{"id": s.id, "file": s.file} for s in sources],
                "claims": [c for s in sources for c in claims(reader.read(s))],
            }
        )
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
