"""Names as they are written: runs of capitalised words, with the titles before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.statements.given_names import gender_of
from ingest.statements.occupations import OCCUPATIONS, SURNAMES_TOO, describes
from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import FUNCTION_WORDS, MONTHS, WEEKDAYS
from ingest.statements.world_names import is_given_name, usual_gender

HONORIFICS = {
    "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "sir": "m", "lord": "m", "lady": "f", "dame": "f", "dr": "", "dr.": "", "prof": "",
    "prof.": "", "rev": "", "rev.": "", "reverend": "", "hon.": "", "king": "m", "queen": "f",
    "prince": "m", "princess": "f", "pope": "m", "father": "m", "sister": "f", "brother": "m",
    "madame": "f", "mme": "f", "mme.": "f", "mlle": "f", "monsieur": "m", "herr": "m", "frau": "f",
    "signora": "f", "signor": "m", "señora": "f", "señor": "m", "senhora": "f", "senhor": "m",
    "baroness": "f", "duchess": "f", "countess": "f", "empress": "f", "emperor": "m",
    "sheikha": "f", "sheikh": "m", "emir": "m", "ayatollah": "m", "imam": "m",
    "sen.": "", "rep.": "", "gov.": "", "gen.": "", "lt.": "", "col.": "", "sgt.": "", "capt.": "",
    "sens.": "", "reps.": "", "govs.": "", "gens.": "", "drs.": "", "profs.": "", "messrs": "m",
    "messrs.": "m", "del.": "", "adm.": "", "maj.": "", "cmdr.": "", "supt.": "",
    "h.e.": "", "cllr": "", "cllr.": "", "insp.": "", "det.": "", "fr.": "m",
}  # fmt: skip
"""Forms of address, with the gender that they tell."""

ROLES = (
    vocabulary("""
    president premier minister chancellor executive secretary senator representative congressman
    congresswoman governor mayor judge justice ambassador envoy spokesman spokeswoman
    spokesperson director chief chairman chairwoman chair chairperson leader head general
    admiral colonel captain major lieutenant sergeant commander commissioner deputy vice pm fm
    ceo founder editor reporter correspondent journalist columnist host anchor author writer
    analyst professor doctor lawyer attorney counsel strategist adviser advisor aide pollster
    manager candidate nominee coach actor actress singer speaker whip lawmaker legislator mp
    councilmember councilman councilwoman assemblyman assemblywoman comptroller treasurer
    superintendent delegate activist bishop archbishop cardinal imam rabbi pastor sheriff
    officer official president-elect co-founder economist scientist historian expert researcher
    businessman billionaire mogul contributor supporter voter student teacher farmer resident
    driver democrat republican first former ex acting interim senior junior then-president
    then-sen king queen prince princess pope sultan emir sheikh ayatollah
""")
    | OCCUPATIONS
)

AGED = "-year-old"
"""What an age ends in that stands for whoever is of it."""

_BODY_WORDS = vocabulary("""
    ministry department council committee commission court party campaign government agency
    centers institutes bureau office union association organization organisation institute
    institution university college school foundation fund group company corporation corp inc llc
    ltd bank news times post journal tribune magazine newspaper network radio television tv
    channel house senate congress parliament assembly kremlin pentagon army navy force forces
    police service board authority administration coalition federation league center centre
    society club team movement front alliance watch international nations republic states
    kingdom states’ press cnn nbc abc cbs msnbc bbc fbi cia nato un eu afp ap reuters nsa irs
    dnc rnc gop pac energy plc gmbh airlines airways railways motors holdings industries
    technologies pharmaceuticals insurance athletic fc hospital hospitals clinic museum library
    academy observatory laboratory airport orchestra secretariat directorate embassy consulate
    inspectorate tribunal
""")

PLACE_WORDS = vocabulary("""
    north south east west northern southern eastern western new united saint st. fort san santa los
    las great super supreme white wall central national federal royal grand port mount lake
""")
"""First words of names that are places, days or bodies rather than people."""

_PARTICLES = vocabulary("""
    de del della di da dos van von der den bin ibn al el la le ten ter
