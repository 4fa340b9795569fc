"""Whether a sentence holds the kind of thing that a question wants."""

import re
from collections.abc import Collection, Mapping, Sequence

from ingest.statements.names import ROLES
from ingest.statements.words import MONTHS, WEEKDAYS
from rag.steps.question.topic import has
from rag.steps.question.wanted import Wants
from rag.steps.words import FUNCTION_WORDS, stems, topic_stems, word_list, words

_NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|millions?|billions?|dozens?|half|twice|once|third|quarter|none"
)
_UNIT = (
    r"(?:kilo|milli|centi)?(?:gram|met(?:er|re)|lit(?:er|re))s?|kilos?|tons?|tonnes?|pounds?|ounces?|"
    r"miles?|acres?|dozen|hundred|thousand|million|billion|hour|day|week|month|year|minute|percent"
)
_NUMBER = re.compile(
    rf"\d+(?:[.,]\d+)*|\b(?:{_NUMBER_WORDS})\b|\ban?\s+(?:{_UNIT})\b", re.IGNORECASE
)
_FIGURE = rf"(?:\d+(?:[.,]\d+)*|\b(?:{_NUMBER_WORDS}|an?|several|few))"
_DURATION = re.compile(
    rf"{_FIGURE}(?:\s+and\s+a\s+half)?(?:\s+|-)(?:\w+\s+)?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))\b",
    re.IGNORECASE,
)
_UNTIL = (
    r"\b(?:until|till)\s+(?:at\s+least\s+|the\s+end\s+of\s+|early\s+|mid-?|late\s+|next\s+)?"
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|spring|summer|autumn|winter)"
)
_PERCENT = re.compile(
    rf"\d+(?:[.,]\d+)*\s?(?:%|percent\b|per\s+cent\b|percentage\s+points?\b)|"
    rf"\b(?:{_NUMBER_WORDS})\s+per\s?cent\b|{_FIGURE}\s+(?:in|out\s+of)\s+{_FIGURE}|"
    r"\b(?:half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?|tenths?))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(rf"{_FIGURE}(?:\s+votes)?\s*(?:[-–—:]|\bto\b)\s*{_FIGURE}", re.IGNORECASE)
_RESULT = re.compile(
    rf"{_SCORE.pattern}|"
    r"\b(?:won|lost|lose|beats?|beaten|beating|defeat(?:ed|ing)?|victory|voted|passed|rejected|"
    r"approved|elected|(?:not\s+)?guilty|acquitted|convicted|cleared|sentenced)\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    rf"[$£€¥₽₹]\s?\d[\d.,]*|{_FIGURE}(?:\s+(?:hundred|thousand|million|billion|trillion))*\s+"
    r"(?:dollars?|euros?|pounds?|crowns?|roubles?|rubles?|drams?|manats?|liras?|yens?|yuan|francs?|"
    r"cents?|pence|rupees?|pesos?|shillings?|kron\w+|zloty|forint|tenge|hryvnias?|rand|won)\b|"
    r"\d+(?:[.,]\d+)*\s?(?:million|billion|trillion|m|bn)\b|\b\d{1,3}(?:,\d{3})+(?=\s+[a-z]+\s+each\b)",
    re.IGNORECASE,
)
"""A sum of money, with the commonest currencies, or a figure too round for anything else."""
_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATE = re.compile(
    rf"\b(?:{_MONTH})\b\.?|\b(?:1[5-9]|20)\d\d\b|\b\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[:.]\d\d\b|\b\d{{1,2}}\s?[ap]\.?m\b|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?:yesterday|today|tomorrow|tonight|last (?:week|month|year)|(?:days|weeks|months|years) "
    r"(?:ago|earlier|later)|spring|summer|autumn|winter|morning|noon|afternoon|evening)\b"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Ii]nside|[Ff]rom|[Tt]o|[Aa]cross|[Aa]long|"
    r"[Bb]etween|[Aa]round|[Tt]hrough)\s+(?:the\s+)?(?:\w+\s+){0,3}?[A-Z]\w+"
)
_HAPPENED = re.compile(
    r"\b(?:happen(?:s|ed)|occur(?:s|red)|took\s+place|takes\s+place|(?:was|were|is|are)\s+held)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{_PLACE.pattern}"
)
"""Tells where something happened, in these words."""
_WHERE_IS = re.compile(
    r"^(?:and\s+)?where(?:'s|\s+(?:is|are|was|were))\s+(?:the\s+)?(?P<thing>\S.*?)(?:\s+(?:located|based|situated))?$",
    re.IGNORECASE,
)
_SITS = (
    r"(?:\s*\([^)]*\))?,?\s+(?:(?:which\s+)?(?:is|are|was|were|lies|sits|stands)\s+)?(?:\w+\s+){0,2}?"
    r"(?:in|near|at|outside|off|on)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?-i:[A-Z])\w+"
)
_WHY = re.compile(r"\b(?:why|reasons?|causes?|what\s+happened)\b", re.IGNORECASE)
_ITS_DOING = re.compile(r"\b(?:the|this|that|its|his|her|their|an?)\s+\w+ing\b", re.IGNORECASE)
_NAME = re.compile(
    r"\b[A-Z][\w'’-]+(?:\s+(?:of|the|de|von|van|al)\b)*(?:\s+[A-Z][\w'’-]+)+|\b[A-Z]\w+"
)
_TIME = rf"\s+(?:the\s+)?(?:start|beginning|end|last|then|early|late|mid|\d|(?:{_MONTH})\b)"
"""What makes a "since" one of time."""
_REASON = re.compile(
    rf"\b(?:because|due to|owing to|as a result|since(?!{_TIME})|after|over|amid|so that|"
    r"in order to|thanks to|"
    r"caus(?:e|es|ed|ing)|reasons?|led to|following|for \w+ing|for not|therefore|"
    r"in (?:response|protest|retaliation|revenge|solidarity|sympathy|honou?r)|"
    r"on (?:[\w-]+ ){0,4}(?:charges?|suspicion|counts?)|charged with|accused of|suspected of|"
    r"for (?:want|lack|fear) of|on (?:the )?grounds|"
    r"blam(?:e|es|ed|ing)|why|prompt(?:ed|ing)|given that|by \w+ing|saying|citing|"
    r"(?<!want )(?<!wants )(?<!wanted )to (?:avoid|protect|prevent|stop|make|save|help|"
    r"keep|allow|ensure|give|get|reduce|cut|improve|show|protest|mark|honou?r|raise|let))\b",
    re.IGNORECASE,
)


