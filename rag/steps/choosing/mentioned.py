"""Sentences that tell of somebody's words without a statement having been found in them.

The rules that find statements miss some. A sentence of the article's own prose that names the
person just before a verb of saying, and holds the topic, is shown as it stands; it is cited as a
sentence, nobody's words are claimed.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from ingest import Span, Statement, Voice
from ingest.statements.names import ROLES
from rag.steps.choosing.facts import distinct
from rag.steps.choosing.selection import Selection
from rag.steps.choosing.spokespeople import SPOKESPEOPLE, speaks_for
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.finding.retrieve import retrieve
from rag.steps.people.bearers import bearers
from rag.steps.people.names import SMALL_WORDS
from rag.steps.people.titles import TITLES
from rag.steps.question.quoted import holds_words
from rag.steps.question.saying_verbs import TOLD
from rag.steps.question.topic import coverage
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import fold, topic_stems, word_list, words

_ENOUGH = 0.66
"""Two words of three."""
_MOST = 3
_NEARLY = 0.4
"""Share of the topic that a sentence has which names somebody and tells none of their words."""
_MOST_NEAREST = 2
_TOLD_IN = Voice.NARRATION
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]?")
_POSSESSOR = re.compile(r"\b[^\W\d_][\w-]*(?:['’]s\b|s['’](?=\s))")
_REACH = 6
"""Words between a name and the verb that tells what its bearer said."""
_GIVEN = re.compile(r"\b([A-Z][\w.-]+)(?=\s+[A-Z])")
_BEING = word_list("is was are were be been being")
_SILENT = word_list("not never didn't hasn't won't wouldn't declined refused failed nor neither")
_OFFICE_OF = re.compile(r"['’]s\s+[a-z]|\b[a-z]+\s+of\s")
"""Somebody called by an office and where they hold it, which is nobody's name."""
_VERB = re.compile(
    rf"(?:{TOLD}|saying|telling|adding|arguing|warning|insisting|noting|consider(?:s|ed)?)"
)
_WORDS_OF = (
    r"(?:claims?|accusations?|allegations?|assertions?|remarks?|comments?|statements?|warnings?)"
)
"""Nouns for somebody's words, of which a sentence tells what they say."""
_APART = re.compile(r"(?<=[\w.]),\s+(?:an?|the|one\s+of|former|who)\s+[^,;.]{3,120},(?=\s)")
"""What stands between commas after a name, about its bearer."""


def by_mention(desk: Desk, understood: Understood) -> Selection:
    """Return sentences that tell what the person asked about said on the topic, best first."""
    names = _names(understood)
    if (
        understood.period
        or understood.topic.empty
        or not names
        or understood.filters.voice not in (None, _TOLD_IN)
    ):
        return Selection()
    query = f"{' '.join(names[0])} {understood.topic.text}"
    found = [
        Proposed(
            article_id=page.article.id,
            span=span,
            quote=page.text(span),
            statement=_by_spokespeople(page, span, names),
            score=score,
        )
        for page, span in _sentences(desk, understood, query)
        if not _weighed(page, span, understood)
        and not page.text(span).rstrip("\"'”’ ").endswith("?")
        and tells(page.text(span), names, page.article.text)
        and (score := coverage(understood.topic, topic_stems(page.text(span)))) >= _ENOUGH
    ]
    best = distinct(sorted(found, key=lambda one: -one.score))
    return Selection(tuple(best[:_MOST]), verdict="mention")


def _by_spokespeople(page: Page, span: Span, names: Collection[Sequence[str]]) -> Statement | None:
    """Return the statement that a sentence tells where somebody speaks for a body of these names.

    "The mill's spokeswoman Ann Lee said" has a speaker, who is called by what she speaks for.
    """
    for one in page.article.statements:
        if one.source is None or not one.span.overlaps(span):
            continue
        called = words(one.source.of(page.article.text))
        if any(speaks_for(called, name, SPOKESPEOPLE) for name in names):
            return one
    return None


def _weighed(page: Page, span: Span, understood: Understood) -> bool:
    """Return whether a sentence is known as the person's words, and so was weighed as such."""
    return not understood.proposition and any(
        one.span.overlaps(span) and one.speaker and one.speaker.name in understood.speakers
        for one in page.article.statements
    )


