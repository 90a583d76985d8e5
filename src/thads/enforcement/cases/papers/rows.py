"""Persons and duties of a case as rows of a paper: who, where, what, how much, for whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import RESTING, CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.text import write_date, write_dong, write_exact
from thads.law import LAW

Row = Mapping[str, object]

THE_STATE = frozenset({"nha nuoc", "ngan sach nha nuoc", "nha nuoc viet nam"})
"""Names under which the State stands as the creditor; it is not a person to be listed."""

THINGS: Mapping[K, str] = {
    K.RETURN_MONEY: "Tiền",
    K.RETURN_ASSET: "Tài sản",
    K.RETURN_PAPER: "Giấy tờ",
    K.CONFISCATE: "Tiền, tài sản bị tịch thu",
    K.DESTROY: "Vật chứng, tài sản",
    K.LAND_RECALL: "Quyền sử dụng đất, tài sản",
}
"""Kinds of which the paper names the thing itself; these words when the judgment's are not recorded."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A duty that a fact is about, with the đồng of it that it is about."""

    duty: f.Duty
    amount: Dong
    remaining: Dong


def persons(parties: Iterable[PartyDetails], role: PartyRole) -> tuple[Row, ...]:
    """Return the parties of a capacity as rows, each once; the State is no row."""
    found = {
        (party.name, party.id_number): party
        for party in parties
        if party.role is role and fold(party.name) not in THE_STATE
    }
    return tuple(
        {"name": one.name, "address": one.address, "id_number": one.id_number} for one in found.values()
    )


def persons_named(parties: Sequence[PartyDetails], names: Iterable[str]) -> tuple[Row, ...]:
    """Return the persons of these names as rows, with what the parties tell of them; the State is no row."""
    known = {fold(party.name): party for party in parties}
    wanted = dict.fromkeys(name.strip() for name in names if name.strip())
    rows: list[Row] = []
    for name in wanted:
        if fold(name) in THE_STATE:
            continue
        party = known.get(fold(name))
        rows.append(
            {
                "name": name,
                "address": party.address if party else "",
                "id_number": party.id_number if party else "",
            }
        )
    return tuple(rows)


def people(dossier: Dossier, role: PartyRole) -> tuple[Row, ...]:
    """Return who stands in a capacity now: those the lines name, else the parties of the case."""
    lines = (dossier.before or dossier.after).obligations
    names = (line.debtor if role is PartyRole.DEBTOR else line.creditor for line in lines)
    return persons_named(dossier.parties, names) or persons(dossier.parties, role)


def touched(dossier: Dossier) -> tuple[Touched, ...]:
    """Return the duties that the fact is about: those it names, else all that it may touch."""
    state = dossier.before or dossier.after
    parts: tuple[f.Part, ...] = getattr(dossier.fact, "parts", ())
    named = {part.no: part.amount for part in parts}
    lines = [line for line in state.obligations if line.no in named or (not named and _fits(dossier, line))]
    duties = dossier.duties
    return tuple(
        Touched(_as_now(duties[line.no], line), _amount(line, named.get(line.no)), line.remaining)
        for line in lines
    )


def _as_now(duty: f.Duty, line: ObligationState) -> f.Duty:
    """Return the duty with those who stand in it now: rights and duties may have passed to others."""
    return f.Duty(
        duty.no, duty.kind, duty.amount, line.creditor, line.debtor, duty.content, duty.interest,
        duty.instalments, duty.joint, duty.secured_by,
    )  # fmt: skip


def _fits(dossier: Dossier, line: ObligationState) -> bool:
    if isinstance(dossier.fact, f.Resumed):
        return line.status in RESTING
    if isinstance(dossier.fact, f.MovedToSeparateLedger):
        return line.status is S.UNABLE
    return line.is_open


def _amount(line: ObligationState, asked: Dong | None) -> Dong:
    return line.remaining if asked is None else asked


def is_partial(dossier: Dossier) -> bool:
    """Say whether the fact leaves something of the decision untouched."""
    state: CaseState = dossier.before or dossier.after
    about = {one.duty.no: one for one in touched(dossier)}
    return any(
        line.no not in about or about[line.no].amount < line.remaining for line in state.open_obligations
    )


def duty_rows(
    duties: Iterable[f.Duty], amounts: Mapping[int, Dong] | None = None, *, in_own_words: bool = False
) -> tuple[Row, ...]:
    """Return duties as rows; debtor and creditor are named in them only where the decision has several.

    `in_own_words`: what the judgment says goes without the law's word for the kind of duty.
    """
    listed = list(duties)
    debtors = {fold(duty.debtor) for duty in listed if duty.debtor}
    creditors = {fold(duty.creditor) for duty in listed if duty.creditor}
    return tuple(
        {
            "what": _capital(duty.content) if in_own_words and duty.content else what(duty),
            "amount": duty.amount if amounts is None else amounts[duty.no],
            "debtor": duty.debtor if len(debtors) > 1 and not duty.joint else "",
            "creditor": duty.creditor if len(creditors) > 1 else "",
            "instalments": instalments(duty),
            "interest": interest(duty),
            "secured_by": duty.secured_by,
        }
        for duty in listed
    )


def touched_rows(dossier: Dossier) -> tuple[Row, ...]:
    """Return the duties that the fact is about as rows."""
    about = touched(dossier)
    return duty_rows((one.duty for one in about), {one.duty.no: one.amount for one in about})


def thing_rows(duties: Iterable[f.Duty], kept_at: str) -> tuple[Row, ...]:
    """Return what the agency hands over or disposes of as rows: money has no place where it is kept."""
    return tuple(
        {
            "what": what(duty),
            "amount": duty.amount,
            "kept_at": "" if duty.kind in {K.RETURN_MONEY, K.LAND_RECALL} or duty.amount else kept_at,
            "recipient": duty.creditor,
        }
        for duty in duties
    )


def what(duty: f.Duty) -> str:
    """Return a duty by the law's word for its kind and the judgment's for its content."""
    content = duty.content.strip().rstrip(".;")
    if duty.kind in THINGS:
        return _capital(content) if content else THINGS[duty.kind]
    kind = LAW.label(duty.kind)
    if not content:
        return kind
    return _capital(content) if fold(content).startswith(fold(kind)) else f"{kind} ({content})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def interest(duty: f.Duty) -> str:
    """Return the late interest as adjudged, the rate of the law when none was (BLDS Đ357, 468)."""
    if duty.interest is None:
        return ""
    yearly = duty.interest.yearly
    rate = (
        f"{write_exact(Decimal(yearly) / 100)}%/năm"
        if yearly
        else f"theo mức lãi suất quy định tại {_STATUTORY}"
    )
    since = f", kể từ ngày {write_date(duty.interest.since)}" if duty.interest.since else ""
    return f"lãi chậm thi hành án {rate} trên số tiền còn phải thi hành{since} cho đến khi thi hành xong"


_STATUTORY = "khoản 2 Điều 468 Bộ luật Dân sự"


def instalments(duty: f.Duty) -> str:
    """Return the days on which parts of the duty fall due, with their sums."""
    if not duty.instalments:
        return ""
    dues = (f"{write_date(one.due_on)} - {write_dong(one.amount)}" for one in duty.instalments)
    return f"các kỳ hạn: {', '.join(dues)}"


def is_joint(duties: Sequence[f.Duty]) -> bool:
    """Say whether several debtors owe together (TL11 Đ11; N152 Đ28)."""
    joint = [duty for duty in duties if duty.joint]
    return bool(joint) and len({fold(duty.debtor) for duty in joint}) > 1
