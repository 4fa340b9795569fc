"""Who a source is: names, surnames, pronouns, titles and roles traced to the article's names.

Agreement in gender and number, recency and the grammatical role of the earlier mention decide, in
the manner of Hobbs and of centering theory; where they leave nobody, the speaker stays unknown.
"""

from dataclasses import dataclass

from ingest.article import Resolution, Speaker
from ingest.statements.bodies import body_name
from ingest.statements.demonyms import is_demonym
from ingest.statements.directory import Directory, Entity
from ingest.statements.documents import DOCUMENTS, issued, issuer_in
from ingest.statements.heads import (
    apposed_name,
    head_end,
    head_names,
    head_noun,
)
from ingest.statements.mentions import Mentions
from ingest.statements.name_uses import (
    ends_in_role,
    is_group,
    is_subject_before,
    joins,
    modifies,
    parts_relative,
)
from ingest.statements.names import (
    AGED,
    ROLES,
    Name,
    is_body_word,
    is_office,
    is_title,
    names_in,
    tells_person,
)
from ingest.statements.noun_phrases import Source
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    RELATIVES,
)

GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_GENERATIONS = frozenset(["senior", "junior"])
_SPOKESPEOPLE = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople"])
_INDEFINITE = frozenset(["a", "an", "one", "another"])
_RELATIVE_REACH = 8
_LONGEST_GROUP = 6
"""Words of a phrase that names a group ("Harbour authorities"); a longer one only describes."""
_PARAGRAPHS_BACK = 3
"""How far back "the statement" may point."""
_SENTENCE_BACK = 120


