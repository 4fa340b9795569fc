"""Days as people write them at a door: `2023`, `2023-01` or `2023-01-10`."""

import calendar
import datetime as dt
import re

from rag.values.errors import SettingInvalid

_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?")


def first_day(written: str) -> dt.date:
    """Return the first day of the written day, month or year. Raises SettingInvalid."""
    year, month, day = _parts(written)
    return _date(written, year, 1 if month is None else month, 1 if day is None else day)


def last_day(written: str) -> dt.date:
    """Return the last day of the written day, month or year. Raises SettingInvalid."""
    year, month, day = _parts(written)
    month = 12 if month is None else month
    if day is None:
        day = calendar.monthrange(year, month)[1] if year and 1 <= month <= 12 else 1
    return _date(written, year, month, day)


def _parts(written: str) -> tuple[int, int | None, int | None]:
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise _unreadable(written)
    month, day = match["month"], match["day"]
    return int(match["year"]), int(month) if month else None, int(day) if day else None


def _date(written: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise _unreadable(written) from None


def _unreadable(written: str) -> SettingInvalid:
    return SettingInvalid(
        f"{written[:40]!r} is not a date; write it as 2023, 2023-01 or 2023-01-10"
    )
