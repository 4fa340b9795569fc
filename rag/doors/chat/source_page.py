"""The saved page behind a citation: every voice labelled, the cited words highlighted.

All HTML is made with `Markup.format`, which escapes what it is given; page text can therefore hold
nothing but text. Works without scripts: the server marks the words, the address's fragment
(`#quote`) scrolls to them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from ingest import Article, Region, Span, Statement, Voice
from rag.doors.chat.frame import framed
from rag.doors.readable import one_line, readable
from rag.doors.wording import KIND_NAMES, SPEAKER_KNOWN, VOICE_NAMES, day_written, grounds

FOLDED_VOICES = (Voice.FURNITURE, Voice.COMMENT)
"""Shown closed, unless the cited words stand there: they are not the article."""
SHORTEST_FOLD = 120
"""In code points; what is shorter takes less room shown than folded."""

_CONTENT = Markup("""<div class="facts">
<h1 dir="auto">{title}</h1>
<p class="where">{where}</p>
{address}
<p class="file">File <code>{file}</code> · article <code>{id}</code></p>
<ul class="legend" aria-label="Voices on this page">{legend}</ul>
</div>
<div id="text" class="text">
{regions}
</div>""")
_MISSING = Markup(
    '<div id="content"><h1>No such page</h1><p>The archive has no page with the id'
    " <code>{}</code>; it may have been removed.</p></div>"
)
_ADDRESS = Markup('<p class="address"><a href="{}" rel="noopener noreferrer">{}</a></p>')
_ADDRESS_TEXT = Markup('<p class="address">{}</p>')
_LEGEND = Markup('<li class="{}">{}</li>')
_RUN = Markup(
    '<section class="run {}"><span class="voice">{}</span><div class="words">\n{}</div></section>\n'
)
_PARAGRAPH = Markup('<p dir="auto">{}</p>\n')
_FOLD = Markup('<details class="fold"{}><summary>{}</summary>\n{}</details>\n')
_SAID = Markup('<span class="said" title="{}">{}</span>')
_MARK = Markup("<mark{}>{}</mark>")
_MARK_ID = Markup(' id="quote"')
_OPEN = Markup(" open")
_NOTHING = Markup("")


def source_page(article: Article, cited: Span | None = None, *, style: str | None = None) -> str:
    """Return the page's HTML with the words at `cited` in `<mark id="quote">`.

    A span outside the text marks nothing. With `style` the style sheet stands in the page itself,
    so that the file can be kept on its own; its text must be ours.
    """
    if cited is not None and not 0 <= cited.start < cited.end <= len(article.text):
        cited = None
    where = [article.outlet.value or "Outlet unknown", article.byline.value]
    where.append(day_written(article.published.value, article.published.how))
    where.extend(grounds(article))
    title = one_line(article.title.value or article.file)
    content = _CONTENT.format(
        title=title,
        where=" · ".join(one_line(part) for part in where if part),
        address=_address(article.url),
        file=one_line(article.file),
        id=article.id,
        legend=_legend(article.regions),
        regions=Markup("").join(_runs(article, cited)),
    )
    target = "text" if cited is None else "quote"
    return framed(title, content, "saved", language=article.language, target=target, style=style)


def missing_page(article_id: str) -> str:
    """Return the page for a link whose article is not, or no longer, in the archive."""
    content = _MISSING.format(article_id)
    return framed("No such page", content, "saved")


def web_address(url: str | None) -> str | None:
    """Return `url` when it is one that a link may lead to: http or https, nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _address(url: str | None) -> Markup:
    if url is None:
        return _NOTHING
    link = web_address(url)
    return _ADDRESS.format(link, one_line(url)) if link else _ADDRESS_TEXT.format(one_line(url))


def _legend(regions: tuple[Region, ...]) -> Markup:
    present = {region.voice for region in regions}
    return Markup("").join(
        _LEGEND.format(voice.value, name) for voice, name in VOICE_NAMES.items() if voice in present
    )


def _runs(article: Article, cited: Span | None) -> Iterator[Markup]:
    said = _said_by_region(article)
    numbered = enumerate(article.regions)
    for voice, run in groupby(numbered, key=lambda one: one[1].voice):
        regions = [(number, _without_end_lines(article.text, region)) for number, region in run]
        paragraphs = Markup("").join(
            _PARAGRAPH.format(Markup("").join(_pieces(article, span, said[number], cited)))
            for number, span in regions
            if span.of(article.text).strip()
        )
        if not paragraphs:
            continue
        shown = _RUN.format(voice.value, VOICE_NAMES[voice], paragraphs)
        length = sum(span.end - span.start for _, span in regions)
        if voice not in FOLDED_VOICES or length < SHORTEST_FOLD:
            yield shown
            continue
        opened = cited is not None and any(span.overlaps(cited) for _, span in regions)
        summary = f"{VOICE_NAMES[voice]}, {length:,} characters"
        yield _FOLD.format(_OPEN if opened else _NOTHING, summary, shown)


def _without_end_lines(text: str, region: Region) -> Span:
    """Return the region's range without the line ends behind its last word."""
    return Span(region.start, region.start + len(region.span.of(text).rstrip("\r\n")))


def _said_by_region(article: Article) -> list[list[tuple[Span, Statement]]]:
    """Return for each region the content spans that overlap it, in order, none inside another."""
    starts = [region.start for region in article.regions]
    found: list[list[tuple[Span, Statement]]] = [[] for _ in article.regions]
    spans = [(span, statement) for statement in article.statements for span in statement.content]
    reached = 0
    for span, statement in sorted(spans, key=lambda one: (one[0].start, -one[0].end)):
        if span.start < reached:
            continue
        reached = span.end
        for number in range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)):
            found[number].append((span, statement))
    return found


def _pieces(
    article: Article, within: Span, said: list[tuple[Span, Statement]], cited: Span | None
) -> Iterator[Markup]:
    if cited is None or not cited.overlaps(within):
        yield from _words(article.text, within, said)
        return
    marked = Span(max(cited.start, within.start), min(cited.end, within.end))
    yield from _words(article.text, Span(within.start, marked.start), said)
    words = Markup("").join(_words(article.text, marked, said))
    yield _MARK.format(_MARK_ID if marked.start == cited.start else _NOTHING, words)
    yield from _words(article.text, Span(marked.end, within.end), said)


def _words(text: str, within: Span, said: list[tuple[Span, Statement]]) -> Iterator[Markup]:
    at = within.start
    for span, statement in said:
        start, end = max(span.start, at), min(span.end, within.end)
        if start < end:
            yield Markup("{}").format(readable(text[at:start]))
            yield _SAID.format(_saying(statement), readable(text[start:end]))
            at = end
    yield Markup("{}").format(readable(text[at : within.end]))


def _saying(statement: Statement) -> str:
    speaker = statement.speaker
    kind = KIND_NAMES[statement.kind]
    if speaker is None or not (speaker.name or speaker.as_written):
        return f"{kind}: {SPEAKER_KNOWN['unknown']}"
    return f"{kind}: {one_line(speaker.name or speaker.as_written)} ({SPEAKER_KNOWN[speaker.how]})"
