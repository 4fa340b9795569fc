"""Who has been named so far while an article is read, the likeliest antecedent last."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.statements.directory import GENDERED, Directory, Entity
from ingest.statements.heads import followed_by_possessive
from ingest.statements.names import ROLES, Name, names_in, tells_person
from ingest.statements.noun_phrases import Source
from ingest.statements.person_names import reads_as_person
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import AUXILIARIES, DETERMINERS, POSSESSIVES, is_adverb

GENDERS = {"he": "m", "she": "f"}
"""What a pronoun tells."""
_SUBJECT = 2
_OPENERS = frozenset(["a", "an", "one", "another", "his", "her", "their"])
_LONGEST_DESCRIPTION = 3
_PARAGRAPHS_BACK = 3
"""How far back a pronoun may point."""
_HUNG = frozenset(["of", "in", "at", "for", "from"])
_MENTIONS_BACK = 80
_SENTENCE_BACK = 12
_ROLES_BACK = 400


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named in a paragraph."""

    entity: Entity
    paragraph: int
    sentence: int
    rank: int
    """2 (`_SUBJECT`) of a sentence's subject, 1 of another name, 0 of a genitive ("Lind's")."""
    acts: bool = False
    """Whether a verb of doing follows at once ("Lind laughed")."""


@dataclass(slots=True)
class Mentions:
    """The mentions of an article up to where it has been read."""

    directory: Directory
    mentions: list[Mention] = field(default_factory=list)
    sentences: int = 0
    """How many have been read."""
    others_in: int = -2
    """The last paragraph that tells of somebody without a name ("a Norby man", "her father")."""
    unnamed: tuple[int, int] = (-1, 0)
    """The paragraph of the last speaker without a name, and how many mentions came before."""

    def read(self, frame: Frame, paragraph: int) -> None:
        """Take in the names of a sentence; the subject's comes to stand last."""
        self.sentences += 1
        if _brings_unnamed(frame.tokens):
            self.others_in = paragraph
        subject = main_subject(frame, len(frame.tokens))
        carried = self._meant(frame.tokens, subject, paragraph) if subject is not None else None
        latest: list[Mention] = []
        for name in names_in(frame.tokens, 0, len(frame.tokens)):
            entity = self.directory.find(name.name, name.gender)
            if entity is not None:
                rank = _rank(frame.tokens, subject, name)
                acts = _acts(frame.tokens, name.last)
                latest.append(Mention(entity, paragraph, self.sentences, rank, acts))
        latest.sort(key=lambda mention: mention.rank)
        self.mentions.extend(latest)
        bearer = carried or (
            self._described(frame.tokens, subject) if subject is not None else None
        )
        if bearer is not None:
            self.mentions.append(Mention(bearer, paragraph, self.sentences, _SUBJECT))

    def note(self, entity: Entity, paragraph: int) -> None:
        """Let an entity be the one whom a following pronoun means first."""
        self.mentions.append(Mention(entity, paragraph, self.sentences, _SUBJECT))

    def note_unnamed(self, paragraph: int) -> None:
        """Let somebody without a name be the one whom this paragraph's next pronoun means."""
        self.unnamed = (paragraph, len(self.mentions))

    def _is_unnamed(self, paragraph: int) -> bool:
        """Return whether nobody by name has come to lead since an unnamed speaker here."""
        told, since = self.unnamed
        return told == paragraph and all(one.rank != _SUBJECT for one in self.mentions[since:])

    def antecedent(self, gender: str, paragraph: int) -> Entity | None:
        """Return whom a pronoun of this gender in this paragraph means.

        Nobody where the last person's gender is unknown and somebody else close by fits as well,
        unless the paragraph is about the former.
        """
        if self._is_unnamed(paragraph):
            return None
        found: Mention | None = None
        reach = _PARAGRAPHS_BACK
        for mention in self._latest(_MENTIONS_BACK):
            if mention.paragraph < paragraph - reach:
                break
            if not mention.entity.may_be(gender):
                if found is None and _is_rival(mention, paragraph):
                    return None
                continue
            if found is None:
                found = mention
                leads = mention.rank == _SUBJECT and mention.paragraph == paragraph
                if mention.entity.gender or leads:
                    if not mention.entity.gender and self._has_equal(mention, gender):
                        return None
                    break
                # "Her pupil, NAME" lets a later "she" mean either of the two.
                reach = _PARAGRAPHS_BACK if mention.entity.beside == gender else 1
            elif mention.entity is not found.entity and (
                mention.rank == _SUBJECT or not mention.entity.gender
            ):
                return None if self._stands_alike(found, mention) else found.entity
        return found.entity if found is not None and found.entity.name else None

    def _has_equal(self, one: Mention, gender: str) -> bool:
        """Return whether its sentence names somebody else of whom no gender is known either.

        Somebody whom it introduces by a role is who the text is about.
        """
        if one.entity.roles:
            return False
        for other in self._latest(_SENTENCE_BACK):
            entity = other.entity
            if other.sentence != one.sentence or entity is one.entity or other.rank != 1:
                continue
            human = entity.person or reads_as_person(entity.name)
            if human and not entity.body and entity.gender in {"", gender}:
                return True
        return False

    def _stands_alike(self, one: Mention, other: Mention) -> bool:
        """Return whether the text has been no more about the one than about the other."""
        recent = [m.entity for m in self._latest(_MENTIONS_BACK) if m.paragraph >= one.paragraph]
        times = sum(entity is one.entity for entity in recent)
        return times <= max(1, sum(entity is other.entity for entity in recent))

    def body(self, phrase: str) -> Entity | None:
        """Return the body named last whose name ends in these words ("the foreign ministry")."""
        for mention in self._latest(_MENTIONS_BACK):
            entity = mention.entity
            if not entity.person and entity.name.lower().endswith(phrase.lower()):
                return entity
        return None

    def bearer(self, surname: str) -> Entity | None:
        """Return the person named last by given name and this surname."""
        for mention in self._latest(_ROLES_BACK):
            words = mention.entity.name.split()
            if mention.entity.person and len(words) > 1 and words[-1] == surname:
                return mention.entity
        return None

    def only_person(self, paragraph: int) -> Entity | None:
        """Return the one person told of in a paragraph and the one before it; none if two are."""
        if paragraph - self.others_in <= 1:
            return None
        near = [m.entity for m in self._latest(_MENTIONS_BACK) if m.paragraph >= paragraph - 1]
        people = [one for one in near if one.name and (one.person or reads_as_person(one.name))]
        return people[0] if people and all(one is people[0] for one in people) else None

    def with_role(self, words: list[str]) -> Entity | None:
        """Return the person named last who bears the role with its modifiers.

        Nobody where the same paragraph names two who do.
        """
        wanted = {word for word in words if word not in DETERMINERS}
        found: Mention | None = None
        for mention in self._latest(_ROLES_BACK):
            if found is not None and mention.paragraph < found.paragraph:
                break
            entity = mention.entity
            if not (entity.person and wanted and wanted <= entity.roles):
                continue
            if found is not None and entity is not found.entity:
                return None
            found = found or mention
        return found.entity if found is not None else None

    def _meant(self, tokens: tuple[Token, ...], subject: Source, paragraph: int) -> Entity | None:
        """Return whom a subject that is a pronoun means ("She is survived by …"), else none.

        An entity without a name keeps a pronoun that nobody can trace from meaning whoever is
        named beside it.
        """
        rest = tokens[subject.first + 1 : subject.last]
        alone = all(is_adverb(token.lower) for token in rest)
        gender = GENDERS.get(tokens[subject.first].lower, "") if alone else ""
        if not gender and not any(token.finite for token in tokens[subject.first :]):
            # A list after a semicolon is no clause of its own.
            gender = GENDERS.get(tokens[0].lower, "")
        if not gender:
            return None
        return self.antecedent(gender, paragraph) or Entity("", person=True, gender=gender)

    def _latest(self, most: int) -> Iterator[Mention]:
        return reversed(self.mentions[-most:])

    def _described(self, tokens: tuple[Token, ...], subject: Source) -> Entity | None:
        """Return the person whom a subject like "the minister" or "the minister's plan" tells."""
        words = [token.lower for token in tokens[subject.first : subject.last]]
        owner = next((i for i in range(subject.first, subject.last) if _is_genitive(tokens[i])), -1)
        words = words[: owner - subject.first] if owner >= 0 else words
        if len(words) < 2 or words[0] != "the" or not tells_person(words[-1]):
            return None
        return self.with_role(words[1:])


