"""The time that a question asks for and nothing else: "What did Maren say in 2031?"."""

import calendar
import re
from dataclasses import dataclass

_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
_NAMED = "|".join(_MONTHS)
_ENDS = re.compile(
    r"\b(?:in|during|on)\s+(?P<words>"
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_NAMED})(?:\s+(?P<day2>\d{{1,2}})\b,?)?"
    r"(?:\s+(?:of\s+)?(?P<year>(?:1[5-9]|20)\d\d))?|"
    r"(?P<year2>(?:1[5-9]|20)\d\d))\W*$",
    re.IGNORECASE,
)


_ONLY = re.compile(rf"^\W*(?:and\s+|but\s+)?{_ENDS.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month of any or of one year, or a day."""

    words: str
    """As the question has it."""
    year: str | None
    month: int | None
    day: int | None

    def holds(self, date: str | None) -> bool:
        """Return whether an ISO date lies in the period, so far as the date is known."""
        if not date:
            return False
        year, month, day = (*date[:10].split("-"), "", "")[:3]
        return (
            self.year in (None, year)
            and (self.month is None or month == f"{self.month:02}")
            and (self.day is None or day == f"{self.day:02}")
        )

    def told_in(self, sentence: str) -> bool:
        """Return whether a sentence names the day or month itself, whatever its year."""
        if self.month is None or self.year is not None:
            return False
        month = calendar.month_name[self.month]
        day = rf"(?:{month}\s+{self.day}|{self.day}\s+(?:of\s+)?{month})\b" if self.day else month
        return re.search(rf"\b{day}", sentence, re.IGNORECASE) is not None


def period_of(question: str, topic: str) -> Period | None:
    """Return the period that `topic`, all that a question asks about, stands for; else None.

    "What did she say about 2031?" asks about the year, "what did she say in 2031?" for it.
    """
    match = _ENDS.search(question)
    if match is None or topic.strip(" ?.!").lower() != match["words"].strip(" ?.!").lower():
        return None
    day = match["day"] or match["day2"]
    return Period(
        match["words"].strip(),
        match["year"] or match["year2"],
        _MONTHS[match["month"].lower()] if match["month"] else None,
        int(day) if day else None,
    )


def followed_up(said: str, standalone: str, topic: str) -> tuple[Period | None, str]:
    """Return the period of a follow-up such as "and in May 2031?", and the topic without it.

    Without such a follow-up there is no period, and the topic stays.
    """
    match = _ENDS.search(standalone)
    if said == standalone or match is None or not _ONLY.match(said):
        return None, topic
    at = topic.lower().rfind(match.group().strip(" ?.!").lower())
    if at < 0:
        return period_of(standalone, topic), ""
    return period_of(standalone, match["words"]), topic[:at].strip()


def at_end(words: str) -> tuple[Period, str] | None:
    """Return the period that the words end with, and what stands before it; None without one."""
    match = _ENDS.search(words)
    if match is None:
        return None
    period = period_of(words, match["words"])
    return (period, words[: match.start()].strip(" ,")) if period else None
