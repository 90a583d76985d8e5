"""What is lawful next: `check_move` refuses, `lawful_moves` says for every button whether and why not.

The table of steps is `moves`; conditions of an obligation are `conditions`; amounts and dates have files of
their own. A refusal says what is not lawful, under which article, and what is lawful now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.amounts import check_amount
from thads.enforcement.cases.rules.carrying import check_after_carried, check_carried
from thads.enforcement.cases.rules.conditions import CONDITIONS
from thads.enforcement.cases.rules.contents import check_content
from thads.enforcement.cases.rules.dates import check_after_decision, check_not_future
from thads.enforcement.cases.rules.moves import MOVES, About, Move, opening_basis
from thads.enforcement.cases.rules.notes import check_noted
from thads.enforcement.cases.rules.opening import check_opening
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.words import act_name, status_name, status_names
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Authority, Ground

register_sentences(
    {
        "cases.no_case_yet": "Chưa có quyết định thi hành án nên chưa thể ghi: {act}.",
        "cases.opened_already": "Việc {number} đã có quyết định thi hành án ngày {decided_on}; mỗi quyết "
        "định là một "
        "việc riêng.",
        "cases.not_in_law": "{act}: pháp luật có hiệu lực ngày {on} không quy định bước này.",
        "cases.closed": "Việc {number} đã kết thúc ({status}); không thể thực hiện: {act}.",
        "cases.still_open": "{act} chỉ được thực hiện khi việc đã kết thúc; việc {number} đang ở trạng thái "
        "“{status}”.",
        "cases.line_unknown": "Việc {number} không có khoản {no}; các khoản của việc: {known}.",
        "cases.line_closed": "Khoản {no} đã kết thúc ({status} ngày {since}); không thể thực hiện: {act}.",
        "cases.line_twice": "Khoản {no} được ghi hai lần; mỗi khoản chỉ ghi một lần.",
        "cases.not_from_status": "{act}: khoản {no} đang ở trạng thái “{status}” nên chưa được thực hiện; "
        "chỉ thực "
        "hiện khi khoản đang ở trạng thái {allowed}.",
        "cases.not_lawful_now": "{act}: khoản {no} đang ở trạng thái “{status}” nên chưa được thực hiện; "
        "chỉ thực "
        "hiện khi khoản đang ở trạng thái {allowed}. Hiện có thể thực hiện: {next}.",
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """A button: an act, whether it is lawful now, on which obligations, and if not why.

    `verb` names the action; `grounds` are the law's closed list on the day; `signers` the roles that sign.
    """

    kind: str
    verb: str
    label: str
    possible: bool
    reason: str
    basis: str
    signers: tuple[str, ...]
    nos: tuple[int, ...]
    grounds: tuple[Ground, ...]
    takes_amounts: bool


def check_move(state: CaseState | None, fact: f.CaseFact, *, on: date, recorded_on: date) -> None:
    """Refuse a fact that is not lawful in this state on this day, naming the article and what is lawful
    now.
    """
    check_not_future(fact, on=on, recorded_on=recorded_on)
    if isinstance(fact, f.DecisionIssued):
        if state is not None:
            raise Refusal("cases.opened_already", number=state.number, decided_on=state.decided_on)
        return check_opening(fact, on=on)
    if state is None:
        raise Refusal("cases.no_case_yet", basis=opening_basis(on), act=act_name(fact))
    check_after_decision(state.decided_on, fact, on=on)
    if isinstance(fact, f.CarriedOver):
        return check_carried(state, fact, on=on)
    if state.carried_on is not None:
        check_after_carried(act_name(fact), on=on, carried_on=state.carried_on)
    move = MOVES[type(fact)]
    if not move.exists(on):
        raise Refusal("cases.not_in_law", act=act_name(fact), on=on)
    if move.about is not About.OBLIGATIONS:
        _check_case(state, move, on)
        return check_content(state, fact, move, on=on)
    try:
        _check_lines(state, move, getattr(fact, "parts", ()), on)
        return check_content(state, fact, move, on=on)
    except Refusal as refusal:
        if refusal.code != "cases.not_from_status":
            raise
        possible = _possible_now(state, on)
        raise Refusal("cases.not_lawful_now", basis=refusal.basis, **refusal.details, next=possible) from None


def can_move(state: CaseState | None, fact: f.CaseFact, *, on: date, recorded_on: date) -> bool:
    """Ask what `check_move` checks."""
    try:
        check_move(state, fact, on=on, recorded_on=recorded_on)
    except Refusal:
        return False
    return True


def lawful_moves(state: CaseState, on: date) -> tuple[Step, ...]:
    """Return every step of the table as a button, lawful ones with their obligations, others with the
    reason.
    """
    return tuple(_step(state, move, on) for move in MOVES.values() if move.exists(on))


def _step(state: CaseState, move: Move, on: date) -> Step:
    if move.about is not About.OBLIGATIONS:
        return _step_of_case(state, move, on)
    refusals: list[Refusal] = []
    nos = tuple(line.no for line in state.open_obligations if _fits(state, move, line, on, refusals))
    reason = ""
    if not state.is_open:
        reason = _closed(state, move, on).message
    elif not nos:
        reason = refusals[0].message
    return _button(move, on, nos, reason, is_possible=bool(nos))


def _step_of_case(state: CaseState, move: Move, on: date) -> Step:
    """Return a step about the case itself; it may name any open obligation."""
    nos = tuple(line.no for line in state.open_obligations)
    try:
        _check_case(state, move, on)
    except Refusal as refusal:
        return _button(move, on, nos, refusal.message, is_possible=False)
    return _button(move, on, nos, "", is_possible=True)


def _button(move: Move, on: date, nos: tuple[int, ...], reason: str, *, is_possible: bool) -> Step:
    return Step(
        kind=move.fact.kind, verb=f"cases.{move.verb}", label=act_name(move.fact), possible=is_possible,
        reason=reason, basis=move.basis(on), signers=_signers(move, on), nos=nos,
        grounds=LAW.grounds(move.grounds, on=on) if move.grounds else (), takes_amounts=move.takes_amounts,
    )  # fmt: skip


def _check_case(state: CaseState, move: Move, on: date) -> None:
    """Refuse a step about the case itself when the case is not open, or not closed, as it must be."""
    if move.about is About.OPEN_CASE and not state.is_open:
        raise _closed(state, move, on)
    if move.about is About.CLOSED_CASE and state.is_open:
        raise Refusal(
            "cases.still_open", basis=move.basis(on), act=act_name(move.fact), number=state.number,
            status=status_name(state.status),
        )  # fmt: skip
    check_noted(state, move, on)


def _fits(state: CaseState, move: Move, line: ObligationState, on: date, refusals: list[Refusal]) -> bool:
    try:
        _check_line(state, move, line, on)
    except Refusal as refusal:
        refusals.append(refusal)
        return False
    return True


def _signers(move: Move, on: date) -> tuple[str, ...]:
    rules = LAW.signers(move.act, on=on)
    return tuple(LAW.label(rule.role) for rule in rules if rule.authority is Authority.SIGNS)


def _check_lines(state: CaseState, move: Move, parts: tuple[f.Part, ...], on: date) -> None:
    """Refuse unless the step fits every obligation named, or, none named, those it would move."""
    if not state.is_open:
        raise _closed(state, move, on)
    if parts:
        _check_named(state, move, parts, on)
    elif move.selects:
        _check_any(state, move, on)
    else:
        for line in state.obligations:
            if line.status.is_open:
                _check_line(state, move, line, on)


def _check_named(state: CaseState, move: Move, parts: tuple[f.Part, ...], on: date) -> None:
    by_no = {line.no: line for line in state.obligations}
    named: set[int] = set()
    for part in parts:
        line = by_no.get(part.no)
        if line is None:
            raise Refusal(
                "cases.line_unknown",
                number=state.number,
                no=part.no,
                known=", ".join(map(str, sorted(by_no))),
            )
        if part.no in named:
            raise Refusal("cases.line_twice", no=part.no)
        named.add(part.no)
        if not line.status.is_open:
            raise Refusal(
                "cases.line_closed", basis=move.basis(on), no=line.no, status=status_name(line.status),
                since=line.since, act=act_name(move.fact),
            )  # fmt: skip
        _check_line(state, move, line, on)
        if part.amount is not None:
            if not move.takes_amounts:
                raise Refusal("cases.amount_not_taken", act=act_name(move.fact), no=part.no)
            check_amount(line, part, basis=move.basis(on))


def _check_any(state: CaseState, move: Move, on: date) -> None:
    """Refuse, with the first reason, when the step fits none of the open obligations."""
    refusals: list[Refusal] = []
    for line in state.obligations:
        if line.status.is_open and _fits(state, move, line, on, refusals):
            return
    raise refusals[0]


def _check_line(state: CaseState, move: Move, line: ObligationState, on: date) -> None:
    if line.status not in move.touches:
        raise Refusal(
            "cases.not_from_status", basis=move.basis(on), act=act_name(move.fact), no=line.no,
            status=status_name(line.status), allowed=status_names(move.touches),
        )  # fmt: skip
    condition = CONDITIONS.get(move.fact)
    if condition is not None:
        condition(state, line, on, move.basis(on))


def _closed(state: CaseState, move: Move, on: date) -> Refusal:
    return Refusal(
        "cases.closed", basis=move.basis(on), number=state.number, status=status_name(state.status),
        act=act_name(move.fact),
    )  # fmt: skip


def _possible_now(state: CaseState, on: date) -> str:
    labels: Sequence[str] = [step.label for step in lawful_moves(state, on) if step.possible]
    return "; ".join(labels) or "không có bước nào"
