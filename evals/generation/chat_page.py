"""What a browser would make of the chat page's HTML: its words, and whatever it might follow."""

from dataclasses import dataclass
from html.parser import HTMLParser

_HARMLESS = frozenset(
    """div p span h3 h4 ul ol li em strong b i a button details summary blockquote cite time mark
    br small sup dl dt dd section article header footer q""".split()  # noqa: SIM905
)
_INLINE = frozenset("span em strong b i a time mark small sup q cite".split())  # noqa: SIM905
_APART = "\0"
_LEADING = frozenset({"href", "src", "srcset", "action", "formaction", "style", "data", "poster"})
_WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the page as it is seen."""

    text: str
    """A line for each stretch that stands together; without what is listed as withheld."""
    active: tuple[str, ...]
    """Elements, handlers and addresses that no answer may have."""


def read_page(html: str) -> Page:
    """Return what becomes of this HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split(_APART))
    return Page("\n".join(filter(None, lines)), tuple(reader.active))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.active: list[str] = []
        self._withheld = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HARMLESS:
            self.active.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or (name in _LEADING and not _ours(value or "")):
                self.active.append(f"{name}={value}")
        if tag == "details":
            listed = _WITHHELD in (dict(attrs).get("class") or "")
            self._withheld += bool(listed or self._withheld)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "details" and self._withheld:
            self._withheld -= 1
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._withheld:
            self.words.append(data)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.words.append(_APART)


def _ours(address: str) -> bool:
    """Return whether an address leads to a stored page here."""
    return address.startswith(("/articles/", "#"))
