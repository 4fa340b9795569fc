"""What a page's head declares about it: meta elements and JSON-LD."""

import json
from collections.abc import Iterator
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
_KINDS = ("article", "posting", "report", "webpage", "review", "recipe")
_MOST_NODES = 5_000


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head says, as written there; none for what it leaves out."""

    published: str | None = None
    updated: str | None = None
    section: str | None = None
    language: str | None = None


def declared(tree: "HtmlElement") -> Declared:
    """Return what the head of the page with this whole tree declares."""
    metas = _metas(tree)
    data = _json_ld(tree)
    language = (tree.get("lang") or tree.get("xml:lang") or "")[:2].lower()
    return Declared(
        published=data.get("datePublished") or _first(metas, _PUBLISHED),
        updated=data.get("dateModified") or _first(metas, _UPDATED),
        section=_first(metas, _SECTION) or data.get("articleSection"),
        language=language if language.isalpha() else None,
    )


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


def _json_ld(tree: "HtmlElement") -> dict[str, str]:
    """Return the plain strings of the first article-like object in the page's JSON-LD."""
    found: dict[str, str] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            for node in _nodes(script.text or ""):
                for key in ("datePublished", "dateModified", "articleSection"):
                    value = node.get(key)
                    if isinstance(value, str) and value.strip():
                        found.setdefault(key, value.strip()[:300])
    return found


def _nodes(source: str) -> Iterator[dict[str, object]]:
    try:
        waiting: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kind = str(node.get("@type", "")).lower()
            if any(name in kind for name in _KINDS):
                yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
