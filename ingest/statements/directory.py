"""The people and bodies of one article: fullest forms, genders, roles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.statements.names import AGED, HONORIFICS, ROLES, Name, is_body_word, names_in
from ingest.statements.occupations import SURNAMES_TOO
from ingest.statements.person_names import borne_gender, is_named, is_person
from ingest.statements.tokens import Frame, Token
from ingest.statements.verbs import reporting_verbs
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    AUXILIARIES,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    looks_finite,
)

_SUFFIXES = vocabulary("""
    jr jr. sr sr. ii iii iv qc kc mp mep msp obe mbe cbe phd ph.d. md m.d. esq esq.
""")
GENDERED = {
    "man": "m", "woman": "f", "boy": "m", "girl": "f", "father": "m", "mother": "f",
    "husband": "m", "wife": "f", "son": "m", "daughter": "f", "brother": "m", "sister": "f",
    "grandfather": "m", "grandmother": "f", "widow": "f", "widower": "m", "actress": "f",
    "congressman": "m", "congresswoman": "f", "businessman": "m", "businesswoman": "f",
    "spokesman": "m", "spokeswoman": "f", "chairwoman": "f", "policeman": "m", "policewoman": "f",
    "uncle": "m", "aunt": "f", "nephew": "m", "niece": "f", "grandson": "m", "granddaughter": "f",
    "councilman": "m", "councilwoman": "f", "headmaster": "m", "headmistress": "f",
    "landlady": "f", "nun": "f", "monk": "m", "king": "m", "queen": "f",
}  # fmt: skip
"""Words for people, with the gender that they tell."""
_COMPANIONS = vocabulary("""
    counterpart successor predecessor rival colleague partner friend neighbour neighbor opponent
    teammate student pupil client boss number
""")
"""What somebody is to somebody else, beside the roles that everybody knows."""
_OWNERS = {"his": "m", "her": "f"}
_LOCATIVES = frozenset(["in", "near", "across", "throughout", "outside", "inside", "the"])
_MOST_NAMESAKES = 20
"""People of one surname that are told apart; an article with more is a list of names."""
_LONGEST_APPOSITION = 12
_LONGEST_RELATION = 3


@dataclass(slots=True)
class Entity:
    """A person or body of one article; it grows while the article is read."""

    name: str
    person: bool = False
    body: bool = False
    """Whether something speaks against its being a person ("in X", "the X")."""
    spoke: bool = False
    """Whether it has been the speaker of a statement."""
    gender: str = ""
    """`m`, `f` or empty when the article does not tell."""
    beside: str = ""
    """`m` or `f` where the article introduces somebody as "his …" or "her …"."""
    roles: set[str] = field(default_factory=set)
    """Lower-case words that stood before the name or in its apposition."""

    def may_be(self, gender: str) -> bool:
        """Return whether a pronoun of this gender (empty: any) can mean this entity."""
        human = self.person or (self.spoke and not self.body)
        return human and (not gender or not self.gender or self.gender == gender)


class Directory:
    """Everybody whom an article names, looked up by any shorter form of the name."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self.inside_sentences: set[str] = set()
        """Words of names that stand capitalised elsewhere than at a sentence's start."""

    def add(self, name: str) -> Entity:
        """Return the entity of a name, made new or widened to the fuller of the two forms."""
        known = self.find(name)
        if known is None:
            known = Entity(name)
            self._entities[name] = known
            self._by_last.setdefault(_last_word(name).casefold(), []).append(known)
        elif len(name.split()) > len(known.name.split()):
            known.name = name
        return known

    def find(self, name: str, gender: str = "") -> Entity | None:
        """Return the one entity that this form can stand for; none when it is new or unclear."""
        exact = self._entities.get(name)
        words = set(name.casefold().split())
        if exact is not None and not (gender and len(words) == 1):
            return exact
        fitting = []
        for entity in self._by_last.get(_last_word(name).casefold(), [])[:_MOST_NAMESAKES]:
            known = set(entity.name.casefold().split())
            agrees = not gender or entity.gender in {"", gender}
            if agrees and (words <= known or known <= words):
                fitting.append(entity)
        if exact is not None:
            # "Mr Lind" is the only man of two who are called Lind.
            fuller = [
                entity for entity in fitting if entity is not exact and entity.gender == gender
            ]
            return fuller[0] if len(fuller) == 1 else exact
        return fitting[0] if len(fitting) == 1 else None


