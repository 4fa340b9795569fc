"""Quotation marks paired: typography, apostrophes, paragraphs, damage."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Span
from ingest.statements.marks import quotations


def paired(text: str, following: str | None = None) -> list[str]:
    whole = Span(0, len(text))
    after = None
    if following is not None:
        after = Span(len(text) + 1, len(text) + 1 + len(following))
        text = f"{text}\n{following}"
    return [quotation.span.of(text) for quotation in quotations(text, whole, after)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no.”", ["“yes”", "“no.”"]),
        ('He said "yes," then "no".', ['"yes,"', '"no"']),
        ("Er sagte „ja“ und «nein».", ["„ja“", "«nein»"]),
        ("He said ''yes,'' twice.", ["''yes,''"]),
        ("The workers' rights aren't 'safe' today.", ["'safe'"]),
        ("“She told me ‘go’ and I went,” he said.", ["“She told me ‘go’ and I went,”"]),
        ("“He calls it “hell” here,” she said.", ["“He calls it “hell” here,”"]),
        ('"It is odd, " he said.', ['"It is odd, "']),
        ("A board of 6' 2\" broke.", []),
        ("Music of the '90s and rock ’n’ roll.", []),
        ("“It's odd,“ he said.", ["“It's odd,“"]),
        (
            "&quot;It is odd,&quot; he said. &quot;Very.&quot;",
            ["&quot;It is odd,&quot;", "&quot;Very.&quot;"],
        ),
        ("&ldquo;Odd,&rdquo; he said.", ["&ldquo;Odd,&rdquo;"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert paired(text) == expected


def test_an_open_quotation_runs_on_when_the_next_paragraph_opens_again() -> None:
    assert paired("“We came early. We stayed.", "“We left late.”") == ["“We came early. We stayed."]
    assert paired("A stray “ mark here.", "Nothing quoted.") == []


@given(st.text(alphabet="“”‘’\"'«»„ab ,.\n", max_size=200))
def test_quotations_never_overlap_and_hold_their_marks(text: str) -> None:
    found = quotations(text, Span(0, len(text)), None)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    for quotation in found:
        assert quotation.span.of(text)[0] in "“\"'‘«»„"
        assert not quotation.closing or quotation.span.of(text)[-1] in "”\"'’«»“‘"
