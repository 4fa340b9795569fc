"""What an outlet tells: its own articles, where a question names it as if it spoke."""

import re
from dataclasses import replace

from rag.steps.choosing.facts import distinct, facts, told
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.topic import topic_of
from rag.steps.question.understand import Understood
from rag.steps.words import stems, words

_ON_TOPIC = 0.6
_MOST = 4
_MOST_HITS = 12
_DOMAIN = re.compile(r"^(?:www\.)?(?P<name>[\w-]+)(?:\.[a-z]{2,4}){1,2}$", re.IGNORECASE)


def outlet_meant(desk: Desk, asked: str | None) -> str | None:
    """Return the outlet of the archive that is called so, or the only one called so in short."""
    wanted = _spelt(asked or "")
    if not wanted:
        return None
    outlets = desk.catalogue.coverage().outlets
    same = [one for one in outlets if "".join(_spelt(one)) == "".join(wanted)]
    if same:
        return same[0]
    short = [one for one in outlets if _spelt(one)[-len(wanted) :] == wanted]
    return short[0] if len(short) == 1 and (asked or "").lower().startswith("the ") else None


def _spelt(name: str) -> list[str]:
    domain = _DOMAIN.match(name.strip())
    return [word for word in words(domain["name"] if domain else name) if word != "the"]


def by_outlet(desk: Desk, understood: Understood, outlet: str) -> Selection:
    """Return the sentences of the outlet's articles on the topic, or what answers for a fact.

    Nothing of another outlet's is shown; only the topic's own words put a sentence on it.
    """
    about = topic_of(understood.topic.text, without=frozenset(stems(words(outlet))))
    filters = replace(understood.filters, outlet=outlet)
    own = replace(understood, asked=None, topic=about, filters=filters)
    hits = retrieve(desk, about.text or outlet, filters, limit=_MOST_HITS)
    if about.empty:
        return Selection()
    if own.wants != "any":
        return facts(desk, own, hits)
    rated = [one for one in told(desk, own, hits) if one.score >= _ON_TOPIC]
    best = distinct(sorted(rated, key=lambda one: -one.score))[:_MOST]
    return Selection(tuple(sorted(best, key=lambda one: (one.article_id, one.span.start))))
