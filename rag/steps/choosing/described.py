"""Who somebody is: the sentences of the articles that say what a person does or is.

"Harbour Minister Ann Lee", "Ann Lee, who runs the mill", "the mayor, Ann Lee," and "Ann Lee is a
miller" describe her; what somebody says of her in quotation marks does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from ingest import Span, Voice
from ingest.statements.names import ROLES
from rag.steps.choosing.facts import distinct, statement_at
from rag.steps.choosing.gathered import asked_voice
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.finding.retrieve import retrieve
from rag.steps.people.titles import TITLES
from rag.steps.question.quoted import holds_words
from rag.steps.question.saying_verbs import TOLD
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import FUNCTION_WORDS, fold, word_list, words

_MOST = 3
_MOST_NEAREST = 2
_MOST_HITS = 20
_TOLD_IN = (Voice.NARRATION, Voice.STANDFIRST, Voice.CAPTION)
_STRONG, _FAIR, _WEAK = 3, 2, 1
_FORM = word_list("mr mrs ms miss dr prof professor sir madam lady lord rev hon late then")
"""Forms of address, which tell nobody apart."""
_AFTER = re.compile(r"(?:\s+(?:Jr|Sr)\.)?\s*(?:[,(]|[—–]|\s-)\s*(?P<told>[^,.;()—–]{3,160})")
_IS = re.compile(
    r"(?:,?\s+(?:who\s+)?)?\s*\b(?:is|was|remains|became|serves?\s+as|served\s+as|works?\s+as|"
    r"worked\s+as)\s+(?P<told>(?:an?|the|one\s+of|[A-Z][\w’']*['’]s)\s+[^.;]{3,120})"
)
_BEFORE = re.compile(r"(?P<told>(?:[^\W\d_][\w’'.&-]*\s+){1,7})$")
_APART = re.compile(
    r"\b(?=(?P<told>(?:the|an?|his|her|their|its)\s+[^,.;“”\"]{3,90}),\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?$)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:[,.;:!?)—–”\"]|\s-\s|$)")
"""What follows a name beside its description; "with the guests, Ann Lee said" describes no one."""
_KNOWN = re.compile(
    r"\s+(?:is|was)\s+(?P<told>(?:accused|charged|convicted|known|best\s+known|famous|born)\s+[^,.;]{3,120})"
)
_WHO = re.compile(r",?\s+(?P<told>(?:who|whose)\s+(?!is\b|was\b)[^,.;]{5,160})")
_GIVEN = re.compile(r"(?<![\w’'])(?P<name>[A-Z][\w-]*\.?)\s$")
_OPENS = re.compile(r"(?:an?|the|one\s+of|his|her|its|their|former|deputy|then)\b", re.IGNORECASE)
_ASKS = re.compile(r"\?[\"'”’»)]*\s*$")
_AGENT = re.compile(
    r"(?:[a-z]{2,}(?:[aeo]r|ist|ici?an|orian|eer|man|woman|person)|star|boss|agent|veteran|model|teen|"
    r"wife|husband|son|daughter|mother|father|brother|sister|widow|heir|head|youth|assistant|accountant|consultant|servant|tenant|merchant)s?"
)
"""Nouns of those who do something; what only looks so is left out."""
_NO_AGENT = FUNCTION_WORDS | word_list(
    """later earlier however former latter number member paper letter order power water year matter
    manner summer winter answer offer consider remember rather ever other another larger smaller
    bigger higher lower longer shorter greater better older younger newer major minor senior junior
    similar popular particular regular nuclear near clear dear for or nor process business success
    access progress illness press less unless address important significant relevant constant
    instant human german woman week september october november december september color favor
    labor harbor error horror terror bar car war far"""
)
_MODIFIERS = word_list("first former ex acting interim senior junior deputy vice then")
"""Words that stand before an office and are none."""
_BELONGS = re.compile(
    r"\b(?<!-)(?:of|in|at|for|with|from|on|to|since|behind|who|whose|which|that|and|against|by|under)\b(?!-)",
    re.IGNORECASE,
)
_HEAD = 2
"""Words at the end of a noun phrase among which its head stands."""
_SAYS = re.compile(rf"(?:\w+\s+)?(?:{TOLD}|saying|telling|speaking|adding)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Description:
    """A sentence that names the person, with how plainly it says who they are."""

    page: Page
    sentence: Span
    words: frozenset[str]
    """Of the description, folded; none where there is none."""
    weight: int

    @property
    def proposed(self) -> Proposed:
        """The sentence, to be checked; somebody's words remain theirs."""
        return Proposed(
            article_id=self.page.article.id,
            span=self.sentence,
            quote=self.page.text(self.sentence),
            statement=statement_at(self.page, self.sentence),
            score=float(self.weight),
        )


def described(desk: Desk, understood: Understood) -> Selection:
    """Return the sentences that say who the person is, plainest first; else some that name them."""
    named = tuple(words(understood.who or ""))
    found = list(_named(desk, understood, named))
    best = max((one.weight for one in found), default=0)
    if best == 0:
        return Selection(nearest=tuple(distinct([one.proposed for one in found])[:_MOST_NEAREST]))
    told = sorted((one for one in found if one.weight == best), key=lambda one: -len(one.words))
    return Selection(tuple(distinct([one.proposed for one in _unlike(told)])[:_MOST]))


