"""What a page shares with other pages of its site, and which of those lines are the site's own.

A page is always read by itself first; its outline comes from that reading, never from a later one.
So what repeats on a site depends on the set of its pages alone, in whatever order they came.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from ingest.article import Article, Capture, Voice
from ingest.lines import Line, split_lines, words_in
from ingest.phrases import fold
from ingest.repeated import Repeated
from ingest.traits import traits_of

SAMPLE = 300
"""Pages of a site that are compared; more would tell nothing new."""

_SHORT, _REMEMBERED = 100, 4096
_PROSE, _LOOSE = 1, 2
_FLAGS = _PROSE | _LOOSE
_SENTENCE, _LONG = 7, 22
"""Words from which a line reads as a sentence: where it ends as one does, and where not."""
_SAME_STORY = 0.5
"""Share of the paragraphs of the shorter of two pages from which they tell one story."""
_SHORT_PAGES, _SHORT_SHARE = 3, 0.3
_PROSE_PAGES, _PROSE_SHARE = 5, 0.6
"""On how many stories, and on which share of them, a line must stand. Sentences need more: an
article's background is told again in the next one on the same matter."""


@dataclass(frozen=True)
class Outline:
    """The lines of one page as numbers, and the site that it came from."""

    site: str
    """The host, else the outlet's name in lower case; empty where neither is known."""
    lines: tuple[int, ...]
    """Sorted digests of the folded lines; the lowest two bits tell whether a line reads as a
    sentence, and whether the page's own reading took it for the article's or its readers'."""

    @cached_property
    def all_lines(self) -> frozenset[int]:
        """The digests without what this page's reading took them for."""
        return frozenset(line & ~_LOOSE for line in self.lines)

    @cached_property
    def loose(self) -> frozenset[int]:
        """The digests of the lines that were not given to the site."""
        return frozenset(line & ~_LOOSE for line in self.lines if line & _LOOSE)

    @cached_property
    def story(self) -> frozenset[int]:
        """The digests of the page's own sentences."""
        return frozenset(line for line in self.loose if line & _PROSE)


@dataclass(frozen=True, slots=True)
class Revisit(Capture):
    """A capture to be read again, now that lines of its site are known."""

    repeated: Repeated = field(default_factory=Repeated)


def outline(article: Article) -> Outline:
    """Return the outline of a page that was read by itself; a record holds nothing of its site."""
    if article.file.lower().endswith(".json"):
        return Outline(site_of(article), ())
    loose = [
        region.span
        for region in article.regions
        if region.voice not in {Voice.FURNITURE, Voice.BYLINE, Voice.DATELINE}
    ]
    found: set[int] = set()
    at = 0
    for line in split_lines(article.text):
        while at < len(loose) and loose[at].end <= line.span.start:
            at += 1
        own = at < len(loose) and loose[at].start <= line.span.start
        number = _number(line)
        if number is not None:
            found.add(number | _LOOSE if own else number)
    return Outline(site_of(article), tuple(sorted(found)))


def site_lines(outlines: Sequence[Outline]) -> frozenset[int]:
    """Return the digests of the lines that are the site's own, from outlines of its pages.

    A line is when it stands on a good share of the site's stories; copies of one story, and
    versions of one page, count as one.
    """
    stories = _stories(outlines)
    total = len(set(stories))
    if total < _SHORT_PAGES:
        return frozenset()
    standing = {
        (story, line)
        for story, one in zip(stories, outlines, strict=True)
        for line in one.all_lines
    }
    counts = Counter(line for _, line in standing)
    return frozenset(line for line, count in counts.items() if count >= _least(line, total))


def named_lines(text: str, wanted: frozenset[int]) -> Repeated:
    """Return the lines of `text` whose digests are in `wanted`.

    Lines that name an author, a day or a picture's source are left out: those of one article are
    often the same as those of another.
    """
    found = (line for line in split_lines(text) if _number(line) in wanted)
    return Repeated(frozenset(fold(line.text) for line in found if not _names_something(line)))


def _names_something(line: Line) -> bool:
    traits = traits_of(line)
    return traits.name_like or traits.credited or traits.sign in {"byline", "dateline"}


def _least(line: int, total: int) -> float:
    if line & _PROSE:
        return max(_PROSE_PAGES, _PROSE_SHARE * total)
    return max(_SHORT_PAGES, _SHORT_SHARE * total)


def _number(line: Line) -> int | None:
    """Return the digest of a line's words; short ones stand on many pages of a site."""
    return _number_of_short(line.text) if len(line.text) <= _SHORT else _number_of(line.text)


def _number_of(text: str) -> int | None:
    folded = fold(text)
    if not folded:
        return None
    digest = hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    # One bit is given up so that the number fits a signed one of 64 bits.
    return (int.from_bytes(digest) >> 1) & ~_FLAGS | (_PROSE if _is_prose(text) else 0)


def _is_prose(text: str) -> bool:
    least = _SENTENCE if text.rstrip("\"'”’»)]")[-1:] in ".!?…" else _LONG
    # A word has a character at least: most lines are too short to be counted.
    return len(text) >= least and words_in(text) >= least


_number_of_short = lru_cache(_REMEMBERED)(_number_of)


def _stories(outlines: Sequence[Outline]) -> list[int]:
    """Return for each outline the position of the first page that tells the same story."""
    first = list(range(len(outlines)))
    for later, page in enumerate(outlines):
        for earlier in range(later):
            here, there = _root(first, later), _root(first, earlier)
            if here != there and _one_story(page.story, outlines[earlier].story):
                first[max(here, there)] = min(here, there)
    return [_root(first, position) for position in range(len(outlines))]


def _root(first: Sequence[int], position: int) -> int:
    while first[position] != position:
        position = first[position]
    return position


def _one_story(left: frozenset[int], right: frozenset[int]) -> bool:
    return len(left & right) > _SAME_STORY * min(len(left), len(right))


def site_of(article: Article) -> str:
    """Return the host that a page came from, else its outlet's name; empty where unknown."""
    url = article.url or ""
    inner = url.find("://", 8)  # an archive's address holds the page's own
    if inner > 0:
        url = url[url.rindex("/", 0, inner) + 1 :]
    host = (urlsplit(url).hostname or "") if url.startswith("http") else ""
    for lead in ("www.", "m.", "amp."):
        host = host.removeprefix(lead)
    return host or (article.outlet.value or "").casefold().strip()
