"""Reads an article's sentences in order and joins what one speaker says across them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.article import Fact, Span, Speaker, Statement, Voice
from ingest.statements.attribution import attributions
from ingest.statements.continuation import (
    is_whole_sentence,
    keeps_subject,
    quotations_only,
    signer,
    turns_to_another,
)
from ingest.statements.conversation import Conversation
from ingest.statements.headlines import colon_attribution
from ingest.statements.hearers import answers
from ingest.statements.introductions import announced, introduced
from ingest.statements.kinds import kind_of
from ingest.statements.noun_phrases import Source
from ingest.statements.occasions import occasion_of
from ingest.statements.resolution import Discourse
from ingest.statements.said_on import said_on
from ingest.statements.saying import Attribution
from ingest.statements.signed_posts import Post, post_in
from ingest.statements.tokens import Frame
from ingest.statements.transcripts import ANSWERS, Turns, colon_of, label_of
from ingest.statements.words import RELATIVES

HEADINGS = frozenset({Voice.HEADLINE, Voice.SUBHEAD})
_NOBODYS = Statement("direct", (), None, None, None)


@dataclass(slots=True)
class Reader:
    """The statements found so far, and what the last sentence leaves open."""

    text: str
    conversation: Conversation
    published: Fact
    found: list[Statement] = field(default_factory=list)
    latest: range = range(0)
    """Which of the found statements the sentence before brought."""
    spoke: bool = False
    """Whether the sentence before reports speech, not only an act or a thought."""
    turns: Turns = field(default_factory=Turns)
    """Who takes turns in an interview ("Lind: …"), where the article prints one."""
    headed: set[int] = field(default_factory=set)
    """Which of the found statements stand in headlines and subheads."""
    announced: tuple[Statement, ...] = ()
    """A statement still without content, one for each speaker: the sentence before ended in a
    colon."""

    @property
    def discourse(self) -> Discourse:
        """Who has been named so far."""
        return self.conversation.discourse

    def read(self, frames: Sequence[Frame], voice: Voice) -> None:
        """Add the statements of one paragraph; nothing is continued into or out of a heading."""
        self.discourse.paragraph += 1
        if voice in HEADINGS:
            self.latest, self.announced = range(0), ()
            first = len(self.found)
            self._read(frames, voice)
            self.headed.update(range(first, len(self.found)))
            self.latest, self.announced = range(0), ()
            return
        self._read(frames, voice)

    def _read(self, frames: Sequence[Frame], voice: Voice) -> None:
        label = label_of(frames) if self.turns.labels else None
        if label in self.turns.labels:
            self._take_turn(frames, label or "")
            return
        post = post_in(frames)
        if post is not None:
            self._take_post(frames[-1], post)
            return
        for frame in frames:
            continued = quotations_only(frame)
            signature = signer(frame) if self._awaits_signature() else None
            if continued:
                self._continue(frame, continued)
            elif signature is not None:
                self._sign(frame, signature)
            else:
                self._report(frame, headline=voice is Voice.HEADLINE)

    def _take_turn(self, frames: Sequence[Frame], label: str) -> None:
        """Add what a labelled paragraph has somebody say, word for word though without marks.

        Of whoever asks only what they report of others counts: a question claims nothing.
        """
        self.latest, self.announced = range(0), ()
        if label in self.turns.asking:
            self._ask(frames)
            return
        frame, colon = frames[0], colon_of(frames) or 0
        tokens, source = frame.tokens, Source(0, colon)
        speaker = self.discourse.resolve(frame, source)
        fuller = self.turns.fuller.get(label)
        if fuller is not None:
            speaker = self.discourse.labelled(fuller, speaker.as_written)
        elif label in ANSWERS or len(label) == 1:
            # The Q and A of an interview name nobody; what they report of others counts.
            before = len(self.found)
            self._ask(frames)
            if len(self.found) > before:
                return
            speaker = Speaker(None, speaker.as_written, "unknown")
        content = (Span(tokens[colon + 1].start, frames[-1].end),)
        cue = frame.span(colon, colon + 1)
        self.found.append(Statement("direct", content, frame.span(0, colon), cue, speaker))
        self.discourse.note_speaker(speaker)
        for sentence in frames:
            self.discourse.read(sentence)

    def _take_post(self, frame: Frame, post: Post) -> None:
        """Add the words of a post, which are its signer's though without marks."""
        self.latest, self.announced = range(0), ()
        source = frame.span(post.source.first, post.source.last)
        cue = frame.span(post.dash, post.dash + 1)
        speaker = self.discourse.resolve(frame, post.source)
        self.found.append(Statement("direct", (post.content,), source, cue, speaker))

    def _ask(self, frames: Sequence[Frame]) -> None:
        """Add what a question's sentences report of people who are named."""
        for frame in frames:
            for attribution in attributions(frame):
                for statement in self._statements(frame, attribution):
                    if statement.speaker is not None and statement.speaker.name is not None:
                        self.found.append(statement)
            self.discourse.read(frame)

    def _report(self, frame: Frame, *, headline: bool) -> None:
        """Add the statements that a sentence itself attributes."""
        attributed = _attributions(frame, headline=headline)
        together = [self._statements(frame, attribution) for attribution in attributed]
        statements = [statement for group in together for statement in group]
        self.discourse.read(frame)
        for group in together:
            if not headline and not _is_label(group[0], self.text):
                self.conversation.note_speakers([one.speaker for one in group])
        self.conversation.hear(frame, attributed)
        if not statements and not frame.first_of_paragraph and keeps_subject(frame):
            return
        self.latest = range(len(self.found), len(self.found) + len(statements))
        self.found.extend(statements)
        self.spoke = any(attribution.cue.speaks for attribution in attributed)
        if attributed and (
            frame.tokens[attributed[-1].cue.head].kind == "dash"
            or turns_to_another(frame, attributed[-1])
        ):
            self.latest = range(0)
        self._await(frame)

    def _continue(self, frame: Frame, content: tuple[Span, ...]) -> None:
        """Give a sentence that is nothing but a quotation to whoever spoke just before."""
        if self.announced:
            self._add(*(replace(one, content=content) for one in self.announced))
            self.conversation.note_speakers([one.speaker for one in self.announced])
            self.announced = ()
            return
        for number in reversed(self.latest):
            if self.found[number].kind == "direct":
                for one in self._together(number):
                    joined = (*self.found[one].content, *content)
                    self.found[one] = replace(self.found[one], content=joined)
                return
        carries = self.spoke or not frame.first_of_paragraph
        speakers = [n for n in self.latest if not self._is_aside(self.found[n])]
        if speakers and carries:
            group = [self.found[number] for number in self._together(speakers[-1])]
            self._add(*(replace(one, kind="direct", content=content) for one in group))
        elif is_whole_sentence(frame):
            self._add(replace(_NOBODYS, content=content))

    def _is_aside(self, statement: Statement) -> bool:
        """Return whether a relative clause reports it ("…, who hopes that …")."""
        source = statement.source.of(self.text).lower() if statement.source else ""
        return source.partition(" ")[0] in RELATIVES

    def _together(self, number: int) -> list[int]:
        """Return which of the latest statements are the same words of several speakers."""
        content = self.found[number].content
        return [one for one in self.latest if self.found[one].content == content]

    def _add(self, *statements: Statement) -> None:
        self.latest = range(len(self.found), len(self.found) + len(statements))
        self.found.extend(statements)

    def _awaits_signature(self) -> bool:
        return bool(self.latest) and self.found[-1].kind == "direct" and not self.found[-1].source

    def _sign(self, frame: Frame, source: Source) -> None:
        self.found[-1] = replace(
            self.found[-1],
            source=frame.span(source.first, source.last),
            cue=frame.span(0, 1),
            speaker=self.discourse.resolve(frame, source),
        )
        self.latest = range(0)

    def _await(self, frame: Frame) -> None:
        """Remember whom a colon, or "she agreed", announces for the next sentence."""
        self.announced = ()
        ends_in_colon = bool(frame.tokens) and frame.tokens[-1].kind == "colon"
        coming = announced(frame) if ends_in_colon or not self.latest else None
        if coming is not None:
            cue, source = coming
            empty = Attribution(cue, source, (), direct=True, last=len(frame.tokens))
            self.announced = self._statements(frame, empty)

    def _statements(self, frame: Frame, attribution: Attribution) -> tuple[Statement, ...]:
        """Return what an attribution makes: one statement for each of its speakers."""
        source = attribution.source
        speakers: tuple[Speaker | None, ...] = (
            self.conversation.speakers(frame, source, answers=answers(frame, attribution))
            if source
            else (self._same(attribution),)
        )
        one = Statement(
            kind=kind_of(frame, attribution),
            content=attribution.content,
            source=frame.span(source.first, source.last) if source else None,
            cue=frame.span(attribution.cue.first, attribution.cue.last),
            speaker=None,
            said_on=said_on(frame, attribution, self.published),
            occasion=occasion_of(frame, attribution),
        )
        return tuple(replace(one, speaker=speaker) for speaker in speakers)

    def _same(self, attribution: Attribution) -> Speaker | None:
        """Return the last speaker for a sentence that lacks a subject ("Adding that …")."""
        speaker = self.discourse.speaker
        fragment = attribution.cue.shape == "participle" and attribution.cue.first == 0
        if not fragment or not self.latest or speaker is None or speaker.name is None:
            return None
        return Speaker(speaker.name, "", "resolved", speaker.person)


def _is_label(statement: Statement, text: str) -> bool:
    """Return whether a colon alone makes somebody a speaker of whom nothing else is known."""
    known = statement.speaker is not None and statement.speaker.person
    return not known and statement.cue is not None and statement.cue.of(text) == ":"


def _attributions(frame: Frame, *, headline: bool) -> tuple[Attribution, ...]:
    colon = colon_attribution(frame) if headline else None
    if colon is not None:
        return (colon,)
    found = attributions(frame)
    other = None if any(one.direct for one in found) else introduced(frame)
    if other is None:
        return found
    apart = (one for one in found if not one.content[0].overlaps(other.content[0]))
    return (*apart, other)
