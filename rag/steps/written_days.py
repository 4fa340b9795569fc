"""Dates as readers write them, the same in answers and at every door."""

import datetime as dt


def written_day(iso: str) -> str:
    """Return an ISO date as `10 January 2023`, `January 2023` or `2023`, as precise as it is.

    A time of day is left out; what is no date is returned as it stands.
    """
    try:
        if len(iso) == len("2023"):
            return iso
        if len(iso) == len("2023-01"):
            return dt.date.fromisoformat(f"{iso}-01").strftime("%B %Y")
        day = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def on_written_day(iso: str) -> str:
    """Return an ISO date with its preposition: `on 10 January 2023`, `in January 2023`."""
    return f"{'on' if len(iso) >= len('2023-01-10') else 'in'} {written_day(iso)}"
