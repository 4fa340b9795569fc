"""The form of a question: what kind it is, who is asked about, and what about. Pure grammar.

Nothing here knows the archive; `rag.steps.question.understand` matches what is found against it.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import OSA

from rag.steps.question.chat import unchatted
from rag.steps.question.hasty import typed_out
from rag.steps.question.hearer import unheard
from rag.steps.question.plainer import plainer
from rag.steps.question.saying_verbs import ACTING, NOUNS, PLAIN, SAYING, SIDES
from rag.steps.question.shape import Shape, shaped
from rag.steps.question.wanted import NUMBERS, Wants, unframed, wanted
from rag.steps.words import word_list

Kind = Literal["said", "who_said", "did_say", "fact"]
"""`said`: what did X say; `who_said`: who said it; `did_say`: did X say it; `fact`: the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A question taken apart."""

    kind: Kind
    asked: str | None = None
    """Who is asked about, as the question names them; None when anybody may have spoken."""
    topic: str
    """The words that say what about; the whole question when it has no such part."""
    wants: Wants = "any"
    comments: bool = False
    """Whether readers' comments are asked for."""
    proposition: bool = False
    """Whether a whole claim is asked about, which must be in the words and not only near them."""
    verb: str = ""
    """The verb of saying that the question uses; empty where it has none."""
    shape: Shape = "plain"
    """How the answer is to be laid out."""
    certain: bool = True
    """False when the verb may also be an act: if nobody of that name speaks, it was a fact."""


_ABOUT = r"about|on|of|to|regarding|concerning|over|towards?|as to|with regard to|against"
_AUX = r"did|does|do|has|have|had|is|was|were|are|would|will|could|can|should|must"
_ADVERB = (
    r"(?:\s+(?:ever|also|publicly|exactly|actually|really|then|later|just|not|once|again|to))*"
)

