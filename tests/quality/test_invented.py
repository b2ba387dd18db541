import html
import re
from pathlib import Path

import pytest
import yaml

STORIES = sorted(path for path in (Path(__file__).parent / "invented").iterdir() if path.is_dir())


def plain(text):
    """Return a text as it is read: without inline tags and marks of emphasis, every gap one space."""
    return " ".join(re.sub(r"</?(?:a|b|i|em|strong|span)\b[^>]*>|[*_]+", "", html.unescape(text)).split())


def quoted(value):
    """Yield every sentence with the number of its article that stands anywhere in a story's YAML."""
    if isinstance(value, str):
        if re.match(r"\d\d: ", value):
            yield value[:2], plain(value[4:])
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from quoted(part)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_every_sentence_of_a_storys_gold_stands_in_its_article_and_no_pair_is_both_conflict_and_trap(folder):
    texts = {path.name[:2]: plain(path.read_text("utf-8")) for path in folder.iterdir() if path.suffix != ".yaml"}
    said = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in sorted(folder.glob("*.yaml"))]
    assert [sentence for number, sentence in quoted(said) if sentence not in texts[number]] == []
    story = said[-1]
    conflicts = {
        frozenset((a, b))
        for issue in story["issues"]
        for one in issue["sides"]
        for other in issue["sides"]
        if one is not other
        for a in one
        for b in other
    }
    assert [trap for trap in story["traps"] if frozenset((trap["a"], trap["b"])) in conflicts] == []
