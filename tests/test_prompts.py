"""Prompts: every shipped one is sound, and a hole filled wrongly is found at once."""

import pytest

from prompts import Prompt, PromptInvalid, digest, load
from prompts.prompt import _all


def test_every_shipped_phrase_is_sound_and_named_in_one_place() -> None:
    assert {load(name).name for name in _all()} == set(_all())


def test_filling_takes_exactly_the_declared_fields() -> None:
    prompt = Prompt("greeting", "Dear $name, it costs $$5.", ("name",))
    assert prompt.fill(name="$name & ${other}") == "Dear $name & ${other}, it costs $5."
    with pytest.raises(PromptInvalid, match="needs"):
        prompt.fill()
    with pytest.raises(PromptInvalid, match="needs"):
        prompt.fill(name="x", more="y")


@pytest.mark.parametrize(
    ("text", "fields"),
    [("$name", ()), ("nothing", ("name",)), ("costs $5", ()), ("$a $b", ("a",))],
)
def test_text_and_fields_must_agree(text: str, fields: tuple[str, ...]) -> None:
    with pytest.raises(PromptInvalid):
        Prompt("p", text, fields)


def test_an_unknown_prompt_is_named_in_the_error() -> None:
    with pytest.raises(PromptInvalid, match="no_such"):
        load("no_such")


def test_the_digest_tells_texts_and_fields_apart() -> None:
    one = Prompt("p", "$a", ("a",))
    assert one.digest == Prompt("q", "$a", ("a",)).digest
    assert one.digest != Prompt("p", "$a ", ("a",)).digest


def test_the_digest_of_several_prompts_hangs_on_each_and_on_their_order() -> None:
    one = digest("claims_system", "claims_user")
    assert one == digest("claims_system", "claims_user")
    assert one not in {digest("claims_user", "claims_system"), digest("claims_system")}
