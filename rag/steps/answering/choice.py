"""What the archive has on a question before anything is checked, and why when it has nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.steps.answering.abstain import Why
from rag.steps.choosing.anybody import by_anybody
from rag.steps.choosing.asked_there import asked_there
from rag.steps.choosing.authors import asked_author, authors
from rag.steps.choosing.cued import is_act
from rag.steps.choosing.defined import defined
from rag.steps.choosing.described import described
from rag.steps.choosing.documents import is_document
from rag.steps.choosing.events import events
from rag.steps.choosing.facts import facts
from rag.steps.choosing.gathered import sentences
from rag.steps.choosing.hearers import hearers
from rag.steps.choosing.mentioned import by_mention, naming
from rag.steps.choosing.on_day import on_day
from rag.steps.choosing.outlets import by_outlet, outlet_meant
from rag.steps.choosing.readers import readers
from rag.steps.choosing.said import by_speaker
from rag.steps.choosing.selection import Selection
from rag.steps.choosing.sides import takes_side
from rag.steps.choosing.unnamed import by_described
from rag.steps.choosing.whom import Bearer, each, meant, namesakes, shared_out
from rag.steps.finding.desk import Desk
from rag.steps.finding.naming import with_other_names
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.topic import Topic, has, topic_of
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import stems, words
from rag.values.evidence import Hit
from rag.values.question import NO_FILTERS

_MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What the archive has on a question, before anything is checked."""

    selection: Selection
    why: Why = "found"
    """Why there is no answer, when the selection holds none."""
    choices: tuple[str, ...] = ()
    """Those of whom one is to be named, when several may be meant."""
    taken: str | None = None
    """Whom the question was taken to mean, when others bear the name too."""
    others: tuple[str, ...] = ()
    """The others who bear the name."""
    mostly: bool = False
    """Whether some of the others have words on the topic too, if few."""
    silent: tuple[str, ...] = ()
    """Those among the people listed who said nothing on the topic."""


def gather(desk: Desk, understood: Understood, *, embed: bool = True) -> list[Hit]:
    """Return the passages that a question's own words find.

    Without `embed` comments are found by their words and get no vectors for it.
    """
    if understood.unresolved:
        return []
    shelf, filters = understood.shelf, understood.filters
    query = " ".join([with_other_names(desk, understood.text), *understood.topic.given])
    return retrieve(desk, query, filters, shelf=shelf, limit=_MOST_HITS, embed=embed)


