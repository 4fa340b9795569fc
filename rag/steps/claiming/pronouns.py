"""The pronouns of a claim against those of its evidence: who "its" and "he" stand for."""

from collections.abc import Iterable

from rag.steps.claiming.tokens import Token
from rag.steps.words import word_list

_ONE = word_list("i me my he she him her his hers mine himself herself myself")
_SEVERAL = word_list("we us our they them their ours theirs themselves ourselves")
_THING = word_list("it its itself")
_SPEAKERS = word_list("i me my mine myself we us our ours ourselves")


def strangers(claim: Iterable[Token], there: Iterable[Token]) -> str:
    """Return why a pronoun of the claim stands for somebody whom none there stands for.

    A speaker's own "we" may be told as "they", and "my" as "her".
    """
    found = {one.word for one in there}
    for one in claim:
        own = next((kind for kind in (_ONE, _SEVERAL, _THING) if one.word in kind), None)
        if own is None:
            continue
        wanted = own & _SPEAKERS if one.word in _SPEAKERS else own
        if not wanted & found:
            return f"{one.word!r} stands for something else in the evidence"
    return ""