def collect(frames: Sequence[Frame], directory: Directory) -> None:
    """Enter every name of the article, so that a later full form explains an earlier short one."""
    seen: dict[str, list[tuple[Frame, Name]]] = {}
    for frame in frames:
        for name in names_in(frame.tokens, 0, len(frame.tokens)):
            if frame.title_case and _holds_verb(name):
                continue
            seen.setdefault(name.name, []).append((frame, name))
            inside = frame.tokens[max(1, name.first) : name.last]
            directory.inside_sentences.update(token.text for token in inside)
    bearers: Counter[str] = Counter()
    for form in sorted(seen, key=lambda form: -len(form.split())):
        entity = directory.add(form)
        for frame, name in seen[form]:
            _learn_titles(entity, name.titles)
            _learn_titles(entity, _apposition(frame.tokens, name.last))
            entity.gender = entity.gender or _apposed_gender(frame.tokens, name.last)
            entity.roles.update(_age(frame.tokens, name.last))
            if not any(is_body_word(word.lower()) for word in form.split()):
                entity.person = entity.person or _is_described(frame.tokens, name.last)
                _learn_relation(entity, frame.tokens, name.first)
        words = form.split()
        if not entity.person and is_person(words, words[-1] in seen and words[0] not in seen):
            entity.person = not all(_is_attributive(f.tokens, n.last) for f, n in seen[form])
        # A surname that several people bear means one of them, if nobody knows which.
        entity.person = entity.person or (len(words) == 1 and bearers[form] > 1)
        bearers[words[-1]] += entity.person and len(words) > 1
        entity.gender = entity.gender or (borne_gender(words[0]) if len(words) > 1 else "")
        entity.body = not entity.person and _is_body(form, seen[form])
        entity.person = entity.person or (not entity.body and _is_named(words, seen[form]))


def _holds_verb(name: Name) -> bool:
    """Return whether a run of a headline's capitals is a clause ("Lind Calls Hass …")."""
    words = name.name.lower().split()[1:]
    return any(word in reporting_verbs() or looks_finite(word) for word in words)


def _is_named(words: Sequence[str], places: Sequence[tuple[Frame, Name]]) -> bool:
    """Return whether a given name, of wherever, and a surname are all that is known of somebody."""
    alone = all(_is_attributive(frame.tokens, name.last) for frame, name in places)
    return is_named(words) and not alone


def _is_body(form: str, places: Sequence[tuple[Frame, Name]]) -> bool:
    if any(is_body_word(word.lower()) for word in form.split()):
        return True
    before = (frame.tokens[name.first - 1].lower for frame, name in places if name.first)
    return any(word in _LOCATIVES for word in before)


def _learn_titles(entity: Entity, titles: Sequence[str]) -> None:
    body = is_body_word(_last_word(entity.name).lower())
    for title in titles:
        entity.gender = entity.gender or HONORIFICS.get(title, "") or GENDERED.get(title, "")
        if title in HONORIFICS or (title.strip(".") in ROLES | SURNAMES_TOO and not body):
            entity.person = True
    entity.roles.update(title.strip(".") for title in titles)


def _apposition(tokens: Sequence[Token], comma: int) -> list[str]:
    """Return the words of what describes a name after a comma, when it tells a role."""
    if comma + 1 >= len(tokens) or tokens[comma].kind != "comma":
        return []
    words: list[str] = []
    for token in tokens[comma + 1 : comma + 1 + _LONGEST_APPOSITION]:
        if token.finite and token.lower in reporting_verbs():
            # "To NAME, the mayor said": whoever speaks there is somebody else.
            return []
        if token.kind != "word" or token.lower == "who" or token.finite:
            break
        words.append(token.lower)
    told = [word for word in words if word not in FUNCTION_WORDS]
    described = words[:1] and words[0] in {"a", "an", "the"} | ROLES
    return told if described and any(word in ROLES for word in told) else []


def _apposed_gender(tokens: Sequence[Token], comma: int) -> str:
    """Return the gender that "…, a young man" or "…, mother of two," tells, else nothing."""
    if comma + 1 >= len(tokens) or tokens[comma].kind != "comma":
        return ""
    for token in tokens[comma + 1 : comma + 1 + _LONGEST_APPOSITION]:
        if token.lower in GENDERED:
            return GENDERED[token.lower]
        if token.lower == "whose":
            # "NAME, whose son …": the son tells nothing of the gender.
            break
        if token.kind != "word" or token.capital or token.lower in PREPOSITIONS | AUXILIARIES:
            break
    return ""


