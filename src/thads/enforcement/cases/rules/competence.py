"""Where a judgment belongs: which level of agency enforces it, and what of it (L08 Đ35; L25 Đ32; TL11 Đ1.4;
N152 Đ8.3).

The hint follows from the name of the court; the clerk decides. From 1/7/2026 the provincial agency is
competent for all, its head assigns inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.asset_part_only": "Khoản {no} ({kind}): bản án, quyết định loại “{judgment_kind}” chỉ thi "
        "hành "
        "phần tài sản; phần khác theo dõi theo thủ tục riêng.",
    }
)

ASSET_PART_ONLY = frozenset({JudgmentKind.ADMINISTRATIVE, JudgmentKind.BANKRUPTCY})
NOT_ASSETS = frozenset({ObligationKind.PERFORM_ACT})


class Competence(StrEnum):
    """Which agency the law names."""

    DISTRICT = "district"
    PROVINCE = "province"
    PROVINCE_OF_ALL = "province_of_all"


@dataclass(frozen=True, slots=True)
class CompetenceHint:
    """Which agency is competent for the judgment, with the article; `fits` says whether the one that enters
    it is.
    """

    competence: Competence
    basis: str
    fits: bool


LOWER = ("huyen", "quan", "thi xa", "thi tran", "khu vuc")
HIGHER = ("tinh", "cap cao", "toi cao", "trong tai", "canh tranh", "nuoc ngoai")
CENTRAL_CITIES = ("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue")
"""Words in the name of a court or body: whose decisions districts enforce, whose the province (L08 Đ35). A
city that is none of the centrally run ones may be either.
"""


def competence_hint(court: str, kind: AgencyKind, *, on: date) -> CompetenceHint | None:
    """Return which agency is competent for a judgment of the court on the day; None when its name does not
    say.
    """
    if not court.strip():
        return None
    if LAW.regime(on) is Regime.R2025:
        return CompetenceHint(Competence.PROVINCE_OF_ALL, "L25 Đ32.1", kind is not AgencyKind.DISTRICT)
    level = _level(fold(court))
    if level is None:
        return None
    fits = kind in _PLACES[level]
    return CompetenceHint(level, "L08 Đ35.1" if level is Competence.DISTRICT else "L08 Đ35.2", fits)


_PLACES = {
    Competence.DISTRICT: frozenset({AgencyKind.DISTRICT, AgencyKind.AREA_ROOM}),
    Competence.PROVINCE: frozenset({AgencyKind.PROVINCE, AgencyKind.OPERATIONS_ROOM}),
}


def _level(court: str) -> Competence | None:
    words = f" {court} ".replace(",", " ")
    if any(f" {word} " in words for word in LOWER):
        return Competence.DISTRICT
    is_central = any(f"thanh pho {city} " in words for city in CENTRAL_CITIES)
    if is_central or any(f" {word} " in words for word in HIGHER):
        return Competence.PROVINCE
    return None


def check_asset_part(kind: JudgmentKind, duties: Sequence[ObligationKind]) -> None:
    """Refuse duties other than of assets in a judgment of which only that part is enforced (TL11 Đ1.4; N152
    Đ8.3).
    """
    if kind not in ASSET_PART_ONLY:
        return
    for no, duty in enumerate(duties, start=1):
        if duty in NOT_ASSETS:
            raise Refusal(
                "cases.asset_part_only", basis="TL11 Đ1.4; N152 Đ8.3", no=no, kind=LAW.label(duty),
                judgment_kind=LAW.label(kind),
            )  # fmt: skip
