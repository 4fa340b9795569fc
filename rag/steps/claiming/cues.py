"""How a claim may name what somebody did with their words, against how the evidence names it.

Whoever said something may be told to have stated or insisted on it; nobody who said it denied it,
and nobody who asked or warned said that it is so. Calling something by words is saying that it is.
"""

import re

from ingest.statements.verbs import reporting_verbs
from rag.steps.claiming.tokens import tokens
from rag.steps.words import word_list

_ASSERTING = word_list(
    """say tell state add write comment remark speak answer reply argue insist maintain note explain
    declare observe contend stress emphasize emphasise assert affirm"""
)
_ASSERTING_MORE = word_list(
    """announce reveal confirm admit acknowledge concede claim recall repeat reiterate tweet testify
    respond warn"""
)
"""Who did so said it, too; but nobody who said it need have done so."""
_NAMING = word_list("call describe refer characterize characterise label brand term dub")
_NAMING_WITH_VALUE = word_list("praise hail condemn denounce criticize criticise dismiss")
"""They call something by words, too, and judge it: no claim may add that."""
MARK = "“"
_AS = re.compile(
    r"(?<!\bis)(?: as| to be| is| was| are| were| had been| has been)?"
    r" (?P<article>(?:the |an? )?)[“\"]"
)
_OWN_DEED = re.compile(r"\W*(?:I|We|we) (?:do |must |also )?(?P<verb>\w+)(?: that)? ")
_ACCORDING = "according"


def fits(claim: str, evidence: str) -> bool:
    """Return whether a claim with the first cue may tell what the evidence has under the second."""
    mine, theirs = lemma(claim), lemma(evidence)
    if not mine or not theirs:
        return False
    if mine == theirs or (mine in _ASSERTING and theirs in _ASSERTING | _ASSERTING_MORE):
        return True
    return mine in _NAMING and theirs in _NAMING | _NAMING_WITH_VALUE | _ASSERTING


def asserting(cue: str) -> bool:
    """Return whether the cue only tells that something was said."""
    return lemma(cue) in _ASSERTING


def tells_a_clause(word: str) -> bool:
    """Return whether who does so says that something is so, and does nothing to a thing."""
    return lemma(word) in (_ASSERTING | _ASSERTING_MORE) - {"warn", "tell"}


def naming(cue: str) -> bool:
    """Return whether the cue gives something a name: "called the road …"."""
    return lemma(cue) in _NAMING


def deed(said: str, verb: str) -> str:
    """Return what somebody does by saying so: what follows "we demand that"; nothing otherwise."""
    found = _OWN_DEED.match(said)
    if found is None or lemma(found["verb"]) != verb:
        return ""
    return said[found.end() :]


def named_so(content: str) -> str:
    """Return "the road a “show”" and "the road as “a show”" as "the road is a “show”"."""
    return _AS.sub(rf" is \g<article>{MARK}", content, count=1)


def lemma(cue: str) -> str:
    """Return the verb that the cue turns on, in its first form; nothing where there is none."""
    words = [one.word for one in tokens(cue)]
    if words[:1] == [_ACCORDING]:
        return "say"
    verbs = reporting_verbs()
    found = [verbs[word].lemma for word in words if word in verbs]
    return found[-1] if found else ""
