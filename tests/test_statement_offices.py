"""Names behind offices, origins and places, and whom a pronoun behind them means."""

import pytest

from ingest import Fact, Region, Statement, Voice
from ingest.statements import find_statements


def _found(text: str) -> tuple[Statement, ...]:
    return find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())


NAMED = [
    # the article, then the name of its last statement's speaker
    ("The Minister of Labour, Kofi Marlow, says that it rained.", "Kofi Marlow"),
    ("The Envoy of Ruritania, H.E. Lucan Parvel, says that it rained.", "Lucan Parvel"),
    ("The Minister of Labour says that it rained.", None),
    ("The mediator, former Strelish minister Elna Korpel, said that it rained.", "Elna Korpel"),
    ("Its agent for Orrin, the Strelish diplomat Paul Pinter, said that it rained.", "Paul Pinter"),
    ("U.S. Attorney for the District of Norland Joshua Lund said that it rained.", "Joshua Lund"),
    ("Chief Medical Officer for Health Ivko Marsh said that it rained.", "Ivko Marsh"),
    ("Judge Neil Vane QC sat. Judge Vane said that it rained.", "Neil Vane QC"),
    ("The opposition politician Artak Zorn was away; on Monday he wrote that it rained.",
     "Artak Zorn"),
    ("In the port, fishmonger Peter Madrin swept glass. He said that it rained.", "Peter Madrin"),
    ("Analyst Robert Venn of Merl Stores in Orrin cut his rating. He said that it rained.",
     "Robert Venn"),
    ("Mina Pavel, whose son Oskar died, said it was late. “It rained,” she said.", "Mina Pavel"),
    ("Bo Hass, head of Pier AI, spoke. Mayor Tom Vane praised Pier AI. “It rained,” he said.",
     "Tom Vane"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_name_is_the_speakers_without_office_or_place(text: str, name: str | None) -> None:
    speaker = _found(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Gorin claimed that it was open. Bondal laughed. “It was shut,” he said.",
        "The mayor of Orrin, Norland, said that it was open. “It was shut,” he said.",
    ],
)
def test_nobody_is_guessed_where_another_acts_between(text: str) -> None:
    speaker = _found(text)[-1].speaker
    assert speaker is None or speaker.name is None
