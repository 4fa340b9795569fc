"""Runs of a quote's words by which an index finds the passages that may hold it."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BREAK = re.compile(r"[.!?](?=[\s'\"])|[…\[\]]")
"""Where a passage may end, or a draft left words out."""
_LENGTH = 6
_MOST = 6
_SHORTEST = 3
_SHORT_QUOTE = 11
"""Words of a quote in which one altered word may leave no long run whole."""


def runs(words: str) -> tuple[str, ...]:
    """Return up to six runs of six words or fewer: the quote's ends and its sentences' beginnings.

    A quote that stands in one page has all of them there, one made of two pages has one of each,
    and one with an altered word still has the others. A short quote's runs are shorter too.
    """
    whole = _WORD.findall(words)
    found = [whole[:_LENGTH], whole[-_LENGTH:]]
    sentences = (_WORD.findall(part) for part in _BREAK.split(words))
    for sentence in sorted(sentences, key=len, reverse=True):
        if len(sentence) >= _SHORTEST:
            found += [sentence[:_LENGTH], sentence[-_LENGTH:]]
    if len(whole) <= _SHORT_QUOTE:
        starts = range(0, len(whole) - _SHORTEST + 1, _SHORTEST)
        found += [whole[at : at + _SHORTEST] for at in starts] + [whole[-_SHORTEST:]]
    return tuple(dict.fromkeys(" ".join(run) for run in found if run))[:_MOST]