_PATTERNS: Mapping[Wants, re.Pattern[str]] = {
    "number": _NUMBER,
    "money": MONEY,
    "duration": re.compile(f"{_DURATION.pattern}|{_UNTIL}", re.IGNORECASE),
    "percent": _PERCENT,
    "result": _RESULT,
    "date": _DATE,
    "place": _PLACE,
}
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
"""Words with a capital letter that name neither somebody nor a place."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FEWEST_IN_OFFICE = 2
_BETWEEN = 2
"""Words besides an office's own between its first word and the name of who holds it."""
_ASKING = re.compile(r"\b(?:who(?:m|se)?|what|which|where|when|why|how)\b", re.IGNORECASE)
_COUNTS_ANYTHING = word_list("times others ones millions thousands hundreds dozens cases")
_NEXT_WORDS = 60
"""Code points after a number in which the noun that it counts stands."""
_SHORTEST_HEAD = 4
_NOMINAL = ("ion", "ions", "ment", "ments", "or", "ors", "er", "ers")
_REFERS = re.compile(
    r"\bof\s+(?:them|these|those|which)\b|^\W*(?:they|these|those)\b", re.IGNORECASE
)


def holds(wants: Wants, sentence: str, question: str, *, prose: bool = True) -> bool:
    """Return whether `sentence` has something of the wanted kind that the question has not.

    A headline names people shortly ("Minister quits"), so it answers "who" only by a name.
    """
    if wants == "any":
        return True
    if wants == "reason":
        return bool(_REASON.search(sentence))
    if wants == "person":
        return _names_somebody(sentence, question, prose)
    pattern = _PATTERNS[wants]
    asked = question.casefold()
    text = without_dates(sentence) if wants == "number" else sentence
    found = (match.group().casefold() for match in pattern.finditer(text))
    return any(not _in(one, asked) for one in found)


