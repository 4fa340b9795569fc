"""Importing this loads how every language writes dates, over a second's work.

htmldate asks for it where it cannot tell what date words of a page are, as on few pages in a
hundred: worth having before a process is forked that will read many.
"""

import ingest.ready  # noqa: F401 - for what importing it does

_PAGE = (
    '<html><head><title>Harbour</title></head><body><p class="date">Zzyx 31 zzyxwv 2020 | 10:00</p>'
    "<p>The harbour was opened again.</p></body></html>"
)


def _load() -> None:
    from htmldate import find_date

    find_date(_PAGE)


_load()
