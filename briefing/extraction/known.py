"""What an article's names tell together: which are one, what their bearers are, before any of them is met in its place."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.extraction.mentions import Mention, mentions
from briefing.extraction.naming import given_gender, words
from briefing.extraction.syntax import is_credited

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
"""What stands before a place."""
_GENERIC = frozenset(
    [
        "president",
        "vice",
        "minister",
        "bank",
        "party",
        "company",
        "government",
        "university",
        "states",
        "council",
        "city",
    ]
)
"""Last words of names that are no surnames."""
_SURE = 2
"""What a title, a role, an age or a place word weighs beside one label of the entity recogniser."""
_LONGEST = 4


class KnownNames:
    """The names of an article, folded, with the owners of surnames and acronyms and a vote on what each is."""

    def __init__(self) -> None:
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def __contains__(self, key: str) -> bool:
        return key in self._labels

    def gather(self, docs: Iterable["Doc"]) -> None:
        """Note every full name and how it is labelled, so that a surname or an acronym can be given to its owner wherever it stands."""
        for doc in docs:
            for mention in mentions(doc):
                self._judge(mention)
                self._own(mention)

    def add_person(self, key: str) -> None:
        """Note a person's full name."""
        self._owners[key.rsplit(maxsplit=1)[-1]].add(key)

    def add_short(self, short: str, key: str) -> None:
        """Note that a word stands for a name throughout the article."""
        self._owners[short] = {key}

    def home(self, key: str) -> str:
        """Return the full name that a surname or an acronym stands for, if it is only one."""
        owners = self._owners.get(key, set()) if " " not in key else set()
        return next(iter(owners)) if len(owners) == 1 else key

    def vote(self, key: str) -> str:
        """Return the label of a name; a person's where a fair share says so, since the recogniser takes surnames for bodies."""
        votes = self._labels.get(key)
        if not votes:
            return ""
        best = max(sorted(votes), key=votes.__getitem__)
        share = 0.34 if " " not in key else 0.5
        return "PERSON" if best == "ORG" and votes["PERSON"] and votes["PERSON"] >= share * votes[best] else best

    def label(self, key: str, seen: str) -> str:
        """Return the label of a name where the recogniser sees `seen`: the article's vote, where that is for a full name's being a person."""
        voted = self.vote(key)
        parts = key.split()
        named = len(parts) in {2, 3} and parts[-1] not in words("bodies") | words("newsroom") | _GENERIC
        return voted if not seen or (voted == "PERSON" and seen == "ORG" and named) else seen

    def _judge(self, mention: Mention) -> None:
        votes = self._labels[mention.key]
        if mention.label:
            votes[mention.label] += 1
        root, parts = mention.span.root, mention.text.split()
        aged = any(c.dep_ == "appos" and c.like_num for c in root.children)
        who = any(g.lower_ == "who" for c in root.children if c.dep_ == "relcl" for g in c.children)
        speaks = not mention.label and len(parts) in {2, 3} and is_credited(root)
        if len(parts) < _LONGEST and (
            mention.gender or mention.role or aged or who or speaks or given_gender(mention.key)
        ):
            votes["PERSON"] += _SURE
        if (root.dep_ == "pobj" and root.head.lower_ in _WHERE) or mention.key.rpartition(" ")[2] in words("places"):
            votes["GPE"] += _SURE

    def _own(self, mention: Mention) -> None:
        parts = mention.key.split()
        if len(parts) < 2 or not mention.label:
            return
        if mention.label in {"PERSON", "ORG"} and len(parts) <= _LONGEST and parts[-1] not in _GENERIC:
            self._owners[parts[-1]].add(mention.key)
        if mention.label != "PERSON":
            initials = "".join(p[0] for p in mention.text.split() if p[0].isupper()).casefold()
            self._owners[initials].add(mention.key)
