"""One duty is not enforced twice, and who is known already (L08 Đ36; L25 Đ34.4đ).

The same duty is that of the same judgment with the same kind, debtor and creditor, wherever it is enforced:
at any agency, at any private office. The same person is first who has the same number, then the same name and
birth year or address.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import ObligationKind, ObligationStatus
from thads.kernel.money import Dong
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.enforced_elsewhere": "Khoản {no} của bản án này đã có quyết định thi hành án: việc {case} tại "
        "{agency}; một khoản không thi hành hai lần. Hãy từ chối yêu cầu, hoặc để cơ quan đó ủy thác, thu "
        "hồi "
        "trước.",
    }
)

FREED = frozenset(
    {
        ObligationStatus.DELEGATED_OUT,
        ObligationStatus.PULLED_UP,
        ObligationStatus.RECALLED,
        ObligationStatus.REQUEST_RETURNED,
    }
)
"""After these ends the same duty may be decided on somewhere else, or again."""


@dataclass(frozen=True, slots=True)
class DutyLike:
    """What tells duties of one judgment apart; the amount only of duties as adjudged."""

    kind: ObligationKind
    amount: Dong
    debtor: str
    creditor: str


@dataclass(frozen=True, slots=True)
class Enforced:
    """An obligation of a case on the same judgment; `as_adjudged`: its amount is the judgment's own."""

    duty: DutyLike
    status: ObligationStatus
    case_number: str
    agency: str
    as_adjudged: bool = True


def bare(text: str) -> str:
    """Fold for comparing: two clerks space a number differently."""
    return fold(text).replace(" ", "")[:160]


def is_same_duty(duty: DutyLike, known: Enforced) -> bool:
    """Say whether an obligation enforces the duty; what was passed on may be less than was adjudged."""
    other = known.duty
    if duty.kind is not other.kind:
        return False
    if (bare(duty.debtor), bare(duty.creditor)) != (bare(other.debtor), bare(other.creditor)):
        return False
    return duty.amount == other.amount if known.as_adjudged else other.amount <= duty.amount


def check_not_enforced(no: int, duty: DutyLike, known: Iterable[Enforced]) -> None:
    """Refuse a duty that a case at any agency or private office enforces or has enforced (L25 Đ34.4đ)."""
    for one in known:
        if one.status not in FREED and is_same_duty(duty, one):
            raise Refusal(
                "cases.enforced_elsewhere", basis="L08 Đ36; L25 Đ34.4đ", no=no, case=one.case_number,
                agency=one.agency,
            )  # fmt: skip


class Likeness(StrEnum):
    """How surely two entries speak of one person."""

    SAME_NUMBER = "same_number"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SAME_NAME_AND_ADDRESS = "same_name_and_address"
    SAME_NAME = "same_name"


def likeness(typed: PartyDetails, known: PartyDetails) -> Likeness | None:
    """Return how surely two entries are one person, None when they are not; another number is another
    person.
    """
    if typed.id_number and known.id_number:
        same = bare(typed.id_number) == bare(known.id_number)
        return Likeness.SAME_NUMBER if same else None
    if not typed.name.strip() or fold(typed.name) != fold(known.name):
        return None
    if typed.born and known.born:
        return Likeness.SAME_NAME_AND_BIRTH if typed.born[:4] == known.born[:4] else None
    if typed.address.strip() and fold(typed.address) == fold(known.address):
        return Likeness.SAME_NAME_AND_ADDRESS
    return Likeness.SAME_NAME
