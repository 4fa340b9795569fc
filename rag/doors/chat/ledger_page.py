"""The ledger as a page: who said what, when and where, to be filtered and read. No scripts."""

from collections.abc import Mapping
from urllib.parse import urlencode

from markupsafe import Markup

from rag.doors.chat.diffs import diff_html
from rag.doors.chat.frame import framed
from rag.doors.chat.places import in_lines, span_address, where_html
from rag.doors.readable import one_line
from rag.doors.wording import (
    KIND_NAMES,
    RELATIONS,
    SPEAKER_KNOWN,
    VOICE_NAMES,
    day_written,
    entry_speaker,
    said_when,
)
from rag.values.ledger import Entry, Ledger, PersonSeen, Row

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("speaker", "Speaker", "anyone"),
    ("about", "About", "anything"),
    ("outlet", "Outlet", "any"),
    ("since", "Published since", "2023-01-10"),
    ("until", "Published until", "2023-06"),
)
_CONTENT = Markup("""<div id="content">
<h1>Who said what</h1>
<form class="filters" method="get" action="/quotes" role="search">{fields}
<label>Kind<select name="kind">{kinds}</select></label>
<button type="submit">Show</button></form>
{notice}
{people}
<p class="count">{count}</p>
<ol class="ledger" start="{first}">
{rows}
</ol>
{pages}
</div>""")
_FIELD = Markup('<label>{}<input name="{}" value="{}" placeholder="{}" maxlength="300"></label>\n')
_KIND = Markup('<option value="{}"{}>{}</option>')
_SELECTED = Markup(" selected")
_NOTICE = Markup('<p class="notice" role="alert">{}</p>')
_PEOPLE = Markup('<p class="people">That may be {}. Write the full name to see one alone.</p>')
_ROW = Markup(
    '<li class="said-row {voice}"><blockquote dir="auto">{quote}</blockquote>'
    '<p class="who"><strong>{speaker}</strong> <span>{how}</span></p>{where}{variants}</li>\n'
)
_VARIANTS = Markup("<details><summary>{}</summary><ul>{}</ul></details>")
_VARIANT = Markup('<li><q dir="auto">{}</q> <span>({})</span>{}{}</li>')
_PAGES = Markup('<nav class="pages" aria-label="Pages">{}</nav>')
_PAGE = Markup('<a rel="{}" href="/quotes?{}">{}</a>')
_NOTHING = Markup("")
ROWS = 100
"""Rows of a page unless the address says otherwise."""


def ledger_page(ledger: Ledger | None, asked: Mapping[str, str], notice: str = "") -> str:
    """Return the page for a query: `asked` refills the form, `notice` says what was wrong."""
    rows = ledger.rows if ledger else ()
    first = ledger.offset if ledger else 0
    content = _CONTENT.format(
        fields=_NOTHING.join(
            _FIELD.format(label, name, asked.get(name, ""), hint) for name, label, hint in FIELDS
        ),
        kinds=_kinds(asked.get("kind", "")),
        notice=_NOTICE.format(one_line(notice)) if notice else _NOTHING,
        people=_people(ledger.people if ledger else ()),
        count=one_line(ledger.note) or _count(first, len(rows), ledger.total) if ledger else "",
        first=first + 1,
        rows=_NOTHING.join(_row(row) for row in rows),
        pages=_pages(ledger, asked) if ledger else _NOTHING,
    )
    return framed("Who said what", content, "quotes")


def _kinds(chosen: str) -> Markup:
    options: list[tuple[str, str]] = [("", "any"), *KIND_NAMES.items()]
    return _NOTHING.join(
        _KIND.format(kind, _SELECTED if kind == chosen else _NOTHING, name)
        for kind, name in options
    )


def _people(people: tuple[PersonSeen, ...]) -> Markup:
    if len(people) < 2:
        return _NOTHING
    return _PEOPLE.format(", or ".join(one_line(person.name) for person in people))


def _count(first: int, shown: int, total: int) -> str:
    if not total:
        return "The archive has no such statement."
    statements = "1 statement" if total == 1 else f"{total:,} statements"
    if shown == total:
        return statements
    return f"{statements}, {first + 1:,} to {first + shown:,} shown" if shown else statements


def _pages(ledger: Ledger, asked: Mapping[str, str]) -> Markup:
    """Return links to the page before and the page after, which keep what was asked."""
    step = int(asked.get("limit") or ROWS)
    links = []
    if ledger.offset:
        links.append(("prev", max(0, min(ledger.offset, ledger.total) - step), "Previous page"))
    if ledger.offset + len(ledger.rows) < ledger.total and ledger.rows:
        links.append(("next", ledger.offset + step, "Next page"))
    kept = {name: value for name, value in asked.items() if value and name != "offset"}
    made = [
        _PAGE.format(rel, urlencode({**kept, "offset": offset}), title)
        for rel, offset, title in links
    ]
    return _PAGES.format(Markup(" ").join(made)) if made else _NOTHING


def _row(row: Row) -> Markup:
    entry = row.entry
    how = f"{KIND_NAMES[entry.kind]}, {SPEAKER_KNOWN[entry.how]}"
    if row.sources > 1:
        how += f", in {row.sources} independent sources"
    return _ROW.format(
        voice=entry.voice.value,
        quote=in_lines(entry.shown),
        speaker=entry_speaker(entry),
        how=how,
        where=_where(entry),
        variants=_variants(row),
    )


def _where(entry: Entry) -> Markup:
    published = day_written(entry.published, entry.published_how)
    said = said_when(entry.said_on, entry.said_on_how, entry.occasion) or None
    voice = VOICE_NAMES[entry.voice] if entry.voice.value in ("comment", "headline") else None
    address = span_address(entry.article_id, entry.start, entry.end)
    outlet = entry.outlet or "Outlet unknown"
    return where_html(address, voice, said, outlet, published, entry.file)


def _variants(row: Row) -> Markup:
    if not row.variants:
        return _NOTHING
    count = len(row.variants)
    title = "Also in 1 other place" if count == 1 else f"Also in {count} other places"
    items = (
        _VARIANT.format(
            in_lines(one.entry.shown),
            RELATIONS[one.relation],
            diff_html(one.diff),
            _where(one.entry),
        )
        for one in row.variants
    )
    return _VARIANTS.format(title, _NOTHING.join(items))
