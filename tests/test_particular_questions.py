"""Questions for a thing, a day, an author, an outlet or a side, asked of a few invented pages."""

from collections.abc import Iterator

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.steps.choosing.authors import asked_author
from rag.steps.choosing.defined import thing_meant
from rag.steps.question.form import form_of
from rag.wiring.ingesting import ingest

CUT = """Millers ask the canal board for bread coupons

By Runa Selk

The Orrin Courier

April 5, 2031

The Harrow Cut was crowded on Friday.

The canal board has shut the Harrow Cut, the sole canal to the sea, said the Orrin Courier.

The port has been under siege by the barge owners since March 12.

Bread coupons will be handed out in Orrin from Monday, the board said.

On April 2, a barge sank at the lower gate.

Bakers of the town closed their shops as of 2 April for want of flour.

A barge burnt on April 21.
"""

RIVALS = """Lund and Maren at odds over the toll

By Hanna Oster

May 9, 2031

Harbour chief Odile Maren said that the toll was fair.

Barge owner Tove Lund said that the toll would starve the millers.

Lund criticised Maren for the delay of the ferry.

Corvin Dale dismissed claims from his neighbour Bruno Pell that the mill was leaking.

“The toll is not safe from review,” Maren said.
"""

REGATTA = """Brandt pulls out of the Orrin regatta

By Hanna Oster

May 12, 2031

Pilot Ivo Brandt has withdrawn his boat from the Orrin regatta in protest at the toll.

The regatta began on May 2. The last regatta, in 2029, lasted nine days.

The lock will stay shut until June 3.

Brandt dismissed a ruling of the river court on Friday.

It passed by eleven votes to two.

“When they sat down, nobody asked the boats,” Brandt told the harbour radio.

An inquiry led by Sela Quist found no leak.

The Weir House, also known as the Grey Step, was sold. Maren called Lund a fool.

© 2031 Tide Table. All rights reserved.
"""

STEP = """Bakers move

By Hanna Oster

June 2, 2031

Nine bakers work at the Grey Step.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("particular")
    (folder / "cut.txt").write_text(CUT)
    (folder / "rivals.txt").write_text(RIVALS)
    (folder / "regatta.txt").write_text(REGATTA)
    (folder / "step.txt").write_text(STEP)
    settings = Settings(archive=folder / "archive")
    list(ingest(sorted(folder.glob("*.txt")), settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


def quotes(archive: Archive, question: str) -> list[str]:
    return [one.quote for one in archive.ask(question).citations]


def test_a_thing_is_what_an_apposition_says_it_is(archive: Archive) -> None:
    found = quotes(archive, "What is the Harrow Cut?")
    assert len(found) == 1
    assert "the sole canal to the sea" in found[0]


def test_a_day_brings_all_that_is_told_of_it_and_of_no_other(archive: Archive) -> None:
    found = " ".join(quotes(archive, "What happened on April 2?"))
    assert "barge sank" in found
    assert "closed their shops" in found
    assert "burnt" not in found


def test_what_has_lasted_since_a_day_began_on_it(archive: Archive) -> None:
    assert "since March 12" in " ".join(quotes(archive, "When did the siege start?"))


def test_an_article_was_written_by_its_byline(archive: Archive) -> None:
    found = quotes(archive, "Who wrote the article about bread coupons?")
    assert len(found) == 1
    assert "Runa Selk" in found[0]
    assert not quotes(archive, "Who wrote the article about comets?")


def test_an_outlet_tells_what_its_own_articles_tell(archive: Archive) -> None:
    answer = archive.ask("What does the Tide Table say about the lock?")
    assert "stay shut until June 3" in " ".join(one.quote for one in answer.citations)
    assert {one.article.outlet for one in answer.citations} == {"Tide Table"}
    assert not quotes(archive, "What does the Tide Table say about bread coupons?")


def test_a_side_is_answered_by_whoever_takes_it_in_plain_words(archive: Archive) -> None:
    answer = archive.ask("Who criticised Maren?")
    assert [one.speaker.name for one in answer.citations if one.speaker] == ["Tove Lund"]
    assert "dismissed claims" in " ".join(quotes(archive, "Who criticised Bruno Pell?"))


def test_where_nobody_takes_a_side_what_is_said_of_them_comes_nearest(archive: Archive) -> None:
    answer = archive.ask("Who praised Maren?")
    assert answer.status == "abstained"
    assert answer.abstention
    assert "in plain words who praised Maren" in answer.abstention.reason


def test_positions_differ_on_the_topic_asked_about(archive: Archive) -> None:
    answer = archive.ask("How did Maren's and Lund's positions on the toll differ?")
    assert "about the toll" in answer.text
    assert "delay of the ferry" not in answer.text
    assert {one.speaker.name for one in answer.citations if one.speaker} == {
        "Odile Maren",
        "Tove Lund",
    }


def test_yes_or_no_by_somebodys_account_is_asked_of_them(archive: Archive) -> None:
    answer = archive.ask("Is the toll fair, according to Maren?")
    assert answer.text.startswith("Yes.")


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is the Harrow Cut?", "Harrow Cut"),
        ("What's a rolling lockout?", "rolling lockout"),
        ("What is the Bank of Orrin?", "Bank of Orrin"),
        ("What is the Harrow canal?", "Harrow canal"),
        ("What is the toll?", None),
        ("What is Maren's view of the toll?", None),
    ],
)
def test_a_thing_is_asked_for_by_its_name_or_as_one_of_its_kind(
    question: str, thing: str | None
) -> None:
    assert thing_meant(question) == thing


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Who wrote the article about the lock?", "the lock"),
        ("Who is the author of the story on bread?", "bread"),
        ("Who wrote to the board?", None),
        ("Who reported the leak?", None),
    ],
)
def test_an_author_is_asked_for_only_of_an_article(question: str, about: str | None) -> None:
    assert asked_author(question) == about


def test_an_about_typed_in_haste_is_one() -> None:
    assert form_of("what did maren say abot the weir").topic == "the weir"
    assert form_of("what did maren say that abbots drink").topic == "abbots drink"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long will the lock stay shut?", "until June 3"),
        ("Why did Brandt withdraw his boat?", "in protest at the toll"),
        ("How many bakers work at the Weir House?", "Nine bakers"),
        ("Who led the inquiry?", "led by Sela Quist"),
        ("When did the regatta start?", "regatta began on May 2"),
        ("What did Brandt say about the ruling?", "nobody asked the boats"),
    ],
)
def test_the_sentence_that_tells_the_act_answers(
    archive: Archive, question: str, words: str
) -> None:
    assert words in " ".join(quotes(archive, question))
