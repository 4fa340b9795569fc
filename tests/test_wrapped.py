"""Text that was broken at a column: paragraphs, sentences and quotations run over its lines."""

from hypothesis import given
from hypothesis import strategies as st

from ingest import Capture, Span, read_page
from ingest.lines import flowing, soft_breaks
from ingest.sentences import sentences
from rag.steps.finding.paragraphs import page_of
from rag.steps.quoting.reading import Reading

WRAPPED = """\
Mill owner says the wheel was never locked

   By Mina Roth

   The wheel of the old mill at Larkby was turning for a whole night
   before anybody noticed, and the man who owns it says that he never
   had a key.

   It has stood open since the spring, as everybody knows. Owner Henrik
   Vane told the district court that he had "asked three times" for the
   key. "I wrote to the office in May," he said. "Nobody has answered to
   this day."

   The head of the water office, Anna Wick, said on Tuesday at 3 p.m.
   Friday's letter had not reached her, and that she would not speak
   about the matter before the court had heard the two millers.
"""


def test_statements_run_over_the_lines_of_a_wrapped_paragraph() -> None:
    article = read_page(Capture(WRAPPED.encode(), "mill.txt"))
    said = {
        (
            one.speaker.name if one.speaker else None,
            " ".join(one.content[0].of(article.text).split()),
        )
        for one in article.statements
    }
    # The name is broken over two lines too.
    assert ("Henrik Vane", 'that he had "asked three times" for the key') in said
    assert ("Henrik Vane", '"I wrote to the office in May,"') in said
    assert any(name == "Anna Wick" for name, _ in said)


def test_sentences_are_shown_whole() -> None:
    article = read_page(Capture(WRAPPED.encode(), "mill.txt"))
    page = page_of(article)
    shown = [page.text(span) for one in page.paragraphs for span in one.sentences]
    assert any(one.startswith("Owner") and one.endswith("key.") for one in shown)
    at = article.text.index("times")
    around = Reading(article).around(Span(at, at + 5)).of(article.text)
    assert around.startswith("Owner")
    assert around.endswith("key.")


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    text = "One line without an end\nanother line. " + "word " * 60
    assert soft_breaks(text) == frozenset()
    assert len(list(flowing(text, Span(0, len(text)), frozenset()))) == 2


def test_an_hour_goes_on_with_its_day() -> None:
    text = "He has been missing since 3 p.m. Tuesday from the camp. She left at 3 p.m. He stayed."
    cut = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert cut[0].endswith("the camp.")
    assert cut[-1] == "He stayed."


@given(st.text(alphabet="ab. \n\r\u2028", max_size=200))
def test_paragraphs_hold_every_visible_character_once(text: str) -> None:
    spans = list(flowing(text, Span(0, len(text)), soft_breaks(text)))
    seen = [at for span in spans for at in range(span.start, span.end)]
    assert len(seen) == len(set(seen))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(seen))
