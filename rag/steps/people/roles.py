"""What people are called beside their names: titles before a name, descriptions after it."""

import re
from collections.abc import Iterable, Iterator

from ingest import ARTICLE_VOICES, Article, Span
from ingest.statements.names import ROLES
from rag.steps.words import FUNCTION_WORDS
from rag.values.ledger import Role

_BEFORE = re.compile(r"(?:[^\W\d_][\w’'.-]*[ \u00a0]){1,7}$")
_AFTER = re.compile(r",[ \u00a0]((?:[^\W\d_][\w’'.-]*[ \u00a0]?){1,9})(?=[,.;])")
_MOST = 20


def roles_of(names: Iterable[str], articles: Iterable[Article]) -> tuple[Role, ...]:
    """Return the distinct roles that stand beside any of these full names, earliest first."""
    found: dict[str, Role] = {}
    patterns = [re.compile(rf"\b{re.escape(name)}\b") for name in names if " " in name.strip()]
    for article in articles:
        for span in _beside(article, patterns):
            words = span.of(article.text)
            role = Role(words, article.id, span.start, span.end, article.published.day)
            known = found.get(words.lower())
            if known is None or (role.published or "9999") < (known.published or "9999"):
                found[words.lower()] = role
    ordered = sorted(found.values(), key=lambda role: (role.published or "9999", role.words))
    return tuple(ordered[:_MOST])


def _beside(article: Article, patterns: Iterable[re.Pattern[str]]) -> Iterator[Span]:
    for region in article.regions:
        if region.voice not in ARTICLE_VOICES:
            continue
        for pattern in patterns:
            for name in pattern.finditer(article.text, region.start, region.end):
                yield from _title(article.text, region.start, name.start())
                yield from _description(article.text, name.end(), region.end)


def _title(text: str, floor: int, end: int) -> Iterator[Span]:
    """Yield the title that ends at the name: a role word with the capitalised words before it."""
    before = _BEFORE.search(text[max(floor, end - 80) : end])
    if before is None:
        return
    start = end
    is_role = False
    for word in reversed(re.findall(r"\S+\s", before.group())):
        bare = word.strip(" \u00a0.’'").lower()
        modifies = is_role and word[:1].isupper() and bare not in FUNCTION_WORDS
        if not (bare in ROLES or modifies):
            break
        is_role = is_role or bare in ROLES
        start -= len(word)
    if is_role:
        yield Span(start, start + len(text[start:end].rstrip()))


def _description(text: str, start: int, limit: int) -> Iterator[Span]:
    """Yield the description between commas right after the name, if it names a role."""
    after = _AFTER.match(text, start, limit)
    if after is None:
        return
    words = after.group(1).split()
    if words[0].lower() in ("who", "which", "and", "but"):
        return
    if any(word.strip("’'.,").lower() in ROLES for word in words):
        yield Span(after.start(1), after.end(1))
