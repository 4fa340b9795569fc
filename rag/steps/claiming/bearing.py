"""Whether words bear on the question, where the pages' own words were found not to answer it.

Nothing was chosen as an answer there, so that a true claim about something else would pass for one.
"""

from rag.steps.claiming.holding import Kept
from rag.steps.question.understand import Understood
from rag.steps.words import topic_stems
from rag.values.answer import Withheld

_ENOUGH = 0.5
"""Share of the topic, by weight, that the claim and what it rests on speak of."""


def bearing(understood: Understood, claim: Kept, written: str) -> Kept | Withheld:
    """Return the claim if it speaks of who and what was asked about, else why it is not shown."""
    shown = " ".join([*(one.text for one in claim.stretches), claim.speaker or ""])
    rests = " ".join(one.evidence.page.text(one.span) for one in claim.rests)
    found = topic_stems(shown)
    people = (*understood.speakers, *([understood.asked] if understood.asked else ()))
    if people and not any(_named(person, found) for person in people):
        return Withheld(
            written, f"it does not speak of {people[0]}, who was asked about", "off_topic"
        )
    if not on_topic(understood, f"{shown} {rests}"):
        return Withheld(written, "it does not speak of what was asked about", "off_topic")
    return claim


def on_topic(understood: Understood, text: str) -> bool:
    """Return whether the text speaks of most of what was asked about."""
    weights, found = understood.topic.weights, topic_stems(text)
    met = sum(weight for stem, weight in weights.items() if stem in found)
    return met >= _ENOUGH * sum(weights.values())


def _named(person: str, found: frozenset[str]) -> bool:
    stems = topic_stems(person.split()[-1])
    return bool(stems) and stems <= found
