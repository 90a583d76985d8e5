"""Holding statements of bank and treasury against the book: read once, matched again and again, settled by a
person (T78 Đ8.3).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from thads.enforcement.money.models import BankStatement, StatementLayout, StatementLine
from thads.enforcement.money.queries.reconciling import book_entries, statement_page
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.reconciliation import StatementRow, fingerprint
from thads.enforcement.money.rules.vocabulary import MatchState, Place
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "money.statement_empty": "Sao kê không có dòng giao dịch nào; hãy kiểm tra lại tệp và các cột đã "
        "chọn.",
        "money.statement_in_cash": "Chỉ đối chiếu sao kê của kho bạc hoặc ngân hàng.",
        "money.statement_unknown": "Không tìm thấy dòng sao kê trong phạm vi được giao cho tài khoản {name}.",
        "money.entry_not_there": "Dòng sao kê {row} không thể khớp với bút toán đã chọn: {why}.",
        "money.line_settled": "Dòng sao kê {row} đã được xác nhận rồi; hãy bỏ xác nhận trước.",
    }
)


@action("money.import_statement")
def import_statement(
    *,
    viewer: Viewer,
    agency: str,
    place: Place,
    bank: str,
    account_no: str,
    rows: tuple[StatementRow, ...],
    file_name: str,
    digest: str,
    columns: Mapping[str, str],
) -> UUID:
    """Take in the lines of a statement, each once however often files overlap, and remember how the bank
    writes it; the same file again changes nothing and returns the statement read before (T78 Đ8.3).
    """
    rights.check_may(viewer, "money.import_statement", agency=agency)
    ledger.one_writer_at_a_time()
    if place is Place.CASH:
        raise Refusal("money.statement_in_cash", basis="T78 Đ8.3")
    if not rows:
        raise Refusal("money.statement_empty", basis="T78 Đ8.3")
    _remember(agency, bank, columns)
    known = BankStatement.objects.filter(
        agency=agency, place=place.value, account_no=account_no.strip(), digest=digest
    ).first()
    if known is not None:
        return known.uuid
    statement = BankStatement.objects.create(
        agency=agency, place=place.value, bank=bank.strip(), account_no=account_no.strip(),
        since=min(row.on for row in rows), until=max(row.on for row in rows), file_name=file_name[:200],
        digest=digest, imported_at=viewer.at, actor=viewer.username,
    )  # fmt: skip
    _add_lines(statement, rows)
    return statement.uuid


def _remember(agency: str, bank: str, columns: Mapping[str, str]) -> None:
    StatementLayout.objects.update_or_create(
        agency=agency, bank_folded=fold(bank)[:160], defaults={"bank": bank.strip(), "columns": dict(columns)}
    )


def _add_lines(statement: BankStatement, rows: Sequence[StatementRow]) -> None:
    """Write the lines not yet known; a line is known by day, amount, words and how many alike came
    before it.
    """
    counts: dict[tuple[object, ...], int] = {}
    prints = {}
    for row in rows:
        told = (row.on, row.amount, row.text, row.reference)
        counts[told] = counts.get(told, 0) + 1
        prints[row.row] = fingerprint(statement.account_no, row, counts[told])
    known = set(
        StatementLine.objects.filter(
            agency=statement.agency, place=statement.place, fingerprint__in=list(prints.values())
        ).values_list("fingerprint", flat=True)
    )
    StatementLine.objects.bulk_create(
        StatementLine(
            statement=statement, agency=statement.agency, place=statement.place, row=row.row, dated_on=row.on,
            amount=row.amount, text=row.text, reference=row.reference[:160], fingerprint=prints[row.row],
        )
        for row in rows
        if prints[row.row] not in known
    )  # fmt: skip


@action("money.confirm_match")
def confirm_match(*, viewer: Viewer, line_id: UUID, entry_id: int | None = None) -> UUID:
    """Confirm that a line of a statement is an entry of the book: the one found, or the one named.

    Refuses an entry that is another line's already, lies at another place, or has another amount.
    """
    line = _locked_line(viewer, line_id, "money.confirm_match")
    page = statement_page(viewer, line.statement.uuid)
    found = next(one for one in page.lines if one.line_id == line_id)
    chosen = entry_id if entry_id is not None else (found.entry.entry_id if found.entry else None)
    entries = {one.entry_id: one for one in book_entries(viewer, line.agency, Place(line.place))}
    entry = entries.get(chosen) if chosen is not None else None
    if entry is None:
        raise _cannot(line, "sổ không có bút toán đó tại nơi này")
    if entry.amount != line.amount:
        raise _cannot(line, "số tiền khác nhau")
    if _is_taken(line, entry.entry_id):
        raise _cannot(line, "bút toán đã khớp với dòng khác")
    return _settle(viewer, line, MatchState.CONFIRMED, entry.entry_id)


@action("money.turn_down_match")
def turn_down_match(*, viewer: Viewer, line_id: UUID) -> UUID:
    """Say that a line of a statement is none of the entries offered; it stays as missing in the book.

    A line settled before is opened again.
    """
    line = _locked_line(viewer, line_id, "money.turn_down_match")
    if line.state:
        return _settle(viewer, line, None, None)
    return _settle(viewer, line, MatchState.TURNED_DOWN, None)


def _settle(viewer: Viewer, line: StatementLine, state: MatchState | None, entry_id: int | None) -> UUID:
    line.state = state.value if state else ""
    line.entry_id = entry_id
    line.settled_by = viewer.username if state else ""
    line.settled_at = viewer.at if state else None
    line.save(update_fields=["state", "entry_id", "settled_by", "settled_at"])
    return line.uuid


def _is_taken(line: StatementLine, entry_id: int) -> bool:
    others = StatementLine.objects.filter(agency=line.agency, place=line.place, entry_id=entry_id)
    return others.exclude(pk=line.pk).exists()


def _cannot(line: StatementLine, why: str) -> Refusal:
    return Refusal("money.entry_not_there", basis="T78 Đ8.3", row=line.row, why=why)


def _locked_line(viewer: Viewer, line_id: UUID, verb: str) -> StatementLine:
    ledger.one_writer_at_a_time()
    line = (
        StatementLine.objects.select_for_update()
        .filter(uuid=line_id, agency__in=viewer.sight)
        .select_related("statement")
        .first()
    )
    if line is None:
        raise Refusal("money.statement_unknown", name=viewer.name)
    rights.check_may(viewer, verb, agency=line.agency)
    return line
