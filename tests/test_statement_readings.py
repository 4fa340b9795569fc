"""Whole sentences read to the end: every statement of a text with its speaker, and no other."""

from itertools import pairwise

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

Said = set[tuple[str | None, str]]
"""Speakers, none where nobody is known, with the words that they said."""


def said(text: str, *, headline: bool = False) -> Said:
    """Return what a text of one paragraph a line has people say; the first line may head it."""
    starts = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n"), len(text)]
    voices = [Voice.HEADLINE if headline and at == 0 else Voice.NARRATION for at in starts]
    regions = [Region(v, a, b) for v, (a, b) in zip(voices, pairwise(starts), strict=False)]
    found = find_statements(text, regions, Fact())
    return {
        (one.speaker.name if one.speaker else None, " … ".join(s.of(text) for s in one.content))
        for one in found
    }


SILENT = [
    "Mina Lund, the harbour minister, was asked about the vote and did not wish to comment.",
    "Mina Lund posted photos of herself with the crew of the ferry.",
    "Mina Lund did not want to speak of the ferry.",
]


@pytest.mark.parametrize("text", SILENT)
def test_who_keeps_silent_or_shows_pictures_says_nothing(text: str) -> None:
    assert said(text) == set()


def test_marks_spelt_as_entities_hold_a_quotation() -> None:
    text = "&quot;It sank,&quot; Mina Lund said. &quot;Nobody rang. I was asleep.&quot;"
    words = "&quot;It sank,&quot; … &quot;Nobody rang. I was asleep.&quot;"
    assert said(text) == {("Mina Lund", words)}


def test_who_plays_talk_down_speaks_of_it() -> None:
    text = "Mina Lund played down talk of a sale: there had been “a lunch.”"
    assert said(text) == {("Mina Lund", "talk of a sale: there had been “a lunch.”")}


