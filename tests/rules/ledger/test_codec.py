"""Facts as JSON and back: nothing is lost, and what does not fit is refused by the name of its field."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.enforcement.cases.rules import facts
from thads.foundation.ledger.rules.codec import decode, encode
from thads.kernel.refusals import Refusal


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Small:
    no: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    on: date
    colour: Colour
    parts: tuple[Small, ...] = ()
    colours: tuple[Colour, ...] = ()
    until: date | None = None
    amount: int | None = None
    inner: Small | None = None
    sure: bool = False


text = st.text(max_size=8)
small = st.builds(Small, no=st.integers(), note=text)
things = st.builds(
    Thing,
    name=text,
    on=st.dates(),
    colour=st.sampled_from(Colour),
    parts=st.lists(small, max_size=2).map(tuple),
    colours=st.lists(st.sampled_from(Colour), max_size=2).map(tuple),
    until=st.none() | st.dates(),
    amount=st.none() | st.integers(),
    inner=st.none() | small,
    sure=st.booleans(),
)


@given(things)
def test_what_is_written_is_read_back(thing: Thing) -> None:
    assert decode(Thing, encode(thing)) == thing


@pytest.mark.parametrize("fact", list(facts.KINDS.values()))
@given(data=st.data())
def test_every_fact_of_a_case_is_read_back(fact: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(fact))

    assert decode(fact, encode(value)) == value


def test_defaults_are_left_out() -> None:
    assert encode(Thing("a", date(2024, 6, 30), Colour.RED)) == {
        "name": "a",
        "on": "2024-06-30",
        "colour": "red",
    }


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"no_such": 1}, "fact.field_unknown", "no_such"),
        ({"name": None}, "fact.field_wrong", "name"),
        ({"name": 5}, "fact.field_wrong", "một chuỗi ký tự"),
        ({"on": "30/6/2024"}, "fact.field_wrong", "ngày dạng 2024-06-30"),
        ({"on": "2024-02-30"}, "fact.field_wrong", "ngày dạng"),
        ({"on": "2024-W26-7"}, "fact.field_wrong", "ngày dạng"),
        ({"on": 20240630}, "fact.field_wrong", "ngày dạng"),
        ({"colour": "green"}, "fact.field_wrong", "red, blue"),
        ({"colour": ["red"]}, "fact.field_wrong", "red, blue"),
        ({"parts": {"no": 1}}, "fact.field_wrong", "một danh sách"),
        ({"parts": [1]}, "fact.field_wrong", "một đối tượng JSON"),
        ({"parts": [{"note": "x"}]}, "fact.field_missing", "no"),
        ({"parts": [{"no": 1.5}]}, "fact.field_wrong", "một số nguyên"),
        ({"amount": True}, "fact.field_wrong", "một số nguyên"),
        ({"amount": "5"}, "fact.field_wrong", "một số nguyên"),
        ({"sure": 1}, "fact.field_wrong", "true hoặc false"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(change: dict, code: str, said: str) -> None:
    payload = {"name": "a", "on": "2024-06-30", "colour": "red", **change}
    with pytest.raises(Refusal) as refused:
        decode(Thing, payload)

    assert refused.value.code == code
    assert said in refused.value.message


def test_a_missing_field_is_named() -> None:
    with pytest.raises(Refusal, match="“colour”"):
        decode(Thing, {"name": "a", "on": "2024-06-30"})
