"""True claims in wordings that no page has, and what each would have to say to be false."""

import pytest
from quoted_pages import page

from ingest import Voice
from rag.steps.claiming.checking import checked_claim
from rag.steps.claiming.claim import WrittenClaim
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.holding import Kept
from rag.steps.claiming.renderings import renderings
from rag.steps.claiming.rewording import active, dated_first
from rag.steps.claiming.tokens import tokens
from rag.steps.finding.paragraphs import page_of
from rag.steps.quoting import Reading

LINES = (
    "“The dyke is not broken,” Mira Tolen said in Vellmar in May. “It is open. They can sail.”",
    "“We demand that the council mend our quay,” Bruno Pell told sailors on Monday.",
    "Odile Maren praised the wardens as a “shield of the town.”",
    "The talks had been “long and dull,” Carl Moor said.",
    "The port lost the ferry in the storm of 2031, in which more than 70 sailors died.",
    "March 3, 2030: masons close the lock near Orrin.",
    "On Tuesday, hundreds of Vellmar pilots struck to protest the lack of pay.",
    "Anna Lee was fined by the harbour court of twelve judges.",
    "The mayor sued the owner of the mill, and fined the baker.",
    "The order came after Orla Quist asked by letter that the crew sail for the quay.",
)
PAGE = page("dyke.txt", *((Voice.NARRATION, f"{line}\n") for line in LINES))
WHOLE = page_of(PAGE, frozenset(Voice) - {Voice.FURNITURE})
EVIDENCE = {
    number: Evidence(number, WHOLE, Reading(PAGE), one.span, Voice.NARRATION, None)
    for number, one in enumerate(WHOLE.paragraphs, start=1)
}


def holds(text: str, number: int) -> bool:
    return isinstance(checked_claim(WrittenClaim(text, (number,)), EVIDENCE), Kept)


@pytest.mark.parametrize(
    ("number", "true", "false"),
    [
        (1, "In May, Mira Tolen said in Vellmar that the dyke was not broken.", "not ->"),
        (1, "In May, Mira Tolen said in Vellmar that the dyke was not broken.", "May->June"),
        (1, "Mira Tolen insisted that “the dyke is not broken.”", "insisted->denied"),
        (1, "Mira Tolen stated that the dyke was not broken.", "Mira Tolen->Bruno Pell"),
        (1, "Mira Tolen said that they could sail.", "they->it"),
        (1, "Mira Tolen said that the dyke was not broken.", "broken.->broken in May."),
        (2, "Bruno Pell demanded that the council mend their quay.", "their->its"),
        (2, "Bruno Pell demanded that the council mend our quay.", "demanded->said"),
        (2, "On Monday, Bruno Pell demanded that the council mend their quay.", "Monday->Friday"),
        (3, "Odile Maren called the wardens a “shield of the town.”", "wardens->town"),
        (3, "The wardens were praised by Odile Maren as a “shield of the town.”", "by->with"),
        (4, "Carl Moor called the talks “long and dull.”", "talks->sailors"),
        (5, "More than 70 sailors died in the storm of 2031.", "More than 70->70"),
        (5, "In the storm of 2031, more than 70 sailors died.", "storm->ferry"),
        (6, "Masons closed the lock near Orrin on 3 March 2030.", "3 March->4 March"),
        (6, "The lock near Orrin was closed by masons on March 3, 2030.", "masons->the lock"),
        (7, "Hundreds of Vellmar pilots struck on Tuesday.", "Vellmar pilots->Vellmar"),
        (
            7,
            "Hundreds of Vellmar pilots struck to protest the lack of pay.",
            "the lack of pay->pay",
        ),
        (8, "The harbour court of 12 judges fined Anna Lee.", "12->13"),
        (9, "The mayor sued the owner of the mill.", "the owner of the mill->the mill"),
        (
            10,
            "The order came after Orla Quist asked by letter that the crew sail for the quay.",
            "after->before",
        ),
    ],
)
def test_a_wording_holds_and_its_twin_does_not(number: int, true: str, false: str) -> None:
    before, _, after = false.partition("->")
    twin = true.replace(before, after, 1)
    assert twin != true
    assert holds(true, number)
    assert not holds(twin, number)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Mira Tolen said that the dyke was not broken and that it was open.", True),
        ("Mira Tolen said that the dyke was not broken and that it was shut.", False),
        ("Mira Tolen said that the dyke was not broken. She said that they could sail.", True),
        ("Mira Tolen said that the dyke was broken. She said that they could sail.", False),
    ],
)
def test_each_part_of_a_claim_must_hold(text: str, true: bool) -> None:
    assert holds(text, 1) is true


def test_a_pronoun_is_named_where_it_stands_and_not_in_another_word() -> None:
    said = "Bruno Pell demanded that the council mend their quay. Then he demanded that it mend it."
    named = said.replace("that it mend it", "that the council mend our quay")
    assert holds(named, 2)
    assert not holds(said, 2)


def test_a_pronoun_does_not_give_a_sentence_to_whoever_was_named_last() -> None:
    said = "Odile Maren praised the wardens. She said in Vellmar that the dyke was not broken."
    assert not isinstance(checked_claim(WrittenClaim(said, (1, 3)), EVIDENCE), Kept)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on 9 January 2031", "on January 9, 2031"),
        ("4 boats", "four boats"),
        ("120 000 sacks", "120,000 sacks"),
    ],
)
def test_numbers_and_days_have_one_form(one: str, other: str) -> None:
    assert [word.word for word in tokens(one)] == [word.word for word in tokens(other)]


def test_the_month_is_not_the_verb() -> None:
    assert [one.word for one in tokens("in May she may go")] == ["in", "May", "she", "may", "go"]


def test_other_forms_say_no_more_than_the_sentence() -> None:
    assert list(renderings("The dyke is shut.")) == ["The dyke is shut."]
    assert "ten sailed in the storm." in renderings("He saw the storm, in which ten sailed.")
    assert "Lee fined the baker in May" in active("The baker was fined by Lee in May")
    assert list(dated_first("Lee left on Monday.")) == ["On Monday, Lee left."]
