"""Claims made of a page's own words that say the opposite of it, or give a deed to another."""

import pytest
from quoted_pages import page

from ingest import Span, Voice
from rag.steps.claiming.checking import checked_claim
from rag.steps.claiming.claim import WrittenClaim
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.holding import Kept
from rag.steps.finding.paragraphs import page_of
from rag.steps.quoting import Reading
from rag.values.answer import Withheld

TEXTS = (
    "Mira Tolen dismissed claims from her rival Bruno Pell that the guild was “poisoning” the bay.",
    "Odile Maren brushed off suggestions that she would sell the quay.",
    "Carl Moor believes that the lock leaks.",
    "“The letter came to my desk,” Anna Lee told the harbour council.",
    "Ivo Brandt, the warden, has been criticised for leaving the tower.",
    "An earlier version of this article said that 27 boats had sunk and wrongly named the bay.",
    "Jonas Reet said a lease “is not a gift that one town gives to another”.",
    "Dora Finch said 140 jobs would go. “None of them before winter,” Finch added.",
    "The survey was paid for by the brewery Goldkamm.",
    "State secretary Nora Bell said Lund was right about the grant.",
    "The ferry will close in May, Hugo Stern said.",
    "Seven sailors are dead, the rescue ministry said, and two are missing.",
    "A spokesman for the mill said the wheel had stopped.",
    "The bay's envoy, Tilda Voss, urged both towns to talk. A date “is not a prize”, Voss said.",
    "Erik Dahl ruled out selling the tower.",
    "Ines Falk defaulted on a state loan.",
)
PAGE = page("bay.txt", *((Voice.NARRATION, f"{text}\n") for text in TEXTS))


def judged(text: str) -> Kept | Withheld:
    whole = page_of(PAGE, frozenset(Voice) - {Voice.FURNITURE})
    evidence = {
        number: Evidence(number, whole, Reading(PAGE), _paragraph(start), Voice.NARRATION, None)
        for number, start in enumerate(TEXTS, 1)
    }
    results = [checked_claim(WrittenClaim(text, (number,), ()), evidence) for number in evidence]
    return next((one for one in results if isinstance(one, Kept)), results[0])


def _paragraph(text: str) -> Span:
    start = PAGE.text.index(text)
    return Span(start, start + len(text))


@pytest.mark.parametrize(
    "claim",
    [
        "The guild was “poisoning” the bay, Tolen said.",
        "Mira Tolen claims that the guild was “poisoning” the bay.",
        "Odile Maren said she would sell the quay.",
        "Odile Maren suggests that she would sell the quay.",
        "Carl Moor said the lock leaks.",
        "The harbour council told Anna Lee: “The letter came to my desk.”",
        "Anna Lee was told by the harbour council: “The letter came to my desk.”",
        "Ivo Brandt criticised leaving the tower.",
        "27 boats had sunk, this article said.",
        "Jonas Reet said a lease is a “gift that one town gives to another”.",
        "Dora Finch said 140 jobs would go “before winter”.",
        "The survey paid the brewery Goldkamm.",
        "Nora Bell said Lund was right about the state.",
        "The ferry closed in May, Hugo Stern said.",
        "The ferry must close in May, Hugo Stern said.",
        "The ferry can close in May, Hugo Stern said.",
        "Seven sailors are dead, according to Hugo Stern.",
        "Erik Dahl said selling the tower.",
        "Ines Falk state defaulted on a loan.",
    ],
)
def test_what_turns_the_page_around_is_withheld(claim: str) -> None:
    assert isinstance(judged(claim), Withheld), judged(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Anna Lee told the harbour council: “The letter came to my desk.”",
        "Ivo Brandt has been criticised for leaving the tower.",
        "Jonas Reet said a lease “is not a gift that one town gives to another”.",
        "The survey was paid for by the brewery Goldkamm.",
        "Nora Bell said Lund was right about the grant.",
        "The ferry would close in May, Hugo Stern said.",
        "Seven sailors are dead, according to the rescue ministry.",
        "The bay's envoy, Tilda Voss, said a date “is not a prize”.",
        "Erik Dahl ruled out selling the tower.",
        "Ines Falk defaulted on a state loan.",
    ],
)
def test_what_only_tells_it_otherwise_is_kept(claim: str) -> None:
    assert isinstance(judged(claim), Kept), judged(claim)


def test_words_of_somebody_without_a_name_are_told_as_theirs() -> None:
    kept = judged("The wheel had stopped.")
    assert isinstance(kept, Kept)
    assert kept.speaker == "A spokesman for the mill"
