"""What intake asks of a judgment and a request before a decision can be issued (L08 Đ28–31, 36; L25
Đ33–34).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thads.enforcement.cases.rules.due_parts import check_instalments
from thads.enforcement.cases.rules.facts import Duty, Instalment, Interest
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationKind
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.judgment_field_needed": "Chưa ghi {field} của bản án, quyết định.",
        "cases.intake_field_too_long": "{field} dài {length} ký tự; nhiều nhất là {longest}.",
        "cases.judgment_number_wrong": "“{number}” không phải là số bản án, quyết định: không có chữ số nào; "
        "hãy ghi số như trên bản án, ví dụ 15/2024/HS-ST.",
        "cases.judgment_in_future": "Ngày của bản án, quyết định {issued_on} ở sau hôm nay ({today}); hãy "
        "kiểm tra lại ngày.",
        "cases.effective_before_issued": "Ngày có hiệu lực {effective_on} có trước ngày của bản án, quyết "
        "định ({issued_on}); hãy kiểm tra lại hai ngày này.",
        "cases.received_before_issued": "Ngày nhận {received_on} có trước ngày của bản án, quyết định "
        "({issued_on}); "
        "hãy kiểm tra lại hai ngày này.",
        "cases.received_in_future": "Ngày nhận {received_on} ở sau hôm nay ({today}); hãy kiểm tra lại ngày.",
        "cases.intake_duties_needed": "Chưa ghi khoản phải thi hành nào của bản án, quyết định.",
        "cases.requester_needed": "Chưa ghi người yêu cầu thi hành án.",
        "cases.request_in_future": "Ngày yêu cầu {requested_on} ở sau ngày nhận {received_on}; hãy kiểm "
        "tra lại ngày.",
        "cases.request_before_judgment": "Ngày yêu cầu {requested_on} có trước ngày của bản án, quyết định "
        "({issued_on}).",
        "cases.system_time_needed": "Bản án nhận bằng phương thức điện tử tính từ lúc hệ thống ghi nhận đủ "
        "dữ "
        "liệu hợp lệ; hãy ghi thời điểm đó.",
        "cases.system_time_differs": "Thời điểm hệ thống ghi nhận {received_at} không cùng ngày nhận "
        "{received_on}.",
        "cases.manner_unknown": "Ngày {on} pháp luật chưa quy định nhận bản án, quyết định bằng phương thức "
        "điện tử.",
        "cases.court_not_to_be_told": "Chỉ bản án nhận qua đường bưu điện mới phải thông báo bằng văn bản "
        "cho "
        "Tòa án về việc đã nhận.",
        "cases.court_told_already": "Đã thông báo cho Tòa án ngày {on} về việc nhận bản án.",
        "cases.papers_not_awaited": "Bản án này không còn chờ biên bản, tài liệu nào.",
        "cases.money_needed": "Khoản {no} ({kind}) là khoản tiền; hãy ghi số tiền.",
    }
)


class ReceiptManner(StrEnum):
    """How a judgment came to the agency (L08 Đ29; N152 Đ7)."""

    DIRECT = "direct"
    POST = "post"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class IntakeDuty:
    """A duty that a judgment lays down; `initiation` empty: as the law says for the kind."""

    kind: ObligationKind
    amount: Dong = 0
    creditor: str = ""
    debtor: str = ""
    content: str = ""
    initiation: Initiation | None = None
    interest: Interest | None = None
    instalments: tuple[Instalment, ...] = ()
    joint: str = ""
    secured_by: str = ""

    @property
    def route(self) -> Initiation:
        """How the decision on it comes about: given, or by the law's list (L08 Đ36; L25 Đ33–34)."""
        return self.initiation or Initiation(LAW.obligations.of(self.kind).initiation)

    def numbered(self, no: int) -> Duty:
        """Return the duty as a line of a decision."""
        return Duty(
            no, self.kind, self.amount, self.creditor, self.debtor, self.content, self.interest,
            self.instalments, self.joint, self.secured_by,
        )  # fmt: skip


def check_written(longest: int, **fields: str) -> None:
    """Refuse fields left empty or longer than the register holds; `fields`: Vietnamese name (with _) →
    text.
    """
    for name, text in fields.items():
        field = name.replace("_", " ")
        if not text.strip():
            raise Refusal("cases.judgment_field_needed", field=field)
        if len(text) > longest:
            raise Refusal("cases.intake_field_too_long", field=field, length=len(text), longest=longest)


def check_short(longest: int, **fields: str) -> None:
    """Refuse fields longer than the register holds; they may be empty. `fields`: as for `check_written`."""
    for name, text in fields.items():
        if len(text) > longest:
            raise Refusal(
                "cases.intake_field_too_long", field=name.replace("_", " "), length=len(text), longest=longest
            )


