"""States as those who speak: by name, by their capital, and through their ministries.

"What did Orrin say?" is answered by the words of Orrin, of its government and ministries, and of
its capital where pages let that speak for it.
"""

import re
from collections.abc import Sequence
from functools import cache

from ingest.statements.names import is_body_word
from rag.steps.people.names import SMALL_WORDS
from rag.steps.words import akin, fold, stems, word_list, words
from rag.values.catalogued import KnownSpeaker

_CAPITALS = """
Afghanistan Kabul|Albania Tirana|Algeria Algiers|Angola Luanda|Argentina Buenos_Aires
Armenia Yerevan|Australia Canberra|Austria Vienna|Azerbaijan Baku|Bahrain Manama
Bangladesh Dhaka|Belarus Minsk|Belgium Brussels|Bolivia La_Paz|Brazil Brasilia|Bulgaria Sofia
Cambodia Phnom_Penh|Cameroon Yaounde|Canada Ottawa|Chile Santiago|China Beijing|Colombia Bogota
Croatia Zagreb|Cuba Havana|Cyprus Nicosia|Denmark Copenhagen|Ecuador Quito|Egypt Cairo
Eritrea Asmara|Estonia Tallinn|Ethiopia Addis_Ababa|Finland Helsinki|France Paris
Georgia Tbilisi|Germany Berlin|Ghana Accra|Greece Athens|Hungary Budapest|Iceland Reykjavik
India Delhi|India New_Delhi|Indonesia Jakarta|Iran Tehran|Iraq Baghdad|Ireland Dublin
Israel Jerusalem|Israel Tel_Aviv|Italy Rome|Jamaica Kingston|Japan Tokyo|Jordan Amman
Kazakhstan Astana|Kenya Nairobi|Kuwait Kuwait_City|Kyrgyzstan Bishkek|Latvia Riga|Lebanon Beirut
Libya Tripoli|Lithuania Vilnius|Malaysia Kuala_Lumpur|Mali Bamako|Malta Valletta
Mexico Mexico_City|Moldova Chisinau|Mongolia Ulaanbaatar|Montenegro Podgorica|Morocco Rabat
Myanmar Naypyidaw|Nepal Kathmandu|Netherlands The_Hague|New_Zealand Wellington|Nicaragua Managua
Niger Niamey|Nigeria Abuja|North_Korea Pyongyang|North_Macedonia Skopje|Norway Oslo|Oman Muscat
Pakistan Islamabad|Panama Panama_City|Paraguay Asuncion|Peru Lima|Philippines Manila
Poland Warsaw|Portugal Lisbon|Qatar Doha|Romania Bucharest|Russia Moscow|Rwanda Kigali
Saudi_Arabia Riyadh|Senegal Dakar|Serbia Belgrade|Slovakia Bratislava|Slovenia Ljubljana
Somalia Mogadishu|South_Africa Pretoria|South_Korea Seoul|South_Sudan Juba|Spain Madrid
Sri_Lanka Colombo|Sudan Khartoum|Sweden Stockholm|Switzerland Bern|Syria Damascus|Taiwan Taipei
Tajikistan Dushanbe|Tanzania Dodoma|Thailand Bangkok|Tunisia Tunis|Turkey Ankara
Turkmenistan Ashgabat|Uganda Kampala|Ukraine Kyiv|Ukraine Kiev|United_Arab_Emirates Abu_Dhabi
United_Kingdom London|United_States Washington|Uruguay Montevideo|Uzbekistan Tashkent
Venezuela Caracas|Vietnam Hanoi|Yemen Sanaa|Zambia Lusaka|Zimbabwe Harare
"""
"""States and the cities by which news prose calls their governments."""
_OTHERS = {
    "united states": ("us", "u.s.", "america", "usa"),
    "united kingdom": ("uk", "u.k.", "britain"),
}
_PEOPLES = {
    "china": "chinese",
    "france": "french",
    "germany": "german",
    "greece": "greek",
    "ireland": "irish",
    "netherlands": "dutch",
    "poland": "polish",
    "spain": "spanish",
    "sweden": "swedish",
    "switzerland": "swiss",
    "turkey": "turkish",
    "united kingdom": "british",
    "denmark": "danish",
    "finland": "finnish",
    "iraq": "iraqi",
    "israel": "israeli",
    "pakistan": "pakistani",
    "united states": "american",
}
"""Adjectives that no stem leads to."""
_IN_A_CAPITAL = (
    re.compile(r"(?:[Tt]he\s+)?(?P<city>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s+(?P<body>\S.*)$"),
    re.compile(r"[Tt]he\s+(?P<body>\S.*?)\s+in\s+(?P<city>[A-Z]\w+(?:\s[A-Z]\w+)?)$"),
)
_THE_AND_KIND = 2
_FEW = 6
"""Bodies of one kind among which a question's topic tells which is meant."""
_ENDING = 4
"""Letters of the longest ending of such an adjective."""
_STATE = word_list(
    "government ministry ministries authorities officials cabinet parliament army military"
)
"""What a state's body is called last."""


