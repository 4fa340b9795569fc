"""Good replies whose text is not, or not only, what the model was told to write."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from evals.scripted_model.reply import Asked, Reply
from evals.scripted_model.wire import completion, said, whole

Break = Callable[[Asked, str], Reply]
_NUMBER = "9" * 5_000


def _as(change: Callable[[str], str]) -> Break:
    return lambda asked, text: said(change(text), asked)


def _line(**fields: object) -> Break:
    """One line that is nearly a claim, among good ones."""
    claim = {"text": "A claim of a wrong form.", "evidence": [1], "quotes": []} | fields
    return _as(lambda text: json.dumps(claim) + "\n" + text)


def _raw(line: str) -> Break:
    return _as(lambda text: line + "\n" + text)


def _in_a_list(text: str) -> str:
    return f"[{','.join(text.splitlines())}]"


def _over_lines(text: str) -> str:
    return "\n".join(json.dumps(json.loads(line), indent=2) for line in text.splitlines())


BROKEN_OUTPUTS: Mapping[str, Break] = MappingProxyType(
    {
        "nothing": _as(lambda text: ""),
        "only white space": _as(lambda text: " \n\n\t "),
        "prose": _as(lambda text: "I think that the answer is yes, as everybody knows."),
        "in a code fence": _as(lambda text: f"```json\n{text}```"),
        "with a preface": _as(lambda text: f"Sure! Here are the claims:\n\n{text}"),
        "with an afterword": _as(lambda text: f"{text}\nI hope that this helps!"),
        "in a list": _as(_in_a_list),
        "over several lines": _as(_over_lines),
        "without line ends": _as(lambda text: text.replace("\n", "")),
        "with CR LF": _as(lambda text: text.replace("\n", "\r\n")),
        "with a byte order mark": _as(lambda text: "\ufeff" + text),
        "with thoughts": _as(lambda text: f"<think>The page says so.</think>\n{text}"),
        "with unfinished thoughts": _as(lambda text: f"<think>{text}"),
        "last line cut": _as(lambda text: text[:-20]),
        "same claims again": _as(lambda text: text * 30),
        "ten thousand lines": _as(lambda text: '{"text": "x", "evidence": [1]}\n' * 10_000),
        "a megabyte of text": _line(text="word " * 200_000),
        "text null": _line(text=None),
        "text a number": _line(text=5),
        "text empty": _line(text=" "),
        "evidence null": _line(evidence=None),
        "evidence text": _line(evidence="1"),
        "evidence of texts": _line(evidence=["1"]),
        "evidence true": _line(evidence=[True]),
        "evidence a number": _line(evidence=1),
        "evidence endless": _line(evidence=[1] * 1_000),
        "quotes null": _line(quotes=None),
        "quotes an object": _line(quotes={"text": "x"}),
        "quotes of texts": _line(quotes=["x"]),
        "quote without text": _line(quotes=[{"evidence": 1, "speaker": None}]),
        "quote empty": _line(quotes=[{"evidence": 1, "speaker": None, "text": ""}]),
        "surrogates": _raw('{"text": "\\ud800 alone", "evidence": [1], "quotes": []}'),
        "null character": _raw('{"text": "a\\u0000b", "evidence": [1], "quotes": []}'),
        "not a number": _raw('{"text": "x", "evidence": [NaN], "quotes": []}'),
        "number of 5,000 digits": _raw(f'{{"text": "x", "evidence": [{_NUMBER}], "quotes": []}}'),
        "keys twice": _raw('{"text": "x", "text": "y", "evidence": [1], "evidence": [2]}'),
        "deep nesting": _raw('{"text": ' + "[" * 100_000),
        "deep objects": _raw('{"a":' * 50_000),
        "quotes without end": _raw('{"text": "' + '\\"' * 100_000),
        "whole where a stream was asked": lambda asked, text: whole(200, completion(text)),
    }
)
