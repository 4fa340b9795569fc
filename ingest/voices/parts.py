"""What each line of the article itself is: title, author, caption, subhead, paragraph, debris."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.article import Voice
from ingest.bylines import are_names, author_alone, byline_names, is_name, is_post, is_source
from ingest.topic import stems
from ingest.voices.page import Row

_BIO = re.compile(
    r"^(?P<who>[^,.]{3,60}?)(?:,[^,.]{0,80},)?\s(?:is|was|has been|works as|covers|writes|ist"
    r"|arbeitet|schreibt|est|es|è|é|jest)\s.{0,160}?\b(?:editor|reporter|journalist|correspondent|writer"
    r"|author|columnist|contributor|professor|fellow|analyst|producer|freelance\w*|redakteur\w*|autor\w*"
    r"|journalist\w*|korrespondent\w*|volontär\w*|journaliste|rédacteur|rédactrice|periodista"
    r"|redactor\w*|giornalista|jornalista|dziennikarz)\b",
    re.IGNORECASE,
)
_OWN_BIO = re.compile(
    r"^(?:I am|I'm|I’m)\s(?:an?|the)\s.{0,80}?\b(?:editor|reporter|journalist|correspondent|writer"
    r"|author|columnist|contributor|blogger|photographer)\b"
)
_TOLD_OF = re.compile(
    r"(?P<who>[^,.]{5,50}?),?\s(?:is|was|has|covers|writes|works|reports|lives|teaches|ist|schreibt|est|es)\s"
)
_PLACED = re.compile(
    r"\([^\W\d_a-zß-öø-ÿ][\w.’' -]{2,30}\)\s[^\W\d_a-zß-öø-ÿ]"
    r"|[^\W\d_a-zß-öø-ÿ][\w.’'-]+(?:[\s/][^\W\d_a-zß-öø-ÿ][\w.’'-]+){0,2}"
    r"(?:,\s[^.!?–—]{3,30}|\s\([\w/ ]{2,20}\))?\s?[–—]\s?[^\W\d_a-zß-öø-ÿ]"
)
"""A place and a dash, with which a report opens."""
_LONG_WITHOUT_END = 40
"""Words from which a line without a full stop is no teaser's heading."""
_HEAD_LINES = 8
_LEAST_LEAD, _LEAST_ALIKE, _LEAST_LEADING = 4, 3, 6


@dataclass
class _Walk:
    """Where the walk down the page is."""

    state: str = "body"
    voices: list[Voice] = field(default_factory=list)


def article_voices(rows: Sequence[Row], headline: int | None, article: range) -> list[Voice]:
    """Return the voice of every row from the first of `rows` to the last.

    `article` are the positions from the first paragraph to the last; what lies outside it is the
    site's, but for the title block above it.
    """
    voices = [Voice.FURNITURE] * len(rows)
    if not article:
        return voices
    top = article.start if headline is None else min(headline, article.start)
    walk = _Walk()
    for position in range(top, min(len(rows), article.stop + 6)):
        if position == headline:
            voices[position] = Voice.HEADLINE
        else:
            voices[position] = _voice(rows, position, walk, article)
    _items_with_credits(rows, voices)
    _standfirst(rows, voices, headline)
    author_box(rows, voices)
    _loose_ends(rows, voices)
    return voices


def _voice(rows: Sequence[Row], position: int, walk: _Walk, article: range) -> Voice:
    row = rows[position]
    sign = row.traits.sign
    if sign in {"related", "closing", "ticker"}:
        walk.state = sign
        return Voice.FURNITURE
    if sign == "byline":
        return Voice.BYLINE if walk.state == "body" else Voice.FURNITURE
    if sign == "dateline":
        return Voice.DATELINE if walk.state == "body" else Voice.FURNITURE
    if sign or row.repeated:
        return Voice.FURNITURE
    if walk.state != "body":
        if not _resumes(rows, position, walk.state):
            return Voice.FURNITURE
        walk.state = "body"
    if is_post(row.line.text) and _names_author(rows, position - 1):
        return Voice.BYLINE
    if position >= article.stop and not row.traits.credited and not row.traits.name_like:
        return Voice.FURNITURE
    return body_voice(rows, position)


