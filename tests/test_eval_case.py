from pathlib import Path

import pytest

from evals.examination.case import SuiteInvalid, read_cases
from ingest import Voice

GOOD = '{"id": "a", "kind": "fact", "question": "q", "quotes": ["x"], "max_citations": 8}'
ROOT = Path(__file__).resolve().parents[1]


def suite(folder: Path, *lines: str) -> Path:
    path = folder / "suite.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "Invalid JSON"),
        ("[]", "object"),
        ('{"id": "b", "kind": "fact", "question": "q"}', "max_citations"),
        (GOOD.replace('"a"', '""'), "id"),
        (GOOD.replace("fact", "guess"), "kind"),
        (GOOD.replace("8}", '"8"}'), "max_citations"),
        (GOOD.replace("8}", "-1}"), "max_citations"),
        (GOOD.replace("8}", '8, "speakr": "x"}'), "speakr"),
        (GOOD.replace("8}", '8, "voice": "shout"}'), "voice"),
        (GOOD.replace("8}", '8, "abstain": true}'), "no quotes"),
        (GOOD.replace('["x"]', '"x"'), "quotes"),
        (GOOD.replace('["x"]', '[""]'), "quotes"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, why: str) -> None:
    with pytest.raises(SuiteInvalid, match=r"suite\.jsonl:3: ") as caught:
        read_cases(suite(tmp_path, GOOD.replace('"a"', '"first"'), "", line))
    assert why in str(caught.value)


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(SuiteInvalid, match=r":2: id 'a' stands in line 1"):
        read_cases(suite(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_suite(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "suite.jsonl"
    path.write_bytes(content)
    with pytest.raises(SuiteInvalid, match=r"suite\.jsonl"):
        read_cases(path)


def test_a_missing_file_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(SuiteInvalid, match="cannot be read"):
            read_cases(path)


def test_what_a_line_leaves_out_is_not_checked(tmp_path: Path) -> None:
    (case,) = read_cases(suite(tmp_path, "\ufeff" + GOOD.replace("8}", '8, "voice": "comment"}')))
    assert (case.voice, case.speaker, case.document, case.forbidden) == (
        Voice.COMMENT,
        None,
        None,
        (),
    )


def test_the_sample_questions_are_a_suite_of_every_kind() -> None:
    cases = read_cases(ROOT / "evals" / "questions" / "seeds.jsonl")
    assert len(cases) >= 60
    assert {case.kind for case in cases} == {
        "who-said",
        "reported",
        "fact",
        "comments",
        "robust",
        "follow-up",
        "did-say",
        "timeline",
        "compare",
        "list",
        "ask-back",
        "abstain",
    }
    pages = {page.name for page in (ROOT / "seeds").iterdir()}
    assert {case.document for case in cases if case.document} <= pages


def test_every_quote_of_the_sample_questions_stands_in_its_page() -> None:
    for case in read_cases(ROOT / "evals" / "questions" / "seeds.jsonl"):
        if case.document:
            text = (ROOT / "seeds" / case.document).read_text(encoding="utf-8").casefold()
            text = text.replace("’", "'")
            assert all(quote.casefold() in text for quote in case.quotes), case.id


@pytest.mark.shared
def test_the_gold_questions_can_be_read(shared: Path) -> None:
    assert len(read_cases(shared / "gold" / "seeds.jsonl")) == 12
