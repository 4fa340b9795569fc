"""Where or on what occasion something was said, where the sentence names it."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements


def occasions(text: str) -> list[str | None]:
    region = Region(Voice.NARRATION, 0, len(text))
    return [one.occasion_in(text) for one in find_statements(text, [region], Fact())]


NAMED = [
    (
        "Ada Lind said in an interview with local television that the harbour was closed.",
        "in an interview with local television",
    ),
    (
        "“It is closed,” Ada Lind said at a press conference in Larkby on Friday.",
        "at a press conference in Larkby",
    ),
    ("In a tweet on Monday, Ada Lind wrote that the harbour was closed.", "In a tweet"),
    ("“It is closed,” Lind wrote on Telegram.", "on Telegram"),
    ("Speaking in Larkby, Ada Lind said the harbour was closed.", "in Larkby"),
    ("Ada Lind, speaking at a rally in Larkby, said it was closed.", "at a rally in Larkby"),
    ("Ada Lind told parliament that the harbour was closed.", "told parliament"),
    (
        "Ada Lind told a news conference in Larkby on Tuesday: “It is closed.”",
        "told a news conference in Larkby",
    ),
    ("“It is closed,” Lind told reporters at the Port Assembly.", "at the Port Assembly"),
    ("“It is closed,” said Ada Lind in a statement released on Friday.", "in a statement"),
    (
        "“It is closed,” said Otto Hass, the mayor of Larkby, in a letter to members.",
        "in a letter to members",
    ),
    ("Addressing parliament on Friday, Otto Hass said it was closed.", "Addressing parliament"),
    ("“It is closed,” Otto Hass said by phone from Larkby.", "by phone"),
    ("Otto Hass said at Tuesday’s meeting that it was closed.", "at Tuesday’s meeting"),
    ("In an interview broadcast on Sunday by Harbour Radio, Hass said it was.", "In an interview"),
    ("Otto Hass said in the House of Captains that it was closed.", "in the House of Captains"),
    ("“It is closed,” Lind told a crowd in Larkby, as it rained.", "in Larkby"),
    ("Ada Lind called it “absurd” in an interview with The Gull.", "in an interview with The Gull"),
    ("Ada Lind said in a statement the harbour was closed.", "in a statement"),
]


@pytest.mark.parametrize(("text", "occasion"), NAMED)
def test_the_occasion_is_read_from_the_attribution_s_own_clause(text: str, occasion: str) -> None:
    assert occasions(text)[0] == occasion


NOT_NAMED = [
    "Ada Lind said in French that it was closed.",
    "Ada Lind said in January that it was closed.",
    "Ada Lind said on Friday that it was closed.",
    "Ada Lind said in part that it was closed.",
    "Ada Lind said the harbour in Larkby was closed.",
    "Ada Lind told Otto Hass that it was closed.",
    "Otto Hass said before the election that it was closed.",
    "Otto Hass, who lives in Larkby, said it was closed.",
    "Otto Hass said Lind had promised in a statement to open it.",
    "“It is closed,” said Otto Hass, a reader in the school of pilots at Larkby.",
    "On Harbour Dues, both captains oppose a higher rate.",
    "Lind urged Congress to pass a measure on harbours.",
]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_day_a_language_or_what_was_said_is_no_occasion(text: str) -> None:
    assert set(occasions(text)) <= {None}
