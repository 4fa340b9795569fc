"""What the chat page says and offers before the first question."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rag.doors.any_archive import AnyArchive
from rag.doors.chat.examples import answered_questions
from rag.doors.readable import one_line
from rag.doors.wording import day_written
from rag.values.catalogued import ArticleSummary, Coverage

SHOWN_OUTLETS = 4
SHOWN_PAGES = 6
LISTED_AT_MOST = 20_000
"""Articles; listing more takes longer than a visitor waits, so then nothing is listed."""

_WELCOME = Markup(
    '<div class="welcome"><h1>Ask the archive</h1><p>{}</p>'
    "<p>Every quote is compared with the saved page before you see it. Nothing leaves this"
    " machine.</p>{}</div>"
)
_LATEST = Markup('<div class="latest-pages"><h2>Latest pages</h2><ul>{}</ul></div>')
_PAGE = Markup('<li><a href="/articles/{}" target="_blank">{}</a><span class="when">{}</span></li>')


@dataclass(frozen=True, slots=True)
class Welcome:
    """The invitation as HTML, and the questions offered with it."""

    html: str
    questions: tuple[str, ...]


class Welcoming:
    """Makes the welcome, anew when the archive has changed. Threads may share it."""

    def __init__(self, archive: AnyArchive) -> None:
        self._archive = archive
        self._turn = threading.Lock()
        self._made: tuple[Coverage, Welcome] | None = None

    def welcome(self) -> Welcome:
        """Return what fits the archive as it is now."""
        coverage = self._archive.coverage()
        with self._turn:
            if self._made is None or self._made[0] != coverage:
                self._made = (coverage, _made(self._archive, coverage))
            return self._made[1]


def _made(archive: AnyArchive, coverage: Coverage) -> Welcome:
    if coverage.articles > LISTED_AT_MOST:
        return Welcome(welcome_html(coverage, ()), ())
    summaries = archive.summaries()
    questions = tuple(answered_questions(archive, summaries))
    return Welcome(welcome_html(coverage, _latest(summaries)), questions)


def welcome_html(coverage: Coverage, latest: Sequence[ArticleSummary]) -> str:
    """Return the invitation, with what the archive holds."""
    pages = Markup("").join(_page(one) for one in latest)
    listed = _LATEST.format(pages) if pages else pages
    return str(_WELCOME.format(coverage_written(coverage), listed))


def coverage_written(coverage: Coverage) -> str:
    """Return what the archive holds as a sentence."""
    if not coverage.articles:
        return "The archive is empty. Add pages with: onrecord ingest FOLDER"
    pages = "1 page" if coverage.articles == 1 else f"{coverage.articles:,} pages"
    told = f"{pages}, {coverage.statements:,} recorded statements"
    if coverage.first and coverage.last:
        first, last = (day_written(day, "stated") for day in (coverage.first, coverage.last))
        told += f", {first} to {last}"
    if coverage.outlets:
        named = ", ".join(one_line(outlet) for outlet in coverage.outlets[:SHOWN_OUTLETS])
        more = len(coverage.outlets) - SHOWN_OUTLETS
        told += f". From {named}" + (f" and {more} more outlets" if more > 0 else "")
    return told + "."


def _latest(summaries: Sequence[ArticleSummary]) -> list[ArticleSummary]:
    dated = [one for one in summaries if one.published.value and one.title.value]
    dated.sort(key=lambda one: one.published.value or "", reverse=True)
    return dated[:SHOWN_PAGES]


def _page(one: ArticleSummary) -> Markup:
    parts = [one.outlet.value, day_written(one.published.value, one.published.how)]
    when = ", ".join(one_line(part) for part in parts if part)
    return _PAGE.format(one.id, one_line(one.title.value or one.file), when)
