"""Names as questions write them, matched against those who speak in an archive."""

import pytest

from rag.steps.answering.compose import one_form_each
from rag.steps.people.names import matching_speakers, titled
from rag.steps.question.people import full_names
from rag.values.catalogued import KnownSpeaker

KNOWN = [
    KnownSpeaker("Odile Maren", True, 9, 3),
    KnownSpeaker("Maren", True, 2, 1),
    KnownSpeaker("Sergei Talvorov", True, 4, 2),
    KnownSpeaker("Quennell Foreign Ministry", False, 5, 2),
    KnownSpeaker("Orrinian Foreign Ministry", False, 3, 1),
    KnownSpeaker("Orrin", False, 1, 1),
    KnownSpeaker("Anna Pell", True, 3, 1),
    KnownSpeaker("Bruno Pell", True, 2, 1),
]


def names(asked: str, occurring: tuple[str, ...] = ()) -> tuple[str, ...]:
    return matching_speakers(asked, KNOWN, lambda word: word in occurring)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Maren", ("Odile Maren", "Maren")),
        ("odile maren", ("Odile Maren", "Maren")),
        ("President Maren", ("Odile Maren", "Maren")),
        ("Minister Odile Maren", ("Odile Maren", "Maren")),
        ("Heidi Maren", ("Maren",)),
        ("Sergey Talvorov", ("Sergei Talvorov",)),
        ("Талворов", ("Sergei Talvorov",)),
        ("Сергей Талворов", ("Sergei Talvorov",)),
        ("Talvorof", ("Sergei Talvorov",)),
        ("Taalvorov", ("Sergei Talvorov",)),
        ("the foreign ministry of Quennell", ("Quennell Foreign Ministry",)),
        ("Orrin's foreign ministry", ("Orrinian Foreign Ministry",)),
        ("Orrin", ("Orrin",)),
        ("Quennell", ("Quennell Foreign Ministry",)),
        ("Pell", ("Anna Pell", "Bruno Pell")),
        ("Bruno Pell", ("Bruno Pell",)),
        ("Mayor Bruno Pell", ("Bruno Pell",)),
        ("Gov. Maren", ("Odile Maren", "Maren")),
        ("Gov. Odile Maren", ("Odile Maren", "Maren")),
        ("Prime Minister of Orrin Talvorov", ("Sergei Talvorov",)),
        ("Marek", ("Odile Maren", "Maren")),
        ("Vostrikov", ()),
        ("the", ()),
        ("", ()),
    ],
)
def test_a_name_finds_its_people(asked: str, expected: tuple[str, ...]) -> None:
    assert names(asked) == expected


@pytest.mark.parametrize("asked", ["Zoe Muller-Odegard", "Odegard", "Muller", "Zoe Muller"])
def test_either_half_of_a_hyphenated_surname_and_plain_letters_find_its_bearer(asked: str) -> None:
    known = [KnownSpeaker("Zoë Müller-Ødegård", True, 2, 1), *KNOWN]
    assert matching_speakers(asked, known, lambda _: False) == ("Zoë Müller-Ødegård",)


def test_half_a_surname_is_nobodys_where_another_bears_it_whole() -> None:
    known = [KnownSpeaker("Zoë Müller-Ødegård", True, 2, 1), KnownSpeaker("Muller", True, 1, 1)]
    assert matching_speakers("Muller", known, lambda _: False) == ("Muller",)


def test_a_word_that_occurs_in_the_archive_is_no_misspelling() -> None:
    assert names("Marek", occurring=("marek",)) == ()


def test_what_belongs_to_a_person_is_not_that_person() -> None:
    known = [*KNOWN, KnownSpeaker("Maren's lawyers", False, 9, 1)]
    assert matching_speakers("Maren", known, lambda _: True) == ("Odile Maren", "Maren")
    assert matching_speakers("Maren's lawyers", known, lambda _: True) == ("Maren's lawyers",)


def test_a_title_is_traced_to_the_person_whom_the_pages_give_it() -> None:
    pages = [
        "Harbour Minister Odile Maren opened the weir. The minister smiled.",
        "Bruno Pell, the deputy mayor of Orrin, was there too.",
    ]
    assert titled("the harbour minister", pages, KNOWN) == ("Odile Maren",)
    assert titled("the deputy mayor of Orrin", pages, KNOWN) == ("Bruno Pell",)
    assert titled("the bishop", pages, KNOWN) == ()


def test_a_trade_is_traced_to_the_person_whom_the_pages_call_so() -> None:
    pages = [
        "“No flour came,” said miller Anna Pell. A miller told Bruno Pell.",
        "Odile Maren, a retired ferryman, was there too.",
    ]
    assert titled("the miller", pages, KNOWN) == ("Anna Pell",)
    assert titled("the ferryman", pages, KNOWN) == ("Odile Maren",)
    assert titled("the flour", pages, KNOWN) == ()
    assert titled("Miller", pages, KNOWN) == ()


def test_a_surname_alone_gets_its_full_form_unless_two_people_bear_it() -> None:
    full = full_names([*KNOWN, KnownSpeaker("Pell", True, 1, 1)])
    assert full.of("Maren") == "Odile Maren"
    assert full.of("Pell") == "Pell"
    assert full.of("Orrin") == "Orrin"
    assert full.of(None) is None


def test_forms_of_one_name_are_named_once() -> None:
    names = ["Maren", "Odile Maren", "Odile Marens", "Anna Pell", "Bruno Pell", "Pell"]
    assert one_form_each(names) == ["Odile Maren", "Anna Pell", "Bruno Pell"]
