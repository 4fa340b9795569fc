"""Words of a stored page as an item of a list: quote, who, where, and the link to the page."""

from urllib.parse import urlencode

from markupsafe import Markup

from rag.doors.readable import one_line, readable

_LINK = Markup('<a class="open" href="{}">Show in the saved page</a>')
_WHERE = Markup('<p class="where">{}</p>')
_PART = Markup("<span>{}</span>")
_BREAK = Markup("<br>")


def span_address(article_id: str, start: int, end: int) -> str:
    """Return the address on this server that shows these words in their page."""
    return f"/articles/{article_id}?{urlencode({'start': start, 'end': end})}#quote"


def where_html(address: str, *parts: str | None) -> Markup:
    """Return the line under a quote: outlet, date, file and the link."""
    told = [_PART.format(one_line(part)) for part in parts if part]
    return _WHERE.format(Markup(" ").join([*told, _LINK.format(address)]))


def in_lines(text: str) -> Markup:
    """Return text as HTML, its line breaks kept and its empty lines left out."""
    return _BREAK.join(line for line in readable(text).splitlines() if line.strip())
