"""Opening a case: what an enforcement decision must say (L08 Đ36; L25 Đ33–34; N62 Đ6–7; N152 Đ8, 11–12)."""

from collections.abc import Iterable, Mapping
from datetime import date

from thads.enforcement.cases.rules.amounts import check_duties
from thads.enforcement.cases.rules.dates import check_after_judgment
from thads.enforcement.cases.rules.facts import DecisionIssued
from thads.enforcement.cases.rules.moves import L08_SINCE, opening_basis
from thads.enforcement.cases.rules.state import INTERIM_GROUND
from thads.enforcement.cases.rules.vocabulary import Initiation, IntakeRoute, JudgmentKind, ObligationKind
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.number_needed": "Quyết định thi hành án phải có số việc.",
        "cases.field_too_long": "Trường “{field}” của quyết định thi hành án dài {length} ký tự; nhiều "
        "nhất là "
        "{longest}.",
        "cases.too_old": "Quyết định thi hành án ngày {on} có trước ngày {since}, là ngày luật được khai "
        "báo trong hệ "
        "thống bắt đầu có hiệu lực; hãy kiểm tra lại ngày.",
        "cases.sender_needed": "Nhận ủy thác phải ghi rõ cơ quan ủy thác.",
    }
)

BANKRUPTCY_GROUND = "bankruptcy"

GROUNDS: Mapping[ObligationKind, str] = {
    ObligationKind.COURT_FEE: "fine_and_fees",
    ObligationKind.FINE: "fine_and_fees",
    ObligationKind.UNLAWFUL_GAIN: "fine_and_fees",
    ObligationKind.RETURN_MONEY: "return_to_party",
    ObligationKind.RETURN_ASSET: "return_to_party",
    ObligationKind.RETURN_PAPER: "return_to_party",
    ObligationKind.CONFISCATE: "confiscation_and_state_revenue",
    ObligationKind.DESTROY: "confiscation_and_state_revenue",
    ObligationKind.OTHER_STATE: "confiscation_and_state_revenue",
    ObligationKind.LAND_RECALL: "land_recall",
    ObligationKind.DAMAGE_LIFE_HEALTH_MORAL: "damages_already_collected",
}
"""Kind of duty → the point of the closed list on which it is decided ex officio (L08 Đ36.2; L25 Đ33.2)."""


def ex_officio_ground(
    kinds: Iterable[ObligationKind], judgment_kind: JudgmentKind, *, is_interim: bool, on: date
) -> str:
    """Return the ground the law lists for duties of these kinds, of the first that has one; empty when none
    is in force on the day.
    """
    if is_interim:
        return INTERIM_GROUND
    if judgment_kind is JudgmentKind.BANKRUPTCY:
        return BANKRUPTCY_GROUND
    listed = {ground.code for ground in LAW.grounds("ex_officio", on=on)}
    return next((GROUNDS[kind] for kind in kinds if GROUNDS.get(kind) in listed), "")


LONGEST = {
    "number": 64, "decision_no": 64, "judgment_no": 80, "court": 160, "from_agency": 160, "bailiff": 32,
    "ground": 160,
}  # fmt: skip


def check_opening(fact: DecisionIssued, *, on: date) -> None:
    """Refuse a decision without number or duties, older than its judgment, or on a ground the law does not
    list.
    """
    if on < L08_SINCE:
        raise Refusal("cases.too_old", on=on, since=L08_SINCE)
    basis = opening_basis(on)
    if not fact.number.strip():
        raise Refusal("cases.number_needed", basis=basis)
    for field, longest in LONGEST.items():
        length = len(getattr(fact, field))
        if length > longest:
            raise Refusal("cases.field_too_long", field=field, length=length, longest=longest)
    check_duties(fact.duties, basis=basis)
    check_after_judgment(fact, on=on, basis=basis)
    if fact.ground and fact.initiation is Initiation.EX_OFFICIO:
        LAW.ground("ex_officio", fact.ground, on=on)
    if fact.route is IntakeRoute.DELEGATED_IN and not fact.from_agency.strip():
        raise Refusal("cases.sender_needed", basis="L08 Đ57.1b; L25 Đ49.2")
