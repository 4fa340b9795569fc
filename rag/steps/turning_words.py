"""The one vocabulary of words that deny, refuse, doubt or limit what stands beside them.

Whoever looks for a turn takes the groups that its question needs: a cut beside a quote, an omission
in it, a claim against its evidence, an answer that contradicts another.
"""

from collections.abc import Iterable

from rag.steps.words import word_list

NEGATIVES = word_list(
    """not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely"""
)
"""Words that negate their clause."""
CONTRACTIONS = word_list(
    """can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't
    couldn't shouldn't mustn't needn't"""
)
"""Verbs with "not" in them, as `rag.steps.words` folds them."""
NEGATED_VERB = r"\w+n't"
"""The same for patterns over folded text."""
SELDOM = word_list("rarely seldom")

DENYING = word_list(
    """deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed
    dismissing refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts
    rebutted rebutting contradict contradicts contradicted contradicting"""
)
"""Verbs by which somebody says that something is not so."""
BRUSHING_OFF = word_list(
    """rubbishes rubbished disavow disavows disavowed disown disowns disowned scotch
    scotches scotched downplay downplays downplayed"""
)
"""Rarer ones, some of which are also other words."""
DENYING_PAIRS = (
    *((word, "out") for word in ("rule", "ruled", "rules", "ruling")),
    *((word, "down") for word in ("play", "played", "plays", "turned", "turn", "turns")),
    *((word, rest) for word in ("brush", "brushed", "shrugged") for rest in ("off", "aside")),
)
"""Denials of two words."""
REFUSING = word_list(
    """refuse refuses refused refusing decline declines declined declining fail fails failed
    failing"""
)
"""Verbs of what somebody does not do."""
STOPPING = word_list("prevent prevented prevents stop stopped stops avoid avoided")
UNTRUE = word_list("false untrue")
"""What a claim is called that is denied."""

HYPOTHESES = word_list("if unless whether")
LIMITS = word_list("until but except although though provided only")
"""Words that take some of what stands beside them back."""
CONDITIONALS = word_list("may might could would should")
"""Verbs by which something is not told but supposed."""
MODALS = CONDITIONALS | word_list("will shall must can")
INTENDING = word_list(
    """plan plans planned intend intends intended want wants wanted hope hopes hoped expect expects
    expected threaten threatens threatened"""
)
"""Verbs of what is yet to come."""


def any_of(*groups: Iterable[str]) -> str:
    """Return these words as alternatives of a pattern, in a group of their own."""
    words = sorted({word for group in groups for word in group})
    return f"(?:{'|'.join(words)})"
