"""Importing this loads what few pages in a hundred ask for, over a second's work.

That is how every language writes dates, for htmldate where it cannot tell what date words of a page
are, and what the commonest words of every language are, for trafilatura where a page holds little
text: worth having before a process is forked that will read many.
"""

import ingest.ready  # noqa: F401 - for what importing it does

_PAGE = (
    '<html><head><title>Harbour</title></head><body><p class="date">Zzyx 31 zzyxwv 2020 | 10:00</p>'
    "<p>The harbour was opened again.</p></body></html>"
)


def _load() -> None:
    from htmldate import find_date
    from trafilatura import load_html
    from trafilatura.external import try_justext

    find_date(_PAGE)
    tree = load_html(_PAGE)
    if tree is not None:
        try_justext(tree, None, None)


_load()
