"""One duty is not enforced twice, at whatever agency or private office (L25 Đ34.4đ)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.duplicates import FREED, DutyLike, bare, is_same_duty
from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.rows import Finding, OldBook, OldRow
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.enforced_elsewhere": "Cùng bản án và nghĩa vụ này đang được thi hành ở việc {case} tại "
        "{agency}; hãy đối chiếu hai nơi trước khi làm tiếp.",
    }
)


def duty_is_not_enforced_elsewhere(book: OldBook) -> Iterator[Finding]:
    """Yield each duty that another agency or a private office enforces already."""
    for rows in book.cases.values():
        first, on = rows[0], assuming.judgment_on(rows[0])
        if on is None or not first.text("judgment_no"):
            continue
        known = book.elsewhere.get((bare(first.text("judgment_no")), on), ())
        for row in rows:
            for one in known:
                if one.status not in FREED and is_same_duty(_duty(row), one):
                    yield row.doubted(
                        "judgment_no", "cutover.enforced_elsewhere", CarriedDoubt.ELSEWHERE,
                        basis="L08 Đ36; L25 Đ34.4đ", case=one.case_number, agency=one.agency,
                    )  # fmt: skip


def _duty(row: OldRow) -> DutyLike:
    return DutyLike(
        assuming.duty_kind(row)[0], row.amount("amount"), row.text("debtor"), row.text("creditor")
    )
