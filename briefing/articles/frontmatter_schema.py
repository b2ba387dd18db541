"""Which keys front matter may have and what they mean."""

import datetime as dt
import re
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from briefing.articles import dates
from briefing.articles.blocks import INFERABLE, Facts
from briefing.errors import Fault, InputError
from briefing.genres import is_opinion_label
from briefing.yamlfile import YamlText, faults

SYNONYMS = {
    "publisher": (
        "outlet", "publication", "newspaper", "paper", "magazine", "agency", "site", "site_name", "blog", "organisation",
        "organization", "issuer", "programme", "source", "newsletter", "channel", "broadcaster", "station", "ministry", "office", "institution",
        "body", "from", "org", "issued_by",
    ),
    "published": ("date", "published_at", "publication_date", "pubdate", "date_published", "issued", "dated"),
    "author": ("byline", "bylines", "by", "authors", "interviewer", "interviewers", "interview", "host", "hosts", "writer", "reporter", "reporters"),
    "title": ("headline", "heading"),
    "genre": ("type", "kind", "post_type", "doc_type", "doc", "category"),
    "relays": ("relayed", "relay"),
}  # fmt: skip
_OTHERS = frozenset(
    {
        "broadcast",
        "interviewee",
        "interviewees",
        "issue",
        "issues",
        "modified",
        "publish",
        "released",
        "sources",
        "titles",
        "update",
        "updated",
        "updates",
    }
)
"""Keys of other programs that look like a misspelt one of ours: a newsletter has an issue, a page is updated."""
_SECTIONS = ("section", "sections", "categories")
_NO_DAY = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
"""A month or a year: a date as precise as it is known."""


def _a_text(value: Any) -> Any:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _a_date(value: Any) -> Any:
    if value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes" if not value.second else "seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str) and dates.iso(value):
        return dates.iso(value)
    if _NO_DAY.fullmatch(str(value)):
        return str(value)
    if isinstance(value, str) and dates.is_date_line(value):
        return None
    raise ValueError("not a date; write it as 2026-05-31 or 31 May 2026")


def _names(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _joined(value: Any) -> Any:
    value = [value] if isinstance(value, dict) and "name" in value else value
    if isinstance(value, list) and any(isinstance(v, dict) for v in value):
        value = [v for v in (v.get("name") if isinstance(v, dict) else v for v in value) if v] or None
    return ", ".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else _a_text(value)


_Text = Annotated[str, BeforeValidator(_a_text)]
_Joined = Annotated[str | None, BeforeValidator(_joined)]


class FrontMatter(BaseModel):
    """The keys that are read; a value may be left empty."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: _Text | None = Field(None, description="its headline")
    publisher: _Text | None = Field(None, description="who published it: what it says in its own voice is theirs")
    published: Annotated[str | None, BeforeValidator(_a_date)] = Field(
        None, description="when: `2026-05-31`, `31 May 2026`, `2026-05` or `2026`"
    )
    author: _Joined = Field(None, description="who wrote it, one name or a list")
    relays: Annotated[list[str], BeforeValidator(_names)] | None = Field(
        None,
        description="whose reporting it passes on, one name or a list: articles that pass on one outlet alone are one origin with it",
    )
    genre: _Joined = Field(None, description="what kind of text it is: report, statement, interview, opinion ...")
    retold: bool | _Text | None = Field(
        None,
        description="`true` tells who reads the file that the words are not the publisher's own; nothing follows from it",
    )
    inferred: Annotated[list[str], BeforeValidator(_names)] = Field(
        [], description="which of these keys you worked out and the article does not state"
    )


def facts(document: YamlText) -> Facts:
    """Turn front matter into facts. Raises InputError; keys of other programs are left alone, misspelt ones are not."""
    if document.data is None:
        return Facts()
    if not isinstance(document.data, dict):
        raise InputError(document.fault((), "not a list of keys", "write lines such as 'title: ...'"))
    found = _misspelt(document)
    lowered = {str(key).lower(): key for key in document.data}
    renamed = {_main_key(key, lowered): written for key, written in lowered.items()}
    data = {main: document.data[key] for main, key in renamed.items() if document.data[key] is not None}
    try:
        matter = FrontMatter.model_validate(data)
    except ValidationError as error:
        found += [_under_its_own_key(document, fault, renamed) for fault in faults(document, error)]
        raise InputError(*found) from None
    found += [
        document.fault(("inferred",), f"'{name}' is no field", f"use some of {', '.join(INFERABLE)}")
        for name in matter.inferred
        if name not in INFERABLE
    ]
    if found:
        raise InputError(*found)
    genre = matter.genre or _genre_by_section(lowered, document.data)
    relays = None if matter.relays is None else tuple(matter.relays)
    inferred = frozenset(matter.inferred)
    return Facts(matter.title, matter.publisher, matter.author, matter.published, genre, relays, inferred)


def _genre_by_section(written: dict[str, str], data: dict[str, Any]) -> str | None:
    """Return what an article is by the section it stands in, if that is one for opinions: of others nothing follows."""
    values = [data[written[key]] for key in _SECTIONS if key in written]
    labels = [label for value in values for label in (value if isinstance(value, list) else [value])]
    return "opinion" if any(isinstance(label, str) and is_opinion_label(label) for label in labels) else None


def _main_key(key: str, data: dict[str, Any]) -> str:
    """Return the key that a synonym stands for, unless that key or an earlier synonym is there itself."""
    for main, others in SYNONYMS.items():
        if key in others and main not in data and not any(o in data for o in others[: others.index(key)]):
            return main
    return key


def _misspelt(document: YamlText) -> list[Fault]:
    known = [*FrontMatter.model_fields, *(other for others in SYNONYMS.values() for other in others)]
    found = []
    for key in document.data:
        near = get_close_matches(key.lower(), known, n=1, cutoff=0.8)
        if near and "_" not in key and key.lower() not in {*known, *_OTHERS}:
            found.append(document.fault((key,), "unknown key", f"did you mean '{near[0]}'?"))
    return found


def _under_its_own_key(document: YamlText, fault: Fault, renamed: dict[str, str]) -> Fault:
    key = fault.key.partition(".")[0]
    return document.fault((renamed.get(key, key),), fault.problem, fault.remedy)
