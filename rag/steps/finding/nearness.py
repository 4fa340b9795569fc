"""How near sentences are to a topic by meaning, the speaker's name taken out of the account.

A question and a statement that share only the speaker's name look alike to an embedder. So the
likeness to the question counts only as far as it exceeds the likeness to the same question without
a topic, and the likeness to the bare topic is added. Of 229 topics taken from other articles of a
news collection, 3 in 100 reach `RELATED` with any of the speaker's statements (docs/decisions/).
"""

from collections.abc import Sequence

import numpy as np

from rag.ports.embedder import Embedder

RELATED = 0.35


def nearness(embedder: Embedder, speaker: str, topic: str, sentences: Sequence[str]) -> list[float]:
    """Return one value a sentence, from about -0.2 to 2; from `RELATED` on it is on the topic."""
    if not sentences:
        return []
    rows = embedder.passages(list(sentences))
    asked = embedder.query(f"What did {speaker} say about {topic}?")
    neutral = embedder.query(f"What did {speaker} say?")
    bare = embedder.query(topic)
    return [float(value) for value in np.asarray(rows @ (asked - neutral + bare))]
