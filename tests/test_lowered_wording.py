"""Wording is found whatever the case that it is written in, and lines fold as they always did."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lines import split_lines
from ingest.phrases import UNSEEN_LETTERS, fold
from ingest.traits import Sign, says_who, traits_of


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("ALL RIGHTS RESERVED by the Harbour Courier", "legal"),
        ("TÜM HAKLARI SAKLIDIR", "legal"),
        ("Devamını oku: Liman açıldı", "read_more"),
        ("READ MORE: The quay that nobody mended", "read_more"),
        ("Download Our Harbour App and read on board", "promo"),
        ("The quay was mended again... Continue Reading", "read_more"),
        ("Please Consider a Donation, so that we can go on", "promo"),
    ],
)
def test_wording_is_found_in_any_case(line: str, sign: Sign) -> None:
    """Capitals and the Turkish i without a dot make no difference."""
    assert traits_of(split_lines(line)[0]).sign == sign


def test_credits_and_commenters_are_found_in_any_case() -> None:
    """So is what tells a picture's source and a commenter."""
    assert traits_of(split_lines("PHOTO: Ann Reader")[0]).credited
    assert says_who("Ann Reader WROTE on Monday:")


@given(st.text(max_size=230))
def test_folding_trims_what_is_no_letter_or_digit(text: str) -> None:
    """The two ways to say it agree on every text."""
    trimmed = re.sub(r"^[\W_]+|[\W_]+$", "", text[:200])
    assert fold(text) == re.sub(r"\s+", " ", trimmed).casefold()


@given(st.text(alphabet="a\U0001f3f4\U000e0061\U000e007f", max_size=12))
def test_unseen_letters_are_two_or_more_outside_a_flag(text: str) -> None:
    """A letter right behind the black flag belongs to it."""
    plain = re.finditer("(?<!\U0001f3f4)[\U000e0000-\U000e007f]{2,}", text)
    found = [one.span() for one in UNSEEN_LETTERS.finditer(text)]
    assert found == [one.span() for one in plain]
