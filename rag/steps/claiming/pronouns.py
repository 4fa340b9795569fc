"""The pronouns of a claim against those of its evidence: who "its" and "he" stand for."""

from collections.abc import Iterable, Iterator, Sequence

from rag.steps.claiming.tokens import Token, holds
from rag.steps.words import word_list

_ONE = word_list("i me my he she him her his hers mine himself herself myself")
_SEVERAL = word_list("we us our they them their ours theirs themselves ourselves")
_THING = word_list("it its itself")
_SPEAKERS = word_list("i me my mine myself we us our ours ourselves")


def stranger(claim: Sequence[Token], found: Sequence[Token], *, needed: bool) -> str:
    """Return why a pronoun of the claim stands for somebody whom none there stands for, or nothing.

    A speaker's own "we" may be told as "they", and "my" as "her". What a page has for one sentence
    may be a quotation of several; only those count that hold words of the claim. Unless `needed`, a
    pronoun may stand for a name: nothing is held against a sentence that has no pronouns.
    """
    words = [one for one in claim if one.carries]
    pieces = [one for one in _sentences(found) if any(holds(one, word) for word in words)]
    reasons = [_strange(claim, one) for one in pieces if needed or _strange(one, ())]
    return reasons[0] if reasons and len(reasons) == len(pieces) and all(reasons) else ""


def _sentences(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for at, one in enumerate(found):
        if one.word in (".", "!", "?"):
            yield found[start:at]
            start = at + 1
    yield found[start:]


def _strange(claim: Iterable[Token], there: Iterable[Token]) -> str:
    found = {one.word for one in there}
    for one in claim:
        own = next((kind for kind in (_ONE, _SEVERAL, _THING) if one.word in kind), None)
        if own is None:
            continue
        wanted = own & _SPEAKERS if one.word in _SPEAKERS else own
        if not wanted & found:
            return f"{one.word!r} stands for something else in the evidence"
    return ""
