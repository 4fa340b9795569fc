"""Pages to draw quotes from: what is quoted in them, and whether words stand there after all."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evals.folding import fold
from evals.quotecheck.mutations import Said
from ingest import Article, Rejection, Voice, find_captures, read_page
from ingest.errors import UnreadablePage

_PARAGRAPH_MARK = re.compile(r"(?<=\n)\s*(?:''|[\"“])(?=\w)")
"""A quotation that runs on is opened anew in each paragraph; its words stand together still."""
_FEWEST_WORDS = 5
_OUTER = re.compile(r"^(?:''|``|[“”\"„«»‘’'`])\s*|\s*(?:''|[“”\"„«»‘’'`])$")
"""A quotation's own marks, one at each end; those of a quotation within it stay."""
_RUN = 4


@dataclass(frozen=True)
class Corpus:
    """Pages and what is quoted in them, page by page."""

    articles: tuple[Article, ...]
    quotes: tuple[tuple[str, str], ...]
    """(quote without its marks, speaker), in order."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The full names of speakers."""
        return tuple(sorted({name for _, name in self.quotes if len(name.split()) == 2}))

    @cached_property
    def speakers(self) -> Mapping[str, Sequence[str]]:
        """Everybody who says a quote: "Ames and Brandt said" gives it to both."""
        found: dict[str, list[str]] = {}
        for quote, name in self.quotes:
            found.setdefault(quote, []).append(name)
        return found

    @cached_property
    def folded(self) -> str:
        """All texts in one, for the examiner's own look-up."""
        texts = (_PARAGRAPH_MARK.sub(" ", article.text) for article in self.articles)
        return "\n".join(fold(text) for text in texts)

    @cached_property
    def runs(self) -> frozenset[int]:
        """The digests of all runs of a few words: what stands nowhere mostly has others."""
        return frozenset(_runs(self.folded))

    def stands(self, written: str) -> bool:
        """Return whether these words stand in some page, in whatever typography."""
        if not all(run in self.runs for run in _runs(written)):
            return False
        words = fold(written).strip(" .,'\"")
        if words not in self.folded:
            return False
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.folded) is not None

    def said(self, number: int, chance: random.Random) -> Said:
        """Return a quote with what mutating it may need."""
        quote, speaker = self.quotes[number]
        count = len(self.quotes)
        others = [self.quotes[(number + 1) % count][0], self.quotes[chance.randrange(count)][0]]
        surnames = {name.split()[-1].casefold() for name in self.speakers[quote]}
        picked = [chance.choice(self.names) for _ in range(4)] if self.names else []
        names = [name for name in picked if not any(one in name.casefold() for one in surnames)]
        return Said(quote, speaker, others, names)


def read_corpus(folder: Path) -> Corpus:
    """Return the readable pages of a folder with their direct quotes that have a speaker."""
    articles = []
    for capture in find_captures([folder]):
        if not isinstance(capture, Rejection):
            try:
                articles.append(read_page(capture))
            except UnreadablePage:
                continue
    quotes = [quote for article in articles for quote in _quotes(article)]
    return Corpus(tuple(articles), tuple(quotes))


def words_of(text: str) -> list[str]:
    """Return the words of a text, in whatever typography."""
    return re.findall(r"\w+", fold(text))


def _runs(text: str) -> Iterator[int]:
    words = words_of(text)
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def _quotes(article: Article) -> Iterator[tuple[str, str]]:
    for statement in article.statements:
        speaker = statement.speaker
        if statement.kind != "direct" or speaker is None or speaker.name is None:
            continue
        for span in statement.content:
            quote = _OUTER.sub("", span.of(article.text).strip())
            if len(quote.split()) >= _FEWEST_WORDS and _in_article(article, span.start):
                yield quote, speaker.name


def _in_article(article: Article, position: int) -> bool:
    return any(
        region.voice is Voice.NARRATION and region.start <= position < region.end
        for region in article.regions
    )