""")
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_SMALL_SURNAMES = frozenset(["long", "may", "little", "best", "less", "more"])
_JOINED_ROLE = re.compile(
    r"(?:vice|co|ex|then|sub|under|deputy|non)-(?P<role>[a-z]+)"
    r"|(?P<office>[a-z]+)-(?:general|elect|in-chief|designate|at-large)"
)
_LINKED = re.compile(r"(?:al|el|ul|ad|an|ar|as|ash|at|d|l|de|dell)[-'’][^\W\d_a-zß-öø-ÿ]")
"""A surname that starts with a small particle ("al-Habbash", "d'Orsay")."""
_LINK = re.compile(r" (?:of|for) ")
_OFFICES = frozenset(["mayor", "governor", "president", "minister", "bishop", "ambassador"])
_LONGEST_OFFICE = 6
_LONGEST_ACRONYM = 4
_MOST_TITLES = 6
_STRIP = re.compile(r"^[@#]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written in one place: tokens `first` to before `last`."""

    first: int
    last: int
    name: str
    """Without titles, as written."""
    titles: tuple[str, ...]
    """The lower-case words of titles and honorifics that precede it."""

    @property
    def gender(self) -> str:
        """The gender that the form of address tells, else the empty string."""
        return next((HONORIFICS[title] for title in self.titles if title in HONORIFICS), "")


def names_in(tokens: Sequence[Token], first: int, last: int) -> Iterator[Name]:
    """Yield the capitalised names among tokens `first` to before `last`."""
    index = first
    while index < last:
        if not _starts_name(tokens[index]):
            index += 1
            continue
        end = _name_end(tokens, index, last)
        yield _name(tokens, index, end, first)
        index = end


def _starts_name(token: Token) -> bool:
    if token.kind != "word" or not (token.capital or token.text[:1] == "@"):
        return False
    return not (token.lower in FUNCTION_WORDS or token.lower in _CALENDAR) or (
        token.text.isupper() and len(token.text) > 2
    )


