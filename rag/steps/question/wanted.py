"""What an answer must hold for the question to be answered: a number, a date, a place ..."""

import re
from typing import Literal

from rag.steps.words import FUNCTION_WORDS, fold, stems, word_list

Wants = Literal[
    "any", "number", "money", "duration", "percent", "result", "date", "place", "person", "reason"
]
"""`number`: how many, how much; `money`: what it costs; `duration`: how long; `percent`: what
share; `result`: a score, a vote, a verdict."""

NUMBERS: tuple[Wants, ...] = ("number", "money", "duration", "percent")
"""What is answered by a figure, on which sources may differ."""

AUXILIARIES = r"did|does|do|has|have|had|is|was|were|are|would|will|could|can|should|must"
_WANTED: tuple[tuple[str, Wants], ...] = (
    (
        r"\b(?:what|which)\s+(?:\w+\s+)?(?:percentage|per\s?cent|share|proportion|fraction)\b|"
        r"\bhow\s+(?:many|much)\s+(?:percent|per\s+cent|of\s+(?:the|all|its|their|his|her))\b(?=.*%|"
        r"\s+(?:percent|per\s+cent))|\bhow\s+(?:many\s+)?per\s?cent\b",
        "percent",
    ),
    (
        r"\b(?:for\s+)?how\s+long\b(?!\s+ago)|\bhow\s+many\s+(?:seconds|minutes|hours|days|weeks|"
        r"months|years|decades)\b|\bwhat\s+(?:was|is)\s+the\s+(?:length|duration)\b",
        "duration",
    ),
    (
        r"\bhow\s+much\b.*\b(?:costs?|money|pa(?:y|ys|id)|price|worth|spen[dt]|spending|earn(?:s|ed)?|"
        r"owe[sd]?|charge[sd]?|invest(?:ed|s)?)\b|\bwhat\s+(?:is|was|were|are)\s+the\s+(?:\w+\s+)?"
        rf"(?:price|cost)\b|\bwhat\s+(?:{AUXILIARIES})\s+.+\s+cost\b",
        "money",
    ),
    (
        r"\bhow\s+(?:many|much|often|far|old|big|large|high|tall|deep|wide|heavy|fast)\b|"
        r"\bwhat\s+(?:number|amount|sum|price|death\s+toll)\b|"
        r"\bwhat\s+(?:is|was|were|are)\s+the\s+(?:\w+\s+){0,2}(?:number|price|cost|death\s+toll|sum|turnout|"
        r"attendance|population|temperature|headcount)\b|"
        rf"\bwhat\s+(?:{AUXILIARIES})\s+.+\s+cost\b|\bhow\s+\w+\s+(?:is|was|are|were)\b",
        "number",
    ),
    (
        r"\b(?:what|which)\s+(?:(?:is|was|were|are)\s+the\s+)?(?:\w+\s+)?"
        r"(?:results?|outcomes?|scores?|verdicts?|tall(?:y|ies))\b",
        "result",
    ),
    (
        r"^\W*(?:and\s+|since\s+|until\s+|by\s+)?when\b|\bsince when\b|"
        r"\b(?:what|which)\s+(?:date|day|month|year|time)\b|^(?!\W*(?:what|which)\b).*\bdates?\W*$",
        "date",
    ),
    (
        r"^\W*(?:and\s+|from\s+)?where\b|\b(?:what|which)\s+(?:place|city|town|country|village|state)\b",
        "place",
    ),
    (
        r"^\W*(?:and\s+)?(?:by\s+)?who(?:m|se)?\b|\bwhich\s+(?:person|people|man|woman|leader|minister|"
        r"president|official|company|party|team)\b",
        "person",
    ),
    (r"^\W*(?:and\s+)?why\b|\bfor what reason\b|\bwhat\s+(?:reason|caused?|led to)\b", "reason"),
)
_FRAMES = re.compile(
    r"\bhow\s+much\s+money\b|"
    r"\bhow\s+(?:long|often|far|old|big|large|high|tall|deep|wide|heavy|fast)\b|"
    r"\b(?:what|which)\s+(?:percentage|per\s?cent|share|proportion|fraction|number|amount|sum)\b|"
    r"\bwhat\s+(?:is|was|were|are)\s+the\s+(?:\w+\s+)?(?:results?|outcomes?|scores?|number|price|cost|sum|"
    r"length|duration|percentage|share|date|place|reason|name)\b(?=\s+(?:of|in|for|at|from)\b)|"
    r"\b(?:takes?|took|taken|taking)\s+place\b|\bhappen(?:s|ed)?\b|"
    r"\b(?:in\s+)?(?:what|which)\s+(?:date|day|month|year|time|city|town|country|place)\b|"
    r"\bdates?\W*$|\bcosts?\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow\s+many\s+(?P<after>[^,?]+)", re.IGNORECASE)
_ENDS = re.compile(
    rf"\b(?:{AUXILIARIES}|of|in|on|at|from|to|by|with|for|during|after|before|per|there)\b",
    re.IGNORECASE,
)
_ANYBODY = word_list("people persons men women children lives times others")
_PLURALS = _ANYBODY | word_list(
    "police media data criteria sheep fish aircraft troops staff personnel crew cattle"
)
_NO_PLURAL = ("ous", "ss", "us", "is")


def wanted(question: str) -> Wants:
    """Return what an answer to the question must hold."""
    if re.search(r"^\W*(?:where and when|when and where)\b", question, re.IGNORECASE):
        return "any"
    for pattern, wants in _WANTED:
        if re.search(pattern, question, re.IGNORECASE):
            return wants
    return "any"


def unframed(question: str) -> str:
    """Return a question without the words that only say what kind of answer it wants."""
    bare = _FRAMES.sub(" ", question)
    return bare if re.search(r"[^\W\d_]{3,}", bare) else question


def counted(question: str) -> str | None:
    """Return the stem of the noun that "how many" counts; None where it is people, or not clear."""
    match = _COUNTED.search(question)
    if match is None:
        return None
    phrase = _ENDS.split(match["after"], maxsplit=1)[0]
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", fold(phrase)):
        if word in FUNCTION_WORDS:
            continue
        if word in _PLURALS or (word.endswith("s") and not word.endswith(_NO_PLURAL)):
            return None if word in _ANYBODY else stems([word])[0]
    return None
