"""An invented province on a day, as values: who sits where, and papers of delegation."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen, AgencyTree
from thads.foundation.organisation.rules.signing import Delegation, Seat
from thads.foundation.organisation.rules.signing_day import SigningDay
from thads.kernel.spans import Span

SINCE = date(2015, 1, 1)
REFORM, LAW_OF_2025 = date(2025, 7, 1), date(2026, 7, 1)


def agency(
    code: str, name: str, kind: AgencyKind, parent: str | None, *, until: date | None = None
) -> AgencyThen:
    return AgencyThen(code, name, code, kind, parent, "", "", 0, Span(SINCE, until))


VERSIONS = (
    agency("TC", "Cục Quản lý thi hành án dân sự", AgencyKind.CENTRAL, None),
    agency("TQ", "Thi hành án dân sự tỉnh Tuyên Quang", AgencyKind.PROVINCE, "TC"),
    agency("TQ.NV", "Phòng Nghiệp vụ", AgencyKind.OPERATIONS_ROOM, "TQ"),
    agency("TQ.CH", "Chi cục Chiêm Hóa", AgencyKind.DISTRICT, "TQ", until=REFORM),
    AgencyThen(
        "TQ.K1", "Phòng THADS khu vực 1", "Khu vực 1", AgencyKind.AREA_ROOM, "TQ", "", "", 0, Span(REFORM)
    ),
    AgencyThen(
        "TQ.K2", "Phòng THADS khu vực 2", "Khu vực 2", AgencyKind.AREA_ROOM, "TQ", "", "", 0, Span(REFORM)
    ),
    AgencyThen(
        "VP", "Văn phòng Sông Lô", "Sông Lô", AgencyKind.PRIVATE_OFFICE, "TQ", "", "", 0, Span(LAW_OF_2025)
    ),
)


def seat(staff: str, role: Role, agency: str, since: date = SINCE, until: date | None = None) -> Seat:
    return Seat(staff, f"Ông {staff}", role, agency, Span(since, until))


SEATS = (
    seat("tong", Role.CENTRAL_HEAD, "TC"),
    seat("cuc", Role.AGENCY_HEAD, "TQ"),
    seat("pho", Role.DEPUTY_HEAD, "TQ"),
    seat("nghiepvu", Role.UNIT_HEAD, "TQ.NV"),
    seat("phophong", Role.DEPUTY_HEAD, "TQ.NV"),
    seat("chv", Role.BAILIFF, "TQ.NV"),
    seat("chicuc", Role.AGENCY_HEAD, "TQ.CH", until=REFORM),
    seat("phochicuc", Role.DEPUTY_HEAD, "TQ.CH", until=REFORM),
    seat("chvhuyen", Role.BAILIFF, "TQ.CH", until=REFORM),
    seat("khuvuc", Role.CHIEF_BAILIFF, "TQ.K1", REFORM),
    seat("khuvuc2", Role.CHIEF_BAILIFF, "TQ.K2", REFORM),
    seat("chvkhuvuc", Role.BAILIFF, "TQ.K1", REFORM),
    seat("thuky", Role.CLERK, "TQ.K1", REFORM),
    seat("truongvp", Role.OFFICE_HEAD, "VP", LAW_OF_2025),
    seat("thuahanh", Role.PRIVATE_BAILIFF, "VP", LAW_OF_2025),
)


def paper(
    giver: str,
    receiver: str,
    agency: str,
    since: date,
    until: date | None = None,
    *,
    acts: Sequence[str] = (),
    paper_on: date | None = None,
) -> Delegation:
    return Delegation(
        UUID(int=1),
        "12/QĐ-UQ",
        paper_on or since,
        giver,
        receiver,
        agency,
        frozenset(acts),
        Span(since, until),
    )


def day_at(agency: str, on: date, *papers: Delegation, seats: Sequence[Seat] = SEATS) -> SigningDay:
    return SigningDay(agency, on, AgencyTree.standing(VERSIONS, on=on), seats, papers)


def days_at(agency: str, *papers: Delegation, seats: Sequence[Seat] = SEATS) -> partial[SigningDay]:
    """The days of an agency, as a check over a span asks for them."""
    return partial(_day, agency, papers, seats)


def _day(agency: str, papers: Sequence[Delegation], seats: Sequence[Seat], on: date) -> SigningDay:
    return day_at(agency, on, *papers, seats=seats)
