"""How our pages look: files of our own, fonts of the reader's system."""

from importlib.resources import files
from typing import Literal

SANS_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO_FONTS = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")


FILES_PREFIX = "/onrecord/"
"""Where our own files are served."""

OwnFile = Literal["chat.css", "chat.js", "page.css"]


def own_file(name: OwnFile) -> str:
    """Return the text of a style sheet or script of ours."""
    return (files("rag.doors.chat") / name).read_text("utf-8")
