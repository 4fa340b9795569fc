# ruff: noqa: E501 - a page's paragraphs are lines of their own
"""Parts of web pages that only the markup tells: leads, teasers, whom a quotation is from."""

import pytest

from ingest import Capture, Voice, read_page

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lock at Tollard shut</title>
</head><body><nav><a>Home</a></nav><article><h1>Lock at Tollard shut after gates sink in mud</h1>
<p class="lead">The canal office blames the floods, and the keeper blames the canal office for it.</p>
<p>The lock at Tollard was shut in March after divers found both gates sunk in the mud of the race.</p>
<p>Bo Ek, who has kept the lock for thirty years, said he had told the canal office twice last year.</p>
<blockquote><p>We were laughed at for two winters. Nobody has called to say sorry to any of us.</p>
<{tag}>Ilse Marn, Boatmen’s Union</{tag}></blockquote>
<div class="{read}"><p>Eels return to the upper Lenn after ninety years, says a fisher of Orle</p></div>
<p>Asked how long the lock would be shut, Dora Helm said the repair would take nine months or more.</p>
<p>Read also: Weir at Orle to be raised by a hand's breadth</p>
<p>The canal office will tell the council in May what it means to do about the gates of the lock.</p>
</article></body></html>"""


@pytest.mark.parametrize("tag", ["cite", "footer"])
@pytest.mark.parametrize("read", ["read-also", "box related-articles"])
@pytest.mark.parametrize(
    ("piece", "voice"),
    [
        ("The canal office blames", Voice.STANDFIRST),
        ("The lock at Tollard was", Voice.NARRATION),
        ("We were laughed at", Voice.NARRATION),
        ("Ilse Marn, Boatmen", Voice.NARRATION),
        ("Eels return", Voice.FURNITURE),
        ("Asked how long", Voice.NARRATION),
        ("Read also", Voice.FURNITURE),
        ("The canal office will tell", Voice.NARRATION),
    ],
)
def test_what_the_markup_tells(tag: str, read: str, piece: str, voice: Voice) -> None:
    source = PAGE.replace("{tag}", tag).replace("{read}", read)
    article = read_page(Capture(source.encode(), "lock.html", "lock.html"))
    at = article.text.index(piece)
    assert next(one.voice for one in article.regions if one.start <= at < one.end) is voice
