"""The suite `polnear`: who said what, measured on PolNeAR's annotated news articles.

Source of the data: E. Newell, D. Margolin, D. Ruths, An attribution relations corpus for political
news, LREC 2018. What each figure counts is said beside its name in `figures`.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from evals.examination.case import SuiteInvalid
from evals.polnear.corpus import AnnotatedArticle, read_articles
from evals.polnear.figures import figures
from evals.polnear.pronouns import judged_pronouns
from evals.polnear.scoring import Reading, judge, read
from evals.polnear.tally import Tally
from evals.provenance import files_digest, onrecord_version
from evals.report import Outcome, Report, Score

__all__ = ["run"]


def run(folder: Path) -> Report:
    """Measure on one compartment of PolNeAR, or on `dev` where `folder` holds the compartments.

    Raises:
        SuiteInvalid: the folder holds no annotated articles.

    """
    started = time.perf_counter()
    compartment = folder if (folder / "attributions").is_dir() else folder / "dev"
    tally = Tally()
    judged = judged_pronouns()
    readings = []
    for article in _articles(compartment):
        reading = read(article)
        judge(reading, judged.get(article.name, ()), tally)
        readings.append(reading)
    return Report(
        suite="polnear",
        digest=files_digest(compartment.rglob("*.*")),
        version=onrecord_version(),
        figures=figures(
            tally,
            [reading.ms for reading in readings],
            sum(len(reading.statements) for reading in readings),
        ),
        outcomes=tuple(_outcome(reading) for reading in readings),
        seconds=time.perf_counter() - started,
    )


def _articles(compartment: Path) -> Iterator[AnnotatedArticle]:
    if not (compartment / "attributions").is_dir():
        raise SuiteInvalid(f"{str(compartment)!r} has no folder `attributions` of PolNeAR.")
    return read_articles(compartment)


def _outcome(reading: Reading) -> Outcome:
    missed = [found for found in reading.quoted if not found.whole]
    right = len(reading.quoted) - len(missed)
    return Outcome(
        id=reading.article.name,
        kind="article",
        passed=not missed,
        reasons=tuple(f"quotation at {found.start} not found whole" for found in missed),
        scores=(
            Score(
                name="quotations",
                value=right / len(reading.quoted) if reading.quoted else None,
                reason=f"{right} of {len(reading.quoted)}",
            ),
        ),
        ms=reading.ms,
    )
