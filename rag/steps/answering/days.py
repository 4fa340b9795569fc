"""Dates as sentences tell them: a day, a month, a season or a year, with what they leave open."""

import calendar
import re
from dataclasses import dataclass

_MONTHS = {name: at for at, name in enumerate(calendar.month_name) if name}
_NAMED = "|".join(_MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(
    r"(?<!since )(?<!until )(?<!from )(?:"
    r"\b(?P<iso>\d{4}-\d\d-\d\d)\b|"
    rf"\b(?P<month>{_NAMED})\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>{_YEAR}))?|"
    rf"\b(?P<day2>\d{{1,2}})\s+(?P<month2>{_NAMED})\b(?:,?\s+(?P<year2>{_YEAR}))?|"
    rf"\b(?P<month3>{_NAMED})\s+(?:of\s+)?(?P<year3>{_YEAR})\b|"
    rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:of\s+)?(?P<year4>{_YEAR})\b|"
    rf"\b(?P<year5>{_YEAR})\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date as far as a sentence tells it."""

    words: str
    year: str | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None

    def contradicts(self, other: "Told") -> bool:
        """Return whether both tell a part of the date, and not the same."""
        return any(
            one is not None and two is not None and one != two
            for one, two in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
                (self.season, other.season),
            )
        )

    def iso(self, published: str | None) -> str | None:
        """Return the date in ISO's form; a missing year is the last one up to the publication."""
        if self.month is None:
            return self.year
        rest = f"-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        if self.year:
            return f"{self.year}{rest}"
        if not published:
            return None
        year = int(published[:4])
        return f"{year}{rest}" if f"{year}{rest}" <= published else f"{year - 1}{rest}"


def told(sentence: str) -> Told | None:
    """Return the first date that a sentence tells, none for one that only bounds ("since 1974")."""
    match = _DATED.search(sentence)
    if match is None:
        return None
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return Told(words=match.group(), year=year, month=int(month), day=int(day))
    named = match["month"] or match["month2"] or match["month3"]
    day = match["day"] or match["day2"]
    years = ("year", "year2", "year3", "year4", "year5")
    return Told(
        words=match.group(),
        year=next((match[one] for one in years if match[one]), None),
        month=_MONTHS[named] if named else None,
        day=int(day) if day else None,
        season=match["season"].lower() if match["season"] else None,
    )
