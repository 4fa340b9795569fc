"""Which statements answer "what did X say about Y" and "who said Y"."""

from collections.abc import Sequence

from ingest import Voice
from rag.steps.choosing.candidates import Candidate, Scored, candidates, scored
from rag.steps.choosing.claimed import WHOLE_CLAIM, on_claim
from rag.steps.choosing.cued import FAIRLY, ON_TOPIC, as_asked, is_act, told_act, told_so
from rag.steps.choosing.mentioned import by_mention
from rag.steps.choosing.respelling import respelt
from rag.steps.choosing.selection import Rated, Selection, selected
from rag.steps.choosing.sequels import with_following, with_sequels
from rag.steps.choosing.spokespeople import with_spokespeople
from rag.steps.choosing.sure import sure
from rag.steps.choosing.theme import on_theme, with_title
from rag.steps.choosing.unsaid import unsaid
from rag.steps.finding.desk import Desk
from rag.steps.finding.naming import with_other_names
from rag.steps.finding.nearness import RELATED, nearness
from rag.steps.finding.spoken import spoken
from rag.steps.question.period import Period
from rag.steps.question.topic import has, held
from rag.steps.question.understand import Understood
from rag.steps.words import topic_stems
from rag.values.evidence import Hit, RecordedStatement

NEXT_TO_BEST = 0.6
"""Share of the best statement's score below which another one is left out."""
_MOST_COMPARED = 12
"""Sentences embedded for one question: about 4 ms each."""
_STRANGE = 0.3
"""What nearness in meaning loses where the article has none of the topic's words."""
_SOON = 2
"""Statements after one on the topic among which its reason is looked for."""
_FARTHEST_LEAD = 2
"""Paragraphs of prose that a quotation may stand after what it quotes for."""


def by_speaker(desk: Desk, understood: Understood, hits: Sequence[Hit] = ()) -> Selection:
    """Return the speaker's statements on the topic in text order, and else the nearest ones.

    In the articles of the hits those count too who speak for the body that is asked about.
    """
    found = _found(desk, understood, hits)
    if understood.topic.empty:
        found = with_following(told_so(found, understood.verb), found)
    if _claims(understood):
        pages = {one.candidate.article_id: one.candidate.page for one in found}
        if denied := unsaid(pages.values(), understood.speakers, understood.topic):
            return Selection(denied, verdict="unsaid")
        decided = on_claim(found, understood)
        told = decided if decided.answers else by_mention(desk, understood)
        return told if told.answers else decided
    if _asks_act(understood):
        did = [one for one in found if told_act(one, understood)]
        return _chosen(did, understood) if did else Selection(nearest=chosen(found).nearest)
    if _enough(found, understood):
        return _chosen(found, understood)
    found = found if understood.proposition else with_title(found, understood.topic, ON_TOPIC)
    if _enough(found, understood):
        return _chosen(found, understood)
    told = by_mention(desk, understood)
    if told.answers or understood.proposition:
        return told if told.answers else _chosen(found, understood)
    found = on_theme(found, understood.topic, ON_TOPIC)
    if found and not _enough(found, understood):
        found = _by_meaning(desk, understood, found)
    return _chosen(found, understood)


def by_words(desk: Desk, understood: Understood) -> Selection:
    """Return the speaker's statements that hold the topic's words, and else the nearest ones.

    It embeds nothing, so it is cheap.
    """
    found = _found(desk, understood)
    return on_claim(found, understood) if _claims(understood) else _chosen(found, understood)


def _claims(understood: Understood) -> bool:
    """Return whether the question asks if somebody made a claim."""
    return understood.proposition and understood.kind == "did_say"


def _asks_act(understood: Understood) -> bool:
    """Return whether it is asked if somebody apologised or threatened, not what they said."""
    return understood.kind == "did_say" and is_act(understood.verb)


