"""News articles that never happened, as many as a measurement of size needs; same seed, same text.

They are made as articles, not read from pages: what is measured is the archive, not the reading.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from ingest import Article, Capture, Fact, Region, Span, Speaker, Statement, Voice, article_id

SYLLABLES = "bacodefiguhajokalimonuperasotivawenoyorza"
ENDINGS = ("n", "r", "s", "th", "ck", "l", "")
FUNCTION = ("the", "of", "and", "to", "in", "a", "that", "for")
OUTLETS = ("Kestrel Ledger", "Tollgate Review", "Harbour Dispatch", "Tessaly Courier")
FIRST = ("Mara", "Tamsin", "Aldous", "Odile", "Corvin", "Ilse", "Edric", "Rosa")
WORDS = 20_000
PEOPLE = 2_000
PARAGRAPHS = 24
QUOTE_EVERY = 3
PREFIX = "made-"
FIRST_YEAR = 2010
YEARS = 12


@dataclass(frozen=True, slots=True)
class Made:
    """One made article, as the capture that it might have come from and as it was understood."""

    capture: Capture
    article: Article

    @property
    def first(self) -> Statement:
        """The first statement in it."""
        return self.article.statements[0]


class MadeNews:
    """A source of made articles; words and people are as frequent as real ones (Zipf)."""

    def __init__(self, seed: int) -> None:
        """Fix everything that the articles will say."""
        self._seed = seed

    @cached_property
    def words(self) -> Sequence[str]:
        """The vocabulary, commonest first."""
        source = self._source("words")
        made: dict[str, None] = dict.fromkeys(FUNCTION)
        while len(made) < WORDS:
            made[_word(source)] = None
        return tuple(made)

    @cached_property
    def people(self) -> Sequence[str]:
        """Everybody who speaks."""
        source = self._source("people")
        return tuple(f"{source.choice(FIRST)} {_word(source).title()}" for _ in range(PEOPLE))

    @cached_property
    def _word_weights(self) -> Sequence[float]:
        return _zipf(len(self.words))

    @cached_property
    def _person_weights(self) -> Sequence[float]:
        return _zipf(len(self.people))

    def made(self, number: int) -> Made:
        """Return the article of that number: a title, then paragraphs of which some quote."""
        source = self._source(str(number))
        title = self._sentence(source, 7)
        text, statements = f"{title}\n\n", []
        for place in range(PARAGRAPHS):
            quoted = place % QUOTE_EVERY == 1
            if quoted:
                statements.append(self._statement(source, len(text)))
                text += statements[-1][0]
            else:
                text += " ".join(self._sentence(source, source.randint(10, 22)) for _ in range(4))
            text += "\n\n"
        return _finished(number, text, len(title) + 2, [one for _, one in statements])

    def named(self, name: str) -> Made:
        """Return the article whose capture has this name."""
        return self.made(int(name.removeprefix(PREFIX).removesuffix(".txt")))

    def _statement(self, source: random.Random, at: int) -> tuple[str, Statement]:
        quote = f"“{self._sentence(source, 18)[:-1]},”"
        (name,) = source.choices(self.people, cum_weights=self._person_weights)
        begin = at + len(quote) + 1
        statement = Statement(
            kind="direct",
            content=(Span(at, at + len(quote)),),
            source=Span(begin, begin + len(name)),
            cue=Span(begin + len(name) + 1, begin + len(name) + 5),
            speaker=Speaker(name=name, as_written=name, how="stated", person=True),
        )
        return f"{quote} {name} said on Monday.", statement

    def _sentence(self, source: random.Random, count: int) -> str:
        words = source.choices(self.words, cum_weights=self._word_weights, k=count)
        return f"{' '.join(words).capitalize()}."

    def _source(self, part: str) -> random.Random:
        return random.Random(f"{self._seed}:{part}")  # noqa: S311 - nothing is secret here


def _finished(number: int, text: str, body: int, statements: Sequence[Statement]) -> Made:
    name = f"{PREFIX}{number:07}.txt"
    capture = Capture(text.encode(), name, path=name)
    date = f"{FIRST_YEAR + number % YEARS}-{1 + number % 12:02}-{1 + number % 28:02}"
    article = Article(
        id=article_id(text, name),
        sha256=capture.sha256,
        file=name,
        path=name,
        text=text,
        title=Fact(text[: body - 2], "stated", Span(0, body - 2)),
        outlet=Fact(OUTLETS[number % len(OUTLETS)], "stated"),
        byline=Fact(),
        published=Fact(date, "stated"),
        url=None,
        language="en",
        regions=(Region(Voice.HEADLINE, 0, body), Region(Voice.NARRATION, body, len(text))),
        statements=tuple(statements),
    )
    return Made(capture, article)


def _zipf(count: int) -> Sequence[float]:
    """Return cumulative weights: the n-th of `count` is 1/n as frequent as the first."""
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))


def _word(source: random.Random) -> str:
    starts = range(0, len(SYLLABLES) - 1, 2)
    syllables = (SYLLABLES[at : at + 2] for at in source.choices(starts, k=source.randint(2, 4)))
    return "".join(syllables) + source.choice(ENDINGS)
