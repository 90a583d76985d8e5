"""Thu – chi: what waits at the till, receipts and their books, the books to print (T04 Đ13–18; T78)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.pages import AccountRow, BookRow, ReceiptRow, TrialLine
from thads.enforcement.money.rules.vocabulary import NumberState, Place, ReceiptKind
from thads.enforcement.money.rules.vouchers import LARGEST_NUMBER
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.exports import Column, Kind, workbook
from thads.interfaces.web.fields import Choice, ChoiceField, DayField, PlainForm, VocabularyField, WordsField
from thads.interfaces.web.screens import OfficerRequest, Screen, roles_of, screen
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.text import read_date
from thads.law import LAW

GET_POST = ["GET", "POST"]


@screen(Screen.MONEY)
def desk(request: OfficerRequest) -> HttpResponse:
    """Show what waits: for the head his approvals, for the accountant slips, payments, cash, for all the
    pools.
    """
    viewer = request.viewer
    given = {
        "desk": queries.money_desk(viewer),
        "may_prepare": _may_somewhere(viewer, "money.prepare_payout"),
        "may_approve": _may_somewhere(viewer, "money.approve_payout"),
        "may_pay": _may_somewhere(viewer, "money.pay_out"),
        "may_fund": _may_somewhere(viewer, "money.fund_cash"),
        "agency": own_agency(viewer),
    }
    return render(request, "web/money/desk.html", given)


@screen(Screen.MONEY)
@require_http_methods(["POST"])
def fund(request: OfficerRequest) -> HttpResponse:
    """Take the cash of the cases ticked into the fund, on one voucher."""
    moves = tuple(actions.CaseSum(UUID(one)) for one in request.POST.getlist("case"))
    voucher = actions.fund_cash(viewer=request.viewer, moves=moves, on=request.viewer.on)
    messages.success(request, f"Đã nhập quỹ tiền mặt theo phiếu {voucher}.")
    return HttpResponseRedirect(reverse("web:money"))


# --------------------------------------------------------------------------- receipts and their books


class BookForm(PlainForm):
    """A receipt book given to a person."""

    agency = ChoiceField(label="Cơ quan")
    kind = VocabularyField(ReceiptKind, label="Loại biên lai")
    holder = ChoiceField(label="Người nhận quyển")
    symbol = WordsField(label="Ký hiệu", required=False, max_length=32)
    first = forms.IntegerField(label="Từ số", min_value=1, max_value=LARGEST_NUMBER)
    on = DayField(label="Ngày giao")

    beside = {
        "money.book_range": "first",
        "money.book_overlaps": "first",
        "money.book_open": "holder",
        "money.book_provisional": "kind",
        "money.book_in_future": "on",
    }

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agencies = _agencies(viewer, "money.issue_book")
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]
        here = frozenset(code for code, _name in agencies)
        people = [(one.code, f"{one.name} ({one.code})") for one in organisation.bailiffs(here, on=viewer.on)]
        own = sorted(viewer.staff_codes) or [viewer.username]
        self.fields["holder"].choices = [*people, (own[0], f"{viewer.name} ({own[0]})")]  # type: ignore[attr-defined]
        self.fields["agency"].widget.attrs["data-first"] = ""


class MarkForm(PlainForm):
    """A number spoiled or lost."""

    number = forms.IntegerField(label="Số biên lai", min_value=1, max_value=LARGEST_NUMBER)
    state = ChoiceField(
        label="Tình trạng",
        choices=[(one.value, LAW.label(one)) for one in (NumberState.SPOILED, NumberState.LOST)],
    )
    reason = WordsField(label="Lý do", max_length=300)
    on = DayField(label="Ngày")

    beside = {
        "money.number_not_in_book": "number",
        "money.number_taken": "number",
        "money.book_in_future": "on",
    }


@screen(Screen.MONEY)
def receipts(request: OfficerRequest) -> HttpResponse:
    """Show the receipts of a span, the open books, and the settlement of each holder (T04 Đ15)."""
    viewer = request.viewer
    agency, since, as_of = span_of(request)
    given = {
        "agency": agency,
        "agencies": all_agencies(viewer),
        "since": since,
        "as_of": as_of,
        "rows": queries.receipt_list(viewer, agency=agency, since=since, as_of=as_of),
        "uses": queries.receipt_uses(viewer, agency=agency, since=since, as_of=as_of),
        "books": queries.receipt_books(viewer),
        "may_issue": _may_somewhere(viewer, "money.issue_book"),
    }
    return render(request, "web/money/receipts.html", given)


@screen(Screen.MONEY)
def receipts_workbook(request: OfficerRequest) -> HttpResponse:
    """Hand out the receipts of a span as a workbook."""
    agency, since, as_of = span_of(request)
    rows = queries.receipt_list(request.viewer, agency=agency, since=since, as_of=as_of)
    return workbook("Biên lai", RECEIPT_COLUMNS, rows, on=request.viewer.on, name="bien-lai")


@screen(Screen.MONEY)
@require_http_methods(GET_POST)
def issue_book(request: OfficerRequest) -> HttpResponse:
    """Give a receipt book to a person; the last number follows from the size of a book."""
    viewer = request.viewer
    form = BookForm(viewer, request.POST or None, initial={"on": viewer.on, "first": 1}, auto_id="book-%s")

    def do() -> str:
        given = dict(form.cleaned_data)
        size = int(str(LAW.value("receipt.book_size", on=given["on"]).value))
        actions.issue_book(viewer=viewer, last=given["first"] + size - 1, **given)
        return "Đã giao quyển biên lai."

    return act_on(request, form, do, _sheet("Giao quyển biên lai", "Giao", "issue_book"))


@screen(Screen.MONEY)
@require_http_methods(GET_POST)
def mark_receipt(request: OfficerRequest, book_id: UUID) -> HttpResponse:
    """Mark a number of a book as spoiled or lost."""
    viewer = request.viewer
    form = MarkForm(request.POST or None, initial={"on": viewer.on}, auto_id="mark-%s")

    def do() -> str:
        given = dict(form.cleaned_data)
        given["state"] = NumberState(given["state"])
        actions.mark_receipt(viewer=viewer, book_id=book_id, **given)
        return "Đã ghi số biên lai hỏng, mất."

    return act_on(request, form, do, _sheet("Biên lai hỏng, mất", "Ghi", "mark_receipt"))


@screen(Screen.MONEY)
@require_http_methods(["POST"])
def close_book(request: OfficerRequest, book_id: UUID) -> HttpResponse:
    """Settle a book of which every number is accounted for; a refusal is said on the page it was
    pressed on.
    """
    try:
        actions.close_book(viewer=request.viewer, book_id=book_id, on=request.viewer.on)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Đã quyết toán quyển biên lai.")
    return HttpResponseRedirect(reverse("web:receipts"))


def _sheet(title: str, button: str, key: str) -> Sheet:
    return Sheet(title, button, key, reverse("web:receipts"), "Biên lai")


# --------------------------------------------------------------------------- books to print


@screen(Screen.MONEY)
def place_book(request: OfficerRequest, place: str) -> HttpResponse:
    """Show the cash book, or the book of bank or treasury, of a span; printable, and as a workbook."""
    agency, since, as_of = span_of(request)
    where = Place(place)
    book = queries.place_book(request.viewer, agency=agency, place=where, since=since, as_of=as_of)
    if request.GET.get("xlsx"):
        title = LAW.label(where)
        return workbook(title, BOOK_COLUMNS, book.rows, on=request.viewer.on, name=f"so-{where}")
    given = {"book": book, "places": list(Place), **_asked(request, agency, since, as_of)}
    return render(request, "web/money/place_book.html", given)


@screen(Screen.MONEY)
def trial_balance(request: OfficerRequest) -> HttpResponse:
    """Show the trial balance of an agency for a span; each account with its number marked as derived."""
    agency, since, as_of = span_of(request, whole_year=True)
    balance = queries.trial_balance(request.viewer, agency=agency, since=since, as_of=as_of)
    if request.GET.get("xlsx"):
        return workbook(
            "Bảng cân đối tài khoản", TRIAL_COLUMNS, balance.lines, on=request.viewer.on, name="can-doi"
        )
    given = {"balance": balance, **_asked(request, agency, since, as_of)}
    return render(request, "web/money/trial_balance.html", given)


@screen(Screen.MONEY)
def held(request: OfficerRequest) -> HttpResponse:
    """Show the money held by age: the oldest first, with the last day for paying it out (L08 Đ47.5; L25
    Đ54.6).
    """
    agency = own_agency(request.viewer, request.GET.get("agency", ""))
    rows = queries.held_money(request.viewer, agency=agency)
    if request.GET.get("xlsx"):
        return workbook("Tiền đang giữ", HELD_COLUMNS, rows, on=request.viewer.on, name="tien-dang-giu")
    given = {"rows": rows, "total": sum(row.held for row in rows), "agency": agency, "on": request.viewer.on}
    return render(request, "web/money/held.html", {**given, "agencies": all_agencies(request.viewer)})


def _asked(request: OfficerRequest, agency: str, since: date, as_of: date) -> dict[str, object]:
    tree = organisation.agency_tree(on=request.viewer.on)
    name = tree[agency].name if agency in tree else agency
    agencies = all_agencies(request.viewer)
    return {"agency": agency, "agency_name": name, "agencies": agencies, "since": since, "as_of": as_of}


def span_of(request: OfficerRequest, *, whole_year: bool = False) -> tuple[str, date, date]:
    """Return agency and days from the address: this month, or the accounting year so far, unless told."""
    viewer = request.viewer
    start = Period.containing(viewer.on).start if whole_year else viewer.on.replace(day=1)
    since = _day(request.GET.get("since", "")) or start
    as_of = _day(request.GET.get("as_of", "")) or viewer.on
    return own_agency(viewer, request.GET.get("agency", "")), since, as_of


def _day(written: str) -> date | None:
    if not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return read_date(written)


def own_agency(viewer: Viewer, asked: str = "") -> str:
    """Return the agency asked for when it is in sight, else the person's own."""
    if asked and viewer.sees(asked):
        return asked
    return next((post.agency for post in viewer.posts if viewer.sees(post.agency)), "")


