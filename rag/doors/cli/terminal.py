"""Printing for people: colour where a terminal shows it, page text always made readable first."""

from typing import TYPE_CHECKING

from ingest import Voice
from rag.doors.flow import flow, left_over
from rag.doors.readable import one_line, readable
from rag.doors.wording import (
    KIND_NAMES,
    SPEAKER_KNOWN,
    VOICE_NAMES,
    day_written,
    said_when,
    speaker_written,
)
from rag.values.answer import Answer, Citation

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

VOICE_STYLES: dict[Voice, str] = {
    Voice.HEADLINE: "bold red",
    Voice.STANDFIRST: "bold yellow",
    Voice.SUBHEAD: "bold yellow",
    Voice.BYLINE: "green",
    Voice.DATELINE: "green",
    Voice.NARRATION: "blue",
    Voice.CAPTION: "cyan",
    Voice.COMMENT: "magenta",
    Voice.FURNITURE: "dim",
}


def console(*, stderr: bool = False) -> "Console":
    """Return a console that takes nothing in its text for markup."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def print_answer(answer: Answer) -> None:
    """Print an answer with its evidence."""
    from rich.markdown import Markdown

    out = console()
    for piece in (*flow(answer), *left_over(answer)):
        if isinstance(piece, Citation):
            out.print(_citation(piece))
        else:
            out.print(Markdown(readable(piece), hyperlinks=False))
        out.print()
    if answer.abstention is not None:
        out.print(f"{readable(answer.abstention.reason)}\n{readable(answer.abstention.covered)}")
        if answer.abstention.nearest:
            out.print("\nNearest words in the archive; they do not answer the question:")
        for citation in answer.abstention.nearest:
            out.print()
            out.print(_citation(citation))
    for left_out in answer.withheld:
        out.print(f"Left out: {readable(left_out.text)} ({readable(left_out.reason)})")


def _citation(citation: Citation) -> "Text":
    from rich.text import Text

    article = citation.article
    how = [KIND_NAMES[citation.kind]] if citation.kind else []
    how += [SPEAKER_KNOWN[citation.speaker.how]] if citation.speaker else []
    how += [VOICE_NAMES[citation.voice]] if citation.voice is Voice.COMMENT else []
    said = said_when(citation.said_on, citation.said_on_how, citation.occasion)
    where = [
        *([said] if said else []),
        one_line(article.outlet or "outlet unknown"),
        day_written(article.published, article.published_how),
        f"{one_line(article.file)} [{citation.start}:{citation.end}]",
    ]
    text = Text(f"[{citation.n}] ", style="bold")
    text.append(readable(citation.quote), style="not bold")
    text.append(f"\n    {one_line(speaker_written(citation))}", style="bold")
    text.append(f"  {', '.join(how)}\n" if how else "\n", style="not bold dim")
    text.append(f"    {' · '.join(where)}", style="not bold dim")
    return text