# Names hold verbs too ("Washington Post"), so a verb counts only in small letters.
_SUBJECT = r"(?P<who>(?!(?:be|being|been|it|making|to)\b)\S.*?)"
_ASKED = (
    r"^(?:what|how|why|when|where|which|in what|whom?(?=\s+(?:did|does|do|ha[sd]|have)\b))\b"
    rf".*?\b(?:(?P<being>is|was|are|were)|{_AUX})\s+{_SUBJECT}{_ADVERB}\s+(?:have\s+to\s+|had\s+to\s+)?"
    r"(?P<verb>(?-i:{verbs}))\b(?P<rest>.*)$"
)
_WHETHER = (
    rf"^(?:{_AUX})(?:n't)?\s+(?P<who>\S.*?){_ADVERB}\s+(?P<verb>(?-i:{{verbs}}))\b(?P<rest>.*)$"
)
_PATTERNS: tuple[tuple[str, Kind], ...] = (
    (
        rf"^what\s+(?:{_AUX})\s+(?:been\s+)?(?:said|written|reported|claimed)\s+(?:{_ABOUT})\s+"
        rf"(?P<rest>.*)$",
        "who_said",
    ),
    (_ASKED.format(verbs=PLAIN), "said"),
    (_ASKED.format(verbs=f"{SAYING}|{ACTING}"), "said"),
    (_WHETHER.format(verbs=PLAIN), "did_say"),
    (_WHETHER.format(verbs=f"{SAYING}|{ACTING}"), "did_say"),
    (
        rf"^(?:and\s+)?(?:who|which\s+\w+|whose\s+words\s+(?:are|were))(?:\s+else)?"
        rf"(?:\s+(?:{_AUX}))?(?:\s+been)?{_ADVERB}\s+(?P<verb>{SAYING}|{ACTING}|{SIDES})\b(?P<rest>.*)$",
        "who_said",
    ),
    (
        rf"^by\s+whom\b(?=.*\b(?:{SAYING}|{ACTING}|{SIDES})\W*$)(?P<rest>.*)$",
        "who_said",
    ),
    (r"\baccording\s+to\s+(?P<who>[^,?]+?)(?:,\s*(?P<rest>.*))?$", "said"),
    (
        rf"\b(?:{NOUNS})\s+(?:made\s+|given\s+)?(?:by|from)\s+(?P<who>\S.*?)\s+(?:{_ABOUT})\s+"
        rf"(?P<rest>.*)$",
        "said",
    ),
    (
        rf"^(?:(?:all|the|any|some|every)\s+)*(?:{NOUNS}|quotations?)\s+(?:made\s+|given\s+)?"
        rf"(?:by|from)\s+(?P<who>(?!.*\b(?:{_ABOUT})\s)\S.*)$",
        "said",
    ),
    (rf"\bsaid\s+by\s+(?P<who>\S.*?)\s+(?:{_ABOUT})\s+(?P<rest>.*)$", "said"),
    (
        rf"^(?:what(?:'s|\s+is|\s+was|\s+are|\s+were)\s+)?(?!what's\b)(?P<who>\S.*?)(?:'s?)\s+"
        rf"(?:\w+\s+)?(?:{NOUNS})\s+(?:{_ABOUT})\s+(?P<rest>.*)$",
        "said",
    ),
    (
        rf"\b(?:the\s+)?(?:{NOUNS})\s+of\s+(?P<who>\S.*?)\s+(?:about|on|regarding|concerning|over|"
        r"towards?)\s+(?P<rest>.*)$",
        "said",
    ),
    (rf"\b(?:the\s+)?(?:{NOUNS})\s+of\s+(?P<who>\S.*?)\s+(?:{_ABOUT})\s+(?P<rest>.*)$", "said"),
    (
        rf"\b(?:what|everything|all|anything|whatever)\s+(?P<who>\S.*?){_ADVERB}\s+"
        rf"(?:(?:has|have|had)\s+(?:got\s+)?(?:to\s+)?)?(?P<verb>{SAYING})\b(?P<rest>.*)$",
        "said",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _PATTERNS)
_ACT = re.compile(rf"^(?:{ACTING})$", re.IGNORECASE)

_ALSO_DID = re.compile(rf"\s+(?:{SAYING}|{ACTING})\s+(?:and|or)$")
"""A first verb of two: "ask and" in "What did Lee ask and say about the mill?"."""

_MISTYPED = re.compile(r"^\s*(?P<word>[a-z]{4,6})\s+(?=\w)", re.IGNORECASE)
"""The word after a verb of saying, which may be an "about" typed in haste."""
_ABOUT_LEAD = re.compile(
    rf"^(?:\s*(?:reporters|journalists|media|anything|something|a\s+word)\b)?\s*(?:that|after|before|during|in|at|{_ABOUT}|is|was|are|were)\b\s*",
    re.IGNORECASE,
)
_WANTS_TO = re.compile(
    r"^(?:he|she|it|they|we|one)\s+(?:wants?|wanted|hopes?|hoped|plans?|planned|intends?|intended|needs?|"
    r"needed|is\s+going|was\s+going|would\s+like|means?|meant)\s+to\s+",
    re.IGNORECASE,
)
"""Whose wish it is, which is no part of what it is about."""
_ABOUT_SOMETHING = re.compile(
    rf"^\s*(?:(?:anything|something|a\s+word)\b|(?:{_ABOUT})\s)", re.IGNORECASE
)
"""Whether somebody spoke of a thing at all, not whether they made a claim."""
_ANYBODY = word_list(
    """people anyone anybody everyone everybody somebody someone they we one you others critics
    observers experts analysts sources articles article media press news papers newspapers
    archive witnesses officials leaders politicians both sides side each all"""
)
_YES_OR_NO = re.compile(rf"(?:{_AUX})(?:n't)?\s+", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an", "any", "all", "not", "never"})
_BEING = re.compile(r"(?:is|was|are|were)\b")
_READERS = re.compile(
    r"\b(?:readers?|commenters?|commentators? below|users)\b.*\b"
    r"(?:say|said|think|thought|write|wrote|comment\w*|react\w*|claim\w*|argue\w*|ask\w*|feel|believe\w*)\b"
    r"|\b(?:in|under|below) (?:the )?(?:reader |readers['’]? |user )?comments\b|\bcommenters?\b"
    r"|\b(?:do|did|does|are) (?:the |any |these )?(?:reader |user )?comments?"
    r" (?:say|saying|tell|mention)\b"
    r"|\b(?:readers?|subscribers?|listeners?|viewers?)['’]?s? (?:letters|posts|mail)\b"
    r"|\bletters (?:from|of|by) (?:the )?(?:readers|subscribers|listeners|viewers)\b"
    r"|\b(?:readers?'?s?|users?'?|commenters?'?)\s+(?:comments?|opinions?|reactions?|views?)\b"
    r"|\b(?:opinions?|reactions?|views?|thoughts)\s+(?:of|from|among)\s+(?:the\s+)?(?:readers|users)\b"
    r"|\baccording\s+to\s+(?:an?|one|some|the)?\s*(?:readers?|users?)\b"
    r"|\bcomments?\s+(?:section|below|by readers|from readers|under)\b"
    r"|\bcommenters?\b|\bcommentators\b.*\b(?:give|name|quote|ask|want|blame|mention|disagree)\w*\b"
    r"|\b(?:do|did|does)\s+(?:the\s+|any\s+)?comments?\s+(?:say|mention|tell|think|call)\b"
    r"|\bany\s+(?:of\s+the\s+)?readers?\b|\b(?:under|below|beneath)\s+the\s+(?:article|story|post)\b"
    r"|\b(?:do|did|are|were|have)\s+(?:the\s+)?(?:commenters|readers)\b",
    re.IGNORECASE,
)
_READER_WORDS = re.compile(
    r"\b(?:in|of|from|under)?\s*(?:the\s+)?(?:readers?['’]?s?|users?|commenters?|comments?"
    r"|subscribers['’]?\s+letters|letters|discussion|section|below|under)\b"
    r"|\b(?:under|beneath)\s+the\s+(?:article|story|post)\b|\bmention(?:s|ed)?\b",
    re.IGNORECASE,
)


def form_of(question: str) -> Form:
    """Return the form of a question written in English."""
    laid_out = shaped(plainer(bared(question)))
    return replace(_form(laid_out.core), shape=laid_out.shape)


def _form(text: str) -> Form:
    comments = bool(_READERS.search(text))
    wants = wanted(text)
    if comments:
        topic = unframed(_READER_WORDS.sub(" ", text))
        return Form(kind="fact", topic=topic, comments=True, wants=wants)
    for pattern, kind in _COMPILED:
        match = pattern.search(text)
        if match and _asks_speaker(match.groupdict()):
            return _said(text, match, kind, wants)
    return Form(kind="fact", topic=unframed(text), wants=wants)


def _asks_speaker(found: dict[str, str | None]) -> bool:
    """Return whether the pattern found a speaker: no article alone, and no passive voice.

    "What is the mayor saying?" asks for words, "what is the mayor called?" does not.
    """
    who = (found.get("who") or "").lower()
    being = found.get("being") or _BEING.match(who)
    passive = being and not (found.get("verb") or "").endswith("ing")
    return not passive and who not in _ARTICLES


def bared(question: str) -> str:
    """Return the question without greeting, thanks, end mark and slips of hurried typing."""
    text = typed_out(unchatted(" ".join(question.split()).replace("’", "'")))
    text = text.strip(" ?!.")
    return text.lower() if text.isupper() else text


def _said(text: str, match: re.Match[str], kind: Kind, wants: Wants) -> Form:
    found = match.groupdict()
    verb = found.get("verb") or ""
    rest = found.get("rest")
    topic = text[: match.start()] if rest is None else _about(unheard(rest, verb))
    if kind == "who_said":
        return Form(kind=kind, topic=f"{verb} {topic}".strip(), verb=verb.lower(), wants="person")
    who = _ALSO_DID.sub("", (found.get("who") or "").strip(" ,"))
    if rest is None and _YES_OR_NO.match(topic):
        kind, verb, rest = "did_say", "say", topic  # what Lee says of it, yes or no
    whether = kind == "did_say" and not _ABOUT_SOMETHING.match(rest or "")
    asked = None if _anybody(who) else who
    if asked is None and kind == "did_say":
        kind = "who_said"
    return Form(
        kind=kind,
        asked=asked,
        topic=topic.strip() or "",
        wants=wants,
        verb=verb.lower(),
        proposition=whether or bool(re.match(r"\s*that\b", rest or "", re.IGNORECASE)),
        certain=wants not in NUMBERS and not _ACT.match(verb) and not _may_act(text, match),
    )


def _about(rest: str) -> str:
    """Return what the words after a verb of saying are about."""
    match = _MISTYPED.match(rest)
    if match and match["word"].lower() != "abort" and OSA.distance(match["word"], "about") == 1:
        rest = f" about {rest[match.end() :]}"
    return _WANTS_TO.sub("", _ABOUT_LEAD.sub("", rest, count=1).lstrip(), count=1)


def _may_act(text: str, match: re.Match[str]) -> bool:
    """Return whether the question asks for a fact that somebody is a source of, or for who acts.

    "According to the board, how high is the toll?"; "What star announced a new song?"
    """
    if re.search(r"\baccording\s+to\b", text, re.IGNORECASE):
        return True
    verb = (match.groupdict().get("verb") or "say").lower()
    asks = re.search(rf"\b(?:{_AUX})\b", text[: match.start("who")], re.IGNORECASE)
    return verb not in ("say", "says", "said") and not asks


def _anybody(who: str) -> bool:
    tokens = re.findall(r"\w+", who.lower())
    return not tokens or tokens[-1] in _ANYBODY
