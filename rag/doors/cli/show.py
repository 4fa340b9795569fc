"""`onrecord show`."""

from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import opened
from rag.doors.cli.options import ArchiveOption, ArticleArgument, JsonOption

if TYPE_CHECKING:
    from ingest import Article


def show(
    article: ArticleArgument,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a page for a browser.")] = False,
) -> None:
    """Show a stored page as it was understood: every region with its voice."""
    from rag.doors.chat.source_page import source_page
    from rag.doors.chat.theme import own_file
    from rag.doors.json_text import json_text
    from rag.doors.naming import find_article
    from rag.steps.as_json import article_json

    if as_json and as_html:
        raise typer.BadParameter("--json and --html exclude each other")
    with opened(archive) as opened_archive:
        found = find_article(opened_archive, article)
    if as_json:
        print(json_text(article_json(found), indent=2))
    elif as_html:
        print(source_page(found, style=own_file("page.css")))
    else:
        _print(found)


def _print(article: "Article") -> None:
    from rich.text import Text

    from rag.doors.cli.terminal import VOICE_STYLES, console
    from rag.doors.readable import one_line, readable
    from rag.doors.wording import VOICE_NAMES, day_written, grounds

    out = console()
    facts = [article.outlet.value, article.byline.value]
    facts.append(day_written(article.published.value, article.published.how))
    out.print(Text(one_line(article.title.value or article.file), style="bold"))
    out.print(Text(" · ".join(one_line(fact) for fact in facts if fact), style="dim"))
    out.print(Text(f"{article.id} · {one_line(article.path or article.file)}", style="dim"))
    for ground in grounds(article):
        out.print(Text(f"{one_line(ground)}.", style="dim"))
    width = max(len(name) for name in VOICE_NAMES.values())
    for region in article.regions:
        style = VOICE_STYLES[region.voice]
        label = VOICE_NAMES[region.voice]
        for line in readable(region.span.of(article.text)).splitlines():
            if line.strip():
                out.print(Text(f"{label:>{width}} │ ", style=style).append(line), soft_wrap=True)
                label = ""
