"""Whether the words around a quotation tell that somebody said it, that nobody did, or neither.

Read from the sentence on both sides of the quotation marks, by the verb of saying that stands next
to them and the words that stand next to that verb.
"""

import re
from collections.abc import Sequence
from typing import Literal

from ingest.statements.verbs import reporting_verbs
from ingest.statements.words import AUXILIARIES, NEGATIONS, SUBJECT_PRONOUNS, is_adverb
from rag.steps.quoting.denying import denied, sentence_of
from rag.steps.turning_words import (
    DENYING,
    HYPOTHESES,
    INTENDING,
    MODALS,
    REFUSING,
    UNTRUE,
    any_of,
)
from rag.steps.words import word_list

Stance = Literal["said", "denied", "supposed"]
"""What the sentence says of the quoted words: that somebody says them (also where it says nothing
of the kind), that somebody did not say them or that they are not so, that they may be said."""

_TOKEN = re.compile(r"[\w]+(?:'[\w]+)*|[^\w\s]")
_REACH = 8
"""Words between a verb of saying and the quotation that belongs to it."""
_NEARBY = 60
"""Characters in which a clause of "no evidence that …" says who said it."""
_NOT_ONLY = word_list("only just merely simply least")
_REALISED = word_list("later often always sometimes repeatedly frequently usually then also soon"
                      " eventually subsequently again only famously regularly")  # fmt: skip
"""With these, "would later say" and "could only say" tell what did happen."""
_SPEAKERS = word_list("i we")
"""Who says "I would say" or "I want to say" says it."""
_LIKELY = INTENDING | word_list(
    "likely unlikely supposed due set about going tempted prepared ready scheduled wanting hoping"
    " expecting planning intending"
)
_INSERTED = word_list("to ever as well")
_WITHHOLDING = REFUSING | word_list("unable unwilling reluctant yet")
_HOLDING = word_list(
    """hesitate hesitates hesitated fail fails failed forget forgets forgot tire tires tired shy
    content alone slow late stop stops stopped cease ceases ceased resist resisted help helped miss
    missed"""
)
"""Who does not do these does say it."""
_NAME = r"[\w' .-]"

