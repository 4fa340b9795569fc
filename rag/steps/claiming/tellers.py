"""The names of those whose words a claim tells: where it may leave a page's wording for them."""

from collections.abc import Sequence

from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.framing import telling
from rag.steps.claiming.resting import Resting
from rag.steps.claiming.tokens import Token, holds, tokens
from rag.steps.people.identities import compatible


def tells(name: str, text: str) -> bool:
    """Return whether the name stands right beside a word of telling: "Lee said", "said Lee"."""
    words = tuple(one for one in tokens(text) if one.word != ",")
    parts = tokens(name)
    beside = (
        words[near]
        for at, one in enumerate(words)
        if named(parts, one)
        for near in (at - 1, at + 1)
        if 0 <= near < len(words)
    )
    return any(telling(one) for one in beside)


def told_there(tellers: Sequence[str], free: Sequence[str], rest: Resting) -> list[str]:
    """Return who of them speaks in the sentence, and need not be named where it names them."""
    there = {
        one.speaker.name
        for one in rest.evidence.statements(rest.span)
        if one.speaker and one.speaker.name
    }
    found = tokens(rest.text)
    return [
        name
        for name in tellers
        if any(_is_named(name, other, rest) for other in there)
        and (name in free or not holds(found, tokens(name)[-1]))
    ]


def _is_named(name: str, other: str, rest: Resting) -> bool:
    """Return whether `name` is `other`'s and adds nothing to the forms that the page gives."""
    forms = (*tokens(other), *tokens(rest.evidence.speaker or ""))
    return compatible(name, other, person=True) and all(
        one.mark or named(forms, one) for one in tokens(name)
    )


def without_descriptions(
    claim: tuple[Token, ...], names: Sequence[str], evidence: Evidence
) -> tuple[Token, ...]:
    """Return the claim without the words by which the page once introduces one of them."""
    written = [
        tuple(word for word in tokens(one.speaker.as_written) if not word.mark)
        for one in evidence.page.article.statements
        if one.speaker and one.speaker.name in names
    ]
    for words in sorted(set(written), key=len, reverse=True):
        places = [at for at, one in enumerate(claim) if not one.mark]
        for start in range(len(places) - len(words) + 1):
            here = places[start : start + len(words)]
            if len(words) > 1 and all(
                claim[at].word == one.word for at, one in zip(here, words, strict=True)
            ):
                return claim[: here[0]] + claim[here[-1] + 1 :]
    return claim


def without_names(claim: tuple[Token, ...], names: Sequence[str]) -> tuple[Token, ...]:
    """Return the claim without each of these names where it stands first."""
    left = list(claim)
    for name in names:
        parts = [one for one in tokens(name) if not one.mark]
        start = next((at for at, one in enumerate(left) if named(parts, one)), None)
        while start is not None and start < len(left) and named(parts, left[start]):
            del left[start]
    return tuple(left)


def named(names: Sequence[Token], one: Token) -> bool:
    """Return whether the word is one of these."""
    return any(one.word == name.word for name in names)