def check_judgment(*, number: str, issued_on: date, effective_on: date | None, today: date) -> None:
    """Refuse a number without any figure, a judgment of a day to come, and legal effect before the
    judgment (L08 Đ28–29; L25 Đ33.1).
    """
    if not any(sign.isdigit() for sign in number):
        raise Refusal("cases.judgment_number_wrong", number=number.strip())
    if issued_on > today:
        raise Refusal("cases.judgment_in_future", issued_on=issued_on, today=today)
    if effective_on is not None and effective_on < issued_on:
        raise Refusal("cases.effective_before_issued", effective_on=effective_on, issued_on=issued_on)


def check_receipt(*, issued_on: date, received_on: date, today: date) -> None:
    """Refuse a receipt before the judgment was issued or after today (L08 Đ28–29; L25 Đ33.1)."""
    if received_on > today:
        raise Refusal("cases.received_in_future", received_on=received_on, today=today)
    if received_on < issued_on:
        raise Refusal(
            "cases.received_before_issued", basis="L08 Đ28–29; L25 Đ33.1", received_on=received_on,
            issued_on=issued_on,
        )  # fmt: skip


def check_manner(
    manner: ReceiptManner, *, received_on: date, received_at: datetime | None, local_day: date | None
) -> None:
    """Refuse an electronic receipt before the law knew it, or without the instant at which the system had
    complete data; `local_day` is that instant's day (N152 Đ7.2).
    """
    if manner is not ReceiptManner.ELECTRONIC:
        return
    if LAW.regime(received_on) is Regime.R2008:
        raise Refusal("cases.manner_unknown", basis="L08 Đ29", on=received_on)
    if received_at is None or local_day is None:
        raise Refusal("cases.system_time_needed", basis="N152 Đ7.2")
    if local_day != received_on:
        raise Refusal(
            "cases.system_time_differs", basis="N152 Đ7.2", received_at=received_at, received_on=received_on
        )


def owes_court_notice(manner: ReceiptManner, *, received_on: date) -> bool:
    """Say whether the court must be told in writing that the judgment came: by post, until 30/6/2026 (L08
    Đ29).
    """
    return manner is ReceiptManner.POST and LAW.regime(received_on) is Regime.R2008


def decide_from(received_on: date, papers_on: date | None) -> date:
    """Return the day from which the days for a decision ex officio run: from 1/7/2026 judgment and seizure
    minutes must both be there (L25 Đ33.3a).
    """
    if papers_on is None or LAW.regime(received_on) is Regime.R2008:
        return received_on
    return max(received_on, papers_on)


def check_intake_duties(duties: Sequence[IntakeDuty]) -> None:
    """Refuse a judgment without duties, or a money duty without its amount."""
    if not duties:
        raise Refusal("cases.intake_duties_needed", basis="L08 Đ29; N152 Đ7")
    for no, duty in enumerate(duties, start=1):
        dong(duty.amount)
        if duty.amount == 0 and duty.kind in AMOUNT_NEEDED:
            raise Refusal("cases.money_needed", no=no, kind=LAW.label(duty.kind))
        check_instalments(no, duty.amount, duty.instalments)
        check_short(200, người_được_thi_hành=duty.creditor, người_phải_thi_hành=duty.debtor)
        check_short(32, dấu_liên_đới=duty.joint)
        check_short(300, tài_sản_bảo_đảm=duty.secured_by)


AMOUNT_NEEDED = frozenset(
    {
        ObligationKind.COURT_FEE,
        ObligationKind.FINE,
        ObligationKind.UNLAWFUL_GAIN,
        ObligationKind.CREDIT_DEBT,
        ObligationKind.CONTRACT,
        ObligationKind.OTHER_STATE,
        ObligationKind.RETURN_MONEY,
    }
)
"""Kinds that are always a sum of money; the others may be a thing, an act, or reckoned later."""


def check_request(*, requested_on: date, received_on: date, issued_on: date, today: date) -> None:
    """Refuse a request before its judgment or after its receipt (L08 Đ30–31; L25 Đ34)."""
    if received_on > today:
        raise Refusal("cases.received_in_future", received_on=received_on, today=today)
    if requested_on > received_on:
        raise Refusal("cases.request_in_future", requested_on=requested_on, received_on=received_on)
    if requested_on < issued_on:
        raise Refusal(
            "cases.request_before_judgment",
            basis="L08 Đ30; L25 Đ34",
            requested_on=requested_on,
            issued_on=issued_on,
        )
