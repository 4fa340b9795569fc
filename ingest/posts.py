"""What a reader's post looks like: the line that heads it, the buttons below, several in a line."""

import re

from ingest.dates import has_date, without_dates

_AGO = re.compile(
    r"\b(?:\d{1,2}|an?)\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\.?\s+ago\b"
    r"|\bvor\s+\d{1,2}\s+\w+|\bil y a \d{1,2}\b|\bhace \d{1,2}\b|\bhá \d{1,2}\b"
    r"|\b\d{1,2}\s+\w+\s+(?:fa|önce|назад|тому|geleden|temu|sedan|siden)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\d{1,3}\s?(?:s|m|h|d|w|y|mo|min|mins|hr|hrs|sec|std|tg)\.?(?:\s[·•|]?\s?edited)?",
    re.IGNORECASE,
)
"""How old a post is, written short ("3d")."""
_MOMENT = re.compile(
    r"\b\d{1,2}\.?\s[^\W\d_]{3,9}\.?,?\s(?:at\s|um\s)?\d{1,2}[:.h]\d\d\b"
    r"|\b[^\W\d_]{3,9}\.?\s\d{1,2},?\s(?:at\s)?\d{1,2}[:.]\d\d\b|\b(?:yesterday|today),?\s(?:at\s)?\d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)
"""Day, month and hour without a year."""
_GLYPH = r"[👍👎▲▼△▽⬆⬇⇧⇩♥♡❤]️?"
_VOTES = re.compile(
    rf"(?:[\[(]?\s?(?:{_GLYPH}\s?[+-]?\d{{0,6}}|\d{{1,6}}\s?{_GLYPH}|[+-]\d{{1,6}})\s?[\])]?[\s·|/,]*){{1,6}}"
)
_SEEN_VOTE = re.compile(rf"{_GLYPH}\s?\d|\d\s?{_GLYPH}|[\[(]\s?[+-]\d{{1,6}}\s?[\])]")
_BUTTONS = re.compile(
    r"\b(?:reply|replies|answer|respond|likes?|dislike|report|flag|quote|share|permalink|upvote|downvote"
    r"|recommend|edit|more|antworten|melden|répondre|signaler|responder|rispondi|beantwoorden"
    r"|cevapla|ответить|odpowiedz|svara?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:says|said on|wrote|sagte?|schrieb|dit|dice|пишет)\s?:"
    r"|\b(?:Reply|Antworten|Répondre|Responder|Ответить)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_HEAD, _NAME_WORDS = 90, 5
_CUTS = tuple(
    re.compile(rf"(?<!\s)\s+{cut}\s+") for cut in (r"\|+", "-{2,3}", "[—–]", "//", "[•·]")
)
_SPEAKS = re.compile(
    r"[#@]?\w(?:[^:.!?|]|(?<=\b[^\W\d_])\.){1,60}?(?:\([^():]{2,40}\)|\.)?\s?:\s+\S"
)
_SIGNED = re.compile(
    r"[.!?…»”\"’)]\s+[-–—]{1,2}\s?(?:[^\W\d_]{2,4}\.\s)?[^\W\d_][^.!?:]{2,40}(?:\.\s?,[^.!?:]{2,30})?$"
)
_SENDER = re.compile(
    r"(?:from|name|posted by|comment by|sent by|von|de)\s*:\s+\S.{1,50}", re.IGNORECASE
)


def is_feet(text: str) -> bool:
    """Return whether `text` holds the votes on a post and its buttons, and nothing else."""
    if len(text) > _LONGEST_HEAD:
        return False
    if _VOTES.fullmatch(text.strip()):
        return _SEEN_VOTE.search(text) is not None
    words = _WORD.findall(text)
    pressed = _BUTTONS.findall(text)
    voted = _SEEN_VOTE.search(text) is not None
    return bool(words) and len(pressed) == len(words) and voted


def tells_ago(text: str) -> bool:
    """Return whether `text` says how long ago something was written ("2 hours ago")."""
    return _AGO.search(text) is not None


def marks_within(text: str) -> int:
    """Return how many marks of posts stand in `text`: who writes, how long ago, a button."""
    return len(_WITHIN.findall(text)) + len(_AGO.findall(text))


def is_age(text: str) -> bool:
    """Return whether `text` is the age of a post and nothing else ("3d", "2 hours ago")."""
    found = _AGO.search(text)
    alone = found is not None and not _WORD.search(text.replace(found.group(), " "))
    return alone or _AGE.fullmatch(text) is not None


def is_moment(text: str) -> bool:
    """Return whether `text` is a day or an hour of a post and nothing else."""
    if is_age(text):
        return True
    dated = len(text) <= _LONGEST_HEAD and (has_date(text) or _MOMENT.search(text) is not None)
    return dated and len(_WORD.findall(_MOMENT.sub(" ", without_dates(text)))) <= 1


def names_and_dates(text: str) -> bool:
    """Return whether a short line tells a name and when its bearer wrote."""
    if len(text) > _LONGEST_HEAD:
        return False
    rest = _MOMENT.sub(" ", without_dates(text))
    if rest == text:
        return False
    return 1 <= len(_WORD.findall(rest)) <= _NAME_WORDS


def opens_with_author(text: str) -> bool:
    """Return whether a post's author, and the day or a colon behind him, open `text`."""
    head, _, rest = text[: 2 * _LONGEST_HEAD].partition(" | ")
    if rest and 1 <= len(head.split()) <= _NAME_WORDS:
        when = rest.split(" | ")[0]
        if is_moment(when) and len(text) > len(head) + len(when) + 8:
            return True
    return _SENDER.fullmatch(text) is not None


def is_signed(text: str) -> bool:
    """Return whether `text` ends as a letter to the editor does: a dash, a name, a place."""
    return _SIGNED.search(text[-90:]) is not None


def speaks(text: str) -> bool:
    """Return whether `text` is a name, a colon and what its bearer writes."""
    return _SPEAKS.match(text) is not None


def posts_within(text: str) -> tuple[int, ...]:
    """Return where the posts that one line holds begin, each with its author before a colon.

    Empty where fewer than two stand in it, parted by the same bar or dash.
    """
    for cut in _CUTS:
        starts = [0, *(found.end() for found in cut.finditer(text))]
        if len(starts) > 1 and all(_SPEAKS.match(text, start) for start in starts):
            return tuple(starts)
    return ()
