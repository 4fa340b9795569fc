"""Trafilatura's evaluation pages: saved HTML with strings that belong to the body and that do not.

Layout of the folder: `evaldata.json` (address -> file and expectations), pages gzipped in `eval/`
and `cache/` under the file's name + `.gz`.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from evals.examination.case import SuiteInvalid
from evals.pages.judged import places_judged

Half = Literal["chosen on", "held out"]
"""Whether rules and weights were chosen with a site's pages in view, or never saw them."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page and what its annotators expect of a reader."""

    url: str
    content: bytes
    body: tuple[str, ...]
    """Strings that the article's body has."""
    not_body: tuple[str, ...]
    comments: tuple[str, ...]
    """Strings of readers' comments; not all of them stand in the saved file."""
    author: str
    date: str
    title: str = ""

    @property
    def readers(self) -> tuple[str, ...]:
        """The comment strings without those that proved to be no reader's words."""
        judged = places_judged(self.url)
        return tuple(text for place, text in enumerate(self.comments) if place not in judged)

    @property
    def half(self) -> Half:
        """Which half of the sites the page belongs to."""
        return half_of(self.url)


def read_pages(folder: Path) -> Iterator[SavedPage]:
    """Yield the pages of the set in `folder`.

    Raises:
        SuiteInvalid: the folder holds no such set.

    """
    listing = folder / "evaldata.json"
    if not listing.is_file():
        raise SuiteInvalid(f"{folder} holds no evaldata.json: name the folder of the page set.")
    for url, told in json.loads(listing.read_text(encoding="utf-8")).items():
        content = _content(folder, told["file"])
        if content is not None:
            yield SavedPage(
                url=url,
                content=content,
                body=tuple(told.get("with") or ()),
                not_body=tuple(told.get("without") or ()),
                comments=tuple(text for text in told.get("comments") or () if text),
                author=_one(told.get("author")),
                date=_one(told.get("date")),
                title=_one(told.get("title")),
            )


def half_of(url: str) -> Half:
    """Return the half that a site falls into, by a hash of its registered name."""
    host = urlsplit(url).hostname or url
    site = ".".join(host.split(".")[-2:])
    return "held out" if int(hashlib.sha256(site.encode()).hexdigest(), 16) % 2 else "chosen on"


def _one(told: object) -> str:
    """Return the fact told; where several are, all of them joined as one line."""
    if isinstance(told, list):
        return "; ".join(str(each).strip() for each in told)
    return str(told or "").strip()


def _content(folder: Path, name: str) -> bytes | None:
    for place in ("eval", "cache"):
        path = folder / place / f"{name}.gz"
        if path.is_file():
            return gzip.decompress(path.read_bytes())
    return None
