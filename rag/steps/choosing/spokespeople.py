"""Those who speak for a body: "a mill spokeswoman said" is what the mill said."""

from collections.abc import Collection, Sequence

from rag.steps.finding.desk import Desk
from rag.steps.people.names import SMALL_WORDS
from rag.steps.question.understand import Understood
from rag.steps.words import word_list, words
from rag.values.evidence import Hit, RecordedStatement

SPOKESPEOPLE = word_list("spokesman spokeswoman spokesperson spokesmen spokespeople")
_SPEAKS_FOR = SPOKESPEOPLE | word_list("official officials representative")


def with_spokespeople(
    desk: Desk, understood: Understood, said: Sequence[RecordedStatement], hits: Sequence[Hit]
) -> list[RecordedStatement]:
    """Return a body's statements with those of its spokespeople in the articles of the hits."""
    body = [word for word in words(understood.asked or "") if word not in SMALL_WORDS]
    if not hits or not body or not understood.body:
        return list(said)
    known = {(one.article_id, one.statement.span) for one in said}
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    spoken = [
        one
        for one in desk.catalogue.statements(articles=articles)
        if (one.article_id, one.statement.span) not in known and _speaks_for(desk, one, body)
    ]
    order = {key: at for at, key in enumerate(dict.fromkeys(one.article_id for one in said))}
    whole = [*said, *spoken]
    return sorted(
        whole,
        key=lambda one: (order.setdefault(one.article_id, len(order)), one.statement.span.start),
    )


def _speaks_for(desk: Desk, one: RecordedStatement, body: Sequence[str]) -> bool:
    """Return whether a statement's source is called a spokesperson of the body."""
    page = desk.page(one.article_id)
    source = one.statement.source
    if page is None or source is None:
        return False
    return speaks_for(words(source.of(page.article.text)), body, _SPEAKS_FOR)


def speaks_for(called: Sequence[str], body: Sequence[str], speakers: Collection[str]) -> bool:
    """Return whether the words by which somebody is called hold a body's, and then a speaker's."""
    size = len(body)
    return any(
        list(called[at : at + size]) == list(body) and called[at + size] in speakers
        for at in range(len(called) - size)
    )
