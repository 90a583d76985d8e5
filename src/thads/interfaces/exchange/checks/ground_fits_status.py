"""A status resting on a closed list of grounds names one in force on its day (L08 Đ44a, 48, 50)."""

from collections.abc import Iterator
from datetime import date

from thads.enforcement.cases.rules.vocabulary import ObligationStatus, SuspensionCause
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row, RowProblem
from thads.kernel.names import fold
from thads.kernel.sentences import register_sentences
from thads.law import LAW

GROUND_KINDS = {
    ObligationStatus.UNABLE: "unable",
    ObligationStatus.SEPARATE_LEDGER: "unable",
    ObligationStatus.DEFERRED: "deferral",
    ObligationStatus.TERMINATED: "termination",
}

register_sentences(
    {
        "workbook.ground_missing": "Tình trạng “{status}” phải có căn cứ; hãy chọn mã trong sheet Danh mục.",
        "workbook.ground_unknown": "“{ground}” không phải là căn cứ của tình trạng “{status}” vào ngày "
        "{on}. Các mã: "
        "{allowed}.",
    }
)


def ground_fits_status(sheet: CaseSheet) -> Iterator[RowProblem]:
    """Yield each status whose ground is missing or not one of its list on that day."""
    for row in sheet.rows:
        status, on = row.choice("status"), row.day("status_on")
        if not isinstance(status, ObligationStatus) or on is None or not (allowed := grounds_for(status, on)):
            continue
        if not row.is_filled("ground"):
            yield row.problem("ground", "workbook.ground_missing", status=row.text("status"))
        elif ground_of(row) is None:
            yield row.problem("ground", "workbook.ground_unknown", ground=row.text("ground"),
                              status=row.text("status"), on=on, allowed=", ".join(allowed))  # fmt: skip


def grounds_for(status: ObligationStatus, on: date) -> dict[str, str]:
    """Return the codes that a status may rest on, each with the law's words; empty when it needs none."""
    if status is ObligationStatus.SUSPENDED:
        return {cause.value: LAW.label(cause) for cause in SuspensionCause}
    if status not in GROUND_KINDS:
        return {}
    return {ground.code: ground.vi for ground in LAW.grounds(GROUND_KINDS[status], on=on)}


def ground_of(row: Row) -> str | None:
    """Return the code of the row's ground, by code or in the law's words; None when it is not listed."""
    status, on = row.choice("status"), row.day("status_on")
    if not isinstance(status, ObligationStatus) or on is None:
        return None
    written = fold(row.text("ground"))
    return next(
        (code for code, words in grounds_for(status, on).items() if written in {fold(code), fold(words)}),
        None,
    )
