"""Who there is: agencies, posts and demonstration accounts, as values. Names of persons are invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.exchange.demo.people import person

FOUNDED = date(2010, 1, 1)
POSTED = date(2015, 10, 1)
DELEGATED = date(2024, 1, 2)
"""The day from which deputies sign for their heads."""


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    code: str
    name: str
    short_name: str
    kind: AgencyKind
    parent: str | None
    place: str
    position: int
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class PostPlan:
    """A person in a post; `username` when there is a demonstration account."""

    code: str
    name: str
    role: Role
    agency: str
    grade: str = ""
    username: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """A bailiff who left; his open cases went to others on the day."""

    code: str
    last_on: date


# ruff: noqa: E501  (a table: one row a line)
UNITS = (
    # code, name, short name, kind, place, bailiffs, name in usernames
    ("TQ.NV", "Phòng Nghiệp vụ và Tổ chức thi hành án", "Phòng Nghiệp vụ", AgencyKind.OPERATIONS_ROOM, "Tuyên Quang", 6, "nghiepvu"),
    ("TQ.TP", "Chi cục Thi hành án dân sự thành phố Tuyên Quang", "Thành phố", AgencyKind.DISTRICT, "Thành phố Tuyên Quang", 9, "thanhpho"),
    ("TQ.YS", "Chi cục Thi hành án dân sự huyện Yên Sơn", "Yên Sơn", AgencyKind.DISTRICT, "Yên Sơn", 7, "yenson"),
    ("TQ.SD", "Chi cục Thi hành án dân sự huyện Sơn Dương", "Sơn Dương", AgencyKind.DISTRICT, "Sơn Dương", 8, "sonduong"),
    ("TQ.HY", "Chi cục Thi hành án dân sự huyện Hàm Yên", "Hàm Yên", AgencyKind.DISTRICT, "Hàm Yên", 6, "hamyen"),
    ("TQ.CH", "Chi cục Thi hành án dân sự huyện Chiêm Hóa", "Chiêm Hóa", AgencyKind.DISTRICT, "Chiêm Hóa", 6, "chiemhoa"),
    ("TQ.NH", "Chi cục Thi hành án dân sự huyện Na Hang", "Na Hang", AgencyKind.DISTRICT, "Na Hang", 3, "nahang"),
    ("TQ.LB", "Chi cục Thi hành án dân sự huyện Lâm Bình", "Lâm Bình", AgencyKind.DISTRICT, "Lâm Bình", 3, "lambinh"),
)  # fmt: skip

RETIRED: Mapping[str, Retired] = {
    "TQ.TP": Retired("TQ.TP-10", date(2024, 1, 2)),
    "TQ.SD": Retired("TQ.SD-09", date(2024, 3, 1)),
}


def bailiff_codes(unit: str) -> Sequence[str]:
    """Return the codes of the bailiffs in office at the unit."""
    count = next(row[5] for row in UNITS if row[0] == unit)
    return [f"{unit}-{place:02d}" for place in range(1, count + 1)]


def agencies() -> Sequence[AgencyPlan]:
    """Return the centre, the province and its units; other provinces are in `other_provinces`."""
    centre = AgencyPlan(
        "TC", "Tổng cục Thi hành án dân sự", "Tổng cục", AgencyKind.CENTRAL, None, "Hà Nội", 0, "TCTHADS"
    )
    province = AgencyPlan(
        "TQ", "Cục Thi hành án dân sự tỉnh Tuyên Quang", "Tuyên Quang", AgencyKind.PROVINCE, "TC", "Tuyên Quang", 1,
        "CTHADS",
    )  # fmt: skip
    units = [
        AgencyPlan(code, name, short, kind, "TQ", place, position, "CTHADS" if code == "TQ.NV" else "CCTHADS")
        for position, (code, name, short, kind, place, _, _) in enumerate(UNITS, start=1)
    ]
    return [centre, province, *units]


def posts(seed: int) -> Sequence[PostPlan]:
    """Return everybody who holds a post, with the accounts that the demonstration opens."""
    chance = Random(seed + 1)
    return [*_of_province(chance), *(post for row in UNITS for post in _of_unit(row, chance))]


def _of_province(chance: Random) -> list[PostPlan]:
    return [
        PostPlan("TC-01", person(chance), Role.CENTRAL_HEAD, "TC", username="tongcuctruong"),
        PostPlan("TC-02", person(chance), Role.CENTRAL_OFFICER, "TC", username="trunguong"),
        PostPlan("TC-03", person(chance), Role.ADMINISTRATOR, "TC", username="quantri"),
        PostPlan("TQ-01", person(chance), Role.AGENCY_HEAD, "TQ", "senior", "cuctruong"),
        PostPlan("TQ-02", person(chance), Role.DEPUTY_HEAD, "TQ", "intermediate", "phocuctruong"),
        PostPlan("TQ-03", person(chance), Role.STATISTICIAN, "TQ", username="thongke"),
        PostPlan("TQ-04", person(chance), Role.EXAMINER, "TQ", username="thamtravien"),
        PostPlan("TQ-05", person(chance), Role.ACCOUNTANT, "TQ", username="ketoan"),
    ]


def _of_unit(row: tuple[str, str, str, AgencyKind, str, int, str], chance: Random) -> list[PostPlan]:
    unit, _, _, kind, _, count, spoken = row
    head = Role.UNIT_HEAD if kind is AgencyKind.OPERATIONS_ROOM else Role.AGENCY_HEAD
    deputy = Role.DEPUTY_HEAD
    found = [
        PostPlan(f"{unit}-LD1", person(chance), head, unit, "intermediate", f"truong.{spoken}"),
        PostPlan(f"{unit}-LD2", person(chance), deputy, unit, "intermediate"),
        PostPlan(f"{unit}-TK1", person(chance), Role.CLERK, unit, username=f"thuky.{spoken}"),
        PostPlan(f"{unit}-KT1", person(chance), Role.ACCOUNTANT, unit, username=f"ketoan.{spoken}"),
    ]
    grades = ("intermediate", "primary")
    for place in range(1, count + 1):
        username = f"chv.{spoken}" if place == 1 else ""
        code = f"{unit}-{place:02d}"
        found.append(PostPlan(code, person(chance), Role.BAILIFF, unit, grades[place > count // 2], username))
    if unit in RETIRED:
        left = RETIRED[unit]
        found.append(
            PostPlan(left.code, person(chance), Role.BAILIFF, unit, "intermediate", until=left.last_on)
        )
    return found


def signing_pairs() -> Sequence[tuple[str, str, str]]:
    """Return where a head lets his deputy sign: the agency, the head, the deputy."""
    districts = [(row[0], f"{row[0]}-LD1", f"{row[0]}-LD2") for row in UNITS if row[3] is AgencyKind.DISTRICT]
    return [("TQ", "TQ-01", "TQ-02"), *districts]