def _is_rival(mention: Mention, paragraph: int) -> bool:
    """Return whether somebody of whom only the name is known is this paragraph's subject."""
    entity = mention.entity
    unclear = not entity.person and not entity.body and not entity.spoke
    told = mention.rank == _SUBJECT and mention.paragraph == paragraph
    return (
        unclear
        and told
        and (reads_as_person(entity.name) or (mention.acts and _may_be_surname(entity.name)))
    )


def _acts(tokens: tuple[Token, ...], index: int) -> bool:
    following = tokens[index] if index < len(tokens) else None
    return following is not None and following.finite and following.lower not in AUXILIARIES


def _may_be_surname(name: str) -> bool:
    """Return whether a name of one word may be somebody's, not a people's or an acronym."""
    return name.isalpha() and name[1:].islower() and not name.endswith(("ian", "ish", "ese", "s"))


def _brings_unnamed(tokens: tuple[Token, ...]) -> bool:
    """Return whether a sentence tells of somebody by nothing but a word for people."""
    for index, token in enumerate(tokens):
        if token.lower not in _OPENERS and token.kind != "possessive":
            continue
        told = tokens[index + 1 : index + 1 + _LONGEST_DESCRIPTION]
        if any(one.lower in GENDERED or one.lower in ROLES for one in told):
            return True
    return False


def _is_genitive(token: Token) -> bool:
    return token.kind == "possessive"


def _rank(tokens: tuple[Token, ...], subject: Source | None, name: Name) -> int:
    if followed_by_possessive(tokens, name.last):
        return 0
    return _SUBJECT if subject is not None and _is_subject(tokens, subject, name) else 1


def _is_subject(tokens: tuple[Token, ...], subject: Source, name: Name) -> bool:
    """Return whether a name is the subject or stands beside it ("her deputy, Ada Lind,")."""
    if subject.first <= name.first < subject.last:
        # "NAME of Norby Stores in Orrin": what the subject is of is not what the text is about.
        hung = tokens[name.first - 1].lower in _HUNG if name.first > subject.first else False
        return not hung or name.last == subject.last
    apposed = name.first == subject.last + 1 and tokens[subject.last].kind == "comma"
    opener = tokens[subject.first].lower
    described = opener in POSSESSIVES or any(
        token.lower in ROLES for token in tokens[subject.first : subject.last]
    )
    return apposed and described and not followed_by_possessive(tokens, name.last)
