# ruff: noqa: E501  (a table: one row a line, however long)
"""Words of old books for what the law calls otherwise: without marks, as an exact match [derived]."""

from collections.abc import Mapping
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
)
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.kernel.names import fold
from thads.law import LAW

SYNONYMS: Mapping[str, Mapping[StrEnum, tuple[str, ...]]] = {
    "initiation": {
        Initiation.EX_OFFICIO: ("cd", "chu dong thi hanh an"),
        Initiation.ON_REQUEST: ("yc", "theo don", "don yeu cau"),
    },
    "judgment_kind": {
        JudgmentKind.CIVIL: ("ds", "dsst", "dan su so tham"),
        JudgmentKind.CRIMINAL: ("hs", "hsst", "dan su trong hinh su"),
        JudgmentKind.ADMINISTRATIVE: ("hc", "dan su trong hanh chinh"),
        JudgmentKind.MARRIAGE_FAMILY: ("hngd", "hon nhan", "hon nhan gia dinh", "ly hon"),
        JudgmentKind.BUSINESS_COMMERCE: ("kdtm", "kinh te", "kinh doanh thuong mai"),
        JudgmentKind.LABOUR: ("ld",),
        JudgmentKind.BANKRUPTCY: ("ps",),
        JudgmentKind.ARBITRATION: ("phan quyet trong tai",),
    },
    "route": {
        IntakeRoute.NEW: ("moi", "thu ly"),
        IntakeRoute.DELEGATED_IN: ("uy thac den", "uy thac", "nhan uy thac thi hanh an"),
        IntakeRoute.PULLED_UP: ("rut len", "rut ho so"),
    },
    "duty_kind": {
        ObligationKind.ALIMONY: ("cap duong nuoi con", "tien cap duong"),
        ObligationKind.WAGE: ("luong", "tien luong", "tien cong"),
        ObligationKind.DAMAGE_LIFE_HEALTH_MORAL: (
            "boi thuong tinh mang, suc khoe", "boi thuong suc khoe", "boi thuong tinh mang", "ton that tinh than",
        ),
        ObligationKind.COURT_FEE: ("an phi", "aphs", "apds", "ap", "le phi", "an phi hinh su", "an phi dan su"),
        ObligationKind.FINE: ("phat", "phat tien", "phat sung cong", "tien phat bo sung"),
        ObligationKind.UNLAWFUL_GAIN: ("truy thu", "thu loi bat chinh", "truy thu sung quy", "truy thu sung cong"),
        ObligationKind.SOCIAL_INSURANCE: ("bao hiem", "bhxh", "bao hiem xa hoi"),
        ObligationKind.OTHER_STATE: ("nop ngan sach", "thu khac cho nha nuoc", "sung quy khac"),
        ObligationKind.CREDIT_DEBT: ("no tin dung", "tin dung", "ngan hang", "no ngan hang", "tin dung ngan hang"),
        ObligationKind.CONTRACT: ("hop dong", "tra no", "vay", "tien vay", "no vay"),
        ObligationKind.DIVORCE_SHARE: ("chia tai san", "chia tai san chung"),
        ObligationKind.INHERITANCE: ("thua ke",),
        ObligationKind.OTHER: ("khac", "boi thuong", "nghia vu dan su khac"),
        ObligationKind.RETURN_MONEY: ("tra tien", "tra lai tien", "hoan tra tien"),
        ObligationKind.RETURN_ASSET: ("tra tai san", "tra lai tai san"),
        ObligationKind.RETURN_PAPER: ("tra giay to", "tra lai giay to"),
        ObligationKind.CONFISCATE: ("tich thu", "sung quy", "sung cong"),
        ObligationKind.DESTROY: ("tieu huy",),
        ObligationKind.LAND_RECALL: ("thu hoi dat",),
        ObligationKind.HAND_OVER: ("giao tai san", "giao nha", "giao dat", "giao vat"),
        ObligationKind.PERFORM_ACT: ("buoc thuc hien", "khong thuc hien cong viec", "thuc hien cong viec"),
    },
    "status": {
        ObligationStatus.DECIDED: ("moi thu ly", "moi ra quyet dinh", "da ra quyet dinh"),
        ObligationStatus.ASSIGNED: ("da phan cong", "moi phan cong", "da giao chv"),
        ObligationStatus.VOLUNTARY: ("tu nguyen", "dang tu nguyen", "thoi han tu nguyen"),
        ObligationStatus.VERIFYING: ("xac minh", "dang xac minh dieu kien"),
        ObligationStatus.ENFORCING: ("dang th", "co dieu kien", "cdk", "co dieu kien thi hanh", "dang giai quyet"),
        ObligationStatus.UNABLE: ("ccdk", "chua co dieu kien thi hanh", "chua dk", "khong co dieu kien"),
        ObligationStatus.SEPARATE_LEDGER: ("chuyen so theo doi rieng", "so theo doi rieng", "tdr"),
        ObligationStatus.DEFERRED: ("hoan tha", "hoan thi hanh an"),
        ObligationStatus.SUSPENDED: ("tdc", "tam dinh chi thi hanh an"),
        ObligationStatus.PERFORMED: ("xong", "da thi hanh xong", "da xong"),
        ObligationStatus.TERMINATED: ("dinh chi thi hanh an", "da dinh chi", "dc"),
        ObligationStatus.DELEGATED_OUT: ("uy thac di", "da uy thac di"),
        ObligationStatus.RECALLED: ("thu hoi", "da thu hoi quyet dinh", "huy quyet dinh"),
    },
}  # fmt: skip

Words = Mapping[str, Mapping[str, StrEnum]]
"""For each column of choices: folded words → member."""


def words_of_choices() -> dict[str, dict[str, StrEnum]]:
    """Return what may stand in each column of choices: the law's words, the code, the words of old books."""
    found: dict[str, dict[str, StrEnum]] = {}
    for key, column in BY_KEY.items():
        if not column.choices:
            continue
        words = found.setdefault(key, {})
        for member in column.choices:
            known = SYNONYMS.get(key, {}).get(member, ())
            for text in (LAW.label(member), member.value, *known):
                words.setdefault(fold(text), member)
    return found
