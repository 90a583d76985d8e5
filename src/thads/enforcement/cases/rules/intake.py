"""What intake asks of a judgment and a request before a decision can be issued (L08 Đ28–31, 36; L25
Đ33–34).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.facts import Duty
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationKind
from thads.kernel.calendar import add_years
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

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
        "cases.limitation_over": "Yêu cầu ngày {requested_on} đã quá thời hiệu {length} (đến hết {last}); "
        "hãy từ "
        "chối yêu cầu, hoặc ghi rõ trở ngại khách quan, sự kiện bất khả kháng được chấp nhận.",
        "cases.money_needed": "Khoản {no} ({kind}) là khoản tiền; hãy ghi số tiền.",
    }
)


@dataclass(frozen=True, slots=True)
class IntakeDuty:
    """A duty that a judgment lays down; `initiation` empty: as the law says for the kind."""

    kind: ObligationKind
    amount: Dong = 0
    creditor: str = ""
    debtor: str = ""
    content: str = ""
    initiation: Initiation | None = None

    @property
    def route(self) -> Initiation:
        """How the decision on it comes about: given, or by the law's list (L08 Đ36; L25 Đ33–34)."""
        return self.initiation or Initiation(LAW.obligations.of(self.kind).initiation)

    def numbered(self, no: int) -> Duty:
        """Return the duty as a line of a decision."""
        return Duty(no, self.kind, self.amount, self.creditor, self.debtor, self.content)


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


def check_intake_duties(duties: Sequence[IntakeDuty]) -> None:
    """Refuse a judgment without duties, or a money duty without its amount."""
    if not duties:
        raise Refusal("cases.intake_duties_needed", basis="L08 Đ29; N152 Đ7")
    for no, duty in enumerate(duties, start=1):
        dong(duty.amount)
        if duty.amount == 0 and duty.kind in AMOUNT_NEEDED:
            raise Refusal("cases.money_needed", no=no, kind=LAW.label(duty.kind))


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


def check_limitation(*, requested_on: date, starts_on: date, obstacle: str) -> None:
    """Refuse a request beyond the limitation, unless an obstacle or force majeure is named (L08 Đ30; L25
    Đ34.2).
    """
    limitation = LAW.value("request.limitation", on=requested_on)
    last = add_years(starts_on, int(str(limitation.value)))
    if requested_on > last and not obstacle.strip():
        raise Refusal(
            "cases.limitation_over", basis=limitation.basis, requested_on=requested_on, last=last,
            length=LAW.written(limitation),
        )  # fmt: skip
