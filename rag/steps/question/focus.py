"""What a conversation is about after each question: the thing, the person, the question itself."""

import re
from dataclasses import dataclass, replace

from ingest.statements.names import ROLES
from rag.steps.people.titles import TITLES
from rag.steps.question.form import form_of
from rag.steps.question.saying_verbs import PLAIN
from rag.steps.words import FUNCTION_WORDS, fold, word_list, words

_CAPITALS = re.compile(
    r"(?<![.?!]\s)(?<!^)\b[A-Z][\w'’.-]*(?:\s+(?:of|the|for|and|de|von|van|al)(?:\s+the)?(?=\s+[A-Z]))?"
    r"(?:\s+[A-Z][\w'’.-]*(?:\s+(?:of|for|de|von|van|al)(?:\s+the)?(?=\s+[A-Z]))?)*"
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_LEADING = (
    re.compile(r"\b(?:tell|talk to|inform|teach)\s+me\s+(?:\w+\s+)?about\s+(?P<np>.+)$", re.I),
    re.compile(r"^(?:what|how)\s+about\s+(?:for\s+)?(?P<np>.+)$", re.I),
    re.compile(
        r"^(?:what|who)(?:'s|\s+(?:is|are|was|were))\s+(?:(?:the|a|an|some|any)\s+)?"
        r"(?:(?:[a-z]+\s+){0,3}(?:types?|kinds?|history|origins?|meaning|purpose|symptoms?|causes?|"
        r"effects?|examples?|definition|importance|role|use|uses|benefits?|signs?|difference|"
        r"name|cost|price|size|population|capital|part|parts)\s+(?:of|in|for|between)\s+)?"
        r"(?P<np>.+)$",
        re.I,
    ),
    re.compile(
        r"^(?:what|which)\s+(?:causes?|caused|happened\s+(?:in|to|at|during))\s+(?P<np>.+)$", re.I
    ),
)
_STOPS = word_list(
    """and or but so if because that which who when where while than like is are was were do does
    did can could should would will has have had come came work works worked started start begin
    began made become became happen happened different compare differ affect affects known used
    called considered ever in on at by with from for to during after before into over under
    between among about against without within"""
)
_MOST_WORDS = 6
_FEW = 2
_PLAIN = re.compile(PLAIN).fullmatch


@dataclass(frozen=True, slots=True)
class Focus:
    """What the words of a follow-up question may stand for."""

    home: str | None = None
    """The first thing of the conversation."""
    thing: str | None = None
    """The thing named last."""
    person: str | None = None
    question: str | None = None
    """The last question, as it stands alone."""


def refocused(focus: Focus, said: str, resolved: str) -> Focus:
    """Return the focus after a question, as it was `said` and as it stands alone.

    A question that leaned on the one before stays with its thing: people ask on about what they
    named, and name what they turn to.
    """
    form = form_of(resolved)
    person = form.asked if form.asked and _may_be_name(form.asked) else None
    about = _trimmed(form.topic) if form.kind != "fact" and form.topic else None
    named = _last_name(resolved)
    if focus.person and len(words(said)) <= _FEW and said != resolved:
        named = None  # "when?" is asked of the same person
    if named and len(named.split()) == 1 and form.kind == "fact" and _asked_of(focus):
        named = None  # a place or a newspaper, oftener than another person
    says_of = person is not None and about is not None and about in said and _PLAIN(form.verb)
    turned = focus.thing is None or said == resolved or bool(says_of)
    thing = about or _thing(resolved) if turned else None
    return replace(
        focus,
        home=focus.home or thing,
        thing=thing or focus.thing,
        person=person or named or focus.person,
        question=resolved,
    )


def _may_be_name(asked: str) -> bool:
    """Return whether whom a question asks about is called by name, be it in small letters."""
    spelt = asked.split()
    plain = len(spelt) <= _FEW and not set(words(asked)) & (ROLES | TITLES | FUNCTION_WORDS)
    return asked[:1].isupper() or plain


def _asked_of(focus: Focus) -> bool:
    """Return whether the last question was about the words of the person."""
    return focus.person is not None and form_of(focus.question or "").asked == focus.person


def _thing(question: str) -> str | None:
    """Return the noun phrase that the question is about; None where none is clear."""
    text = question.strip(" ?.!")
    for pattern in _LEADING:
        match = pattern.search(text)
        if match and (phrase := _trimmed(match["np"])):
            return phrase
    names = [name.group() for name in _CAPITALS.finditer(text)]
    return max(names, key=len) if names else _longest_run(text)


def _longest_run(text: str) -> str | None:
    """Return the longest run of words that carry a topic, two at least."""
    runs: list[list[str]] = [[]]
    for match in _TOKEN.finditer(text):
        word = fold(match.group())
        if word in FUNCTION_WORDS or word in _STOPS:
            runs.append([])
        else:
            runs[-1].append(match.group())
    longest = max(runs, key=len)
    return " ".join(longest[-3:]) if len(longest) > 1 else None


def _trimmed(phrase: str) -> str | None:
    """Return the phrase up to its first verb or clause, without articles; None when too long."""
    kept: list[str] = []
    for match in _TOKEN.finditer(re.split(r"['’]s?\s", phrase, maxsplit=1)[0]):
        word = match.group()
        if kept and fold(word) in _STOPS and fold(word) not in ("in", "of", "to"):
            break
        kept.append(word)
    while kept and fold(kept[0]) in FUNCTION_WORDS:
        kept.pop(0)
    while kept and fold(kept[-1]) in FUNCTION_WORDS:
        kept.pop()
    return _of_what(" ".join(kept)) if 0 < len(kept) <= _MOST_WORDS else None


def _of_what(phrase: str) -> str:
    """Return what a phrase is of: "history of toilets" is about toilets."""
    head, _, rest = phrase.partition(" of ")
    whole = re.sub(r"^(?:the|an?)\s+", "", rest)
    return whole if whole and not any(word[:1].isupper() for word in head.split()) else phrase


def _last_name(question: str) -> str | None:
    names = [name.group() for name in _CAPITALS.finditer(question)]
    people = [name for name in names if len(name.split()) > 1]
    found = people or names
    return found[-1] if found else None
