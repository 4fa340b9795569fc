"""What the chat page says before the first question."""

from markupsafe import Markup

from rag.doors.readable import one_line
from rag.doors.wording import day_written
from rag.values.catalogued import Coverage

MASTHEAD = Markup(
    '<header class="masthead"><span class="mark">OnRecord</span>'
    "<span>Who said what, when and where, in their own words</span></header>"
)

_WELCOME = Markup(
    '<div class="welcome"><h1>Ask the archive</h1><p>{}</p>'
    "<p>Every quote is compared with the saved page before you see it. Nothing leaves this"
    " machine.</p></div>"
)

SHOWN_OUTLETS = 4


def welcome_html(coverage: Coverage) -> str:
    """Return the invitation, with what the archive holds."""
    return str(_WELCOME.format(coverage_written(coverage)))


def coverage_written(coverage: Coverage) -> str:
    """Return what the archive holds as a sentence."""
    if not coverage.articles:
        return "The archive is empty. Add pages with: onrecord ingest FOLDER"
    parts = [
        f"{coverage.articles:,} {'page' if coverage.articles == 1 else 'pages'}",
        f"{coverage.statements:,} recorded statements",
    ]
    told = ", ".join(parts)
    if coverage.first and coverage.last:
        told += (
            f", {day_written(coverage.first, 'stated')} to {day_written(coverage.last, 'stated')}"
        )
    if coverage.outlets:
        named = ", ".join(one_line(outlet) for outlet in coverage.outlets[:SHOWN_OUTLETS])
        more = len(coverage.outlets) - SHOWN_OUTLETS
        told += f". From {named}" + (f" and {more} more outlets" if more > 0 else "")
    return told + "."