def _names_somebody(sentence: str, question: str, prose: bool) -> bool:
    """Return whether the sentence has a name, or in prose a role, that the question has not."""
    asked = set(words(question))
    if prose and (ROLES & set(words(sentence))) - asked:
        return True
    for match in _NAME.finditer(sentence):
        named = [word for word in words(match.group()) if word not in FUNCTION_WORDS | CALENDAR]
        opens = not match.start() and len(named) == 1
        if named and not set(named) & asked and (prose or not opens):
            return True
    return False


def adds(sentence: str, question: str) -> bool:
    """Return whether a sentence tells more than the question does.

    What is asked with yes or no, the question's own words may answer. "May" is a month as well.
    """
    if not _ASKING.search(question) or holds("date", sentence, question):
        return True
    return not topic_stems(question).issuperset(topic_stems(sentence))


def exact(wants: Wants, verb: str | None, sentence: str) -> bool:
    """Return whether a sentence has the very thing: a score, or what "who" did (a stem)."""
    if wants == "result":
        return bool(_SCORE.search(sentence))
    if wants == "place":
        return verb is None and bool(_HAPPENED.search(sentence))
    if verb is None:
        return False
    plain = _ITS_DOING.sub(" ", sentence)
    acts = [word for word in words(plain) if not word.endswith(_NOMINAL)]
    return has(verb, stems(acts))


def asks_why(sentence: str) -> bool:
    """Return whether a sentence asks for a reason, which the one after it then tells."""
    return sentence.rstrip().endswith("?") and bool(_WHY.search(sentence))


def located(question: str, sentence: str) -> bool:
    """Return whether a sentence tells right behind the name where it is that is asked about."""
    match = _WHERE_IS.match(question.strip(" ?!."))
    if match is None:
        return False
    last = match["thing"].split()[-1]
    return bool(re.search(rf"\b{re.escape(last)}\w*{_SITS}", sentence, re.IGNORECASE))


def in_office(office: Sequence[str], sentence: str) -> bool:
    """Return whether all words of an office (stems) stand together right before or after a name."""
    if len(office) < _FEWEST_IN_OFFICE:
        return False
    reach = len(office) + _BETWEEN
    tokens = _WORD.findall(sentence)
    stemmed = stems(words(" ".join(tokens)))
    if len(stemmed) != len(tokens):
        return False
    for at in range(len(tokens) - 1):
        if tokens[at][:1].isupper() and tokens[at + 1][:1].isupper() and stemmed[at] not in office:
            before = stemmed[max(0, at - reach) : at]
            after = stemmed[at + 2 : at + 2 + reach]
            if any(all(has(one, near) for one in office) for near in (before, after)):
                return True
    return False


def counts(noun: str | None, sentence: str, own: Collection[str], around: Collection[str]) -> bool:
    """Return whether a sentence may count the noun (a stem): it has it, or points back to it."""
    if noun is None:
        return True
    if has(noun, own) or any(_compound(noun, other) for other in own):
        return not _counts_others(noun, sentence)
    return bool(_REFERS.search(sentence)) and has(noun, around)


def _counts_others(noun: str, sentence: str) -> bool:
    """Return whether every number of a sentence stands right before another thing it counts."""
    text = without_dates(sentence)
    counted = [_thing_after(text[match.end() :]) for match in _NUMBER.finditer(text)]
    return bool(counted) and all(
        thing is not None
        and thing not in _COUNTS_ANYTHING
        and not has(noun, stems([thing]))
        and not _compound(noun, stems([thing])[0])
        for thing in counted
    )


def _thing_after(text: str) -> str | None:
    """Return the plural noun that follows a number within three words; None where none does."""
    for word in words(text[:_NEXT_WORDS])[:3]:
        if word in FUNCTION_WORDS:
            return None
        if word.endswith("s") and not word.endswith(("ss", "ous", "us", "is")):
            return word
    return None


def _compound(one: str, other: str) -> bool:
    """Return whether one word ends in the other: wildfires are fires."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_HEAD and long.rstrip("e").endswith(short.rstrip("e"))


def without_dates(sentence: str) -> str:
    """Return the sentence without what is a number only because it is a date."""
    return re.sub(
        rf"\b(?:{_MONTH})\.?\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?|\b(?:19|20)\d\d\b", " ", sentence
    )


def _in(piece: str, asked: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", asked) is not None
