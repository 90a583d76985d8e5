"""A whole history of an account as values, each step lawful in its turn; a fact learned late is put at its
legal place, and what followed must still be possible (architecture 5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thads.enforcement.cases.rules.dates import VIET_NAM
from thads.enforcement.money.rules.account import EMPTY, AccountState, apply, read
from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.steps import CaseOfAccount, check_standing, check_step
from thads.enforcement.money.rules.words import act_name
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences, sentence

register_sentences(
    {
        "money.breaks_later": "Không thể ghi {act} ngày {on}: sau đó, {later} ngày {later_on} sẽ không còn "
        "thực "
        "hiện được ({reason}). Hãy hủy việc đó trước, rồi ghi lại.",
        "money.cancel_breaks_later": "Không thể hủy {act} ngày {on}: sau đó, {later} ngày {later_on} sẽ "
        "không "
        "còn thực hiện được ({reason}). Hãy hủy việc đó trước.",
        "money.nothing_to_cancel": "Tài khoản của việc này không có việc nào như vậy để hủy, hoặc việc đó đã "
        "bị "
        "hủy rồi.",
    }
)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of a history: a fact, or (`fact` None) the cancellation of the line at place `cancels` (from
    0).
    """

    fact: AccountFact | None
    took_effect: date
    recorded_at: datetime
    cancels: int | None = None


class UnlawfulStep(Exception):
    """The line at `place` of a history is not lawful in its turn."""

    def __init__(self, place: int, refusal: Refusal) -> None:
        self.place = place
        self.refusal = refusal
        super().__init__(place)


def from_ledger(entries: Iterable[Entry]) -> tuple[AccountLine, ...]:
    """Return the entries of an account, in the order of writing, as a history."""
    entries = list(entries)
    places = {entry.id: place for place, entry in enumerate(entries)}
    return tuple(
        AccountLine(
            fact=None if entry.kind == CANCELLATION else read(entry),
            took_effect=entry.took_effect,
            recorded_at=entry.recorded_at,
            cancels=None if entry.cancels is None else places[entry.cancels],
        )
        for entry in entries
    )


def standing(lines: Sequence[AccountLine]) -> Sequence[int]:
    """Return the places of the lines that stand, in the order of the fold: legal day, recorded, written."""
    gone = {line.cancels for line in lines if line.cancels is not None}
    keys = [
        (line.took_effect, line.recorded_at, place)
        for place, line in enumerate(lines)
        if line.fact is not None and place not in gone
    ]
    return [place for _, _, place in sorted(keys)]


def fold_lawfully(case: CaseOfAccount, lines: Sequence[AccountLine]) -> AccountState:
    """Fold a history, checking each step in its turn; raises `UnlawfulStep` at the first that is not
    lawful.
    """
    state = EMPTY
    for place in standing(lines):
        line = lines[place]
        fact, on = line.fact, line.took_effect
        assert fact is not None
        recorded_on = line.recorded_at.astimezone(VIET_NAM).date()
        try:
            check_step(case, state, fact, on=on, recorded_on=recorded_on)
            after = apply(state, fact, on=on)
            check_standing(state, after, fact)
        except Refusal as refusal:
            raise UnlawfulStep(place, refusal) from None
        state = after
    return state


def with_fact(case: CaseOfAccount, lines: tuple[AccountLine, ...], new: AccountLine) -> AccountState:
    """Return the state with one more fact at its legal place; refuse it, or a later one it makes
    impossible.
    """
    longer = (*lines, new)
    try:
        return fold_lawfully(case, longer)
    except UnlawfulStep as fault:
        if fault.place == len(lines):
            raise fault.refusal from None
        raise _breaks("money.breaks_later", new, longer[fault.place], fault.refusal) from None


def without_fact(
    case: CaseOfAccount, lines: tuple[AccountLine, ...], cancellation: AccountLine
) -> AccountState:
    """Return the state with one fact taken back; refuse when a later one would no longer be possible."""
    target = cancellation.cancels
    gone = {line.cancels for line in lines if line.cancels is not None}
    if target is None or not 0 <= target < len(lines) or lines[target].fact is None or target in gone:
        raise Refusal("money.nothing_to_cancel", basis="T04 Đ36.4")
    longer = (*lines, cancellation)
    try:
        return fold_lawfully(case, longer)
    except UnlawfulStep as fault:
        raise _breaks(
            "money.cancel_breaks_later", lines[target], longer[fault.place], fault.refusal
        ) from None


def _breaks(code: str, changed: AccountLine, later: AccountLine, refusal: Refusal) -> Refusal:
    assert changed.fact is not None
    assert later.fact is not None
    return Refusal(
        code,
        basis=refusal.basis,
        act=act_name(changed.fact).lower(),
        on=changed.took_effect,
        later=act_name(later.fact).lower(),
        later_on=later.took_effect,
        reason=sentence(refusal.code, refusal.details).rstrip("."),
    )
