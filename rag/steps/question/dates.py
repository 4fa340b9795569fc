"""Dates as words, so that a question's "in October 2022" is matched like any other word."""

import calendar
import re

from rag.steps.words import fold, stems

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


def date_stems(*dates: str | None) -> frozenset[str]:
    """Return the stems of year, month name and day number of ISO dates, unknown ones left out."""
    found: set[str] = set()
    for match in (_ISO.match(date) for date in dates if date):
        if match is None:
            continue
        found.add(match["year"])
        if match["month"] and 1 <= int(match["month"]) <= 12:
            found.update(stems([fold(calendar.month_name[int(match["month"])])]))
        if match["day"]:
            found.add(str(int(match["day"])))
    return frozenset(found)
