"""A master filled: conditions, rows, filters; what is missing is refused by name."""

import pytest

from rules.documents.samples import DEFERRAL, master
from thads.enforcement.documents.rules.masters import LineKind
from thads.enforcement.documents.rules.rendering import plain_text, rendered
from thads.kernel.refusals import Refusal


def text_of(**changes: object) -> str:
    context = {**DEFERRAL.context(DEFERRAL.sample()), **changes}
    return plain_text(rendered(master(), context, paper=DEFERRAL.title))


def test_a_paper_reads_as_the_law_writes_it() -> None:
    text = text_of()

    assert "Điều 1. Hoãn thi hành án đối với Nguyễn Văn Ánh đến hết ngày 30 tháng 9 năm 2024." in text
    assert "| 1 | án phí | 5.000.000 đồng |" in text
    assert "Theo đề nghị của người được thi hành án," in text
    assert "comment" not in text


def test_what_a_condition_drops_leaves_no_line() -> None:
    text = text_of(by_request=False, until="")

    assert "Theo đề nghị" not in text
    assert "đối với Nguyễn Văn Ánh." in text
    assert "\n\n\n" not in text


def test_rows_are_as_many_as_there_are_duties() -> None:
    duties = tuple({"content": f"khoản {no}", "amount": no} for no in range(1, 4))
    context = {**DEFERRAL.context(DEFERRAL.sample()), "duties": duties}

    lines = rendered(master(), context, paper="p")

    assert [line.cells[1] for line in lines if line.kind is LineKind.ROW] == [
        "khoản 1",
        "khoản 2",
        "khoản 3",
    ]


def test_a_field_the_context_lacks_is_refused_by_its_name() -> None:
    with pytest.raises(Refusal, match="creditor"):
        rendered(master("{{ creditor }}"), {}, paper="Quyết định hoãn")


def test_a_value_is_never_read_as_notation() -> None:
    assert "{{ number }} {% if" in text_of(debtor="{{ number }} {% if x %}")


def test_nothing_of_the_machine_is_reached_from_a_master() -> None:
    with pytest.raises(Refusal):
        rendered(master("{{ debtor.__class__.__mro__ }}"), {"debtor": "a"}, paper="p")