ALIKE: list[tuple[str, Said]] = [
    (
        "Lund said it would sink, as Brook had warned.",
        {("Lund", "it would sink"), ("Brook", "it would sink")},
    ),
    (
        "The ferry would sink, Mina Lund said, as Bo Brook had predicted in the spring.",
        {("Mina Lund", "The ferry would sink"), ("Bo Brook", "The ferry would sink")},
    ),
    ("“It will sink,” Mina Lund said, as Bo Brook had warned.", {("Mina Lund", "“It will sink,”")}),
    ("Mina Lund said she would resign, as she had vowed.", {("Mina Lund", "she would resign")}),
    (
        "Mina Lund said the ferry would sink, as Bo Brook said it would.",
        {("Mina Lund", "the ferry would sink"), ("Bo Brook", "the ferry would sink")},
    ),
    ("The ferry will sink, as Bo Brook had warned.", {("Bo Brook", "The ferry will sink")}),
    (
        "The ferry that Mina Lund said was sound will sink, as Bo Brook had warned.",
        {("Bo Brook", "The ferry that Mina Lund said was sound will sink")},
    ),
]
TURNS: list[tuple[str, Said]] = [
    (
        "Mina Lund said that the ferry would sink as Bo Brook insisted that it was sound.",
        {("Mina Lund", "that the ferry would sink"), ("Bo Brook", "that it was sound")},
    ),
    (
        "Mina Lund said that as long as Bo Brook insisted on it nothing would change.",
        {("Mina Lund", "that as long as Bo Brook insisted on it nothing would change")},
    ),
    (
        "Mina Lund said that boats stayed in as the Norby tide continued to rise.",
        {("Mina Lund", "that boats stayed in as the Norby tide continued to rise")},
    ),
]
HEARERS: list[tuple[str, Said]] = [
    ("Mina Lund told reporters the ferry was sound.", {("Mina Lund", "the ferry was sound")}),
    ("Mina Lund told the port board the crew was safe.", {("Mina Lund", "the crew was safe")}),
    (
        "Mina Lund told Norby Radio on Monday the ferry was sound.",
        {("Mina Lund", "the ferry was sound")},
    ),
    (
        "Mina Lund urged owners whose boats were hit to call the port.",
        {("Mina Lund", "to call the port")},
    ),
    (
        "Mina Lund told crews at the quay that the ferry was sound.",
        {("Mina Lund", "that the ferry was sound")},
    ),
]
SUBJECTS: list[tuple[str, Said]] = [
    (
        "Mina Lund, 45, whose husband, Karl, was killed in the wreck, said no one had called.",
        {("Mina Lund", "no one had called")},
    ),
    (
        "Mina Lund – whose son was aboard – told reporters the ferry was old.",
        {("Mina Lund", "the ferry was old")},
    ),
    (
        "The ferry sank – Bo Brook was ill – said Mina Lund.",
        {("Mina Lund", "The ferry sank – Bo Brook was ill")},
    ),
    (
        "Bo Brook, asked whether he would resign, said no decision had been made.",
        {("Bo Brook", "no decision had been made")},
    ),
    (
        "Bo Brook, her lawyer, was fined, Mina Lund said.",
        {("Mina Lund", "Bo Brook, her lawyer, was fined")},
    ),
    (
        "Bo Brook, reached by phone on Monday, said the ferry was sound.",
        {("Bo Brook", "the ferry was sound")},
    ),
]
PERSONS: list[tuple[str, Said]] = [
    (
        "Yelena Sorova met Igor Malin. “I am late,” she said. “So am I,” he said.",
        {("Yelena Sorova", "“I am late,”"), ("Igor Malin", "“So am I,”")},
    ),
    ("Dagný Holm met Bjørn Vik. “I am late,” he said.", {("Bjørn Vik", "“I am late,”")}),
    ("Odessa Bay was dry. “I am late,” she said.", {(None, "“I am late,”")}),
    ("The Sofia Accord was signed. “I am late,” she said.", {(None, "“I am late,”")}),
    ("Frau Krantz came in. “I am late,” she said.", {("Krantz", "“I am late,”")}),
    ("Señora Duarte met Luis Vega. “I am late,” he said.", {("Luis Vega", "“I am late,”")}),
    ("Goran Petek, 45, left. The 45-year-old said it rained.", {("Goran Petek", "it rained")}),
    (
        "Dagny Holm, 17, met Jens Vik, 17. The 17-year-old said it rained.",
        {(None, "it rained")},
    ),
]
DOCUMENTS: list[tuple[str, Said]] = [
    (
        "It rained all day, according to a statement from Norby Rail.",
        {("Norby Rail", "It rained all day")},
    ),
    ("“It rained,” a letter from Mina Lund read.", {("Mina Lund", "“It rained,”")}),
    ("“It rained,” Mina Lund read.", set()),
    ("Mina Lund’s letter said it rained.", {("Mina Lund", "it rained")}),
    ("Mina Lund’s lawyer’s letter said it rained.", {(None, "it rained")}),
    ("A letter from Mina Lund’s lawyer said it rained.", {(None, "it rained")}),
    ("Norby Rail issued a statement. The statement said it rained.", {("Norby Rail", "it rained")}),
    ("Mina Lund was sent a letter. The letter said it rained.", {(None, "it rained")}),
    (
        "Mina Lund left the Norby Mills. A spokesman for Norby Mills said it rained.",
        {("Norby Mills", "it rained")},
    ),
    ("A spokesman for Mina Lund said it rained.", {(None, "it rained")}),
]
POSTS: list[tuple[str, Said]] = [
    (
        "It rains. We wait. — Mina Lund (@minalund) March 3, 2031",
        {("Mina Lund", "It rains. We wait.")},
    ),
    ("It rains. We wait. — Mina Lund, Norby", set()),
    ("Mina Lund called it “a farce” and left.", {("Mina Lund", "it “a farce”")}),
]
MIXED: list[tuple[str, Said]] = [
    (
        "The United Ports said it would pay, as Minister Mina Lund had promised last week.",
        {("United Ports", "it would pay"), ("Mina Lund", "it would pay")},
    ),
    (
        "Professor Bo Vane, of Norby University, who was away, urged caution. “I wait,” he said.",
        {("Bo Vane", "“I wait,”")},
    ),
    ("Lund’s team left. “I wait,” she said.", {(None, "“I wait,”")}),
    ("Mina Lund said both were right.", {("Mina Lund", "both were right")}),
    (
        "Kim Yong Su said it rained. “I wait,” he said.",
        {("Kim Yong Su", "it rained"), ("Kim Yong Su", "“I wait,”")},
    ),
    (
        "Senator Bo Vane said he would vote no. Mina Lund said it rained.",
        {("Bo Vane", "he would vote no"), ("Mina Lund", "it rained")},
    ),
    ("Mina Lund said Bo Vane had told her: “I wait.”", {("Bo Vane", "“I wait.”")}),
    ("Pilot Bo Vane, from Norby, said people had screamed.", {("Bo Vane", "people had screamed")}),
    ("One of them, student Bo Vane, said it rained.", {("Bo Vane", "it rained")}),
    ("Forecaster Anna Lund said it rained.", {("Anna Lund", "it rained")}),
    ("Carol Anna Lund said it rained.", {("Carol Anna Lund", "it rained")}),
    ("Her rival, qualifier Mina Lund, said it rained.", {("Mina Lund", "it rained")}),
    ("Bo Vane came home. “I wait,” the Irishman said.", {("Bo Vane", "“I wait,”")}),
    ("Bo Vane met Otto Lund. “I wait,” the Irishman said.", {(None, "“I wait,”")}),
    ("Bo Vane jailed a Norby man. “I wait,” the 23-year-old said.", {(None, "“I wait,”")}),
    ("Bo Vane scored twice. “I wait,” the 23-year-old said.", {("Bo Vane", "“I wait,”")}),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*POSTS, *MIXED, *ALIKE, *TURNS, *HEARERS, *SUBJECTS, *PERSONS, *DOCUMENTS],
)
def test_each_speaker_keeps_their_own_words(text: str, expected: Said) -> None:
    assert said(text) == expected


def test_a_headline_that_sets_two_against_each_other_gives_each_their_words() -> None:
    text = "Lund doubts ferry plan as Brook insists it will hold\nMina Lund met Bo Brook on Monday."
    assert said(text, headline=True) == {
        ("Mina Lund", "ferry plan"),
        ("Bo Brook", "it will hold"),
    }


def test_will_is_a_name_before_a_name_where_nothing_is_asked() -> None:
    text = "Will Ames met Joan Ames. “The ferry sank at once,” said Will Ames on Monday."
    assert said(text) == {("Will Ames", "“The ferry sank at once,”")}
    asked = "Will Mina Lund go? Lund said that nobody would sail."
    assert said(asked) == {("Mina Lund", "that nobody would sail")}
