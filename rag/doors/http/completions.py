"""An answer in the form that OpenAI's clients read, with ours beside it under `onrecord`.

Pure: field names and shapes follow OpenAI's chat completions; what they have no place for (the
checked citations, the abstention) stands whole in `onrecord`, which clients keep or ignore.
"""

import re
from collections.abc import Iterable, Iterator

from rag.doors.chat.cards import page_address
from rag.steps.as_json import Json, answer_json
from rag.values.answer import Answer

MODEL = "onrecord"
_BLOCK = re.compile(r"(?:\n\n)?.+?(?=\n\n|\Z)|\n+", re.DOTALL)
_MARKER = re.compile(r"(?<!\\)\[([0-9]{1,4})\]")


def completion_json(answer: Answer, number: str, created: int, base: str) -> Json:
    """Return the whole completion; `base` is this server's address, without a slash."""
    message = {
        "role": "assistant",
        "content": answer.text,
        "refusal": None,
        "annotations": annotations(answer, base),
    }
    return {
        **_head("chat.completion", number, created),
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        "onrecord": answer_json(answer),
    }


def completion_chunks(
    stages: Iterable[Answer], number: str, created: int, base: str
) -> Iterator[Json]:
    """Return the same in pieces: a block of the text each, annotations with the last.

    `stages` are an answer as it grows, one at least; pieces come as soon as a stage has them.
    """
    head = _head("chat.completion.chunk", number, created)
    yield {**head, "choices": [_delta({"role": "assistant", "content": ""})]}
    told = ""
    for answer in stages:
        for piece in _BLOCK.findall(answer.text[len(told) :]):
            yield {**head, "choices": [_delta({"content": piece})]}
        told = answer.text
    last = _delta({"annotations": annotations(answer, base)}) | {"finish_reason": "stop"}
    yield {**head, "choices": [last], "onrecord": answer_json(answer)}


def annotations(answer: Answer, base: str) -> list[Json]:
    """Return a `url_citation` for each marker; indexes are code points of the answer's text."""
    cited = {citation.n: citation for citation in answer.citations}
    found = []
    for marker in _MARKER.finditer(answer.text):
        citation = cited.get(int(marker[1]))
        if citation is not None:
            url_citation = {
                "start_index": marker.start(),
                "end_index": marker.end(),
                "title": citation.article.title or citation.article.file,
                "url": base + page_address(citation),
            }
            found.append({"type": "url_citation", "url_citation": url_citation})
    return found


def models_json(created: int) -> Json:
    """Return the list of models: there is one, and it is no language model."""
    model = {"id": MODEL, "object": "model", "created": created, "owned_by": MODEL}
    return {"object": "list", "data": [model]}


def _head(kind: str, number: str, created: int) -> Json:
    return {"id": f"chatcmpl-{number}", "object": kind, "created": created, "model": MODEL}


def _delta(delta: Json) -> Json:
    return {"index": 0, "delta": delta, "logprobs": None, "finish_reason": None}
