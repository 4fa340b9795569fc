"""Which article a person means."""

import pytest
from shelf import HARBOUR, HOSTILE_PAGE, Shelf, page

from ingest import Voice
from rag.doors.naming import find_article, named_article
from rag.values.catalogued import ArticleSummary
from rag.values.errors import ArticleMissing

TWIN = page("harbour.txt", (Voice.NARRATION, "Another page of the same name."))


@pytest.mark.parametrize("reference", [HARBOUR.id, HARBOUR.id[:6], "harbour.txt", HARBOUR.path])
def test_id_start_of_id_and_file_name_mean_the_article(reference: str) -> None:
    assert named_article(Shelf(HARBOUR, HOSTILE_PAGE).summaries(), reference) == HARBOUR.id


@pytest.mark.parametrize("reference", ["", HARBOUR.id[:3], "nowhere.txt", HARBOUR.id + "0"])
def test_what_means_nothing_is_refused(reference: str) -> None:
    with pytest.raises(ArticleMissing, match="onrecord list"):
        named_article(Shelf(HARBOUR).summaries(), reference)


def test_what_means_several_is_refused_with_the_choices() -> None:
    with pytest.raises(ArticleMissing, match=r"fits 2 articles.*name one id"):
        named_article(Shelf(HARBOUR, TWIN).summaries(), "harbour.txt")


def test_a_whole_id_needs_no_list() -> None:
    class Unlisted(Shelf):
        """A shelf so large that listing it would take too long."""

        def summaries(self) -> list[ArticleSummary]:
            raise AssertionError("listed")

    assert find_article(Unlisted(HARBOUR), HARBOUR.id) == HARBOUR
    assert find_article(Shelf(HARBOUR), "harbour.txt") == HARBOUR
    with pytest.raises(ArticleMissing):
        find_article(Shelf(HARBOUR), "0" * 20)
