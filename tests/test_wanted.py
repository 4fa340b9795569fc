"""What an answer must hold, on invented questions and sentences."""

import pytest

from rag.steps.choosing.answer_types import counts, exact, holds
from rag.steps.question.wanted import Wants, counted, unframed, wanted
from rag.steps.words import akin, stems, topic_stems


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("How long did the ferry strike last?", "duration"),
        ("For how many days was the weir shut?", "duration"),
        ("What percentage of millers drink tea?", "percent"),
        ("Which share of the harvest was lost?", "percent"),
        ("What was the result of the vote?", "result"),
        ("What was the final score?", "result"),
        ("How many boats waited?", "number"),
        ("What did the bridge cost?", "money"),
        ("How long ago was the weir built?", "any"),
        ("When did the strike end?", "date"),
        ("Where did it take place?", "place"),
        ("What happened at the weir?", "any"),
    ],
)
def test_a_question_tells_what_it_wants(question: str, wants: Wants) -> None:
    assert wanted(question) == wants


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("How many boats waited below the weir?", "boat"),
        ("How many Orrinian prisoners of war are held?", "prison"),
        ("How many famous poets live there?", "poet"),
        ("How many people died?", None),
        ("How many died in the flood?", None),
        ("How much did it cost?", None),
    ],
)
def test_what_is_counted_is_the_first_plural_after_how_many(
    question: str, noun: str | None
) -> None:
    assert counted(question) == noun


@pytest.mark.parametrize(
    ("wants", "sentence", "held"),
    [
        ("duration", "The strike had lasted 41 days.", True),
        ("duration", "She was jailed for six years.", True),
        ("duration", "The fund paid out 41 crowns.", False),
        ("percent", "Some 38% of the millers drink tea.", True),
        ("percent", "One in five millers drinks tea.", True),
        ("percent", "There are 38 millers.", False),
        ("result", "The vote was 812 to 305.", True),
        ("result", "The jury found him guilty.", True),
        ("result", "The vote was held on Friday.", False),
    ],
)
def test_only_the_kind_of_thing_asked_for_answers(wants: Wants, sentence: str, held: bool) -> None:
    assert holds(wants, sentence, "How was it?") is held


def test_a_number_counts_what_its_sentence_names_or_points_back_to() -> None:
    around = topic_stems("The boats waited.")
    assert counts("boat", "Thirty boats waited.", topic_stems("Thirty boats waited."), frozenset())
    assert counts("boat", "Thirty of them had medicine.", topic_stems("Thirty medicine"), around)
    assert not counts("boat", "Thirty lorries waited.", topic_stems("Thirty lorries"), around)


def test_who_acted_is_told_by_a_verb_and_not_by_a_noun_made_of_it() -> None:
    verb = stems(["mediated"])[0]
    assert exact("person", verb, "Odile Maren mediated the talks.")
    assert not exact("person", verb, "They met under mediation.")
    assert exact("result", None, "It ended 3-1.")


def test_words_that_only_ask_are_no_topic() -> None:
    assert "long" not in unframed("How long did the strike last?")
    assert unframed("How long?") == "How long?"


@pytest.mark.parametrize(
    ("one", "other"), [("closed", "closure"), ("died", "death"), ("deciding", "decision")]
)
def test_a_verb_and_its_noun_are_of_one_family(one: str, other: str) -> None:
    assert akin(stems([one])[0], stems([other])[0])
