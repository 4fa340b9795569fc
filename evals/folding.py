"""Typography made equal, so that a gold string is found whatever marks its source uses.

Written apart from the product's own folding on purpose: an examiner does not use the pupil's ruler.
"""

import re

MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\ufeff", ""),
    }
)
SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text without differences of case, quote marks, dashes and white space."""
    return SPACE.sub(" ", text.translate(MARKS)).strip().casefold()


def holds(text: str, part: str) -> bool:
    """Return whether `part` occurs in `text` once both are folded."""
    return fold(part) in fold(text)