def _unlike(told: Sequence[_Description]) -> Iterator[_Description]:
    """Yield the descriptions that say something which those before them do not."""
    said: set[str] = set()
    for one in told:
        if not one.words <= said:
            said |= one.words
            yield one


def _named(desk: Desk, understood: Understood, named: tuple[str, ...]) -> Iterator[_Description]:
    """Yield the sentences that name the person, page by page of those that fit the name best."""
    hits = retrieve(desk, understood.who or "", understood.filters, limit=_MOST_HITS)
    for article_id in dict.fromkeys(hit.passage.article_id for hit in hits):
        page = desk.page(article_id)
        for paragraph in page.paragraphs if page else ():
            if page is None or paragraph.voice not in _TOLD_IN:
                continue
            if not asked_voice(understood, paragraph):
                continue
            if named[-1] not in fold(page.text(paragraph.span)):
                continue
            for sentence in paragraph.sentences:
                text = page.text(sentence)
                if holds_words(text, named) and not _ASKS.search(text):
                    yield _description(page, sentence, named)


def _description(page: Page, sentence: Span, named: tuple[str, ...]) -> _Description:
    text = page.text(sentence)
    best: tuple[int, frozenset[str]] = (0, frozenset())
    for place in _places(text, named):
        for weight, start, end in _told(text, place):
            span = Span(sentence.start + start, sentence.start + end)
            telling = frozenset(words(text[start:end])) - FUNCTION_WORDS - set(named)
            plainer = (weight, len(telling)) > (best[0], len(best[1]))
            if telling and plainer and not _in_quotation(page, span):
                best = weight, telling
    return _Description(page, sentence, best[1], best[0])


def _places(text: str, named: tuple[str, ...]) -> Iterator[Span]:
    """Yield where the name stands in the text."""
    pattern = r"[\s.]+".join(re.escape(word) for word in named)
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", _folded(text)):
        if text[match.start()].isupper():
            yield Span(_with_given_names(text, match.start()), match.end())


def _with_given_names(text: str, start: int) -> int:
    """Return where a name begins that stands before a surname, titles left out."""
    while match := _GIVEN.search(text[:start]):
        bare = match["name"].strip(".").lower()
        if bare in FUNCTION_WORDS or any(p in TITLES or _is_role(p) for p in bare.split("-")):
            break
        start = match.start("name")
    return start


def _folded(text: str) -> str:
    """Return the text in small letters without accents, of the same length."""
    return "".join(normalize("NFD", char)[0].lower() for char in text)


def _told(text: str, name: Span) -> Iterator[tuple[int, int, int]]:
    """Yield how plainly and where the words around a name say who bears it."""
    after, before = text[name.end :], text[: name.start]
    if (match := _AFTER.match(after)) and _describes(match["told"]):
        yield _STRONG, name.end + match.start("told"), name.end + match.end("told")
    if match := _IS.match(after):
        weight = _STRONG if _has_role(match["told"]) else _WEAK
        yield weight, name.end + match.start("told"), name.end + match.end("told")
    if match := _KNOWN.match(after):
        yield _WEAK, name.end + match.start("told"), name.end + match.end("told")
    if match := _WHO.match(after):
        yield _WEAK, name.end + match.start("told"), name.end + match.end("told")
    for match in _APART.finditer(before) if _CLOSED.match(after) else ():
        if _has_role(match["told"]):
            yield _STRONG, match.start("told"), match.end("told")
    if match := _BEFORE.search(before):
        titled = _title(match["told"])
        if titled:
            yield _FAIR, match.end("told") - len(titled), match.end("told")


def _describes(told: str) -> bool:
    """Return whether the words after a name and a comma are a description of its bearer."""
    if _SAYS.match(told) or re.match(r"(?:who|which|and|but|or|as|in|on|at|\w+ing)\b", told):
        return False
    return bool(_OPENS.match(told)) or _has_role(told)


def _has_role(told: str) -> bool:
    """Return whether the head of a noun phrase, before what belongs to it, says what one is."""
    head = re.findall(r"[^\W\d_]+", _BELONGS.split(told, maxsplit=1)[0])[-_HEAD:]
    # A surname such as Baker is no trade.
    return any(word.lower() in ROLES or (word.islower() and _is_role(word)) for word in head)


def _is_role(word: str) -> bool:
    """Return whether a folded word says what somebody is: an office, a trade, a doer."""
    if word in _MODIFIERS:
        return False
    if word in ROLES or word.removesuffix("s") in ROLES:
        return True
    return word not in _NO_AGENT and bool(_AGENT.fullmatch(word))


def _title(before: str) -> str:
    """Return the title that ends at the name: a role with the words that belong to it."""
    taken: list[str] = []
    role = False
    for word in reversed(re.findall(r"\S+\s+", before)):
        bare = word.strip(" \u00a0.’'").lower()
        is_role = any(_is_role(part) or part in TITLES for part in bare.split("-"))
        is_role = is_role and bare not in _FORM
        if not (is_role or bare in _FORM or (role and _belongs(word, bare))):
            break
        role = role or is_role
        taken.insert(0, word)
    return "".join(taken) if role else ""


def _belongs(word: str, bare: str) -> bool:
    """Return whether a word before a role is part of it: a name, a body, a plain adjective."""
    return bare not in FUNCTION_WORDS and (word[:1].isupper() or bare.isalpha())


def _in_quotation(page: Page, span: Span) -> bool:
    return any(
        content.overlaps(span) and one.kind == "direct"
        for one in page.article.statements
        for content in one.content
    )
