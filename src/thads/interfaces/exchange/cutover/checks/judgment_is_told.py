"""The judgment that is enforced: number, day, body, kind (L08 Đ2; L25 Đ2)."""

from collections.abc import Iterator

from thads.enforcement.cases.rules.vocabulary import CarriedDoubt
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import Finding, OldBook
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.judgment_not_told": "Sổ cũ không ghi: {missing}; hệ thống để trống.",
        "cutover.judgment_after_decision": "Ngày bản án {day} sau ngày quyết định thi hành án; hệ thống để "
        "trống ngày bản án.",
        "cutover.judgment_kind_assumed": "Không rõ loại bản án; hệ thống ghi là “Khác”.",
    }
)


NEEDED = ("judgment_no", "judgment_on", "court")


def judgment_is_told(book: OldBook) -> Iterator[Finding]:
    """Yield what is not told of each judgment."""
    for rows in book.cases.values():
        first = rows[0]
        missing = [BY_KEY[key].heading for key in NEEDED if not first.is_filled(key)]
        if missing:
            yield first.doubted(
                "judgment_no", "cutover.judgment_not_told", CarriedDoubt.JUDGMENT, missing=", ".join(missing)
            )
        if first.day("judgment_on") is not None and assuming.judgment_on(first) is None:
            yield first.doubted(
                "judgment_on",
                "cutover.judgment_after_decision",
                CarriedDoubt.JUDGMENT,
                day=first.day("judgment_on"),
            )
        if assuming.judgment_kind(rows)[1]:
            yield first.doubted("judgment_kind", "cutover.judgment_kind_assumed", CarriedDoubt.JUDGMENT_KIND)
