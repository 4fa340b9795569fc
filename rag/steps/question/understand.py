"""From a question and the archive's own speakers to what is to be looked for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rag.steps.people.names import matching_speakers
from rag.steps.people.offices import by_other_title, speaking_for
from rag.steps.people.spelling import sound
from rag.steps.people.states import bodies_of_kind, by_its_state, state_bodies
from rag.steps.question.form import Form, Kind, bared, form_of
from rag.steps.question.period import Period, followed_up, period_of
from rag.steps.question.shape import Shape
from rag.steps.question.straight import straight
from rag.steps.question.topic import Topic, topic_of
from rag.steps.question.wanted import Wants, unframed
from rag.steps.question.who import heard_by, person_meant
from rag.steps.words import FUNCTION_WORDS, stems, words
from rag.values.catalogued import KnownSpeaker
from rag.values.question import Filters, Question
from rag.values.shelves import Shelf

_NAMES_KEPT = 256
_MOST_KEY_WORDS = 7
_LONGEST_NAME = 5
"""Words up to which a question may be nothing but a name."""
_AND = re.compile(r"\s*(?:,|;|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_ON = re.compile(r"^(?P<name>\S+(?:\s+\S+)?)\s+(?:on|about|re|over)\s+(?:the\s+)?", re.IGNORECASE)
_NAME_ON = re.compile(
    r"^(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})\s+(?:on|about|regarding)\s+(?P<topic>\S.*)$"
)
_PLACED = re.compile(
    r"^(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})\s+(?:in|at|before|during)\s+\S"
)
"""A name with where its bearer spoke: "Lee in court"."""
_OWNED = re.compile(r"^(?:[Tt]he\s+)?\S.*?'s\s+(?P<name>(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+)$")
"""A name with whom its bearer belongs to: "the Mill's Lee"."""
_PRONOUNS = frozenset({"he", "she", "it", "him", "her", "they", "them", "this", "that", "i", "you"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a question asks for, in terms of this archive."""

    question: Question
    text: str
    """The question as it stands alone."""
    kind: Kind
    wants: Wants
    proposition: bool
    """Whether the topic is a whole claim, to be found in the words themselves."""
    certain: bool
    """Whether somebody's words are asked for beyond doubt, and not a fact told by them."""
    asked: str | None
    """Who is asked about, in the question's words."""
    speakers: tuple[str, ...]
    """The archive's names for them; none with `asked` set means nobody of that name speaks."""
    persons: tuple[tuple[str, ...], ...] = ()
    """These names by whom they mean: one entry a person or body."""
    body: bool = False
    """Whether they are bodies and no people."""
    listed: bool = False
    """Whether the question itself names several."""
    absent: tuple[str, ...] = ()
    """Those whom the question lists and the archive never heard speak."""
    choices: tuple[str, ...] = ()
    """Whom a pronoun of the question may mean, when that is not clear."""
    verb: str = ""
    """The verb of saying that the question uses, if it does."""
    who: str | None = None
    """The name of whom it is asked who they are."""
    hearers: bool = False
    """Whether it is asked who asked or heard the speakers."""
    source: str | None = None
    """Who is named as the source of what is asked as a fact, and is no speaker of the archive."""
    shape: Shape = "plain"
    period: Period | None = None
    """When it was said, where the question asks for nothing else."""
    topic: Topic
    shelf: Shelf
    filters: Filters

    @property
    def speaker_unknown(self) -> bool:
        """Whether somebody is asked about whom the archive never heard speak."""
        return self.asked is not None and not self.speakers

    @property
    def ambiguous(self) -> bool:
        """Whether one name was asked that several people of the archive bear."""
        return len(self.persons) > 1 and not self.listed

    @property
    def unresolved(self) -> bool:
        """Whether the question means somebody whom only an earlier question could name."""
        return self.speaker_unknown and self.asked is not None and _is_pronoun(self.asked)


