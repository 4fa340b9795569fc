import pytest

from evals.cast.rewriting import Rewrite, content_words, rewriting_figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What are its symptoms?", {"symptoms"}),
        ("the Orrin tunnel’s drills", {"orrin", "tunnel", "drills"}),
        ("Is it?", set()),
    ],
)
def test_content_words(text: str, words: set[str]) -> None:
    assert content_words(text) == words


def test_only_added_words_count() -> None:
    turns = [
        Rewrite("Who built it?", "Who built the Orrin tunnel?", "Who built the tunnel?"),
        Rewrite("And the ferry?", "And the ferry?", "And the ferry tunnel?"),
    ]
    precision, recall, both = rewriting_figures("rules", turns, floor=0.6)
    assert precision.value == pytest.approx(1 / 2)
    assert recall.value == pytest.approx(1 / 2)
    assert both.value == pytest.approx(0.5)
    assert not both.holds
