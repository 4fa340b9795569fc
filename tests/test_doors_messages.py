"""What the chat shows: escaped, on one line, every quote once, and only issued markers linked."""

import ast
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from shelf import HARBOUR, HOSTILE, HOSTILE_PAGE, Shelf

from rag.doors.chat.messages import answer_stages, asked_html, notice_html, waiting_html
from rag.doors.chat.prose import prose
from rag.doors.flow import flow, left_over
from rag.values.answer import Answer, Citation, Disagreement, Side, Withheld

SHELF = Shelf(HARBOUR, HOSTILE_PAGE)
BRIDGE = SHELF.ask("What about the bridge?")
CHIPS = {1: Markup('<a href="/one">1</a>')}
HARMLESS = {"div", "p", "a", "ol", "ul", "li", "blockquote", "strong", "em", "span", "br", "h3"}
HARMLESS |= {"details", "summary"}


class Tags(HTMLParser):
    """Collects the tags, link targets and text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def whole(answer: Answer) -> str:
    return list(answer_stages(answer))[-1]


def answer(text: str, **more: object) -> Answer:
    return Answer(
        question="q",
        standalone_question="q",
        status="answered",
        mode="extractive",
        text=text,
        citations=BRIDGE.citations,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("question", ["What about the squid?", "volcano?", "bridge or squid"])
def test_page_text_stays_text(question: str) -> None:
    for stage in answer_stages(SHELF.ask(question)):
        seen = Tags(stage)
        assert seen.tags <= HARMLESS
        assert seen.attributes <= {"class", "href", "target", "title", "dir"}
        assert all(link.startswith("/articles/") for link in seen.links)
        assert "\n" not in stage
        assert "\x1b" not in stage


@given(st.text(max_size=200))
def test_no_text_makes_tags_or_lines(text: str) -> None:
    for html in (asked_html(text), notice_html(text), waiting_html(text), prose(text, {})):
        seen = Tags(html)
        assert seen.tags <= HARMLESS
        assert not seen.links
        assert "\n" not in html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("so [1]", '<p>so <a href="/one">1</a></p>'),
        ("so [2]", "<p>so [2]</p>"),
        (r"so \[1]", "<p>so [1]</p>"),
        ("so [1](javascript:x)", '<p>so <a href="/one">1</a>(javascript:x)</p>'),
        ("[1]: https://evil.example\n\n[1]", '<p><a href="/one">1</a>: https://evil.example</p>'),
        ("![a](https://evil.example/x.png)", "<p>![a](https://evil.example/x.png)</p>"),
        ("<https://evil.example>", "<p>&lt;https://evil.example&gt;</p>"),
        ("<img src=x onerror=y>", "<p>&lt;img src=x onerror=y&gt;</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
    ],
)
def test_markdown_makes_emphasis_and_issued_citations_only(markdown: str, html: str) -> None:
    assert prose(markdown, CHIPS).startswith(html)


def test_a_quoted_block_is_shown_as_its_citation() -> None:
    [cited] = BRIDGE.citations
    pieces = list(flow(answer(f"She said:\n\n> {cited.quote} [1]\n\nAnd so on.")))
    assert pieces == ["She said:", cited, "And so on."]
    assert left_over(answer(f"> {cited.quote} [1]")) == []
    assert left_over(answer("She said so. [1]")) == [cited]


def test_a_forged_marker_does_not_take_a_quotes_place() -> None:
    pieces = list(flow(answer("> someone else's words \\[1]")))
    assert not any(isinstance(piece, Citation) for piece in pieces)


def test_an_answer_grows_and_ends_with_every_quote() -> None:
    text = "First.\n\nSecond. [1]\n\nThird."
    stages = list(answer_stages(answer(text)))
    lengths = [len(stage) for stage in stages]
    assert lengths == sorted(lengths)
    assert len(stages) > 2
    assert BRIDGE.citations[0].quote in Tags(stages[-1]).text


def test_what_differs_and_what_was_left_out_is_shown() -> None:
    sides = (Side("open", (1,)), Side("closed", (1,)))
    shown = Tags(
        whole(
            answer(
                "So [1]",
                disagreements=(Disagreement("the <b>road</b>", sides),),
                withheld=(
                    Withheld("<i>9 dead</i>", "the number is not in the source", "unsupported"),
                ),
            )
        )
    )
    assert "The sources differ on the <b>road</b>" in shown.text
    assert "<i>9 dead</i>" in shown.text
    assert shown.tags <= HARMLESS


def test_a_question_understood_otherwise_is_shown_as_understood() -> None:
    told = replace(SHELF.ask("bridge?"), standalone_question="Is the <b>bridge</b> safe?")
    assert "Understood as: Is the <b>bridge</b> safe?" in Tags(whole(told)).text
    assert "Understood as" not in whole(SHELF.ask("bridge?"))


def test_an_abstention_shows_its_reason_and_the_nearest_words() -> None:
    told = SHELF.ask("volcano?")
    assert told.abstention is not None
    text = Tags(whole(told)).text
    assert told.abstention.reason in text
    assert told.abstention.nearest[0].quote in text


def test_html_is_made_of_constants_only() -> None:
    """Every piece of HTML in the doors is a literal; whatever is put into it gets escaped."""
    doors = Path(__file__).parents[1] / "rag" / "doors"
    sinks = []
    for file in doors.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            if isinstance(name, ast.Name) and name.id == "Markup":
                made = node.args[0] if isinstance(node, ast.Call) else None
                if not isinstance(made, ast.Constant):
                    sinks.append(f"{file.name}: {ast.unparse(node)}")
    assert sorted(sinks) == [
        "frame.py: Markup(style)",  # our own style sheet, within the page
        "prose.py: Markup(html)",  # made by markdown-it with HTML, links and images switched off
    ]


def test_the_hostile_page_is_hostile() -> None:
    assert HOSTILE in HOSTILE_PAGE.text
    assert re.search(r"<script>.*onerror.*javascript:.*\x1b", HOSTILE, re.S)