def all_agencies(viewer: Viewer) -> Sequence[Choice]:
    """Return the agencies in sight to choose from; one is no choice."""
    tree = organisation.agency_tree(on=viewer.on)
    found = [(code, tree[code].short_name or tree[code].name) for code in tree.agencies if viewer.sees(code)]
    return found if len(found) > 1 else []


def _agencies(viewer: Viewer, verb: str) -> list[Choice]:
    tree = organisation.agency_tree(on=viewer.on)
    return [
        (code, tree[code].name)
        for code in tree.agencies
        if rights.may(viewer, verb, agency=code) and viewer.sees(code)
    ]


def _may_somewhere(viewer: Viewer, verb: str) -> bool:
    return bool(roles_of(viewer) & rights.known_verbs()[verb]) and Role.AUDITOR not in roles_of(viewer)


RECEIPT_COLUMNS: tuple[Column[ReceiptRow], ...] = (
    Column("Số biên lai", lambda row: row.number, width=22),
    Column("Loại", lambda row: LAW.label(row.kind), width=28),
    Column("Tình trạng", lambda row: LAW.label(row.state), width=14),
    Column("Ngày", lambda row: row.on, Kind.DAY),
    Column("Số việc", lambda row: row.case_number, width=18),
    Column("Người nộp", lambda row: row.payer, width=30),
    Column("Số tiền (đồng)", lambda row: row.amount if row.state is NumberState.USED else 0, Kind.MONEY),
)
BOOK_COLUMNS: tuple[Column[BookRow], ...] = (
    Column("Ngày", lambda row: row.on, Kind.DAY),
    Column("Chứng từ", lambda row: row.voucher, width=20),
    Column("Số việc", lambda row: row.number, width=18),
    Column("Nội dung", lambda row: row.title, width=36),
    Column("Thu (đồng)", lambda row: row.money_in, Kind.MONEY),
    Column("Chi (đồng)", lambda row: row.money_out, Kind.MONEY),
)
TRIAL_COLUMNS: tuple[Column[TrialLine], ...] = (
    Column("Số hiệu", lambda row: row.number, width=12),
    Column("Tài khoản", lambda row: row.name, width=40),
    Column("Dư nợ đầu kỳ", lambda row: row.opening_debit, Kind.MONEY),
    Column("Dư có đầu kỳ", lambda row: row.opening_credit, Kind.MONEY),
    Column("Phát sinh nợ", lambda row: row.debit, Kind.MONEY),
    Column("Phát sinh có", lambda row: row.credit, Kind.MONEY),
    Column("Dư nợ cuối kỳ", lambda row: row.closing_debit, Kind.MONEY),
    Column("Dư có cuối kỳ", lambda row: row.closing_credit, Kind.MONEY),
)
HELD_COLUMNS: tuple[Column[AccountRow], ...] = (
    Column("Số việc", lambda row: row.number, width=18),
    Column("Người phải thi hành án", lambda row: row.debtor, width=32),
    Column("Chấp hành viên", lambda row: row.bailiff, width=16),
    Column("Giữ từ ngày", lambda row: row.held_since, Kind.DAY),
    Column("Hạn chi trả", lambda row: row.due_on, Kind.DAY),
    Column("Đang giữ (đồng)", lambda row: row.held, Kind.MONEY),
    Column("Chờ phân chia (đồng)", lambda row: row.pool, Kind.MONEY),
)

urlpatterns = [
    path("thu-chi/", desk, name="money"),
    path("thu-chi/nhap-quy/", fund, name="fund_cash"),
    path("thu-chi/bien-lai/", receipts, name="receipts"),
    path("thu-chi/bien-lai.xlsx", receipts_workbook, name="receipts_workbook"),
    path("thu-chi/bien-lai/giao/", issue_book, name="issue_book"),
    path("thu-chi/bien-lai/<uuid:book_id>/hong-mat/", mark_receipt, name="mark_receipt"),
    path("thu-chi/bien-lai/<uuid:book_id>/quyet-toan/", close_book, name="close_book"),
    path("thu-chi/so/<slug:place>/", place_book, name="place_book"),
    path("thu-chi/can-doi/", trial_balance, name="trial_balance"),
    path("thu-chi/dang-giu/", held, name="held_money"),
]
