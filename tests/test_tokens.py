import subprocess
import sys
from pathlib import Path

import pytest

from rag.adapters import tokens
from rag.adapters.tokens import TokenCounter, encoding_name

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("model", "encoding"),
    [
        ("gpt-4o", "o200k_base"),
        ("gpt-5-mini", "o200k_base"),
        ("text-embedding-3-small", "cl100k_base"),
        ("llama3.2:3b", "o200k_base"),
        ("davinci", "o200k_base"),
        ("gpt-oss-20b", "o200k_base"),
        ("", "o200k_base"),
    ],
)
def test_every_model_has_a_shipped_encoding(model: str, encoding: str) -> None:
    assert encoding_name(model) == encoding
    assert TokenCounter(model).count("The night ferry sails.") == 5


@pytest.mark.parametrize(("text", "count"), [("", 0), ("<|endoftext|>", 7), ("a\ud800", 4)])
def test_odd_texts_are_counted_as_plain_text(text: str, count: int) -> None:
    assert TokenCounter("gpt-4o").count(text) == pytest.approx(count, abs=3)


def test_a_long_run_without_spaces_is_counted_in_slices() -> None:
    # Encoded at once, this would take hours.
    assert TokenCounter("gpt-4o").count("^" * 4_000_000) > 4_000


def test_without_tables_the_count_is_an_estimate(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tokens, "shipped_tables", lambda: tmp_path)
    assert TokenCounter("gpt-4o").count("ferry sails") == 3
    (tmp_path / tokens.TABLES["o200k_base"][0]).write_bytes(b"cut off")
    assert TokenCounter("gpt-4o").count("ferry sails") == 3


def test_counting_neither_connects_nor_touches_the_users_cache(tmp_path: Path) -> None:
    program = (
        "import os, socket\n"
        "def refuse(*_): raise AssertionError('connected')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from rag.adapters.tokens import TokenCounter\n"
        "print(TokenCounter('davinci').count('ferry'), os.environ['TIKTOKEN_CACHE_DIR'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"TIKTOKEN_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["2", str(tmp_path)]
    assert list(tmp_path.iterdir()) == []
