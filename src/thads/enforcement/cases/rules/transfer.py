"""Rights or duties pass to another person (L08 Đ54; N62 Đ15; L25 Đ41; N152 Đ25).

Until 30/6/2026 the old decision is recalled and a new one issued; from 1/7/2026 one decision on the transfer
does it. Heirs of a debtor first have thirty days from valid notice; when a debtor is dead and assets are
left, the law of 2025 goes on against the assets, without a transfer.
"""

from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.parties import PartyDetails, check_details
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.enforcement.deadlines.rules.deriving import derive
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.transfer_to_nobody": "Chưa ghi người nhận chuyển giao quyền, nghĩa vụ thi hành án.",
        "cases.transfer_role_wrong": "Chỉ chuyển giao quyền của người được thi hành án hoặc nghĩa vụ của "
        "người "
        "phải thi hành án.",
        "cases.heirs_not_told": "Người phải thi hành án chết: phải thông báo cho người thừa kế và hết "
        "{length} "
        "kể từ ngày thông báo hợp lệ mới được chuyển giao nghĩa vụ; hãy ghi ngày thông báo.",
        "cases.heirs_time_running": "Người thừa kế được thông báo ngày {told_on}, còn thời hạn thỏa thuận, "
        "thực "
        "hiện nghĩa vụ đến hết ngày {until}; chưa thể chuyển giao vào ngày {on}.",
        "cases.estate_left": "Người phải thi hành án chết mà còn tài sản: từ ngày 01/7/2026 tiếp tục thi "
        "hành "
        "trên tài sản đó, không ra quyết định chuyển giao.",
        "cases.transfer_nothing": "Không còn khoản nào đang thi hành để chuyển giao.",
        "cases.transfer_same_person": "Người nhận chuyển giao phải là người khác {name}.",
    }
)


class TransferReason(StrEnum):
    """Why rights or duties pass to another (L08 Đ54.1; L25 Đ41)."""

    INHERITED = "inherited"
    MERGED = "merged"
    DIVIDED = "divided"
    DISSOLVED = "dissolved"
    CONVERTED = "converted"
    AGREED = "agreed"


def transfer_words(reason: str) -> str:
    """Return why rights passed in words; a history taken in may say it in its own."""
    return LAW.label(TransferReason(reason)) if reason in set(TransferReason) else reason


def is_one_decision(on: date) -> bool:
    """Say whether one decision on the transfer suffices: from 1/7/2026 (L25 Đ41.4)."""
    return LAW.regime(on) is Regime.R2025


def check_transfer(
    *,
    role: PartyRole,
    to: str,
    reason: TransferReason,
    on: date,
    heirs_told_on: date | None,
    estate_left: bool,
) -> None:
    """Refuse a transfer to nobody, before the heirs' thirty days are over, or of a debtor whose assets are
    left (L08 Đ54; N62 Đ15; L25 Đ41; N152 Đ25).
    """
    basis = basis_of_transfer(on)
    if not to.strip():
        raise Refusal("cases.transfer_to_nobody", basis=basis)
    check_details(PartyDetails(role, to), today=on)
    if role is PartyRole.INTERESTED:
        raise Refusal("cases.transfer_role_wrong", basis=basis)
    if role is PartyRole.DEBTOR and reason is TransferReason.INHERITED:
        _check_heirs(on, heirs_told_on, estate_left)


def basis_of_transfer(on: date) -> str:
    """Return the articles of a transfer on the day."""
    return "L25 Đ41; N152 Đ25" if is_one_decision(on) else "L08 Đ54; N62 Đ15"


def _check_heirs(on: date, told_on: date | None, estate_left: bool) -> None:
    basis = basis_of_transfer(on)
    if estate_left and is_one_decision(on):
        raise Refusal("cases.estate_left", basis=basis)
    ruling = LAW.value("transfer.heirs", on=told_on or on)
    if told_on is None:
        raise Refusal("cases.heirs_not_told", basis=ruling.basis, length=LAW.written(ruling))
    until = derive("transfer.heirs", start=told_on).due_on
    if on <= until:
        raise Refusal("cases.heirs_time_running", basis=ruling.basis, told_on=told_on, until=until, on=on)
