"""The people and bodies that an article names: fullest forms, genders, roles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import FUNCTION_WORDS, MONTHS, WEEKDAYS

HONORIFICS = {
    "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "sir": "m", "lord": "m", "lady": "f", "dame": "f", "dr": "", "dr.": "", "prof": "",
    "prof.": "", "rev.": "", "hon.": "", "king": "m", "queen": "f", "prince": "m",
    "princess": "f", "pope": "m", "father": "m", "sister": "f", "brother": "m", "madame": "f",
    "sen.": "", "rep.": "", "gov.": "", "gen.": "", "lt.": "", "col.": "", "sgt.": "", "capt.": "",
}  # fmt: skip
"""Forms of address, with the gender that they tell."""

ROLES = vocabulary("""
    president premier minister chancellor secretary senator representative congressman
    congresswoman governor mayor judge justice ambassador envoy spokesman spokeswoman
    spokesperson director chief chairman chairwoman chair chairperson leader head general
    admiral colonel captain major lieutenant sergeant commander commissioner deputy vice pm fm
    ceo founder editor reporter correspondent journalist columnist host anchor author writer
    analyst professor doctor lawyer attorney counsel strategist adviser advisor aide pollster
    manager candidate nominee coach actor actress singer speaker whip lawmaker legislator mp
    delegate activist bishop archbishop cardinal imam rabbi pastor sheriff officer official
    president-elect co-founder economist scientist historian expert researcher businessman
    billionaire mogul contributor supporter voter student teacher farmer resident driver
    democrat republican first former ex acting interim senior junior then-president then-sen
    king queen prince princess pope sultan emir sheikh ayatollah
""")

_BODY_WORDS = vocabulary("""
    ministry department council committee commission court party campaign government agency
    bureau office union association organization organisation institute institution university
    college school foundation fund group company corporation corp inc llc ltd bank news times
    post journal tribune magazine newspaper network radio television tv channel house senate
    congress parliament assembly kremlin pentagon army navy force forces police service board
    authority administration coalition federation league center centre society club team
    movement front alliance watch international nations republic states kingdom states’ press
    cnn nbc abc cbs msnbc bbc fbi cia nato un eu afp ap reuters nsa irs dnc rnc gop pac
""")

_PARTICLES = vocabulary("""
    de del della di da dos van von der den bin ibn al el la le ten ter
""")
_SUFFIXES = vocabulary("""
    jr jr. sr sr. ii iii iv
""")
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_STRIP = re.compile(r"^[@#]")


@dataclass(slots=True)
class Entity:
    """A person or body of one article; it grows while the article is read."""

    name: str
    person: bool
    gender: str = ""
    """`m`, `f` or empty when the article does not tell."""
    roles: set[str] = field(default_factory=set)
    """Lower-case words that stood before the name or in its apposition."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written in one place: tokens `first` to before `last`."""

    first: int
    last: int
    name: str
    """Without titles, as written."""
    titles: tuple[str, ...]
    """The lower-case words of titles and honorifics that precede it."""


def names_in(tokens: Sequence[Token], first: int, last: int) -> Iterator[Name]:
    """Yield the capitalised names among tokens `first` to before `last`."""
    index = first
    while index < last:
        if not _starts_name(tokens[index], index == 0 or tokens[index - 1].kind == "stop"):
            index += 1
            continue
        end = _name_end(tokens, index, last)
        yield _name(tokens, index, end, first)
        index = end


def _starts_name(token: Token, opens: bool) -> bool:
    if token.kind != "word" or not (token.capital or token.text[:1] == "@"):
        return False
    return not (token.lower in FUNCTION_WORDS or token.lower in _CALENDAR) or (
        token.text.isupper() and len(token.text) > 2
    )


def _name_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    index = start + 1
    while index < limit:
        token = tokens[index]
        if token.kind != "word":
            break
        if not (token.capital and token.lower not in FUNCTION_WORDS | _CALENDAR):
            ahead = tokens[index + 1] if index + 1 < limit else None
            link = token.lower in _PARTICLES or (
                token.lower in {"of", "for"} and tokens[index - 1].lower in _BODY_WORDS | {"bank"}
            )
            if not (link and ahead is not None and ahead.kind == "word" and ahead.capital):
                break
        index += 1
    return index


def _name(tokens: Sequence[Token], start: int, end: int, floor: int) -> Name:
    """Split a run of capitalised words into titles and name."""
    core = start
    if not is_body_word(tokens[end - 1].lower):
        for index in range(start, end - 1):
            if tokens[index].lower.strip(".") in ROLES or tokens[index].lower in HONORIFICS:
                core = index + 1
    titles = [token.lower for token in tokens[start:core]]
    index = start - 1
    while index >= floor and tokens[index].kind == "word" and len(titles) < 6:
        word = tokens[index].lower
        if word not in ROLES and word not in HONORIFICS:
            if not titles and core == start:
                break
            if tokens[index].lower in FUNCTION_WORDS or not tokens[index].capital:
                break
        titles.insert(0, word)
        index -= 1
    words = [_STRIP.sub("", token.text) for token in tokens[core:end]]
    return Name(start, end, " ".join(words), tuple(titles))


def is_body_word(word: str) -> bool:
    """Return whether a lower-case word names a kind of organisation."""
    return word in _BODY_WORDS


class Directory:
    """Everybody whom an article names, looked up by any shorter form of the name."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self.inside_sentences: set[str] = set()
        """Words of names that stand capitalised elsewhere than at a sentence's start."""

    def add(self, name: Name, *, person: bool | None = None) -> Entity:
        """Return the entity of a name, made or widened to the fuller of the two forms."""
        known = self.find(name.name)
        if known is None:
            known = Entity(name.name, False)
            self._entities[name.name] = known
            self._by_last.setdefault(_last_word(name.name), []).append(known)
        elif len(name.name.split()) > len(known.name.split()):
            known.name = name.name
        self._learn(known, name.titles, person)
        return known

    def find(self, name: str) -> Entity | None:
        """Return the one entity that this form can stand for; none when it is new or unclear."""
        exact = self._entities.get(name)
        if exact is not None:
            return exact
        words = name.split()
        fitting = [
            entity
            for entity in self._by_last.get(_last_word(name), ())
            if set(words) <= set(entity.name.split()) or set(entity.name.split()) <= set(words)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def people(self) -> Iterable[Entity]:
        """Return the entities that are people."""
        return [entity for entity in self._entities.values() if entity.person]

    @staticmethod
    def _learn(entity: Entity, titles: Sequence[str], person: bool | None) -> None:
        for title in titles:
            entity.gender = entity.gender or HONORIFICS.get(title, "")
            entity.roles.add(title.strip("."))
            if title.strip(".") in ROLES or title in HONORIFICS:
                entity.person = True
        if person is not None:
            entity.person = person


def _last_word(name: str) -> str:
    words = [word for word in name.split() if word.lower() not in _SUFFIXES]
    return words[-1] if words else name
