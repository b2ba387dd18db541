"""Whose somebody is who is only described: "two of his aides" with the name of whose aides they are."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.extraction.naming import fold, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WHOSE = frozenset({"his", "her", "its", "their"})
_OWN = re.compile(r"^own (?=\w)")


def with_owner(span: "Span", name_of: "Callable[[Token], str]") -> str:
    """Return a description with the name of whose "his" or "its" it has, or whom its "the company" means; "" if it has none that is known.

    `name_of` gives the name of whom a word stands for, "" if that is nobody named. A single person's "his" behind him may be his own.
    """
    owner = next((t for t in span if _tells_whose(t, span)), None)
    meant = _before_whose(owner) if owner is not None and owner.tag_ == "WP$" else owner
    name = name_of(meant) if meant is not None else ""
    if owner is None or not name or fold(name) == fold(owner.text):
        return ""
    if owner.i > span.start:
        name = _with_article(name)
    first = span.start + (span[0].lower_ in {"the", "a", "an"})
    before, behind = span.doc[first : owner.i].text, span.doc[owner.i + 1 : span.end].text
    if owner.tag_ not in {"PRP$", "WP$"}:
        return f"{span.doc[first : owner.i - 1].text} {name}"
    if _is_some_of(owner, span):
        return f"{before} the {_OWN.sub('', behind)} of {name}"
    return f"{before} {name}'s {_OWN.sub('', behind)}".strip()


def _before_whose(owner: "Token") -> "Token | None":
    """Return whom "whose" means: what the clause that it begins hangs on."""
    verb = next((t for t in owner.ancestors if t.dep_ == "relcl"), None)
    return verb.head if verb is not None else None


def _with_article(name: str) -> str:
    """Return a body's name with "the" before it, where it is called by what it is ("the Harbour Office")."""
    parts = name.lower().split()
    return f"the {name}" if len(parts) > 1 and parts[0] != "the" and parts[-1] in words("bodies") else name


def _tells_whose(token: "Token", span: "Span") -> bool:
    """Tell whether a word says to whom those described belong, and cannot mean themselves.

    Behind them "its" and "their" are left as they are: they take up whoever is only described, as "the panel" is.
    """
    if token.lower_ in _WHOSE and token.tag_ == "PRP$":
        several = span.root.tag_ in {"NNS", "NNPS"} or _is_some_of(token, span)
        joined = any(t.dep_ == "cc" for t in span.doc[span.start : token.i])
        person = token.lower_ in {"his", "her"}
        return len(span) > 1 and (token.i == span.start or (person and several and not joined))
    if token.tag_ == "WP$":
        return token.i == span.start and len(span) > 1
    behind = token.i > span.root.i and token.dep_ == "pobj"
    known = token.lower_ in words("companies", "roles") or token.lower_ in words("bodies") - words("outlets")
    return behind and known and [c.lower_ for c in token.children] == ["the"] and token.i == span.end - 1


def _is_some_of(owner: "Token", span: "Span") -> bool:
    """Tell whether some of somebody's people are meant ("two of his aides")."""
    return owner.i == span.start + 2 and span[1].lower_ == "of" and span.root.i == span.start
