"""An answer in reading order: its prose, and in their places the citations that it quotes.

A block of the text that is nothing but one quote with its marker is given as the citation itself,
so that a door shows the checked words once, with who said them and where.
"""

import re
from collections.abc import Iterator

from rag.values.answer import Answer, Citation

_MARKER = re.compile(r"(?<!\\)\[([0-9]{1,4})\]")


def flow(answer: Answer) -> Iterator[str | Citation]:
    """Return blocks of Markdown and citations; of an abstention, nothing.

    What an abstention says stands in its own fields.
    """
    if answer.abstention is not None:
        return
    cited = {citation.n: citation for citation in answer.citations}
    for block in answer.text.split("\n\n"):
        numbers = [int(n) for n in _MARKER.findall(block)]
        if block.startswith(">") and len(numbers) == 1 and numbers[0] in cited:
            yield cited[numbers[0]]
        elif block.strip():
            yield block


def left_over(answer: Answer) -> list[Citation]:
    """Return the citations that `flow` does not show in their place."""
    shown = {piece.n for piece in flow(answer) if isinstance(piece, Citation)}
    return [citation for citation in answer.citations if citation.n not in shown]


def understood_otherwise(answer: Answer) -> bool:
    """Return whether the question took something from the conversation, which must be shown."""
    asked, understood = (
        " ".join(text.split()) for text in (answer.question, answer.standalone_question)
    )
    return asked != understood
