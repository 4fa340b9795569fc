"""Posts shown on a page with their writer's line: "Words. — Ada Lind (@adalind) March 3, 2031"."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.article import Span
from ingest.statements.names import names_in
from ingest.statements.noun_phrases import Source
from ingest.statements.tokens import Frame


@dataclass(frozen=True, slots=True)
class Post:
    """A paragraph that is nothing but a post: its words and, in the last frame, who signs it."""

    content: Span
    source: Source
    dash: int
    """The token of the last frame before the signature."""


def post_in(frames: Sequence[Frame]) -> Post | None:
    """Return the post that a paragraph shows; none without a handle behind the signer's name."""
    if not frames:
        return None
    tokens = frames[-1].tokens
    dashes = [i for i, token in enumerate(tokens) if token.kind == "dash"]
    for dash in dashes[::-1]:
        opening = next((i for i in range(dash, len(tokens)) if tokens[i].kind == "open"), 0)
        if not dash + 1 < opening < len(tokens) - 1 or tokens[opening + 1].text[:1] != "@":
            continue
        name = next(names_in(tokens, dash + 1, opening), None)
        if name is None or name.first != dash + 1 or name.last != opening:
            return None
        first = frames[0].tokens[0].start
        last = tokens[dash - 1].end if dash else frames[-2].end if len(frames) > 1 else first
        content = Span(first, last)
        quoted = any(token.kind == "quote" for frame in frames for token in frame.tokens)
        if quoted or first == last:
            return None
        return Post(content, Source(dash + 1, opening), dash)
    return None
