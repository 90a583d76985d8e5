"""A small province for tests of counting: an operations room, two districts, four bailiffs."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger.rules.entries import NewEntry
from thads.foundation.organisation.models import Agency, AgencyVersion, Post, Staff
from thads.kernel.names import fold, sort_key

NOW = datetime(2024, 7, 5, 1, tzinfo=UTC)
SPACE = UUID(int=7)
UNITS = {
    "VN": ("Tổng cục Thi hành án dân sự", "central", None),
    "TQ": ("Cục Thi hành án dân sự tỉnh Tuyên Quang", "province", "VN"),
    "TQ.NV": ("Phòng Nghiệp vụ và Tổ chức thi hành án", "operations_room", "TQ"),
    "TQ.CH": ("Chi cục Thi hành án dân sự huyện Chiêm Hóa", "district", "TQ"),
    "TQ.SD": ("Chi cục Thi hành án dân sự huyện Sơn Dương", "district", "TQ"),
    "AG": ("Cục Thi hành án dân sự tỉnh An Giang", "province", "VN"),
}
BAILIFFS = {
    "TQ.NV-01": ("Ma Thế Ước", "TQ.NV"),
    "TQ.CH-01": ("Hà Văn Đoàn", "TQ.CH"),
    "TQ.CH-02": ("Nông Thị Ánh", "TQ.CH"),
    "TQ.SD-01": ("Bàn Văn Phúc", "TQ.SD"),
}


def build_organisation() -> None:
    """Write the agencies and bailiffs into the database."""
    for code in UNITS:
        Agency.objects.create(code=code)
    for position, (code, (name, kind, parent)) in enumerate(UNITS.items()):
        AgencyVersion.objects.create(
            agency_id=code, name=name, short_name=name, kind=kind, parent_id=parent, position=position,
            valid_from=date(2009, 7, 1),
        )  # fmt: skip
    for code, (name, agency) in BAILIFFS.items():
        Staff.objects.create(code=code, full_name=name, name_folded=fold(name), name_key=sort_key(name))
        Post.objects.create(staff_id=code, role="bailiff", agency_id=agency, valid_from=date(2015, 1, 1))


def viewer_at(agency: str, *, at: datetime = NOW) -> Viewer:
    """Return somebody who sees the agency and everything below it."""
    reach = frozenset(
        code for code in UNITS if agency == "VN" or code == agency or code.startswith(f"{agency}.")
    )
    return Viewer(1, "tester", "Người thử", (HeldPost(Role.STATISTICIAN, agency, reach),), at, at.date())


def case_id(number: str) -> UUID:
    return uuid5(SPACE, number)


def decision(number: str, *amounts: int, **others: Any) -> dict[str, Any]:
    """Return the payload of an enforcement decision with one contract debt per amount."""
    duties = [{"no": no, "kind": "contract", "amount": amount} for no, amount in enumerate(amounts, start=1)]
    plain = {"number": number, "initiation": "on_request", "judgment_kind": "civil", "duties": duties}
    return {**plain, **others}


def write_case(
    number: str,
    facts: Iterable[tuple[str, str, Mapping[str, Any]]],
    *,
    agency: str = "TQ.CH",
    recorded_at: datetime | None = None,
) -> UUID:
    """Append the facts of a new case: (kind, day, payload), recorded on the evening of the last day."""
    told = [NewEntry(f"cases.{kind}", date.fromisoformat(day), dict(payload)) for kind, day, payload in facts]
    last = max(fact.took_effect for fact in told)
    at = recorded_at or datetime(last.year, last.month, last.day, 10, tzinfo=UTC)
    ledger.append(
        subject_kind="case", subject_id=case_id(number), facts=told, expected_seq=0, agency=agency, actor="t",
        recorded_at=at,
    )  # fmt: skip
    return case_id(number)