def _found(desk: Desk, understood: Understood, hits: Sequence[Hit] = ()) -> list[Scored]:
    words = with_other_names(desk, understood.topic.text or understood.text)
    words = " ".join([words, *understood.topic.given])
    said = spoken(desk, understood.speakers, words, understood.text, understood.filters)
    said = with_spokespeople(desk, understood, said, hits)
    recorded = heard(desk, understood, said)
    spoke = candidates(desk, without_namesakes(recorded), understood.topic)
    made = [one for one in spoke if sure(one) or one.speaker not in understood.speakers]
    topic = respelt(desk, understood.topic, (one.own | one.lead for one in made))
    if topic != understood.topic:
        made = candidates(desk, [one.recorded for one in made], topic)
    rated = scored(made, topic)
    return as_asked(rated, understood.verb)


def without_namesakes(recorded: Sequence[RecordedStatement]) -> list[RecordedStatement]:
    """Leave out words under a bare surname in an article where its full bearer speaks as well.

    There the surname was not resolved to them because somebody else of that name was meant.
    """
    full = {(one.article_id, name.split()[-1]) for one in recorded if " " in (name := _name(one))}
    return [
        one for one in recorded if " " in _name(one) or (one.article_id, _name(one)) not in full
    ]


def _name(one: RecordedStatement) -> str:
    return (one.statement.speaker.name if one.statement.speaker else None) or ""


def _least(understood: Understood) -> float:
    return WHOLE_CLAIM if understood.proposition else ON_TOPIC


def _enough(found: Sequence[Scored], understood: Understood) -> bool:
    return max((one.whole for one in found), default=0.0) >= _least(understood)


def _chosen(found: Sequence[Scored], understood: Understood) -> Selection:
    """Return what is on the topic; for a timeline what is only fairly so as well."""
    if understood.shape == "timeline":
        return chosen(found, FAIRLY, next_to_best=0.0)
    reasons = understood.wants == "reason"
    if reasons or understood.kind == "said":
        found = _with_quotations(found, _least(understood), after_any=reasons)
        best = max((one.whole for one in found), default=0.0)
        found = with_sequels(found, max(_least(understood), NEXT_TO_BEST * best))
    return chosen(found, _least(understood))


def _with_quotations(found: Sequence[Scored], least: float, *, after_any: bool) -> list[Scored]:
    """Return the candidates, a quotation soon after words on the topic rated with them.

    News prose tells first what somebody said, and quotes it then; why they said it is answered by
    what they went on to say, `after_any` words of theirs.
    """
    rated = list(found)
    best = max((one.whole for one in found), default=0.0)
    for at, one in enumerate(found):
        if one.whole < max(least, NEXT_TO_BEST * best):
            continue
        if not after_any and (one.candidate.statement.kind == "direct" or one.own < best):
            continue
        for after in range(at + 1, min(at + 1 + _SOON, len(found))):
            quotation = found[after].candidate
            if quotation.opens_quoted and _leads(one.candidate, quotation, quotation):
                rated[after] = Scored(quotation, found[after].own, one.whole)
                break
    return rated


def heard(
    desk: Desk, understood: Understood, recorded: Sequence[RecordedStatement]
) -> list[RecordedStatement]:
    """Leave out comments, other voices or times than asked for, and what the filters shut out."""
    voice = understood.filters.voice
    admitted = desk.admitted(understood.filters)
    return [
        one
        for one in recorded
        if one.voice not in (Voice.COMMENT, Voice.FURNITURE)
        and (voice is None or one.voice is voice)
        and (admitted is None or one.article_id in admitted)
        and (understood.period is None or _said_in(desk, understood.period, one))
    ]


def _said_in(desk: Desk, period: Period, one: RecordedStatement) -> bool:
    """Return whether the words were said in the period; without a day, whether published in it."""
    page = desk.page(one.article_id)
    known = one.statement.said_on.value or (page.article.published.value if page else None)
    if period.holds(known):
        return True
    around = page.around(one.statement.span) if page else None
    return page is not None and around is not None and period.told_in(page.text(around))


