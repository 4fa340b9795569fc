"""How our pages look: style sheets of our own, fonts of the reader's system."""

from importlib.resources import files
from typing import Literal

SANS_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO_FONTS = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")


STYLE_PREFIX = "/onrecord/"
"""Where the style sheets are served."""

StyleSheet = Literal["chat.css", "page.css"]


def style_sheet(name: StyleSheet) -> str:
    """Return the text of one of our style sheets."""
    return (files("rag.doors.chat") / name).read_text("utf-8")
