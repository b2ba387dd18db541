"""Texts of any size that are made to be read slowly, by the kind of trap; a size counts names, marks, spaces or lines."""

from collections.abc import Callable

_STORY = "The pumps were mended in May, and no house was flooded by the river after that.\n\n" * 6

TEXTS: dict[str, Callable[[int], str]] = {
    "names above": lambda n: "\n\n".join(f"Alder{i} Bank" for i in range(n)) + f"\n\n{_STORY}",
    "names within": lambda n: f"Alder Works\n\n{'; '.join(f'Alder{i} Bank' for i in range(n))} is open.\n\n{_STORY}",
    "one word": lambda n: f"Alder Works\n\nBank {'A' * n} is open.\n\nThe bank is open now.",
    "marks": lambda n: f"Alder Works\n\nDear all,{'!' * n}\nwe write\n\n{_STORY}",
    "a row": lambda n: f"Interview\n\n{_STORY}|{' ' * n}x\n\n{_STORY}",
    "a minute": lambda n: f"Interview\n\n{_STORY}0:00{' ' * n}x\n\n{_STORY}",
    "short lines": lambda n: "---\ngenre: interview\n---\n" + "\n\n".join(f"The pump {i} is mended." for i in range(n)),
}
