"""The quote check's own examination, at counts that fit a commit."""

import random
import unicodedata
from pathlib import Path

import pytest

from evals.folding import fold as examiner_fold
from evals.quotecheck.corpus import Corpus, read_corpus
from evals.quotecheck.mutations import MUTATIONS, Said
from evals.quotecheck.suite import measure
from evals.quotecheck.typography import varied
from evals.suites import SUITES

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(SEEDS)


def test_true_quotes_pass_and_mutated_ones_never_do(corpus: Corpus) -> None:
    figures, outcomes = measure(corpus, 200, 400)
    by_name = {figure.name: figure for figure in figures}
    assert by_name["true quotes verified"].value == 1.0, outcomes
    assert by_name["mutated quotes verified"].value == 0.0, outcomes
    assert by_name["mutated quotes verified"].n > 200
    named = by_name["mutations named rightly"].value
    assert named is not None
    assert named > 0.9


QUOTE = (
    "We are not going to close it, which many feared, before 12 ships of Anna’s forty – all of"
    " them – will leave."
)


def drawn(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311 - drawn for a test, not for a secret


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mutation_changes_the_words(name: str) -> None:
    said = Said(QUOTE, "Ivo Brandt", ("Nobody will miss a boat at all today.",), ("Mara Holm",))
    made = [MUTATIONS[name].mutate(said, drawn(n)) for n in range(20)]
    assert any(made)
    assert QUOTE not in made


def test_other_typography_leaves_the_letters() -> None:
    plain = {char for char in examiner_fold(QUOTE) if char.isalnum()}
    for n in range(100):
        other = unicodedata.normalize("NFKC", varied(QUOTE, drawn(n)))
        assert {char for char in examiner_fold(other) if char.isalnum()} == plain


def test_the_suite_is_listed() -> None:
    assert SUITES["quotecheck"].module == "evals.quotecheck.suite"
