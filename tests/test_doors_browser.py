"""The chat page in a real Chromium: ask, watch the answer grow, open the words it rests on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commanding import onrecord
from pages import write_pages
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect, sync_playwright
from test_doors_serving import serving_process

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP rebound.example 127.0.0.1",
)
BRIDGE = "What did Mara Lindqvist say about the bridge?"
BRIDGE_WORDS = "The bridge is not safe today, and we will not pretend that it is,"
SCREENSHOTS = "README_SCREENSHOTS"
LEFT = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
"""What Gradio says when its page is left before its connection stands; nobody sees it."""
SCREEN: ViewportSize = {"width": 1100, "height": 900}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else the one that playwright installed."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    pages = write_pages(folder / "pages", "harbour.txt", "ferry.txt", "squid.txt")
    with serving_process(folder / "archive", str(pages)) as (at, _):
        yield at


class Visit:
    """A page, with everything that it asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.context.on("request", self._requested)
        page.context.on("weberror", lambda error: self._complained(str(error.error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("console", lambda line: self._said(line.type, line.text))
        page.goto(address)
        expect(page.locator("#question textarea")).to_be_visible(timeout=30_000)

    def _requested(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error":
            self._complained(text)

    def _complained(self, text: str) -> None:
        if not text.startswith(LEFT):
            self.complaints.append(text)

    @property
    def foreign(self) -> list[str]:
        own = (self.address, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]

    def ask(self, question: str) -> None:
        self.page.locator("#question textarea").fill(question)
        self.page.keyboard.press("Enter")


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 1200, "height": 860})
    visit = Visit(context.new_page(), address)
    yield visit
    context.close()
    assert visit.foreign == []
    assert visit.complaints == []


def test_ask_read_and_open_the_words(visit: Visit) -> None:
    visit.page.evaluate(
        """() => {
            window.states = new Set();
            new MutationObserver(() => {
                const answers = document.querySelectorAll("#chat [data-testid='bot']");
                if (answers.length) window.states.add(answers[answers.length - 1].innerText);
            }).observe(document.body, {childList: true, subtree: true, characterData: true});
        }"""
    )
    visit.ask(BRIDGE)
    card = visit.page.locator("#chat .card").first
    expect(card).to_contain_text(BRIDGE_WORDS)
    expect(card).to_contain_text("Mara Lindqvist")
    expect(card).to_contain_text("5 April 2031")
    expect(card).to_contain_text("harbour.txt")
    expect(visit.page.locator("#chat .checked")).to_be_visible()
    states = visit.page.evaluate("[...window.states]")
    assert any("Searching" in state for state in states)
    assert len([state for state in states if state.strip()]) >= 2
    with visit.page.context.expect_page() as opened:
        card.locator("a.open").click()
    mark = opened.value.locator("mark#quote")
    expect(mark).to_be_in_viewport()
    assert BRIDGE_WORDS in mark.inner_text()
    assert "Article" in opened.value.locator("section:has(mark) .voice").inner_text()


def test_the_page_text_does_nothing(visit: Visit) -> None:
    visit.ask("What did Olga Meier say about the squid?")
    card = visit.page.locator("#chat .card").first
    expect(card).to_contain_text("<img src=https://evil.example/x.png")
    assert visit.page.locator("#chat img, #chat script").count() == 0
    with visit.page.context.expect_page() as opened:
        card.locator("a.cite").click()
    expect(opened.value.locator("mark#quote")).to_contain_text("<script>window.stolen=1</script>")
    for page in (visit.page, opened.value):
        assert page.evaluate("window.stolen === undefined")


def test_what_the_user_writes_does_nothing_either(visit: Visit) -> None:
    question = "<img src=https://evil.example/q onerror=alert(1)> ![x](https://evil.example/i)"
    visit.ask(question)
    expect(visit.page.locator("#chat .asked")).to_have_text(question)
    expect(visit.page.locator("#chat .abstention, #chat .card").first).to_be_visible()


def test_an_abstention_says_why_and_what_is_nearest(visit: Visit) -> None:
    visit.ask("Who won the chess championship on the moon?")
    expect(visit.page.locator("#chat .abstention")).to_be_visible()
    expect(visit.page.locator("#chat .abstention .covered")).to_contain_text("3 articles")


def test_an_empty_question_gets_a_friendly_word(visit: Visit) -> None:
    visit.ask("   ")
    expect(visit.page.locator("#chat .notice")).to_contain_text("Write a question first")


def test_filters_limit_the_answer_and_bad_ones_are_explained(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Filters").click()
    since = visit.page.get_by_label("Published since")
    since.fill("2032")
    visit.ask(BRIDGE)
    expect(visit.page.locator("#chat .abstention")).to_be_visible()
    since.fill("last week")
    visit.ask(BRIDGE)
    expect(visit.page.locator("#chat .notice")).to_contain_text("is not a date")


def test_an_example_is_answered_and_a_follow_up_keeps_the_conversation(visit: Visit) -> None:
    visit.page.locator("#chat .example").first.click()
    expect(visit.page.locator("#chat .card").first).to_be_visible()
    visit.ask(BRIDGE)
    expect(visit.page.locator("#chat .asked")).to_have_count(2)
    expect(visit.page.locator("#chat .asked").last).to_be_in_viewport()
    expect(visit.page.locator("#chat [data-testid='bot']").last).to_have_attribute(
        "aria-label", "Answer"
    )


def test_it_works_by_keyboard_alone(visit: Visit) -> None:
    expect(visit.page.locator("#question textarea")).to_be_focused()
    visit.page.keyboard.type(BRIDGE)
    visit.page.keyboard.press("Enter")
    chip = visit.page.locator("#chat .card a.open").first
    expect(chip).to_be_visible()
    for _ in range(40):
        if chip.evaluate("link => link === document.activeElement"):
            break
        visit.page.keyboard.press("Shift+Tab")
    with visit.page.context.expect_page() as opened:
        visit.page.keyboard.press("Enter")
    expect(opened.value.locator("mark#quote")).to_be_visible()


def test_the_ledger_and_the_check_work_by_their_forms(visit: Visit) -> None:
    page = visit.page
    page.get_by_role("link", name="Who said what").click()
    page.get_by_label("Speaker").fill("Mara Lindqvist")
    page.keyboard.press("Enter")
    expect(page.locator(".ledger li").first).to_contain_text(BRIDGE_WORDS)
    page.get_by_role("link", name="Check a draft").click()
    page.get_by_label("Draft").fill(
        f"“{BRIDGE_WORDS}” said Mara Lindqvist. “The bridge is safe today,” said Mara Lindqvist."
    )
    page.get_by_role("button", name="Check the quotes").click()
    expect(page.locator(".verdict")).to_have_count(2)
    expect(page.locator(".verdict.verified")).to_have_count(1)
    page.locator(".verdict.verified a.open").click()
    expect(page.locator("mark#quote")).to_be_in_viewport()


def test_a_script_that_the_server_did_not_send_does_not_run(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page()
    page.goto(address)
    expect(page.locator("#question textarea")).to_be_visible(timeout=30_000)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.stolen = 1";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='stolen = 1'>");
        }"""
    )
    expect(page.locator("img[src='x']")).to_have_js_property("complete", value=True)
    assert page.evaluate("window.stolen === undefined")
    page.close()


def test_a_foreign_site_reaches_nothing(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    port = address.rpartition(":")[2]
    rebound = page.goto(f"http://rebound.example:{port}/api/articles")
    assert rebound is not None
    assert rebound.status == 421
    statuses: list[int] = []
    page.on("response", lambda response: statuses.append(response.status))
    outcomes = page.evaluate(
        """async address => {
            const outcomes = [];
            for (const [path, options] of [
                ["/api/articles", {}],
                ["/api/ask", {method: "POST", mode: "no-cors", body: '{"question": "x"}'}],
                ["/gradio_api/queue/join", {method: "POST", body: "{}"}],
            ]) {
                try {
                    const answer = await fetch(address + path, options);
                    outcomes.push(await answer.text());
                } catch (error) {
                    outcomes.push("");
                }
            }
            return outcomes;
        }""",
        address,
    )
    page.close()
    assert outcomes == ["", "", ""]
    assert set(statuses) <= {403, 421}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1200, "dark")])
def test_phone_width_and_darkness(
    width: int, scheme: str, chromium: Browser, address: str, tmp_path: Path
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    visit = Visit(context.new_page(), address)
    visit.ask(BRIDGE)
    expect(visit.page.locator("#chat .card").first).to_be_visible()
    assert visit.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in paper[4:-1].split(",")[:3]) / 3
    assert (brightness < 80) is (scheme == "dark")
    visit.page.screenshot(path=tmp_path / f"{width}-{scheme}.png")
    context.close()
    assert visit.foreign == []


@pytest.mark.skipif(SCREENSHOTS not in os.environ, reason=f"{SCREENSHOTS}=FOLDER writes them")
def test_screenshots_for_the_readme(chromium: Browser, tmp_path: Path) -> None:
    seeds, folder = Path(__file__).parents[1] / "seeds", Path(os.environ[SCREENSHOTS])
    assert onrecord("ingest", str(seeds), archive=tmp_path / "archive").returncode == 0
    with serving_process(tmp_path / "archive") as (at, _):
        context = chromium.new_context(viewport=SCREEN, device_scale_factor=2)
        visit = Visit(context.new_page(), at)
        visit.ask("What did Aliyev say about the corridor?")
        expect(visit.page.locator("#chat .checked")).to_be_visible()
        visit.page.screenshot(path=folder / "chat.png")
        quoted = visit.page.locator("#chat .card").filter(has_text="It is open")
        with context.expect_page() as opened:
            quoted.locator("a.open").click()
        expect(opened.value.locator("mark#quote")).to_be_in_viewport()
        opened.value.screenshot(path=folder / "page.png")
        context.close()
