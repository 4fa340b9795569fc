"""What a thing is: the sentences that say it in an apposition, or with "is a".

"The Harrow Cut, the only canal to the sea, is shut" answers what the Harrow Cut is; a sentence that
only names it does not.
"""

import re
from collections.abc import Iterator, Sequence

from ingest import Span, Voice
from rag.steps.choosing.facts import distinct, statement_at
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.saying_verbs import TOLD
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import FUNCTION_WORDS, fold, words
from rag.values.evidence import Hit

_WHAT_IS = re.compile(
    r"^(?:and\s+|so\s+)?what(?:'s|\s+(?:is|was|are|were))\s+(?:(?P<article>the|an?)\s+)?"
    r"(?P<thing>[^\W_].*?)(?:\s+(?:exactly|again))?$",
    re.IGNORECASE,
)
_LONGEST = 5
_JOINS = frozenset({"of", "the", "for", "and", "de", "von", "van", "al"})
_TOLD_IN = (Voice.NARRATION, Voice.STANDFIRST, Voice.CAPTION)
_A = r"(?:the|an?|one\s+of(?:\s+the)?|its|their|[A-Z][\w’']*['’]s)"
_APART = re.compile(rf"\s*(?:,|[—–(]|\s-)\s*(?P<told>{_A}\s+[^.;]{{6,200}})")
_IS = re.compile(rf"(?:,?\s+which)?\s+(?:is|was|are|were)\s+(?P<told>{_A}\s+[^.;]{{6,200}})")
_LEADS = re.compile(
    r",?\s+(?:which|that)\s+(?:is|was|runs?|links?|connects?|joins?|stipulates|lets|allows)\s+(?P<told>[^.;]{6,200})"
)
_CALLED = re.compile(
    r"(?P<told>\b(?:an?|the)\s+(?:[\w’'-]+\s+){1,8}?)(?:called|named|known\s+as|dubbed)\s+(?:the\s+)?[\"“‘']?$"
)
_SPELT_OUT = re.compile(r"(?P<told>(?:[A-Z][\w’'-]+\s+(?:(?:of|the|for|and)\s+)*){2,7})\($")
_PROPER = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+[A-Z][\w’'-]*\s+(?:[A-Z]|and\b)")
"""A name of another thing, as lists have it."""
_SAYS = re.compile(rf"(?:\S+\s+){{1,5}}?(?:{TOLD}|saying)\b", re.IGNORECASE)
_FEWEST_PAGES = 6
_MOST = 2
_PLAIN, _LOOSE = 2, 1


def thing_meant(question: str) -> str | None:
    """Return the name of what "What is the Harrow Cut?" asks about; None for any other question."""
    match = _WHAT_IS.match(question.strip(" ?!."))
    if match is None:
        return None
    thing = match["thing"].strip(' ,"“”')
    spelt = thing.split()
    if not 0 < len(spelt) <= _LONGEST:
        return None
    # A common noun may follow: "the Harrow canal".
    named = all(word[:1].isupper() or word in _JOINS for word in spelt[:-1] or spelt)
    named = named and spelt[0][:1].isupper() and spelt[-1] not in FUNCTION_WORDS
    common = (match["article"] or "").lower() in ("a", "an") and not set(words(thing)) & (
        FUNCTION_WORDS
    )
    return thing if named or common else None


def defined(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return the sentences that say what the thing asked about is, plainest first; often none."""
    thing = thing_meant(understood.text)
    if thing is None:
        return Selection()
    found = sorted(_sentences(desk, thing, hits), key=lambda one: -one.score)
    best = [one for one in found if one.score == found[0].score]
    return Selection(tuple(distinct(best)[:_MOST]))


def _sentences(desk: Desk, thing: str, hits: Sequence[Hit]) -> Iterator[Proposed]:
    last = fold(thing.split()[-1])
    for article_id in [*dict.fromkeys(hit.passage.article_id for hit in hits)][:_FEWEST_PAGES]:
        page = desk.page(article_id)
        for paragraph in page.paragraphs if page else ():
            if page is None or paragraph.voice not in _TOLD_IN:
                continue
            if last not in fold(page.text(paragraph.span)):
                continue
            for sentence in paragraph.sentences:
                if weight := _tells(page.text(sentence), thing):
                    yield _proposed(page, sentence, weight)


def _tells(sentence: str, thing: str) -> int:
    """Return how plainly a sentence says what the thing is, 0 if it does not."""
    if sentence.rstrip("\"'”’ ").endswith("?"):
        return 0
    name = r"[\s-]+".join(re.escape(word) for word in thing.split())
    best = 0
    for place in re.finditer(rf"(?<![\w-]){name}(?![\w-])[”\"’']?", sentence, re.IGNORECASE):
        after, before = sentence[place.end() :], sentence[: place.start()]
        apart, called = _APART.match(after), _CALLED.search(before) or _SPELT_OUT.search(before)
        if (apart and _describes(apart["told"])) or _IS.match(after) or called:
            best = _PLAIN
        elif _LEADS.match(after):
            best = max(best, _LOOSE)
    return best


def _describes(told: str) -> bool:
    """Return whether the words between commas say what a thing is, and do not go on elsewhere."""
    return not _PROPER.match(told) and not _SAYS.match(told.split(",")[0])


def _proposed(page: Page, sentence: Span, weight: int) -> Proposed:
    return Proposed(
        article_id=page.article.id,
        span=sentence,
        quote=page.text(sentence),
        statement=statement_at(page, sentence),
        score=float(weight),
    )
