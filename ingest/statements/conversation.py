"""Who speaks with whom: several speakers of one statement, hearers who answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.article import Speaker
from ingest.statements.coordination import coordinated
from ingest.statements.directory import Directory
from ingest.statements.hearers import asks, hearer_of
from ingest.statements.names import Name
from ingest.statements.noun_phrases import Source
from ingest.statements.resolution import GENDERS, Discourse
from ingest.statements.saying import Attribution
from ingest.statements.tokens import Frame

_GROUPS = frozenset(["both", "the two", "the pair", "they both", "both men", "both women"])


@dataclass(slots=True)
class Conversation:
    """The speakers of an article so far, and who spoke to whom in its last sentence."""

    discourse: Discourse
    group: tuple[Speaker, ...] = ()
    """Those who made the last statement together."""
    heard: Name | None = None
    """To whom the sentence before speaks, by name."""
    asked: bool = False
    """Whether the sentence before asks them something."""

    @property
    def directory(self) -> Directory:
        """The people and bodies of the article."""
        return self.discourse.directory

    def speakers(
        self, frame: Frame, source: Source, *, answers: bool = False
    ) -> tuple[Speaker, ...]:
        """Return everybody whom a source names as speaking together, else the one speaker.

        Of those whom it only describes ("Lind and her deputy") nobody is told. `answers`: the verb
        tells that somebody else spoke just before.
        """
        tokens = frame.tokens
        as_written = frame.span(source.first, source.last).of(self.discourse.text)
        gender = GENDERS.get(as_written.lower(), "")
        if gender and self.heard is not None and (answers or self.asked):
            return (self._answering(frame, source, gender, sure=answers),)
        if as_written.lower() in _GROUPS and self._group_is_near():
            return tuple(
                Speaker(one.name, as_written, "resolved", one.person) for one in self.group
            )
        named: dict[str, Speaker] = {}
        parts = coordinated(tokens, source, self.directory)
        for part in parts:
            one = self.discourse.resolve(frame, part)
            if one.name is not None:
                named.setdefault(one.name, Speaker(one.name, as_written, one.how, one.person))
        if named:
            return tuple(named.values())
        if parts or any(
            token.lower in {"or", "nor"} for token in tokens[source.first : source.last]
        ):
            return (Speaker(None, as_written, "unknown", False),)
        told = self.discourse.resolve(frame, source)
        if gender and self._is_one_of_several(told, gender):
            return (Speaker(None, as_written, "unknown", True),)
        return (told,)

    def note_speakers(self, speakers: Sequence[Speaker | None]) -> None:
        """Let who made a statement be meant by what follows: a group by "both", one by "he"."""
        if len(speakers) == 1:
            self.group = ()
            self.discourse.note_speaker(speakers[0])
            return
        self.group = tuple(one for one in speakers if one is not None)
        for one in self.group:
            entity = self.directory.find(one.name or "")
            if entity is not None:
                entity.spoke = True
        if self.group:
            self.discourse.note_speaker(Speaker(None, self.group[0].as_written, "unknown", True))

    def _answering(self, frame: Frame, source: Source, gender: str, *, sure: bool) -> Speaker:
        """Return who answers as "he" or "she": the hearer, not whoever asked, if it fits them.

        Where it fits both and the verb does not tell (not `sure`), nobody is meant for certain.
        """
        told = self.discourse.resolve(frame, source)
        heard = self.heard
        hearer = self.directory.find(heard.name, heard.gender) if heard is not None else None
        speaker = self.directory.find(
            (self.discourse.speaker.name if self.discourse.speaker else None) or ""
        )
        if hearer is None or hearer is speaker or hearer.gender not in {"", gender}:
            return told
        if not sure and (speaker is None or speaker.gender in {"", gender}):
            plain = hearer.gender == gender and speaker is not None and not speaker.gender
            if not plain:
                return Speaker(None, told.as_written, "unknown", True)
        hearer.gender, hearer.person = gender, True
        return Speaker(hearer.name, told.as_written, "resolved", True)

    def _group_is_near(self) -> bool:
        return len(self.group) > 1 and self.discourse.paragraph - self.discourse.spoken_in <= 1

    def _is_one_of_several(self, speaker: Speaker, gender: str) -> bool:
        """Return whether the pronoun may as well mean another of those who just spoke together."""
        if not self._group_is_near() or speaker.name not in {one.name for one in self.group}:
            return False
        found = (self.directory.find(one.name or "") for one in self.group)
        return sum(one is not None and one.may_be(gender) for one in found) > 1

    def hear(self, frame: Frame, attributed: Sequence[Attribution]) -> None:
        """Remember whom a sentence speaks to last, and whether it asks them something."""
        self.heard = hearer_of(frame, attributed[-1]) if attributed else None
        self.asked = bool(attributed) and asks(attributed[-1])
