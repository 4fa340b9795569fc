"""Verbs and phrases beside which a speaker is found, or none is meant."""

import pytest

from ingest import Fact, Region, Statement, Voice
from ingest.statements import find_statements


def _found(text: str) -> tuple[Statement, ...]:
    return find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())


SPOKEN = [
    # the article, then the name of its last statement's speaker
    ("Mr. Vane last week said that it rained.", "Vane"),
    ("Norstoff's head of supply, Benno Hass, denied the leak: “It is dry.”", "Benno Hass"),
    ("Prices rise, Ada Lind said yesterday, adding that it rained.", "Ada Lind"),
    (
        "Lind's lawyer, Vera Pold, told the court that it rained and was not according to rules.",
        "Vera Pold",
    ),
    ("“It rained,” the director, Dr Nadir Farr, said by telephone.", "Nadir Farr"),
    ("The head of the guild, Ivo Marsh, reckons that it rained.", "Ivo Marsh"),
    ("Prosecutor Mina Holm submitted that it rained.", "Mina Holm"),
]


@pytest.mark.parametrize(("text", "name"), SPOKEN)
def test_the_speaker_beside_the_verb_is_found(text: str, name: str) -> None:
    speaker = _found(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_the_champions_of_a_country_are_no_verb() -> None:
    text = "Asked if he would join the Ruritanian champions in May, she said no offer had come."
    assert [one.content[0].of(text) for one in _found(text)] == ["no offer had come"]
