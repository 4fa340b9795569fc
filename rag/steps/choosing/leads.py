"""What a statement elaborates: news prose paraphrases first and quotes after.

A quotation that opens its paragraph belongs to what the paragraph before said of the same
speaker; a sentence inside a paragraph belongs to the sentences before it; "he added" belongs to
what was said last. So the words that say what a quotation is about often stand just before it.
"""

import re

from ingest import Span, Statement, Voice
from rag.steps.finding.paragraphs import Page, Paragraph
from rag.steps.words import words

_OPENS_QUOTED = re.compile(r"\s*[\"“”„«‘']")
_GOES_ON = re.compile(
    r"\b(?:add(?:ed|ing|s)|continu(?:ed|ing|es)|went on|goes on)\b", re.IGNORECASE
)
_REFERS_BACK = re.compile(
    r"\b(?:in (?:response|reply|reaction)|(?:his|her|their|its|this|these|those)\s+"
    r"(?:remarks?|comments?|statements?|words|speech|claims?|accusations?|criticism|"
    r"announcement|decision|offer|proposal|allegations?))\b",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"respond(?:ed|s)|repli(?:ed|es)|answer(?:ed|s)|retort(?:ed|s)|counter(?:ed|s)|"
    r"(?:hit|shot|hits)\s+back",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}[a-z]+(?:\s+[a-z]+){0,2}[:,]\s*[\"“]")
"""A paragraph that is all quotation but for who said it."""
_TURNS = re.compile(
    r"\b(?:also|separately|meanwhile|moreover|furthermore|in addition|turning to|asked about|"
    r"on another|in other)\b",
    re.IGNORECASE,
)
_PROSE = frozenset({Voice.NARRATION, Voice.STANDFIRST})
_PRONOUN = re.compile(r"\s*(?:He|She|His|Her)\s+[a-z]")
"""Opens a paragraph that tells more of whoever was named last."""
_FARTHEST = 2
"""How many quotations in a row may elaborate one lead."""


def lead_of(page: Page, statement: Statement) -> str:
    """Return the words that the statement elaborates; empty when it opens a matter of its own."""
    index = page.at(statement.content[0].start)
    if index is None:
        return ""
    paragraph = page.paragraphs[index]
    before = [one for one in paragraph.sentences if one.end <= statement.content[0].start]
    parts = [page.text(sentence) for sentence in before[-2:]]
    led = ""
    if _goes_on(page, paragraph, statement, first=not before):
        led = _before(page, index, statement, _FARTHEST)
    if not led and not before and _points_back(page, statement):
        led = _prose_before(page, index)
    if not led and not before:
        led = _question_before(page, index)
    parts.insert(0, led)
    return " ".join(part for part in parts if part)


def opens_quoted(page: Page, position: int) -> bool:
    """Return whether the paragraph at this position begins with a quotation."""
    index = page.at(position)
    return index is not None and bool(_OPENS_QUOTED.match(page.text(page.paragraphs[index].span)))


def turns(page: Page, statement: Statement) -> bool:
    """Return whether the statement begins another matter ("he also warned ...")."""
    return bool(_TURNS.search(page.text(page.around(statement.span) or statement.span)))


def prose_place(page: Page, position: int) -> int:
    """Return how many paragraphs of prose stand before this position."""
    return sum(1 for one in page.paragraphs if one.voice in _PROSE and one.span.end <= position)


def _goes_on(page: Page, paragraph: Paragraph, statement: Statement, *, first: bool) -> bool:
    text = page.text(paragraph.span)
    if statement.kind != "reported" and (_OPENS_QUOTED.match(text) or _INTRODUCES.match(text)):
        return True
    sentence = page.around(statement.span) or statement.span
    return first and bool(_GOES_ON.search(page.text(sentence)))


def _points_back(page: Page, statement: Statement) -> bool:
    """Return whether a statement is told as one on what stands before it."""
    return bool(_REFERS_BACK.search(_frame(page, statement))) or _answers(page, statement)


def _answers(page: Page, statement: Statement) -> bool:
    """Return whether a statement is told as an answer: "Lee replied"."""
    cue = statement.cue
    return cue is not None and bool(_REPLIES.fullmatch(cue.of(page.article.text)))


def _before(page: Page, index: int, statement: Statement, farthest: int) -> str:
    """Return the paragraph that leads to this one, further ones while quotations follow."""
    at = index - 1
    while at >= 0 and page.paragraphs[at].voice not in _PROSE:
        if page.paragraphs[at].voice is Voice.SUBHEAD:
            return ""
        at -= 1
    if at < 0 or not _same_matter(page, page.paragraphs[at].span, statement):
        return ""
    text = page.text(page.paragraphs[at].span)
    if farthest > 1 and _OPENS_QUOTED.match(text):
        return f"{_before(page, at, statement, farthest - 1)} {text}".strip()
    return text


def _frame(page: Page, statement: Statement) -> str:
    """Return the words of the statement's sentence before what is said."""
    sentence = page.around(statement.span) or statement.span
    return page.article.text[sentence.start : statement.span.start]


def _prose_before(page: Page, index: int) -> str:
    """Return the prose before a paragraph, back to one that does not open with a quotation."""
    found: list[str] = []
    for at in range(index - 1, -1, -1):
        if page.paragraphs[at].voice in _PROSE:
            found.append(page.text(page.paragraphs[at].span))
            if not _OPENS_QUOTED.match(found[-1]):
                break
    return " ".join(reversed(found))


def _question_before(page: Page, index: int) -> str:
    """Return the question that a paragraph of an interview answers: one line that only asks."""
    if not index or page.paragraphs[index].voice not in _PROSE:
        return ""
    asking = page.paragraphs[index - 1]
    text = page.text(asking.span)
    asks = asking.voice in (*_PROSE, Voice.SUBHEAD) and text.rstrip("\"'”’ ").endswith("?")
    return text if asks and not _OPENS_QUOTED.match(text) else ""


def _same_matter(page: Page, paragraph: Span, statement: Statement) -> bool:
    """Return whether the paragraph tells of the same speaker's words, or names the speaker."""
    speakers = {
        one.speaker.name
        for one in page.article.statements
        if one.speaker and one.content[0].overlaps(paragraph)
    }
    name = statement.speaker.name if statement.speaker else None
    if speakers or not name:
        return name in speakers
    if _PRONOUN.match(page.text(paragraph)):
        return True
    return bool(set(words(name)[-1:]) & set(words(page.text(paragraph))))
