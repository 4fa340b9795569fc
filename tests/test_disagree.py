"""Sources that give different numbers are shown side by side."""

from dataclasses import replace

import pytest

from ingest import Voice
from rag.steps.answering.disagree import disagreements
from rag.steps.question.understand import People, Understood, understand
from rag.values.answer import Citation, CitedArticle, CitedSpeaker
from rag.values.question import Question


def cited(n: int, quote: str, file: str, published: str | None = "2031-04-05") -> Citation:
    return Citation(
        n=n,
        quote=quote,
        start=0,
        end=len(quote),
        voice=Voice.NARRATION,
        kind=None,
        speaker=None,
        said_on=None,
        said_on_how="unknown",
        occasion=None,
        article=CitedArticle(
            id=file,
            sha256="0",
            file=file,
            title=None,
            outlet=None,
            byline=None,
            url=None,
            published=published,
            published_how="stated" if published else "unknown",
            copies=0,
        ),
    )


def asked(question: str) -> Understood:
    nobody = People((), lambda word: False, lambda asked: ())
    return understand(Question(question), question, nobody)


def test_different_numbers_of_different_articles_stand_side_by_side() -> None:
    (one,) = disagreements(
        asked("How many lives did the flood of 2029 cost?"),
        [
            cited(1, "The flood of 2029 cost more than 310 lives.", "new.txt"),
            cited(2, "Some 40 boats and at least 1,250 lives were lost in 2029.", "old.txt", None),
        ],
    )
    assert [side.citations for side in one.sides] == [(1,), (2,)]
    assert one.sides[0].text == "more than 310 lives (new.txt, published 5 April 2031)"
    assert one.sides[1].text == "at least 1,250 lives (old.txt, publication date unknown)"


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("How many died?", ("310 died.", "a"), ("1,250 died.", "a")),
        ("How many died?", ("310 died.", "a"), ("Some 310 died in 2029.", "b")),
        ("How many died?", ("1,250 died.", "a"), ("1250 died.", "b")),
        ("How many died?", ("310 died.", "a"), ("Many died in 2029.", "b")),
        ("When did they die?", ("They died in 2029.", "a"), ("It was in May 2029.", "b")),
        ("When did they die?", ("They died on May 2.", "a"), ("It was in May 2029.", "b")),
        ("Who spoke?", ("Pell denied that boats wait.", "a"), ("No boats wait.", "b")),
    ],
)
def test_what_is_no_disagreement(
    question: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert disagreements(asked(question), [cited(1, *first), cited(2, *second)]) == ()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("It is to open in August 2025.", "It opens in the spring of 2026.", "spring of 2026"),
        ("It opened on 3 May.", "It opened on May 4, 2031.", "May 4, 2031"),
        ("It opened in 2029.", "It opened in 2030.", "2030"),
    ],
)
def test_different_dates_stand_side_by_side(first: str, second: str, told: str) -> None:
    (one,) = disagreements(
        asked("When did it open?"), [cited(1, first, "a"), cited(2, second, "b")]
    )
    assert one.sides[1].text == f"{told} (b, published 5 April 2031)"


def test_a_denial_stands_beside_what_somebody_else_says() -> None:
    def said(n: int, quote: str, name: str) -> Citation:
        speaker = CitedSpeaker(name=name, as_written=name, how="stated")
        return replace(cited(n, quote, "a"), speaker=speaker)

    denial = said(1, "Pell denied that the guild had blocked the gates.", "Bruno Pell")
    charge = said(2, "The guild blocked the gates for a week, the mayor said.", "Tilda Aldous")
    (one,) = disagreements(asked("Who spoke about the gates?"), [denial, charge])
    assert [side.citations for side in one.sides] == [(1,), (2,)]
    assert one.sides[0].text.startswith("Bruno Pell: Pell denied that")
    own = said(2, "The guild blocked the gates for a week, he said.", "Bruno Pell")
    assert disagreements(asked("Who spoke about the gates?"), [denial, own]) == ()
