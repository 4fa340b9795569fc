"""Who speaks for a state, a ministry or a company, and what verbs ask for."""

from collections.abc import Iterator

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest

TALKS = """Lund ready to host talks on the Quennell dam

By Runa Selk

March 3, 2031

Peru is ready to host talks on the Quennell dam, the Peruvian Foreign Ministry said on Monday.

“We will lend Chile every pump that the Quennell dam needs,” the ministry said in a statement.

Lima further claimed that Peruvian engineers only opened the lower gates of the dam.

Harrow Mill spokeswoman Ida Brandt said the guild was trying to “poison the well” between the \
mill and its millers.

Chilean Prime Minister Tomas Reyes dismissed claims from Mayor Bo Vane on Friday that the mill was \
“drowning” the lower town.

Reyes threatened to close the Quennell dam to all boats. He also said that the dam is old.

Reyes invited the mayors of both banks to Valparaiso for talks “on any day they like.”

“Reyes was told of the drought,” Reyes said of the engineers of the river. “They chose to sleep.”
"""

DRILLS = """Vane calls off river drills

By Runa Selk

March 9, 2031

Mayor Bo Vane said that Orrin will not host the Quennell navy drills this year.

Critics of the mayor met at the town hall on the same evening and ate soup.

Vane told the council that holding the drills in the harbour would be “a gift to the moles.”

Rain that fell all through May cost 300 lives, and the flood of 2030 came with it. \
As a result, Lund sent 2,000 guards to the river.

A fire at the lower barracks began on Sunday and was out by noon.

Warden Ida Holt said that Lund had told the guild of the storm.

Bishop Otto Kral said that Lund had not told the guild of the closure.

Kral voiced criticism towards Skarv for its silence.

The boat fire was told of by the river wardens. The boat fire happened near the weir of Skarv.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("bodies")
    (folder / "talks.txt").write_text(TALKS)
    (folder / "drills.txt").write_text(DRILLS)
    settings = Settings(archive=folder / "archive")
    list(ingest(sorted(folder.glob("*.txt")), settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


ANSWERED = [
    ("What did Peru promise Chile?", "every pump", "Peruvian Foreign Ministry"),
    ("What did Peru say about the gates?", "only opened the lower gates", "Lima"),
    ("What did Lima say about pumps?", "every pump", "Peruvian Foreign Ministry"),
    ("What did Harrow Mill say about the guild?", "poison the well", "Ida Brandt"),
    ("Who accused the guild of poisoning the well of the millers?", "poison", "Ida Brandt"),
    ("What did Chile's leader say about boats?", "close the Quennell dam", "Tomas Reyes"),
    ("What did Reyes threaten?", "close the Quennell dam", "Tomas Reyes"),
    ("What offer did Reyes make to the mayors of both banks?", "on any day", "Tomas Reyes"),
    ("What did Vane claim about the mill?", "drowning", None),
    ("What did Vane say about the navy drills?", "a gift to the moles", "Bo Vane"),
    ("Which words did Vane use to describe the drills?", "a gift to the moles", "Bo Vane"),
    ("How many guards did Lund send after the 2030 flood?", "2,000 guards", None),
    ("Vane on the future of the navy drills", "will not host", "Bo Vane"),
    ("Who criticised Skarv?", "for its silence", "Otto Kral"),
    ("whats vane say about the drills", "will not host", "Bo Vane"),
]


@pytest.mark.parametrize(("question", "words", "speaker"), ANSWERED)
def test_the_words_that_were_asked_for_are_cited(
    archive: Archive, question: str, words: str, speaker: str | None
) -> None:
    answer = archive.ask(question)
    holding = [one for one in answer.citations if words in one.quote]
    assert holding, (question, [one.quote for one in answer.citations])
    assert {one.speaker.name if one.speaker else None for one in holding} == {speaker}


def test_a_threat_is_not_all_that_was_said(archive: Archive) -> None:
    quotes = [one.quote for one in archive.ask("What did Reyes threaten?").citations]
    assert len(quotes) == 1


def test_who_denied_it_is_not_who_said_it(archive: Archive) -> None:
    cited = archive.ask("Who said Lund had not told the guild?").citations
    assert [one.speaker.name for one in cited if one.speaker] == ["Otto Kral"]


@pytest.mark.parametrize(
    "question",
    [
        "Did Reyes apologize to the mayors?",
        "How many people died in the barracks fire?",
        "How many soldiers died in 2030?",
        "What did the mill's president say about the guild?",
        "What did Reyes say about Peru?",
    ],
)
def test_what_nobody_says_is_not_answered(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert answer.status == "abstained", answer.text
