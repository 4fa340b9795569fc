"""Pages stored in one transaction: as if one after another, and all of them or none."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_articles import captured, simple
from sqlalchemy import create_engine, select
from word_vectors import WordVectors

from ingest import Article
from rag.adapters.sqlite import open_writer
from rag.adapters.sqlite.schema import metadata
from rag.ports.catalogue import NewPage
from rag.steps.archiving.passages import embedded, split
from rag.values.errors import ArchiveDamaged

EMBEDDER = WordVectors()
URL = "https://harbour.example/tolls"
REPORT = " ".join(f"The council weighed part {n} of the toll for lorries." for n in range(9))


def page(article: Article, fetched: dt.datetime | None = None) -> NewPage:
    passages = split(article)
    vectors = EMBEDDER.passages(embedded(article, passages))
    capture = replace(captured(article.text, article.path), fetched=fetched)
    return NewPage(article, capture, passages, vectors)


def ferry(text: str, speaker: str) -> NewPage:
    return page(simple(text, "ferry", speakers=[speaker]))


def pages() -> list[NewPage]:
    """Return pages that come again, replace others, come late, and copy one another."""
    days = [dt.datetime(2031, 4, day, tzinfo=dt.UTC) for day in (2, 1, 3)]
    return [
        ferry("The ferry sails at noon.", "Ada Holm"),
        ferry("The ferry sails at noon.", "Ada Holm"),
        ferry("The ferry stays in port.", "Bo Lind"),
        page(simple(REPORT, "ledger", speakers=["Ada Holm"])),
        page(simple(f"{REPORT} So it ended.", "courier")),
        ferry("The ferry sails at noon.", "Ada Holm"),
        *(
            page(simple(f"Tolls rise by {n}.", f"toll{n}", url=URL), fetched)
            for n, fetched in enumerate(days)
        ),
        ferry("The ferry stays in port.", "Bo Lind"),
        page(simple(f"{REPORT} So it began.", "post")),
    ]


def contents(folder: Path) -> dict[str, Any]:
    """Return all that is stored, and the words of each full-text table with their places."""
    engine = create_engine(f"sqlite:///{folder / 'catalogue.sqlite'}")
    with engine.begin() as connection:
        rows: dict[str, Any] = {
            table.name: connection.execute(select(table)).all()
            for table in metadata.sorted_tables
            if table.name != "state"
        }
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        for name in [name for name in names if name.endswith("_words")]:
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE temp.entered USING fts5vocab(main, {name}, instance)"
            )
            entered = "SELECT * FROM entered ORDER BY term, doc, col, offset"
            rows[name] = connection.exec_driver_sql(entered).all()
            connection.exec_driver_sql("DROP TABLE temp.entered")
    engine.dispose()
    return rows


@pytest.mark.parametrize("together", [2, 3, 11])
def test_pages_stored_together_end_as_those_stored_one_by_one(
    tmp_path: Path, together: int
) -> None:
    told = []
    for name, size in (("alone", 1), ("together", together)):
        (tmp_path / name).mkdir()
        catalogue = open_writer(tmp_path / name, EMBEDDER.name)
        groups = [pages()[at : at + size] for at in range(0, len(pages()), size)]
        told.append([one for group in groups for one in catalogue.add(group)])
        assert catalogue.faults() == []
        catalogue.close()
    alone, grouped = told
    assert grouped == alone
    assert {one.kind for one in alone} == {"added", "unchanged", "replaced"}
    stored = contents(tmp_path / "together")
    assert stored == contents(tmp_path / "alone")
    assert stored["article_words"]
    assert stored["past_article_words"]
    assert len({row.story for row in stored["articles"] if row.path in {"ledger", "post"}}) == 1


def test_of_pages_stored_together_all_are_there_or_none(tmp_path: Path) -> None:
    catalogue = open_writer(tmp_path, EMBEDDER.name)
    first = ferry("The ferry sails at noon.", "Ada Holm")
    broken = replace(
        page(simple("The lock is shut.", "lock")), vectors=np.zeros((9, 2), np.float32)
    )
    with pytest.raises(ArchiveDamaged):
        catalogue.add([first, broken])
    assert catalogue.known(first.capture) is None
    assert catalogue.summaries() == []
    assert catalogue.faults() == []
    catalogue.close()
