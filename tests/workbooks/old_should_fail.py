# ruff: noqa: E501  (a table: one gap a row, however long)
"""Old books with one fault or gap; the name says which: the file, the check, the cell, the code, the doubt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt as D
from workbooks.old_books import UNABLE, Rows, place, rows, written

FIRST_ROW = 4


@dataclass(frozen=True)
class Gap:
    """Old books with one gap, where it is told, and whether the case comes in with a doubt."""

    content: Callable[[], bytes]
    check: str
    cell: tuple[int, str]
    code: str
    doubt: D | None = None
    is_lost: bool = False


def lost(
    check: str, key: str, code: str, told: Rows | None = None, row: int = FIRST_ROW, **changes: object
) -> Gap:
    chosen = rows(**changes) if told is None else told
    return Gap(lambda: written(chosen), check, (row, key), f"cutover.{code}", is_lost=True)


def doubted(
    check: str, key: str, code: str, doubt: D | None = None, told: Rows | None = None, row: int = FIRST_ROW,
    **changes: object,
) -> Gap:  # fmt: skip
    chosen = rows(**changes) if told is None else told
    return Gap(lambda: written(chosen), check, (row, key), f"cutover.{code}", doubt)


def formula(workbook: Workbook) -> None:
    workbook["Sheet1"].cell(FIRST_ROW, place("amount")).value = "=1+1"


def serial_day(workbook: Workbook) -> None:
    cell = workbook["Sheet1"].cell(FIRST_ROW, place("notice_on"))
    cell.value, cell.number_format = 45306, "General"


OLD_SHOULD_FAIL: dict[str, Gap] = {
    # ------------------------------------------------------------ stays out
    "no decision at all": lost("decision_is_named", "decision_no", "decision_not_named", decision_no=None,
                               decided_on=date(2024, 1, 10)),
    "decision without day": lost("decision_is_named", "decided_on", "decision_without_day", decided_on=None),
    "day of decision in words": lost("decision_is_named", "decided_on", "decision_day_unreadable",
                                     decided_on="đầu năm 2024"),
    "decision after the cut-over": lost("decision_is_of_its_time", "decided_on", "decision_after_cut_over",
                                        decided_on=date(2026, 10, 1)),
    "decision before the law that is declared": lost(
        "decision_is_of_its_time", "decided_on", "decision_too_old", decided_on=date(2009, 6, 30),
        judgment_on=date(2009, 1, 5),
    ),
    "formula never computed": Gap(
        lambda: written(rows(), spoil=formula), "cells_are_readable", (FIRST_ROW, "amount"),
        "cutover.formula_without_value", is_lost=True,
    ),
    "money duty without amount": lost("amount_is_told", "amount", "amount_not_told", amount=None),
    "more collected than adjudged": lost("parts_stay_within_amount", "collected", "parts_over_amount",
                                         collected=150_000_001),
    "parts held are more than the whole": lost("held_divides_into_its_parts", "held_cash", "held_parts_over",
                                               held_cash=5, held_fee=6),
    "performed with a rest": lost("performed_leaves_no_rest", "status", "performed_with_rest",
                                  status="Thi hành xong", held_cash=5),
    "unable though nothing is left": lost("unable_has_a_rest", "status", "unable_without_rest",
                                          **{**UNABLE, "collected": 150_000_000}),
    "ended and nothing held": lost("case_is_live", "status", "case_not_live", status="Đình chỉ",
                                   ground="debtor_dead"),
    "rows of one case disagree": lost("rows_of_case_agree", "judgment_no", "rows_disagree",
                                      rows() + rows(judgment_no="13/2023/DS-ST"), FIRST_ROW + 1),
    "the same row twice": lost("row_stands_once", "decision_no", "row_twice", rows() + rows(), FIRST_ROW + 1),
    "case already in the system": lost("case_is_new", "decision_no", "case_exists",
                                       decision_no="7/2024/QĐ-CCTHADS"),
    "number too long": lost("numbers_fit", "decision_no", "number_too_long", decision_no="9" * 65),
    # ------------------------------------------------------------ comes in with a doubt
    "decision left blank under another": doubted(
        "row_joins_the_one_above", "decision_no", "row_joined", None,
        rows() + [{"duty_kind": "Án phí", "amount": 5_000, "debtor": "Trần Thị Mẫu", "status": "Đang thi hành",
                   "status_on": date(2024, 3, 1)}], FIRST_ROW + 1,
    ),
    "day as a bare number": Gap(
        lambda: written(rows(), spoil=serial_day), "days_are_written_as_days", (FIRST_ROW, "notice_on"),
        "cutover.day_from_number",
    ),
    "day of notice in words": doubted("days_are_written_as_days", "notice_on", "day_unread", notice_on="Tết"),
    "notice before the decision": doubted("days_are_possible", "notice_on", "day_impossible",
                                          notice_on=date(2024, 1, 9)),
    "verification after the cut-over": doubted("days_are_possible", "verified_on", "day_impossible",
                                               verified_on=date(2026, 10, 1)),
    "court's name too long": doubted("texts_fit", "court", "text_cut", court="Tòa " * 60),
    "initiation not told": doubted("initiation_is_told", "initiation", "initiation_assumed", D.INITIATION,
                                   initiation=None),
    "judgment not told": doubted("judgment_is_told", "judgment_no", "judgment_not_told", D.JUDGMENT,
                                 judgment_no=None),
    "judgment after the decision": doubted("judgment_is_told", "judgment_on", "judgment_after_decision",
                                           D.JUDGMENT, judgment_on=date(2024, 2, 1)),
    "kind of judgment not told": doubted("judgment_is_told", "judgment_kind", "judgment_kind_assumed",
                                         D.JUDGMENT_KIND, judgment_kind="Khiếu kiện"),
    "kind of duty unknown": doubted("duty_kind_is_listed", "duty_kind", "duty_kind_assumed", D.DUTY_KIND,
                                    duty_kind="Tiền đặt cọc"),
    "debtor not named": doubted("parties_are_named", "debtor", "debtor_not_named", D.PARTIES, debtor=None),
    "delegated in without sender": doubted("sender_is_told", "from_agency", "sender_not_told",
                                           route="Nhận ủy thác"),
    "bailiff unknown": doubted("bailiff_is_known", "bailiff", "bailiff_unknown", D.BAILIFF, bailiff="Lê Văn Lạ"),
    "bailiff not told": doubted("bailiff_is_known", "bailiff", "bailiff_not_told", D.BAILIFF, bailiff=None),
    "status unknown": doubted("status_is_listed", "status", "status_assumed", D.STATUS, status="Đang chờ"),
    "status without its day": doubted("status_has_its_day", "status_on", "status_day_not_told", D.STATUS_DAY,
                                      status_on=None),
    "unable without ground": doubted("ground_is_listed", "ground", "ground_not_told", D.GROUND,
                                     **{**UNABLE, "ground": None}),
    "ground of another status": doubted("ground_is_listed", "ground", "ground_not_told", D.GROUND,
                                        **{**UNABLE, "ground": "parties_agree"}),
    "deferral without end": doubted(
        "deferral_has_its_end", "until", "deferral_end_not_told", D.DEFERRAL_END, status="Hoãn",
        status_on=date(2026, 3, 1), ground="parties_agree",
    ),
    "notice without day": doubted("notice_has_its_day", "notice_on", "notice_day_not_told", D.NOTICE_DAY,
                                  notice_on=None),
    "verifications not told": doubted("verifications_are_told", "verifications", "verifications_not_told",
                                      D.VERIFICATIONS, **{**UNABLE, "verifications": None}),
    "separate ledger without the decision's day": doubted(
        "unable_decision_has_its_day", "unable_on", "unable_day_not_told", D.UNABLE_DAY,
        **{**UNABLE, "status": "Theo dõi riêng"},
    ),
    "held does not follow from payments": doubted(
        "held_follows_from_payments", "paid_out", "held_differs", collected=50_000_000, paid_out=30_000_000,
        held_cash=19_999_999,
    ),
    "enforced by another agency": doubted(
        "duty_is_not_enforced_elsewhere", "judgment_no", "enforced_elsewhere", D.ELSEWHERE,
        judgment_no="99/2023/DS-ST",
    ),
}  # fmt: skip
