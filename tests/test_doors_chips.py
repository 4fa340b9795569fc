"""Further questions on the chat page: chips that a mouse or a keyboard asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_doors_browser import chromium
from test_doors_serving import serving_process

pytestmark = pytest.mark.browser

TOLL = """Toll at Quennell goes up

April 5, 2031

“Nobody likes the toll, and I like it least,” Odile Maren, the harbour minister, said.

Bruno Pell, who speaks for the millers' guild, called the toll “a tax on bread.”
"""

__all__ = ["chromium"]


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "toll.txt").write_text(TOLL, "utf-8")
    with serving_process(tmp_path / "archive", str(tmp_path / "toll.txt")) as (at, _):
        context = chromium.new_context()
        page = context.new_page()
        page.goto(at)
        expect(page.locator("#question textarea")).to_be_visible(timeout=30_000)
        yield page
        context.close()


def test_a_chip_asks_its_question_by_click_and_by_key(page: Page) -> None:
    page.locator("#question textarea").fill("What did Maren say about the toll?")
    page.keyboard.press("Enter")
    chip = page.get_by_role("button", name="What did Bruno Pell say about the toll?")
    chip.click()
    expect(page.locator("#chat .asked").last).to_have_text(
        "What did Bruno Pell say about the toll?"
    )
    expect(page.locator("#chat .card").last).to_contain_text("a tax on bread", timeout=20_000)
    compare = page.get_by_role("button", name="Compare what Bruno Pell and Odile Maren")
    compare.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chat .asked").last).to_contain_text("Compare what Bruno Pell")
    expect(page.locator("#chat .answer").last).to_contain_text("side by side", timeout=20_000)
