"""Who a source is: names, surnames, pronouns, titles and roles traced to the article's names.

Agreement in gender and number, recency and the grammatical role of the earlier mention decide, in
the manner of Hobbs and of centering theory; where they leave nobody, the speaker stays unknown.
"""

from dataclasses import dataclass, field

from ingest.article import Resolution, Speaker
from ingest.statements.directory import Directory, Entity
from ingest.statements.names import HONORIFICS, ROLES, Name, is_body_word, names_in
from ingest.statements.noun_phrases import Source
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)

_GENDERS = {"he": "m", "she": "f", "who": "", "him": "m", "her": "f"}
_DOCUMENTS = vocabulary("""
    statement letter release memo email post tweet report document ruling complaint filing
    message article text
""")
_LONGEST_GROUP = 6
"""Words of a phrase that names a group ("Artsakh authorities"); a longer one only describes."""
_PARAGRAPHS_BACK = 3
"""How far back a pronoun may point."""


@dataclass(frozen=True, slots=True)
class _Mention:
    entity: Entity
    paragraph: int
    subject: bool


@dataclass(slots=True)
class Discourse:
    """What has been said of whom so far while an article is read from its start."""

    text: str
    directory: Directory
    paragraph: int = 0
    mentions: list[_Mention] = field(default_factory=list)
    speaker: Speaker | None = None
    """Of the last statement."""

    def read(self, frame: Frame) -> None:
        """Take in the names of a sentence; the subject's comes to stand last."""
        subject = main_subject(frame, len(frame.tokens))
        latest: list[_Mention] = []
        for name in names_in(frame.tokens, 0, len(frame.tokens)):
            entity = self.directory.find(name.name)
            if entity is None or _followed_by_possessive(frame.tokens, name.last):
                continue
            is_subject = subject is not None and subject.first <= name.first < subject.last
            latest.append(_Mention(entity, self.paragraph, is_subject))
        self.mentions.extend(mention for mention in latest if not mention.subject)
        self.mentions.extend(mention for mention in latest if mention.subject)

    def note_speaker(self, speaker: Speaker | None) -> None:
        """Let the speaker of a statement be the one whom a following pronoun means first."""
        if speaker is None:
            return
        self.speaker = speaker
        if speaker.name is None:
            return
        entity = self.directory.find(speaker.name)
        if entity is None and not speaker.person:
            entity = self.directory.add(speaker.name)
        if entity is not None:
            entity.spoke = True
            self.mentions.append(_Mention(entity, self.paragraph, True))

    def resolve(self, frame: Frame, source: Source) -> Speaker:
        """Return the speaker that a source names or stands for."""
        tokens = frame.tokens
        as_written = frame.span(source.first, source.last).of(self.text)
        word = tokens[source.first].lower
        if source.last - source.first == 1 and word in _GENDERS:
            return self._from_pronoun(frame, source, word, as_written)
        head = _head_end(tokens, source)
        names = _head_names(tokens, source.first, head)
        if names and self._is_doubtful(tokens, names[0]):
            names = names[1:]
        if names and names[-1].last == head and tokens[head - 1].lower not in ROLES:
            if any(token.lower == "and" for token in tokens[names[0].last : names[-1].first]):
                return Speaker(None, as_written, "unknown", False)
            return self._from_name(names[-1], as_written)
        apposed = _apposed_name(tokens, head, source)
        if apposed is not None:
            return self._from_name(apposed, as_written)
        return self._from_description(tokens, source.first, head, as_written)

    def _is_doubtful(self, tokens: tuple[Token, ...], name: Name) -> bool:
        """Return whether a word may be capitalised only because a sentence starts with it."""
        opens = name.first == 0 or tokens[name.first - 1].kind in {"stop", "quote"}
        known = tokens[name.first].text in self.directory.inside_sentences
        return opens and name.last == name.first + 1 and name.name.endswith("s") and not known

    def _from_name(self, name: Name, as_written: str) -> Speaker:
        gender = next((HONORIFICS[title] for title in name.titles if title in HONORIFICS), "")
        entity = self.directory.find(name.name, gender)
        if entity is None:
            return Speaker(name.name, as_written, "stated", False)
        how: Resolution = (
            "stated" if len(name.name.split()) >= len(entity.name.split()) else "resolved"
        )
        return Speaker(entity.name, as_written, how, entity.person)

    def _from_pronoun(self, frame: Frame, source: Source, word: str, as_written: str) -> Speaker:
        entity = self._antecedent(frame, source, _GENDERS[word])
        if entity is None:
            return Speaker(None, as_written, "unknown", True)
        entity.gender, entity.person = entity.gender or _GENDERS[word], True
        return Speaker(entity.name, as_written, "resolved", True)

    def _antecedent(self, frame: Frame, source: Source, gender: str) -> Entity | None:
        for name in names_in(frame.tokens, 0, source.first):
            entity = self.directory.find(name.name)
            if entity is None or not _is_subject_before(frame.tokens, name):
                continue
            if entity.may_be(gender):
                return entity
        for mention in reversed(self.mentions[-40:]):
            if mention.paragraph < self.paragraph - _PARAGRAPHS_BACK:
                break
            if mention.entity.may_be(gender):
                return mention.entity
        return None

    def _from_description(
        self, tokens: tuple[Token, ...], first: int, last: int, as_written: str
    ) -> Speaker:
        words = [token.lower for token in tokens[first:last] if token.kind == "word"]
        definite = bool(words) and words[0] in {"the", "this", "that"}
        head = _head_noun(words)
        if definite and (head in _DOCUMENTS):
            if self.speaker is not None and self.speaker.name and not self.speaker.person:
                return Speaker(self.speaker.name, as_written, "resolved", False)
            return Speaker(None, as_written, "unknown", False)
        if definite and head in ROLES:
            entity = self._with_role(words[1:])
            if entity is not None:
                return Speaker(entity.name, as_written, "resolved", True)
            return Speaker(None, as_written, "unknown", True)
        named = any(token.capital for token in tokens[first + 1 : last])
        named = named or (first < last and tokens[first].text in self.directory.inside_sentences)
        several = head.endswith("s") and len(words) <= _LONGEST_GROUP
        if is_body_word(head) or (named and several and head not in ROLES):
            return self._body(tokens, first, last, as_written)
        return Speaker(None, as_written, "unknown", head in ROLES)

    def _body(self, tokens: tuple[Token, ...], first: int, last: int, as_written: str) -> Speaker:
        while first < last and tokens[first].lower in DETERMINERS | POSSESSIVES:
            first += 1
        name = self.text[tokens[first].start : tokens[last - 1].end] if first < last else None
        if name is None:
            return Speaker(None, as_written, "unknown", False)
        if not any(token.capital for token in tokens[first:last]):
            return self._known_body(name, as_written)
        return Speaker(name, as_written, "stated", False)

    def _known_body(self, phrase: str, as_written: str) -> Speaker:
        """Trace "the foreign ministry" to the last body whose name ends in these words."""
        for mention in reversed(self.mentions[-80:]):
            name = mention.entity.name
            if not mention.entity.person and name.lower().endswith(phrase.lower()):
                return Speaker(name, as_written, "resolved", False)
        return Speaker(None, as_written, "unknown", False)

    def _with_role(self, words: list[str]) -> Entity | None:
        """Return the person most recently mentioned who bears the role with its modifiers."""
        wanted = {word for word in words if word not in DETERMINERS}
        for mention in reversed(self.mentions):
            entity = mention.entity
            if entity.person and wanted and wanted <= entity.roles:
                return entity
        return None


