"""Who a source is, and how that is known."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

ROWS = [
    # the article, then name and how of its last statement's speaker
    ("Mayor Ada Lind said that it rained.", "Ada Lind", "stated"),
    ("Ada Lind, 61, came home. Lind said that it rained.", "Ada Lind", "resolved"),
    ("Mayor Ada Lind came home. She said that it rained.", "Ada Lind", "resolved"),
    ("Mayor Ada Lind met Bo Hass. She said that it rained.", "Ada Lind", "resolved"),
    ("Robert Hass met Linda Lind. He said that it rained.", "Robert Hass", "resolved"),
    ("Mayor Ada Lind came home. The mayor said that it rained.", "Ada Lind", "resolved"),
    ("Ada Lind, a lawyer, came. The lawyer said that it rained.", "Ada Lind", "resolved"),
    (
        "The Ruritanian Foreign Ministry met. The ministry said that it rained.",
        "Ruritanian Foreign Ministry",
        "resolved",
    ),
    ("The port authority of Strelsau said that it rained.", "port authority of Strelsau", "stated"),
    ("Officials said that it rained.", None, "unknown"),
    ("A spokesman said that it rained.", None, "unknown"),
    ("The plan failed. He said that it rained.", None, "unknown"),
    ("Secretary of State Ada B. Lind said that it rained.", "Ada B. Lind", "stated"),
    ("A spokesman for Ada Lind said that it rained.", None, "unknown"),
    ("The Ruritanian president, Ada Lind, came. She said that it rained.", "Ada Lind", "resolved"),
    ("Senators Ada Lind and Bo Hass came. Lind said that it rained.", "Ada Lind", "resolved"),
    ("Dr. Ada Lind of the University of Strelsau said that it rained.", "Ada Lind", "stated"),
    ('Mayor Ada "Addie" Lind said that it rained.', "Ada Lind", "stated"),
    ("The Bank of Strelsau said that it rained.", "Bank of Strelsau", "stated"),
    ("He thanked Ada Lind, who said that it rained.", "Ada Lind", "resolved"),
    ("He thanked those who said that it rained.", None, "unknown"),
    ("Councillor Ivo Marsh said that it rained.", "Ivo Marsh", "stated"),
    ("Surveyor Ivo Marsh said that it rained.", "Ivo Marsh", "stated"),
    ("Baker Rosalind Marsh said that it rained.", "Rosalind Marsh", "stated"),
    (
        "“It rained,” said baker Rosalind Marsh. She said it would again.",
        "Rosalind Marsh",
        "resolved",
    ),
    (
        "Ada Lind came. Lind's deputy, Anton Frisk, was glad. “It rained,” he said.",
        "Anton Frisk",
        "resolved",
    ),
    (
        "Lind's deputy, Anton Frisk, met Bo Hass. He said that it rained.",
        "Anton Frisk",
        "resolved",
    ),
    (
        "President Bo Hass won. Ada Lind left. The president rested. He said that it rained.",
        "Bo Hass",
        "resolved",
    ),
    (
        "President Bo Hass won. Tom Vane left. The president's roots mattered.\n"
        "He said that it rained.",
        "Bo Hass",
        "resolved",
    ),
    (
        "Mayor Ada Lind mourned Bo Hass, an unarmed young man. She said that it rained.",
        "Ada Lind",
        "resolved",
    ),
    ("Yun Sil Ka, who runs the port, came. She said that it rained.", "Yun Sil Ka", "resolved"),
    ("Ruritania's lawyers said that it rained.", "Ruritania's lawyers", "stated"),
    ("The day after a rally in Strelsau said that it rained.", None, "unknown"),
    ("Lind's new remarks suggested that it rained.", None, "unknown"),
    (
        "The Strelsau Port Council on Friday said that it rained.",
        "Strelsau Port Council",
        "stated",
    ),
]


@pytest.mark.parametrize(("text", "name", "how"), ROWS, ids=[row[0] for row in ROWS])
def test_speaker(text: str, name: str | None, how: str) -> None:
    statements = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    speaker = statements[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.how) == (name, how)


def test_a_headline_makes_no_name_of_its_verbs() -> None:
    headline, body = "Anna Vane Calls Carl Lind Home", "Carl Lind came. Lind said that it rained."
    text = f"{headline}\n{body}"
    regions = (
        Region(Voice.HEADLINE, 0, len(headline)),
        Region(Voice.NARRATION, len(headline), len(text)),
    )
    statements = find_statements(text, regions, Fact())
    assert [one.speaker.name for one in statements if one.speaker] == ["Anna Vane", "Carl Lind"]


def test_a_quotation_far_from_any_name_is_nobodys() -> None:
    text = (
        "Mayor Ada Lind opened the bridge on Monday.\n"
        "The old one had stood for ninety years.\n"
        "“Nobody who crossed it will ever forget how it swayed.”"
    )
    (statement,) = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert statement.speaker is None
    assert statement.source is None
