"""Quotations that are paragraphs of their own, between other sentences."""

from pathlib import Path

from quoted_pages import catalogue_of, page

from ingest import Voice
from rag.steps.quoting.draft import Pages, check_quote

TEXT = (
    "When the pier sank, Mayor Ada Ames released the following statement:\n\n"
    "“Ivo and I offer our help to everybody who lost a boat. I remember how it was built.”\n\n"
    "The harbour office is expected to say more on Monday.\n"
)


def test_the_next_paragraph_takes_nothing_back(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, [page("pier.txt", (Voice.NARRATION, TEXT))]) as catalogue:
        quote = (
            "Ivo and I offer our help to everybody who lost a boat. I remember how it was built."
        )
        checked = check_quote(quote, "Ada Ames", Pages(catalogue))
    assert checked.verdict == "verified", checked.note