def _is_subject_before(tokens: tuple[Token, ...], name: Name) -> bool:
    """Return whether a name earlier in the sentence is a subject there, not hung on a verb."""
    if _followed_by_possessive(tokens, name.last):
        return False
    first = name.first - len(name.titles)
    if first <= 0:
        return True
    before = tokens[first - 1]
    clause = before.lower in SUBORDINATORS | CONJUNCTIONS | {"that"}
    return before.kind != "word" or clause or before.lower in DETERMINERS


def _head_names(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """Return the names that may be the speaker's, not those that a speaker is "of" or "for"."""
    found: list[Name] = []
    for name in names_in(tokens, first, last):
        hung = any(token.lower in PREPOSITIONS for token in tokens[first : name.first])
        link = tokens[name.first - 1].lower if name.first > first else ""
        hung = hung and (link in PREPOSITIONS | CONJUNCTIONS | DETERMINERS)
        if not hung and not _followed_by_possessive(tokens, name.last):
            found.append(name)
    return found


def _heads_phrase(word: str) -> bool:
    """Return whether a capitalised word goes on after a preposition ("University of …")."""
    return word in ROLES or is_body_word(word)


def _head_noun(words: list[str]) -> str:
    """Return the noun that a phrase is about: the last word before a preposition."""
    for index, word in enumerate(words):
        if index and word in PREPOSITIONS:
            return words[index - 1]
    return words[-1] if words else ""


def _followed_by_possessive(tokens: tuple[Token, ...], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "possessive"


def _head_end(tokens: tuple[Token, ...], source: Source) -> int:
    """Return the end of the source's first part, before appositions and relative clauses."""
    for index in range(source.first + 1, source.last):
        token = tokens[index]
        if token.kind in {"comma", "open", "dash"} or token.lower in {"who", "which", "whose"}:
            return index
        before = tokens[index - 1]
        if token.lower in PREPOSITIONS and before.capital and not _heads_phrase(before.lower):
            return index
    return source.last


def _apposed_name(tokens: tuple[Token, ...], head: int, source: Source) -> Name | None:
    if head >= source.last or tokens[head].kind != "comma":
        return None
    return next(
        (name for name in names_in(tokens, head + 1, source.last) if name.first == head + 1), None
    )
