from hypothesis import given
from hypothesis import strategies as st

from ingest import Span
from ingest.sentences import sentences


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. Brandt met Rep. Jane Doe (D-Ohio) on Jan. 5. He left."
    cut = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert cut == ["Mr. Brandt met Rep. Jane Doe (D-Ohio) on Jan. 5.", "He left."]


def test_a_line_break_ends_a_sentence_and_the_span_limits_the_work() -> None:
    text = "Before. One line\nanother line. After."
    cut = [span.of(text) for span in sentences(text, Span(8, 30))]
    assert cut == ["One line", "another line."]


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    assert list(spans) == sorted(spans)
    covered = [index for span in spans for index in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    outside = set(range(len(text))) - set(covered)
    assert all(text[index].isspace() for index in outside)
