"""The quoted strings of drafts as people and chatbots write them, and whom they are given to."""

import pytest

from rag.steps.quoting.drafts import draft_quotes

CLAIMS = [
    ('"The road is wet today," Ivo Brandt said.', "Ivo Brandt"),
    ('Ivo Brandt: "The road is wet today."', "Ivo Brandt"),
    ('- **Ivo Brandt** said: "The road is wet today."', "Ivo Brandt"),
    ('> "The road is wet today." — Ivo Brandt', "Ivo Brandt"),
    ('According to Ivo Brandt, "the road is wet today" [1].', "Ivo Brandt"),
    ('1. **Ivo Brandt** (Mayor of Orrin): "The road is wet today"', "Ivo Brandt"),
    ("Ivo Brandt said, 'The road is wet today.'", "Ivo Brandt"),
    ("As Ivo Brandt put it, “the road is wet today”.", "Ivo Brandt"),
    ("«The road is wet today», a dit le maire.", None),
    ("The sign — “the road is wet today” — was new.", None),
]


@pytest.mark.parametrize(("draft", "name"), CLAIMS)
def test_a_quoted_string_is_given_to_whom_the_draft_gives_it(draft: str, name: str | None) -> None:
    (quote,) = draft_quotes(draft)
    assert quote.written.lower().rstrip(".,") == "the road is wet today"
    assert draft[quote.start : quote.end] == quote.written
    assert (quote.claim.name if quote.claim else None) == name


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "No quote at all.",
        'A "wet" road.',
        'A 6" pipe.',
        "The workers' road and the drivers' road.",
        "```\nsay(“the road is wet today”)\n```",
    ],
)
def test_what_is_no_quote_is_left_alone(draft: str) -> None:
    assert draft_quotes(draft) == ()


def test_a_long_draft_full_of_marks_is_read_in_little_time() -> None:
    assert len(draft_quotes('"The road is wet," Ivo Brandt said. ' * 2_000)) == 2_000
    draft_quotes("“x said “ " * 20_000)