def _names_author(rows: Sequence[Row], position: int) -> bool:
    traits = rows[position].traits if position >= 0 else None
    return traits is not None and (traits.sign == "byline" or traits.name_like)


def _resumes(rows: Sequence[Row], position: int, state: str) -> bool:
    """Return whether the article goes on here after teasers."""
    row = rows[position]
    if state == "ticker":
        return bool(row.line.blanks_before) and (row.paragraph or row.traits.title_like)
    if state == "closing":
        following = rows[position + 1 : position + 2]
        return (
            row.paragraph
            and row.traits.words >= 15
            and any(after.paragraph and after.traits.words >= 15 for after in following)
        )
    if row.paragraph and (row.traits.ends or row.traits.words >= _LONG_WITHOUT_END):
        return row.traits.words >= 12
    return _heads_next(rows, position) and row.traits.title_like


def _heads_next(rows: Sequence[Row], position: int) -> bool:
    """Return whether this line shares its subject with the paragraph right below it."""
    if position + 1 >= len(rows) or not rows[position + 1].paragraph:
        return False
    common = stems(rows[position].line.text) & stems(rows[position + 1].line.text)
    return len(common) >= 2


def body_voice(rows: Sequence[Row], position: int) -> Voice:
    """Return what a line that belongs to the article is in it."""
    row = rows[position]
    if row.traits.credited:
        return Voice.CAPTION
    if row.line.marker:
        return Voice.NARRATION if row.traits.words >= 5 else Voice.FURNITURE
    if row.traits.prose:
        return Voice.NARRATION
    if row.traits.name_like and not _before_prose(rows, position):
        return Voice.BYLINE
    if _is_placed_author(rows, position):
        return Voice.BYLINE
    if row.traits.title_like or row.traits.words == 1:
        return Voice.SUBHEAD if _before_prose(rows, position) else Voice.NARRATION
    return Voice.NARRATION


def _is_placed_author(rows: Sequence[Row], position: int) -> bool:
    """Return whether a line beside the date names authors, or one and a place or a post."""
    text = rows[position].line.plain
    below = any(row.traits.sign == "dateline" for row in rows[position + 1 : position + 2])
    above = position > 0 and rows[position - 1].traits.sign == "dateline"
    if below and are_names(text):
        return True
    if (below or above) and is_source(text):
        return True
    named = author_alone(text) is not None
    return named and (below or (above and "|" not in text and "," not in text))


def _before_prose(rows: Sequence[Row], position: int) -> bool:
    following = rows[position + 1 : position + 2]
    return any((row.traits.prose or _leads(row)) and not row.traits.sign for row in following)


def _leads(row: Row) -> bool:
    """Return whether a sentence ends with the colon that a list follows."""
    return row.traits.words >= _LEAST_LEADING and row.line.text.endswith(":")


