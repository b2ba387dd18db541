"""Who is meant in one article: every name, description and pronoun given the number of the one it stands for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.extraction.draft import FIRM, STATE, THING, VESSEL, Name
from briefing.extraction.known import KnownNames, is_body, kind_of_role
from briefing.extraction.mentions import Mention, mentions, role_of
from briefing.extraction.naming import bare, fold, gender_of, given_gender, words
from briefing.extraction.owners import with_owner
from briefing.extraction.phrases import (
    ALL,
    ANY_COMPANY,
    PRONOUNS,
    behind_address,
    described_as,
    group_of_a_country,
    has_partners,
    has_the_word,
    head_of_name,
    is_among,
    is_descriptive,
    is_firm,
    is_newsroom,
    is_told,
    issued_by,
    kind_described,
    may_be,
    name_called,
    named_after,
    named_with,
    obtained_by,
    owner_of_words,
    public,
    refers_back,
    some_of,
    state_meant,
    without_behind,
)
from briefing.extraction.recall import Recall
from briefing.extraction.said import can_act
from briefing.extraction.syntax import is_credited, noun_phrase
from briefing.extraction.things import Things

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from briefing.extraction.quotes import Quotation

_SAME = frozenset({"same", "whole"})
"""Words that narrow nothing."""
_UNTOLD = 0.5
"""What speaks against somebody of whom nothing tells whether "he" or "she" is right."""


class Cast:
    """The people, bodies and groups of one article, numbered as they come."""

    def __init__(self, outlets: Iterable[str] = ()) -> None:
        """Begin an article; `outlets` are those whose reports it is known to pass on."""
        self._relayed = frozenset(map(fold, outlets))
        self.names: list[Name] = []
        self._numbers: dict[str, int] = {}
        self._known = KnownNames()
        self._recall = Recall()
        self.things = Things()
        self._gender: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._mentions: list[tuple[Mention, ...]] = []
        self._roles: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self._heads: dict[str, tuple[int, frozenset[str]]] = {}
        self._of_token: dict[tuple[int, int], int] = {}
        self._outlets: set[int] = set()
        self._passed_on: set[int] = set()
        self._firms: set[int] = set()
        self._titled: set[int] = set()
        self._unlikely: set[int] = set()
        self._texts: defaultdict[int, set[str]] = defaultdict(set)
        self._called: set[tuple[int, str]] = set()

    def gather(self, docs: list["Doc"]) -> None:
        """Note every name of the paragraphs before any is met in its place."""
        self._mentions = [tuple(mentions(doc)) for doc in docs]
        self._known.gather(docs, self._mentions)

    def meet(
        self,
        number: int,
        doc: "Doc",
        offset: int,
        quotations: list["Quotation"],
        speaking: frozenset[int] = frozenset(),
        present: frozenset[int] = frozenset(),
    ) -> None:
        """Give a number to everything that is meant in a paragraph; `number` is the paragraph's, `offset` its place in the text.

        `speaking` are the places of the words for those who are credited with something in the paragraph, `present` those who
        talk with each other in it.
        """
        self._recall.present = present
        self.things.meet(number, doc)
        named = self._mentions[number]
        starts = {m.span.start: self._name(number, m, offset) for m in named}
        heads = {m.span.start: head_of_name(m.span.root) for m in named}
        named_as = {m.span.start: m.span.root.i for m in named}
        for token in doc:
            quoted = any(q.holds(token.idx) for q in quotations)
            entity, place = starts.get(token.i), offset + token.idx
            if entity is not None:
                credited = bool({named_as[token.i], heads[token.i].i} & speaking)
                self._recall.see(entity, heads[token.i], place, number, quoted=quoted, credited=credited)
            elif (number, token.i) in self._of_token:
                continue
            elif token.lower_ in PRONOUNS:
                entity = self._pronoun(token, place, number, quoted=quoted)
            elif is_descriptive(token):
                entity = self._description(token)
                if entity is not None and entity in self._texts and role_of(token) == token.lower_:
                    self._called.add((entity, token.lower_))
                if entity is None and has_the_word(token) and not quoted:
                    entity = self.speaker(number, noun_phrase(token), offset)
                elif entity is None and (group := group_of_a_country(token)) is not None:
                    self._name_group(number, group, offset)
            if entity is not None and token.i not in starts:
                self._set(number, token, entity, offset, quoted=quoted, credited=token.i in speaking)

    def at(self, number: int, token: "Token") -> int | None:
        """Return the number of the one a word of a paragraph stands for."""
        return self._of_token.get((number, token.i))

    def spoke(self, entity: int) -> None:
        """Note who is speaking: "he said" goes on with him, if nobody else comes between."""
        self._recall.speaker = entity

    def is_thing(self, entity: int | None) -> bool:
        """Tell whether a number stands for what shows something, as a test or a record does, and not for somebody."""
        return entity is not None and self._kinds.get(entity) == "thing"

    def is_outlet(self, entity: int | None) -> bool:
        """Tell whether a number stands for a newsroom."""
        return entity in self._outlets

    def is_passed_on(self, entity: int | None) -> bool:
        """Tell whether a number stands for an outlet whose reports the article is known to pass on."""
        return entity in self._passed_on

    def latest_subject(self) -> int | None:
        """Return the person or body that a sentence was last about, outside quotations."""
        return self._recall.latest_subject(lambda e: self.is_person(e) or self._kinds.get(e) in {"ORG", "body"})

    def speaker(self, number: int, span: "Span", offset: int) -> int | None:
        """Return the number of a speaker's noun phrase: of the name that is its head or stands beside it, else of the description itself.

        Where people talk with each other, who is named before him may only be addressed.
        """
        head = span.root
        meant = (behind_address(span) if self._recall.present else None) or issued_by(span)
        if meant is not None and not self.is_outlet(self.at(number, meant.root)):
            return self.speaker(number, meant, offset)
        named = named_after(span, lambda t: (e := self.at(number, t)) is not None and self._kinds.get(e) == "PERSON")
        if is_among(span) and not named:
            group = self._recall.latest([e for e, kind in self._kinds.items() if kind == "some"])
            if group is not None:
                return group if head.lower_ in ALL else self._describe(number, span, offset, group)
        brought = obtained_by(span)
        outlet = brought if brought is not None and self.is_passed_on(self.at(number, brought)) else None
        beside = named_with(span)
        for token in (owner_of_words(span), outlet, *map(name_called, (head, *beside))):
            if token is not None and (entity := self.at(number, token)) is not None:
                return entity
        bearers = [t for t in beside if kind_of_role(head.lower_) == "PERSON" and self.is_person(self.at(number, t))]
        for token in (*named, *bearers, head, *beside):
            entity = self.at(number, token)
            kind = self._kinds.get(entity) if entity is not None else None
            fits = token is head or self.is_person(entity) or (token.dep_ == "compound" and kind != "GPE")
            if entity is not None and (fits or has_partners(token) or kind_of_role(head.lower_) == "ORG" == kind):
                return entity
        return self._describe(number, span, offset) if is_told(head) else None

    def known(self, text: str) -> int | None:
        """Return the number of a name that the article has, by the whole of it or by its last word."""
        key = self._known.home(fold(text))
        return self._number(key) if key in self._known else None

    def roles(self) -> tuple[tuple[int, str], ...]:
        """Return who bears which role by words beside his name."""
        return tuple(sorted({(entity, role) for bearers in self._roles.values() for role, entity in bearers}))

    def called(self) -> tuple[tuple[int, str], ...]:
        """Return who by name is taken up by which mere description ("the company")."""
        return tuple(sorted(self._called))

    def is_met(self, entity: int | None) -> bool:
        """Tell whether somebody has been named so far."""
        return any(name.entity == entity for name in self.names)

    def introduce(self, text: str, start: int, label: str, short: str = "") -> int:
        """Give a number to a name that stands outside the article's body, at `start` of the source's text, or is `short` for there."""
        if label == "PERSON":
            first, last = bare(text)
            text, start = text[first:last], start + first
        key = self._known.home(fold(text))
        if label == "PERSON":
            self._known.add_person(key)
        if short:
            self._known.add_short(fold(short), key)
        entity = self._number(key)
        self._kinds[entity] = label
        self.names.append(Name(start, start + len(short or text), text, entity, label, is_name=True))
        return entity

    def _name(self, number: int, mention: Mention, offset: int) -> int:
        state = state_meant(mention)
        home = self._known.home(mention.key)
        voted = self._known.vote(home)
        entity = self._number(state or home)
        label = STATE if state else voted or mention.label
        self.names.append(Name(offset + mention.start, offset + mention.end, mention.text, entity, label, is_name=True))
        kind = "GPE" if state else voted or label
        self._kinds.setdefault(entity, {THING: "thing", VESSEL: "thing", FIRM: "ORG"}.get(kind, kind))
        self._texts[entity] |= set(mention.key.split())
        if any(mention.key == name or name.endswith(f" {mention.key}") for name in self._relayed):
            self._outlets.add(entity)
            self._passed_on.add(entity)
            self._kinds[entity] = "ORG"
        elif is_newsroom(mention):
            self._outlets.add(entity)
        if is_firm(mention):
            self._firms.add(entity)
        if mention.is_titled or words("roles") & set(mention.role.split()[-1:]):
            self._titled.add(entity)
        if gender := mention.gender or given_gender(self._known.home(mention.key)):
            self._gender.setdefault(entity, gender)
            if " " in mention.key and self._kinds[entity] in {"", "ORG"} and not is_body(mention.key):
                self._kinds[entity] = "PERSON"
        role = mention.role.rpartition(" ")[2]
        if role and not (role in words("companies") and self._kinds[entity] == "PERSON"):
            self._roles[role].append((mention.role, entity))
        self._of_token |= {(number, token.i): entity for token in mention.span}
        return entity

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def _set(
        self, number: int, token: "Token", entity: int, offset: int, *, quoted: bool, credited: bool = False
    ) -> None:
        self._of_token[number, token.i] = entity
        self._recall.see(entity, token, offset + token.idx, number, quoted=quoted, credited=credited)

    def is_person(self, entity: int | None) -> bool:
        """Tell whether a number stands for a person, named or described."""
        return entity is not None and self._kinds.get(entity) in {"PERSON", "someone"}

    def _pronoun(self, token: "Token", place: int, number: int, *, quoted: bool) -> int | None:
        kind = PRONOUNS[token.lower_]

        def weight(entity: int, *, here: bool) -> float | None:
            told, texts = self._gender.get(entity, ""), self._texts.get(entity, set())
            if not may_be(kind, self._kinds.get(entity, ""), told, texts):
                return None
            against = kind == "it" and self._kinds.get(entity) == "GPE"
            alone = self._kinds.get(entity) == "PERSON" and len(texts) < 2 and entity not in self._titled
            passed = self._kinds.get(entity) == "someone" and not here
            unlikely = kind in {"m", "f"} and (alone or passed or entity in self._unlikely)
            return -1.5 if against or unlikely else -_UNTOLD if kind in {"m", "f"} and not told else 0.0

        found = self._recall.nearest(token, place, number, weight, quoted=quoted)
        if found is not None and token.lower_ in {"he", "she"} and not quoted:
            self._gender.setdefault(found, kind)
        return found

    def _description(self, token: "Token") -> int | None:
        """Return whom a description with "the" takes up: the bearer of a role, a body or outlet named before, or a description used before."""
        if not refers_back(token):
            return None
        role, word = role_of(token), token.lower_
        bearers = self._roles.get(word, [])
        same = [e for r, e in bearers if r == role] or [e for r, e in bearers if word in {role, r}]
        if word == "witness" and self._recall.heard is not None:
            same = [self._recall.heard]
        if same:
            return self._recall.latest([*same, *(self._companies() if word in ANY_COMPANY else ())])
        if word in words("roles") and role == word and is_credited(token):
            return self._recall.latest([e for _, e in bearers])
        narrowed = {c.lower_ for c in token.children if c.dep_ in {"amod", "compound"}} - _SAME
        before, told = self._heads.get(word, (None, frozenset()))
        if before is not None and narrowed <= told:
            return before
        if word in words("occupations") and role == word and is_credited(token):
            found = self._recall.latest_likely([e for e in self._texts if self.is_person(e)])
            others = {e for known in self._roles.values() for r, e in known if r not in {role, word}}
            return None if found in others and word not in words("parties") else found
        return self._body(token)

    def _body(self, token: "Token") -> int | None:
        """Return the outlet, company or body named before that a word like "the paper" or "the company" takes up."""
        if any(c.dep_ in {"compound", "amod"} and c.lower_ not in _SAME for c in token.children):
            return None
        if token.lower_ in words("outlets"):
            return self._recall.latest(self._outlets)
        bodies = [e for e, kind in self._kinds.items() if kind == "ORG"]
        named = [e for e in bodies if token.lower_ in self._texts[e]]
        over = [e for e in bodies if token.lower_ in words("overseers") and self._texts[e] & words("overseeing")]
        named = over if len(over) == 1 and not named else named
        firm_meant = not named and token.lower_ in words("companies")
        return self._recall.latest(self._companies() if firm_meant else named)

    def _companies(self) -> list[int]:
        """Return the firms named so far, or else the bodies that may be some."""
        bodies = [e for e, kind in self._kinds.items() if kind == "ORG" and e not in self._outlets]
        private = [e for e in bodies if not self._texts[e] & public()]
        return [e for e in private if e in self._firms] or private

    def _name_group(self, number: int, span: "Span", offset: int) -> None:
        """Give a number to a group that is named in passing: claims are about it, but no "they" or "the officers" takes it up."""
        start, end = offset + span.start_char, offset + span.end_char
        entity = self._number(fold(span.text))
        self.names.append(Name(start, end, " ".join(span.text.split()), entity, "", is_name=False))
        self._of_token[number, span.root.i] = entity

    def _name_of(self, number: int, token: "Token", offset: int) -> str:
        """Return the name of whom a pronoun or "the company" stands for, "" if that is nobody named."""
        entity, place = self.at(number, token), offset + token.idx
        if entity is None:
            stands = token.lower_ in PRONOUNS
            entity = self._pronoun(token, place, number, quoted=False) if stands else self._description(token)
        named = [n.text for n in self.names if n.entity == entity and n.is_name] if entity is not None else []
        return max(named, key=len, default="")

    def _describe(self, number: int, span: "Span", offset: int, among: int | None = None) -> int:
        """Give a number to somebody who is only described ("two officials", "one of them" who is `among` these)."""
        span = without_behind(span)
        head = span.root
        text, start, whole = described_as(span)
        begin, end, text = offset + start, offset + start + len(text), " ".join(text.split())
        group = next((n.text for n in self.names if n.entity == among), "")
        owned = with_owner(span, lambda t: self._name_of(number, t, offset)) or (group and some_of(span[0].text, group))
        entity = self._number(fold(owned or text))
        for shown in (owned, text) if owned else (text,):
            self.names.append(Name(begin, end, shown, entity, "PERSON" if whole else "", is_name=whole))
        self._kinds.setdefault(entity, kind_described(head))
        self._unlikely |= set() if can_act(head) else {entity}
        if gender := gender_of(head.text):
            self._gender.setdefault(entity, gender)
        if head.pos_ == "NOUN":
            self._heads[head.lower_] = (entity, frozenset(fold(text).split()))
        self._set(number, head, entity, offset, quoted=False)
        return entity
