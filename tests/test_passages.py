"""Passages hold every retrieved word once, each in one voice, none too long for the model."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_articles import articles, simple

from ingest import Article, Region, Voice
from rag.steps.archiving.passages import split

RETRIEVED = frozenset(Voice) - {Voice.FURNITURE, Voice.BYLINE, Voice.DATELINE}


def page(*parts: tuple[Voice, str]) -> Article:
    text = "".join(words for _, words in parts)
    regions, at = [], 0
    for voice, words in parts:
        regions.append(Region(voice, at, at + len(words)))
        at += len(words)
    plain = simple(text)
    return Article(
        **{name: getattr(plain, name) for name in plain.__slots__ if name != "regions"},
        regions=tuple(regions),
    )


def cut(article: Article) -> list[str]:
    return [article.text[one.start : one.end] for one in split(article)]


def words(count: int, *, end: str = ".") -> str:
    return " ".join(f"w{n}" for n in range(count)) + end


@given(article=articles())
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_retrieved_voice_stands_in_one_passage(article: Article) -> None:
    passages = split(article)
    assert [one.start for one in passages] == sorted({one.start for one in passages})
    covered: set[int] = set()
    for passage in passages:
        span = range(passage.start, passage.end)
        assert not covered.intersection(span)
        covered.update(span)
        voices = {
            region.voice
            for region in article.regions
            if region.start < passage.end and passage.start < region.end
            if article.text[region.start : region.end].strip()
        }
        assert voices == {passage.voice} <= RETRIEVED
    wanted = {
        at
        for region in article.regions
        if region.voice in RETRIEVED
        for at in range(region.start, region.end)
        if not article.text[at].isspace()
    }
    assert wanted <= covered


@given(
    text=st.lists(
        st.tuples(st.integers(1, 400), st.sampled_from([" ", ". ", "\n", "\n\n", ""])), max_size=30
    )
)
@settings(max_examples=60, deadline=None)
def test_no_passage_is_longer_than_the_model_reads(text: list[tuple[int, str]]) -> None:
    article = simple("".join(words(count, end=end) for count, end in text) + "x" * 5_000)
    for piece in cut(article):
        assert len(piece.split()) <= 200
        assert len(piece) <= 2_000


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("One line.\n", "Another line.\n"), ["One line.\nAnother line."]),
        ((words(80) + "\n", words(80) + "\n"), [words(80) + "\n" + words(80)]),
        ((words(120) + "\n", words(30) + "\n" + words(90)), [120, 120]),
        ((words(150) + "\n", words(90) + "\n"), [150, 90]),
    ],
)
def test_neighbouring_paragraphs_are_joined_up_to_the_target(
    parts: tuple[str, ...], wanted: list[str] | list[int]
) -> None:
    pieces = cut(page(*((Voice.NARRATION, part) for part in parts)))
    if isinstance(wanted[0], int):
        assert [len(piece.split()) for piece in pieces] == wanted
    else:
        assert pieces == wanted


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    sentence = "The harbour master of the northern port spoke to the crew about it again. "
    pieces = cut(simple(sentence * 40))
    assert len(pieces) > 3
    assert all(piece.endswith("again.") for piece in pieces)
    assert all(60 <= len(piece.split()) <= 200 for piece in pieces[:-1])


def test_voices_and_comments_are_never_joined() -> None:
    article = page(
        (Voice.HEADLINE, "Ferry stays\n"),
        (Voice.BYLINE, "By Ada Holm\n"),
        (Voice.STANDFIRST, "It is broken.\n"),
        (Voice.NARRATION, "The ferry broke.\n"),
        (Voice.FURNITURE, "\n  \n"),
        (Voice.NARRATION, "It was old.\n"),
        (Voice.FURNITURE, "Read more\n"),
        (Voice.NARRATION, "The end.\n"),
        (Voice.COMMENT, "Bo: sad\n"),
        (Voice.COMMENT, "Cy: good"),
    )
    assert [
        (one.voice.value, text) for one, text in zip(split(article), cut(article), strict=True)
    ] == [
        ("headline", "Ferry stays"),
        ("standfirst", "It is broken."),
        ("narration", "The ferry broke.\n\n  \nIt was old."),
        ("narration", "The end."),
        ("comment", "Bo: sad"),
        ("comment", "Cy: good"),
    ]
    assert not any(re.match(r"\s|.*\s$", text) for text in cut(article))
