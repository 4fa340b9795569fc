"""The quote check as a page: a draft goes in, each quoted string comes back with its verdict."""

from markupsafe import Markup

from ingest import Voice
from rag.doors.chat.diffs import diff_html
from rag.doors.chat.frame import framed
from rag.doors.chat.places import in_lines, span_address, where_html
from rag.doors.readable import one_line
from rag.doors.wording import VOICE_NAMES, day_written, sentence
from rag.values.check import Change, Check, CheckedQuote, Place, Verdict

VERDICTS: dict[Verdict, str] = {
    "verified": "In the archive, word for word",
    "other_speaker": "Another speaker",
    "altered": "Altered",
    "spliced": "Put together from two places",
    "absent": "Not in the archive",
}

_CONTENT = Markup("""<div id="content">
<h1>Check a draft</h1>
<p>Paste an article, a post, or another program’s answer. Every quoted string is looked up in the
saved pages: its words, and whose they are.</p>
<form class="draft" method="post" action="/check">
<label for="draft">Draft</label>
<textarea id="draft" name="text" rows="10" required dir="auto">{draft}</textarea>
<button type="submit">Check the quotes</button></form>
{outcome}
</div>""")
_NOTICE = Markup('<p class="notice" role="alert">{}</p>')
_OUTCOME = Markup('<h2 id="outcome" role="status">{}</h2>\n<ol class="checked-quotes">{}</ol>')
_QUOTE = Markup(
    '<li class="verdict {verdict}"><p class="label">{label}</p>'
    '<blockquote dir="auto">{quote}</blockquote>{claim}{note}{changes}{diff}{places}</li>\n'
)
_CLAIM = Markup('<p class="claim">Your draft gives this to {}.</p>')
_NOTE = Markup("<p>{}</p>")
_CHANGES = Markup('<ul class="changes">{}</ul>')
_CHANGE = Markup("<li>{}: {}</li>")
_PLACE = Markup(
    '<div class="place"><p dir="auto">{}</p><p class="who"><strong>{}</strong></p>{}</div>'
)
_NOTHING = Markup("")


def check_page(draft: str = "", check: Check | None = None, notice: str = "") -> str:
    """Return the page: empty, with a checked draft, or saying what was wrong with it."""
    outcome = _NOTHING
    if notice:
        outcome = _NOTICE.format(one_line(notice))
    elif check is not None:
        quotes = _NOTHING.join(_checked(quote) for quote in check.quotes)
        outcome = _OUTCOME.format(_summed_up(check), quotes)
    content = _CONTENT.format(draft=draft, outcome=outcome)
    return framed("Check a draft", content, "check")


def _summed_up(check: Check) -> str:
    count = len(check.quotes)
    failed = sum(not quote.passed for quote in check.quotes)
    if not count:
        return "The draft quotes nothing."
    quotes = "1 quote" if count == 1 else f"{count} quotes"
    if failed:
        return f"{failed} of {quotes} cannot stand as written"
    return f"{quotes} found in the archive, word for word"


def _checked(quote: CheckedQuote) -> Markup:
    return _QUOTE.format(
        verdict=quote.verdict,
        label=VERDICTS[quote.verdict],
        quote=in_lines(quote.quote),
        claim=_CLAIM.format(one_line(quote.claim.as_written)) if quote.claim else _NOTHING,
        note=_NOTE.format(sentence(one_line(quote.note))) if quote.note else _NOTHING,
        changes=_changes(quote.changes),
        diff=diff_html(quote.diff),
        places=_NOTHING.join(_place(place) for place in quote.places),
    )


def _changes(changes: tuple[Change, ...]) -> Markup:
    if not changes:
        return _NOTHING
    items = (_CHANGE.format(one.kind.capitalize(), _change(one)) for one in changes)
    return _CHANGES.format(_NOTHING.join(items))


def _change(change: Change) -> str:
    draft, source = one_line(change.draft), one_line(change.source)
    if not draft:
        return f"left out “{source}”"
    return f"“{draft}” for “{source}”" if source else f"added “{draft}”"


def _place(place: Place) -> Markup:
    named = place.said_by
    voice = VOICE_NAMES[place.voice]
    return _PLACE.format(
        in_lines(place.sentence),
        one_line(named or voice),
        where_html(
            span_address(place.article_id, place.start, place.end),
            voice if named and place.voice in (Voice.COMMENT, Voice.HEADLINE) else None,
            place.outlet or "Outlet unknown",
            day_written(place.published, "stated" if place.published else "unknown"),
            place.file,
        ),
    )
