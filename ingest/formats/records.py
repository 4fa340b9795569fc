"""Articles as JSON objects: which field is what."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.errors import UnreadablePage

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "maintext", "full_text", "html"),
    "title": ("title", "headline", "name"),
    "byline": ("author", "authors", "byline", "creator"),
    "date": (
        "date", "published", "publish_date", "published_at", "date_published", "datePublished",
        "publication_date", "pubDate", "time",
    ),
    "url": ("url", "link", "canonical_url", "source_url", "uri"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Which field of a record holds what; empty: the first of the usual names that is there."""

    chosen: Mapping[str, str] = field(default_factory=dict)

    def value(self, record: Mapping[str, object], what: str) -> str | None:
        """Return the record's `text`, `title`, `byline`, `date` or `url`, or None."""
        names = (self.chosen[what],) if what in self.chosen else _NAMES[what]
        for name in names:
            found = record.get(name)
            if isinstance(found, list):
                found = ", ".join(str(one) for one in found if isinstance(one, str))
            if isinstance(found, str | int) and str(found).strip():
                return str(found).strip()
        return None


@dataclass(frozen=True, slots=True)
class Record:
    """One article out of a record."""

    text: str
    title: str | None
    byline: str | None
    date: str | None
    url: str | None


def record_of(content: bytes, names: FieldNames | None = None) -> Record:
    """Return the article in one JSON object; raises UnreadablePage when it has no text."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadablePage("it is not valid JSON") from error
    if not isinstance(found, dict):
        raise UnreadablePage("it is not a JSON object")
    names = names or FieldNames()
    text = names.value(found, "text")
    if text is None:
        known = ", ".join(_NAMES["text"])
        raise UnreadablePage(f"the record has no text (looked for: {known})")
    return Record(
        text=text,
        title=names.value(found, "title"),
        byline=names.value(found, "byline"),
        date=names.value(found, "date"),
        url=names.value(found, "url"),
    )
