"""Quotations that go on from what answers a question: the same breath of the same speaker.

"Lee denied it. “I was at sea,” she said." has the denial and its words; a second quotation right
behind the first goes on with it. Nothing stands between them but the space of the page.
"""

from collections.abc import Sequence

from rag.steps.choosing.candidates import Candidate, Scored

_FEW = 2
"""Statements up to which an answer is short enough for what goes on from it."""


def with_sequels(found: Sequence[Scored], least: float) -> list[Scored]:
    """Return the candidates, a quotation right behind one on the topic rated as it is.

    Only where few are on the topic: more of them tell what was said of it by themselves.
    """
    rated = list(found)
    good = [at for at, one in enumerate(found) if one.whole >= least]
    if len(good) > _FEW:
        return rated
    for at in good:
        after = at + 1
        if after < len(found) and goes_on(found[at].candidate, found[after].candidate):
            score = max(found[after].whole, found[at].whole)
            rated[after] = Scored(found[after].candidate, found[after].own, score)
    return rated


def with_following(chosen: Sequence[Scored], found: Sequence[Scored]) -> list[Scored]:
    """Return those chosen of all found, and the quotations that go on from a few of them."""
    if len(chosen) > _FEW:
        return list(chosen)
    kept = [one.candidate for one in chosen]
    return [
        one
        for at, one in enumerate(found)
        if one.candidate in kept
        or (
            at
            and found[at - 1].candidate in kept
            and goes_on(found[at - 1].candidate, one.candidate)
        )
    ]


def goes_on(one: Candidate, other: Candidate) -> bool:
    """Return whether the other is a quotation that begins where the sentences of the one end."""
    if one.article_id != other.article_id or one.speaker != other.speaker:
        return False
    if other.statement.kind != "direct" or one.voice is not other.voice:
        return False
    page, end = one.page, max(span.end for span in one.spans)
    last = page.around(one.spans[-1])
    end = max(end, last.end if last else end, one.statement.span.end)
    between = page.article.text[end : other.statement.span.start]
    return end <= other.statement.span.start and not between.strip()
