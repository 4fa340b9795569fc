"""One saying in other words, as several translators have it; two sayings never joined."""

from pathlib import Path

import pytest
from quoted_pages import catalogue_of, page

from ingest import Voice
from rag.steps.ledger.quotes import ledger
from rag.steps.ledger.rewording import Dated, one_sense, reworded
from rag.steps.ledger.sense import sense
from rag.values.ledger import LedgerQuery
from rag.values.question import Filters

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "other_wordings.tsv").read_text().splitlines()
]
"""Invented pairs: "same" may be two translations of one sentence, "diff" says something else."""


def joined(one: str, other: str) -> bool:
    first, second = sense(one), sense(other)
    return first is not None and second is not None and one_sense(first, second)


def test_two_different_sayings_are_never_one() -> None:
    apart = [(one, other) for kind, one, other in PAIRS if kind == "diff"]
    assert len(apart) >= 185
    assert [pair for pair in apart if joined(*pair)] == []


def test_half_of_the_translations_are_found() -> None:
    same = [(one, other) for kind, one, other in PAIRS if kind == "same"]
    assert len(same) >= 100
    assert sum(joined(*pair) for pair in same) >= 50


LONG = (
    "The ferry of the island will sail again in May, and the council will pay the crew a full wage"
    " through the winter, because without a crew no ship leaves the harbour."
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("The island's ferry will sail again in May. The council, I promise, will pay the crew a"
         " full salary through the winter, because without a crew no vessel leaves the port.",
         True),
        (LONG.replace("winter", "winter of 2031"), False),
        (LONG.replace("will pay", "will not pay"), False),
        (LONG + " Is that clear?", False),
        (LONG.replace("full", "half"), False),
        (LONG.replace("winter", "summer"), False),
        (LONG.replace("leaves", "reaches"), False),
        (LONG.replace("ship", "crew").replace("a crew", "a ship"), False),
        ("The council met on Monday and spoke about the ferry of the northern island, about the"
         " crew and its wage in winter, and about the ships in the harbour.", False),
    ],
)  # fmt: skip
def test_long_quotes_may_leave_words_out_but_put_none_for_others(other: str, same: bool) -> None:
    assert joined(LONG, other) is same


CLOSED, SHUT = "The road is not closed to lorries.", "The road isn't shut to trucks!"


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (("A", "1", "2031-04-05"), ("A", "2", "2031-04-07"), [(0, 1)]),
        (("A", "1", "2031-04-05"), ("A", "2", "2031-04-05T10:00:00+02:00"), [(0, 1)]),
        (("A", "1", "2031-04-05"), ("A", "2", "2031-04-19"), []),
        (("A", "1", "2031-04-05"), ("B", "2", "2031-04-05"), []),
        (("A", "1", "2031-04-05"), ("A", "1", "2031-04-05"), []),
        (("A", "1", "2031-04-05"), ("A", "2", None), []),
        (("A", "1", "2031-04"), ("A", "2", "2031-04"), []),
    ],
)
def test_only_one_speaker_s_words_of_near_days_in_two_articles_are_joined(
    one: tuple[str, str, str], other: tuple[str, str, str | None], pairs: list[tuple[int, int]]
) -> None:
    quotes = [
        Dated((speaker,), article, day, sense(text))
        for (speaker, article, day), text in ((one, CLOSED), (other, SHUT))
    ]
    assert list(reworded(quotes)) == pairs


def test_the_ledger_shows_other_wordings_under_one_row(tmp_path: Path) -> None:
    pages = [
        page("one.txt", (Voice.NARRATION, f"“{CLOSED[:-1]},” Ada Ames said.\n")),
        page(
            "two.txt",
            (Voice.NARRATION, f"Ada Ames said: “{SHUT}”\n"),
            outlet="The Gull",
            published="2031-04-06",
        ),
        page(
            "three.txt",
            (Voice.NARRATION, "“The road is closed to lorries,” Ada Ames said.\n"),
            outlet="The Tern",
            published="2031-04-06",
        ),
    ]
    with catalogue_of(tmp_path, pages) as catalogue:
        found = ledger(catalogue, LedgerQuery(filters=Filters(speaker="Ada Ames")))
    relations = {
        row.entry.quote: [variant.relation for variant in row.variants] for row in found.rows
    }
    assert sorted(relations.values()) == [[], ["reworded"]]
    (row,) = (one for one in found.rows if one.variants)
    assert row.sources == 2
    assert {row.entry.file, row.variants[0].entry.file} == {"one.txt", "two.txt"}
    assert any(not piece.same for piece in row.variants[0].diff)
