"""Web pages, read with trafilatura: the main content in paragraphs, and what the page states about itself."""

import html
import re
from copy import deepcopy
from typing import Any

from briefing.articles import byline, dates, furniture, outlets, page_head, page_tree, surroundings
from briefing.articles.blocks import Extracted, Facts, TextBuilder, UnreadableError
from briefing.articles.decoding import decode
from briefing.articles.limits import Limits
from briefing.dates import find
from briefing.dossier import PassageKind
from briefing.names import person

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TITLE_PARTS = re.compile(r"\s+[|–—-]\s+")
_META_DATE = re.compile(
    r"""<meta[^>]{0,300}(?:article:published_time|datePublished|date\.issued|pubdate|["']date["'])[^>]{0,300}content\s*=\s*["']([^"']{8,40})"""
    r"""|["']datePublished["']\s*:\s*["']([^"']{8,40})|<time[^>]{0,200}datetime\s*=\s*["']([^"']{8,40})""",
    re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(r"[a-z]{3,}[.:!?]\s|@")
"""No name has it."""
_BYLINE_CLASS = frozenset(["by", "byline", "author", "authors", "meta", "date", "dateline", "time", "published"])
_CAPTION_CLASS = frozenset(["cap", "caption", "credit", "photo", "figcaption"])
_FURNITURE_CLASS = frozenset(
    [
        "ad",
        "ads",
        "advert",
        "banner",
        "bottom",
        "breadcrumb",
        "comments",
        "comment",
        "cookie",
        "disclaimer",
        "foot",
        "footer",
        "kicker",
        "mast",
        "masthead",
        "menu",
        "nav",
        "newsletter",
        "promo",
        "related",
        "rel",
        "share",
        "sharing",
        "sidebar",
        "social",
        "sponsored",
        "subscribe",
        "tags",
        "tease",
        "teaser",
        "top",
        "topbar",
    ]
)
_SETTINGS = {"MIN_EXTRACTED_SIZE": "10", "MIN_OUTPUT_SIZE": "1", "MAX_FILE_SIZE": str(1 << 31)}
"""The library gives up paragraphs for anything to show when it finds little; a short report is no failure."""
_OPENING = 5
_LONGEST_SITE = 6
_Part = tuple[str, PassageKind | None]
_BLOCKS = frozenset({"p", "head", "item", "quote", "code", "cell", "fw", "ab"})


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a web page. Raises UnreadableError."""
    declared = _DECLARED.search(data[:4096])
    page = _XML_DECLARATION.sub("", decode(data, declared[1].decode("ascii") if declared else None), count=1)
    page = page.replace("\0", "\ufffd")
    from trafilatura import bare_extraction  # noqa: PLC0415  half a second that only web pages need
    from trafilatura.settings import DEFAULT_CONFIG, Document  # noqa: PLC0415

    settings = deepcopy(DEFAULT_CONFIG)
    settings.read_dict({"DEFAULT": _SETTINGS})

    options = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    document = bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=options,
        config=settings,
    )
    if not isinstance(document, Document):
        raise UnreadableError("no text was found in this page; open it in a browser and save its text")
    tree = page_tree.parse(page)
    parts: list[_Part] = []
    _walk(document.body, parts)
    heading = next((words for words, kind in parts[:_OPENING] if kind is PassageKind.HEADING), None)
    title = heading or document.title
    builder = TextBuilder()
    known = {words for words, _ in parts}
    at = next((n for n, (words, _) in enumerate(parts) if words == heading), -1) + 1
    parts[at:at] = [part for part in page_head.below_headline(tree, title or "") if part[0] not in known]
    if title and not heading:
        builder.add(page_tree.plain(title), PassageKind.HEADING)
    for words, kind in parts:
        builder.add(words, kind)
    facts = _facts(page, title, document, tree)
    if facts.author and facts.author.lower() not in builder.text.lower():
        builder.add(facts.author, PassageKind.BYLINE)
    return Extracted(builder.text, builder.blocks, facts)


def _walk(element: Any, parts: list[_Part]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _BLOCKS and not any(child.tag in _BLOCKS for child in element.iterdescendants()):
        parts.append((_words(element), _kind(element, tag)))
    else:
        parts.append((page_tree.plain(element.text or ""), None))
        for child in element:
            _walk(child, parts)
    parts.append((page_tree.plain(element.tail or ""), None))


def _words(element: Any) -> str:
    return page_tree.plain("".join(_pieces(element)))


def _pieces(element: Any) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        pieces.extend([" "] if child.tag == "lb" else _pieces(child))
        pieces.append(child.tail or "")
    return pieces


def _kind(element: Any, tag: str) -> PassageKind | None:
    if tag == "head":
        return PassageKind.HEADING
    names = page_tree.names(element)
    if names & _BYLINE_CLASS:
        return PassageKind.BYLINE
    if names & _CAPTION_CLASS:
        return PassageKind.CAPTION
    if names & _FURNITURE_CLASS:
        return PassageKind.BOILERPLATE
    return None


def _facts(page: str, title: str | None, document: Any, tree: Any) -> Facts:
    stated = _META_DATE.search(page)
    published = dates.iso(next((group for group in stated.groups() if group), "")) if stated else None
    site = document.sitename or _site(page, title or "")
    guessed = {"publisher": site and not document.sitename, "published": document.date and not published}
    inferred = frozenset(field for field, is_guess in guessed.items() if is_guess)
    return Facts(
        title,
        site,
        _author(document.author, tree),
        published or document.date,
        inferred=inferred,
        beside=surroundings.lines(tree),
    )


def _author(names: str | None, tree: Any) -> str | None:
    """Return the person: the library gives `A. Person; Staff Writer`, and now and then a weekday or a site for a person."""
    first = byline.without_role((names or "").partition(";")[0].strip())
    is_name = " " in first and not (first.isupper() or dates.is_date_line(first) or _IN_A_SENTENCE.search(first))
    if is_name and person(first.partition(",")[0]):
        return first
    return page_head.marked_author(tree) or (first if is_name else None)


def _site(page: str, title: str) -> str | None:
    """Return the part of the page's title that names the site and not the article."""
    written = _TITLE.search(page)
    parts = _TITLE_PARTS.split(html.unescape(page_tree.plain(written[1]))) if written else []
    names = [
        p
        for p in parts
        if p
        and next(find(p), None) is None
        and not furniture.SECTION.search(p)
        and not _alike(p, title)
        and _is_site(p, parts)
    ]
    return names[0] if len(names) == 1 and len(names[0].split()) <= _LONGEST_SITE else None


def _is_site(part: str, parts: list[str]) -> bool:
    """Tell whether a part of a page's title may be the name of its site: a newsroom's, or one in capitals beside another part."""
    is_rest = len(parts) > 1 and all(word[0].isupper() for word in part.split() if len(word) > 3)
    return is_rest or outlets.looks_like_outlet(part)


def _alike(part: str, title: str) -> bool:
    words, others = set(part.lower().split()), set(title.lower().split())
    return len(words & others) > len(words) / 2