def choose(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Choice:
    """Return the words that answer, or why there are none and what comes nearest."""
    if understood.unresolved:
        several = understood.choices
        return Choice(Selection(), "which" if several else "pronoun", choices=several)
    if particular := _of_a_kind(desk, understood, hits):
        return particular
    understood = replace(understood, who=None)
    if understood.speaker_unknown:
        return _unknown(desk, understood, hits)
    if len(understood.persons) > 1 or understood.absent:
        return _of_several(desk, understood)
    if several := namesakes(desk, understood):
        return Choice(Selection(), "which", choices=several)
    if understood.speakers:
        said = by_speaker(desk, understood, hits)
        if said.answers or understood.certain or understood.proposition or understood.period:
            return Choice(said, "topic")
        return Choice(
            _done(_theirs(facts(desk, understood, hits), understood.speakers), understood)
        )
    if understood.topic.empty:
        return Choice(Selection(), "none")
    return _of_anybody(desk, understood, hits)


def _of_a_kind(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Choice | None:
    """Return what answers a question for comments, for who somebody is, wrote or heard something.

    None for the rest, and where what is in small letters turns out to be nobody.
    """
    if understood.shelf == "comment":
        return Choice(readers(desk, understood, hits), "no_comments")
    if understood.who:
        who = described(desk, understood)
        return Choice(who, "who") if who.answers or not understood.who.islower() else None
    if about := asked_author(understood.text):
        return Choice(authors(desk, understood, about), "author")
    return Choice(hearers(desk, understood), "hearers") if understood.hearers else None


def explained(desk: Desk, understood: Understood, choice: Choice) -> Choice:
    """Return the choice; one without an answer says where the answer would have been."""
    if choice.selection.answers or choice.why not in ("topic", "found", "who"):
        return choice
    if understood.filters != NO_FILTERS:
        wider, whole = replace(understood, filters=NO_FILTERS), desk.wider or desk
        elsewhere = choose(whole, wider, gather(whole, wider)).selection
        if elsewhere.answers:
            return Choice(Selection(nearest=elsewhere.answers[:2]), "filters")
    if understood.kind in ("fact", "who_said") and understood.filters.voice is None:
        below = replace(understood, shelf="comment")
        remarks = gather(desk, below, embed=False)
        if any(one.score == 1.0 for one in readers(desk, below, remarks).answers):
            return replace(choice, why="comments")
    return choice


def _unknown(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Choice:
    """Return words of somebody only described, of an outlet or document, or what comes nearest."""
    if outlet := outlet_meant(desk, understood.asked):
        return Choice(by_outlet(desk, understood, outlet), "outlet")
    told = by_described(desk, understood, hits).answers or by_mention(desk, understood).answers
    if not told and is_document(understood.asked or ""):
        whole = topic_of(f"{understood.asked} {understood.topic.text}")
        return Choice(facts(desk, replace(understood, topic=whole), hits))
    if not told and (understood.asked or "").islower():
        told = _of_a_group(desk, understood, hits)
    nearest = naming(desk, understood) or facts(desk, understood, hits).nearest[:1]
    return Choice(Selection(told, nearest), "speaker")


def _of_a_group(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> tuple[Proposed, ...]:
    """Return the sentences that name a group, such as "residents", and answer of it."""
    asked = understood.asked or ""
    whole = topic_of(f"{asked} {understood.topic.text}")
    found = facts(desk, replace(understood, topic=whole), hits).answers
    group = stems(words(asked))
    own = _theirs(Selection(found), (asked,)).answers
    return tuple(one for one in own if all(has(word, stems(words(one.quote))) for word in group))


def _of_anybody(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Choice:
    if understood.kind == "who_said":
        said = by_anybody(desk, understood, hits)
        if said.answers:
            return Choice(said)
        if takes_side(understood.verb):
            seen = facts(desk, understood, hits).answers
            return Choice(Selection(seen, said.nearest), "side")
    plain = on_day(desk, understood, hits).answers or defined(desk, understood, hits).answers
    if plain:
        return Choice(Selection(plain))
    if outlet := outlet_meant(desk, understood.source):
        return Choice(by_outlet(desk, understood, outlet), "outlet")
    if understood.shape == "timeline":
        told = events(desk, understood, hits)
        if told.answers:
            return Choice(told)
    found = sentences(desk, understood, hits)
    there = asked_there(understood, found)
    if there.answers:
        return Choice(there)
    if understood.source and all(word[:1].isupper() for word in understood.source.split()):
        return Choice(_from_source(desk, understood, understood.source, hits))
    return Choice(facts(desk, understood, hits, found))


def _from_source(desk: Desk, understood: Understood, source: str, hits: Sequence[Hit]) -> Selection:
    """Return what is told of the words of whom the question names, or facts that nobody else tells.

    They are no known speaker, so the question may ask for a fact after all; but another's words
    are no answer to it.
    """
    topic = _without(understood.topic, f"{source} {understood.verb}")
    asked = replace(understood, asked=source, topic=topic)
    told = by_described(desk, asked, hits)
    if not told.answers:
        told = by_mention(desk, asked)
    return _theirs(told if told.answers else facts(desk, understood, hits), (source,))


def _done(found: Selection, understood: Understood) -> Selection:
    """Return the selection; of "did Lee apologise?" only what tells of that very act."""
    if understood.kind != "did_say" or not is_act(understood.verb):
        return found
    act = stems([understood.verb])[0]
    kept = tuple(one for one in found.answers if has(act, stems(words(one.quote))))
    return replace(found, answers=kept)


def _theirs(found: Selection, names: Sequence[str]) -> Selection:
    """Return the selection without what somebody says whom the question does not name."""
    own = {word for name in names for word in words(name)}
    fitting = tuple(
        one
        for one in found.answers
        if one.statement is None
        or one.statement.speaker is None
        or not one.statement.speaker.name
        or own & set(words(one.statement.speaker.name))
    )
    return replace(found, answers=fitting)


def _without(topic: Topic, source: str) -> Topic:
    return topic_of(topic.text, without=frozenset(stems(words(source))))


def _of_several(desk: Desk, understood: Understood) -> Choice:
    """Return the words of all whom the question lists, or of the one bearer of a name meant."""
    bearers = each(desk, understood)
    if understood.listed:
        unheard = [one.name for one in bearers if not one.selection.answers]
        silent = (*unheard, *understood.absent)
        nearest = tuple(words for one in bearers for words in one.selection.nearest[:1])
        return Choice(Selection(shared_out(bearers), nearest), "topic", silent=silent)
    able = meant(desk, bearers, understood.asked or "")
    if len(able) == 1:
        return _taken(able[0], bearers)
    if not able:
        nearest = tuple(words for one in bearers for words in one.selection.nearest[:1])
        return Choice(Selection((), nearest), "topic")
    return Choice(Selection(), "which", choices=tuple(one.name for one in able))


def _taken(one: Bearer, bearers: Sequence[Bearer]) -> Choice:
    if " " not in one.name:
        return Choice(one.selection, "topic")
    others = tuple(o.name for o in bearers if o is not one and " " in o.name)
    mostly = any(other.selection.answers for other in bearers if other is not one)
    return Choice(one.selection, "topic", taken=one.name, others=others, mostly=mostly)
