"""From a question and the archive's own speakers to what is to be looked for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rag.ports.vector_index import Shelf
from rag.steps.people.names import matching_speakers
from rag.steps.question.form import Form, Kind, form_of
from rag.steps.question.topic import Topic, topic_of
from rag.steps.question.wanted import Wants
from rag.steps.words import stems, words
from rag.values.catalogued import KnownSpeaker
from rag.values.question import Filters, Question

_AND = re.compile(r"\s*(?:,|;|\band\b|\bor\b|&)\s*", re.IGNORECASE)
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
    topic: Topic
    shelf: Shelf
    filters: Filters

    @property
    def speaker_unknown(self) -> bool:
        """Whether somebody is asked about whom the archive never heard speak."""
        return self.asked is not None and not self.speakers

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

    def named(self, asked: str) -> tuple[str, ...]:
        """Return the archive's names for whoever `asked` means; several people when it lists."""
        whole = matching_speakers(asked, self.known, self.occurs)
        if whole:
            return whole
        parts = [part for part in _AND.split(asked) if part]
        if len(parts) > 1:
            return tuple(dict.fromkeys(name for part in parts for name in self.named(part)))
        return () if _is_pronoun(asked) else self.titled(asked)


def understand(question: Question, standalone: str, people: People) -> Understood:
    """Return what `standalone`, the question as it stands alone, asks of this archive."""
    form = form_of(standalone)
    asked = form.asked or question.filters.speaker
    speakers = people.named(asked) if asked else ()
    if asked and not speakers and not form.certain and not question.filters.speaker:
        form, asked = replace(form, kind="fact", topic=standalone), None
    return Understood(
        question=question,
        text=standalone,
        kind=form.kind,
        wants=form.wants,
        proposition=form.proposition,
        certain=form.certain,
        asked=asked,
        speakers=speakers,
        topic=_topic(form, asked, speakers),
        shelf="comment" if form.comments or question.filters.voice == "comment" else "article",
        filters=replace(question.filters, speaker=None),
    )


def _topic(form: Form, asked: str | None, speakers: Iterable[str]) -> Topic:
    names = " ".join([asked or "", *speakers]) if asked else ""
    return topic_of(form.topic, without=frozenset(stems(words(names))))


def _is_pronoun(asked: str) -> bool:
    return all(word in _PRONOUNS for word in words(asked))
