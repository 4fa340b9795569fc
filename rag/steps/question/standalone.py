"""A follow-up question made to stand alone, by rules, from the questions before it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.statements.names import ROLES, is_body_word
from rag.steps.question.asked_anew import asked_anew, began
from rag.steps.question.fitting import fits, fitting, full_name
from rag.steps.question.focus import Focus, refocused
from rag.steps.question.form import form_of
from rag.steps.question.said_before import asks_who_said, counted, said_before
from rag.steps.question.who import heard_by
from rag.steps.words import content_words, fold, stems, words
from rag.values.question import Question, Turn

_PERSON = re.compile(r"\b(?P<word>he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(
    r"\b(?P<word>it|its|they|them|their|theirs|this|these|those|that one|this one)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\W*$", re.IGNORECASE)
_OWNERS = frozenset({"his", "her", "its", "their"})
_POINTS = frozenset({"this", "these", "those"})
_SWAP = re.compile(r"^(?:and|but|what about|how about|and what about|or)\s+(?P<other>.+)$", re.I)
_BARE = re.compile(
    r"^(?:and\s+)?(?P<wh>when|where|why|how|since when|how many|by whom)$", re.IGNORECASE
)
_THE_BODY = re.compile(
    r"\bthe\s+(?:company|firm|carmaker|automaker|manufacturer|agency|organi[sz]ation|ministry|party|team|"
    r"club|bank|airline|studio|university|union|newspaper|government)\b(?!\s+(?:of|in|for|that|which)\b)",
    re.IGNORECASE,
)
"""A body called by its kind, as one is that has just been named."""
_WHO_HEARD = re.compile(
    r"^(?:and\s+)?(?:to\s+)?whom?\s+(?:(?P<asked>asked|interviewed|questioned)\s+(?:him|her|them)|"
    r"(?:did|was|were|is|has)\s+(?:he|she|they)\s+(?P<told>tell|say|speak|speaking|talk|talking|told)"
    r"(?:\s+(?:to|with|that|this|it|so))*)$",
    re.IGNORECASE,
)
"""Who asked somebody, or whom they told, without saying what."""
_THEIR = re.compile(r"^(?:his|her|their|its)\s+(?P<role>[\w -]+)$", re.IGNORECASE)
"""Somebody described by whom they work for or belong to: "his spokesman"."""
_TIME = re.compile(r"^(?:and\s+)?(?:in|on|since|before|after|during)\s+[\w ,]+$", re.IGNORECASE)
_DEFINITE = re.compile(r"\bthe\s+(?:[a-z]+\s+)?(?P<noun>[a-z]{3,})", re.IGNORECASE)
_INTRODUCES = re.compile(r"^(?:tell me about|describe|what is an?|what are [a-z]+\W*$)", re.I)
_ABOUT = re.compile(r"^(?P<who>[A-Z].*?)\s+(?:about|on|regarding|concerning)\s+(?P<topic>.+)$")
"""Another person and another thing at once: "and Renner about the mill"."""
_AND = re.compile(r"\s*(?:,|;|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_SPEAKER = re.compile(r"\*\*([^*\n]+)\*\*:")
"""A name as an answer prints it before what its bearer said."""
_SHORT = 4
"""Content words up to which a question without a name of its own leans on the one before."""


def standalone(question: Question) -> str:
    """Return the question as it stands alone; unchanged without history or need."""
    if not question.history or pronoun_choices(question):
        return question.text
    focus = _focus(question)
    if asks_who_said(question.text):
        words_before = said_before(question.history[-1], focus.question or "")
        if words_before:
            return f"Who said “{words_before}”?"
    return _resolved(question.text, _fitted(question, focus))


def _fitted(question: Question, focus: Focus) -> Focus:
    """Return the focus with the person named last whom a "he" or "she" of the question fits."""
    match = _PERSON.search(question.text)
    if not match or not focus.person:
        return focus
    if form_of(focus.question or "").kind == "who_said":
        meant = fitting(match["word"], _said_so(question.history[-1].answer))
        if len(meant) == 1:
            return replace(focus, person=meant[0])
    if fits(match["word"], full_name(focus.person, question.history)):
        return focus
    earlier = (_focus(replace(question, history=turns)).person for turns in _before(question))
    named = [full_name(person, question.history) for person in earlier if person]
    meant = fitting(match["word"], named)
    return replace(focus, person=meant[0] if meant else None)


def _before(question: Question) -> Iterator[tuple[Turn, ...]]:
    """Yield the conversation as it was before each of its turns, the last one first."""
    for at in range(len(question.history) - 1, 0, -1):
        yield question.history[:at]


def pronoun_choices(question: Question) -> tuple[str, ...]:
    """Return whom "he" or "she" in the question may mean, if the one before named several.

    They are in the order in which they were named; empty when one is meant or none is known.
    """
    if not question.history or not _PERSON.search(question.text):
        return ()
    before = form_of(_focus(question).question or "")
    named = [name for name in _AND.split(before.asked or "") if name[:1].isupper()]
    if before.kind == "who_said":
        named = _said_so(question.history[-1].answer)
    return _meant(question, named) if len(named) > 1 else ()


def _meant(question: Question, named: list[str]) -> tuple[str, ...]:
    """Return those of the named whom "he" or "she" fits, none where it fits just one."""
    match = _PERSON.search(question.text)
    meant = fitting(match["word"], named) if match else ()
    return meant if len(meant) > 1 else ()


def put(question: str, meant: str) -> str:
    """Return the question with its first pronoun for a person replaced by a name."""
    match = _PERSON.search(question)
    return _put(question, match, meant) if match else question


def _focus(question: Question) -> Focus:
    """Return what the conversation before the question is about."""
    focus = Focus()
    for turn in question.history:
        said = " ".join(turn.question.split())
        focus = refocused(focus, said, _resolved(said, focus))
        if form_of(focus.question or "").kind == "who_said" and len(_said_so(turn.answer)) == 1:
            focus = replace(focus, person=_said_so(turn.answer)[0])
    return focus


def _said_so(answer: str) -> list[str]:
    """Return the speakers whom an answer to "who said it" names."""
    return list(dict.fromkeys(_SPEAKER.findall(answer)))


def _resolved(text: str, focus: Focus) -> str:
    said = " ".join(text.split())
    bare = said.strip(" ?!.")
    if focus.question is None:
        return said
    if match := _BARE.match(bare):
        return asked_anew(match["wh"], focus.question, focus.person)
    if _TIME.match(bare):
        return f"{focus.question.rstrip(' ?.!')} {re.sub('^and ', '', bare, flags=re.I)}?"
    if event := began(bare, focus.question):
        return event
    if again := counted(bare, focus.question):
        return again
    if heard := _heard(bare, focus):
        return heard
    match = _SWAP.match(bare)
    if match and _is_fragment(match["other"]) and form_of(focus.question).kind != "fact":
        return _swapped(match["other"], focus)
    return _leaning(said, focus)


def _heard(bare: str, focus: Focus) -> str | None:
    """Return "who asked him?" with his name and what he was asked about; None for the rest."""
    match = _WHO_HEARD.match(bare)
    if not match or not focus.person:
        return None
    form = form_of(focus.question or "")
    about = f" about {form.topic}" if form.asked == focus.person and form.topic else ""
    if match["asked"]:
        return f"Who {match['asked']} {focus.person}{about}?"
    return f"Who did {focus.person} {match['told']}{about}?"


def _is_fragment(other: str) -> bool:
    """Return whether the words are a phrase and no question of their own."""
    form = form_of(other)
    return (
        form.kind == "fact"
        and len(other.split()) <= 6
        and not re.match(
            r"(?:what|who|how|why|when|where|which|is|are|do|does|did|can)\b", other, re.IGNORECASE
        )
    )


def _swapped(other: str, focus: Focus) -> str:
    """Return the last question asked of another person, or about another thing."""
    question = focus.question or ""
    form = form_of(question)
    about = re.match(r"(?:about|on|for|with|to)\s+(.+)", other, re.IGNORECASE)
    new = about[1] if about else other
    owned = _THEIR.match(new)
    if owned and form.asked and not about and ROLES & set(words(owned["role"])):
        return question.replace(form.asked, f"{_surname(form.asked)}'s {owned['role']}", 1)
    both = _ABOUT.match(new)
    if both and form.asked and not about:
        return f"What did {both['who']} say about {both['topic']}?"
    old = focus.thing
    heard = heard_by(question)
    if heard and new[:1].isupper() and not about:
        old = heard[0]
    elif form.asked and not about and (new[:1].isupper() or _speaks(new)):
        old = form.asked
    elif form.topic and form.kind != "fact":
        old = form.topic
    if old and old in question:
        return question.replace(old, new, 1)
    return f"What about {other}?" if old is None else f"{question.rstrip(' ?.!')}: {other}?"


def _speaks(described: str) -> bool:
    """Return whether somebody is called by an office or as a body, and so likelier to have spoken.

    "And the directors?" asks what they said, "and the bridge?" what was said of it.
    """
    named = words(described)
    last = named[-1] if described.lower().startswith("the ") else ""
    return last in ROLES or last.removesuffix("s") in ROLES or is_body_word(last)


def _surname(name: str) -> str:
    return name.split()[-1]


def _leaning(said: str, focus: Focus) -> str:
    named = focus.thing if focus.thing and focus.thing[:1].isupper() else None
    if named and (body := _THE_BODY.search(said)) and not _shares(said, named):
        return f"{said[: body.start()]}{named}{said[body.end() :]}"
    for pattern, meant in ((_PERSON, focus.person), (_THING, focus.thing)):
        match = pattern.search(said)
        if match and meant:
            return _put(said, match, meant)
    if focus.thing is None:
        return said
    if _names_part(said, focus.thing) and _missing(said, focus.thing):
        return f"{said.rstrip(' ?.!')} ({focus.thing})?"
    home = focus.home or focus.thing
    if match := _THERE.search(said):
        return f"{said[: match.start()]}in {home}?"
    if _leans(said) and not _shares(said, home):
        return f"{said.rstrip(' ?.!')} of {home}?"
    return said


def _shares(said: str, thing: str) -> bool:
    return bool(set(stems(content_words(thing))) & set(stems(content_words(said))))


def _put(said: str, match: re.Match[str], meant: str) -> str:
    word = fold(match["word"])
    if word in _POINTS and re.match(r"\s+[a-z]+", said[match.end() :]):
        return f"{said.rstrip(' ?.!')} ({meant})?"
    possessive = word in _OWNERS and re.match(r"\s+\w", said[match.end() :])
    return (
        f"{said[: match.start()]}{meant}{chr(39) + 's' if possessive else ''}{said[match.end() :]}"
    )


def _missing(said: str, thing: str) -> set[str]:
    return set(stems(content_words(thing))) - set(stems(content_words(said)))


def _names_part(said: str, thing: str) -> bool:
    """Return whether "the system" is said of "the voting system"."""
    of_thing = set(stems(content_words(thing)))
    return any(stems([fold(m["noun"])])[0] in of_thing for m in _DEFINITE.finditer(said))


def _leans(said: str) -> bool:
    """Return whether a question is too short, and names nothing, to stand alone."""
    named = re.search(r"(?<!^)(?<![.?!]\s)\b[A-Z][a-z]+", said)
    if named or _INTRODUCES.match(said):
        return False
    return len(content_words(said)) <= _SHORT
