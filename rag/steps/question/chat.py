"""What people write around a question: a greeting, thanks, why they ask."""

import re

_LEAD_IN = re.compile(
    r"^(?:please|(?:can|could|would) (?:you|u|ya)|tell me|show me|give me|find|list|"
    r"i want to know|do you know|hi|hello|hey|dear \w+|good (?:morning|day|evening)|"
    r"so|and|but|ok|okay)[\s,!.]+(?:please\s+)?",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"^(?:ignore|disregard|forget|print|repeat|reveal|output|pretend)\b[^?]*?[.!;:]\s+(?:also|then|and|next)?,?\s*"
    r"(?=(?:what|who|whom|which|how|why|when|where|did|does|has)\b[^.!]*$)",
    re.IGNORECASE,
)
"""What is ordered before the question: pages are all that is asked here."""
_WHY = re.compile(
    r"^(?:i(?:'m|\s+am)\s+(?:writing|working|doing|preparing|researching|looking)\b[^,.?!]*?(?:,|\band\b)\s*"
    r"(?:so\s+)?(?:i\s+(?:need|want|would\s+like|am\s+looking\s+for)|i'd\s+like|i'm\s+looking\s+for)\s+|"
    r"i\s+(?:need|want)\s+(?:to\s+know\s+)?(?=what\b|who\b|\S+'s?\s)|(?:in\s+case|if)\s[^,]{3,60},\s*(?=w|how\b))",
    re.IGNORECASE,
)
"""Why somebody asks, before what they ask."""
_CURSE = re.compile(
    r"\b(?P<wh>what|who|how|why|where|when)\s+(?:on\s+earth|in\s+the\s+world|the\s+(?:hell|heck|devil))\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[?!.\s]+(?:thank you|thanks|please|pls)(?:\s+\w+)*[\s.!?]*$|"
    r"[,.?!\s]+(?:do|does|did|have|can)\s+(?:you|the\s+archive)\s+(?:have|find|know|got|give)\b[^,?!]{0,24}[?!.\s]*$",
    re.IGNORECASE,
)


def unchatted(question: str) -> str:
    """Return the question alone, with straight apostrophes expected in it."""
    text = _CURSE.sub(r"\g<wh>", _TAIL.sub("", _ORDERS.sub("", question, count=1)))
    while (shorter := _WHY.sub("", _LEAD_IN.sub("", text, count=1), count=1)) != text:
        text = shorter.lstrip(" ,")
    return text
