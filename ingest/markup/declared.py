"""What a page's head declares about it: meta elements and JSON-LD."""

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date",
    "dc.date.issued", "dcterms.issued", "dc.date", "publish-date", "publishdate", "pubdate",
    "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    "publication_date", "dcterms.created", "dc.date.created", "article:published", "last-publish",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "article:modified", "lastmod",
)  # fmt: skip
_SECTION = ("article:section", "section", "parsely-section", "articlesection", "category")
_AUTHORS = (
    "cxenseparse:author", "parsely-author", "sailthru.author", "article:author_name", "author",
    "dc.creator", "byl",
)  # fmt: skip
_SITES = ("og:site_name", "publisher", "dc.publisher", "application-name", "twitter:site")
_SIGNED = re.compile(
    r"(?:written|posted|published)\s+by|by|author|(?:verfasst|geschrieben)\s+von|autor(?:in)?"
    r"|(?:écrit|publié)\s+par|auteur|(?:escrito|publicado)\s+por|scritto\s+da|geschreven\s+door",
    re.IGNORECASE,
)
"""What a card's label says above the author's name."""
_KINDS = ("article", "posting", "report", "webpage", "review", "recipe")
_MOST_NODES, _MOST_AUTHORS = 5_000, 20


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head says, as written there; none for what it leaves out."""

    published: str | None = None
    updated: str | None = None
    section: str | None = None
    language: str | None = None
    persons: tuple[str, ...] = ()
    """Whom the JSON-LD names as authors, organisations left out."""
    authors: tuple[str, ...] = ()
    """Authors in meta elements."""
    sites: tuple[str, ...] = ()
    """Names of the site and of its publisher."""


def declared(tree: "HtmlElement") -> Declared:
    """Return what the head of the page with this whole tree declares."""
    metas = _metas(tree)
    nodes = list(_all_nodes(tree))
    data = _strings(nodes)
    language = (tree.get("lang") or tree.get("xml:lang") or "")[:2].lower()
    return Declared(
        published=data.get("datePublished") or _first(metas, _PUBLISHED),
        updated=data.get("dateModified") or _first(metas, _UPDATED),
        section=_first(metas, _SECTION) or data.get("articleSection"),
        language=language if language.isalpha() else None,
        persons=tuple(dict.fromkeys(_persons(nodes))),
        authors=tuple(_named(metas)),
        sites=tuple(_sites(nodes, metas)),
    )


def _named(metas: dict[str, str]) -> Iterator[str]:
    for number in ("1", "2"):
        if _SIGNED.fullmatch(metas.get(f"twitter:label{number}", "")):
            yield metas.get(f"twitter:data{number}", "")
    yield from (metas[name] for name in _AUTHORS if name in metas)


def _metas(tree: "HtmlElement") -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content[:300])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _all_nodes(tree: "HtmlElement") -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            yield from _nodes(script.text or "")


def _strings(nodes: Sequence[dict[str, object]]) -> dict[str, str]:
    """Return the plain strings of the first article-like objects of the page's JSON-LD."""
    found: dict[str, str] = {}
    for node in nodes:
        if _is_article(node):
            for key in ("datePublished", "dateModified", "articleSection"):
                value = node.get(key)
                if isinstance(value, str) and value.strip():
                    found.setdefault(key, value.strip()[:300])
    return found


def _is_article(node: dict[str, object]) -> bool:
    kind = _kind(node)
    return any(name in kind for name in _KINDS)


def _kind(node: dict[str, object]) -> str:
    """Return what a node says that it is, in small letters; several kinds in one."""
    told = node.get("@type")
    kinds = told if isinstance(told, list) else [told]
    return " ".join(kind for kind in kinds if isinstance(kind, str)).lower()


def _persons(nodes: Sequence[dict[str, object]]) -> Iterator[str]:
    """Yield the authors of the first article-like object that names any."""
    known = _by_id(nodes)
    for article in nodes:
        told = article.get("author") if _is_article(article) else None
        names = list(_names(told if isinstance(told, list) else [told], known))
        if names:
            yield from names
            return


def _sites(nodes: Sequence[dict[str, object]], metas: dict[str, str]) -> Iterator[str]:
    known = _by_id(nodes)
    for node in nodes:
        if _is_article(node):
            yield from _names([node.get("publisher")], known, organisations=True)
    yield from (metas[name] for name in _SITES if name in metas)


def _by_id(nodes: Sequence[dict[str, object]]) -> dict[object, dict[str, object]]:
    """Return the nodes that are named, by the address under which others refer to them."""
    return {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")
    }


def _names(
    told: Sequence[object], known: dict[object, dict[str, object]], *, organisations: bool = False
) -> Iterator[str]:
    for one in told[:_MOST_AUTHORS]:
        node = _resolved(one, known) if isinstance(one, dict) else {"name": one}
        kind = _kind(node) or "person"
        name = node.get("name") or (one.get("name") if isinstance(one, dict) else None)
        if isinstance(name, str) and name.strip() and (organisations or "person" in kind):
            yield name.strip()[:100]


def _resolved(one: dict[str, object], known: dict[object, dict[str, object]]) -> dict[str, object]:
    address = one.get("@id")
    return known.get(address, one) if isinstance(address, str) else one


def _nodes(source: str) -> Iterator[dict[str, object]]:
    try:
        waiting = deque[object]([json.loads(source, strict=False)])
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
