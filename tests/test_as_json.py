"""The JSON contract: every kind of answer follows the schema, and offsets mean what they say."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from shelf import HARBOUR, HOSTILE_PAGE, Shelf

from rag.steps.as_json import answer_json, article_json, hit_json, summary_json
from rag.steps.claiming.asking import prompt_digest
from rag.values.answer import Abstention, Answer, Disagreement, Side, Withheld, Wording

SHELF = Shelf(HARBOUR, HOSTILE_PAGE)
BRIDGE = SHELF.ask("What about the bridge?")


@pytest.fixture(scope="module")
def contract() -> Draft202012Validator:
    schema = json.loads((files("rag.values") / "answer.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def full() -> Answer:
    return Answer(
        question="q",
        standalone_question="q in full",
        status="partial",
        mode="generative",
        text="A [1]",
        citations=BRIDGE.citations,
        disagreements=(Disagreement("the toll", (Side("one", (1,)), Side("other", (1,)))),),
        withheld=(Withheld("a claim", "its number is not in the source", "unsupported"),),
        related_questions=("What else?",),
        wording=Wording("a-model", prompt_digest()),
        timings_ms={"search": 1.23456},
    )


@pytest.mark.parametrize(
    "answer", [BRIDGE, SHELF.ask("volcano?"), full()], ids=["answered", "abstained", "full"]
)
def test_answers_follow_the_contract(answer: Answer, contract: Draft202012Validator) -> None:
    contract.validate(json.loads(json.dumps(answer_json(answer))))


@pytest.mark.parametrize(
    "change",
    [
        {"status": "maybe"},
        {"extra": 1},
        {"wording": {"model": "m", "prompt": "p"}},
        {"withheld": [{"text": "t", "reason": "r", "kind": "because"}]},
        {"citations": []},
        {"abstention": {"reason": "r", "covered": "", "nearest": []}},
    ],
)
def test_the_contract_refuses(change: dict[str, Any], contract: Draft202012Validator) -> None:
    with pytest.raises(ValidationError):
        contract.validate(answer_json(BRIDGE) | change)


def test_an_abstention_cites_nothing(contract: Draft202012Validator) -> None:
    told = answer_json(SHELF.ask("volcano?"))
    assert isinstance(SHELF.ask("volcano?").abstention, Abstention)
    with pytest.raises(ValidationError):
        contract.validate(told | {"citations": told["abstention"]["nearest"]})


def test_the_article_can_be_rebuilt_from_its_regions() -> None:
    told = article_json(HARBOUR)
    parts = [told["text"][r["start"] : r["end"]] for r in told["regions"]]
    assert "".join(parts) == HARBOUR.text
    [statement] = told["statements"]
    [[start, end]] = statement["content"]
    assert told["text"][start:end] == "“The bridge is not safe today”"
    source = statement["source"]
    assert told["text"][source[0] : source[1]] == statement["speaker"]["name"] == "Mara Lindqvist"
    assert told["article"]["title"] == "Harbour bridge closes for a year"
    assert told["article"]["title_how"] == "stated"
    assert told["article"]["byline_how"] == "unknown"


def test_hits_and_summaries_carry_words_and_facts() -> None:
    [hit] = SHELF.search("northern tunnel")
    told = hit_json(hit, 1, HARBOUR)
    assert told["text"] == HARBOUR.text[told["start"] : told["end"]]
    assert told["article"]["id"] == HARBOUR.id
    assert json.dumps(summary_json(SHELF.summaries()[0]))
