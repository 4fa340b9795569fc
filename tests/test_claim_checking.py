"""What a language model claims against the pages: invented people, and every way to tell lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quoted_pages import page

from ingest import Span, Voice
from rag.steps.claiming.checking import checked_claim
from rag.steps.claiming.claim import Malformed, WrittenClaim, WrittenQuote
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.holding import Kept
from rag.steps.finding.paragraphs import page_of
from rag.steps.quoting import Reading
from rag.values.answer import Withheld

TOLEN = "The night ferry will not sail before June, and nobody asked us to mend it."
HARBOUR = page(
    "harbour.txt",
    (Voice.HEADLINE, "Night ferry stays in harbour\n"),
    (Voice.NARRATION, f"“{TOLEN}” said Mira Tolen in Vellmar on Friday.\n"),
    (Voice.NARRATION, "Bruno Pell denied that the guild had closed the lock for 40 hours.\n"),
    (Voice.NARRATION, "Odile Maren said that the mayor may sell the quay.\n"),
    (
        Voice.NARRATION,
        "The guild counted 4,000 sacks and 300 boats in April 2031. Mira Tolen sued Bruno Pell.\n",
    ),
    (Voice.NARRATION, "Anna Lee visited the guild, and Carl Moor paid the toll.\n"),
    (Voice.NARRATION, "There were rumours that the quay was sold.\n"),
    (Voice.NARRATION, "If the rain ends, the lock will open.\n"),
    (Voice.NARRATION, "Is the bridge safe?\n"),
    (Voice.NARRATION, "The mill paid Bruno Pell.\n"),
    (Voice.NARRATION, "Carl Moor sued Odile Maren. “We will win,” Bruno Pell said of Moor.\n"),
    (Voice.NARRATION, "The storm sank more than 70 boats.\n"),
    (Voice.NARRATION, "Some sailors blamed most of the wardens.\n"),
    (
        Voice.NARRATION,
        "On January 9, a fire closed Orrin’s lock, according to the Orrin council.\n",
    ),
    (Voice.COMMENT, "Anton: Tolen lied about the ferry, they sold it in May.\n"),
)
VOICES = frozenset(Voice) - {Voice.FURNITURE}


def block(number: int, start: str, voice: Voice = Voice.NARRATION) -> Evidence:
    whole = page_of(HARBOUR, VOICES)
    at = HARBOUR.text.index(start)
    span = next(one.span for one in whole.paragraphs if one.span.covers(Span(at, at + 1)))
    return Evidence(number, whole, Reading(HARBOUR), span, voice, None)


EVIDENCE = {
    1: block(1, "“The night"),
    2: block(2, "Bruno Pell denied"),
    3: block(3, "Odile"),
    4: block(4, "The guild counted"),
    5: block(5, "Anton", Voice.COMMENT),
    6: block(6, "Anna Lee"),
    7: block(7, "There were"),
    8: block(8, "If the rain"),
    9: block(9, "Is the bridge"),
    10: block(10, "The mill"),
    11: block(11, "Carl Moor sued"),
    12: block(12, "The storm"),
    13: block(13, "Some sailors"),
    14: block(14, "On January"),
}


def judged(text: str, *numbers: int, quotes: tuple[WrittenQuote, ...] = ()) -> Kept | Withheld:
    return checked_claim(WrittenClaim(text, numbers, quotes), EVIDENCE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"Mira Tolen said: “{TOLEN}”", 1),
        (f'Mira Tolen said, "{TOLEN}"', 1),
        (f"«{TOLEN}», said Tolen in Vellmar on Friday.", 1),
        ("Mira Tolen said that the ferry ‘will not sail before June’.", 1),
        ("Bruno Pell denied that the guild had closed the lock for 40 hours.", 2),
        ("According to The Harbour Post, the guild counted 4,000 sacks in April 2031.", 4),
        ("The guild counted 4000 sacks.", 4),
        ("Odile Maren said the mayor may sell the quay.", 3),
        ("Mira Tolen sued Bruno Pell.", 4),
        ("Some sailors blamed most of the wardens.", 13),
        ("In April 2031, the guild counted 4,000 sacks and 300 boats.", 4),
        ("Tolen said the night ferry will not sail before June.", 1),
        ("Anna Lee visited the guild.", 6),
    ],
)
def test_what_the_evidence_says_is_kept(text: str, number: int) -> None:
    kept = judged(text, number)
    assert isinstance(kept, Kept), kept
    assert kept.rests
    assert all(rest.evidence is EVIDENCE[number] for rest in kept.rests)


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("The guild burned the archive.", 4, "burned"),
        ("The guild counted 5,000 sacks.", 4, "5000"),
        ("The guild counted 300 sacks.", 4, "belongs to something else"),
        ("The guild counted 4,000 sacks in May 2031.", 4, "May"),
        ("The guild counted 300 boats and 4,000 sacks.", 4, "another order"),
        ("Bruno Pell sued Mira Tolen.", 4, "another order"),
        ("The guild had closed the lock for 40 hours.", 2, "leaves out a denial"),
        ("Bruno Pell denied that the guild had closed the lock for 40 days.", 2, "days"),
        ("The guild did not count 4,000 sacks.", 4, "denial"),
        ("Odile Maren said the mayor sells the quay.", 3, "reservation"),
        ("Bruno Pell said the mayor may sell the quay.", 3, "bruno"),
        ("Mira Tolen said: “The night ferry will sail before June”", 1, "differ"),
        ("Mira Tolen said: “sail before June”", 1, ""),
        (f"Bruno Pell said: “{TOLEN}”", 1, "not that speaker's"),
        (f"Rosamund Tolen said: “{TOLEN}”", 1, "not that speaker's"),
        (f"Mira Tolen never said: “{TOLEN}”", 1, "not said"),
        (f"Bruno Pell: “{TOLEN}”", 1, "gives these words to Mira Tolen"),
        (f"Mira Tolen said: “{TOLEN}” and then resigned.", 1, "resigned"),
        (f"Mira Tolen said: “{TOLEN}", 1, "no partner"),
        ("Mira Tolen said: 「We sold it」", 1, "the quoted words"),
        ("Mira Tolen said: We sold it.", 1, "sold"),
        (f"Mira Tolen said: “{TOLEN}” ![x](https://evil.example/a.png)", 1, "markup"),
        (f"Mira Tolen said: “{TOLEN}” ✅ verified", 1, "signs"),
        (f"Mira Tolen said: “{TOLEN}” [1]", 1, "markup"),
        (f"Mira\u202e Tolen said: “{TOLEN}”", 1, "nobody sees"),
        (f"Mira Tolen said: “{TOLEN}”", 2, "another place"),
        (f"Mira Tolen said: “{TOLEN}”", 16, "no evidence number 16"),
        ("Anna Lee paid the toll.", 6, "keeps apart"),
        ("The guild paid the toll.", 6, "keeps apart"),
        ("Lee visited the guild and paid the toll.", 6, "keeps apart"),
        ("The quay was sold.", 7, "hang on"),
        ("The lock will open.", 8, "condition"),
        ("The bridge is safe.", 9, "asks this"),
        ("Bruno Pell paid the mill.", 10, "order"),
        ("Bruno Pell, who sued Odile Maren, said: “We will win”", 11, "does not stand in one"),
        ("The storm sank 70 boats.", 12, "belongs to something else"),
        ("The storm sank about 70 boats.", 12, "belongs to something else"),
        ("Sailors blamed the wardens.", 13, "how many"),
        ("Some sailors blamed the wardens.", 13, "how many"),
        ("And so it was.", 1, "nothing in the evidence"),
        ("Mira Tolen said: “they sold it in May”", 5, "reader's comment"),
        ("x" * 5_000, 1, "too long"),
    ],
)
def test_what_it_does_not_say_is_withheld_with_a_reason(
    text: str, number: int, reason: str
) -> None:
    withheld = judged(text, number)
    assert isinstance(withheld, Withheld), withheld
    assert withheld.text == text
    assert reason in withheld.reason
    assert withheld.kind in {"quote", "speaker", "unsupported"}


def test_a_claim_without_evidence_and_a_malformed_one_are_withheld() -> None:
    assert isinstance(judged(f"Mira Tolen said: “{TOLEN}”"), Withheld)
    assert checked_claim(Malformed("hm", "no claim"), EVIDENCE) == Withheld(
        "hm", "no claim", "malformed"
    )


@pytest.mark.parametrize(
    "quote",
    [
        WrittenQuote(1, TOLEN, "Bruno Pell"),
        WrittenQuote(2, TOLEN, "Mira Tolen"),
        WrittenQuote(9, TOLEN, "Mira Tolen"),
        WrittenQuote(1, TOLEN.replace("June", "July"), "Mira Tolen"),
        WrittenQuote(1, "", "Mira Tolen"),
    ],
)
def test_a_listed_quote_is_held_to_the_same(quote: WrittenQuote) -> None:
    assert isinstance(judged("Mira Tolen commented on this.", 1, quotes=(quote,)), Withheld)
    true = WrittenQuote(1, TOLEN, "Mira Tolen")
    assert isinstance(judged("Mira Tolen commented on this.", 1, quotes=(true,)), Kept)


def test_words_without_their_speaker_get_one_and_readers_are_called_readers() -> None:
    bare = judged(f"“{TOLEN}”", 1)
    assert isinstance(bare, Kept)
    assert bare.speaker == "Mira Tolen"
    told = judged("The mayor may sell the quay.", 3)
    assert isinstance(told, Kept)
    assert told.speaker == "Odile Maren"
    reader = judged("“they sold it in May”", 5)
    assert isinstance(reader, Kept)
    assert reader.readers


def test_a_quote_is_shown_in_the_pages_own_characters() -> None:
    kept = judged('Mira Tolen said: "the night  ferry will not sail before June"', 1)
    assert isinstance(kept, Kept)
    assert kept.stretches[-1].text == "The night ferry will not sail before June"


WORDS = TOLEN.split()


@given(st.data())
def test_no_mutated_quote_passes(data: st.DataObject) -> None:
    words = list(WORDS)
    at = data.draw(st.integers(0, len(words) - 1))
    match data.draw(st.sampled_from(["drop", "swap", "letter", "add"])):
        case "drop" if 0 < at < len(words) - 1:
            del words[at]
        case "swap" if at + 1 < len(words):
            words[at], words[at + 1] = words[at + 1], words[at]
        case "letter":
            words[at] = words[at] + data.draw(st.sampled_from(["s", "x", "е", "\u0301"]))
        case _:
            words.insert(at, data.draw(st.sampled_from(["never", "Pell", "7", "perhaps"])))
    quote = " ".join(words)
    listed = WrittenQuote(1, quote, "Mira Tolen")
    assert isinstance(judged(f"Mira Tolen said: “{quote}”", 1), Withheld)
    assert isinstance(judged("Mira Tolen spoke.", 1, quotes=(listed,)), Withheld)


@pytest.mark.parametrize("text", ["They did it.", "Tolen never said so.", "Tolen said he would."])
def test_small_words_beside_a_true_quote_claim_nothing_unchecked(text: str) -> None:
    quote = WrittenQuote(1, TOLEN, "Mira Tolen")
    assert isinstance(judged(text, 1, quotes=(quote,)), Withheld)
    assert isinstance(judged(f"{text[:-1]}: “{TOLEN}”", 1), Withheld)
    assert isinstance(judged("Tolen said so.", 1, quotes=(quote,)), Kept)


def test_a_true_quote_does_not_carry_a_false_deed_along() -> None:
    quote = WrittenQuote(11, "We will win", "Bruno Pell")
    assert isinstance(judged("Pell sued Odile Maren.", 11, quotes=(quote,)), Withheld)
    assert isinstance(judged("Carl Moor sued Odile Maren.", 11, quotes=(quote,)), Kept)
