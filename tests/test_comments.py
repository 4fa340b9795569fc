"""Readers' comments: stored without vectors, embedded when somebody asks, ready ever after."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from made_articles import captured, simple
from word_vectors import WordVectors

from ingest import Article, Region, Voice, article_id
from rag.adapters.sqlite import keep_made, keeping
from rag.ports.catalogue import NewPage
from rag.steps.archiving.passages import embedded, split
from rag.steps.finding.comments import MOST_EMBEDDED
from rag.values.question import Filters, Question
from rag.wiring.archive import Archive
from rag.wiring.ingesting import remove_articles
from rag.wiring.storage import open_reading, open_writing

OWN = "Tolls rise on the bridge, the council said. "
READERS = Filters(voice=Voice.COMMENT)


def page(remarks: Sequence[str], path: str = "bridge.txt", own: str = OWN) -> Article:
    """Return an article with these readers' comments under it."""
    text = own + "".join(f"{one}\n" for one in remarks)
    regions, at = [Region(Voice.NARRATION, 0, len(own))], len(own)
    for one in remarks:
        regions.append(Region(Voice.COMMENT, at, at + len(one) + 1))
        at += len(one) + 1
    plain = simple(text, path)
    return replace(plain, id=article_id(text, path), regions=tuple(regions))


def store(folder: Path, article: Article) -> int:
    """Store an article and return how many texts were embedded for it."""
    embedder = WordVectors()
    with open_writing(folder, embedder) as writing:
        passages = split(article)
        vectors = embedder.passages(embedded(article, passages))
        capture = captured(article.text, article.path)
        writing.catalogue.add([NewPage(article, capture, passages, vectors)])
    return embedder.embedded


def searched(folder: Path, query: str) -> tuple[list[str], int]:
    """Return the comments that a search finds, and how many texts were embedded for it."""
    embedder = WordVectors()
    with Archive(open_reading(folder, embedder), embedder) as archive:
        found = [archive.text(hit.passage) for hit in archive.search(query, READERS)]
    return found, embedder.embedded


def vectors(folder: Path) -> int:
    """Return how many vectors the catalogue holds."""
    connection = sqlite3.connect(folder / "catalogue.sqlite")
    count: int = connection.execute("SELECT count(*) FROM vectors").fetchone()[0]
    connection.close()
    return count


def test_comments_are_embedded_when_asked_for_and_only_once(tmp_path: Path) -> None:
    article = page(["The tolls are a scandal.", "I walk over the bridge.", "Lovely tolls!"])
    assert store(tmp_path, article) == 1
    assert vectors(tmp_path) == 1
    found, made = searched(tmp_path, "What about the tolls?")
    assert {"The tolls are a scandal.", "Lovely tolls!"} <= set(found)
    assert made == 3
    assert vectors(tmp_path) == 4
    assert searched(tmp_path, "What about the tolls?") == (found, 0)
    reading = open_reading(tmp_path, WordVectors())
    assert reading.index.count("current") == 1
    assert reading.catalogue.faults() == []
    assert reading.catalogue.pending() == 0
    reading.close()


def test_one_question_embeds_a_bounded_number_the_best_by_words(tmp_path: Path) -> None:
    remarks = [f"Remark {n} on tolls and other things that matter here." for n in range(60)]
    store(tmp_path, page([*remarks, "Tolls tolls tolls."]))
    found, made = searched(tmp_path, "tolls")
    assert found[0] == "Tolls tolls tolls."
    assert made == MOST_EMBEDDED
    assert vectors(tmp_path) == 1 + MOST_EMBEDDED


def test_comments_without_the_words_are_found_under_the_pages_on_the_matter(
    tmp_path: Path,
) -> None:
    store(tmp_path, page(["Nobody asked us."]))
    store(tmp_path, page(["What a play!"], "theatre.txt", "The theatre opened in autumn. "))
    found, _ = searched(tmp_path, "tolls on the bridge council")
    assert found[0] == "Nobody asked us."


def test_a_question_that_the_comments_alone_could_answer_embeds_none(tmp_path: Path) -> None:
    store(tmp_path, page([f"The ferry sank {n} times." for n in range(30)]))
    embedder = WordVectors()
    with Archive(open_reading(tmp_path, embedder), embedder) as archive:
        answer = archive.ask(Question("How many times did the ferry sink?"))
    assert answer.status == "abstained"
    assert vectors(tmp_path) == 1


def test_a_changed_page_keeps_the_vectors_of_its_comments(tmp_path: Path) -> None:
    remarks = ["The tolls are a scandal."]
    store(tmp_path, page(remarks))
    assert searched(tmp_path, "tolls")[1] == 1
    store(tmp_path, page(remarks, own="Tolls fall again, the council said. "))
    assert searched(tmp_path, "tolls") == (["The tolls are a scandal."], 0)


def test_removal_leaves_nothing_of_them(tmp_path: Path) -> None:
    article = page(["The tolls are a scandal."])
    store(tmp_path, article)
    searched(tmp_path, "tolls")
    (comment,) = (one for one in split(article) if one.voice is Voice.COMMENT)
    assert remove_articles([article.id], tmp_path, WordVectors()) == 1
    assert vectors(tmp_path) == 0
    # An answer that began before the removal comes too late with what it made.
    row = WordVectors().query("tolls")
    keep_made(tmp_path, WordVectors.name, {comment.id: ("The tolls are a scandal.", row)})
    assert vectors(tmp_path) == 0


def test_an_archive_that_cannot_be_written_now_answers_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_WAIT_S", 0.0)
    store(tmp_path, page(["The tolls are a scandal."]))
    busy = sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    try:
        assert searched(tmp_path, "tolls") == (["The tolls are a scandal."], 1)
    finally:
        busy.rollback()
        busy.close()
    assert vectors(tmp_path) == 1


def asked(folder: Path, question: str) -> list[str]:
    """Return what is quoted in answer to a question."""
    embedder = WordVectors()
    with Archive(open_reading(folder, embedder), embedder) as archive:
        return [one.quote for one in archive.ask(Question(question)).citations]


def test_a_short_comment_is_shown_whole(tmp_path: Path) -> None:
    remark = "Why is the captain quoted at all? She has two boats and no bridge."
    store(tmp_path, page([remark, "I walk home."]))
    assert asked(tmp_path, "What do commenters write about the captain?") == [remark]


def test_a_comment_below_a_page_on_the_matter_needs_one_word_of_it(tmp_path: Path) -> None:
    own = "Tolls rise on the bridge at Norby, and the painters of the bridge are missing. "
    store(tmp_path, page(["I drive there. Nobody paid the painters.", "Lovely day!"], own=own))
    wanted = ["I drive there. Nobody paid the painters."]
    question = "What do commenters say about the missing painters of the bridge at Norby?"
    assert asked(tmp_path, question) == wanted
    assert asked(tmp_path, "What do commenters say about the painters of a castle abroad?") == []
