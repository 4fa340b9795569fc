"""Verdicts, timelines, comparisons, questions back and further questions, from a real archive."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, Question, open_archive
from rag.adapters.settings import Settings
from rag.values.question import Turn
from rag.wiring.ingesting import ingest

SPRING = """Quennell Weir to close for the summer

By Runa Selk

April 5, 2031

The weir at Quennell will close on June 1, the harbour board decided on Friday.

“The weir is not a toy,” Odile Maren, the harbour minister, said. “The toll will stay at 4 crowns.”

Bruno Pell, who speaks for the millers' guild, called the toll “a tax on bread.”

Pell denied that the guild had blocked the gates of the weir.

Tilda Aldous, the mayor of Orrin, said that the guild had blocked the gates of the weir for a week.

The new lock is to have 12 gates. It will open in May 2032, the board said.

The toll was first raised in 2019.
"""

AUTUMN = """Toll at Quennell goes up after all

By Runa Selk

October 12, 2031

The toll at Quennell rises to 6 crowns, the harbour board said on Friday.

“Nobody likes the toll, and I like it least,” the harbour minister, Odile Maren, said.

Kerstin Aldous, who leads the fishers of Orrin, called the toll “robbery by daylight.”

The new lock will have 10 gates, the board said. It will open in March 2033.

The strike of the lock keepers lasted 17 days.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "spring.txt").write_text(SPRING, "utf-8")
    Path(pages / "autumn.txt").write_text(AUTUMN, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Did Maren say that the toll will stay at 4 crowns?", "Yes."),
        ("Did Maren say anything about the toll?", "Yes."),
        ("Did Maren say the weir is a toy?", "No. Odile Maren is on record as saying otherwise"),
        ("Did Pell say that the guild had blocked the gates?", "No. On record is that Bruno Pell"),
        ("Did Pell deny that the guild had blocked the gates?", "Yes."),
        ("Did Maren say that the toll will stay at 9 crowns?", "Nothing of that is on record"),
    ],
)
def test_whether_somebody_said_it_opens_with_a_verdict(
    archive: Archive, question: str, opening: str
) -> None:
    assert archive.ask(question).text.startswith(opening)


def test_a_timeline_goes_by_date_one_line_each(archive: Archive) -> None:
    answer = archive.ask("How did Maren's position on the toll change?")
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert [line[2:12] for line in lines] == ["2031-04-05", "2031-10-12"]
    assert [one.n for one in answer.citations] == [1, 2]


def test_a_comparison_groups_by_speaker_and_says_who_is_silent(archive: Archive) -> None:
    text = archive.ask("Compare what Maren and Pell said about the toll").text
    assert (
        text.index("**Odile Maren**:") < text.index("Nobody likes") < text.index("**Bruno Pell**:")
    )
    assert text.index("**Bruno Pell**:") < text.index("a tax on bread")
    full = archive.ask("Compare what Bruno Pell and Odile Maren said about the toll").text
    assert full.index("**Bruno Pell**:") < full.index("**Odile Maren**:")
    absent = archive.ask("Compare what Maren and Vostrik said about the toll").text
    assert absent.endswith("Nothing about this is on record as said by Vostrik.")
    text = archive.ask("Compare what Maren and Pell said about flour").text
    assert "none about flour" in text or "on record as said by" in text


def test_a_list_names_everybody_who_spoke_of_it(archive: Archive) -> None:
    text = archive.ask("Who commented on the toll?").text
    assert all(f"- **{name}**" in text for name in ("Odile Maren", "Bruno Pell", "Kerstin Aldous"))


def test_a_surname_of_two_people_is_asked_back_and_each_choice_is_answered(
    archive: Archive,
) -> None:
    answer = archive.ask("What did Aldous say?")
    assert answer.abstention
    assert answer.abstention.reason.startswith("Which one do you mean:")
    assert len(answer.related_questions) == 2
    for question in answer.related_questions:
        assert archive.ask(question).status == "answered"


def test_a_surname_is_taken_to_mean_the_only_one_who_spoke_of_it(archive: Archive) -> None:
    answer = archive.ask("What did Aldous say about the toll?")
    assert answer.text.startswith("Taken to mean Kerstin Aldous")
    assert {one.speaker.name for one in answer.citations if one.speaker} == {"Kerstin Aldous"}


def test_a_namesakes_words_are_never_given_to_somebody(archive: Archive) -> None:
    answer = archive.ask("What did Tilda Aldous say about robbery?")
    assert answer.status == "abstained"


def test_an_ambiguous_pronoun_is_asked_back(archive: Archive) -> None:
    before = Turn("Compare what Odile Maren and Bruno Pell said about the toll", "")
    answer = archive.ask(Question("What did he say about the gates?", (before,)))
    assert answer.abstention
    assert answer.abstention.reason == "Which one do you mean: Odile Maren or Bruno Pell?"
    assert answer.related_questions[1] == "What did Bruno Pell say about the gates?"


@pytest.mark.parametrize(
    "question",
    [
        "What did Maren say about the toll?",
        "What did Pell say about the weir?",
        "Who commented on the toll?",
        "What did Maren say about herrings?",
        "How long did the strike last?",
    ],
)
def test_every_further_question_has_an_answer(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert len(answer.related_questions) <= 4
    for further in answer.related_questions:
        assert archive.ask(further).status == "answered", further


def test_others_on_the_topic_are_offered(archive: Archive) -> None:
    related = archive.ask("What did Maren say about the toll?").related_questions
    assert "What did Bruno Pell say about the toll?" in related
    assert any(one.startswith("Compare what Odile Maren and") for one in related)


def test_asked_when_somebody_spoke_each_quote_stands_with_its_date(archive: Archive) -> None:
    text = archive.ask(Question("When did Maren speak about the toll?")).text
    assert "- 2031-04-05: **Odile Maren**" in text
    assert "- 2031-10-12: **Odile Maren**" in text


@pytest.mark.parametrize("asked", ["odile maren", "Quotes by Odile Maren"])
def test_a_bare_name_asks_what_its_bearer_said(archive: Archive, asked: str) -> None:
    text = archive.ask(asked).text
    assert text.startswith("What Odile Maren is on record as saying:")
    assert "The toll will stay" in text
