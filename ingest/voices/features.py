"""Each line of a page as numbers, for the fitted line model."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.article import ARTICLE_VOICES, Voice
from ingest.topic import stems, stems_of_all
from ingest.traits import says_who
from ingest.voices.page import Row, conversational

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿа-я]")
_SHORT_LOWER = re.compile(r"\b[a-zß-öø-ÿа-я]{1,3}\b")
_DIGITS = re.compile(r"\d")
_AGO = re.compile(r"\b(?:ago|vor \d+|il y a|hace \d)", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”„«»]")
_AT = re.compile(r"\w@\w")
_BAR = re.compile(r"[|»›→←·•]")
_MOST_TEXT = 2000
_MOST_INDENT = 40
_FAR = 60
_SHORT, _REMEMBERED = 100, 4096

_SIGNS = (
    "interface", "legal", "reply_form", "reply_mark", "read_more", "related", "closing",
    "comments", "byline", "dateline",
)  # fmt: skip
_IS_SIGN = {sign: [float(sign == other) for other in _SIGNS] for sign in _SIGNS}
_IS_NONE = [0.0] * len(_SIGNS)
_DATES = frozenset({"byline", "dateline"})
_WINDOWS, _WIDER = (1, 2, 4, 8, 16), (4, 12)


def features(rows: Sequence[Row], voices: Sequence[Voice]) -> "Numbers":
    """Return a row of numbers for each row; `voices` are what the rules alone make of them."""
    import numpy as np

    wordings = [_wording(row.line.text, row.traits.words) for row in rows]
    own = [_own(row, wording) for row, wording in zip(rows, wordings, strict=True)]
    talk = [wording[_TALK] for wording in wordings]
    context = _context(rows, voices)
    return np.hstack([np.array(own), np.array(context), _windows(rows, talk), _neighbours(rows)])


def _own(row: Row, wording: tuple[float, ...]) -> list[float]:
    traits, line = row.traits, row.line
    return [
        math.log1p(traits.words),
        math.log1p(len(line.text)),
        float(traits.ends),
        float(traits.prose),
        float(traits.title_like),
        float(traits.credited),
        float(traits.name_like),
        float(bool(line.marker)),
        float(line.numbered),
        float(line.blanks_before > 0),
        float(line.blanks_after > 0),
        float(line.blanks_before > 1),
        float(row.compact),
        *wording,
        *_IS_SIGN.get(traits.sign, _IS_NONE),
    ]


def _wording(text: str, words: int) -> tuple[float, ...]:
    """Return what the words and signs of a line tell; short lines stand on many a page."""
    if len(text) <= _SHORT:
        return _wording_of_short(text, words)
    return _wording_of(text[:_MOST_TEXT], words)


def _wording_of(text: str, words: int) -> tuple[float, ...]:
    words = max(1, words)
    size = max(1, len(text))
    return (
        text.count(",") / words,
        len(_CAPITAL.findall(text)) / words,
        len(_SHORT_LOWER.findall(text)) / words,
        len(_DIGITS.findall(text)) / size,
        min(conversational(text), 1.0),
        float(bool(_QUOTE.search(text))),
        float(_is_linkish(text)),
        float(bool(_BAR.search(text))),
        float(text.endswith(":")),
        float(text.endswith(("…", "...", "[…]", "[...]"))),
        float("!" in text),
        float("?" in text),
        size / words,
    )


_TALK = 4
"""Where among the numbers of a line's wording the share of talk stands."""
_wording_of_short = lru_cache(_REMEMBERED)(_wording_of)


def _is_linkish(text: str) -> bool:
    if "http:" in text or "https:" in text or "www." in text:
        return True
    return "@" in text and _AT.search(text) is not None


def _context(rows: Sequence[Row], voices: Sequence[Voice]) -> list[list[float]]:
    page = _Page.of(rows, voices)
    since = {"comments": _FAR, "closing": _FAR, "related": _FAR, "reply_form": _FAR}
    result = []
    for position, row in enumerate(rows):
        for sign in since:
            since[sign] = 0 if row.traits.sign == sign else min(_FAR, since[sign] + 1)
        line = page.place(position, row, voices[position])
        line += [math.log1p(distance) for distance in since.values()]
        result.append(line)
    return result


