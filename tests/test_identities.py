"""Who is who: one person behind spellings, alphabets and short forms; namesakes kept apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.steps.people.identities import Identities, ambiguous, compatible, identities
from rag.steps.people.spelling import sound, sounds
from rag.values.catalogued import KnownSpeaker


def known(*names: str, person: bool = True) -> list[KnownSpeaker]:
    return [KnownSpeaker(name, person, 10 - at, 1) for at, name in enumerate(names)]


def who(*names: str) -> Identities:
    return identities(known(*names))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Karimov", "Kərimov", "Каримов", "Karimow"),
        ("Aliyeva", "Əliyeva", "Алиева", "Alieva"),
        ("Khalilov", "Halilov", "Халилов"),
        ("Petrosyan", "Petrosian", "Պետրոսյան"),
        ("Verkhovensky", "Verkhovenskiy", "Верховенский", "Verkhovenskyy"),
        ("Yelizarov", "Elizarov"),
        ("Erdem", "Érdem"),
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Karimov", "Karimova"), ("Petrov", "Petrosyan"), ("Lee", "Leigh")]
)
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@given(st.text(max_size=20))
@settings(deadline=None)
def test_any_text_has_sounds(text: str) -> None:
    assert all(word.isascii() and word for word in sounds(text))


def test_short_forms_join_the_one_person_they_can_mean() -> None:
    everybody = who("Mara Lindqvist", "Lindqvist", "M. Lindqvist", "Мара Линдквист", "Ivo Brandt")
    assert [one.name for one in everybody.all] == ["Mara Lindqvist", "Ivo Brandt"]
    assert everybody.full("Lindqvist") == "Mara Lindqvist"


def test_namesakes_stay_apart_and_a_bare_surname_stays_open() -> None:
    everybody = who("Mara Lindqvist", "Tomas Lindqvist", "Lindqvist")
    assert everybody.full("Lindqvist") == "Lindqvist"
    found = everybody.candidates("Lindqvist")
    assert ambiguous(found)
    assert {one.identity.name for one in found} == {
        "Mara Lindqvist", "Tomas Lindqvist", "Lindqvist",
    }  # fmt: skip
    full = everybody.candidates("Tomas Lindqvist")
    assert not ambiguous(full)
    assert full[0].identity.name == "Tomas Lindqvist"
    assert "Mara Lindqvist" not in {one.identity.name for one in full}


def test_a_misread_name_neither_parts_a_person_nor_names_them() -> None:
    everybody = who("Mara Lindqvist", "Year Mara Lindqvist", "Mara E. Lindqvist", "Gov. Lindqvist")
    assert [one.name for one in everybody.all] == ["Mara E. Lindqvist"]


def test_the_fuller_name_is_shown() -> None:
    assert who("Mara Lindqvist", "Mara Ebba Lindqvist").full("Mara Lindqvist") == (
        "Mara Ebba Lindqvist"
    )


@pytest.mark.parametrize(
    "asked",
    ["Lindqvist", "lindqvist", "Mayor Lindqvist", "Линдквист", "Lindkvist", "Lindqwist", "Mara",
     "Lindqvist Mara", "the mayor Mara Lindqvist", "Lindqvits", "Maria Lindqvist"],
)  # fmt: skip
def test_a_name_is_found_whatever_its_spelling(asked: str) -> None:
    found = who("Mara Lindqvist", "Ivo Brandt", "Karl Lindgren").candidates(asked)
    assert [one.identity.name for one in found[:1]] == ["Mara Lindqvist"]


@pytest.mark.parametrize("asked", ["", "the", "Zorro", "Bo Lindqvist", "Lind"])
def test_nobody_is_found_for_a_name_that_is_not_there(asked: str) -> None:
    assert who("Mara Lindqvist", "Ivo Brandt").candidates(asked) == ()


def test_one_body_s_names_join_and_two_countries_stay_apart() -> None:
    names = ("Orrinian Harbour Ministry", "Orrin's harbour ministry", "the Niger Harbour Ministry",
             "Nigerian Harbour Ministry", "Nigeria's Harbour Ministry")  # fmt: skip
    found = identities(known(*names, person=False)).all
    assert [len(one.variants) for one in found] == [2, 2, 1]


def test_bodies_are_found_by_the_end_of_their_name() -> None:
    everybody = identities(known("Northland Harbour Ministry", "the Council", person=False))
    assert [one.identity.name for one in everybody.candidates("the ministry")] == [
        "Northland Harbour Ministry"
    ]
    assert [one.identity.name for one in everybody.candidates("Council")] == ["the Council"]


@pytest.mark.parametrize(
    ("claimed", "name", "person", "same"),
    [
        ("Lindqvist", "Mara Lindqvist", True, True),
        ("Mayor Mara Lindqvist", "Lindqvist", True, True),
        ("M. Lindqvist", "Mara Lindqvist", True, True),
        ("J. Brandt", "Jonas Brandt", True, True),
        ("J. Brandt", "Karl Brandt", True, False),
        ("Mara Lindqvist", "Tomas Lindqvist", True, False),
        ("Lindqvist", "Lindqvist Foundation", False, False),
        ("the ministry", "Northland Harbour Ministry", False, True),
        ("Ministry of Harbours", "Ministry of Finance", False, False),
        ("Brandt", "Mara Lindqvist", True, False),
    ],
)
def test_a_claimed_name_fits_or_contradicts(
    claimed: str, name: str, *, person: bool, same: bool
) -> None:
    assert compatible(claimed, name, person=person) is same


@pytest.mark.parametrize("asked", ["muller", "Odegard", "Muller-Odegard", "Zoe Muller-Odegard"])
def test_a_part_of_a_hyphenated_surname_finds_its_bearer(asked: str) -> None:
    everybody = who("Zoë Müller-Ødegård", "Ivo Brandt")
    assert [one.identity.name for one in everybody.candidates(asked)] == ["Zoë Müller-Ødegård"]


def test_a_whole_surname_comes_before_a_part_of_one() -> None:
    found = who("Zoë Müller-Ødegård", "Jan Müller").candidates("Müller")
    assert [one.identity.name for one in found] == ["Jan Müller", "Zoë Müller-Ødegård"]
    assert not ambiguous(found)
