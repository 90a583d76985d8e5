"""A context brings every field declared, of the right type; what it keeps is read again as it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.documents.samples import DEFERRAL
from thads.enforcement.documents.rules.fields import complete, decoded, encoded
from thads.kernel.refusals import Refusal

OWN = DEFERRAL.fields
GIVEN = {"debtor": "Nguyễn Văn Ánh", "duties": [{"content": "án phí", "amount": 200_000}]}


def test_what_is_optional_and_left_out_is_empty() -> None:
    made = complete(OWN, GIVEN, paper="p")

    assert (made["until"], made["by_request"]) == ("", False)
    assert made["duties"] == ({"content": "án phí", "amount": 200_000},)


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ({"debtor": ""}, "documents.field_missing", "người phải thi hành án"),
        ({"debtor": None}, "documents.field_missing", "debtor"),
        ({"stranger": "x"}, "documents.field_unknown", "stranger"),
        ({"until": "30/9/2024"}, "documents.field_wrong", "ngày"),
        ({"duties": "án phí"}, "documents.field_wrong", "danh sách"),
        ({"duties": [{"content": "án phí"}]}, "documents.field_missing", "amount"),
        ({"duties": [{"content": "án phí", "amount": True}]}, "documents.field_wrong", "số tiền"),
        ({"duties": [{"content": "án phí", "amount": 1.5}]}, "documents.field_wrong", "số tiền"),
        ({"by_request": 1}, "documents.field_wrong", "có hoặc không"),
    ],
)
def test_what_is_wrong_is_refused_by_its_name(change: dict[str, object], code: str, named: str) -> None:
    with pytest.raises(Refusal) as refused:
        complete(OWN, {**GIVEN, **change}, paper="p")

    assert refused.value.code == code
    assert named in refused.value.message


def test_characters_that_no_document_holds_are_dropped() -> None:
    made = complete(OWN, {**GIVEN, "debtor": "Ánh\x00\x1e\nxã Kim Bình"}, paper="p")

    assert made["debtor"] == "Ánh\nxã Kim Bình"


SCALARS = st.one_of(st.text(), st.integers(), st.booleans(), st.dates())


@given(
    st.dictionaries(
        st.text(min_size=1), st.one_of(SCALARS, st.lists(st.dictionaries(st.text("ab"), SCALARS)))
    )
)
def test_a_context_is_read_again_as_it_was_kept(context: dict[str, object]) -> None:
    expected = {name: tuple(one) if isinstance(one, list) else one for name, one in context.items()}

    assert decoded(encoded(context)) == expected


def test_a_day_says_by_itself_that_it_is_one() -> None:
    assert encoded({"a": date(2026, 7, 1)}) == {"a": {"$day": "2026-07-01"}}
