"""A small archive in memory for the doors' tests: invented pages, answered by word overlap.

It keeps the doors' tests apart from models and storage; `test_doors_end_to_end.py` runs the same
doors over a real archive.
"""

import hashlib
import re
from collections.abc import Iterator

from ingest import Article, Fact, Region, Span, Speaker, Statement, Voice, article_id
from rag.values.answer import Abstention, Answer, Citation, CitedArticle, CitedSpeaker
from rag.values.catalogued import ArticleSummary, Coverage
from rag.values.check import Check
from rag.values.errors import ArticleMissing, QuestionRefused
from rag.values.evidence import Hit, Passage
from rag.values.ledger import Ledger, LedgerQuery
from rag.values.question import Filters, Question

NO_FILTERS = Filters()

HOSTILE = (
    '<script>window.stolen=1</script><img src="https://evil.example/x.png" onerror="stolen=1">'
    "![x](https://evil.example/y.png) [click](javascript:stolen=1) $$\\href{https://evil}$$"
    " \x1b[31m"
)


def page(file: str, *parts: tuple[Voice, str], outlet: str = "The Harbour Post") -> Article:
    """Return an article whose regions are `parts`; its headline is the title, quotes are stated."""
    regions, statements, at, title = [], [], 0, Fact()
    for voice, words in parts:
        region = Region(voice, at, at + len(words))
        regions.append(region)
        if voice is Voice.HEADLINE:
            title = Fact(words.strip(), "stated", Span(at, at + len(words.rstrip())))
        for found in re.finditer(r"(“[^”]+”),? (said|says) ([A-Z]\w+ [A-Z]\w+)", words):
            statements.append(_statement(found, at))
        at = region.end
    text = "".join(words for _, words in parts)
    return Article(
        id=article_id(text, file),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=file,
        path=f"pages/{file}",
        text=text,
        title=title,
        outlet=Fact(outlet, "stated"),
        byline=Fact(),
        published=Fact("2031-04-05", "stated"),
        url=None,
        language="en",
        regions=tuple(regions),
        statements=tuple(statements),
    )


def _statement(found: re.Match[str], at: int) -> Statement:
    def span(group: int) -> Span:
        return Span(at + found.start(group), at + found.end(group))

    speaker = Speaker(found[3], found[3], "stated", person=True)
    return Statement("direct", (span(1),), span(3), span(2), speaker)


HARBOUR = page(
    "harbour.txt",
    (Voice.FURNITURE, "Home | World | Sport\n"),
    (Voice.HEADLINE, "Harbour bridge closes for a year\n"),
    (Voice.NARRATION, "“The bridge is not safe today”, said Mara Lindqvist on Friday.\n"),
    (Voice.NARRATION, "Traffic 🚧 will use the northern tunnel until the repairs are done.\n"),
    (Voice.COMMENT, "reader7: I heard the bridge is fine!\n"),
    (Voice.FURNITURE, "Most Read: ten boats to see this summer\n"),
)
HOSTILE_PAGE = page(
    "hostile.txt",
    (Voice.HEADLINE, f"Squid market {HOSTILE}\n"),
    (Voice.NARRATION, f"“The squid {HOSTILE} is fresh”, said Ivo Brandt at the market.\n"),
    outlet="<b>Squid & Co</b>",
)


