"""Roundabout questions for somebody's words, put plainly.

"What announcement did Lee make about the mill?" is "What did Lee announce about the mill?", and
"Which word did she use for it?" is "What did she call it?".
"""

import re

_VERBS = {
    "announcement": "announce",
    "statement": "say",
    "comment": "say",
    "comments": "say",
    "remark": "say",
    "remarks": "say",
    "point": "say",
    "claim": "claim",
    "claims": "claim",
    "argument": "argue",
    "offer": "offer",
    "promise": "promise",
    "promises": "promise",
    "pledge": "pledge",
    "threat": "threaten",
    "threats": "threaten",
    "demand": "demand",
    "demands": "demand",
    "accusation": "accuse",
    "accusations": "accuse",
    "complaint": "complain",
    "criticism": "criticise",
    "prediction": "predict",
    "warning": "warn",
    "suggestion": "suggest",
    "recommendation": "recommend",
    "admission": "admit",
    "reply": "reply",
    "response": "respond",
}
_NOUNS = "|".join(_VERBS)
_AUX = r"did|does|do|has|have|had"
_MADE = re.compile(
    rf"^(?:what|which)\s+(?:kind\s+of\s+|sort\s+of\s+)?(?:[a-z]+\s+)?(?P<noun>{_NOUNS})\s+(?:{_AUX})\s+"
    r"(?P<who>\S.*?)\s+(?:make|made|give|given|issue|issued|voice|voiced|deliver|delivered|level|levelled|"
    r"leveled|aim|aimed|direct|directed|put\s+forward)\b(?:\s+(?:at|against)\b)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_USED = re.compile(
    r"^(?:what|which)\s+(?:\w+\s+)?(?:words?|terms?|phrases?|adjectives?|language|expressions?)\s+"
    rf"(?:{_AUX})\s+(?P<who>\S.*?)\s+(?:use|used|apply|applied|choose|chose|chosen)\s+"
    r"(?:to\s+(?:describe|characteri[sz]e|call|refer\s+to)|(?:in|when)\s+describing|for|about|of|to)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_CONCERNS = re.compile(
    rf"^(?:what|which)\s+(?:\w+\s+)?(?:concerns?|fears?|doubts?|hopes?|thoughts?|views?|opinions?)\s+(?:{_AUX})\s+"
    r"(?P<who>\S.*?)\s+(?:raise|raised|voice|voiced|express|expressed|share|shared|have|had|hold|held)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_REASON = re.compile(
    rf"^(?:what|which)\s+(?:[a-z]+\s+)?reasons?\s+(?:{_AUX})\s+(?P<who>\S.*?)\s+(?:give|gave|given|cite|cited|offer|"
    r"offered|name|named)\s+(?:for|as\s+to\s+why|why)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_MAKES_OF = re.compile(
    rf"^what\s+(?P<aux>{_AUX})\s+(?P<who>\S.*?)\s+(?:make|made)\s+of\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_AND_HOW = re.compile(
    rf"^(?P<aux>{_AUX})\s+(?P<rest>\S.*?),?\s+and\s+(?:in\s+(?:what|which)\s+words|how|"
    r"what\s+(?:did|does|has)\s+(?:he|she|they|it)\s+say)$",
    re.IGNORECASE,
)
_IN_WHAT_WORDS = re.compile(r"^in\s+(?:what|which)\s+(?:\w+\s+)?(?:words|terms)\s+", re.IGNORECASE)


def plainer(question: str) -> str:
    """Return a question, without greeting and end mark, in the commonest words for what it asks."""
    if match := _MAKES_OF.match(question):
        return f"What {match['aux']} {match['who']} think of {match['rest']}"
    if match := _REASON.match(question):
        return f"Why did {match['who']} say about {match['rest']}"
    if match := _AND_HOW.match(question):
        return f"How {match['aux']} {match['rest']}"
    if match := _IN_WHAT_WORDS.match(question):
        return f"How {question[match.end() :]}"
    if match := _USED.match(question):
        return f"What did {match['who']} call {match['rest']}"
    if match := _CONCERNS.match(question):
        return f"What did {match['who']} say{match['rest']}"
    if match := _MADE.match(question):
        return f"What did {match['who']} {_VERBS[match['noun'].lower()]}{match['rest']}"
    return question