def _items_with_credits(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Make the whole of a list item a caption when one of its lines ends with a credit."""
    for position, row in enumerate(rows):
        if not row.line.marker or voices[position] is Voice.FURNITURE:
            continue
        item = [position]
        for after in range(position + 1, len(rows)):
            line = rows[after].line
            if line.blanks_before or line.marker or line.indent <= row.line.indent:
                break
            item.append(after)
        if any(rows[i].traits.credited for i in item):
            for i in item:
                voices[i] = Voice.CAPTION


def _standfirst(rows: Sequence[Row], voices: list[Voice], headline: int | None) -> None:
    """Find the lead that stands between the title and the byline, or above the first picture."""
    if headline is None:
        return
    block = [
        i
        for i in range(headline + 1, min(headline + 1 + _HEAD_LINES, len(rows)))
        if voices[i] is not Voice.FURNITURE
    ]
    lead = next((i for i in block if voices[i] in {Voice.NARRATION, Voice.SUBHEAD}), None)
    if lead is None or not _LEAST_LEAD <= rows[lead].traits.words <= 60:
        return
    after = next((voices[i] for i in block if i > lead), None)
    if after in {Voice.BYLINE, Voice.DATELINE} or (
        after is Voice.CAPTION and voices[headline + 1 : lead].count(Voice.CAPTION) == 0
    ):
        voices[lead] = Voice.STANDFIRST
    elif after is Voice.NARRATION and not _PLACED.match(rows[lead].line.text):
        below = next(i for i in block if i > lead)
        if _PLACED.match(rows[below].line.text):
            # The report itself opens with its place, so what stands above is its lead.
            voices[lead] = Voice.STANDFIRST


def author_box(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Leave the author's name once, and give the box about the author back to the site."""
    body = [i for i, voice in enumerate(voices) if voice is Voice.NARRATION]
    authors = _authors(rows, voices)
    for position in body[-3:]:
        if not (_about_author(rows, position) or _opens_with(rows[position], authors)):
            continue
        voices[position] = Voice.FURNITURE
        for above in range(max(0, position - 3), position):
            named = rows[above].traits.name_like and not rows[above].line.marker
            if named and voices[above] not in {Voice.HEADLINE, Voice.COMMENT}:
                voices[above] = Voice.BYLINE
    names: set[str] = set()
    for position, voice in enumerate(voices):
        if voice is Voice.BYLINE:
            if rows[position].traits.folded in names:
                voices[position] = Voice.FURNITURE
            names.add(rows[position].traits.folded)


def _authors(rows: Sequence[Row], voices: Sequence[Voice]) -> frozenset[str]:
    lines = (
        row.line.text for row, voice in zip(rows, voices, strict=True) if voice is Voice.BYLINE
    )
    names = (byline_names(text) or author_alone(text) or text for text in lines)
    return frozenset(name.casefold() for name in names if is_name(name))


def _opens_with(row: Row, authors: frozenset[str]) -> bool:
    """Return whether a last paragraph tells of one of the authors, as a box about them does."""
    found = _TOLD_OF.match(row.line.text)
    return found is not None and found["who"].casefold() in authors


def _about_author(rows: Sequence[Row], position: int) -> bool:
    """Return whether a paragraph begins with the name above it, or tells a name's profession."""
    text = rows[position].line.text
    above = [row for row in rows[max(0, position - 2) : position] if row.traits.name_like]
    if any(text.startswith(row.line.text) for row in above):
        return True
    if above and _OWN_BIO.match(text):
        return True
    bio = _BIO.match(text)
    return bio is not None and (bool(above) or _is_name_start(bio["who"]))


def _is_name_start(who: str) -> bool:
    words = who.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)


def _first_of_many(rows: Sequence[Row], voices: Sequence[Voice], position: int) -> bool:
    """Return whether a heading in capitals opens the text, as others do each paragraph below."""
    return position in heads_alike(rows, voices)


def heads_alike(rows: Sequence[Row], voices: Sequence[Voice]) -> frozenset[int]:
    """Return where headings in capitals touch their paragraphs; none where there are few."""
    heads = [i for i, voice in enumerate(voices) if voice is Voice.SUBHEAD]
    alike = [i for i in heads if rows[i].line.text.isupper() and not rows[i].line.blanks_after]
    return frozenset(alike) if len(alike) >= _LEAST_ALIKE else frozenset()


def _loose_ends(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give subheads without a paragraph, and fragments after the last one, back to the site."""
    spoken = [
        i for i, voice in enumerate(voices) if voice is Voice.NARRATION and rows[i].traits.prose
    ]
    if not spoken:
        return
    for position in range(spoken[-1] + 1, len(rows)):
        if voices[position] in {Voice.SUBHEAD, Voice.NARRATION}:
            voices[position] = Voice.FURNITURE
    for position in range(spoken[0]):
        first = position == spoken[0] - 1 and _first_of_many(rows, voices, position)
        if voices[position] in {Voice.SUBHEAD, Voice.NARRATION} and not first:
            voices[position] = Voice.FURNITURE
