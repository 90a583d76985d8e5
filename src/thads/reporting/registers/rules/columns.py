"""What stands in each column of the registers that list facts and decisions, one small function a column.

The columns are the least that the law makes the decision or step carry; the printed ones were not obtained
(derived, see law/data/registers.toml).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.telling_notes import ground_words
from thads.enforcement.cases.rules.vocabulary import CoercionKind, SecurityKind
from thads.kernel.money import Dong
from thads.kernel.text import write_date, write_dong
from thads.law import LAW
from thads.reporting.registers.rules.lines import Cell, Listed, numbered_and_dated

Column = Callable[[Listed], Cell]

GROUNDS: Mapping[type[f.CaseFact], str] = {
    f.DecisionRecalled: "recall",
    f.OrderWithdrawn: "recall",
    f.Deferred: "deferral",
    f.Suspended: "suspension",
    f.Resumed: "resumption",
    f.Terminated: "termination",
    f.UnableDecided: "unable",
    f.DelegatedOut: "delegation",
}
"""The closed list from which the ground of a fact is taken."""


def _order(one: Listed) -> Cell:
    return numbered_and_dated(one.line.order_no, one.on)


def _case(one: Listed) -> Cell:
    return numbered_and_dated(one.case.opening.number, one.case.decided_on)


def _decision(one: Listed) -> Cell:
    return numbered_and_dated(one.case.opening.decision_no or one.case.opening.number, one.case.decided_on)


def _judgment(one: Listed) -> Cell:
    opening = one.case.opening
    day = f" ngày {write_date(opening.judgment_on)}" if opening.judgment_on else ""
    court = f", {opening.court}" if opening.court else ""
    return f"{opening.judgment_no}{day}{court}".strip(", ")


def _duties(one: Listed) -> Cell:
    touched = _nos(one)
    duties = [duty for duty in one.case.opening.duties if duty.no in touched]
    return "; ".join(LAW.label(duty.kind) + _amount_words(duty.amount) for duty in duties)


def _amount_words(amount: Dong) -> str:
    return f" {write_dong(amount)}" if amount else ""


def _nos(one: Listed) -> frozenset[int]:
    """Return the obligations that the fact names, or all of the case."""
    parts = getattr(one.fact, "parts", ())
    return frozenset(part.no for part in parts) or frozenset(duty.no for duty in one.case.opening.duties)


def _before(one: Listed) -> CaseState | None:
    """Return the case as it stood just before the fact listed."""
    return _folded(one, one.place)


def _after(one: Listed) -> CaseState | None:
    return _folded(one, one.place + 1)


def _folded(one: Listed, places: int) -> CaseState | None:
    return replace(one.case, facts=one.case.facts[:places]).state(on=date.max)


def _amount(one: Listed) -> Cell:
    """Return the đồng of the fact: what a decision opens, what an end ends, what rests in a rest."""
    if isinstance(one.fact, f.DecisionIssued):
        return sum(duty.amount for duty in one.fact.duties)
    before, after = _before(one), _after(one)
    if before is None or after is None:
        return 0
    if isinstance(one.fact, f.Terminated | f.DelegatedOut):
        return _left(before) - _left(after)
    touched = _nos(one)
    return sum(line.remaining for line in before.obligations if line.no in touched and line.is_open)


def _left(state: CaseState) -> Dong:
    return sum(line.remaining for line in state.obligations if line.is_open)


def _assigned_on(one: Listed) -> Cell:
    if one.case.opening.bailiff:
        return one.case.decided_on
    assigned = one.last(f.BailiffAssigned)
    return assigned.took_effect if assigned else None


def _bailiff(one: Listed) -> Cell:
    state = one.state
    return one.named(state.bailiff) if state is not None and state.bailiff else ""


def _result(one: Listed) -> Cell:
    state = one.state
    if state is None:
        return ""
    words = LAW.label(state.status)
    paid = state.collected
    return f"{words}; đã thu {write_dong(paid)}" if paid else words


def _ended_on(one: Listed) -> Cell:
    state = one.state
    return state.closed_on if state is not None else None


def _kind(one: Listed) -> Cell:
    return LAW.label("FactKind", one.fact.kind)


def _ground(one: Listed) -> Cell:
    kind = GROUNDS.get(type(one.fact), "")
    code = getattr(one.fact, "ground", "") or getattr(one.fact, "cause", "")
    return ground_words(kind, str(code), on=one.on) if code else ""


def _affected(one: Listed) -> Cell:
    """Return the order that is recalled, amended or annulled."""
    of = getattr(one.fact, "of", 0)
    found = next((one.case.facts[at] for at, seq in enumerate(one.case.seqs) if seq == of), None)
    if found is None or found.fact is None:
        return _decision(one)
    return f"{LAW.label('FactKind', found.fact.kind)} {numbered_and_dated(found.order_no, found.took_effect)}"


def _content(one: Listed) -> Cell:
    return str(getattr(one.fact, "content", ""))


def _signer(one: Listed) -> Cell:
    return one.named(str(getattr(one.fact, "signer", "")))


def _receiver(one: Listed) -> Cell:
    return one.named(str(getattr(one.fact, "to_agency", "")))


def _part(one: Listed) -> Cell:
    after = _after(one)
    return "Một phần" if after is not None and after.is_open else "Toàn bộ"


def _done_before(one: Listed) -> Cell:
    before = _before(one)
    return f"Đã thu {write_dong(before.collected)}" if before is not None and before.collected else ""


def _sent_on(one: Listed) -> Cell:
    """Return the day on which the order listed was sent."""
    for line in one.case.facts:
        if isinstance(line.fact, f.OrderSent) and line.fact.of == one.seq and line.took_effect <= one.as_of:
            return line.took_effect
    return None


def _until(one: Listed) -> Cell:
    return getattr(one.fact, "until", None)


def _resumption(one: Listed) -> Cell:
    """Return how the rest that the fact began was over: going on, or the end of the case."""
    if isinstance(one.fact, f.Resumed):
        return ""
    over = one.later(f.Resumed, f.Terminated, f.DecisionRecalled, f.RequestReturned, f.DelegatedOut)
    return numbered_and_dated(over.order_no, over.took_effect) if over else ""


def _published_on(one: Listed) -> Cell:
    published = one.later(f.DebtorPublished)
    return published.took_effect if published else None


def _from_agency(one: Listed) -> Cell:
    return one.named(one.case.agency)


def _measure(one: Listed) -> Cell:
    kind = getattr(one.fact, "measure", "")
    return LAW.label(kind) if isinstance(kind, SecurityKind | CoercionKind) else ""


def _subject(one: Listed) -> Cell:
    return str(getattr(one.fact, "subject", ""))


def _value(one: Listed) -> Cell:
    return int(getattr(one.fact, "value", 0))


def _forces(one: Listed) -> Cell:
    return "Có" if getattr(one.fact, "is_forceful", False) else "Không"


def _carried_out(one: Listed) -> Cell:
    no = getattr(one.fact, "no", 0)
    for line in one.following():
        if isinstance(line.fact, f.CoercionCarriedOut) and line.fact.no == no:
            return f"{write_date(line.took_effect)} {line.fact.result}".strip()
    return ""


def _measure_ended(one: Listed) -> Cell:
    no = getattr(one.fact, "no", 0)
    for line in one.following():
        ends = line.fact.no if isinstance(line.fact, f.MeasureEnded) else None
        ends = line.fact.measure if isinstance(line.fact, f.OrderWithdrawn) else ends
        if ends == no:
            return numbered_and_dated(line.order_no, line.took_effect)
    return ""


def _moved_on(one: Listed) -> Cell:
    return one.on


def _unable_order(one: Listed) -> Cell:
    found = [line for line in one.case.facts[: one.place] if isinstance(line.fact, f.UnableDecided)]
    return numbered_and_dated(found[-1].order_no, found[-1].took_effect) if found else ""


def _last_verified(one: Listed) -> Cell:
    verified = one.last(f.Verified)
    return verified.took_effect if verified else None


def _new_information(one: Listed) -> Cell:
    told = one.later(f.InformationReceived)
    if told is None or not isinstance(told.fact, f.InformationReceived):
        return ""
    return f"{write_date(told.took_effect)}: {told.fact.content or told.fact.source}"


def _folios(one: Listed) -> Cell:
    return int(getattr(one.fact, "folios", 0))


def _place(one: Listed) -> Cell:
    return str(getattr(one.fact, "place", ""))


def _keep(one: Listed) -> Cell:
    years = int(getattr(one.fact, "keep_years", 0))
    return f"{years} năm" if years else ""


def _withdrawals(one: Listed) -> Cell:
    """Return the days on which the file was taken out and brought back."""
    words = {f.FileTakenOut: "rút", f.FileReturned: "trả"}
    return "; ".join(
        f"{words[type(line.fact)]} {write_date(line.took_effect)}"
        for line in one.following()
        if type(line.fact) in words
    )


COLUMNS: Mapping[str, Column] = {
    "order": _order, "case": _case, "decision": _decision, "judgment": _judgment, "duties": _duties,
    "debtor": lambda one: one.case.debtor, "creditor": lambda one: one.case.creditor, "amount": _amount,
    "assigned_on": _assigned_on, "bailiff": _bailiff, "result": _result, "ended_on": _ended_on,
    "kind": _kind, "ground": _ground, "affected": _affected, "content": _content, "signer": _signer,
    "receiver": _receiver, "part": _part, "done_before": _done_before, "sent_on": _sent_on, "until": _until,
    "resumption": _resumption, "published_on": _published_on, "from_agency": _from_agency,
    "measure": _measure, "subject": _subject, "value": _value, "forces": _forces,
    "carried_out": _carried_out, "measure_ended": _measure_ended, "moved_on": _moved_on,
    "archived_on": _moved_on, "unable_order": _unable_order, "last_verified": _last_verified,
    "new_information": _new_information, "folios": _folios, "place": _place, "keep": _keep,
    "withdrawals": _withdrawals, "reply": lambda one: one.case.replies.get(one.seq, ""),
    "note": lambda one: "",
}  # fmt: skip
"""Every column of the registers of decisions and facts by its key."""
