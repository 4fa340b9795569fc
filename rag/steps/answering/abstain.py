"""Saying honestly that there is no answer: why, what the archive covers, what comes nearest."""

from collections.abc import Sequence
from typing import Literal

from prompts import load
from rag.steps.answering.markdown import escaped
from rag.steps.question.understand import Understood
from rag.steps.written_days import written_day
from rag.values.answer import Abstention, Citation
from rag.values.catalogued import Coverage

Why = Literal[
    "speaker",
    "topic",
    "found",
    "filters",
    "comments",
    "no_comments",
    "pronoun",
    "which",
    "none",
    "who",
    "hearers",
    "author",
    "side",
    "outlet",
]
"""Nothing on this person, on this topic, at all; only outside the filters, only in comments, not in
the comments; nobody named, several may be meant; no question for an archive; not who somebody is,
not who asked or heard them; no byline of such an article; nobody who takes that side in plain
words; nothing on the topic in that outlet."""

_ALWAYS: dict[Why, str] = {
    "author": "nothing_author",
    "filters": "outside_filters",
    "comments": "only_comments",
    "no_comments": "no_comments",
    "none": "not_a_question",
}
"""The reasons that need nothing of the question."""
_MOST_OUTLETS = 4


def which_one(names: Sequence[str]) -> str:
    """Return the question back: which of these people is meant."""
    shown = [escaped(name) for name in names]
    return load("which_one").fill(names=f"{', '.join(shown[:-1])} or {shown[-1]}")


def abstention(
    why: Why,
    understood: Understood,
    coverage: Coverage,
    nearest: Sequence[Citation] = (),
    choices: Sequence[str] = (),
) -> Abstention:
    """Return the abstention for this reason; `choices` are those of whom one must be named."""
    if why == "which":
        return Abstention(which_one(choices), covered(coverage), tuple(nearest))
    if coverage.articles == 0:
        return Abstention(load("empty_archive").fill(), covered(coverage))
    return Abstention(_reason(why, understood), covered(coverage), tuple(nearest))


def _reason(why: Why, understood: Understood) -> str:
    asked = escaped(understood.asked or "")
    if why in _ALWAYS:
        return load(_ALWAYS[why]).fill()
    match why:
        case "speaker":
            return load("nothing_speaker").fill(speaker=asked)
        case "topic" if asked and understood.period and understood.topic.empty:
            return load("nothing_dated").fill(
                speaker=_name(understood), period=escaped(understood.period.words)
            )
        case "topic" if asked and understood.kind == "did_say" and understood.proposition:
            return load("nothing_claimed").fill(speaker=_name(understood))
        case "topic" if asked and not understood.topic.empty:
            return load("nothing_topic").fill(
                speaker=_name(understood), topic=escaped(_topic(understood))
            )
        case "pronoun":
            return load("who_is_meant").fill(word=asked)
        case "who":
            return load("nothing_who").fill(speaker=escaped(understood.who or ""))
        case "hearers":
            return load("nothing_hearers").fill(speaker=_name(understood))
        case "side":
            return load("nothing_side").fill(asked=escaped(_side(understood)))
        case "outlet":
            outlet = understood.asked or understood.source or ""
            return load("nothing_outlet").fill(outlet=escaped(outlet))
        case _:
            return load("nothing_found").fill()


def _side(understood: Understood) -> str:
    """Return "who praised Lee" of "Who praised Lee?"."""
    asked = understood.text.strip(" ?!.")
    return asked[:1].lower() + asked[1:]


def _topic(understood: Understood) -> str:
    period = understood.period
    return f"{understood.topic.text} ({period.words})" if period else understood.topic.text


def _name(understood: Understood) -> str:
    return escaped(understood.speakers[0] if understood.speakers else understood.asked or "")


def covered(coverage: Coverage) -> str:
    """Return one sentence on what the archive holds."""
    return load("covered").fill(
        articles=_counted(coverage.articles, "article"),
        statements=_counted(coverage.statements, "statement"),
        outlets=_from(coverage.outlets),
        dates=_dates(coverage),
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _from(outlets: Sequence[str]) -> str:
    if not outlets:
        return "from unnamed outlets"
    named = ", ".join(escaped(outlet) for outlet in outlets[:_MOST_OUTLETS])
    rest = len(outlets) - _MOST_OUTLETS
    return f"from {named} and {rest} more" if rest > 0 else f"from {named}"


def _dates(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return "of unknown dates"
    first, last = written_day(coverage.first), written_day(coverage.last)
    return f"published on {first}" if first == last else f"published from {first} to {last}"