_NOBODY = re.compile(
    rf"\b(?:nobody|no one|none|none of {_NAME}{{1,30}}"
    rf"|neither {_NAME}{{1,60}} nor {_NAME}{{1,40}})$",
    re.IGNORECASE,
)
"""A subject who is not."""
_INVERTED = re.compile(
    r"\b(?:never|nowhere|not once|(?:at|in|under) no \w+) (?:did|does|do|has|had|have|will|would)"
    rf" {_NAME}{{1,40}}$",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\b(?:no (?:record|evidence|proof|sign|indication|trace|truth)|(?:not|n't) (?:true|the case)"
    rf"|{any_of(UNTRUE)}|wrong|incorrect|a lie|a myth)(?: that| of| to| in| for)?\b"
    rf"{_NAME}{{0,{_NEARBY}}}$",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"\bno such (?:thing|words?)\b[\w ]{0,12} $", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:short of|avoid(?:s|ed|ing)?|without|far from|instead of)$")
_DENIED = re.compile(rf"\b{any_of(DENYING)}(?: ever)?$", re.IGNORECASE)
_DENIER = (
    rf"(?:{any_of(DENYING)}|rul(?:es?|ed|ing) out|shot down|disagree[sd]?|debunk(?:s|ed)"
    r"|challeng(?:es?|ed|ing) (?:the|a|this) (?:claim|idea|report|suggestion))"
)
_DENIED_THAT = re.compile(
    rf"\b{_DENIER} (?:(?!(?:and|but|when|while|as|by|because|who|after|before|since)\b|\w+ing\b)"
    r"[\w'-]+ ){0,7}(?:that|saying) (?:[\w'-]+ ){0,4}$",
    re.IGNORECASE,
)
_DENIED_WORDS = re.compile(
    rf"\b{_DENIER} (?:(?:the|this|any|those|all|his|her|their|[\w'-]+'s) (?:\w+ )?"
    r"(?:claim|word|phrase|suggestion|idea|notion|allegation|charge|statement|report|line|quote"
    r"|rumou?r|accusation|description|label)s? )?$",
    re.IGNORECASE,
)
_MISQUOTED = re.compile(
    r"\b(?:wrongly|falsely|incorrectly|mistakenly|erroneously) (?:quoted|cited|reported|attributed"
    r"|credited)\b|\bmisquot\w+|\b(?:fake|fabricated|invented|made-up|bogus|doctored)\b",
    re.IGNORECASE,
)
_UNUSED = re.compile(r"\b(?:never|not|\w+n't) (?:gave|give|made|make|used?|uttered?)\b")
_SUPPOSED = re.compile(
    rf"\b(?:{any_of(HYPOTHESES)} {_NAME}{{1,40}}|imagin\w+ {_NAME}{{1,30}})$|^had {_NAME}{{1,40}}$",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    rf"(?<!\bno )\bdoubt(?:s|ed|ful)? (?:that|whether|if)\b{_NAME}{{0,{_NEARBY}}}$", re.IGNORECASE
)
_BEHIND_DENIED = re.compile(
    rf"^(?:is|are|was|were|has been|have been)(?: \w+ly)? (?:not|never|no|{any_of(UNTRUE)}|wrong"
    r"|denied|rejected|dismissed|disputed)\b(?! (?:only|just|all|the (?:only|first|last)))"
    r"|^(?:is|was|were|are)n't\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r" (?:who|which|whose) .*\bthat$")
"""Which of the persons told: what they do is no part of what they are told."""
_NEXT_CLAUSE = re.compile(r"[.,;:!?'()]|-(?!\w)|\b(?:but|and|who|which|because|while|although)\b")


def stance(before: str, behind: str, first: str) -> Stance:
    """Return what a sentence says of a quotation that begins with `first`.

    `before` is the folded text up to the quotation marks, `behind` what follows them; other
    sentences in them count for nothing.
    """
    head = sentence_of(before).rstrip(" '")
    told = _by_words(head) or _by_verb(head) or _behind(behind)
    if told is not None:
        return told
    return "denied" if denied(_own_clause(head), first) else "said"


def _by_verb(head: str) -> Stance | None:
    """Return what the verb of saying next to the quotation says; none where there is no such."""
    tokens = _TOKEN.findall(head.rstrip(",:; "))
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _REACH), -1):
        if not tokens[at][0].isalnum():
            return None
        if _reports(tokens, at):
            return _of_group(tokens, at)
    return None


def _reports(tokens: Sequence[str], at: int) -> bool:
    word = tokens[at].lower()
    verb = reporting_verbs().get(word)
    spoken = verb is not None and verb.kind != "mind"
    return (spoken or word in ("spoke", "speak", "spoken", "uttered", "utter")) and not (
        at > 0 and tokens[at - 1].lower() in ("the", "a", "any", "his", "her", "their", "its")
    )


def _of_group(tokens: Sequence[str], at: int) -> Stance | None:
    """Return what the words before the verb of saying at `at` make of it."""
    first = at
    while first > 0 and _in_group(tokens[first - 1].lower()):
        first -= 1
    group = {token.lower() for token in tokens[first:at]}
    before = " ".join(tokens[:first])
    last = tokens[first - 1].lower() if first else ""
    if any(one in NEGATIONS for one in group) and not _NOT_ONLY & group:
        return "denied"
    if any(one.search(before) for one in (_NOBODY, _INVERTED, _UNPROVEN)):
        return "denied"
    if _negated(tokens, first):
        if _HOLDING & {one.lower() for one in tokens[max(0, first - 2) : first]}:
            return "said"
        return "denied" if "to" in group or tokens[at].endswith("ing") else None
    if "to" in group and last in _WITHHOLDING:
        return "denied"
    of_saying = tokens[at].endswith("ing") or "having" in group
    if _WITHOUT.search(before.lower()) or (of_saying and _DENIED.search(before)):
        return "denied"
    ours = {token.lower() for token in tokens[max(0, first - 3) : first]} & _SPEAKERS
    return "supposed" if not ours and _only_supposed(group, last, before) else None


def _only_supposed(group: set[str], last: str, before: str) -> bool:
    modal = {one.removeprefix("'") for one in group} & (MODALS | {"ll", "d"})
    if modal and not _REALISED & group:
        return True
    return bool("to" in group and _LIKELY & {last, *group}) or bool(_SUPPOSED.search(before))


def _in_group(word: str) -> bool:
    return word in AUXILIARIES | NEGATIONS | _INSERTED or (
        is_adverb(word) and word not in SUBJECT_PRONOUNS
    )


def _negated(tokens: Sequence[str], end: int) -> bool:
    """Return whether the verb before a "to say" or "of saying" is negated."""
    for token in reversed(tokens[max(0, end - 4) : end]):
        if not token[0].isalnum():
            return False
        if token.lower() in NEGATIONS:
            return True
    return False


def _by_words(head: str) -> Stance | None:
    """Return what else before the quotation says that it is not so, or doubtful."""
    ended = f"{head} "
    if any(one.search(ended) for one in (_DENIED_THAT, _DENIED_WORDS, _NO_SUCH, _UNPROVEN)):
        return "denied"
    if _MISQUOTED.search(head):
        return "denied"
    return "supposed" if _DOUBTED.search(head) else None


def _behind(behind: str) -> Stance | None:
    """Return what the clause behind the quotation says of it."""
    clause = clause_behind(behind)
    if _BEHIND_DENIED.match(clause) or _UNUSED.search(clause) or _MISQUOTED.search(clause):
        return "denied"
    tokens = _TOKEN.findall(clause)
    at = next((at for at in range(len(tokens)) if _reports(tokens, at)), None)
    return _of_group(tokens, at) if at else None


def clause_behind(behind: str) -> str:
    """Return the clause with which a sentence goes on behind a quotation."""
    rest = behind.lstrip(" ,:'")
    bound = _NEXT_CLAUSE.search(rest)
    return rest[: bound.start()] if bound else rest


def _own_clause(head: str) -> str:
    """Return what stands behind the last verb of saying that somebody does say by."""
    verbs = reporting_verbs()
    last = 0
    for found in re.finditer(r"\w+", head):
        verb = verbs.get(found.group().lower())
        if verb is None or verb.kind not in ("say", "tell"):
            continue
        if verb.form == "past" or (verb.form == "third" and not verb.noun_too):
            last = found.end()
    return _RELATIVE.sub(" that", head[last:])
