"""Articles as JSON objects: which field is what."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.errors import UnreadablePage

Role = Literal["text", "title", "byline", "date", "url", "outlet"]
_NAMES: Mapping[Role, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "article_text", "articleBody", "maintext",
        "full_text", "fulltext", "story", "content_html", "html", "paragraphs",
    ),
    "title": ("title", "headline", "name"),
    "byline": ("author", "authors", "byline", "creator"),
    "date": (
        "date", "published", "publish_date", "published_at", "publishedAt", "date_published",
        "datePublished", "date_publish", "published_date", "publication_date", "pubDate",
        "pub_date", "time", "timestamp", "datetime", "created_at",
    ),
    "url": ("url", "link", "canonical_url", "source_url", "web_url", "permalink", "uri"),
    "outlet": (
        "outlet", "publisher", "site_name", "sitename", "newspaper", "publication", "source_name",
        "source",
    ),
}  # fmt: skip
_PLAIN = ("name", "rendered", "main", "value", "text", "$date")
"""Where a field is an object, what holds its words (`{"name": "Ann Lee", "id": 7}`)."""
_EPOCH = re.compile(r"\d{10}(?:\.\d+)?|\d{13}")


_MOST_NAMED = 12
"""Fields of a record named in a message."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Which field of a record holds what; empty: the first of the usual names that is there."""

    chosen: tuple[tuple[Role, str], ...] = ()
    """For each role that was given a field: the field's name, dots between it and those around
    it (`content.body`)."""

    @classmethod
    def from_pairs(cls, pairs: Iterable[str]) -> "FieldNames":
        """Return the names told as `text=body`; raises ValueError, with words for people."""
        chosen: dict[Role, str] = {}
        for pair in pairs:
            role, equals, name = pair.partition("=")
            known = next((one for one in _NAMES if one == role.strip()), None)
            if known is None or not equals or not name.strip():
                raise ValueError(
                    f"{pair!r} does not name a field: write ROLE=FIELD, where ROLE is one of "
                    f"{', '.join(_NAMES)}"
                )
            chosen[known] = name.strip()
        return cls(tuple(chosen.items()))

    def value(self, record: Mapping[str, object], role: Role) -> str | None:
        """Return what the record has in this role, or None."""
        for name in self.looked_for(role):
            words = _words(record[name] if name in record else _inner(record, name))
            between = "\n\n" if role == "text" else ", "
            found = between.join(words)
            if found and not (role == "outlet" and "://" in found):
                return _day(found) if role == "date" else found
        return None

    def looked_for(self, role: Role) -> tuple[str, ...]:
        """Return the names of the fields that may hold what has this role, likeliest first."""
        named = dict(self.chosen).get(role)
        return _NAMES[role] if named is None else (named,)


USUAL_NAMES = FieldNames()


@dataclass(frozen=True, slots=True)
class Record:
    """One article out of a record."""

    text: str
    title: str | None
    byline: str | None
    date: str | None
    url: str | None
    outlet: str | None


def record_of(content: bytes, names: FieldNames = USUAL_NAMES) -> Record:
    """Return the article in one JSON object; raises UnreadablePage when it has no text."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadablePage("it is not valid JSON") from error
    if not isinstance(found, dict):
        raise UnreadablePage("it is not a JSON object")
    text = names.value(found, "text")
    if text is None:
        raise UnreadablePage(_without_text(found, names))
    return Record(
        text=text,
        title=names.value(found, "title"),
        byline=names.value(found, "byline"),
        date=names.value(found, "date"),
        url=names.value(found, "url"),
        outlet=names.value(found, "outlet"),
    )


def _inner(record: Mapping[str, object], name: str) -> object:
    found: object = record
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _words(found: object, deep: int = 3) -> list[str]:
    """Return the words of a field: its own, those of its name, or those of each that it lists."""
    if isinstance(found, list) and deep:
        return [word for one in found for word in _words(one, deep - 1)]
    if isinstance(found, dict) and deep:
        inner = next((found[name] for name in _PLAIN if found.get(name)), None)
        return _words(inner, deep - 1)
    if isinstance(found, str | int | float) and not isinstance(found, bool):
        return [str(found).strip()] if str(found).strip() else []
    return []


def _day(written: str) -> str:
    """Return a date as written, or in figures where it counts the seconds since 1970."""
    if not _EPOCH.fullmatch(written):
        return written
    seconds = float(written) / (1000 if len(written.partition(".")[0]) == 13 else 1)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="minutes")


def _without_text(record: Mapping[str, object], names: FieldNames) -> str:
    looked_for = ", ".join(names.looked_for("text"))
    fields = [name for name in record if name]
    if not fields:
        return "the record has no fields"
    seen = ", ".join(repr(name[:40]) for name in fields[:_MOST_NAMED])
    more = f" and {len(fields) - _MOST_NAMED} more" if len(fields) > _MOST_NAMED else ""
    return (
        f"the record has no text (looked for: {looked_for}); its fields are {seen}{more}: name "
        "the one that holds the text with --field text=NAME"
    )
