"""Each line of a page as numbers, for the fitted line model."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.article import ARTICLE_VOICES, Voice
from ingest.topic import stems, stems_of_all
from ingest.traits import says_who
from ingest.voices.page import Row, conversational

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿа-я][^\W\d_]*")
_SHORT_LOWER = re.compile(r"\b[a-zß-öø-ÿа-я]{1,3}\b")
_DIGITS = re.compile(r"\d")
_AGO = re.compile(r"\b(?:ago|vor \d+|il y a|hace \d)", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”„«»]")
_LINKISH = re.compile(r"https?:|www\.|\w@\w")
_BAR = re.compile(r"[|»›→←·•]")
_MOST_TEXT = 2000
_MOST_INDENT = 40
_FAR = 60

SIGN_GROUPS = (
    {"interface"},
    {"legal"},
    {"reply_form"},
    {"reply_mark"},
    {"read_more"},
    {"related"},
    {"closing"},
    {"comments"},
    {"byline"},
    {"dateline"},
)
_WINDOWS = (1, 2, 4, 8, 16)


def features(rows: Sequence[Row], voices: Sequence[Voice]) -> list[list[float]]:
    """Return one list of numbers for each row; `voices` are what the rules alone make of them."""
    talk = [min(conversational(row.line.text[:_MOST_TEXT]), 1.0) for row in rows]
    own = [_own(row, said) for row, said in zip(rows, talk, strict=True)]
    context = _context(rows, voices)
    neighbours = _neighbours(rows, talk)
    return [a + b + c for a, b, c in zip(own, context, neighbours, strict=True)]


def _own(row: Row, talk: float) -> list[float]:
    text, traits, line = row.line.text[:_MOST_TEXT], row.traits, row.line
    words = max(1, traits.words)
    size = max(1, len(text))
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
        text.count(",") / words,
        len(_CAPITAL.findall(text)) / words,
        len(_SHORT_LOWER.findall(text)) / words,
        len(_DIGITS.findall(text)) / size,
        talk,
        float(bool(_QUOTE.search(text))),
        float(bool(_LINKISH.search(text))),
        float(bool(_BAR.search(text))),
        float(text.endswith(":")),
        float(text.endswith(("…", "...", "[…]", "[...]"))),
        float("!" in text),
        float("?" in text),
        size / words,
        *[float(traits.sign in group) for group in SIGN_GROUPS],
    ]


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


def _neighbours(rows: Sequence[Row], talk: Sequence[float]) -> list[list[float]]:
    counts = _Counts.of(rows, talk)
    blank = [0.0] * 6
    result = []
    for here in range(len(rows)):
        line = counts.around(here)
        for step in (-2, -1, 1, 2):
            there = here + step
            inside = 0 <= there < len(rows)
            line += _sketch(rows[there], rows[here]) if inside else blank
        result.append(line)
    return result


@dataclass(frozen=True, slots=True)
class _Counts:
    """Running sums over the rows, so that any stretch is counted in one step."""

    prose: list[float]
    short: list[float]
    marks: list[float]
    dates: list[float]
    talk: list[float]
    words: list[float]

    @classmethod
    def of(cls, rows: Sequence[Row], talk: Sequence[float]) -> "_Counts":
        """Return the sums for `rows`."""
        traits = [row.traits for row in rows]
        return cls(
            prose=_sums([min(t.words, 80) if t.prose and not t.sign else 0 for t in traits]),
            short=_sums([1 if t.words <= 4 else 0 for t in traits]),
            marks=_sums([1 if _is_mark(row) else 0 for row in rows]),
            dates=_sums([1 if t.sign in {"dateline", "byline"} else 0 for t in traits]),
            talk=_sums([said * t.words for said, t in zip(talk, traits, strict=True)]),
            words=_sums([t.words for t in traits]),
        )

    def around(self, here: int) -> list[float]:
        """Return what stands in windows before, after and around the row at `here`."""
        size = len(self.words) - 1
        line: list[float] = []
        for width in _WINDOWS:
            before, after = max(0, here - width), min(size, here + 1 + width)
            line.append(math.log1p(self.prose[here] - self.prose[before]))
            line.append(math.log1p(self.prose[after] - self.prose[here + 1]))
        for width in (4, 12):
            before, after = max(0, here - width), min(size, here + 1 + width)
            line.append((self.short[after] - self.short[before]) / (after - before))
            line.append(self.marks[here] - self.marks[before])
            line.append(self.marks[after] - self.marks[here + 1])
            line.append(self.dates[after] - self.dates[before])
            words = max(1, self.words[after] - self.words[before])
            line.append((self.talk[after] - self.talk[before]) / words)
        line.append(self.marks[size] - self.marks[here])
        line.append(self.marks[here])
        return line


def _sketch(row: Row, here: Row) -> list[float]:
    return [
        math.log1p(row.traits.words),
        float(row.traits.ends),
        float(bool(row.line.marker)),
        float(row.traits.sign not in {"", "dateline", "byline"}),
        float(row.traits.sign in {"dateline", "byline"} or row.traits.name_like),
        float(max(-10, min(10, row.line.indent - here.line.indent))),
    ]


def _is_mark(row: Row) -> bool:
    if row.traits.words > 20:
        return False
    return (
        row.traits.sign == "reply_mark"
        or says_who(row.line.text)
        or _AGO.search(row.line.text) is not None
    )


def _sums(values: Sequence[float]) -> list[float]:
    total = 0.0
    sums = [0.0]
    for value in values:
        total += value
        sums.append(total)
    return sums
