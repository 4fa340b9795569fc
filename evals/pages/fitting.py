"""Fits the line model that `ingest.voices.model` applies, on half of the sites of the page set.

    python -m evals.pages.fitting FOLDER OUT.json

The network is small enough for numpy alone: one hidden layer, trained with Adam (Kingma and Ba,
ICLR 2015) with dropout. The same data give the same weights.
"""

import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evals.pages.corpus import read_pages
from evals.pages.labels import READER, examples

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]
    Kinds = npt.NDArray[np.int64]

_HIDDEN, _CLASSES = 24, 3
_ROUNDS, _BATCH, _RATE, _DECAY, _DROPPED = 12, 512, 3e-3, 1e-4, 0.1
_CLIP, _LEAK = 4.0, 0.01
_READERS_COUNT = 1.5
"""A reader taken for the article does more harm than a menu taken for it."""


def main(folder: Path, out: Path) -> None:
    """Fit the model on the pages in `folder` and write its weights to `out`."""
    import numpy as np

    pages = [page for page in read_pages(folder) if page.half == "chosen on"]
    with ProcessPoolExecutor(max_workers=min(8, os.cpu_count() or 1)) as pool:
        lines = [line for page in pool.map(examples, pages, chunksize=8) for line in page]
    numbers = np.array([line.numbers for line in lines], np.float32)
    kinds = np.array([line.kind for line in lines])
    weights = np.array([line.weight for line in lines], np.float32)
    weights[kinds == READER] *= _READERS_COUNT
    mean, deviation = numbers.mean(0), numbers.std(0) + 1e-3
    scaled = np.clip((numbers - mean) / deviation, -_CLIP, _CLIP).astype(np.float32)
    layers = _fitted(scaled, kinds, weights / weights.mean())
    names = ("mean", "deviation", "hidden", "hidden_bias", "output", "output_bias")
    stored = dict(zip(names, (mean, deviation, *layers), strict=True))
    rounded = {name: _rounded(array.tolist()) for name, array in stored.items()}
    out.write_text(json.dumps(rounded), encoding="utf-8")


@dataclass
class _Adam:
    """One weight array on its way to the least loss."""

    value: "Matrix"
    first: "Matrix" = field(init=False)
    second: "Matrix" = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        self.first = self.value * 0
        self.second = self.value * 0

    def move(self, slope: "Matrix", rate: float) -> None:
        """Take one step down the slope."""
        self.steps += 1
        self.first = 0.9 * self.first + 0.1 * slope
        self.second = 0.999 * self.second + 0.001 * slope * slope
        first = self.first / (1 - 0.9**self.steps)
        second = self.second / (1 - 0.999**self.steps)
        self.value = (self.value - rate * first / (second**0.5 + 1e-8)).astype("float32")


def _fitted(scaled: "Matrix", kinds: "Kinds", weights: "Matrix") -> "tuple[Matrix, ...]":
    import numpy as np

    chance = np.random.default_rng(0)
    count, width = scaled.shape
    hidden = _Adam(chance.normal(0, (2 / width) ** 0.5, (width, _HIDDEN)).astype(np.float32))
    hidden_bias = _Adam(np.zeros(_HIDDEN, np.float32))
    output = _Adam(chance.normal(0, (1 / _HIDDEN) ** 0.5, (_HIDDEN, _CLASSES)).astype(np.float32))
    output_bias = _Adam(np.zeros(_CLASSES, np.float32))
    total = _ROUNDS * (count // _BATCH + 1)
    step = 0
    for _ in range(_ROUNDS):
        order = chance.permutation(count)
        for start in range(0, count, _BATCH):
            batch = order[start : start + _BATCH]
            step += 1
            rate = _RATE * (1 - step / total)
            rows = scaled[batch]
            inner = rows @ hidden.value + hidden_bias.value
            kept = (chance.random(inner.shape) > _DROPPED) / (1 - _DROPPED)
            active = (np.maximum(inner, _LEAK * inner) * kept).astype(np.float32)
            scores = active @ output.value + output_bias.value
            powers = np.exp(scores - scores.max(1, keepdims=True))
            slope = powers / powers.sum(1, keepdims=True)
            slope[np.arange(len(batch)), kinds[batch]] -= 1
            slope *= weights[batch, None] / len(batch)
            back = (slope @ output.value.T) * kept * np.where(inner > 0, 1, _LEAK)
            output.move(active.T @ slope + _DECAY * output.value, rate)
            output_bias.move(slope.sum(0), rate)
            hidden.move((rows.T @ back + _DECAY * hidden.value).astype(np.float32), rate)
            hidden_bias.move(back.sum(0), rate)
    return hidden.value, hidden_bias.value, output.value, output_bias.value


def _rounded(value: object) -> object:
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return float(f"{value:.4g}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
