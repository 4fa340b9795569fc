"""Titles before names: which words they are, and whom a form of address rules out."""

from ingest.statements.given_names import gender_of
from rag.steps.words import word_list, words

TITLES = word_list(
    """mr mrs ms miss dr prof professor sir madam lord lady king queen prince princess pope
    president premier prime minister ministers chancellor secretary general senator congressman
    congresswoman representative governor mayor judge justice chief director chairman chairwoman
    chair head leader spokesman spokeswoman spokesperson ambassador envoy colonel major captain
    admiral commander lieutenant sergeant officer detective sheriff attorney foreign defense
    defence interior finance health deputy vice former ex acting state first late then candidate
    nominee representative press counsel commissioner bishop archbishop cardinal coach author
    ceo cfo cto pm mp mep kremlin pres gov sen rep gen lt col sgt capt hon rev"""
)
"""Words that go before a name without being part of it."""
MEANT_BY_TITLE = 3
"""How many times more statements one bearer of a surname has when a title before it means them."""
_ADDRESSED = {
    "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "chairman": "m",
    "spokesman": "m", "congressman": "m",
    "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "lady": "f", "queen": "f", "princess": "f",
    "chairwoman": "f", "spokeswoman": "f", "congresswoman": "f",
}  # fmt: skip


def addressed_as(name: str) -> str:
    """Return `m` or `f` for a name with "Mr." or its like before it, else the empty string."""
    titles = words(name)[:-1]
    return next((_ADDRESSED[word] for word in titles if word in _ADDRESSED), "")


def may_be(asked: str, name: str) -> bool:
    """Return whether the form of address in `asked` leaves room for the bearer of this name."""
    wanted = addressed_as(asked)
    given = [word for word in words(name)[:-1] if word not in TITLES]
    borne = addressed_as(name) or (gender_of(given[0]) if given else "")
    return not wanted or not borne or wanted == borne


def titled_with(asked: str) -> bool:
    """Return whether a name is asked for with nothing but titles before it."""
    before = words(asked)[:-1]
    return bool(before) and all(word in TITLES for word in before)
