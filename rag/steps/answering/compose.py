"""Checked citations put into words: fixed phrases around the pages' own words, and markers."""

from collections.abc import Sequence
from itertools import groupby

from prompts import load
from rag.steps.answering.markdown import escaped
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.words import words
from rag.values.answer import Abstention, Citation, CitedArticle, Disagreement, Side


def composed(
    understood: Understood,
    citations: Sequence[Citation],
    disagreements: Sequence[Disagreement] = (),
) -> str:
    """Return the answer in Markdown, one block per article, every quote with its `[n]`."""
    blocks = [_opening(understood, citations)]
    for _, group in groupby(citations, key=lambda one: one.article.id):
        of_article = list(group)
        blocks.append(load("source").fill(article=source_line(of_article[0].article)))
        blocks.extend(_line(one, named=_names_speakers(understood)) for one in of_article)
    for one in disagreements:
        blocks.append(load("disagreement").fill())
        blocks.append("\n".join(f"- {_side(side)}" for side in one.sides))
    return "\n\n".join(blocks)


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
    return load(name).fill(date=escaped(article.published[:10]))


def _opening(understood: Understood, citations: Sequence[Citation]) -> str:
    if understood.shelf == "comment":
        return load("comments").fill()
    if understood.kind == "who_said":
        return load("who_said").fill()
    if understood.kind == "fact" or not understood.asked:
        return load("fact").fill()
    speaker = escaped(_speakers(citations) or understood.asked)
    if understood.kind == "did_say":
        return load("did_say").fill(speaker=speaker)
    if understood.topic.empty:
        return load("said_anything").fill(speaker=speaker)
    return load("said").fill(speaker=speaker, topic=escaped(understood.topic.text))


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
    quote, marker = escaped(citation.quote), f"[{citation.n}]"
    if citation.said_on and citation.said_on != (citation.article.published or "")[:10]:
        name = "said_on" if citation.said_on_how == "stated" else "said_on_inferred"
        marker = f"{marker} ({load(name).fill(date=escaped(citation.said_on))})"
    if named and citation.speaker and citation.speaker.name:
        speaker = escaped(citation.speaker.name)
        return "> " + load("byline_said").fill(speaker=speaker, quote=quote, marker=marker)
    return "> " + load("plain_quote").fill(quote=quote, marker=marker)
