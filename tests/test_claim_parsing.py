import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.steps.claiming.claim import Malformed, WrittenClaim, WrittenQuote
from rag.steps.claiming.parsing import LONGEST_CLAIM, MOST_PIECES, ClaimParser

FERRY = {
    "text": 'Mira Tolen said "the {night} ferry \\"sails\\" }".',
    "evidence": [1, 2],
    "quotes": [{"evidence": 1, "speaker": "Mira Tolen", "text": "the {night} ferry"}],
}
QUAY = {"text": "The quay closed.", "evidence": [3], "quotes": []}
ONE, TWO = json.dumps(FERRY), json.dumps(QUAY, indent=2)
READ = [
    WrittenClaim(
        FERRY["text"],  # type: ignore[arg-type]
        (1, 2),
        (WrittenQuote(1, "the {night} ferry", "Mira Tolen"),),
    ),
    WrittenClaim("The quay closed.", (3,)),
]


def parsed(pieces: list[str]) -> list[WrittenClaim | Malformed]:
    parser = ClaimParser()
    return [*(one for piece in pieces for one in parser.feed(piece)), *parser.end()]


@pytest.mark.parametrize(
    "written",
    [
        f"{ONE}\n{TWO}",
        f"\n\n{ONE}\r\n\r\n{TWO}\n",
        f"```json\n{ONE}\n{TWO}\n```",
        f"```\n{ONE}\n```\n```jsonl\n{TWO}\n```\n",
        f"[{ONE},\n {TWO}]",
        f'{{"claims": [{ONE}, {TWO}]}}',
        f'```json\n{{\n  "claims" : [\n{ONE},{TWO}\n]\n}}\n```',
        f"<think>\n{TWO} is {{ not }} it\n</think>\n{ONE}\n{TWO}",
    ],
)
def test_every_tolerated_form_reads_the_same_cut_anywhere(written: str) -> None:
    assert parsed([written]) == READ
    assert parsed(list(written)) == READ


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("", 0),
        ("```json\n[]\n```", 0),
        ('{"claims": []}', 0),
        ("The evidence says nothing.", 1),
        ('{"text": "A."}', 1),
        ('{"text": "", "evidence": [1]}', 1),
        ('{"text": "A.", "evidence": "1"}', 1),
        ('{"text": "A.", "evidence": [true]}', 1),
        ('{"text": "A.", "evidence": [1.5]}', 1),
        ('{"text": "A.", "evidence": [1], "quotes": ["A"]}', 1),
        ('{"text": "A", "evidence": [1], "quotes": [{"evidence": 1, "speaker": 3}]}', 1),
        ('{"text": "half \\ud800", "evidence": [1]}', 1),
        ('{"text": "cut', 1),
        ('{"a": ' * 3_000, 1),
        ("x" * (LONGEST_CLAIM * 2), 1),
        ('{"text": "' + "x" * LONGEST_CLAIM + '", "evidence": [1]}', 1),
        ("null\n" * 500, MOST_PIECES),
    ],
)
def test_whatever_else_is_malformed_and_told_once(written: str, count: int) -> None:
    found = parsed([written[at : at + 97] for at in range(0, len(written), 97)])
    assert len(found) == count
    assert all(isinstance(one, Malformed) and one.reason and one.text for one in found)


@given(st.text(alphabet='{}[]",:\\ \n`a1', max_size=80), st.text(alphabet='{}"\n ax', max_size=20))
def test_no_text_raises_and_a_claim_on_its_own_line_survives_prose(junk: str, cut: str) -> None:
    pieces = [junk, cut, junk]
    assert parsed(pieces) == parsed(list("".join(pieces)))
    assert parsed([f"Some words\n{ONE}\n"])[1:] == READ[:1]


def test_each_claim_is_given_as_soon_as_it_is_whole() -> None:
    parser = ClaimParser()
    assert list(parser.feed(ONE[:-1])) == []
    assert list(parser.feed(ONE[-1])) == READ[:1]
