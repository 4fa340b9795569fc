"""The closed classes of English words that the attribution rules lean on."""

from ingest.statements.given_names import gender_of
from ingest.statements.vocabulary import vocabulary

DETERMINERS = vocabulary("""
    a an the this that these those some any each every no another many most several few all both
    one two three four five six seven eight nine ten dozens
""")
ARTICLES = frozenset(["a", "an", "the", "every", "no", "any"])
POSSESSIVES = vocabulary("""
    my your his her its our their whose
""")
SUBJECT_PRONOUNS = vocabulary("""
    i he she it they we you who which
""")
SINGULAR_PRONOUNS = frozenset(["he", "she", "it"])
OBJECT_PRONOUNS = vocabulary("""
    me him her it them us you himself herself themselves
""")
RELATIVES = frozenset(["who", "which", "that", "whom"])
PREPOSITIONS = vocabulary("""
    in on at by for from with without of to into onto over under about after before during since
    until till through throughout between among against amid despite within outside inside near
    following regarding concerning like unlike toward towards upon across behind beyond per via
    ahead besides alongside aboard along around beside below above off
""")
SUBORDINATORS = vocabulary("""
    as while when whenever because although though if unless whereas where wherever after before
    since until once whether so given despite
""")
CONJUNCTIONS = frozenset(["and", "but", "or", "nor", "yet"])
BE = vocabulary("""
    is are was were be been being am 's 're isn't aren't wasn't weren't
""")
HAVE = vocabulary("""
    has have had having hasn't haven't hadn't 've
""")
DO = vocabulary("""
    do does did don't doesn't didn't
""")
HYPOTHETICAL = vocabulary("""
    would could should may might can must will shall wouldn't couldn't shouldn't won't can't
    cannot mightn't mustn't 'd 'll
""")
NEGATIONS = vocabulary("""
    not never n't nor neither isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't
    didn't wouldn't couldn't shouldn't won't can't cannot nobody
""")
AUXILIARIES = BE | HAVE | DO | HYPOTHETICAL
ADVERBS = vocabulary("""
    also later again then now still just even once long often always soon first further both
    sometimes instead therefore thus however meanwhile nevertheless nonetheless moreover
    furthermore famously previously reportedly already ever rather quickly himself herself
    themselves itself perhaps indeed only too since simply earlier twice almost all
""")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAY_WORDS = frozenset(["today", "yesterday", "tonight", "tomorrow"])
TIME_WORDS = (
    frozenset(WEEKDAYS)
    | DAY_WORDS
    | vocabulary("""
    earlier later recently afterward afterwards monday's
""")
)
DAY_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
FUNCTION_WORDS = (
    DETERMINERS | POSSESSIVES | SUBJECT_PRONOUNS | OBJECT_PRONOUNS | PREPOSITIONS | SUBORDINATORS
    | CONJUNCTIONS | AUXILIARIES | ADVERBS | DAY_WORDS
    | vocabulary("""
    there here what why how that not never however according other such much more less well yes
    ok okay please let's it's i'm i've i'd i'll he's she's they're we're you're that's there's
    what's read
""")
)  # fmt: skip
PAST_TENSES = vocabulary("""
    went took came gave made got won lost met left held kept put ran sat stood began became
    brought built bought caught chose drew drove fell felt flew forgot fought grew heard hid hit
    knew found led let paid rose saw sent set shot shut sold spent spoke struck taught thought threw
    swept swung tore swore sang drank swam sank slept wept dug fled froze shook slid stole
    withdrew overcame undertook clung ate lent rode told
    understood woke wore wrote said did had was were has is are
""")


def is_time(word: str) -> bool:
    """Return whether a lower-case word names a day, a month or a part of the day."""
    return word in TIME_WORDS or word in MONTHS or word in DAY_PARTS


def is_adverb(word: str) -> bool:
    """Return whether a lower-case word can stand between a subject and its verb."""
    if word in ADVERBS:
        return True
    name = word in _NOT_ADVERBS or gender_of(word)
    return word.endswith("ly") and len(word) > 4 and not name


_NOT_ADVERBS = vocabulary("""
    family italy july assembly rally ally reply supply carly emily holly kelly lilly
    polly reilly
""")


def looks_finite(word: str) -> bool:
    """Return whether a lower-case word probably is a finite verb."""
    return (
        (word in AUXILIARIES and word != "'s")  # which is a genitive more often than "is"
        or word in PAST_TENSES
        or (word.endswith("ed") and len(word) > 4 and word not in {"united", "hundred", "indeed"})
    )
