"""Sending the request back to the creditor of a debtor long without means (L25 Đ38.4; N152 Đ22.2, 42.8).

It ends the case; a new request may come at any time. Until 30/6/2026 the law did not know it.
"""

from collections.abc import Sequence
from datetime import date

from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import Initiation, ObligationStatus, VerificationResult
from thads.enforcement.deadlines.rules.deriving import earliest_day
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ruling

register_sentences(
    {
        "cases.return_only_on_request": "Việc {number} là việc chủ động thi hành án; chỉ việc theo yêu cầu "
        "mới được gửi lại yêu cầu, việc chủ động thì chuyển sổ theo dõi riêng.",
        "cases.return_not_unable": "Khoản {no} không có quyết định về việc chưa có điều kiện thi hành án "
        "đang có hiệu lực nên chưa thể gửi lại yêu cầu theo căn cứ này.",
        "cases.return_too_early": "Khoản {no} có quyết định chưa có điều kiện ngày {unable_on}; phải đủ "
        "{length} mới được gửi lại yêu cầu, sớm nhất từ ngày {earliest}.",
        "cases.return_verify_more": "Việc mới được xác minh {found} lần; phải xác minh ít nhất {needed} "
        "lần mới được gửi lại yêu cầu.",
        "cases.return_found_able": "Lần xác minh gần nhất kết luận khoản {no} có điều kiện thi hành; phải "
        "ra quyết định tiếp tục thi hành án, không gửi lại yêu cầu.",
        "cases.newer_information": "Ngày {informed_on} có thông tin mới về điều kiện thi hành án, sau lần "
        "xác minh gần nhất ({verified_on}); phải xác minh thông tin này trước.",
    }
)

LONG_UNABLE = "two_years_unable"
UNABLE = frozenset({ObligationStatus.UNABLE, ObligationStatus.SEPARATE_LEDGER})


def check_can_return_request(state: CaseState, *, ground: str, nos: Sequence[int] = (), on: date) -> None:
    """Refuse to send the request back before its time; `nos` empty: all open obligations.

    After two years without means it needs the verifications that the separate ledger needs [derived] and no
    newer information; a creditor who withholds papers needs no waiting [derived] (N152 Đ42.8).
    """
    listed = LAW.ground("request_return", ground, on=on)
    check_on_request(state, basis=listed.basis)
    if ground != LONG_UNABLE:
        return
    for line in state.open_obligations:
        if line.no in nos or not nos:
            _check_waited(state, line, on)
    check_no_newer_information(state, basis=listed.basis)
    needed = LAW.value("unable.verifications_before_ledger", on=on)
    if state.verifications < int(str(needed.value)):
        raise Refusal(
            "cases.return_verify_more", basis=listed.basis, found=state.verifications, needed=needed.value
        )


def can_return_request(state: CaseState, *, ground: str, nos: Sequence[int] = (), on: date) -> bool:
    """Ask what `check_can_return_request` checks."""
    try:
        check_can_return_request(state, ground=ground, nos=nos, on=on)
    except Refusal:
        return False
    return True


def check_on_request(state: CaseState, *, basis: str) -> None:
    """Refuse a case that nobody requested: there is no request to send back."""
    if state.initiation is not Initiation.ON_REQUEST:
        raise Refusal("cases.return_only_on_request", basis=basis, number=state.number)


def check_no_newer_information(state: CaseState, *, basis: str) -> None:
    """Refuse while information that came in after the last verification is not verified (N62 Đ9.5; L25 Đ38.4;
    N152 Đ22).
    """
    informed, verified = state.informed_on, state.last_verified_on
    if informed is not None and (verified is None or informed > verified):
        raise Refusal(
            "cases.newer_information", basis=basis, informed_on=informed, verified_on=verified or "chưa có"
        )


def _check_waited(state: CaseState, line: ObligationState, on: date) -> None:
    waiting = LAW.value("unable.return_of_request", on=on)
    since = line.since if line.status is ObligationStatus.UNABLE else state.unable_on
    if line.status not in UNABLE or since is None:
        raise Refusal("cases.return_not_unable", basis=waiting.basis, no=line.no)
    if line.found is VerificationResult.ABLE:
        raise Refusal("cases.return_found_able", basis=waiting.basis, no=line.no)
    _check_old_enough(line, waiting, since, on)


def _check_old_enough(line: ObligationState, waiting: Ruling, since: date, on: date) -> None:
    earliest = earliest_day(waiting, start=since)
    if on < earliest:
        raise Refusal(
            "cases.return_too_early", basis=waiting.basis, no=line.no, unable_on=since, earliest=earliest,
            length=LAW.written(waiting),
        )  # fmt: skip
