"""The quote gate: nothing but the stored words at the stored place becomes a citation."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ingest import Article, Fact, Region, Span, Speaker, Statement, Voice
from rag.steps.verify import Proposed, cite
from rag.values.answer import Citation, Withheld

PAGE = (
    "Weir closes early\n"
    "“The gate is not shut,” Odile Maren said. “It is resting.”\n"
    "A reader: “The gate is shut.”\n"
    "Read more: Tides"
)
CUTS = (
    (Voice.HEADLINE, 0, 18),
    (Voice.NARRATION, 18, PAGE.index("A reader")),
    (Voice.COMMENT, PAGE.index("A reader"), PAGE.index("Read more")),
    (Voice.FURNITURE, PAGE.index("Read more"), len(PAGE)),
)


def at(words: str) -> Span:
    start = PAGE.index(words)
    return Span(start, start + len(words))


SAID = Statement(
    kind="direct",
    content=(at("“The gate is not shut,”"), at("“It is resting.”")),
    source=at("Odile Maren"),
    cue=at("said"),
    speaker=Speaker("Odile Maren", "Odile Maren", "stated", person=True),
)
ARTICLE = Article(
    id="a1",
    sha256="0" * 64,
    file="weir.txt",
    path="weir.txt",
    text=PAGE,
    title=Fact("Weir closes early", "stated"),
    outlet=Fact("The Tide Table", "stated"),
    byline=Fact(),
    published=Fact("2031-04-05", "stated"),
    url="https://tide.example/weir#top",
    language="en",
    regions=tuple(Region(voice, start, end) for voice, start, end in CUTS),
    statements=(SAID,),
)


def proposed(span: Span, quote: str | None = None, statement: Statement | None = None) -> Proposed:
    words = PAGE[span.start : span.end] if quote is None else quote
    return Proposed(article_id="a1", span=span, quote=words, statement=statement)


def test_a_split_quotation_is_one_span_with_its_speaker() -> None:
    whole = Span(SAID.content[0].start, SAID.content[1].end)
    citation = cite(proposed(whole, statement=SAID), ARTICLE, n=3, copies=2)
    assert isinstance(citation, Citation)
    assert citation.quote == "“The gate is not shut,” Odile Maren said. “It is resting.”"
    assert (citation.n, citation.kind, citation.voice) == (3, "direct", Voice.NARRATION)
    assert citation.speaker is not None
    assert citation.speaker.name == "Odile Maren"
    assert citation.article.copies == 2
    assert citation.article.url is not None
    assert citation.article.url.startswith("https://tide.example/weir#:~:text=")


@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)))
def test_what_is_cited_stands_there_in_one_region_that_is_no_furniture(a: int, b: int) -> None:
    span = Span(min(a, b), max(a, b))
    result = cite(proposed(span), ARTICLE, n=1)
    if isinstance(result, Citation):
        assert result.quote == PAGE[result.start : result.end]
        homes = [one for one in ARTICLE.regions if one.span.covers(span)]
        assert [one.voice for one in homes] == [result.voice]
        assert result.voice is not Voice.FURNITURE
    else:
        inside = [one for one in ARTICLE.regions if one.span.covers(span)]
        assert not PAGE[span.start : span.end].strip() or (
            not inside or inside[0].voice is Voice.FURNITURE
        )


@given(
    st.sampled_from([at("The gate is not shut"), at("It is resting"), at("Weir closes early")]),
    st.data(),
)
def test_a_quote_that_differs_by_anything_is_refused(span: Span, data: st.DataObject) -> None:
    true = PAGE[span.start : span.end]
    where = data.draw(st.integers(0, len(true)))
    cut = data.draw(st.integers(0, 4))
    put = data.draw(st.text(max_size=4))
    altered = true[:where] + put + true[where + cut :]
    result = cite(proposed(span, altered), ARTICLE, n=1)
    assert isinstance(result, Withheld) == (altered != true)


def test_a_dropped_not_is_refused() -> None:
    span = at("The gate is not shut")
    assert isinstance(cite(proposed(span, "The gate is shut"), ARTICLE, n=1), Withheld)


def test_words_are_not_given_to_a_speaker_who_did_not_say_them() -> None:
    other = replace(SAID, speaker=Speaker("Somebody Else", "Else", "stated", person=True))
    assert isinstance(cite(proposed(SAID.content[0], statement=other), ARTICLE, n=1), Withheld)
    headline = proposed(at("Weir closes early"), statement=SAID)
    assert isinstance(cite(headline, ARTICLE, n=1), Withheld)


def test_an_article_that_is_gone_cites_nothing() -> None:
    assert isinstance(cite(proposed(at("It is resting")), None, n=1), Withheld)


SCRIPTS = "aZ .,\n’“İßﬁЖщאשعبगि漢か한각é\u0301\u0308\u093f\u200b\u200d\u202e\ufe0f👩\ud83d\udc69\0"


@given(st.text(SCRIPTS, min_size=1, max_size=40), st.data())
def test_words_of_any_script_are_cited_as_they_stand_and_linked(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    regions = (Region(Voice.NARRATION, 0, len(text)),)
    article = replace(ARTICLE, text=text, regions=regions, statements=())
    result = cite(Proposed(article_id="a1", span=Span(start, end), quote=text[start:end]),
                  article, n=1)  # fmt: skip
    if isinstance(result, Citation):
        assert result.quote == text[result.start : result.end]
        assert result.article.url is not None
        assert result.article.url.isascii()
    other = text[start:end].translate({0x61: 0x430, 0x301: None, 0x200B: None})
    if other != text[start:end]:
        lookalike = Proposed(article_id="a1", span=Span(start, end), quote=other)
        assert isinstance(cite(lookalike, article, n=1), Withheld)


def test_no_accent_is_cut_off_its_letter() -> None:
    text = "a cafe\u0301 by the sea"
    article = replace(ARTICLE, text=text, regions=(Region(Voice.NARRATION, 0, len(text)),),
                      statements=())  # fmt: skip
    for span in (Span(2, 6), Span(6, 10)):
        cut = Proposed(article_id="a1", span=span, quote=span.of(text))
        assert isinstance(cite(cut, article, n=1), Withheld)
    whole = Proposed(article_id="a1", span=Span(2, 7), quote=text[2:7])
    assert isinstance(cite(whole, article, n=1), Citation)