class Shelf:
    """An archive over a few articles."""

    def __init__(self, *articles: Article) -> None:
        self.articles = {article.id: article for article in articles}

    def ask(self, question: Question | str) -> Answer:
        """Answer with every direct statement that shares a long word with the question."""
        text = question if isinstance(question, str) else question.text
        if not text.strip():
            raise QuestionRefused("the question is empty; ask in a sentence")
        found = [
            (article, statement)
            for article in self.articles.values()
            for statement in article.statements
            if _words(text) & _words(statement.span.of(article.text))
        ]
        cited = tuple(_citation(n, *one) for n, one in enumerate(found, 1))
        if not cited:
            first = next(a for a in self.articles.values() if a.statements)
            nearest = (_citation(1, first, first.statements[0]),)
            abstention = Abstention("Nothing here speaks of that.", "2 articles", nearest)
            return _answer(text, "abstained", "The archive does not say.", (), abstention)
        lines = (f"{c.speaker.name if c.speaker else 'Someone'} said so. [{c.n}]" for c in cited)
        return _answer(text, "answered", "\n\n".join(lines), cited)

    def ask_in_stages(self, question: Question | str) -> Iterator[Answer]:
        """Yield the one stage that an answer without a language model has."""
        yield self.ask(question)

    def answers(self, question: Question | str) -> bool:
        """Return whether `ask` does."""
        return self.ask(question).status == "answered"

    def search(self, query: str, filters: Filters = NO_FILTERS, limit: int = 10) -> list[Hit]:
        """Return the narration that shares a long word with the query."""
        hits = [
            Hit(Passage(article.id, region.start, region.end, region.voice), 1.0, "keyword")
            for article in self.articles.values()
            for region in article.regions
            if region.voice is (filters.voice or Voice.NARRATION)
            and _words(query) & _words(region.span.of(article.text))
        ]
        return hits[:limit]

    def quotes(self, query: LedgerQuery | None = None) -> Ledger:
        """List nothing: the ledger has tests of its own."""
        return Ledger((), 0)

    def check(self, draft: str) -> Check:
        """Check nothing: quote checks have tests of their own."""
        return Check(())

    def article(self, article_id: str) -> Article:
        """Return one of the articles."""
        try:
            return self.articles[article_id]
        except KeyError:
            raise ArticleMissing(f"no article has the id {article_id!r}") from None

    def summaries(self) -> list[ArticleSummary]:
        """Return all of them without their texts."""
        return [summary(article) for article in self.articles.values()]

    def coverage(self) -> Coverage:
        """Return their counts."""
        return Coverage(len(self.articles), 2, 4, ("The Harbour Post",), "2031-04-05", "2031-04-05")


class BrokenShelf(Shelf):
    """An archive on which everything fails in a way that nobody foresaw."""

    def ask(self, question: Question | str) -> Answer:
        """Fail."""
        raise RuntimeError(f"secret sk-abc123 while answering {question!r}")

    def coverage(self) -> Coverage:
        """Fail."""
        raise RuntimeError("secret sk-abc123")


def summary(article: Article) -> ArticleSummary:
    """Return an article without its text."""
    kept = sum(
        region.end - region.start
        for region in article.regions
        if region.voice not in (Voice.COMMENT, Voice.FURNITURE)
    )
    return ArticleSummary(
        id=article.id,
        sha256=article.sha256,
        file=article.file,
        path=article.path,
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        url=article.url,
        language=article.language,
        current=True,
        copies=0,
        characters=len(article.text),
        kept=kept,
        statements=len(article.statements),
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 4}


def _citation(n: int, article: Article, statement: Statement) -> Citation:
    speaker = statement.speaker
    span = statement.span
    return Citation(
        n=n,
        quote=span.of(article.text),
        start=span.start,
        end=span.end,
        voice=Voice.NARRATION,
        kind=statement.kind,
        speaker=_cited(speaker),
        said_on=None,
        said_on_how="unknown",
        occasion=None,
        article=CitedArticle(
            id=article.id,
            sha256=article.sha256,
            file=article.file,
            title=article.title.value,
            outlet=article.outlet.value,
            byline=None,
            url=article.url,
            published=article.published.value,
            published_how="stated",
            copies=0,
        ),
    )


def _cited(speaker: Speaker | None) -> CitedSpeaker | None:
    if speaker is None:
        return None
    return CitedSpeaker(name=speaker.name, as_written=speaker.as_written, how=speaker.how)


def _answer(
    question: str,
    status: str,
    text: str,
    citations: tuple[Citation, ...],
    abstention: Abstention | None = None,
) -> Answer:
    return Answer(
        question=question,
        standalone_question=question,
        status="answered" if status == "answered" else "abstained",
        mode="extractive",
        text=text,
        citations=citations,
        abstention=abstention,
        related_questions=("What did Mara Lindqvist say about the bridge?",),
        timings_ms={"ask": 1.0},
    )
