"""Whom a bare surname may mean on a page where several people bear it."""

import re

from ingest import Article, Span, Speaker
from ingest.statements.names import names_in
from ingest.statements.tokens import tokenise
from rag.steps.people.identities import compatible, untitled
from rag.steps.people.titles import may_be


def namesakes(speaker: Speaker, article: Article) -> tuple[str, ...]:
    """Return the people of a page who may be meant, if it names its speaker by a surname alone.

    None if the name is a full one, or only one of the page's people can be meant: "Mr" and "Mrs"
    rule out whom they do not fit.
    """
    surname = (speaker.name or "").split()[-1:]
    if not surname or not speaker.person or len(untitled(speaker.name or "")) != 1:
        return ()
    bearers: dict[tuple[str, ...], str] = {}
    for line in re.finditer(rf"[^\n]*\b{re.escape(surname[0])}\b[^\n]*", article.text):
        tokens = tuple(tokenise(article.text, _span(line)))
        for found in names_in(tokens, 0, len(tokens)):
            name = found.name
            if name.split()[-1:] == surname and len(untitled(name)) > 1:
                bearers.setdefault(untitled(name), name)
    meant = tuple(one for one in bearers.values() if may_be(speaker.as_written, one))
    return meant if len(bearers) > 1 else ()


def _span(line: "re.Match[str]") -> Span:
    return Span(line.start(), line.end())


def unsure(claimed: str, meant: tuple[str, ...]) -> str:
    """Return why words of one of these people are not the claimed one's; nothing if they are."""
    if not meant or (len(meant) == 1 and compatible(claimed, meant[0], person=True)):
        return ""
    if len(meant) == 1:
        return f"the article gives these words to {meant[0]}"
    return f"the article gives these words to a surname only, and {' and '.join(meant)} bear it"
