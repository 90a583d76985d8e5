"""What counts must be readable: amounts, and formulas that have a value (T78 Đ8)."""

from collections.abc import Iterator

from thads.interfaces.exchange.case_workbook.columns import Kind
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import Finding, OldBook


def cells_are_readable(book: OldBook) -> Iterator[Finding]:
    """Yield each amount, and each formula, that cannot be read."""
    for row in book.rows():
        for key, refusal in row.unreadable.items():
            if BY_KEY[key].kind is Kind.AMOUNT or refusal.code == "cutover.formula_without_value":
                yield row.lost(key, refusal.code, basis=refusal.basis, **refusal.details)