@dataclass(frozen=True, slots=True)
class People:
    """Who speaks in the archive, and how to tell a name from a misspelling."""

    known: Sequence[KnownSpeaker]
    occurs: Callable[[str], bool]
    """Whether a word stands anywhere in the archive."""
    titled: Callable[[str], tuple[str, ...]]
    """The people to whom the archive gives a title or description, none when it is no title."""
    full: Callable[[str], str] = str
    """Return the fullest form of a speaker's name."""
    _speakers: Callable[[str], tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """Return whom a name may mean: one question asks several times, and each goes through all."""

    def __post_init__(self) -> None:
        def speakers(asked: str) -> tuple[str, ...]:
            return matching_speakers(asked, self.known, self.occurs)

        object.__setattr__(self, "_speakers", lru_cache(_NAMES_KEPT)(speakers))

    def named(self, asked: str) -> tuple[str, ...]:
        """Return the archive's names for whoever `asked` means; several people when it lists."""
        parts = self.parts(asked)
        if len(parts) > 1:
            return tuple(dict.fromkeys(name for part in parts for name in self._one(part)))
        return self._one(asked)

    def bears(self, text: str) -> bool:
        """Return whether a text is nothing but the name of a person, as the archive has it."""
        wanted = [sound(word) for word in words(text)]
        return 1 < len(wanted) <= _LONGEST_NAME and any(
            wanted == [sound(word) for word in words(one.name)] for one in self.known if one.person
        )

    def named_so(self, text: str) -> bool:
        """Return whether a text is what persons of the archive are called, be it misspelt."""
        found = self._speakers(text)
        people = {one.name for one in self.known if one.person}
        return bool(found) and people.issuperset(found)

    def keyed(self, text: str) -> tuple[str, str] | None:
        """Return the person and the topic of a question that is nothing but key words."""
        if (on := _NAME_ON.match(text.strip(" ?.!"))) and self._are_people(on["name"]):
            return on["name"], on["topic"]
        tokens = _ON.sub(r"\g<name> ", text.strip(" ?.!"), count=1).split()
        if not 1 < len(tokens) <= _MOST_KEY_WORDS or set(words(" ".join(tokens))) & FUNCTION_WORDS:
            return None
        for size in (2, 1):
            name, topic = " ".join(tokens[:size]), " ".join(tokens[size:])
            if topic and self.named_so(name):
                return name, topic
        return None

    def _are_people(self, name: str) -> bool:
        found = self._speakers(name)
        return bool(found) and all(self.is_person(one) for one in found)

    def parts(self, asked: str) -> tuple[str, ...]:
        """Return the several names that `asked` lists; the whole when it is one name."""
        parts = tuple(part for part in _AND.split(asked) if part)
        known = [bool(self._one(part)) for part in parts]
        if len(parts) < 2 or not any(known):
            return (asked,)
        named = all(part[:1].isupper() and " of " not in part for part in parts)
        if not (named or all(known)):
            return (asked,)
        wanted = set(words(_AND.sub(" ", asked)))
        bodies = self._speakers(asked)
        return (asked,) if any(wanted <= set(words(body)) for body in bodies) else parts

    def _one(self, asked: str) -> tuple[str, ...]:
        """Return the names of one person or body; of a list, those that stand in the archive."""
        whole = self._speakers(asked)
        state = () if any(self.is_person(one) for one in whole) else self._state(asked)
        if whole or state:
            return tuple(dict.fromkeys([*whole, *state]))
        parts = [part for part in _AND.split(asked) if part]
        if len(parts) > 1:
            return tuple(dict.fromkeys(name for part in parts for name in self._one(part)))
        return () if _is_pronoun(asked) else self._by_office(asked)

    def is_person(self, name: str) -> bool:
        """Return whether a speaker of this name is a human being."""
        return any(one.name == name and one.person for one in self.known)

    def _state(self, asked: str) -> tuple[str, ...]:
        return state_bodies(asked, self.known) or bodies_of_kind(asked, self.known)

    def _by_office(self, asked: str) -> tuple[str, ...]:
        """Return who holds an office, in any word for it; of a body who speaks for it."""
        owned = _OWNED.match(asked)
        return (
            (self._speakers(owned["name"]) if owned else ())
            or self.titled(asked)
            or by_other_title(asked, self.titled)
            or speaking_for(asked, self.titled)
            or (self._one(state) if (state := by_its_state(asked)) else ())
        )

    def persons(self, asked: str, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the names that `asked` means by whom they mean, if that is several people."""
        parts = self.parts(asked)
        if len(parts) > 1:
            return tuple(found for part in parts if (found := self._one(part)))
        people = {one.name for one in self.known if one.person}
        full = [name for name in names if name in people and len(words(self.full(name))) > 1]
        bearers = tuple(dict.fromkeys(self.full(name) for name in full))
        if len(bearers) < 2:
            return (tuple(names),) if names else ()
        groups = [tuple(n for n in full if self.full(n) == bearer) for bearer in bearers]
        bare = tuple(name for name in names if name in people and name not in full)
        return (*groups, bare) if bare else tuple(groups)


def understand(
    question: Question, standalone: str, people: People, choices: tuple[str, ...] = ()
) -> Understood:
    """Return what `standalone`, the question as it stands alone, asks of this archive.

    `choices` are those whom a pronoun that is left in it may mean.
    """
    standalone = straight(_plain(standalone), people.named_so)
    heard = heard_by(standalone)
    form = _form(standalone, people, heard)
    asked, source = form.asked or question.filters.speaker, None
    speakers = people.named(asked) if asked else ()
    if asked and not speakers and (placed := _PLACED.match(asked)):
        speakers = people.named(placed["name"])
        asked = placed["name"] if speakers else asked
    if asked and not speakers and not form.certain and not question.filters.speaker:
        form, asked, source = replace(form, kind="fact", topic=unframed(standalone)), None, asked
    parts = people.parts(asked) if asked and speakers else ()
    period, topic = followed_up(question.text, standalone, form.topic)
    if period is None and asked:
        period, topic = period_of(standalone, form.topic), ""
    if period and asked:
        form = replace(form, topic=topic, proposition=form.proposition and bool(topic))
    return Understood(
        question=question,
        text=standalone,
        kind=form.kind,
        wants=form.wants,
        proposition=form.proposition,
        certain=form.certain,
        asked=asked,
        speakers=speakers,
        persons=people.persons(asked, speakers) if asked and speakers else (),
        body=bool(speakers) and not any(people.is_person(name) for name in speakers),
        listed=bool(speakers) and len(parts) > 1,
        absent=tuple(part for part in parts if not people.named(part)),
        choices=choices,
        verb=form.verb,
        who=person_meant(standalone, people.bears) if form.kind == "fact" else None,
        hearers=bool(heard and speakers),
        source=source,
        shape=form.shape,
        period=period if asked else None,
        topic=_topic(form, asked, speakers),
        shelf="comment" if form.comments or question.filters.voice == "comment" else "article",
        filters=replace(question.filters, speaker=None),
    )


def _form(standalone: str, people: People, heard: tuple[str, str] | None) -> Form:
    """Return the form of a question to these people; where only a name is told, of their words."""
    form = form_of(standalone)
    if heard and people.named(heard[0]):
        form = Form(kind="said", asked=heard[0], topic=heard[1], wants="person")
    if form.kind == "fact" and people.bears(standalone):
        form = replace(form, kind="said", asked=standalone.strip(" ?.!"), topic="")
    if form.kind == "fact" and (keyed := people.keyed(standalone)):
        form = replace(form, kind="said", asked=keyed[0], topic=keyed[1], certain=False)
    return form


def _plain(question: str) -> str:
    """Return a question without greeting and slips of hurried typing; as it is without them."""
    bare = bared(question)
    return question if bare.lower() == question.strip(" ?!.").lower() else f"{bare}?"


def _topic(form: Form, asked: str | None, speakers: Iterable[str]) -> Topic:
    names = " ".join([asked or "", *speakers]) if asked else ""
    return topic_of(form.topic, without=frozenset(stems(words(names))))


def _is_pronoun(asked: str) -> bool:
    return all(word in _PRONOUNS for word in words(asked))