def _by_meaning(desk: Desk, understood: Understood, found: list[Scored]) -> list[Scored]:
    """Score anew by meaning, for a topic whose words stand in none of the statements."""
    told = [at for at, one in enumerate(found) if _names_all(one.candidate, understood)]
    order = sorted(told, key=lambda at: -found[at].whole)[:_MOST_COMPARED]
    sentences = [found[at].candidate.sentence for at in order]
    asked = understood.asked or "they"
    values = nearness(desk.embedder, asked, understood.topic.text, sentences)
    near = {
        at: value * (1 - _STRANGE * (1 - _known(found[at].candidate, understood)))
        for at, value in zip(order, values, strict=True)
    }
    return [
        Scored(one.candidate, 0.0, max(one.whole, ON_TOPIC * near.get(at, 0.0) / RELATED))
        for at, one in enumerate(found)
    ]


def _known(candidate: Candidate, understood: Understood) -> float:
    """Return the share of the topic's words that the article has anywhere."""
    held = candidate.article_stems | candidate.lead
    stems = understood.topic.stems
    return sum(has(stem, held) for stem in stems) / len(stems) if stems else 1.0


def _names_all(candidate: Candidate, understood: Understood) -> bool:
    """Return whether the article has every name of the topic: no other name comes near one.

    Where the title names none of them the statement itself must have one, or what it elaborates:
    an article of many matters has many names. Of a topic that is nothing but names it must have
    half.
    """
    topic = understood.topic
    stems = candidate.article_stems | candidate.lead
    if not all(held(topic, name, stems) for name in topic.names):
        return False
    own = candidate.own | candidate.lead | candidate.aliases
    if topic.names.issuperset(topic.stems):
        return 2 * sum(held(topic, name, own) for name in topic.names) >= len(topic.names)
    own |= topic_stems(candidate.page.article.title.value or "")
    return not topic.names or any(held(topic, name, own) for name in topic.names)


def chosen(
    found: Sequence[Scored], enough: float = ON_TOPIC, *, next_to_best: float = NEXT_TO_BEST
) -> Selection:
    """Return what is on the topic, and what comes nearest to it."""
    best = max((one.whole for one in found), default=0.0)
    least = max(enough, next_to_best * best)
    drawn = _drawn_in(found, least)
    return selected(
        [
            Rated(one.candidate, max(one.whole, least) if at in drawn else one.whole)
            for at, one in enumerate(found)
        ],
        least,
    )


def _drawn_in(found: Sequence[Scored], least: float) -> frozenset[int]:
    """Return which statements a quotation on the topic quotes for: those that lead up to it.

    News prose paraphrases first and quotes after, so the quotation shows what the sentences of
    the same speaker just before it were about, up to where one says "also".
    """
    drawn: set[int] = set()
    for at, one in enumerate(found):
        if one.own < least or not one.candidate.opens_quoted:
            continue
        for before in range(at - 1, -1, -1):
            if not _leads(found[before].candidate, one.candidate, found[before + 1].candidate):
                break
            drawn.add(before)
    return frozenset(drawn)


def _leads(one: Candidate, quotation: Candidate, following: Candidate) -> bool:
    return (
        one.article_id == quotation.article_id
        and one.speaker == quotation.speaker
        and not following.turns
        and one.voice is Voice.NARRATION
        and quotation.place - one.place <= _FARTHEST_LEAD
        and not _interrupted(one, quotation)
    )


def _interrupted(one: Candidate, quotation: Candidate) -> bool:
    """Return whether somebody else speaks between the two."""
    start, end = one.statement.span.end, quotation.statement.span.start
    return any(
        start <= other.span.start < end
        and other.speaker is not None
        and other.speaker.name != one.speaker
        for other in one.page.article.statements
    )
