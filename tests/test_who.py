"""Who somebody is, who asked them, and the names that pages leave out or spell otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import Voice
from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.steps.question.places import places_in
from rag.steps.question.who import heard_by, person_meant
from rag.steps.words import content_words, topic_stems
from rag.values.question import Filters, Question, Turn
from rag.wiring.ingesting import ingest

LOCK = """Engineers find cracks in the Quennell lock

By Runa Selk

April 5, 2031

“The lower gate will hold for a year,” said Tilda Marsh, chief engineer of the Orrin canal board.

Asked about the cracks, Harbour Minister Odile Maren told the Orrin Courier on Friday that the \
board had known of them since March.

“Marsh is a prophet of doom,” Maren said.

The board's lawyers, Ivo Brandt and Sela Quist, said they were “stunned by the sum.”

Bruno Pell praised the wardens.

At a dinner with the dredgers, Odile Maren said that the toll of the bridge would rise. The toll \
had angered the ferrymen, Maren said. Tove Lind of the barge owners' club said that the toll was a \
trick.

Maren sent a letter to the chairman of the Orrin barge owners, Tove Lind.

Corvin Dale of the millers' guild said that the guild would pay for the gate.

During her first in-person visit since the Flood War, Aldous blamed the board. The letter went to \
board Director-General Kerstin Aldous.

Barge pilot Jonas Rill, who was asleep, woke at noon. “Rill is a fool,” said Pell.

When will the lock be mended?

It is not clear.

The board meets again in June.

The canal board opened the lock for US barges in May.
"""

TROOPS = """Turkey sends divers to the Quennell

By Runa Selk

May 9, 2031

Turkey sent 40 divers to the lock on Thursday, the board said.

In an interview with the Tide Table's Hanna Oster, Odile Maren said that the divers were welcome.

Tilda Marsh was born in Orrin. Marsh was taught by monks until 2009.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "lock.txt").write_text(LOCK, "utf-8")
    Path(pages / "troops.txt").write_text(TROOPS, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


def quotes(archive: Archive, question: str | Question) -> str:
    return " ".join(one.quote for one in archive.ask(question).citations)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who is Tilda Marsh?", "chief engineer of the Orrin canal board"),
        ("who is tilda marsh", "chief engineer"),
        ("Who's Odile Maren?", "Harbour Minister Odile Maren"),
        ("Who is Kerstin Aldous?", "Director-General"),
        ("Who is Aldous?", "Director-General"),
        ("Who is Tove Lind?", "chairman of the Orrin barge owners"),
        ("who is rill", "Barge pilot Jonas Rill"),
        ("Who is the director-general of the board?", "Kerstin Aldous"),
        ("When will the lock be mended?", "It is not clear. The board meets again"),
        ("marsh gate", "lower gate will hold"),
        ("maren on the divers", "divers were welcome"),
        ("What did Maren say about the carcks?", "known of them since March"),
        ("When was Tilda Marsh taught by monks?", "until 2009"),
        ("Who are the board's lawyers?", "Ivo Brandt"),
        ("What did the board's lawyers say?", "stunned by the sum"),
        ("What did Corvin Dale of the millers' guild say?", "pay for the gate"),
        ("Who did Maren tell about the cracks?", "told the Orrin Courier"),
        ("Who interviewed Odile Maren?", "Hanna Oster"),
        ("How many divers did Türkiye send?", "40 divers"),
        ("Until when was Tilda Marsh taught by monks?", "until 2009"),
    ],
)
def test_people_are_found_by_what_the_pages_call_them(
    archive: Archive, question: str, words: str
) -> None:
    assert words in quotes(archive, question)


def test_an_insult_is_no_description_and_a_bare_name_leaves_the_question_open(
    archive: Archive,
) -> None:
    assert "prophet" not in quotes(archive, "Who is Marsh?")
    assert "fool" not in quotes(archive, "Who is Rill?")
    assert "War" not in quotes(archive, "Who is Aldous?")
    answer = archive.ask("Who is Bruno Pell?")
    assert answer.abstention is not None
    assert "who Bruno Pell is" in answer.abstention.reason
    assert [one.quote for one in answer.abstention.nearest] == ["Bruno Pell praised the wardens."]


@pytest.mark.parametrize("group", ["dredgers", "ferrymen", "barge owners"])
def test_nobody_speaks_who_only_stands_before_a_speaker(archive: Archive, group: str) -> None:
    answer = archive.ask(f"What did the {group} say about the toll?")
    assert [one.quote for one in answer.citations] == []


@pytest.mark.parametrize("voice", [Voice.HEADLINE, Voice.CAPTION])
def test_who_somebody_is_is_told_in_the_voice_asked_for(archive: Archive, voice: Voice) -> None:
    asked = Question("Who is Tilda Marsh?", filters=Filters(voice=voice))
    assert archive.ask(asked).status == "abstained"


def test_who_asked_him_is_asked_of_whom_the_conversation_is_about(archive: Archive) -> None:
    before = "What did Maren say about the cracks?"
    turn = Turn(before, archive.ask(before).text)
    answer = archive.ask(Question("And who did she tell that?", (turn,)))
    assert answer.standalone_question == "Who did Maren tell about the cracks?"
    assert "Orrin Courier" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is Ann Lee?", "Ann Lee"),
        ("and who was Jan van der Lee", "Jan van der Lee"),
        ("Who is the mayor of Orrin?", None),
        ("Who is responsible for the gate?", None),
        ("Who is Mayor?", None),
        ("Who said that Ann Lee left?", None),
    ],
)
def test_a_name_is_asked_for_and_not_an_office(question: str, name: str | None) -> None:
    assert person_meant(question, lambda text: False) == name


@pytest.mark.parametrize(
    ("question", "heard"),
    [
        ("Who asked Ann Lee about the gate?", ("Ann Lee", "the gate")),
        ("Whom did Ann Lee tell?", ("Ann Lee", "")),
        ("To whom did Ann Lee speak about the gate?", ("Ann Lee", "the gate")),
        ("Who told Ann Lee?", None),
    ],
)
def test_who_heard_somebody_is_told_from_who_said_it(
    question: str, heard: tuple[str, str] | None
) -> None:
    assert heard_by(question) == heard


@pytest.mark.parametrize(
    ("text", "place", "other"),
    [
        ("Burma's ports", ("burma",), ("myanmar",)),
        ("the trams of Kiev", ("kiev",), ("kyiv",)),
        ("the U.S. economy", ("us",), ("united", "states")),
        ("ports of the Ivory Coast", ("ivory", "coast"), ("cote", "d'ivoire")),
        ("trade with Britain", ("britain",), ("united", "kingdom")),
    ],
)
def test_a_place_has_its_other_names(
    text: str, place: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert other in places_in(text)[place]


@pytest.mark.parametrize("text", ["let us pray", "WHO LEFT US HERE", "a mouse in the west"])
def test_words_that_are_no_place_have_none(text: str) -> None:
    assert ("us",) not in places_in(text) or text.isupper()
    assert ("west",) not in places_in(text)


def test_an_abbreviation_is_a_word_of_its_own_where_capitals_tell() -> None:
    assert "who" in content_words("The WHO and the mayor who left")
    assert "who" not in content_words("the mayor who left")
    assert "who" not in content_words("WHO LEFT US")
    assert "us" in topic_stems("the U.S. fleet")
