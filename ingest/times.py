"""Times of day as pages write them, with the zone where one is told beyond doubt."""

import re

_OF_GREENWICH = r"(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|Z"
_NUMBERED = rf"[+-]\d\d:?\d\d|{_OF_GREENWICH}"
_OFFSETS = {
    "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "TRT": 3, "SAST": 2, "WAT": 1, "CAT": 2, "EAT": 3, "PKT": 5, "WIB": 7, "SGT": 8, "HKT": 8,
    "MYT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "EST": -5, "EDT": -4, "CDT": -5, "MDT": -6, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours east of Greenwich of the names that stand for one zone only."""
_SHARED = ("IST", "BST", "CST", "MST", "PST", "AST", "GST", "ET", "CT", "MT", "PT", "Uhr", "h")
"""What else may follow a time: these names stand for several zones, or for none."""
_NAMES = "|".join(sorted((*_OFFSETS, *_SHARED), key=len, reverse=True))
# In capitals only: "10:30 West Bank" and "10:30 eat" name no zone.
_NAMED = rf"(?-i:{_NAMES})\b"
_ZONE = rf"(?:{_NUMBERED}|{_NAMED})"
_WEST = r"-\d{4}|(?<=T\d\d:\d\d)-\d\d:\d\d|(?<=\d:\d\d:\d\d)-\d\d:\d\d"
_TOLD = rf"(?:\+\d\d:?\d\d|{_WEST}|{_OF_GREENWICH}|{_NAMED})"
"""A zone within a text, where "10:00-11:30" tells from when till when, and no zone."""
_HALF = r"[ap]\.?\s?m\b\.?"
_MOST_EAST = 14

TIME = (
    rf"(?:\d{{1,2}}[:h]\d\d(?::\d\d(?:[.,]\d{{1,9}})?)?(?!\d|[./]\d)"
    rf"|\d{{1,2}}\.\d\d(?=\s?(?:{_HALF}|{_TOLD})))"
    rf"(?:\s?{_HALF})?(?:\s?\(?{_TOLD}\)?)?"
)
"""The pattern of a time of day, without groups. With a full stop between hour and minute it takes
what follows to tell it from an amount."""
_READ = re.compile(
    rf"(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::\d\d(?:[.,]\d{{1,9}})?)?"
    rf"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?\(?(?P<zone>{_ZONE}))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])\s?(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$")


def clock(written: str) -> str:
    """Return the first time in `written` as ISO 8601 has it after a day (`T10:42+03:00`).

    Empty where there is none. A zone is told only where the page tells one beyond doubt: "IST" is
    used in India, Ireland and Israel, "ET" in summer and winter.
    """
    found = _READ.search(written)
    if found is None:
        return ""
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}{_offset(found['zone'] or '')}"


def _offset(zone: str) -> str:
    name = zone.upper()
    if name in {"Z", "GMT", "UTC"}:
        return "+00:00"
    if name in _OFFSETS:
        hours = _OFFSETS[name]
        return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"
    found = _OFFSET.search(name)
    if found is None or int(found["hours"]) > _MOST_EAST or int(found["minutes"] or 0) > 59:
        return ""
    return f"{found['sign']}{int(found['hours']):02}:{found['minutes'] or '00'}"
