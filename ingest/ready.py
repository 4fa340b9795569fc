"""Importing this readies a process for reading: what the first page would load is loaded.

Processes forked from one that has done so start with it all, instead of a second's work each.
"""

from ingest.article import Capture
from ingest.page import read_page

_PAGE = Capture(
    b"""<!DOCTYPE html><html lang="en"><head><title>The harbour opens</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>The harbour opens</h1><p>By Ann Reader</p>
<p>2 May 2024</p><p>The harbour was opened again on Monday, after the storm of last week had
closed it for longer than anybody who works there can remember.</p><p>&ldquo;We are glad that the
boats are back,&rdquo; said the mayor, who had come to see them leave. She thanked all those who had
helped to mend the quay.</p></article></body></html>""",
    "ready.html",
)

read_page(_PAGE)
