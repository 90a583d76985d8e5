"""What must be true of an obligation before a step, besides its status (process.md 2.9).

One small function a step; each refuses with the article, or returns. The days come from the law's data.
"""

from collections.abc import Callable, Mapping
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.returns import check_no_newer_information, check_on_request
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, VerificationResult
from thads.enforcement.deadlines.rules.deriving import earliest_day
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime, Ruling

register_sentences(
    {
        "cases.not_verified": "Khoản {no} chưa được xác minh điều kiện thi hành án; phải xác minh và kết "
        "luận chưa có "
        "điều kiện trước khi ra quyết định.",
        "cases.found_able": "Lần xác minh gần nhất kết luận khoản {no} có điều kiện thi hành; chưa thể ra "
        "quyết định "
        "về việc chưa có điều kiện.",
        "cases.nothing_unable": "Khoản {no} không còn tiền phải thi hành; không thể quyết định về việc "
        "chưa có điều kiện thi hành án đối với khoản này.",
        "cases.ledger_only_ex_officio": "Từ ngày 01/7/2026 chỉ việc chủ động mới được chuyển sổ theo dõi "
        "riêng; việc "
        "theo yêu cầu thì gửi lại yêu cầu thi hành án.",
        "cases.ledger_too_early": "Khoản {no} có quyết định chưa có điều kiện ngày {unable_on}; phải đủ "
        "{length} mới "
        "được chuyển sổ theo dõi riêng, sớm nhất từ ngày {earliest}.",
        "cases.ledger_verify_more": "Việc mới được xác minh {found} lần; phải xác minh ít nhất {needed} "
        "lần mới được "
        "chuyển sổ theo dõi riêng.",
        "cases.ledger_found_able": "Lần xác minh gần nhất kết luận khoản {no} có điều kiện thi hành; phải "
        "ra quyết "
        "định tiếp tục thi hành án, không chuyển sổ theo dõi riêng.",
        "cases.still_owed": "Khoản {no} còn {remaining} đồng phải thi hành; chưa thể ghi thi hành xong.",
        "cases.nothing_to_collect": "Khoản {no} không còn tiền phải thi hành; không thể thu thêm.",
        "cases.not_state_revenue": "Khoản {no} không phải khoản thu nộp ngân sách nhà nước nên không được "
        "miễn, giảm.",
    }
)

Condition = Callable[[CaseState, ObligationState, date, str], None]


def _unable_was_found(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    if line.found is None:
        raise Refusal("cases.not_verified", basis=basis, no=line.no)
    if line.amount > 0 and line.remaining == 0:
        raise Refusal("cases.nothing_unable", basis=basis, no=line.no)
    if line.found is VerificationResult.ABLE:
        raise Refusal("cases.found_able", basis=basis, no=line.no)


def _ripe_for_separate_ledger(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    if state.initiation is Initiation.ON_REQUEST and LAW.regime(on) is Regime.R2025:
        raise Refusal("cases.ledger_only_ex_officio", basis="N152 Đ22.1, 22.2")
    if line.found is VerificationResult.ABLE:
        raise Refusal("cases.ledger_found_able", basis=basis, no=line.no)
    check_no_newer_information(state, basis=basis)
    waiting = separate_ledger_wait(line, flags=state.flags, on=on)
    earliest = earliest_day(waiting, start=line.since)
    if on < earliest:
        raise Refusal(
            "cases.ledger_too_early",
            basis=waiting.basis,
            no=line.no,
            unable_on=line.since,
            earliest=earliest,
            length=LAW.written(waiting),
        )
    needed = LAW.value("unable.verifications_before_ledger", on=on)
    if state.verifications < int(str(needed.value)):
        raise Refusal(
            "cases.ledger_verify_more", basis=needed.basis, found=state.verifications, needed=needed.value
        )


def separate_ledger_wait(line: ObligationState, *, flags: tuple[Flag, ...], on: date) -> Ruling:
    """Return how long an obligation must have been unable: longer for prisoners and unknown addresses (N62
    Đ9.5).

    That the prison term left is two years or more is read from the mark on the case [derived].
    """
    is_long = line.ground == "address_unknown" or Flag.PRISONER in flags
    return LAW.value("unable.separate_ledger_long" if is_long else "unable.separate_ledger", on=on)


def _nothing_is_owed(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    if line.remaining > 0:
        raise Refusal("cases.still_owed", basis=basis, no=line.no, remaining=line.remaining)


def _money_is_owed(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    if line.remaining == 0:
        raise Refusal("cases.nothing_to_collect", basis=basis, no=line.no)


def _was_requested(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    check_on_request(state, basis=basis)


def _owed_to_the_state(state: CaseState, line: ObligationState, on: date, basis: str) -> None:
    if not LAW.obligations.of(line.kind).is_state_revenue:
        raise Refusal("cases.not_state_revenue", basis=basis, no=line.no)
    _money_is_owed(state, line, on, basis)


CONDITIONS: Mapping[type[f.CaseFact], Condition] = {
    f.UnableDecided: _unable_was_found,
    f.MovedToSeparateLedger: _ripe_for_separate_ledger,
    f.DutyReduced: _owed_to_the_state,
    f.MoneyCollected: _money_is_owed,
    f.Performed: _nothing_is_owed,
    f.RequestReturned: _was_requested,
}
