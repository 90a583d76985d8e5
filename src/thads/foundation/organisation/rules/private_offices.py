"""What a private enforcement office may do: the narrow track of the law of 2025 (process.md 2.8).

It enforces on request only, under a contract, inside the province where it stands; nothing ex officio, no
delegation in or out, no security, no coercion (L25 Đ31.1, 31.4; N151). Its head signs, its bailiffs are the
Thừa hành viên. Before 1/7/2026 there was none (L25 Đ26–31, 115).
"""

from datetime import date
from enum import StrEnum

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyTree
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "organisation.office_may_not": "{office} là văn phòng thi hành án dân sự, chỉ thi hành theo hợp đồng "
        "với người yêu cầu, không được {what}; việc này thuộc cơ quan thi hành án dân sự.",
        "organisation.office_outside_province": "{office} chỉ thi hành án trong phạm vi {province}; hãy "
        "hướng dẫn người yêu cầu đến văn phòng hoặc cơ quan có thẩm quyền tại nơi đó.",
        "organisation.office_before_law": "Văn phòng thi hành án dân sự chỉ có từ khi Luật Thi hành án dân "
        "sự năm 2025 có hiệu lực; ngày {since} chưa có tổ chức này.",
        "organisation.office_without_province": "Văn phòng thi hành án dân sự phải thuộc địa bàn một cơ quan "
        "thi hành án dân sự cấp tỉnh; hãy ghi cơ quan cấp tỉnh của địa bàn đó.",
    }
)

POSTS_OF_OFFICES = frozenset({Role.OFFICE_HEAD, Role.PRIVATE_BAILIFF})


class PublicPower(StrEnum):
    """What agencies of the State do and a private office never does."""

    EX_OFFICIO = "ex_officio"
    DELEGATION = "delegation"
    SECURITY = "security"
    COERCION = "coercion"


BASIS = {
    PublicPower.EX_OFFICIO: "L25 Đ31.1",
    PublicPower.DELEGATION: "L25 Đ31.4",
    PublicPower.SECURITY: "L25 Đ31.1; N151 Đ43",
    PublicPower.COERCION: "L25 Đ31.1",
}


def may_use(power: PublicPower, kind: AgencyKind) -> bool:
    """Say whether an agency of the kind has the power."""
    return kind is not AgencyKind.PRIVATE_OFFICE


def check_power(power: PublicPower, kind: AgencyKind, *, agency: str) -> None:
    """Refuse a private office a power of the State (L25 Đ31.1, 31.4)."""
    if not may_use(power, kind):
        raise Refusal(
            "organisation.office_may_not", basis=BASIS[power], office=agency, what=LAW.label(power).lower()
        )


def province_of(code: str, tree: AgencyTree) -> str:
    """Return the provincial agency in whose territory an agency or an office stands, empty when none."""
    while code in tree:
        if tree[code].kind is AgencyKind.PROVINCE:
            return code
        code = tree[code].parent or ""
    return ""


def works_in(office: str, agency: str, tree: AgencyTree) -> bool:
    """Say whether a private office may enforce where this agency is competent: inside its province."""
    home = province_of(office, tree)
    return home != "" and home == province_of(agency, tree)


def check_works_in(office: str, agency: str, tree: AgencyTree) -> None:
    """Refuse a private office a case outside its province (L25 Đ31.1)."""
    if not works_in(office, agency, tree):
        home = province_of(office, tree)
        raise Refusal(
            "organisation.office_outside_province", basis="L25 Đ31.1", office=tree[office].name,
            province=tree[home].name if home else "tỉnh nơi đặt trụ sở",
        )  # fmt: skip


def check_founding(kind: AgencyKind, parent: AgencyKind | None, *, since: date) -> None:
    """Refuse a private office before the law of 2025, or outside the territory of a provincial agency."""
    if kind is not AgencyKind.PRIVATE_OFFICE:
        return
    if LAW.regime(since) is Regime.R2008:
        raise Refusal("organisation.office_before_law", basis="L25 Đ26, 115", since=since)
    if parent is not AgencyKind.PROVINCE:
        raise Refusal("organisation.office_without_province", basis="L25 Đ31.1")
