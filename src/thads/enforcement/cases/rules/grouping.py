"""Which duties go into one enforcement decision: one decision is one case (N62 Đ6–7; N152 Đ8, 11).

Until 30/6/2026 there is one common decision ex officio a judgment, with decisions apart for whoever is given
money or assets back, for a debtor with several different duties, for a person who both receives and owes;
joint duties stay in the common one. On request there is one a request, one for all creditors of one debtor
who ask at the same time. From 1/7/2026 there is one decision a debtor; what the decree excepts is read as
derived.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import Flag, ObligationKind
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Certainty, Regime

register_sentences(
    {
        "cases.duties_apart": "Các khoản {nos} không được ra chung một quyết định thi hành án; phải ra "
        "riêng: "
        "{groups}.",
    }
)


class GroupKind(StrEnum):
    """Why duties stand together in one decision."""

    COMMON = "common"
    RETURNED_TO = "returned_to"
    SEVERAL_DUTIES = "several_duties"
    RECEIVES_AND_OWES = "receives_and_owes"
    JOINT = "joint"
    ONE_DEBTOR = "one_debtor"
    NO_DEBTOR = "no_debtor"
    ONE_REQUEST = "one_request"
    ONE_DEBTOR_MANY_CREDITORS = "one_debtor_many_creditors"


@dataclass(frozen=True, slots=True)
class GroupedDuty:
    """What of a duty decides where it belongs; `request` marks the request that asks for it, `asked_on` its
    day.
    """

    no: int
    kind: ObligationKind
    debtor: str = ""
    creditor: str = ""
    joint: str = ""
    request: str = ""
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """The duties of one decision, why they are together, and about whom."""

    nos: tuple[int, ...]
    kind: GroupKind
    person: str
    basis: str
    certainty: Certainty = Certainty.STATED


@dataclass(frozen=True, slots=True)
class DecisionChoice:
    """One decision as the head issues it: its duties, who works on it; ground empty: the one the law
    lists.
    """

    duty_nos: tuple[int, ...]
    bailiff: str = ""
    ground: str = ""
    flags: tuple[Flag, ...] = ()


Key = tuple[GroupKind, str]

RETURNS = frozenset({ObligationKind.RETURN_MONEY, ObligationKind.RETURN_ASSET, ObligationKind.RETURN_PAPER})

BASIS: Mapping[Regime, Mapping[GroupKind, str]] = {
    Regime.R2008: {
        GroupKind.COMMON: "N62 Đ6",
        GroupKind.RETURNED_TO: "N62 Đ6",
        GroupKind.SEVERAL_DUTIES: "N62 Đ6",
        GroupKind.RECEIVES_AND_OWES: "N62 Đ6",
        GroupKind.ONE_REQUEST: "N62 Đ7",
        GroupKind.ONE_DEBTOR_MANY_CREDITORS: "N62 Đ7",
    },
    Regime.R2025: {
        GroupKind.RETURNED_TO: "N152 Đ8",
        GroupKind.JOINT: "N152 Đ8, 11, 28",
        GroupKind.ONE_DEBTOR: "N152 Đ8, 11",
        GroupKind.NO_DEBTOR: "N152 Đ8",
    },
}

DERIVED = frozenset(
    {
        (Regime.R2025, GroupKind.RETURNED_TO),
        (Regime.R2025, GroupKind.JOINT),
        (Regime.R2025, GroupKind.NO_DEBTOR),
    }
)
"""The exceptions of N152 Đ8 and 11 could not be read with certainty."""


def ex_officio_groups(duties: Sequence[GroupedDuty], *, on: date) -> tuple[DecisionGroup, ...]:
    """Return the decisions ex officio that the duties need on the day, in the order of the duties."""
    regime = LAW.regime(on)
    key = _by_judgment(duties) if regime is Regime.R2008 else _by_debtor
    return _grouped(duties, key, regime)


def request_groups(duties: Sequence[GroupedDuty], *, on: date) -> tuple[DecisionGroup, ...]:
    """Return the decisions that duties asked for by one or several requests need on the day."""
    regime = LAW.regime(on)
    key = _by_request(duties) if regime is Regime.R2008 else _by_debtor
    return _grouped(duties, key, regime)


def check_together(groups: Sequence[DecisionGroup], nos: Iterable[int]) -> None:
    """Refuse to put duties into one decision that the law puts into several."""
    wanted = set(nos)
    touched = [group for group in groups if wanted & set(group.nos)]
    if len(touched) > 1:
        raise Refusal(
            "cases.duties_apart", basis="; ".join(dict.fromkeys(one.basis for one in touched)),
            nos=_written(wanted), groups="; ".join(_said(one, wanted) for one in touched),
        )  # fmt: skip


def _said(group: DecisionGroup, wanted: set[int]) -> str:
    words = LAW.label(group.kind).lower()
    person = f" {group.person}" if group.person else ""
    return f"khoản {_written(wanted & set(group.nos))} ({words}{person})"


def _written(nos: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(nos)))


def _grouped(
    duties: Sequence[GroupedDuty], key: Callable[[GroupedDuty], Key], regime: Regime
) -> tuple[DecisionGroup, ...]:
    found: dict[Key, list[GroupedDuty]] = {}
    for duty in duties:
        found.setdefault(key(duty), []).append(duty)
    return tuple(_group(kind, members, regime) for (kind, _), members in found.items())


def _group(kind: GroupKind, members: Sequence[GroupedDuty], regime: Regime) -> DecisionGroup:
    certainty = Certainty.DERIVED if (regime, kind) in DERIVED else Certainty.STATED
    nos = tuple(duty.no for duty in members)
    return DecisionGroup(nos, kind, _person(kind, members), BASIS[regime][kind], certainty)


def _person(kind: GroupKind, members: Sequence[GroupedDuty]) -> str:
    if kind is GroupKind.COMMON:
        return ""
    if kind is GroupKind.RETURNED_TO:
        return members[0].creditor.strip()
    return ", ".join(dict.fromkeys(duty.debtor.strip() for duty in members if duty.debtor.strip()))


# --------------------------------------------------------------------------- until 30/6/2026


def _by_judgment(duties: Sequence[GroupedDuty]) -> Callable[[GroupedDuty], Key]:
    """One common decision, with decisions apart (N62 Đ6)."""
    receivers = {fold(duty.creditor) for duty in duties if duty.kind in RETURNS and duty.creditor.strip()}
    own = Counter(fold(duty.debtor) for duty in duties if _is_own(duty))

    def key(duty: GroupedDuty) -> Key:
        debtor = fold(duty.debtor)
        if duty.kind in RETURNS:
            return GroupKind.RETURNED_TO, fold(duty.creditor)
        if duty.joint or not debtor:
            return GroupKind.COMMON, ""
        if debtor in receivers:
            return GroupKind.RECEIVES_AND_OWES, debtor
        if own[debtor] > 1:
            return GroupKind.SEVERAL_DUTIES, debtor
        return GroupKind.COMMON, ""

    return key


def _is_own(duty: GroupedDuty) -> bool:
    return duty.kind not in RETURNS and not duty.joint and bool(duty.debtor.strip())


def _by_request(duties: Sequence[GroupedDuty]) -> Callable[[GroupedDuty], Key]:
    """One decision a request; one for all who ask of one debtor at the same time (N62 Đ7)."""
    debtors: dict[str, set[str]] = {}
    for duty in duties:
        debtors.setdefault(duty.request, set()).add(fold(duty.debtor))

    def together(duty: GroupedDuty) -> str:
        return f"{duty.asked_on}|{next(iter(debtors[duty.request]))}"

    alone = {duty.request for duty in duties if len(debtors[duty.request]) == 1}
    requests = Counter(place for _, place in {(d.request, together(d)) for d in duties if d.request in alone})

    def key(duty: GroupedDuty) -> Key:
        if duty.request in alone and requests[together(duty)] > 1:
            return GroupKind.ONE_DEBTOR_MANY_CREDITORS, together(duty)
        return GroupKind.ONE_REQUEST, duty.request

    return key


# --------------------------------------------------------------------------- from 1/7/2026


def _by_debtor(duty: GroupedDuty) -> Key:
    """One decision a debtor, joint debtors together, what is returned by the person who receives it."""
    if duty.kind in RETURNS:
        return GroupKind.RETURNED_TO, fold(duty.creditor)
    if duty.joint:
        return GroupKind.JOINT, fold(duty.joint)
    debtor = fold(duty.debtor)
    return (GroupKind.ONE_DEBTOR, debtor) if debtor else (GroupKind.NO_DEBTOR, "")