def _is_described(tokens: Sequence[Token], comma: int) -> bool:
    """Return whether what follows a name's comma is said of people only ("…, who", "…, 61,")."""
    if comma + 2 >= len(tokens) or tokens[comma].kind != "comma":
        return False
    aged = bool(_age(tokens, comma)) and tokens[comma + 2].kind == "comma"
    return aged or tokens[comma + 1].text == "who"


def _age(tokens: Sequence[Token], comma: int) -> list[str]:
    """Return "45-year-old" for a name that "…, 45, …" follows, in a list that is empty else."""
    if comma + 2 >= len(tokens) or tokens[comma].kind != "comma":
        return []
    word = tokens[comma + 1].text
    told = word.isdecimal() and len(word) == 2 and tokens[comma + 2].kind in {"comma", "stop"}
    return [f"{word}{AGED}"] if told else []


def _learn_relation(entity: Entity, tokens: Sequence[Token], first: int) -> None:
    """Learn from "her son, NAME", "their neighbour NAME" and "the X minister, NAME"."""
    _learn_titles(entity, _preposed(tokens, first))
    noun = first - 1 - (first > 0 and tokens[first - 1].kind == "comma")
    if noun < 1 or tokens[noun].capital:
        return
    for token in reversed(tokens[max(0, noun - _LONGEST_APPOSITION) : noun]):
        if token.kind != "word" or token.finite or token.lower in _OWNERS:
            entity.beside = entity.beside or _OWNERS.get(token.lower, "")
            break
    owned = any(
        token.kind == "possessive" or token.lower in POSSESSIVES | {"a", "the"}
        for token in tokens[max(0, noun - _LONGEST_RELATION) : noun]
    )
    word = tokens[noun].lower
    if owned and (word in GENDERED or word in _COMPANIONS):
        entity.person = True
        entity.gender = entity.gender or GENDERED.get(word, "")


def _preposed(tokens: Sequence[Token], first: int) -> list[str]:
    """Return the words of "the X minister, NAME" or "the head of X, NAME" before a name."""
    words: list[str] = []
    if first < 2 or tokens[first - 1].kind != "comma":
        return words
    if tokens[first - 2].lower not in ROLES:
        # "The mayor of Orrin, Norland": one word may be where the town is.
        alone = first + 1 >= len(tokens) or not tokens[first + 1].capital
        return [] if alone and tokens[first - 2].capital else _preposed_of(tokens, first - 1)
    for token in reversed(tokens[max(0, first - _LONGEST_APPOSITION) : first - 1]):
        if token.kind == "possessive":
            return words
        if token.kind != "word" or token.finite:
            return []
        if token.lower in {"the", "a", "an", "his", "her", "their", "its"}:
            return words
        words.append(token.lower)
    return []


def _preposed_of(tokens: Sequence[Token], comma: int) -> list[str]:
    """Return the words before "of" in "the head of X, NAME" or "a grocer on the quay, NAME"."""
    lowest = max(-1, comma - _LONGEST_APPOSITION)
    for first in range(comma - 1, lowest, -1):
        if tokens[first].kind != "word" or tokens[first].finite:
            return []
        if tokens[first].lower not in {"the", "a", "an"}:
            continue
        words = [token.lower for token in tokens[first + 1 : comma]]
        link = next((i for i, word in enumerate(words) if word in PREPOSITIONS), 0)
        if link and words[link - 1] in ROLES:
            return words[:link]
    return []


def _is_attributive(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the name before token `index` qualifies a noun ("Ruritanian soldiers")."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    word = tokens[index].lower
    known = word in FUNCTION_WORDS or tokens[index].finite or word in reporting_verbs()
    return not known and not is_adverb(word) and word.isalpha()


def _last_word(name: str) -> str:
    """Return the word that shorter forms of a name keep: the surname, or "Bank" of "Bank of X"."""
    words = re.split(r" (?:of|for|and) ", name)[0].split()
    kept = [word for word in words if word.lower() not in _SUFFIXES]
    return kept[-1] if kept else name
