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
    ("« The road is wet today », a déclaré Ivo Brandt.", "Ivo Brandt"),
    ("„The road is wet today“, sagte Ivo Brandt.", "Ivo Brandt"),
    ("“The road is wet today” (Ivo Brandt, 5 May 2031).", "Ivo Brandt"),
    ("He was clear: “The road is wet today” (Brandt, 2031).", "Brandt"),
    ("“The road is wet today” (see above).", None),
    ("“The road is wet today” (Brandt).", None),
    ("“The road is wet today.”\n— Mayor Ivo Brandt, Tidewater Mail", "Mayor Ivo Brandt"),
    ("2. **Ivo Brandt** — “The road is wet today.”", "Ivo Brandt"),
    ("| Ivo Brandt | “The road is wet today.” | 5 May |", "Ivo Brandt"),
    ("Ivo Brandt came late. “The road is wet today,” he said.", "Ivo Brandt"),
    ("Ivo Brandt met Mara Holm. “The road is wet today,” they said.", None),
    ("> The road is wet today.\n>\n> — Ivo Brandt\n", "Ivo Brandt"),
    ("As Ivo Brandt said:\n\n> The road is wet today.\n\nHe left.", "Ivo Brandt"),
    ("“The road is wet today,”[^2] Ivo Brandt said.", "Ivo Brandt"),
    ("The sign — “the road is wet today” — was new.", None),
    ("Ivo Brandt said: &quot;The road is wet today.&quot;", "Ivo Brandt"),
    ("&ldquo;The road is wet today,&rdquo; said Ivo Brandt.", "Ivo Brandt"),
    ('{"speaker": "Ivo Brandt", "quote": "The road is wet today."}', "Ivo Brandt"),
    ('[{"text": "The road is wet today.", "author": "Ivo Brandt", "n": 1}]', "Ivo Brandt"),
]


@pytest.mark.parametrize(("draft", "name"), CLAIMS)
def test_a_quoted_string_is_given_to_whom_the_draft_gives_it(draft: str, name: str | None) -> None:
    (quote,) = draft_quotes(draft)
    assert quote.written.lower().rstrip(".,") == "the road is wet today"
    assert draft[quote.start : quote.end] == quote.written
    assert (quote.claim.name if quote.claim else None) == name


def test_block_quotes_are_quotes_paragraph_by_paragraph() -> None:
    draft = "> The road is wet\n> today, all of it.\n>\n> The ferry sails at noon.\n\nAnd so on.\n"
    found = draft_quotes(draft)
    assert [one.written for one in found] == [
        "The road is wet\n> today, all of it.",
        "The ferry sails at noon.",
    ]
    assert all(draft[one.start : one.end] == one.written for one in found)


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "No quote at all.",
        'A "wet" road.',
        "The so-called “green road miracle” failed.",
        "The film “The Road That Was Wet” won.",
        "Her “A Long Road to the Sea” sold well.",
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
