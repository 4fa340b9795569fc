"""Which words a cue attributes: the content before or after it within one sentence."""

from bisect import bisect_left
from collections.abc import Sequence

from ingest.article import Span
from ingest.statements.agreement import said_alike
from ingest.statements.clauses import dateline_end, skip_openers
from ingest.statements.cues import Cue, find_cues
from ingest.statements.documents import is_document
from ingest.statements.extent import main_clause_end, shared_source
from ingest.statements.following import content_after
from ingest.statements.noun_cues import noun_attributions
from ingest.statements.noun_phrases import Source
from ingest.statements.preceding import clause_before, quotation_before
from ingest.statements.saying import Attribution, Saying
from ingest.statements.sources import source_of
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS

_LONGEST_SUBJECT = 30
_LONGEST_SCENE = 40
_LONGEST_AGENT = 20
_SHOWING = frozenset(["post", "tweet"])
_PICTURES = vocabulary("""
    photo photos photograph photographs picture pictures image images video videos clip clips
    selfie selfies screenshot screenshots link links
""")
"""What is posted without a word of whoever posts it."""
_LONGEST_SHOWN = 4
_PIECES = frozenset(["article", "story", "report", "headline", "post", "piece", "column"])
_NOBODY = frozenset(["neither", "nobody", "none", "no-one"])
_SUPPOSING = frozenset(["if", "unless", "whether", "neither", "nor"])
_MOST_LATER = 40
"""Tokens and cues; these bounds keep the work on endless sentences linear."""


def attributions(frame: Frame) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, none inside another."""
    if _is_correction(frame):
        return ()
    found = _by_verbs(frame)
    taken = _taken(frame, found)
    apart = (one for one in noun_attributions(frame) if not _meets(frame, one, taken))
    return (*found, *apart)


def _taken(frame: Frame, attributions: tuple[Attribution, ...]) -> list[Span]:
    """Return the contents and verbs of attributions in text order, none over another."""
    spans = [span for one in attributions for span in one.content]
    spans += [frame.span(one.cue.first, one.cue.last) for one in attributions]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _meets(frame: Frame, attribution: Attribution, taken: list[Span]) -> bool:
    """Return whether an attribution's noun or content shares words with those taken."""
    cue = attribution.cue
    for span in (frame.span(cue.first, cue.last), *attribution.content):
        after = bisect_left(taken, span.end, key=lambda one: one.start)
        if after and taken[after - 1].overlaps(span):
            return True
    return False


def _by_verbs(frame: Frame) -> tuple[Attribution, ...]:
    """Return what verbs and "according to" attribute, in order of their cues."""
    cues = tuple(cue for cue in find_cues(frame) if not _is_addressee(frame, cue))
    framing = _framing(frame, cues)
    if framing is not None:
        return (framing,)
    found: list[Attribution] = []
    start = dateline_end(frame.tokens) if frame.first_of_paragraph else 0
    for number, cue in enumerate(cues):
        taken = found[-1].last if found else start
        later = cues[number + 1 : number + 1 + _MOST_LATER]
        if cue.first < taken or _is_background(frame, cue, later):
            continue
        latest = found[-1].source if found else None
        source = shared_source(frame, cue, latest) or _widened(frame, cue, source_of(frame, cue))
        if source is not None and (_is_supposed(frame, source) or _passes_on(frame, cue, source)):
            continue
        saying = Saying(frame, cue, source, later, taken)
        if cue is cues[-1] and _agrees(frame, cues):
            attribution = _alike(saying, found)
        else:
            attribution = (
                quotation_before(saying) or _interposed(saying) or content_after(saying)
            ) or clause_before(saying)
        if attribution is not None:
            found.append(attribution)
    return tuple(found)


def _is_addressee(frame: Frame, cue: Cue) -> bool:
    """Return whether nobody is told to speak ("was criticized"; not "was dismissed by X as “…”").

    Only words in marks behind the agent are sure to be the agent's.
    """
    if cue.shape != "passive" or (cue.verb is not None and cue.verb.kind == "tell"):
        return False
    tokens = frame.tokens[cue.last : cue.last + _LONGEST_AGENT]
    quoted = next((i for i, token in enumerate(tokens) if token.kind == "quote"), 0)
    agent = bool(tokens) and tokens[0].lower == "by"
    return not (agent and quoted and tokens[quoted - 1].lower == "as")


def _is_background(frame: Frame, cue: Cue, later: tuple[Cue, ...]) -> bool:
    """Return whether the cue only sets the scene: "Commenting on it, X said"."""
    tokens = frame.tokens
    if not later or cue.first > _LONGEST_SCENE:
        return False
    if any(token.kind in {"comma", "dash"} for token in tokens[: cue.first]):
        return False
    if cue.shape == "participle" and cue.first <= 1:
        return True
    if tokens[0].lower in SUBORDINATORS and cue.first == 1:
        return any(main_clause_end(frame, cue, other) is not None for other in later[:4])
    if cue.last < len(tokens) and tokens[cue.last].kind == "quote":
        return False
    scene = tokens[0].lower in PREPOSITIONS and (cue.shape == "participle" or not cue.speaks)
    return scene and any(main_clause_end(frame, cue, other) is not None for other in later[:4])


