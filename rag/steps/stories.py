"""Which articles carry the same story word for word: agency copy stands on many sites."""

import hashlib
import re

from ingest import Article, Voice

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 40
"""Below this, equal texts say little: error pages, stubs and one-line notes are all alike."""


def story_key(article: Article) -> str | None:
    """Return a key that is equal for articles with the same narration, however it is laid out.

    None for a narration too short to tell a story by.
    """
    narration = " ".join(
        article.text[region.start : region.end]
        for region in article.regions
        if region.voice is Voice.NARRATION
    )
    words = _WORD.findall(narration.casefold())
    if len(words) < _FEWEST_WORDS:
        return None
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]
