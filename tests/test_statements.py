"""Statements in whole small articles: kinds, spans, speakers."""

from hypothesis import given
from hypothesis import strategies as st

from ingest import Fact, Region, Statement, Voice
from ingest.statements import find_statements

UNKNOWN = Fact()


def read(text: str, voice: Voice = Voice.NARRATION) -> tuple[Statement, ...]:
    return find_statements(text, (Region(voice, 0, len(text)),), UNKNOWN)


def told(text: str, voice: Voice = Voice.NARRATION) -> list[tuple[str, str | None, list[str]]]:
    return [
        (s.kind, s.speaker.name if s.speaker else None, [span.of(text) for span in s.content])
        for s in read(text, voice)
    ]


def test_a_quote_split_by_its_attribution_is_one_statement() -> None:
    text = "“We will rebuild,” Mayor Ada Lindqvist said. “It takes time. We have it.”"
    assert told(text) == [
        ("direct", "Ada Lindqvist", ["“We will rebuild,”", "“It takes time. We have it.”"])
    ]


def test_a_headline_may_attribute_by_a_colon() -> None:
    heading = "Lindqvist: bridge will open in May"
    text = heading + "\nMayor Ada Lindqvist came to the opening."
    regions = (
        Region(Voice.HEADLINE, 0, len(heading)),
        Region(Voice.NARRATION, len(heading) + 1, len(text)),
    )
    (statement,) = find_statements(text, regions, UNKNOWN)
    assert statement.speaker is not None
    assert statement.speaker.name == "Ada Lindqvist"
    assert statement.content[0].of(text) == "bridge will open in May"


def test_a_pronoun_is_traced_to_the_subject_before_it() -> None:
    text = "Mayor Ada Lindqvist opened the bridge. She called it a “gift to the town.”"
    (statement,) = read(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.how) == ("Ada Lindqvist", "resolved")


def test_negated_and_hypothetical_speech_is_none() -> None:
    assert not read("Lindqvist did not say that the bridge would open.")
    assert not read("Lindqvist would say that the bridge is safe.")


def test_furniture_says_nothing() -> None:
    assert not read("“Read this,” the editor said.", Voice.FURNITURE)


@given(st.text(alphabet="“”‘’\"'«»ab A.,:;?!-—()\n said he X", max_size=300))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    statements = read(text)
    assert list(statements) == sorted(statements, key=lambda s: s.content)
    for statement in statements:
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
