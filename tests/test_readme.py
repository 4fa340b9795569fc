"""The README names only what is there, and its example quotes only what the pages say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

import onrecord
from rag.adapters.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [name for name in targets if not (document.parent / name).exists()] == []


def test_every_command_is_one() -> None:
    commands = getattr(typer.main.get_command(onrecord.command()), "commands", {})
    named = set(re.findall(r"onrecord ([a-z]+)", README)) | set(
        re.findall(r"start\.py ([a-z]+)", README)
    )
    assert named - {"test"} <= set(commands)
    assert set(commands) - {"bench", "eval"} <= set(re.findall(r"[a-z]+", README))


def test_every_setting_is_one_and_none_is_missing() -> None:
    named = {name.removeprefix(PREFIX).lower() for name in re.findall(rf"{PREFIX}[A-Z_]+", README)}
    assert named == set(Settings.model_fields)


def quoted() -> Iterator[str]:
    """The quotes under `[n]` in the printed answers, as one line each."""
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE):
        if language:
            continue
        for quote in re.findall(r"^\[\d+\] (.*?)\n    ", block, re.DOTALL | re.MULTILINE):
            yield " ".join(quote.split())


def test_the_examples_quote_the_sample_pages() -> None:
    pages = [file.read_text("utf-8") for file in (ROOT / "seeds").iterdir()]
    words = [" ".join(page.split()) for page in pages]
    quotes = list(quoted())
    assert len(quotes) >= 3
    assert [quote for quote in quotes if not any(quote in page for page in words)] == []
