"""Checked citations put into words: fixed phrases around the pages' own words, and markers."""

import re
from collections.abc import Sequence
from itertools import groupby

from prompts import load
from rag.steps.answering.arranging import when
from rag.steps.answering.choice import Choice
from rag.steps.answering.markdown import escaped
from rag.steps.answering.whose import theirs
from rag.steps.choosing.selection import Verdict
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import AUXILIARIES
from rag.steps.words import words
from rag.steps.written_days import on_written_day, written_day
from rag.values.answer import Abstention, Citation, CitedArticle, Disagreement, Side

_CLAUSE = re.compile(
    rf"(?:{AUXILIARIES}|who(?:m|se)?|what|when|where|why|how|which)\b", re.IGNORECASE
)
"""Opens a topic that is a question of its own, and fits behind no "about"."""


def composed(
    understood: Understood,
    choice: Choice,
    citations: Sequence[Citation],
    disagreements: Sequence[Disagreement] = (),
) -> str:
    """Return the answer in Markdown, every quote with its `[n]`, laid out as the question asks."""
    blocks = [*_taken(choice), _opening(understood, choice, citations)]
    if compares(understood):
        blocks += _side_by_side(citations, choice.silent)
    elif understood.shape == "timeline" or _asks_when(understood):
        blocks.append("\n".join(_dated(understood, one) for one in citations))
    elif understood.shape == "list":
        blocks.append("\n".join(f"- {_listed(one)}" for one in _by_speaker(citations)))
    else:
        blocks += quoted_by_article(understood, citations)
    return "\n\n".join([*blocks, *differing(disagreements)])


def differing(disagreements: Sequence[Disagreement]) -> list[str]:
    """Return blocks of Markdown that put what sources differ on side by side."""
    blocks: list[str] = []
    for one in disagreements:
        blocks.append(load("disagreement").fill())
        blocks.append("\n".join(f"- {_side(side)}" for side in one.sides))
    return blocks


def compares(understood: Understood) -> bool:
    """Return whether the words of several people stand side by side."""
    return understood.listed and understood.shape != "timeline"


def _asks_when(understood: Understood) -> bool:
    """Return whether it is asked when somebody spoke; the words themselves may tell no date."""
    return understood.kind == "said" and understood.wants == "date" and bool(understood.speakers)


def quoted_by_article(understood: Understood, citations: Sequence[Citation]) -> list[str]:
    """Return blocks of Markdown with the quotes under their articles, each with its marker."""
    blocks: list[str] = []
    for _, group in groupby(citations, key=lambda one: one.article.id):
        of_article = list(group)
        blocks.append(load("source").fill(article=source_line(of_article[0].article)))
        blocks.extend(_line(one, named=_names_speakers(understood)) for one in of_article)
    return blocks


def _side_by_side(citations: Sequence[Citation], silent: Sequence[str]) -> list[str]:
    blocks: list[str] = []
    for speaker, group in groupby(citations, key=_speaker):
        blocks.append(load("compared_speaker").fill(speaker=escaped(speaker)))
        for article, quotes in groupby(group, key=lambda one: one.article):
            blocks.append(load("source").fill(article=source_line(article)))
            blocks.extend(_line(one, named=False) for one in quotes)
    missing = load("compared_missing")
    return blocks + [missing.fill(speaker=escaped(name)) for name in silent]


def _dated(understood: Understood, one: Citation) -> str:
    day = when(understood, one)
    date = escaped(day) if day else load("date_unknown").fill()
    return "- " + load("dated_line").fill(date=date, line=_listed(one))


def _by_speaker(citations: Sequence[Citation]) -> list[Citation]:
    first = {_speaker(one): at for at, one in reversed(list(enumerate(citations)))}
    return sorted(citations, key=lambda one: (first[_speaker(one)], one.n))


def _listed(one: Citation) -> str:
    article = one.article
    source = escaped(article.outlet or article.title or article.file)
    return f"{_words(one, named=True)} — {source}, {_published(article)}"


def _speaker(citation: Citation) -> str:
    said_by = citation.speaker
    return (said_by.name or said_by.as_written) if said_by else ""


def _taken(choice: Choice) -> list[str]:
    """Return who the question was taken to mean, where others bear the name."""
    if not choice.taken or not choice.others:
        return []
    others = ", ".join(escaped(name) for name in choice.others)
    name = "taken_to_mean_mostly" if choice.mostly else "taken_to_mean"
    return [load(name).fill(speaker=escaped(choice.taken), others=others)]


def _side(side: Side) -> str:
    return " ".join([escaped(side.text), *(f"[{n}]" for n in side.citations)])


