"""Whether a statement is a quotation, a partly quoted sentence or reported speech."""

from bisect import bisect_left

from ingest.article import Span, StatementKind
from ingest.statements.saying import Attribution
from ingest.statements.tokens import Frame

_REJECTING = frozenset(["dismiss", "reject", "deny", "refute", "rebut", "question"])
"""What a speaker rejects stands in other people's words, the quoted ones above all."""


def kind_of(frame: Frame, attribution: Attribution) -> StatementKind:
    """Return how much of the attribution's content stands in quotation marks."""
    if attribution.direct:
        return "direct"
    verb = attribution.cue.verb
    if verb is not None and verb.lemma in _REJECTING:
        return "reported"
    quoted = any(_holds_quotation(frame, span) for span in attribution.content)
    return "mixed" if quoted else "reported"


def _holds_quotation(frame: Frame, span: Span) -> bool:
    first = bisect_left(frame.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(frame.tokens, span.end, key=lambda token: token.start)
    return any(token.kind == "quote" for token in frame.tokens[first:last])
