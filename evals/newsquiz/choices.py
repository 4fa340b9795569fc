"""Multiple choice without a model: the choice whose words the evidence holds most of."""

from collections.abc import Sequence

from evals.newsquiz.quiz import words


def chosen(choices: Sequence[str], evidence: Sequence[str]) -> str | None:
    """Return the choice that the evidence supports, or none when it supports no choice.

    A choice that stands there whole beats one of which some words do; between equals the one that
    stands in more quotes, then the earlier one.
    """
    if not choices:
        return None
    best = max(choices, key=lambda choice: support(choice, evidence))
    return best if any(support(best, evidence)) else None


def support(choice: str, evidence: Sequence[str]) -> tuple[int, float]:
    """Return in how many quotes the choice stands whole, and the best share of its words in one."""
    folded = [words(quote) for quote in evidence]
    whole = sum(words(choice) in quote for quote in folded)
    own = set(words(choice).split())
    if not own:
        return whole, 0.0
    return whole, max((len(own & set(quote.split())) / len(own) for quote in folded), default=0.0)
