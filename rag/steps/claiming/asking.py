"""The request that a model is sent: instructions, fenced evidence within a budget, the question.

Page text is data here: it stands on one line of a block, so that it cannot begin a block of its
own; signs that a server may read as its own (`<|…|>`) and signs that nobody sees are taken out;
the fence holds a number that no page can know.
"""

import unicodedata
from collections.abc import Callable, Sequence

from prompts import digest, load
from rag.ports.language_model import Request
from rag.steps.claiming.evidence import Evidence

_ANGLES = str.maketrans("<>", "‹›")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def within_budget(
    evidence: Sequence[Evidence], tokens: Callable[[str], int], budget: int
) -> tuple[Evidence, ...]:
    """Return the first blocks that fit into `budget` tokens together; one too long is left out."""
    kept: list[Evidence] = []
    for one in evidence:
        cost = tokens(block(one)) + 1
        if cost <= budget:
            kept.append(one)
            budget -= cost
    return tuple(kept)


def request(evidence: Sequence[Evidence], question: str, nonce: str) -> Request:
    """Return what is sent; `nonce` is new for every request and unguessable."""
    fence = f"=== evidence {nonce} ==="
    return Request(
        system=load("claims_system").fill(fence=fence),
        user=load("claims_user")
        .fill(
            fence=fence,
            evidence="\n".join(block(one) for one in evidence),
            question=plain(question),
        )
        .strip(),
    )


def prompt_digest() -> str:
    """Return by which texts a request is made: their digest, evidence and question left out."""
    return digest("claims_system", "claims_user", "evidence_block")


def block(one: Evidence) -> str:
    """Return one block of evidence as a model sees it."""
    return (
        load("evidence_block")
        .fill(number=str(one.number), about=_about(one), text=plain(one.text))
        .strip()
    )


def _about(one: Evidence) -> str:
    article = one.page.article
    facts = {
        "voice": one.voice.value,
        "outlet": article.outlet.value,
        "published": article.published.value,
        "speaker": one.speaker,
    }
    told = (f"{name}: {_fact(value)}" for name, value in facts.items() if value)
    return "; ".join(told)


def _fact(value: str) -> str:
    """Return a fact of a page without what would end or part the facts."""
    return plain(value).translate(str.maketrans("();[]", "     ")).strip()


def plain(text: str) -> str:
    """Return `text` on one line, without invisible signs and angle brackets."""
    line = " ".join(text.split()).translate(_ANGLES)
    return "".join(sign for sign in line if unicodedata.category(sign) not in _UNSEEN)