@dataclass(frozen=True, slots=True)
class _Page:
    """What a row is compared with: the page's indents, lines, subject and article."""

    rows: int
    indents: dict[int, int]
    """Words of prose at each indent."""
    prose: int
    home: int
    """The indent that most prose has."""
    lines: dict[str, int]
    topic: frozenset[str]
    first: int
    last: int

    @classmethod
    def of(cls, rows: Sequence[Row], voices: Sequence[Voice]) -> "_Page":
        """Return the page that these rows make."""
        indents: Counter[int] = Counter()
        for row in rows:
            if row.traits.prose and not row.line.marker:
                indents[row.line.indent] += min(row.traits.words, 80)
        pairs = list(zip(rows, voices, strict=True))
        told = {Voice.NARRATION, Voice.STANDFIRST}
        body = [i for i, voice in enumerate(voices) if voice in ARTICLE_VOICES]
        return cls(
            rows=len(rows),
            indents=indents,
            prose=sum(indents.values()),
            home=indents.most_common(1)[0][0] if indents else 0,
            lines=Counter(row.traits.folded for row in rows),
            topic=stems_of_all(row.line.text for row, voice in pairs if voice in told),
            first=body[0] if body else 0,
            last=body[-1] if body else 0,
        )

    def place(self, position: int, row: Row, voice: Voice) -> list[float]:
        """Return where on the page a row stands, and what the rules made of it."""
        own = stems(row.line.text[:1000])
        away = row.line.indent - self.home
        return [
            max(-_MOST_INDENT, min(_MOST_INDENT, away)),
            float(away == 0),
            self.indents.get(row.line.indent, 0) / max(1, self.prose),
            position / max(1, self.rows - 1),
            math.log1p(self.rows),
            min(3.0, self.lines[row.traits.folded]),
            float(voice in {Voice.NARRATION, Voice.STANDFIRST, Voice.SUBHEAD}),
            float(voice is Voice.COMMENT),
            float(voice is Voice.CAPTION),
            float(voice is Voice.HEADLINE),
            max(-_FAR, min(_FAR, position - self.first)),
            max(-_FAR, min(_FAR, self.last - position)),
            len(own & self.topic) / (len(own) or 1),
        ]


def _windows(rows: Sequence[Row], talk: Sequence[float]) -> "Numbers":
    """Return what stands in windows before, after and around each row."""
    import numpy as np

    traits = [row.traits for row in rows]
    prose = _sums([min(t.words, 80) if t.prose and not t.sign else 0 for t in traits])
    short = _sums([t.words <= 4 for t in traits])
    marks = _sums([_is_mark(row) for row in rows])
    dates = _sums([t.sign in _DATES for t in traits])
    said = _sums([talked * t.words for talked, t in zip(talk, traits, strict=True)])
    words = _sums([t.words for t in traits])
    here, size = np.arange(len(rows)), len(rows)
    columns = []
    for width in _WINDOWS:
        before, after = np.maximum(0, here - width), np.minimum(size, here + 1 + width)
        columns.append(np.log1p(prose[here] - prose[before]))
        columns.append(np.log1p(prose[after] - prose[here + 1]))
    for width in _WIDER:
        before, after = np.maximum(0, here - width), np.minimum(size, here + 1 + width)
        columns.append((short[after] - short[before]) / (after - before))
        columns.append(marks[here] - marks[before])
        columns.append(marks[after] - marks[here + 1])
        columns.append(dates[after] - dates[before])
        columns.append((said[after] - said[before]) / np.maximum(1, words[after] - words[before]))
    columns.append(marks[size] - marks[here])
    columns.append(marks[here])
    return np.column_stack(columns)


def _sums(values: Sequence[float]) -> "Numbers":
    """Return the running sums, from zero on, so that any stretch is summed up in one step."""
    import numpy as np

    return np.cumsum([0.0, *values])


def _neighbours(rows: Sequence[Row]) -> "Numbers":
    """Return what the two rows above and below each row are; zeros where there is none."""
    import numpy as np

    sketches = np.array([_sketch(row) for row in rows])
    found = np.zeros((len(rows), 4 * sketches.shape[1]))
    for place, step in enumerate((-2, -1, 1, 2)):
        here = slice(max(0, -step), len(rows) - max(0, step))
        there = slice(max(0, step), len(rows) - max(0, -step))
        seen = sketches[there].copy()
        seen[:, -1] = np.clip(seen[:, -1] - sketches[here, -1], -10, 10)
        width = sketches.shape[1]
        found[here, place * width : (place + 1) * width] = seen
    return found


def _sketch(row: Row) -> list[float]:
    """Return what a neighbour sees of a row; its indent, last, is told as the difference."""
    return [
        math.log1p(row.traits.words),
        float(row.traits.ends),
        float(bool(row.line.marker)),
        float(row.traits.sign not in {"", "dateline", "byline"}),
        float(row.traits.sign in _DATES or row.traits.name_like),
        float(row.line.indent),
    ]


def _is_mark(row: Row) -> bool:
    if row.traits.words > 20:
        return False
    return (
        row.traits.sign == "reply_mark"
        or says_who(row.line.text)
        or _AGO.search(row.line.text) is not None
    )
