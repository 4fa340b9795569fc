"""RealTimeQA as it lies on disk: weekly news quiz questions and the articles found for each.

Source: J. Kasai et al., RealTime QA: What's the Answer Right Now?, NeurIPS 2023.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

from evals.examination.case import SuiteInvalid
from ingest import Capture

NOT_WORD = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class QuizArticle:
    """A dated article that a search found for some question."""

    url: str
    title: str
    text: str
    authors: tuple[str, ...]
    published: str
    """ISO date, empty when unknown."""

    @property
    def file(self) -> str:
        """A file name of its own, made from the address."""
        return sha1(self.url.encode(), usedforsecurity=False).hexdigest()[:16] + ".txt"

    def page(self) -> str:
        """Return the article as the text file that somebody would have saved."""
        byline = f"By {', '.join(self.authors)}" if self.authors else ""
        head = "\n".join(filter(None, (byline, self.published)))
        return "\n\n".join(filter(None, (self.title, head, self.text))) + "\n"

    def capture(self) -> Capture:
        """Return that file as it would have been captured."""
        content = self.page().encode("utf-8", "replace")
        return Capture(content, self.file, path=self.file, url=self.url)

    def bears(self, answer: str) -> bool:
        """Return whether the answer's words stand in title or text, whole and in a row."""
        return bears(f"{self.title} {self.text}", answer)


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A multiple-choice question with the articles that a search found for it."""

    id: str
    question: str
    choices: tuple[str, ...]
    answer: str
    found: frozenset[str]
    """Addresses."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """All questions of a folder, and all their articles pooled by address."""

    questions: tuple[QuizQuestion, ...]
    articles: tuple[QuizArticle, ...]


def words(text: str) -> str:
    """Return the text as lower-case words with one space between and around them."""
    return f" {' '.join(NOT_WORD.sub(' ', text.casefold()).split())} "


def bears(text: str, answer: str) -> bool:
    """Return whether the answer's words stand in the text, whole and in a row."""
    return words(answer) in words(text)


def read_quiz(folder: Path) -> Quiz:
    """Return the quiz of every week in the folder; of an article found twice the first text.

    Raises:
        SuiteInvalid: the folder holds no questions.

    """
    articles: dict[str, QuizArticle] = {}
    found: dict[str, list[str]] = {}
    for row in _rows(folder, "*_gcs.jsonl"):
        for article in filter(None, map(_article, row["search_result"])):
            articles.setdefault(article.url, article)
            found.setdefault(row["question_id"], []).append(article.url)
    questions = tuple(
        QuizQuestion(
            id=row["question_id"],
            question=row["question_sentence"],
            choices=tuple(row["choices"]),
            answer=row["choices"][int(row["answer"][0])],
            found=frozenset(found.get(row["question_id"], ())),
        )
        for row in _rows(folder, "*_qa.jsonl")
    )
    if not questions:
        raise SuiteInvalid(f"{folder} holds no RealTimeQA questions (*_qa.jsonl).")
    return Quiz(questions, tuple(articles.values()))


def _article(found: dict[str, Any]) -> QuizArticle | None:
    if not found.get("text"):
        return None
    return QuizArticle(
        url=found["url"],
        title=found.get("title") or "",
        text=found["text"],
        authors=tuple(found.get("authors") or ()),
        published=(found.get("publish_date") or "").replace("/", "-"),
    )


def _rows(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
