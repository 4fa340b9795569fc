"""Whether a statement is a quotation, a partly quoted sentence or reported speech."""

from ingest.article import StatementKind
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
    quoted = any(
        token.kind == "quote" and span.start <= token.start < span.end
        for token in frame.tokens
        for span in attribution.content
    )
    return "mixed" if quoted else "reported"
