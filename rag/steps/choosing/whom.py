"""Words of several people: of each whom a question lists, or of the one bearer of a name meant.

Nobody is guessed: where two bearers of one name both speak of the topic, both are given back to be
asked about, unless one of them has nearly all of the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.steps.choosing.said import by_speaker, by_words
from rag.steps.choosing.selection import MOST_CITATIONS, Selection
from rag.steps.finding.desk import Desk
from rag.steps.people.bearers import bearers as bearers_of
from rag.steps.people.spelling import sound
from rag.steps.people.titles import MEANT_BY_TITLE, titled_with
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import words

_OVERWHELMING = 10
"""How many times more statements one bearer of a name has than all others when it is theirs."""


_MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Bearer:
    """One of several people who may be, or are, asked about."""

    names: tuple[str, ...]
    selection: Selection

    @property
    def name(self) -> str:
        """The fullest of the names that articles give them."""
        return max(self.names, key=lambda name: (len(name.split()), len(name)))


def each(desk: Desk, understood: Understood) -> tuple[Bearer, ...]:
    """Return everybody whom the question may mean or lists, with their words on its topic.

    Nearness in meaning counts only where nobody has the topic's words.
    """
    asked = [
        replace(understood, speakers=names, persons=(names,))
        for names in understood.persons
        if names
    ]
    found = [by_words(desk, one) for one in asked]
    if understood.listed or not any(one.answers for one in found):
        found = [
            one if one.answers else _own(by_speaker(desk, of))
            for one, of in zip(found, asked, strict=True)
        ]
    return tuple(Bearer(of.speakers, one) for one, of in zip(found, asked, strict=True))


def _own(selection: Selection) -> Selection:
    """Return the selection without sentences that only tell of somebody: these name no speaker."""
    own = tuple(one for one in selection.answers if one.statement)
    return selection if own else Selection(nearest=selection.answers or selection.nearest)


def namesakes(desk: Desk, understood: Understood) -> tuple[str, ...]:
    """Return the full names of all who may be meant by a surname that an article left unresolved.

    Empty unless some article lets both a full bearer of the surname and the bare surname speak, and
    names somebody else who bears it.
    """
    bare = [name for name in understood.speakers if " " not in name]
    borne = {sound(name) for name in bare}
    full = [one for one in understood.speakers if " " in one and sound(one.split()[-1]) in borne]
    if not bare or not full or len(words(understood.asked or "")) > 1:
        return ()
    found: list[str] = []
    for name in bare:
        own = _articles(desk, (name,))
        for article_id in own & _articles(desk, full):
            page = desk.page(article_id)
            found += bearers_of(page.article.text, name) if page else []
    others = [name for name in dict.fromkeys(found) if name not in full]
    return (*full, *others) if others else ()


def _articles(desk: Desk, names: Sequence[str]) -> set[str]:
    return {one.article_id for one in desk.catalogue.statements(speakers=names)}


def meant(desk: Desk, bearers: Sequence[Bearer], asked: str = "") -> tuple[Bearer, ...]:
    """Return those who may be meant: all with words on the topic, or the one with nearly all.

    A surname that articles leave bare is nobody to choose, and speaks only where no bearer does.
    """
    able = [one for one in bearers if one.selection.answers]
    full = [one for one in able if " " in one.name]
    if len(full) < 2:
        return tuple(full or able)
    able = full
    counts = [desk.catalogue.spoken(one.names, _MOST_COUNTED) for one in able]
    most = max(counts)
    needed = MEANT_BY_TITLE if titled_with(asked) else _OVERWHELMING
    if most >= needed * (sum(counts) - most):
        return (able[counts.index(most)],)
    return tuple(able)


def shared_out(bearers: Sequence[Bearer]) -> tuple[Proposed, ...]:
    """Return the words of all, one speaker after the other, as many of each as there is room."""
    able = [one for one in bearers if one.selection.answers]
    room = max(2, MOST_CITATIONS // max(1, len(able)))
    return tuple(quote for one in able for quote in _best(one.selection.answers, room))


def _best(answers: Sequence[Proposed], room: int) -> list[Proposed]:
    """Return the best ones in the order in which they stand."""
    best = sorted(answers, key=lambda one: -one.score)[:room]
    return [one for one in answers if one in best]


def called(understood: Understood, name: str) -> str:
    """Return the question asked of the person of that full name, without doubt."""
    asked = understood.asked or ""
    return understood.text.replace(asked, name, 1) if asked in understood.text else name
