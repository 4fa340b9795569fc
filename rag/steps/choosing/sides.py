"""Who takes a side for or against somebody: only where the words leave no doubt of it.

"Lee dismissed claims from the harbour board" answers who criticised the board: the verb is of the
family asked for, and the board is what it is done to. A sentence that has both, the other way
round, does not; what sounds like praise or blame is left to the reader.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from rag.steps.question.saying_verbs import SIDES, STANCES
from rag.steps.question.topic import Topic, has, held
from rag.steps.words import fold, stems, words

_STANCE = re.compile(f"{STANCES}|{SIDES}")
_CRITICISE = (
    r"critici[sz](?:e|es|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|slam(?:s|med|ming)?|"
    r"blast(?:s|ed|ing)?|lambast(?:e|es|ed|ing)?|rebuk(?:e|es|ed|ing)|decr(?:y|ies|ied|ying)|"
    r"derid(?:e|es|ed|ing)|castigat(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|berat(?:e|es|ed|ing)|"
    r"assail(?:s|ed|ing)?|(?:hit|hits|hitting)\s+out\s+at|lash(?:es|ed|ing)?\s+out\s+at|"
    r"mock(?:s|ed|ing)?|(?:voic|express|level|direct)\w*\s+(?:\w+\s+)?criticism\s+"
    r"(?:of|at|towards?|against)"
)
_PRAISE = (
    r"prais(?:e|es|ed|ing)|hail(?:s|ed|ing)?|laud(?:s|ed|ing)?|applaud(?:s|ed|ing)?|"
    r"commend(?:s|ed|ing)?|(?:pay|pays|paid|paying)\s+tribute\s+to"
)
_BACK = (
    r"back(?:s|ed|ing)?|support(?:s|ed|ing)?|endors(?:e|es|ed|ing)|(?:throw|threw|throws)\s+"
    r"(?:his|her|its|their)\s+(?:\w+\s+)?(?:weight|support)\s+behind|"
    r"(?:voic|express)\w*\s+(?:\w+\s+)?support\s+for"
)
_DISMISS = (
    r"(?:(?:dismiss|reject|rubbish)(?:es|ed|ing)?|(?:brush|wav|push)(?:e?s|ed|ing)\s+(?:aside|away|off))\s+(?:\w+\s+){0,3}?(?:claims?|remarks?|comments?|words|"
    r"statements?|accusations?|allegations?|charges?|criticisms?|suggestions?|assertions?)"
)
"""To turn down what somebody says, not what they offer."""
_TELLS = re.compile(r"den(?:y|ies|ied)|threaten(?:s|ed)?|apologi[sz](?:e|es|ed)")
"""Verbs followed by what is said, and not by whom it is said of."""
_FAMILIES = (
    (
        "criticize criticise condemn denounce slam blast lambast rebuke decry deride castigate",
        f"{_CRITICISE}|{_DISMISS}",
    ),
    ("praise hail laud applaud commend", _PRAISE),
    ("back support endorse", _BACK),
)
_REACH = 110
"""Code points of an object."""
_ENDS = re.compile(
    r"[;:.“”\"]|,\s+(?:who|which|and|but|saying|calling|adding|while)\b|"
    r"\s(?:that|for|over|after|because|when|while|as|but|amid|in\s+order|to)\s"
)
_ITS_OWN_PRONOUN = re.compile(
    r"^\W*(?:him|her|it|them|this|the\s+(?:move|decision|plan|law|rules?))\b"
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_SO_CALLED = re.compile(
    r"\bwhat\s+(?:he|she|they|it|[A-Z]\w+)\s+(?:called|calls|described\s+as|termed|dubbed)\s+(?:an?\s+|the\s+)?"
    r"[“\"‘'](?P<thing>[^”\"’']{3,80})[”\"’']"
)
"""A thing that is told by somebody's name for it."""
_NOT = re.compile(
    r"\b(?:not|never|n['’]t|without|stopped\s+short\s+of|refus\w+\s+to|declin\w+\s+to|deni\w+)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$")


def takes_side(verb: str) -> bool:
    """Return whether a question's verb asks for whoever takes a side."""
    return bool(_STANCE.fullmatch(verb))


def sided(topic: Topic, verb: str) -> Topic:
    """Return what a side is taken on: the verb itself, if it asks for one, says nothing of it."""
    if not takes_side(verb):
        return topic
    stem = stems([fold(verb)])[0]
    rest = {one: weight for one, weight in topic.weights.items() if not has(stem, (one,))}
    return replace(topic, weights=rest) if rest else topic


def told_side(verb: str, topic: Topic, sentence: str, near: Collection[str]) -> bool:
    """Return whether a sentence says outside quotation that somebody takes that side on the topic.

    `near` are the stems around it, in which a pronoun's name must stand.
    """
    if _TELLS.fullmatch(verb):
        return has(stems([fold(verb)])[0], stems(words(sentence)))
    plain = _SO_CALLED.sub(lambda match: match["thing"], sentence)
    own = _QUOTED.sub(lambda match: " " * len(match.group()), plain)
    for match in _family(verb).finditer(own):
        before, after = own[: match.start()], own[match.end() : match.end() + _REACH]
        if _NOT.search(before):
            continue
        if _PASSIVE.search(before):
            if re.search(r"^[^.;]*?\bby\b", after) and _names(topic, before):
                return True
            continue
        end = _ENDS.search(after)
        done_to = after[: end.start()] if end else after
        if _names(topic, done_to):
            return True
        if _ITS_OWN_PRONOUN.match(done_to) and all(held(topic, name, near) for name in topic.names):
            return True
    return False


def _names(topic: Topic, part: str) -> bool:
    """Return whether some words have the name that the topic has first, or half of its words."""
    found = stems(words(part))
    name = next((stem for stem in topic.stems if stem in topic.names), None)
    if name and held(topic, name, found):
        return True
    shared = sum(held(topic, stem, found) for stem in topic.stems)
    return bool(topic.stems) and 2 * shared >= len(topic.stems)


def _family(verb: str) -> re.Pattern[str]:
    """Return a pattern of the verbs that take the side of this one, itself if there are none."""
    stem = stems([fold(verb)])[0]
    for members, pattern in _FAMILIES:
        if stem in stems(members.split()):
            return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    return re.compile(
        rf"\b{re.escape(stem.rstrip('ei'))}(?:e|y|es|s|ed|ied|ies|ing|ting|ning|ping)?\b",
        re.IGNORECASE,
    )
