"""Who is meant in one article: every name, description and pronoun given the number of the one it stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.draft import Name
from briefing.extraction.mentions import Mention, mentions, role_of
from briefing.extraction.naming import bare, fold, gender_of, words
from briefing.extraction.syntax import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from briefing.extraction.quotes import Quotation

__all__ = ["Cast", "fold"]

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"), **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"), **dict.fromkeys(("it", "its", "itself"), "it"),
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
"""What stands before a place."""
_FAR = 900
"""A pronoun looks back so many characters, some three paragraphs of news."""
_GENERIC = frozenset(
    {
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
    }
)
"""Last words of names that are no surnames."""


@dataclass(slots=True)
class _Seen:
    """A place where somebody was meant, as later pronouns look back on it."""

    entity: int
    place: int
    paragraph: int
    prominence: float
    subject: bool
    owner: bool
    quoted: bool


class Cast:
    """The people, bodies and groups of one article, numbered as they come."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self._numbers: dict[str, int] = {}
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._gender: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._roles: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self._heads: dict[str, int] = {}
        self._of_token: dict[tuple[int, int], int] = {}
        self._seen: list[_Seen] = []
        self._speaker: int | None = None
        self._outlets: set[int] = set()
        self._texts: defaultdict[int, set[str]] = defaultdict(set)

    def gather(self, docs: Iterable["Doc"]) -> None:
        """Note every full name and how it is labelled, so that a surname or an acronym can be given to its owner wherever it stands."""
        for doc in docs:
            for mention in mentions(doc):
                key = mention.key
                parts = key.split()
                if mention.label:
                    self._labels[key][mention.label] += 1
                self._learn(mention)
                head = mention.span.root
                if (head.dep_ == "pobj" and head.head.lower_ in _WHERE) or words("places") & {
                    key.split()[-1] if key else ""
                }:
                    self._labels[key]["GPE"] += 2
                if len(parts) < 2 or not mention.label:
                    continue
                if mention.label in {"PERSON", "ORG"} and len(parts) <= 4 and parts[-1] not in _GENERIC:
                    self._owners[parts[-1]].add(key)
                if mention.label != "PERSON":
                    self._owners["".join(p[0] for p in mention.text.split() if p[0].isupper()).casefold()].add(key)

    def meet(self, number: int, doc: "Doc", offset: int, quotations: list["Quotation"]) -> None:
        """Give a number to everything that is meant in a paragraph; `number` is the paragraph's, `offset` its place in the text."""
        starts = {m.span.start: self._name(number, m, offset) for m in mentions(doc)}
        for token in doc:
            quoted = any(q.holds(token.idx) for q in quotations)
            entity = starts.get(token.i)
            if entity is not None:
                self._see(entity, number, _head(token), offset, quoted=quoted)
            elif (number, token.i) in self._of_token:
                continue
            elif token.lower_ in _PRONOUNS:
                entity = self._pronoun(token, offset, number, quoted=quoted)
            elif token.pos_ == "NOUN":
                entity = self._description(token)
                if entity is None and _is_credited(token) and not quoted:
                    entity = self.speaker(number, noun_phrase(token), offset)
            if entity is not None and token.i not in starts:
                self._set(number, token, entity, offset, quoted=quoted)

    def at(self, number: int, token: "Token") -> int | None:
        """Return the number of the one a word of a paragraph stands for."""
        return self._of_token.get((number, token.i))

    def spoke(self, entity: int) -> None:
        """Note who is speaking: "he said" goes on with him, if nobody else comes between."""
        self._speaker = entity

    def latest_subject(self) -> int | None:
        """Return the person or body that a sentence was last about, outside quotations."""
        wanted = (s.entity for s in reversed(self._seen) if s.subject and not s.quoted)
        return next((e for e in wanted if self._is_person(e) or self._kinds.get(e) in {"ORG", "body"}), None)

    def speaker(self, number: int, span: "Span", offset: int) -> int | None:
        """Return the number of a speaker's noun phrase: of the name that is its head or stands beside it, else of the description itself."""
        head = span.root
        beside = [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
        inside = [t for t in span if t.dep_ == "compound" and head.pos_ == "PROPN"]
        named = _named_after(span) if head.pos_ != "PRON" else []
        for token in (*named, head, *beside, *inside):
            entity = self.at(number, token)
            if entity is not None and (token is head or self._is_person(entity) or token.dep_ == "compound"):
                return entity
        return self._describe(number, span, offset) if head.pos_ != "PRON" else None

    def known(self, text: str) -> int | None:
        """Return the number of a name that the article has, by the whole of it or by its last word."""
        key = self._home(fold(text))
        return self._number(key) if key in self._labels else None

    def introduce(self, text: str, start: int, label: str) -> int:
        """Give a number to a name that stands outside the article's body, at `start` of the source's text."""
        key = self._home(fold(text))
        if label == "PERSON":
            self._owners[key.split()[-1]].add(key)
        entity = self._number(key)
        self._kinds[entity] = label
        self.names.append(Name(start, start + len(text), text, entity, label, is_name=True))
        return entity

    def _name(self, number: int, mention: Mention, offset: int) -> int:
        entity = self._number(self._home(mention.key))
        label = mention.label or self._vote(mention.key)
        self.names.append(Name(offset + mention.start, offset + mention.end, mention.text, entity, label, is_name=True))
        self._kinds.setdefault(entity, self._vote(self._home(mention.key)) or label)
        self._texts[entity] |= set(mention.key.split())
        if words("newsroom") & set(mention.key.split()):
            self._outlets.add(entity)
        if mention.gender:
            self._gender.setdefault(entity, mention.gender)
        if mention.role:
            self._roles[mention.role.split()[-1]].append((mention.role, entity))
        for token in mention.span:
            self._of_token[number, token.i] = entity
        return entity

    def _home(self, key: str) -> str:
        """Return the full name that a surname or an acronym stands for, if it is only one."""
        owners = self._owners.get(key, set()) if " " not in key else set()
        return next(iter(owners)) if len(owners) == 1 else key

    def _vote(self, key: str) -> str:
        votes = self._labels.get(key)
        if not votes:
            return ""
        best = max(sorted(votes), key=votes.__getitem__)
        share = 0.34 if " " not in key else 0.5
        return "PERSON" if votes["PERSON"] >= share * votes[best] and votes["PERSON"] and best == "ORG" else best

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _learn(self, mention: Mention) -> None:
        """Take a name behind a title or a role for a person's, whatever the entity recogniser says."""
        root, parts = mention.span.root, mention.text.split()
        aged = any(c.dep_ == "appos" and c.like_num for c in root.children)
        who = any(g.lower_ == "who" for c in root.children if c.dep_ == "relcl" for g in c.children)
        speaks = not mention.label and len(parts) in {2, 3} and _is_credited(root)
        if len(parts) <= 3 and (mention.gender or mention.role or aged or who or speaks):
            self._labels[mention.key]["PERSON"] += 2

    def _set(self, number: int, token: "Token", entity: int, offset: int, *, quoted: bool) -> None:
        self._of_token[number, token.i] = entity
        self._see(entity, number, token, offset, quoted=quoted)

    def _see(self, entity: int, number: int, token: "Token", offset: int, *, quoted: bool) -> None:
        if _is_credited(token) and not quoted:
            self._speaker = entity
        subject = token.dep_ in _SUBJECTS
        prominence = 0.0 if not subject else 2.0 if token.head.dep_ in {"ROOT", "conj"} else 1.0
        owner = token.dep_ in {"poss", "compound"}
        self._seen.append(_Seen(entity, offset + token.idx, number, prominence, subject, owner, quoted))

    def _is_person(self, entity: int) -> bool:
        return self._kinds.get(entity) in {"PERSON", "someone"}

    def _pronoun(self, token: "Token", offset: int, number: int, *, quoted: bool) -> int | None:
        """Return whom a pronoun means: the nearest that fits, subjects first, what stands in quotations last."""
        kind = _PRONOUNS[token.lower_]
        place = offset + token.idx
        credited = _is_credited(token)
        best: tuple[float, int] | None = None
        for seen in reversed(self._seen):
            if place - seen.place > _FAR:
                break
            if not self._fits(seen.entity, kind):
                continue
            weight = seen.prominence - (place - seen.place) / 200
            weight += 2.5 * (credited and seen.entity == self._speaker)
            weight -= 1.5 * (kind == "it" and self._kinds.get(seen.entity) == "GPE")
            weight -= 0.8 * (seen.paragraph != number) + 1.0 * seen.owner + 1.5 * (seen.quoted and not quoted)
            if best is None or weight > best[0]:
                best = (weight, seen.entity)
        if best is not None and kind in {"m", "f"} and not quoted:
            self._gender.setdefault(best[1], kind)
        return best[1] if best else None

    def _fits(self, entity: int, kind: str) -> bool:
        what = self._kinds.get(entity, "")
        if kind in {"m", "f"}:
            return what in {"PERSON", "someone"} and self._gender.get(entity, kind) == kind
        return what in {"some", "NORP", "ORG", "body"} if kind == "they" else what in {"ORG", "GPE", "body"}

    def _description(self, token: "Token") -> int | None:
        """Return whom a description with "the" takes up: the bearer of a role, a body or outlet named before, or a description used before."""
        if not _refers_back(token):
            return None
        role, word = role_of(token), token.lower_
        bearers = self._roles.get(word, [])
        same = [e for r, e in bearers if r == role] or [e for r, e in bearers if word in {role, r}]
        if same:
            return self._latest(same)
        if word in words("roles") and role == word and _is_credited(token):
            return self._latest([e for e in self._kinds if self._is_person(e)])
        return self._heads[word] if word in self._heads else self._body(token)

    def _body(self, token: "Token") -> int | None:
        """Return the outlet, company or body named before that a word like "the paper" or "the company" takes up."""
        if any(c.dep_ in {"compound", "amod"} and c.lower_ not in {"same", "whole"} for c in token.children):
            return None
        if token.lower_ in words("outlets"):
            return self._latest([e for e in self._bodies() if self._is_outlet(e)])
        named = [e for e in self._bodies() if token.lower_ in self._texts[e]]
        if named or token.lower_ not in words("companies"):
            return self._latest(named)
        return self._latest([e for e in self._bodies() if not self._is_outlet(e)])

    def _bodies(self) -> list[int]:
        return [e for e, kind in self._kinds.items() if kind == "ORG"]

    def _is_outlet(self, entity: int) -> bool:
        return entity in self._outlets

    def _latest(self, entities: Iterable[int]) -> int | None:
        wanted = set(entities)
        return next((s.entity for s in reversed(self._seen) if s.entity in wanted), None)

    def _describe(self, number: int, span: "Span", offset: int) -> int:
        """Give a number to somebody who is only described ("two officials", "a person familiar with the talks")."""
        start, end = bare(span.text)
        head = span.root
        whole = head.pos_ == "PROPN" and len(span.text[start:end].split()) <= 4
        text = span.text[start:end] if whole else span.text[_after_article(span) :]
        begin = offset + span.end_char - len(text) if not whole else offset + span.start_char + start
        entity = self._number(fold(text))
        self.names.append(
            Name(begin, begin + len(text), " ".join(text.split()), entity, "PERSON" if whole else "", is_name=whole)
        )
        self._kinds.setdefault(entity, _kind(head))
        gender = gender_of(head.text)
        if gender:
            self._gender.setdefault(entity, gender)
        if head.pos_ == "NOUN":
            self._heads[head.lower_] = entity
        self._set(number, head, entity, offset, quoted=False)
        return entity


def _head(first: "Token") -> "Token":
    """Return the word of a name that hangs on the rest of its sentence."""
    token = first
    while token.dep_ == "compound" and token.head.i > token.i and token.head.i - token.i <= 4:
        token = token.head
    return token


def _named_after(span: "Span") -> list["Token"]:
    """Return the name that follows a description at once ("its consul in Kelm, Henrik Dahl")."""
    for token in span.doc[span.end : span.end + 4]:
        if token.ent_type_ == "PERSON" and span.root.ent_type_ != "PERSON":
            return [token]
        if token.text not in {",", "-"} and token.lower_ not in words("titles") | words("roles"):
            break
    return []


def _is_credited(token: "Token") -> bool:
    """Tell whether a word is the subject of a cue verb."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in cues.verbs() and token.head.pos_ == "VERB"


def _after_article(span: "Span") -> int:
    first = span[0]
    return len(first.text_with_ws) if first.lower_ in {"the", "a", "an"} and len(span) > 1 else 0


def _kind(head: "Token") -> str:
    """Return what a description describes: several people, a body, or somebody."""
    if head.lower_ in words("bodies") | words("outlets"):
        return "body"
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in words("groups"):
        return "some"
    return "someone"


def _refers_back(token: "Token") -> bool:
    """Tell whether a noun is definite and has nothing after it that would tell which one is meant."""
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ in {"the", "this", "that"} for c in token.children)
    told = any(c.dep_ in {"relcl", "appos", "acl"} or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children)
    return definite and not told
