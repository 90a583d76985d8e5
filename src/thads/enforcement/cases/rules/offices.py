"""What a private enforcement office does in a case: on request, under a contract, in its province (process.md
2.8; L25 Đ31; N151 Đ43).

What only agencies of the State may do is refused with the article, not merely missing in the table of rights.
"""

from collections.abc import Mapping
from datetime import date

from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.foundation.organisation.rules.private_offices import PublicPower, check_power
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.contract_needed": "Văn phòng thi hành án dân sự chỉ thi hành theo hợp đồng dịch vụ; hãy ghi "
        "số "
        "và ngày hợp đồng.",
        "cases.contract_in_future": "Ngày hợp đồng {contract_on} ở sau ngày nhận yêu cầu {received_on}.",
        "cases.place_needed": "Hãy ghi cơ quan thi hành án dân sự có thẩm quyền tại nơi thi hành, để biết "
        "nơi "
        "đó có thuộc địa bàn của văn phòng không.",
        "cases.not_an_office": "Chỉ văn phòng thi hành án dân sự mới chuyển hồ sơ cho cơ quan thi hành án "
        "dân "
        "sự; {agency} ủy thác thi hành án.",
        "cases.handed_to_office": "Văn phòng chuyển hồ sơ cho cơ quan thi hành án dân sự, không chuyển cho "
        "{agency}.",
    }
)

OF_THE_STATE: Mapping[str, PublicPower] = {
    "cases.issue_ex_officio": PublicPower.EX_OFFICIO,
    "cases.issue_decisions": PublicPower.EX_OFFICIO,
    "cases.delegate_out": PublicPower.DELEGATION,
    "cases.accept_delegation": PublicPower.DELEGATION,
    "cases.accept_incoming": PublicPower.DELEGATION,
    "cases.receive_incoming": PublicPower.DELEGATION,
    "cases.pull_up_file": PublicPower.DELEGATION,
    "cases.order_security": PublicPower.SECURITY,
    "cases.decide_coercion": PublicPower.COERCION,
    "cases.prepare_coercion": PublicPower.COERCION,
    "cases.carry_out_coercion": PublicPower.COERCION,
}
"""Verbs that a private office never does → the power they belong to."""


def check_office_verb(verb: str, kind: AgencyKind, *, agency: str) -> None:
    """Refuse a private office an act of the State (L25 Đ31.1, 31.4)."""
    power = OF_THE_STATE.get(verb)
    if power is not None:
        check_power(power, kind, agency=agency)


def check_contract(*, number: str, signed_on: date | None, received_on: date, place: str) -> None:
    """Refuse a request at a private office without its service contract or the place of enforcement (L25
    Đ31.1, 31.4).
    """
    if not number.strip() or signed_on is None:
        raise Refusal("cases.contract_needed", basis="L25 Đ31.4")
    if signed_on > received_on:
        raise Refusal("cases.contract_in_future", contract_on=signed_on, received_on=received_on)
    if not place.strip():
        raise Refusal("cases.place_needed", basis="L25 Đ31.1")


def check_handover(
    sender: AgencyKind, receiver: AgencyKind | None, *, from_agency: str, to_agency: str
) -> None:
    """Refuse a handover from an agency of the State, or to another private office (L25 Đ31.5–31.6)."""
    if sender is not AgencyKind.PRIVATE_OFFICE:
        raise Refusal("cases.not_an_office", basis="L25 Đ31.6, 49", agency=from_agency)
    if receiver is AgencyKind.PRIVATE_OFFICE:
        raise Refusal("cases.handed_to_office", basis="L25 Đ31.6", agency=to_agency)
