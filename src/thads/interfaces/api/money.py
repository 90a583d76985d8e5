"""The book of money: the account of a case with its acts, the books of an agency, receipts, statements."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Body, Query, Router, Schema

from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.reconciliation import StatementRow
from thads.enforcement.money.rules.sharing import SharingAsked
from thads.enforcement.money.rules.vocabulary import Place
from thads.interfaces.api import money_shapes as shown
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.acts import FAULTS, Done
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import (
    Code,
    Day,
    Number,
    Payload,
    Text,
    arguments_of,
    check_asked,
    payload_of,
)

router = Router(tags=["money"])
TOLD: Any = Body(...)  # type: ignore[type-arg]

ACCOUNT_ACTS: tuple[Callable[..., Any], ...] = (
    actions.receive_fee, actions.carry_balance, actions.advance_cost, actions.incur_cost, actions.settle_cost,
    actions.relieve_cost, actions.decide_fee, actions.withhold_fee, actions.relieve_fee, actions.correct_fee,
    actions.propose_payout, actions.prepare_payout, actions.approve_payout, actions.turn_down_payout,
    actions.pay_out, actions.share_pool, actions.set_off, actions.use_own_money, actions.notify_payee,
    actions.put_aside, actions.earn_interest, actions.unclaimed_to_state,
)  # fmt: skip
"""Every act on the account of one case; money comes in through the act `collect_money` of the case."""

AGENCY_ACTS: tuple[Callable[..., Any], ...] = (
    actions.move_money, actions.fund_cash, actions.issue_book, actions.mark_receipt, actions.close_book,
    actions.confirm_match, actions.turn_down_match,
)  # fmt: skip
"""Acts that are about no single case."""

MISSING = {401: Fault, 404: Fault, 422: Fault}

# ------------------------------------------------------------------ the account of a case


@router.get(
    "/cases/{uuid:case_id}/account", response={200: shown.AccountOut, **MISSING}, operation_id="account_page",
    summary="Tài khoản tiền của một việc",
)  # fmt: skip
def account_page(request: HttpRequest, case_id: UUID) -> shown.AccountOut:
    """Return what is held and due for a case, where it lies, and every entry."""
    return shown.account_out(queries.account_page(viewer_of(request), case_id))


@router.get(
    "/cases/{uuid:case_id}/account/fees", response={200: shown.FeesOut, **MISSING},
    operation_id="account_fees",
    summary="Phí thi hành án của một việc",
)  # fmt: skip
def account_fees(request: HttpRequest, case_id: UUID) -> shown.FeesOut:
    """Return each payment with the fee on it, derived step by step."""
    return shown.fees_out(queries.fee_page(viewer_of(request), case_id))


@router.get(
    "/cases/{uuid:case_id}/account/late-interest", response={200: shown.InterestOut, **FAULTS},
    operation_id="late_interest_of", summary="Lãi chậm thi hành án đến một ngày",
)  # fmt: skip
def late_interest_of(
    request: HttpRequest, case_id: UUID, asked: Query[shown.InterestAsked]
) -> shown.InterestOut:
    """Return late interest on a duty up to a day, segment by segment."""
    check_asked(request, asked)
    found = queries.late_interest_of(viewer_of(request), case_id, **asked.model_dump())
    return shown.interest_out(found)


class _Preview:
    """The arguments of the preview, so that its payload is made like that of an act."""

    @staticmethod
    def ask(*, asked: SharingAsked, on: date | None = None) -> None:
        """What is asked."""


PreviewPayload: Any = payload_of(_Preview.ask, name="SharingPreviewPayload")


def sharing_preview(request: HttpRequest, case_id: UUID, payload: Any = TOLD) -> shown.SharingOut:
    """Return how the pool would be shared out; nothing is changed."""
    told = arguments_of(payload, _Preview.ask)
    return shown.sharing_out(
        queries.sharing_preview(viewer_of(request), case_id, told["asked"], on=told["on"])
    )


def _offer(act: Callable[..., Any], *, about_case: bool) -> None:
    name = act.__name__
    words = name.replace("_", " ").title().replace(" ", "")
    payload_type = payload_of(act, name=f"{words}Payload", without=("case_id",) if about_case else ())

    def on_case(request: HttpRequest, case_id: UUID, payload: Any = TOLD) -> Done:
        act(viewer=viewer_of(request), case_id=case_id, **arguments_of(payload, act))
        return Done(id=case_id)

    def on_agency(request: HttpRequest, payload: Any = TOLD) -> shown.VoucherOut:
        return shown.VoucherOut(result=str(act(viewer=viewer_of(request), **arguments_of(payload, act))))

    perform: Callable[..., Any] = on_case if about_case else on_agency
    answer: type[Schema] = Done if about_case else shown.VoucherOut
    perform.__annotations__["payload"] = payload_type
    perform.__doc__ = act.__doc__
    path = f"/cases/{{uuid:case_id}}/account/acts/{name}" if about_case else f"/money/acts/{name}"
    summary = (act.__doc__ or name).strip().splitlines()[0]
    router.post(path, response={200: answer, **FAULTS}, operation_id=name, summary=summary)(perform)


sharing_preview.__annotations__["payload"] = PreviewPayload
router.post(
    "/cases/{uuid:case_id}/account/sharing", response={200: shown.SharingOut, **FAULTS},
    operation_id="sharing_preview", summary="Xem trước cách phân chia tiền",
)(sharing_preview)  # fmt: skip
for _account_act in ACCOUNT_ACTS:
    _offer(_account_act, about_case=True)
for _agency_act in AGENCY_ACTS:
    _offer(_agency_act, about_case=False)


class StatementLinePayload(Payload):
    """A line of a statement; đồng that came in or went out."""

    row: Number
    on: Day
    money_in: Number = 0
    money_out: Number = 0
    text: Text = ""
    reference: Code = ""


class StatementPayload(Payload):
    """A statement of a bank or the treasury; the same `digest` again changes nothing."""

    agency: Code
    place: Place
    bank: Code
    account_no: Code = ""
    rows: list[StatementLinePayload]
    file_name: Code = ""
    digest: Code


@router.post(
    "/money/acts/import_statement", response={200: shown.VoucherOut, **FAULTS},
    operation_id="import_statement", summary="Nhập sao kê của ngân hàng, kho bạc",
)  # fmt: skip
def import_statement(request: HttpRequest, payload: StatementPayload) -> shown.VoucherOut:
    """Take in the lines of a statement, each once however often they are sent; return its id."""
    rows = tuple(
        StatementRow(line.row, line.on, line.money_in - line.money_out, line.text, line.reference)
        for line in payload.rows
    )
    made = actions.import_statement(
        viewer=viewer_of(request), agency=payload.agency, place=payload.place, bank=payload.bank,
        account_no=payload.account_no, rows=rows, file_name=payload.file_name, digest=payload.digest,
        columns={},
    )  # fmt: skip
    return shown.VoucherOut(result=str(made))


class TakeBackPayload(Payload):
    """Which entry of the account to take back, and why."""

    seq: Number
    on: Day
    reason: Text
    expected_seq: Number | None = None


@router.post(
    "/cases/{uuid:case_id}/account/acts/take_back", response={200: Done, **FAULTS}, operation_id="take_back",
    summary="Hủy một việc đã ghi ở tài khoản (T04 Đ36.4)",
)  # fmt: skip
def take_back(request: HttpRequest, case_id: UUID, payload: TakeBackPayload) -> Done:
    """Take back the entry at a place of the account, with what it credited in cases."""
    viewer = viewer_of(request)
    entries = {entry.seq: entry.entry_id for entry in queries.account_page(viewer, case_id).entries}
    actions.cancel_fact(
        viewer=viewer, case_id=case_id, entry_id=entries.get(payload.seq, 0), on=payload.on,
        reason=payload.reason, expected_seq=payload.expected_seq,
    )  # fmt: skip
    return Done(id=case_id)


# ------------------------------------------------------------------ the books of an agency


@router.get(
    "/money/trial-balance", response={200: shown.TrialBalanceOut, **MISSING}, operation_id="trial_balance",
    summary="Bảng cân đối tài khoản",
)  # fmt: skip
def trial_balance(request: HttpRequest, asked: Query[shown.BooksAsked]) -> shown.TrialBalanceOut:
    """Return the trial balance of an agency as of a day, as known at an instant."""
    check_asked(request, asked)
    found = queries.trial_balance(
        viewer_of(request), agency=asked.agency, since=asked.since, as_of=asked.as_of, known_at=asked.known_at
    )
    return shown.TrialBalanceOut.model_validate(found)


@router.get(
    "/money/books/{place}", response={200: shown.PlaceBookOut, **MISSING}, operation_id="place_book",
    summary="Sổ quỹ tiền mặt, sổ tiền gửi",
)  # fmt: skip
def place_book(request: HttpRequest, place: Place, asked: Query[shown.BooksAsked]) -> shown.PlaceBookOut:
    """Return the book of a place: each movement and the balance after it."""
    check_asked(request, asked)
    viewer = viewer_of(request)
    until = asked.as_of or viewer.on
    found = queries.place_book(
        viewer, agency=asked.agency, place=place, since=asked.since or until.replace(day=1), as_of=until,
        known_at=asked.known_at,
    )  # fmt: skip
    return shown.PlaceBookOut.model_validate(found)


@router.get(
    "/money/held", response={200: shown.AccountRowsOut, **MISSING}, operation_id="held_money",
    summary="Tiền đang giữ theo thời gian",
)  # fmt: skip
def held_money(request: HttpRequest, agency: Code = "") -> shown.AccountRowsOut:
    """Return the accounts that hold money, the oldest first."""
    return shown.AccountRowsOut(
        rows=shown.rows_out(shown.AccountRowOut, queries.held_money(viewer_of(request), agency=agency))
    )


@router.get(
    "/money/payouts", response={200: shown.PayoutRowsOut, **MISSING}, operation_id="payout_queue",
    summary="Các khoản chi đang chờ",
)  # fmt: skip
def payout_queue(request: HttpRequest) -> shown.PayoutRowsOut:
    """Return the payments on their way."""
    return shown.PayoutRowsOut(
        rows=shown.rows_out(shown.PayoutRowOut, queries.payout_queue(viewer_of(request)))
    )


@router.get(
    "/money/pools", response={200: shown.AccountRowsOut, **MISSING}, operation_id="pools",
    summary="Tiền chờ phân chia",
)  # fmt: skip
def pools(request: HttpRequest) -> shown.AccountRowsOut:
    """Return the accounts with money that waits to be shared out."""
    return shown.AccountRowsOut(rows=shown.rows_out(shown.AccountRowOut, queries.pools(viewer_of(request))))


@router.get(
    "/money/receipts", response={200: shown.ReceiptRowsOut, **MISSING}, operation_id="receipt_list",
    summary="Biên lai",
)  # fmt: skip
def receipt_list(request: HttpRequest, agency: Code, since: Day, as_of: Day) -> shown.ReceiptRowsOut:
    """Return the receipts of an agency dated in a span."""
    found = queries.receipt_list(viewer_of(request), agency=agency, since=since, as_of=as_of)
    return shown.ReceiptRowsOut(rows=shown.rows_out(shown.ReceiptRowOut, found))


@router.get(
    "/money/receipt-books", response={200: shown.ReceiptBooksOut, **MISSING}, operation_id="receipt_books",
    summary="Quyển biên lai",
)  # fmt: skip
def receipt_books(request: HttpRequest) -> shown.ReceiptBooksOut:
    """Return the receipt books in sight with what is left of each."""
    return shown.ReceiptBooksOut(
        rows=shown.rows_out(shown.ReceiptBookOut, queries.receipt_books(viewer_of(request)))
    )


@router.get(
    "/money/receipt-uses", response={200: shown.BookUsesOut, **MISSING}, operation_id="receipt_uses",
    summary="Quyết toán biên lai",
)  # fmt: skip
def receipt_uses(request: HttpRequest, agency: Code, since: Day, as_of: Day) -> shown.BookUsesOut:
    """Return what became of each holder's receipt numbers in a span."""
    found = queries.receipt_uses(viewer_of(request), agency=agency, since=since, as_of=as_of)
    return shown.BookUsesOut(rows=shown.rows_out(shown.BookUseOut, found))


@router.get(
    "/money/statements/{uuid:statement_id}", response={200: shown.StatementOut, **MISSING},
    operation_id="statement_page",
    summary="Đối chiếu sao kê",
)  # fmt: skip
def statement_page(request: HttpRequest, statement_id: UUID) -> shown.StatementOut:
    """Return a statement line by line against the book."""
    return shown.statement_out(queries.statement_page(viewer_of(request), statement_id))