def _name_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Return the end of the capitalised run that starts at `start`, links inside it included."""
    index, body = start + 1, False
    while index < limit and tokens[index].kind == "word":
        token = tokens[index]
        small = token.lower in FUNCTION_WORDS | _CALENDAR
        if not _continues(token) or (small and not _is_surname(tokens, index)):
            opener = tokens[index - 1].lower
            preposition = token.lower in {"of", "for"}
            body = body or (preposition and opener in _BODY_WORDS)
            links = preposition and opener in _BODY_WORDS | ROLES
            links = links or token.lower in _PARTICLES or (body and token.lower == "and")
            if token.lower == "of" and opener in ROLES and _holds_office(tokens, index, limit):
                index += 2
                continue
            if not links or index + 1 >= limit or not _continues(tokens[index + 1]):
                return index
        index += 1
    return index


def _is_surname(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a small word ends a name here ("Piers Long", "Mary May")."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    dated = following is not None and following.text[:1].isdigit()
    return token.lower in _SMALL_SURNAMES and not token.text.isupper() and not dated


def _holds_office(tokens: Sequence[Token], of: int, limit: int) -> bool:
    """Return whether "of the" and an office part a role from a name ("of the Interior ANN LEE")."""
    if of + 4 >= limit or tokens[of + 1].lower != "the":
        return False
    words = list(takewhile(_continues, tokens[of + 2 : limit]))
    return any(gender_of(word.lower) for word in words[1:-1])


def _continues(token: Token) -> bool:
    return token.kind == "word" and (token.capital or _LINKED.match(token.text) is not None)


def _name(tokens: Sequence[Token], start: int, end: int, floor: int) -> Name:
    """Split a run of capitalised words into titles and name."""
    start = _after_place(tokens, start, end, floor)
    core = _core(tokens, start, end)
    titles = [token.lower for token in tokens[start:core]]
    index = start - 1
    while index >= floor and len(titles) < _MOST_TITLES and _is_title(tokens[index], titles):
        titles.insert(0, tokens[index].lower)
        index -= 1
    words = [_STRIP.sub("", token.text) for token in tokens[core:end]]
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        # A caption's or a link's name, run into the text that repeats it.
        words = words[:half]
    return Name(start, end, " ".join(words), tuple(titles))


def _after_place(tokens: Sequence[Token], start: int, end: int, floor: int) -> int:
    """Return where a name starts behind what an office is of ("mayor of Orrin ADA LIND")."""
    hung = start > floor and tokens[start - 1].lower in {"of", "for"}
    if not hung or end - start < 3 or is_given_name(tokens[start].lower):
        return start
    before = tokens[max(floor, start - _LONGEST_OFFICE) : start]
    office = any(_may_lead(token) for token in before)
    bearer = end - 2
    titled = any(is_title(token.lower) for token in tokens[start : bearer + 1])
    plain = not titled and not is_body_word(tokens[end - 1].lower)
    return bearer if office and plain and is_given_name(tokens[bearer].lower) else start


def _may_lead(token: Token) -> bool:
    """Return whether a word is an office of a place, not of somebody ("a spokesman for")."""
    office = token.capital and is_title(token.lower) and not token.lower.startswith("spokes")
    return office or token.lower in _OFFICES


def _core(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the name itself starts after "Secretary of State" or "Sen."."""
    core = start
    if is_body_word(tokens[end - 1].lower):
        return core
    for index in range(start, end - 1):
        word = tokens[index].lower
        forename = end - index == 2 and gender_of(word)
        alone = (word in SURNAMES_TOO or describes(word)) and index == start and end - index > 2
        if alone or (is_title(word) and not forename):
            core = index + 1
    if core == start and _opens_described(tokens, start, end):
        core = start + 1
    if tokens[core].lower in {"of", "for"} and core + 2 < end:
        given = (i for i in range(core + 2, end - 1) if is_given_name(tokens[i].lower))
        short = tokens[end - 1].text.isupper() and len(tokens[end - 1].text) <= _LONGEST_ACRONYM
        core = start if short else next(given, core + 2)
    elif tokens[core].lower in {"of", "for"}:
        # "The Minister of Labour" is an office; nobody is called "of Labour".
        core = start
    return core


def _opens_described(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence's first word only describes ("Forecaster Ada Lind said …")."""
    if end - start < 3 or (start and tokens[start - 1].kind not in {"stop", "quote"}):
        return False
    opener = tokens[start].lower
    if opener in PLACE_WORDS or opener in _PARTICLES or not opener.isalpha():
        return False
    plain = len(opener) > 2 and tokens[start].text[1:].islower() and not is_given_name(opener)
    return plain and bool(usual_gender(tokens[start + 1].lower))


def _is_title(token: Token, titles: Sequence[str]) -> bool:
    """Return whether a word before a name belongs to its titles, seen from right to left."""
    if token.kind != "word":
        return False
    if is_title(token.lower) or (token.lower in SURNAMES_TOO and not titles):
        return True
    return bool(titles) and not (token.lower in FUNCTION_WORDS or token.finite)


def is_title(word: str) -> bool:
    """Return whether a lower-case word is a role or form of address, in singular or plural."""
    bare = word.strip(".")
    joined = _JOINED_ROLE.fullmatch(bare) if "-" in bare else None
    if joined is not None and (joined["role"] or joined["office"]) in ROLES:
        return True
    return bare in ROLES or word in HONORIFICS or bare.removesuffix("s") in ROLES


def is_office(name: Name) -> bool:
    """Return whether a run of capitals only names an office ("Minister of Labour")."""
    before = _LINK.split(name.name, maxsplit=1)
    if is_body_word(name.name.split()[-1].lower()):
        return False
    return len(before) > 1 and not name.titles and is_title(before[0].split()[-1].lower())


def tells_person(word: str) -> bool:
    """Return whether a lower-case word stands for somebody: a role, or an age ("45-year-old")."""
    return word in ROLES or word.endswith(AGED)


def is_body_word(word: str) -> bool:
    """Return whether a lower-case word names a kind of organisation."""
    return word in _BODY_WORDS
