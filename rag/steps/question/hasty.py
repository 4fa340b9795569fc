"""Questions typed in haste, written out: "wat did lee say abt the mill", "whats lee say"."""

import re

from rapidfuzz.distance import OSA

from rag.steps.words import FUNCTION_WORDS

_WRITTEN_OUT = {
    "abt": "about",
    "wat": "what",
    "wht": "what",
    "wots": "whats",
    "ppl": "people",
    "govt": "government",
    "teh": "the",
    "pls": "please",
    "plz": "please",
}
_SHORTHAND = re.compile(rf"\b(?:{'|'.join(_WRITTEN_OUT)})\b", re.IGNORECASE)
_ASKING = ("what", "who", "when", "where", "why", "how", "which")
_FIRST = re.compile(r"^(?P<word>[a-z]{2,6})(?=\s+(?:did|does|do|is|was|are|were|has|have)\s)", re.I)
"""The word before the verb of a question, which can only ask."""
_WHATS = re.compile(
    r"^what'?s\s+(?=(?!been\b|being\b)\S+(?:\s+\S+)?\s+(?:say|said|saying|think|tell|told)\b)", re.I
)
_WHOS = re.compile(r"^(?P<word>who|where|when|how|what)s(?=\s)", re.IGNORECASE)


def typed_out(question: str) -> str:
    """Return a question with shorthand written out and a mistyped asking word put right."""
    text = _SHORTHAND.sub(lambda match: _WRITTEN_OUT[match.group().lower()], question)
    text = _WHATS.sub("what did ", _asking_word_mended(text), count=1)
    return _WHOS.sub(lambda match: f"{match['word']}'s", text, count=1)


def _asking_word_mended(text: str) -> str:
    match = _FIRST.match(text)
    word = match["word"].lower() if match else ""
    if not word or word in FUNCTION_WORDS or word in _ASKING:
        return text
    meant = next((one for one in _ASKING if OSA.distance(one, word) == 1), None)
    return f"{meant}{text[len(word) :]}" if meant else text
