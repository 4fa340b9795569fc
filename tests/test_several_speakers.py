"""Words that several people say at once: a statement for each over the same content."""

from collections.abc import Iterator

import pytest
from quoted_pages import catalogue_of, page

from ingest import Voice
from rag.adapters.sqlite import SqliteWriter
from rag.steps.ledger.as_json import ledger_json
from rag.steps.ledger.quotes import ledger
from rag.steps.quoting.draft import Pages, check_draft, check_quote
from rag.values.check import Verdict
from rag.values.ledger import LedgerQuery
from rag.values.question import Filters

BOTH = page(
    "both.txt",
    (
        Voice.NARRATION,
        "“The pier is sinking by a hand every year,” Ada Ames and Ivo Brandt said on Friday.\n\n"
        "“It was built on sand,” Ada Ames said.\n",
    ),
    published="2031-04-05",
)
ALONE = page(
    "alone.txt",
    (Voice.NARRATION, "“The pier is sinking by a hand every year,” Ivo Brandt said.\n"),
    outlet="The Gull",
    published="2031-04-07",
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteWriter]:
    with catalogue_of(tmp_path_factory.mktemp("archive"), [BOTH, ALONE]) as opened:
        yield opened


CLAIMS: list[tuple[str, Verdict, str]] = [
    ("Ada Ames", "verified", ""),
    ("Ivo Brandt", "verified", ""),
    ("Brandt", "verified", ""),
    ("Mara Lind", "other_speaker", "Ada Ames and Ivo Brandt"),
]


@pytest.mark.parametrize(("speaker", "verdict", "note"), CLAIMS)
def test_words_of_two_are_either_s(
    speaker: str, verdict: Verdict, note: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with catalogue_of(tmp_path_factory.mktemp("one"), [BOTH]) as catalogue:
        checked = check_quote("The pier is sinking by a hand every year", speaker, Pages(catalogue))
    assert (checked.verdict, note in checked.note) == (verdict, True), checked
    assert checked.places[0].said_by == "Ada Ames and Ivo Brandt"


DRAFTS: list[tuple[str, Verdict]] = [
    ("“The pier is sinking by a hand every year,” Ada Ames and Ivo Brandt said.", "verified"),
    ("“The pier is sinking by a hand every year,” Ames and Brandt said.", "verified"),
    ("“The pier is sinking by a hand every year,” said Ivo Brandt.", "verified"),
    ("“The pier is sinking by a hand every year,” Ada Ames and Mara Lind said.", "other_speaker"),
    ("“It was built on sand,” Ada Ames and Ivo Brandt said.", "other_speaker"),
    ("“It was built on sand,” Ames and Brandt said.", "other_speaker"),
    ("Ivo Brandt never said “the pier is sinking by a hand every year.”", "altered"),
    ("Ada Ames never said “the pier is sinking by a hand every year.”", "altered"),
    ("Mara Lind never said “the pier is sinking by a hand every year.”", "verified"),
]


@pytest.mark.parametrize(("draft", "verdict"), DRAFTS)
def test_a_draft_may_name_one_or_all_but_no_other(
    catalogue: SqliteWriter, draft: str, verdict: Verdict
) -> None:
    (quote,) = check_draft(draft, Pages(catalogue)).quotes
    assert quote.verdict == verdict, quote


@pytest.mark.parametrize("asked", [None, "Ada Ames", "Ivo Brandt", "Brandt"])
def test_the_ledger_has_words_of_two_once_under_either(
    catalogue: SqliteWriter, asked: str | None
) -> None:
    found = ledger(catalogue, LedgerQuery(filters=Filters(speaker=asked)))
    (row,) = (one for one in found.rows if "sinking" in one.entry.quote)
    both = next(
        one
        for one in (row.entry, *(variant.entry for variant in row.variants))
        if one.article_id == BOTH.id
    )
    first = "Ivo Brandt" if asked in ("Ivo Brandt", "Brandt") else "Ada Ames"
    assert both.speaker == first, "whoever was asked for comes first"
    assert {both.speaker, *(one.name for one in both.others)} == {"Ada Ames", "Ivo Brandt"}
    assert row.sources == (1 if asked == "Ada Ames" else 2)
    told = ledger_json(found)["quotes"]
    names = [one["name"] for entry in told for one in entry["other_speakers"]]
    assert names == ["Ivo Brandt"] or asked is not None
