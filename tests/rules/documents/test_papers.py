"""Kinds of papers: chosen by the law of the day, numbered by the year of their series."""

from datetime import date

import pytest

from rules.documents.samples import DEFERRAL
from thads.enforcement.documents.rules.numbers import is_symbol, series_year, written_number
from thads.enforcement.documents.rules.papers import PaperKind, paper_kind, register_papers
from thads.kernel.refusals import Refusal
from thads.law import LAW


@pytest.mark.parametrize(("on", "variant"), [(date(2026, 6, 30), "r2008"), (date(2026, 7, 1), "r2025")])
def test_a_paper_is_worded_after_the_law_of_its_day(on: date, variant: str) -> None:
    assert DEFERRAL.variant("", on=on).code == variant


def test_a_wording_of_the_other_law_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="r2025"):
        DEFERRAL.variant("r2008", on=date(2026, 7, 1))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Refusal, match="dance"):
        paper_kind("dance")


def test_a_field_may_not_stand_twice_nor_a_symbol_without_its_series() -> None:
    with pytest.raises(ValueError, match="x"):
        PaperKind("x", "X", "L08 Đ48", DEFERRAL.fields + DEFERRAL.fields)
    with pytest.raises(ValueError, match="x"):
        PaperKind("x", "X", "L08 Đ48", (), symbol="QĐ")


def test_two_kinds_under_one_code_are_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="summons"):
        register_papers([PaperKind("summons", "Khác", "L08 Đ48", ())])


@pytest.mark.parametrize(
    ("family", "on", "year"),
    [
        ("deferral", date(2024, 9, 30), 2024),
        ("deferral", date(2024, 10, 1), 2025),
        ("receipt", date(2024, 12, 31), 2024),
        ("receipt.fee", date(2024, 10, 1), 2024),
        ("receipt", date(2025, 1, 1), 2025),
    ],
)
def test_orders_run_by_the_statistics_year_and_receipts_by_the_calendar(
    family: str, on: date, year: int
) -> None:
    assert series_year(family, on) == year


def test_a_series_nobody_laid_down_is_refused() -> None:
    with pytest.raises(Refusal, match="dance"):
        series_year("dance", date(2024, 6, 28))


@pytest.mark.parametrize(
    ("kind", "on", "symbol"),
    [
        ("province", date(2025, 6, 30), "CTHADS"),
        ("province", date(2025, 7, 1), "THADS"),
        ("district", date(2025, 6, 30), "CCTHADS"),
        ("district", date(2025, 7, 1), None),
        ("area_room", date(2025, 7, 1), "THADS"),
    ],
)
def test_symbols_change_with_the_reform_and_are_marked_as_derived(
    kind: str, on: date, symbol: str | None
) -> None:
    ruling = LAW.numbering.symbol(kind, on=on)

    assert (ruling.value if ruling else None) == symbol
    assert ruling is None or ruling.is_derived


def test_a_number_is_written_with_the_symbols() -> None:
    assert written_number(125, "QĐ", "CCTHADS") == "125/QĐ-CCTHADS"
    assert is_symbol("THADS-KV2")
    assert not is_symbol("TH ADS")
    assert not is_symbol("")
