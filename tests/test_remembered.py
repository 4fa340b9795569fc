"""The remembering embedder gives what the one behind it gives, and asks it less often."""

from collections.abc import Sequence

import numpy as np

from rag.ports.embedder import Vectors
from rag.wiring.remembered import Remembered


class Lengths:
    """Vectors made of a text's length; it counts how many texts it was given."""

    name = "lengths"
    dimension = 2

    def __init__(self) -> None:
        self.given = 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.given += len(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)

    def query(self, text: str) -> Vectors:
        row: Vectors = self.passages([text])[0]
        return row


def test_each_text_is_embedded_once_and_rows_keep_their_order() -> None:
    behind = Lengths()
    embedder = Remembered(behind)
    assert embedder.passages(["aa", "b", "aa"])[:, 0].tolist() == [2, 1, 2]
    assert embedder.passages(["b", "cccc", "aa"])[:, 0].tolist() == [1, 4, 2]
    assert behind.given == 3
    assert embedder.passages([]).shape == (0, 2)


def test_what_was_not_seen_for_long_is_forgotten() -> None:
    behind = Lengths()
    embedder = Remembered(behind, kept=2)
    for text in ("a", "bb", "a", "ccc", "a", "bb"):
        assert embedder.passages([text])[0, 0] == len(text)
    assert behind.given == 4


def test_a_row_handed_out_cannot_be_changed_from_outside() -> None:
    embedder = Remembered(Lengths())
    embedder.passages(["aa"])[0, 0] = 9
    assert embedder.passages(["aa"])[0, 0] == 2
    assert embedder.query("aaa").tolist() == [3, 1]
    assert not embedder.query("aaa").flags.writeable
