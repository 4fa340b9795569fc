"""Said-on: what the sentence tells, and what the date of publication lets one infer."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

PUBLISHED = Fact("2023-01-12T08:00", "stated")  # a Thursday

ROWS = [
    ("Ada Lind said on January 10, 2023 that it rained.", "2023-01-10", "stated"),
    ("Ada Lind said on January 10 that it rained.", "2023-01-10", "inferred"),
    ("Ada Lind said on 30 December that it rained.", "2022-12-30", "inferred"),
    ("Ada Lind said on Tuesday that it rained.", "2023-01-10", "inferred"),
    ("Ada Lind said Thursday that it rained.", "2023-01-12", "inferred"),
    ("Ada Lind said yesterday that it rained.", "2023-01-11", "inferred"),
    ("Ada Lind criticized the plan during a January 10 briefing.", "2023-01-10", "inferred"),
    ("Ada Lind said in March 2021 that it rained.", "2021-03", "stated"),
    ("Ada Lind said in 2019 that it rained.", "2019", "stated"),
    ("In March, Ada Lind said that it rained.", "2022-03", "inferred"),
    ("Ada Lind, elected in March, said that it rained.", None, "unknown"),
    ("Ada Lind said that it rained on Tuesday.", None, "unknown"),
    ("Ada Lind said on January 99 that it rained.", None, "unknown"),
    ("Ada Lind said that it rained.", None, "unknown"),
]


@pytest.mark.parametrize(("text", "value", "how"), ROWS, ids=[row[0] for row in ROWS])
def test_said_on(text: str, value: str | None, how: str) -> None:
    (statement,) = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), PUBLISHED)
    assert (statement.said_on.value, statement.said_on.how) == (value, how)
    if statement.said_on.evidence is not None:
        assert statement.said_on.evidence.of(text)


@pytest.mark.parametrize("words", ["Tuesday", "yesterday", "January 10", "March"])
def test_without_a_date_of_publication_the_words_are_kept_as_evidence(words: str) -> None:
    text = f"Ada Lind said {'in' if words == 'March' else 'on'} {words} that it rained."
    (statement,) = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert (statement.said_on.value, statement.said_on.how) == (None, "unknown")
    assert statement.said_on.evidence is not None
    assert statement.said_on.evidence.of(text) == words