def composed_abstention(abstention: Abstention) -> str:
    """Return why there is no answer, in Markdown, the nearest evidence with its markers."""
    blocks = [abstention.reason, abstention.covered]
    if abstention.nearest:
        blocks.append(load("nearest").fill())
        blocks.extend(
            f"{_line(one, named=True)} — {source_line(one.article)}" for one in abstention.nearest
        )
    return "\n\n".join(blocks)


def source_line(article: CitedArticle) -> str:
    """Return title, outlet and publication date, as far as they are known, escaped."""
    parts = [article.title or article.file, article.outlet]
    shown = [escaped(part) for part in parts if part]
    return ", ".join([*shown, _published(article)])


def _published(article: CitedArticle) -> str:
    if article.published is None:
        return load("date_unknown").fill()
    name = "date_published" if article.published_how == "stated" else "date_published_inferred"
    return load(name).fill(date=escaped(written_day(article.published)))


def _opening(understood: Understood, choice: Choice, citations: Sequence[Citation]) -> str:
    if understood.shelf == "comment":
        return load("comments").fill()
    if understood.who:
        return load("who_is").fill(speaker=escaped(understood.who))
    if understood.hearers:
        speaker = escaped(_speakers(citations) or understood.asked or "")
        return load("heard_by").fill(speaker=speaker)
    if choice.why in ("outlet", "author") or understood.kind in ("fact", "who_said"):
        return _plain_opening(understood, choice, citations)
    if not understood.asked:
        return load("timeline" if understood.shape == "timeline" else "fact").fill()
    topic = escaped(understood.topic.text)
    if compares(understood):
        empty = understood.topic.empty
        return load("compared_anything").fill() if empty else load("compared").fill(topic=topic)
    if choice.selection.verdict == "unsaid":
        name = understood.speakers[0] if understood.speakers else understood.asked
        return load("did_say_unsaid").fill(speaker=escaped(name))
    if not theirs(understood, citations):
        return load("mentioned").fill(speaker=escaped(understood.asked))
    speaker = escaped(_speakers(citations) or understood.asked)
    if understood.kind == "did_say":
        return _verdict(understood, choice.selection.verdict, speaker)
    if understood.topic.empty or _CLAUSE.match(understood.topic.text):
        return load("said_anything").fill(speaker=speaker)
    name = "timeline_said" if understood.shape == "timeline" else "said"
    return load(name).fill(speaker=speaker, topic=topic)


def _plain_opening(understood: Understood, choice: Choice, citations: Sequence[Citation]) -> str:
    """Return the opening of an answer that is nobody's words in particular."""
    if choice.why == "outlet":
        return load("from_outlet").fill(outlet=escaped(citations[0].article.outlet or ""))
    if understood.shape == "timeline":
        return load("timeline").fill()
    told = understood.kind == "who_said" and choice.why != "author"
    return load("who_said" if told else "fact").fill()


def _verdict(understood: Understood, found: Verdict | None, speaker: str) -> str:
    if understood.proposition:
        return load(f"did_say_{found or 'nearest'}").fill(speaker=speaker)
    topic = understood.topic
    if topic.empty:
        return load("did_say_yes").fill(speaker=speaker)
    return load("did_say_spoke").fill(speaker=speaker, topic=escaped(topic.text))


def _speakers(citations: Sequence[Citation]) -> str:
    names = [one.speaker.name for one in citations if one.speaker and one.speaker.name]
    return ", ".join(one_form_each(names))


def one_form_each(names: Sequence[str]) -> list[str]:
    """Return the names without those that only shorten, or spell otherwise, another one."""
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=lambda one: -len(words(one))):
        if not any(all(has(word, words(other)) for word in words(name)) for other in kept):
            kept.append(name)
    return [name for name in dict.fromkeys(names) if name in kept]


def _names_speakers(understood: Understood) -> bool:
    return understood.kind == "who_said" or len(one_form_each(understood.speakers)) > 1


def _line(citation: Citation, *, named: bool) -> str:
    return f"> {_words(citation, named=named)}"


def _words(citation: Citation, *, named: bool) -> str:
    """Return the quote with its marker, the day it was said on, and its speaker if wanted."""
    quote, marker = escaped(citation.quote), f"[{citation.n}]"
    if citation.said_on and citation.said_on != (citation.article.published or "")[:10]:
        name = "said_on" if citation.said_on_how == "stated" else "said_on_inferred"
        marker = f"{marker} ({load(name).fill(date=escaped(on_written_day(citation.said_on)))})"
    if named and citation.speaker and citation.speaker.name:
        speaker = escaped(citation.speaker.name)
        return load("byline_said").fill(speaker=speaker, quote=quote, marker=marker)
    return load("plain_quote").fill(quote=quote, marker=marker)