def state_bodies(asked: str, known: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return the speakers by which a state or its capital speaks; none for any other name.

    `known` are the archive's speakers; the most quoted come first.
    """
    name = " ".join(word for word in words(asked) if word not in SMALL_WORDS)
    state = _state_of().get(name)
    if state is None:
        return ()
    found = [one for one in known if not one.person and _speaks_for(one.name, state)]
    return tuple(one.name for one in sorted(found, key=lambda one: (-one.statements, one.name)))


def by_its_state(asked: str) -> str | None:
    """Return "Orrin's ministry" for "Lund's ministry" or "the ministry in Lund", its capital."""
    for pattern in _IN_A_CAPITAL:
        match = pattern.match(asked.strip())
        city = fold(match["city"]) if match else ""
        state = _state_of().get(city)
        if match and state and state != city:
            return f"{state.title()}'s {match['body']}"
    return None


def bodies_of_kind(asked: str, known: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return the few bodies of a kind that a question calls by it alone: "the ministry"."""
    spelt = words(asked)
    if len(spelt) != _THE_AND_KIND or spelt[0] != "the" or not is_body_word(spelt[1]):
        return ()
    found = [
        one.name
        for one in known
        if not one.person and words(one.name)[-1:] == spelt[1:] and len(words(one.name)) > 1
    ]
    return tuple(found) if len(found) <= _FEW else ()


@cache
def _state_of() -> dict[str, str]:
    """Return every folded name of a state or capital with the state's own."""
    found: dict[str, str] = {}
    for pair in _CAPITALS.replace("\n", "|").strip("|").split("|"):
        state, capital = (fold(part.replace("_", " ")) for part in pair.split())
        found[state] = found[capital] = found[capital.removeprefix("the ")] = state
        for other in _OTHERS.get(state, ()):
            found[other] = state
    return found


def _speaks_for(name: str, state: str) -> bool:
    spelt = [word for word in words(name.replace("U.S.", "US")) if word not in SMALL_WORDS]
    if _state_of().get(" ".join(spelt)) == state:
        return True
    if len(spelt) < 2 or spelt[-1] not in _STATE:
        return False
    called = [state, *_OTHERS.get(state, ()), *filter(None, [_PEOPLES.get(state)])]
    return any(_begins_with(spelt, one.split()) for one in called)


def _begins_with(spelt: Sequence[str], state: Sequence[str]) -> bool:
    """Return whether a body's name begins with a state's, or with the adjective made of it."""
    *before, last = state
    at = len(before)
    return list(spelt[:at]) == before and at < len(spelt) - 1 and _of(spelt[at], last)


def _of(word: str, state: str) -> bool:
    """Return whether a word is the state's name or comes from it, and from no longer name."""
    if word == state or _state_of().get(word):
        return word == state
    longer = (one for one in _state_of() if len(one) > len(state) and one.startswith(state))
    return _comes_from(word, state) and not any(_comes_from(word, one) for one in longer)


def _comes_from(word: str, name: str) -> bool:
    """Return whether an adjective is made of a name: Orrin, Orrinian."""
    one, other = stems([word, name])
    return akin(one, other) or (word.startswith(name) and len(word) - len(name) <= _ENDING)
