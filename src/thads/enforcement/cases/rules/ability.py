"""Whether what was found of the debtor's means is still fresh enough to act on (process.md 2.0.5).

No text says for how long a verification holds; we take the time after which it would be repeated anyway
[derived] (L08 Đ44.2; L25 Đ38.3).
"""

from datetime import date

from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.deadlines.rules.deriving import earliest_day
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.ability_stale": "Lần xác minh gần nhất là ngày {verified_on}, trước thời gian việc {number} "
        "phải dừng, nay đã quá {length}; phải xác minh lại điều kiện thi hành án trước khi cưỡng chế.",
    }
)


def is_stale(state: CaseState, *, on: date) -> bool:
    """Say whether a case that went on after a rest needs a new verification before anything is coerced.

    It does when the last verification is older than the rest and than the time for which it counts as fresh.
    """
    resumed, verified = state.resumed_on, state.last_verified_on
    if resumed is None or not state.is_open or (verified is not None and verified >= resumed):
        return False
    return verified is None or on >= earliest_day(LAW.value("ability.fresh_for", on=on), start=verified)


def check_fresh(state: CaseState, *, on: date, basis: str) -> None:
    """Refuse to act on a verification that a long rest has made stale."""
    if not is_stale(state, on=on):
        return
    ruling = LAW.value("ability.fresh_for", on=on)
    raise Refusal(
        "cases.ability_stale", basis=f"{basis}; {ruling.basis}", number=state.number,
        verified_on=state.last_verified_on or "(chưa có)", length=LAW.written(ruling),
    )  # fmt: skip
