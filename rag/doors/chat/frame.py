"""The frame around every page of ours: head, masthead, navigation."""

from typing import Literal

from markupsafe import Markup

from rag.doors.chat.theme import FILES_PREFIX

Here = Literal["ask", "quotes", "check", "saved", "docs"]

_PLACES: tuple[tuple[Here, str, str], ...] = (
    ("ask", "/", "Ask"),
    ("quotes", "/quotes", "Who said what"),
    ("check", "/check", "Check a draft"),
)
_PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title} · OnRecord</title>
{style}
</head>
<body>
<a class="skip" href="#{target}">Skip to the text</a>
{masthead}
<main>
{content}
</main>
</body>
</html>
""")
_STYLE_LINK = Markup('<link rel="stylesheet" href="{}">')
_STYLE_HERE = Markup("<style>{}</style>")
_MASTHEAD = Markup(
    '<header class="masthead"><a class="mark" href="/">OnRecord</a><nav>{}</nav></header>'
)
_PLACE = Markup('<a href="{}"{}>{}</a>')
_CURRENT = Markup(' aria-current="page" class="here"')


def framed(
    title: str,
    content: Markup,
    here: Here,
    *,
    language: str = "en",
    target: str = "content",
    style: str | None = None,
) -> str:
    """Return a whole page. With `style`, the style sheet stands in the page itself.

    `target` is the id that the link for keyboards and screen readers skips to.
    """
    page = _PAGE.format(
        language=language,
        title=title,
        style=_STYLE_HERE.format(Markup(style))  # noqa: S704 - our own file
        if style is not None
        else _STYLE_LINK.format(f"{FILES_PREFIX}page.css"),
        target=target,
        masthead=masthead(here),
        content=content,
    )
    return str(page)


def masthead(here: Here) -> Markup:
    """Return the masthead, with the page that is shown marked in the navigation."""
    places = (
        _PLACE.format(address, _CURRENT if place == here else "", name)
        for place, address, name in _PLACES
    )
    return _MASTHEAD.format(Markup("").join(places))