@dataclass(slots=True)
class Discourse:
    """What has been said of whom so far while an article is read from its start."""

    text: str
    mentions: Mentions
    paragraph: int = 0
    speaker: Speaker | None = None
    """Of the last statement."""
    spoken_in: int = 0
    """The paragraph of the last statement."""
    issuer: Speaker | None = None
    """Who put out the statement or letter that the article speaks of."""
    issued_in: int = 0

    @property
    def directory(self) -> Directory:
        """The people and bodies of the article."""
        return self.mentions.directory

    def read(self, frame: Frame) -> None:
        """Take in the names of a sentence, and who puts out a text in it."""
        source = issued(frame)
        if source is not None:
            self.issuer, self.issued_in = self.resolve(frame, source), self.paragraph
        self.mentions.read(frame, self.paragraph)

    def note_speaker(self, speaker: Speaker | None) -> None:
        """Let the speaker of a statement be the one whom a following pronoun means first."""
        if speaker is None:
            return
        self.speaker, self.spoken_in = speaker, self.paragraph
        if speaker.name is None:
            if speaker.as_written.lower().partition(" ")[0] in _INDEFINITE:
                # "A nurse said": the next "she" is the nurse, whoever was named before.
                self.mentions.note_unnamed(self.paragraph)
            return
        entity = self.directory.find(speaker.name)
        if entity is None and not speaker.person:
            entity = self.directory.add(speaker.name)
            entity.body = entity.body or is_group(speaker.name)
        if entity is not None:
            entity.spoke = True
            self.mentions.note(entity, self.paragraph)

    def labelled(self, label: str, as_written: str) -> Speaker:
        """Return whom the initials of a turn stand for, given the turn's label in full."""
        entity = self.directory.find(label)
        if entity is None:
            return Speaker(label, as_written, "resolved", False)
        return Speaker(entity.name, as_written, "resolved", entity.person)

    def resolve(self, frame: Frame, source: Source) -> Speaker:
        """Return the speaker that a source names or stands for."""
        tokens = frame.tokens
        as_written = frame.span(source.first, source.last).of(self.text)
        word = tokens[source.first].lower
        if source.last - source.first == 1 and word in GENDERS:
            return self._from_pronoun(frame, source, word, as_written)
        if source.last - source.first == 1 and word in RELATIVES:
            return self._from_relative(tokens, source.first, as_written)
        if is_demonym(tokens, source.first, source.last):
            return self._only_one(as_written)
        head = head_end(tokens, source)
        names = head_names(tokens, source.first, head)
        if names and (self._is_doubtful(tokens, names[0]) or is_title(names[0].name.lower())):
            names = names[1:]
        names = [name for name in names if not is_office(name)]
        while len(names) > 1 and modifies(tokens, names[0]):
            # "HARBOUR RADIO reporter NAME": what stands first only describes.
            names = names[1:]
        if names and names[-1].last == head and not ends_in_role(tokens, names[-1]):
            if any(joins(token) for token in tokens[names[0].last : names[-1].first]):
                return Speaker(None, as_written, "unknown", False)
            return self._from_name(names[-1], as_written)
        if names and names[-1].last == head - 1 and tokens[head - 1].lower in _GENERATIONS:
            return self._from_namesake(names[-1], as_written)
        apposed = apposed_name(tokens, head, source)
        if apposed is not None:
            named = self._from_name(apposed, as_written)
            if _may_be_where(tokens, head, apposed) and " " not in (named.name or ""):
                return Speaker(None, as_written, "unknown", True)
            return named
        return self._from_description(tokens, source.first, head, as_written)

    def _is_doubtful(self, tokens: tuple[Token, ...], name: Name) -> bool:
        """Return whether a word may be capitalised only because a sentence starts with it."""
        opens = name.first == 0 or tokens[name.first - 1].kind in {"stop", "quote"}
        known = tokens[name.first].text in self.directory.inside_sentences
        return opens and name.last == name.first + 1 and name.name.endswith("s") and not known

    def _from_name(self, name: Name, as_written: str) -> Speaker:
        entity = self.directory.find(name.name, name.gender)
        if entity is None:
            return Speaker(name.name, as_written, "stated", False)
        how: Resolution = (
            "stated" if len(name.name.split()) >= len(entity.name.split()) else "resolved"
        )
        return Speaker(entity.name, as_written, how, entity.person)

    def _from_namesake(self, name: Name, as_written: str) -> Speaker:
        """Trace "Lind senior" to the bearer of the surname whom the article named last."""
        entity = self.mentions.bearer(name.name)
        if entity is None:
            return Speaker(None, as_written, "unknown", True)
        return Speaker(entity.name, as_written, "resolved", True)

    def _from_pronoun(self, frame: Frame, source: Source, word: str, as_written: str) -> Speaker:
        entity = self._antecedent(frame, source, GENDERS[word])
        if entity is None:
            return Speaker(None, as_written, "unknown", True)
        entity.gender, entity.person = entity.gender or GENDERS[word], True
        return Speaker(entity.name, as_written, "resolved", True)

    def _from_relative(self, tokens: tuple[Token, ...], relative: int, as_written: str) -> Speaker:
        """Trace "who" to the name that it stands right behind."""
        for name in names_in(tokens, max(0, relative - _RELATIVE_REACH), relative):
            if name.last == relative or parts_relative(tokens[name.last : relative]):
                named = self._from_name(name, as_written)
                return Speaker(named.name, as_written, "resolved", named.person)
        return Speaker(None, as_written, "unknown", False)

    def _antecedent(self, frame: Frame, source: Source, gender: str) -> Entity | None:
        if source.first and frame.tokens[source.first - 1].lower in {"who", "whom"}:
            # "NAME, who he calls Papa": whoever calls is not the one called.
            return None
        subject = main_subject(frame, source.first)
        for name in names_in(frame.tokens, max(0, source.first - _SENTENCE_BACK), source.first):
            entity = self.directory.find(name.name)
            ends = subject is not None and name.last == subject.last
            if not (ends or is_subject_before(frame.tokens, name)):
                continue
            if entity is None:
                # The sentence's own subject, of whom the article names several.
                return None
            if entity.may_be(gender):
                return entity
        return self.mentions.antecedent(gender, self.paragraph)

    def _from_description(
        self, tokens: tuple[Token, ...], first: int, last: int, as_written: str
    ) -> Speaker:
        words = [token.lower for token in tokens[first:last] if token.kind == "word"]
        definite = bool(words) and words[0] in {"the", "this", "that"}
        noun = head_noun(words)
        if noun in DOCUMENTS:
            return self._from_document(tokens, Source(first, last), as_written)
        if noun in _SPOKESPEOPLE:
            spoken_for = self._spoken_for(tokens, first, last)
            if spoken_for is not None:
                return Speaker(spoken_for, as_written, "stated", False)
        if definite and tells_person(noun):
            entity = self.mentions.with_role(words[1:])
            if entity is not None:
                return Speaker(entity.name, as_written, "resolved", True)
            if noun.endswith(AGED):
                return self._only_one(as_written)
            return Speaker(None, as_written, "unknown", True)
        named = any(token.capital for token in tokens[first + 1 : last])
        named = named or (first < last and tokens[first].text in self.directory.inside_sentences)
        named = named or any(token.kind == "possessive" for token in tokens[first:last])
        several = noun.endswith("s") and len(words) <= _LONGEST_GROUP
        if is_body_word(noun) or (named and several and noun not in ROLES):
            return self._body(tokens, first, last, as_written)
        return Speaker(None, as_written, "unknown", noun in ROLES)

    def _only_one(self, as_written: str) -> Speaker:
        """Trace "the Irishman" or "the 23-year-old" to the one person whom the text is about."""
        entity = self.mentions.only_person(self.paragraph)
        if entity is None:
            return Speaker(None, as_written, "unknown", True)
        return Speaker(entity.name, as_written, "resolved", True)

    def _spoken_for(self, tokens: tuple[Token, ...], first: int, last: int) -> str | None:
        """Return the body behind "a spokesperson for"; nobody speaks for a person so."""
        link = next((i for i in range(first, last) if tokens[i].lower in {"for", "of"}), last)
        name = next(names_in(tokens, link, last), None)
        if name is None or name.titles:
            return None
        entity = self.directory.find(name.name)
        body = entity is not None and entity.body
        told = body or any(is_body_word(word) for word in name.name.lower().split())
        return name.name if told else None

    def _from_document(self, tokens: tuple[Token, ...], source: Source, as_written: str) -> Speaker:
        """Trace a text to whom it is from, and "the statement" to who issued it or just spoke."""
        issuer = issuer_in(tokens, source)
        if issuer is not None:
            return self._named_in(tokens, issuer, as_written)
        definite = tokens[source.first].lower in {"the", "this", "that"}
        recent = definite and self.paragraph - self.issued_in <= _PARAGRAPHS_BACK
        if recent and self.issuer is not None:
            how: Resolution = "resolved" if self.issuer.name else "unknown"
            return Speaker(self.issuer.name, as_written, how, self.issuer.person)
        recent = definite and self.paragraph - self.spoken_in <= _PARAGRAPHS_BACK
        if recent and self.speaker is not None and not self.speaker.person:
            how = "resolved" if self.speaker.name else "unknown"
            return Speaker(self.speaker.name, as_written, how, False)
        return Speaker(None, as_written, "unknown", False)

    def _named_in(self, tokens: tuple[Token, ...], issuer: Source, as_written: str) -> Speaker:
        """Return the one person or body whom a document's issuer names."""
        names = head_names(tokens, issuer.first, issuer.last)
        if len(names) == 1 and names[0].last == issuer.last:
            named = self._from_name(names[0], as_written)
            return Speaker(named.name, as_written, "resolved", named.person)
        words = [token.lower for token in tokens[issuer.first : issuer.last]]
        if not names and is_body_word(head_noun(words)):
            return self._body(tokens, issuer.first, issuer.last, as_written)
        return Speaker(None, as_written, "unknown", False)

    def _body(self, tokens: tuple[Token, ...], first: int, last: int, as_written: str) -> Speaker:
        named = body_name(tokens, first, last)
        if named is None:
            return Speaker(None, as_written, "unknown", False)
        first, last = named
        name = " ".join(self.text[tokens[first].start : tokens[last - 1].end].split())
        if not any(token.capital for token in tokens[first:last]):
            entity = self.mentions.body(name)
            how: Resolution = "resolved" if entity is not None else "unknown"
            return Speaker(entity.name if entity is not None else None, as_written, how, False)
        return Speaker(name, as_written, "stated", False)


def _may_be_where(tokens: tuple[Token, ...], head: int, name: Name) -> bool:
    """Return whether a name may tell where a place is ("the mayor of Orrin, Norland, said")."""
    alone = name.last == name.first + 1 and not name.titles
    return alone and tokens[head - 1].capital and not tokens[head - 1].text.isupper()