def naming(desk: Desk, understood: Understood) -> tuple[Proposed, ...]:
    """Return the sentences that name whom the question asks about, those on its topic first."""
    asked = tuple(word for word in words(understood.asked or "") if word not in SMALL_WORDS)
    bare = [word for word in asked if word not in TITLES]
    if not bare or (understood.asked or "").islower():
        return ()
    query = f"{understood.asked} {understood.topic.text}"
    found = [
        Proposed(article_id=page.article.id, span=span, quote=page.text(span), score=score)
        for page, span in _sentences(desk, understood, query)
        if holds_words(page.text(span), tuple(bare))
        and (score := coverage(understood.topic, topic_stems(page.text(span)))) >= _NEARLY
    ]
    return tuple(distinct(sorted(found, key=lambda one: -one.score))[:_MOST_NEAREST])


def _names(understood: Understood) -> list[tuple[str, ...]]:
    """Return the word sequences by which a sentence may name who is asked about."""
    if not understood.speakers and (understood.asked or "").islower():
        return []
    known = understood.speakers or (understood.asked or "",)
    whole = [tuple(word for word in words(one) if word not in SMALL_WORDS) for one in known]
    if not understood.speakers and _OFFICE_OF.search(understood.asked or ""):
        return [one for one in whole if one]
    bare = [tuple(word for word in one if word not in TITLES) for one in whole]
    surnames = [one[-1:] for one in bare if understood.speakers and len(one) == 2]
    return [one for one in dict.fromkeys([*bare, *surnames]) if one]


def _sentences(desk: Desk, understood: Understood, query: str) -> Iterator[tuple[Page, Span]]:
    seen: set[tuple[str, int]] = set()
    for hit in retrieve(desk, query, understood.filters):
        page = desk.page(hit.passage.article_id)
        inside = Span(hit.passage.start, hit.passage.end)
        for paragraph in page.paragraphs if page else ():
            if page and paragraph.voice is _TOLD_IN and paragraph.span.overlaps(inside):
                for span in paragraph.sentences:
                    if (page.article.id, span.start) not in seen:
                        seen.add((page.article.id, span.start))
                        yield page, span


def tells(sentence: str, names: Collection[Sequence[str]], page: str = "") -> bool:
    """Return whether a verb of saying follows one of the names closely, outside quotation.

    Where the full name is known, a surname after another given name is somebody else's. A "not"
    before the verb, and a verb of keeping silent, tell that nothing was said; what is somebody's
    ("Maren's spokesman") speaks for itself; a surname alone tells of nobody on a page that names
    another bearer of it.
    """
    own = _POSSESSOR.sub(" ", _APART.sub(" ", _QUOTED.sub(" ", sentence)))
    tokens = words(own)
    given = {word for name in names for word in name}
    full = any(len(name) > 1 for name in names)
    others = {fold(one) for one in _GIVEN.findall(own) if full} - given - TITLES - ROLES
    for name in names:
        if len(name) == 1 and full and _shared(name[0], given, page):
            continue
        if _words_of(" ".join(name), _QUOTED.sub(" ", sentence)):
            return True
        for at in range(len(tokens) - len(name) + 1):
            if tuple(tokens[at : at + len(name)]) != tuple(name):
                continue
            if len(name) == 1 and at and tokens[at - 1] in others:
                continue
            if _says(tokens[at + len(name) : at + len(name) + _REACH]):
                return True
    return False


def _words_of(name: str, sentence: str) -> bool:
    """Return whether a sentence tells what somebody's words say: "claims from Ann Lee that ..."."""
    bearer = r"\s+".join(re.escape(word) for word in name.split())
    text = fold(sentence)
    return bool(
        re.search(
            rf"\b{_WORDS_OF}\s+(?:made\s+)?(?:from|by)\s+(?:[\w'-]+\s+){{0,6}}?{bearer}\b[^.;]*?\sthat\s|"
            rf"\b{bearer}'s\s+(?:\w+\s+)?{_WORDS_OF}\s+that\s",
            text,
        )
    )


def _shared(surname: str, given: Collection[str], page: str) -> bool:
    """Return whether the page names somebody of that surname with another given name."""
    return any(words(one)[0] not in given for one in bearers(page, surname.capitalize()))


def _says(after: Sequence[str]) -> bool:
    """Return whether the words after a name hold a verb of saying that nothing takes back."""
    verb = next((at for at, word in enumerate(after) if _tells(after, at)), None)
    return verb is not None and not _SILENT & set(after[: verb + 1])


def _tells(after: Sequence[str], at: int) -> bool:
    """Return whether a verb of saying stands there, and not one of what somebody "was asked".

    Nor is it the bearer of the name who speaks in "They met Ann Lee to ask her".
    """
    passive = at > 0 and after[at - 1] in _BEING and not after[at].endswith("ing")
    met = after[:at] == ["to"]
    return bool(_VERB.fullmatch(after[at])) and not passive and not met
