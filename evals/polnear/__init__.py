"""The suite `polnear`: who said what, measured on PolNeAR's annotated news articles."""

from pathlib import Path

from evals.polnear.corpus import read_articles
from evals.polnear.scoring import Tally, score


def tally(folder: Path) -> tuple[Tally, list[float]]:
    """X."""
    t = Tally()
    ms = [score(article, t) for article in read_articles(folder)]
    return t, ms
