"""Words that several people say together: one statement for each, over the same spans."""

import pytest

from ingest import Article, Fact, Region, Statement, Voice
from ingest.statements import find_statements


def found(text: str) -> tuple[Statement, ...]:
    start = 0
    regions = []
    for line in text.splitlines(keepends=True):
        regions.append(Region(Voice.NARRATION, start, start + len(line)))
        start += len(line)
    return find_statements(text, regions, Fact())


def names(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in found(text)]


TOGETHER = [
    ("“It is closed,” Ada Lind and Otto Hass said.", ["Ada Lind", "Otto Hass"]),
    ("“It is closed,” said Ada Lind and Otto Hass in a letter.", ["Ada Lind", "Otto Hass"]),
    ("Both Ada Lind and Otto Hass called it “a farce”.", ["Ada Lind", "Otto Hass"]),
    (
        "Minister Ada Lind and her deputy, Otto Hass, said that it was closed.",
        ["Ada Lind", "Otto Hass"],
    ),
    (
        "Mayors Ada Lind of Larkby and Otto Hass of Norby said that it was closed.",
        ["Ada Lind", "Otto Hass"],
    ),
    (
        "Ada Lind, Otto Hass and Mina Ferro said that it was closed.",
        ["Ada Lind", "Otto Hass", "Mina Ferro"],
    ),
    (
        "The two pilots, Ada Lind and Otto Hass, said that it was closed.",
        ["Ada Lind", "Otto Hass"],
    ),
    (
        "Ada Lind, the mayor, and Otto Hass, her deputy, said that it was closed.",
        ["Ada Lind", "Otto Hass"],
    ),
    (
        "The Harbour Ministry and the Port Authority said that it was closed.",
        ["Harbour Ministry", "Port Authority"],
    ),
    ("Ada Lind and others said that it was closed.", ["Ada Lind"]),
    ("Ada Lind and her husband said that it was closed.", ["Ada Lind"]),
]


@pytest.mark.parametrize(("text", "speakers"), TOGETHER)
def test_each_of_several_speakers_has_a_statement(text: str, speakers: list[str]) -> None:
    statements = found(text)
    assert [one.speaker.name for one in statements if one.speaker] == speakers
    assert len({(one.content, one.source, one.cue) for one in statements}) == 1


ONE = [
    ("Ada Lind, chair of the Board of Ports and Piers, said it was closed.", "Ada Lind"),
    ("Ada Lind, a mother of two and a member of the Pilots’ Club, said it was closed.", "Ada Lind"),
    ("Ada Lind, a lawyer for Otto Hass and Mina Ferro, said it was closed.", "Ada Lind"),
    ("Former mayor and party chair Ada Lind said it was closed.", "Ada Lind"),
    ("Otto Hass met Ada Lind and Mina Ferro said it was closed.", "Mina Ferro"),
    ("Ada Lind or Otto Hass said it was closed.", None),
    ("A lawyer for Ada Lind and Otto Hass said it was closed.", None),
    ("Larkby and Norby said it was closed.", None),
]


@pytest.mark.parametrize(("text", "speaker"), ONE)
def test_and_inside_a_title_or_description_joins_no_speakers(
    text: str, speaker: str | None
) -> None:
    assert names(text) == [speaker]


@pytest.mark.parametrize("nobody", ["Neither Ada Lind nor Otto Hass", "Nobody", "None of them"])
def test_what_nobody_said_is_no_statement(nobody: str) -> None:
    assert names(f"{nobody} said that the harbour was closed.") == []


def test_the_quotation_that_follows_belongs_to_both() -> None:
    text = "“It is closed,” Ada Lind and Otto Hass said.\n“It will open,” both added."
    assert names(text) == ["Ada Lind", "Otto Hass", "Ada Lind", "Otto Hass"]
    joined = found("“It is closed,” Ada Lind and Otto Hass said. “It will open.”")
    assert [len(one.content) for one in joined] == [2, 2]


def test_neither_of_two_speakers_is_meant_by_he_alone() -> None:
    text = "“It is closed,” Otto Hass and Karl Ferro said.\n“It will open,” he added."
    assert names(text)[2] is None


def test_an_article_tells_who_spoke_beside_whom() -> None:
    text = "“It is closed,” Ada Lind and Otto Hass said. “No,” said Mina Ferro."
    statements = found(text)
    article = Article(
        id="a", sha256="", file="a.txt", path="a.txt", text=text, title=Fact(), outlet=Fact(),
        byline=Fact(), published=Fact(), url=None, language="en", regions=(),
        statements=statements,
    )  # fmt: skip
    assert [len(article.sharing(one)) for one in statements] == [2, 2, 1]
