"""The manual of the file of histories is what the code reads."""

import json
from pathlib import Path

import pytest

from thads.enforcement.cases.rules import facts
from thads.foundation.ledger.rules.codec import decode, encode
from thads.interfaces.exchange.histories.lines import CANCELLED, fact_line, parse
from thads.interfaces.exchange.histories.reference import EXAMPLES, HEAD, histories_reference

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"


def test_the_page_is_current() -> None:
    assert (REFERENCE / "histories-file.md").read_text(encoding="utf-8") == histories_reference(), (
        "run `make docs`"
    )


@pytest.mark.parametrize("shape", facts.KINDS.values(), ids=lambda shape: shape.kind)
def test_every_kind_has_an_example_that_can_be_read(shape: type[facts.CaseFact]) -> None:
    data = json.loads(EXAMPLES[shape])
    if shape is facts.DecisionIssued:
        data["number"] = "101"

    assert encode(decode(shape, data)) == data


def test_the_worked_example_shows_every_kind() -> None:
    lines = [
        json.loads(line)
        for name in ("example-histories.jsonl", "example-histories-2026.jsonl")
        for line in (REFERENCE / name).read_text("utf-8").splitlines()
    ]

    shown = {line["fact"] for line in lines if "fact" in line}
    assert shown == {kind.removeprefix("cases.") for kind in facts.KINDS} | {CANCELLED}


def test_the_examples_in_the_text_can_be_read() -> None:
    examples = [text for text in HEAD.splitlines() if text.startswith('{"case"')]

    read = [fact_line(parse(text), line=number) for number, text in enumerate(examples)]
    assert len(read) >= 3
