"""Articles as JSON objects: which field is what."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ingest.errors import UnreadablePage

Role = Literal["text", "title", "byline", "date", "url", "outlet"]
_NAMES: Mapping[Role, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "maintext", "full_text", "html"),
    "title": ("title", "headline", "name"),
    "byline": ("author", "authors", "byline", "creator"),
    "date": (
        "date", "published", "publish_date", "published_at", "date_published", "datePublished",
        "publication_date", "pubDate", "time",
    ),
    "url": ("url", "link", "canonical_url", "source_url", "uri"),
    "outlet": ("outlet", "publisher", "site_name", "sitename", "newspaper", "publication"),
}  # fmt: skip


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
            found = record[name] if name in record else _inner(record, name)
            if isinstance(found, dict):
                found = found.get("name")
            if isinstance(found, list):
                found = ", ".join(str(one) for one in found if isinstance(one, str))
            if isinstance(found, str | int) and str(found).strip():
                return str(found).strip()
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