def _is_supposed(frame: Frame, source: Source) -> bool:
    """Return whether the speaker only might speak ("if the minister says …"), or nobody did."""
    if frame.tokens[source.first].lower in _NOBODY:
        return True
    return source.first > 0 and frame.tokens[source.first - 1].lower in _SUPPOSING


def _passes_on(frame: Frame, cue: Cue, source: Source) -> bool:
    """Return whether the words are somebody else's ("read the letter", "retweeted X's post: …").

    A letter reads its own words, a person those of another.
    """
    lemma = cue.verb.lemma if cue.verb is not None else ""
    if lemma == "read":
        if is_document(frame.tokens, source):
            return False
        reader = frame.tokens[source.last - 1]
        return reader.capital or reader.lower in SUBJECT_PRONOUNS - {"it", "which"}
    if lemma in _SHOWING:
        shown = [token.lower for token in frame.tokens[cue.last : cue.last + _LONGEST_SHOWN]]
        return any(word in _PICTURES for word in shown)
    if lemma != "retweet":
        return False
    for token in frame.tokens[cue.last : cue.last + _LONGEST_AGENT]:
        if token.kind == "quote":
            return False
        if token.kind == "possessive" or token.lower in POSSESSIVES:
            return True
    return False


def _is_correction(frame: Frame) -> bool:
    """Return whether the article tells what it used to say itself ("An earlier version of …")."""
    words = [token.lower for token in frame.tokens]
    for index, word in enumerate(words[:-3]):
        if word == "version" and words[index + 1] == "of" and words[index + 3] in _PIECES:
            return True
    return False


def _framing(frame: Frame, cues: tuple[Cue, ...]) -> Attribution | None:
    """Return "CONTENT, X said" where it frames the whole sentence, reports inside it included."""
    start = dateline_end(frame.tokens) if frame.first_of_paragraph else 0
    for number, cue in enumerate(cues[:_MOST_LATER]):
        later = cues[number + 1 : number + 1 + _MOST_LATER]
        interposed = _interposed(Saying(frame, cue, source_of(frame, cue), later, start))
        if interposed is not None and not _is_inside(cues[:number]):
            return interposed
    if not cues or cues[-1].shape == "participle":
        return None
    saying = Saying(frame, cues[-1], source_of(frame, cues[-1]), (), start)
    if _is_inside(cues[:-1]) and (_repeats(saying) or _agrees(frame, cues)):
        return None
    return clause_before(saying) if quotation_before(saying) is None else None


def _alike(saying: Saying, found: Sequence[Attribution]) -> Attribution | None:
    """Return what the sentence just told of another speaker; quoted words are only that one's."""
    source = saying.source
    if source is None or not found or found[-1].direct or _is_pronoun(saying.frame, source):
        return None
    return saying.attribution(*found[-1].content, direct=False, last=saying.after)


def _repeats(saying: Saying) -> bool:
    """Return whether ", as she said" only repeats whose words the sentence tells."""
    tokens, source = saying.frame.tokens, saying.source
    if source is None or source.first == 0 or tokens[source.first - 1].lower != "as":
        return False
    return _is_pronoun(saying.frame, source)


def _is_pronoun(frame: Frame, source: Source) -> bool:
    alone = source.last - source.first == 1
    return alone and frame.tokens[source.first].lower in SUBJECT_PRONOUNS


def _agrees(frame: Frame, cues: tuple[Cue, ...]) -> bool:
    """Return whether ", as Y had warned" closes what somebody else says as the sentence's subject.

    In "The plant that X said was safe will close, as Y had warned" nobody does.
    """
    if said_alike(frame, cues[-1]) is None:
        return False
    sources = [(cue, source_of(frame, cue)) for cue in cues[:-1] if cue.speaks]
    for cue, source in sources:
        if source is None or source.first > cue.first:
            continue
        subject = main_subject(frame, cue.first)
        parted = source.first > 0 and frame.tokens[source.first - 1].kind == "comma"
        if parted or (subject is not None and subject.first == source.first):
            return True
    return False


def _is_inside(earlier: tuple[Cue, ...]) -> bool:
    """Return whether a verb of saying has these words already ("X said …, Y said, …")."""
    return any(cue.speaks and cue.shape == "finite" for cue in earlier)


def _interposed(saying: Saying) -> Attribution | None:
    """Return "CONTENT, X said, CONTENT" or "Still, X said, CONTENT", where there is one."""
    attribution = clause_before(saying)
    return attribution if attribution is not None and attribution.last > saying.after else None


def _widened(frame: Frame, cue: Cue, source: Source | None) -> Source | None:
    """Return the source stretched back to the quotation that it follows.

    Between a quotation and its reporting verb stands nothing but the speaker, commas included.
    """
    if source is None or source.first >= cue.first or cue.shape not in {"finite", "passive"}:
        return source
    if _is_pronoun(frame, source):
        return source
    first = source.first
    while first > 0 and frame.tokens[first - 1].kind in {"word", "possessive", "comma"}:
        first -= 1
        if frame.tokens[first].finite or source.first - first > _LONGEST_SUBJECT:
            return source
    if first == 0 or frame.tokens[first - 1].kind != "quote":
        return source
    while frame.tokens[first].kind == "comma":
        first += 1
    first = skip_openers(frame.tokens, first, source.first)
    while first < source.first and frame.tokens[first].lower in SUBORDINATORS:
        first += 1
    return Source(first, source.last) if first < source.first else source
