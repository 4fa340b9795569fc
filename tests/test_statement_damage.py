"""Statements of damaged, hostile and huge text: always inside the text, always soon."""

import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements

WORDS = [
    *("“", "”", '"', "'", "’", "''", "«", "»", "—", "-", ",", ".", ":", ";", "?", "(", ")"),
    *("said", "says", "told", "that", "according", "to", "Ada", "Lind", "Mr.", "the", "ministry"),
    *("he", "she", "who", "and", "but", "when", "not", "would", "called", "what", "adding", "on"),
    *("Friday", "January", "10", "2023", "I", "it", "is", "'s", "“A.”", "“b,”", "\n", "\n\n"),
    *("\ud800", "é", "𝒳", "\u200b", "\r\n"),
]

VOICES = st.sampled_from([Voice.NARRATION, Voice.HEADLINE, Voice.COMMENT, Voice.CAPTION])
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.text(max_size=200)
)


def read(text: str, voice: Voice = Voice.NARRATION) -> tuple[Statement, ...]:
    return find_statements(text, (Region(voice, 0, len(text)),), Fact("2023-01-12", "stated"))


@settings(max_examples=400)
@given(TEXTS, VOICES)
def test_any_text_gives_statements_inside_it_in_order(text: str, voice: Voice) -> None:
    statements = read(text, voice)
    assert list(statements) == sorted(statements, key=lambda one: one.content)
    for statement in statements:
        spans = [*statement.content, statement.source, statement.cue, statement.said_on.evidence]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert statement.content
        for before, after in zip(statement.content, statement.content[1:], strict=False):
            assert before.end <= after.start
        if statement.speaker is not None and statement.source is not None:
            assert statement.speaker.as_written == statement.source.of(text)


@given(TEXTS)
def test_quoted_content_includes_its_marks(text: str) -> None:
    for statement in read(text):
        if statement.kind == "direct":
            for span in statement.content:
                assert span.of(text)[0] in "“\"'‘’”«»„`"


@given(TEXTS, TEXTS)
def test_regions_limit_what_is_read(text: str, rest: str) -> None:
    whole = text + "\n" + rest
    regions = (
        Region(Voice.NARRATION, 0, len(text)),
        Region(Voice.FURNITURE, len(text), len(whole)),
    )
    for statement in find_statements(whole, regions, Fact()):
        assert Span(0, len(text)).covers(statement.span)


SENTENCE = "“We will rebuild,” Mayor Ada Lind said on Friday. She added that it takes time. "

HUGE = {
    "one line of a megabyte": SENTENCE * 12_000,
    "one long sentence": "word and she said that " * 20_000,
    "an endless chain of additions": "he left, adding that it rains " * 3_000,
    "an endless chain of verbs": "X said a b c and said " * 3_000,
    "an endless chain of names given": "X feared what Y called Z, " * 3_000,
    "ten thousand quotations": '"A," he said. ' * 10_000,
    "unclosed quotations everywhere": "“a said " * 30_000,
    "an unclosed quotation on every line": '"he said it\n' * 8_000,
    "commas": "X said, " * 20_000,
    "brackets and marks": '"[{(' * 15_000,
    "single marks": "'a " * 30_000,
    "one long word": "a" * 1_000_000,
    "namesakes": " ".join(f"Giv{n}n Lind said that it is so." for n in range(2_000)),
    "labels": 'Name: "a" ' * 8_000,
    "turns of an interview": "Ada: it is so.\nBo: it is not.\n" * 8_000,
    "nouns of speaking": "her claim that it rained and he said it did " * 4_000,
    "claims of nobody": "there were claims that it rained and " * 4_000,
    "interposed speakers": "it rains, she said, and " * 8_000,
    "speakers described": "Ada Lind, who said that it rained, " * 4_000,
    "single marks that open": "he said 'a\n" * 8_000,
    "half-sentences": "“It rains,” she said; though he said it did; " * 4_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_work_grows_with_length_and_no_faster(name: str) -> None:
    text = HUGE[name][: len(HUGE[name]) // 4]
    part = text[: len(text) // 4]
    read(part[:1000])
    assert calls(lambda: read(text)) < 4.5 * calls(lambda: read(part)) + 1_000


def test_every_one_of_ten_thousand_quotations_is_found() -> None:
    assert len(read(HUGE["ten thousand quotations"])) == 10_000
