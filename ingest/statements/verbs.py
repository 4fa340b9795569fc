"""The verbs that report what somebody said, thinks or wants, and what each may be followed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from ingest.statements.inflection import VerbForm, forms
from ingest.statements.vocabulary import vocabulary

VerbClass = Literal["say", "tell", "act", "mind"]
"""What stands after the verb.

- say: a quotation, a clause or a phrase ("said that …", "noted the delay")
- tell: the person spoken to, then as with say ("told reporters that …")
- act: what the words were about ("criticized the plan", "called it 'absurd'")
- mind: a thought or a wish ("believes that …", "hopes to …")
"""

_SAY = vocabulary("""
    say add sing put confess riff claim note announce suggest argue tweet continue explain
    acknowledge declare conclude warn state insist recall respond reply reveal predict indicate
    confirm admit assert stress reiterate concede complain joke remark emphasize emphasise
    allege shout yell cry exclaim quip opine muse observe comment write report post retort
    counter contend maintain testify caution boast lament recount repeat vow promise pledge
    swear proclaim interject remember estimate speculate imply affirm underline underscore
    disclose agree answer echo chant mutter whisper blog chime declaim elaborate clarify reason
    hint signal gripe bemoan protest inquire wonder theorize posit demand deny propose recommend
    rule read message email counsel marvel deadpan sneer fume thunder scream bark snap scoff
    pronounce specify surmise intone murmur mumble plead retweet rebut crow interrupt summarize
    attest profess project forecast determine decide plan think reckon submit
""")

_TELL = vocabulary("""
    tell inform remind assure ask urge notify advise reassure persuade convince beg implore
    instruct order beseech exhort caution warn promise
""")

_ACT = vocabulary("""
    call invite describe accuse criticize criticise praise deny question reject blame denounce
    condemn dismiss label brand dub attack blast slam mock defend endorse oppose cite mention
    propose urge order discuss decry tout highlight portray deride welcome applaud rebuke
    ridicule lambast lambaste assail hail demand express voice support offer attribute liken
    characterize learn realize recognize notice charge encourage discover reflect characterise
    depict quote slight refute bash skewer laud commend congratulate admonish scold chide
    deplore disavow repudiate rap berate castigate excoriate champion advocate favor favour
    outline threaten refuse vow recommend apologize apologise single point refer talk speak
    promote downplay invoke thank rail bring trumpet disparage vilify taunt insult extol
    credit insinuate reaffirm restate enthuse dispute vouch reference
    allude lash push press vote disagree object play
""")

_MIND = vocabulary("""
    believe think hope fear want know expect doubt worry suspect feel consider wonder prefer
    wish regard deem view hate anticipate suppose guess favor assume understand find show
    conclude decide
""")

_CLASSES: tuple[tuple[VerbClass, frozenset[str]], ...] = (
    ("mind", _MIND),
    ("act", _ACT),
    ("say", _SAY),
    ("tell", _TELL),
)
"""A verb that is in two classes belongs to the later one."""

_NOUN_TOO = vocabulary("""
    claim claims note notes report reports call calls post posts state states tweet tweets plan
    plans hope hopes fear fears want wants doubt doubts worry worries feel view views question
    questions attack attacks blame demand demands support supports request requests offer offers
    comment comments answer answers signal signals promise promises pledge pledges vow vows
    estimate estimates remark remarks order orders praise back raise reason reasons rule rules
    project projects forecast forecasts message messages email emails protest protests challenge
    mention mentions address addresses issue issues voice cry cries joke jokes hint hints blast
    brand label labels reply replies counter warrant love quote quotes favor favors show shows
    counsel read slight reference credit appeal appeals wish wishes thanks chant chants guess
    detail details outline champion champions advocate advocates bark echo blog blogs respect
    testament find finds backs raises understanding feeling meaning offering ruling reading posting
    writing finding findings telling stating charge charges credits
    insult insults dispute disputes references caution cautions play plays
""")
"""Forms that are nouns at least as often; they need a subject that makes them verbs."""


_PARTICLES = {
    "call": "for on out", "point": "out to", "refer": "to", "talk": "about of up", "play": "down",
    "speak": "of about",
    "allude": "to", "warn": "of about against", "ask": "about for", "complain": "about of",
    "comment": "on", "lash": "out", "push": "for back", "press": "for", "vote": "for against",
    "agree": "with on", "disagree": "with", "object": "to", "appeal": "to for",
    "apologize": "for to",
    "apologise": "for to", "argue": "for against", "speculate": "about on", "respond": "to",
    "reply": "to", "hint": "at", "plead": "for", "boast": "of about", "brag": "about of",
    "worry": "about", "think": "about of", "hope": "for", "joke": "about", "write": "about of",
    "single": "out", "react": "to", "put": "it", "know": "about of",
    "sign": "off", "testify": "about to", "rail": "against", "bring": "up", "vouch": "for",
}  # fmt: skip
"""The small words that a verb takes along before what it is about."""

_NEEDS_PARTICLE = vocabulary("""
    point refer talk speak allude lash push press vote disagree object appeal single react put
    rail bring vouch apologize apologise play
""")


_NEEDS_CLAUSE = vocabulary("""
    add begin comment continue counter cry determine discover echo email feel find guess hint
    identify interrupt know learn maintain message note notice observe plead post project
    protest quip read realize reason recognize remark repeat respond reply answer rule shout
    show signal sing state suppose think understand underscore write underline reflect sense
    demonstrate prove indicate tweet submit reckon
""") - frozenset(["note", "post", "write", "tweet", "indicate", "underscore", "underline"])
"""Verbs that report speech only with a quotation or a clause; with an object they do not."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in one of its written forms."""

    lemma: str
    kind: VerbClass
    form: VerbForm
    noun_too: bool
    particles: frozenset[str]
    needs_particle: bool
    """Whether it reports something only together with one of its particles."""
    needs_clause: bool
    """Whether it reports something only with a quotation or a clause."""


@cache
def reporting_verbs() -> Mapping[str, Verb]:
    """Return every written form of every reporting verb, in lower case, with its verb."""
    table: dict[str, Verb] = {}
    for kind, lemmas in _CLASSES:
        for lemma in lemmas:
            particles = frozenset(_PARTICLES.get(lemma, "").split())
            needed = lemma in _NEEDS_PARTICLE
            for word, form in forms(lemma).items():
                table[word] = Verb(
                    lemma, kind, form, word in _NOUN_TOO, particles, needed, lemma in _NEEDS_CLAUSE
                )
    return MappingProxyType(table)
