"""The counting behind the page suites."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.examination.case import SuiteInvalid
from evals.pages.corpus import SavedPage, half_of, read_pages
from evals.pages.judged import JUDGED
from evals.pages.reading import read_saved
from evals.pages.tally import Tally, tally, total

HTML = b"""<html><head><meta charset="utf-8"><title>Mill</title></head><body><h1>Mill to open</h1>
<article><p>The old paper mill on the Lenn will open as a museum next spring,
its owners said.</p><p>The mill made paper for two hundred years and closed when its last buyer went
bankrupt.</p></article>
<div id="comments"><p>Anke:
I worked there as a girl and I still remember the noise it made.</p></div>
<footer>Imprint of the Courier</footer></body></html>"""
PAGE = SavedPage(
    url="https://courier.example/mill",
    content=HTML,
    body=("two hundred years", "its owners said", "not in the page"),
    not_body=("Imprint of the Courier", "Subscribe"),
    comments=("I worked there as a girl", "a comment that was loaded later"),
    author="",
    date="",
)


def test_strings_are_counted_as_kept_lost_and_wrong() -> None:
    text = "two hundred years, its owners said. Imprint of the Courier. I worked there as a girl"
    assert tally(PAGE, text, text) == Tally(
        kept=2, lost=1, wrong=1, comments=1, comments_in_body=1, readers=1, readers_in_body=1
    )


def test_strings_that_are_no_readers_words_are_counted_apart() -> None:
    judged = JUDGED[0]
    page = replace(PAGE, url=judged.page, comments=("the owners said so",))
    assert judged.place == 0
    counted = tally(page, "the owners said so", "the owners said so")
    assert (counted.comments, counted.comments_in_body) == (1, 1)
    assert (counted.readers, counted.readers_in_body) == (0, 0)


def test_the_f_score_weighs_both_errors() -> None:
    both = total([Tally(kept=3, lost=1), Tally(kept=1, wrong=1)])
    assert both.f_score == pytest.approx(2 * 4 / (2 * 4 + 1 + 1))
    assert Tally().f_score is None


def test_a_page_is_read_in_both_forms() -> None:
    seen = read_saved(PAGE)
    assert (seen.markup.kept, seen.markup.wrong, seen.markup.comments_found) == (2, 0, 1)
    assert (seen.dump.kept, seen.dump.wrong) == (2, 0)
    # Nothing in the dump tells the lone comment from a paragraph: the suite names what leaked.
    assert seen.leaks == ("text dump: I worked there as a girl",)


def test_pages_of_one_site_fall_into_one_half() -> None:
    assert half_of("https://www.courier.example/a") == half_of("https://blog.courier.example/b")


def test_the_set_is_read_from_its_folder(tmp_path: Path) -> None:
    with pytest.raises(SuiteInvalid, match=r"evaldata\.json"):
        list(read_pages(tmp_path))
    told = {
        "https://courier.example/mill": {"file": "mill.html", "with": ["a"], "author": ["A", "B"]}
    }
    (tmp_path / "evaldata.json").write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "mill.html.gz").write_bytes(gzip.compress(HTML))
    (page,) = read_pages(tmp_path)
    assert (page.content, page.body, page.author) == (HTML, ("a",), "A; B")
