"""The suite's figures, with the bounds they must keep and what is known elsewhere."""

from collections.abc import Iterator, Sequence

from evals.intervals import durations, f1, share
from evals.polnear.tally import Tally
from evals.report import Figure

_GENDER_GAP = "GenderGapTracker on other news: quotes F1 .761, speaker .865"
_EXACT = {
    "source": (0.55, "rules .107, CoreNLP .139, CofeNet-BERT .832 (on the test split)"),
    "cue": (0.65, "rules .228, CofeNet-BERT .753 (on the test split)"),
    "content": (0.40, "rules .056, CoreNLP .175, CofeNet-BERT .729 (on the test split)"),
}


def figures(tally: Tally, ms: Sequence[float], statements: int) -> tuple[Figure, ...]:
    """Return all figures of a run; `ms` are the reading times of the articles."""
    seconds = sum(ms) / 1000
    return (
        *_quotations(tally),
        *_speakers(tally),
        *_kinds(tally),
        *_exact(tally),
        *durations("article", ms),
        Figure(
            name="statements a second",
            value=statements / seconds if seconds else None,
            n=statements,
            unit="count",
        ),
    )


def _quotations(tally: Tally) -> Iterator[Figure]:
    yield _share(tally, "fully quoted recall@0.8", floor=0.95, anchor=_GENDER_GAP)
    yield _share(tally, "fully quoted recall@0.3", floor=0.97)
    yield _share(tally, "direct inside gold", floor=0.97, anchor="every pair of marks alone: .93")


def _speakers(tally: Tally) -> Iterator[Figure]:
    """Yield how often the source's span is right, and the person behind it."""
    yield _share(tally, "speaker span", floor=0.92, anchor="before/after pattern .68")
    yield _share(tally, "speaker span, named", floor=0.92, anchor="before/after pattern .63")
    yield _share(tally, "speaker span, pronoun", floor=0.96, anchor="before/after pattern .92")
    yield _share(tally, "speaker span, role", anchor="before/after pattern .14")
    yield _share(tally, "person stated", floor=0.95)
    yield _share(tally, "person resolved")
    yield _share(tally, "pronoun found")
    yield _share(tally, "pronoun resolved", floor=0.80)
    yield _share(tally, "pronoun resolved, of all", floor=0.80)


def _kinds(tally: Tally) -> Iterator[Figure]:
    """Yield overlap F1 by kind: gold contents of the kind against statements of ours."""
    pairs = (("fully quoted", "direct"), ("partly quoted", "mixed"), ("indirect", "reported"))
    for gold, ours in pairs:
        for bound in (0.8, 0.3):
            floor = 0.80 if (gold, bound) == ("partly quoted", 0.3) else None
            precision = tally.share(f"{ours} precision@{bound}")
            recall = tally.share(f"{gold} recall@{bound}")
            yield Figure(
                name=f"{gold} F1@{bound}",
                value=f1(precision, recall),
                n=tally.items[f"{gold} recall@{bound}"],
                floor=floor,
            )


def _exact(tally: Tally) -> Iterator[Figure]:
    """Yield exact-match F1 of each part's spans, outer marks and punctuation stripped."""
    for part, (floor, anchor) in _EXACT.items():
        yield _share(tally, f"{part} precision")
        yield _share(tally, f"{part} recall")
        yield Figure(
            name=f"{part} exact F1",
            value=f1(tally.share(f"{part} precision"), tally.share(f"{part} recall")),
            n=tally.items[f"{part} recall"],
            floor=floor,
            anchor=anchor,
        )


def _share(tally: Tally, name: str, *, floor: float | None = None, anchor: str = "") -> Figure:
    return share(name, tally.hits[name], tally.items[name], floor=floor, anchor=anchor)
