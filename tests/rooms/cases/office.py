"""A small office for tests: a province, two districts, people with posts, and acts told in domain words."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind, PartyRole
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.organisation.models import Agency, AgencyVersion, Post, Staff
from thads.kernel.names import fold, sort_key

PROVINCE, DISTRICT, OTHER = "TQ", "TQ.CH", "TQ.SD"
BAILIFF, COLLEAGUE = "TQ.CH-01", "TQ.CH-02"
FOUNDED = date(2010, 1, 1)

DEBTOR = PartyDetails(PartyRole.DEBTOR, "Nguyễn Văn Ánh", "xã Kim Bình", "008085000123")
CREDITOR = PartyDetails(
    PartyRole.CREDITOR, "Trần Thị Đào", "thị trấn Vĩnh Lộc", "008190000456", "0912345678", "1990-02-01",
    "1900206000001 Agribank",
)  # fmt: skip
FEE = IntakeDuty(ObligationKind.COURT_FEE, 1_000_000, "Nhà nước", DEBTOR.name, "án phí sơ thẩm")
FINE = IntakeDuty(ObligationKind.FINE, 5_000_000, "Nhà nước", DEBTOR.name)
DEBT = IntakeDuty(ObligationKind.CONTRACT, 300_000_000, CREDITOR.name, DEBTOR.name, "trả nợ vay")


def day(written: str) -> date:
    return date.fromisoformat(written)


def instant(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}T09:00:00+07:00")


def found_office() -> None:
    """Write the agencies, staff and posts."""
    for code, parent, symbol in (
        (PROVINCE, None, "CTHADS"),
        (DISTRICT, PROVINCE, "CCTHADS"),
        (OTHER, PROVINCE, "CCTHADS"),
    ):
        agency = Agency.objects.create(code=code)
        AgencyVersion.objects.create(
            agency=agency, name=f"Cơ quan {code}", short_name=code, kind="district" if parent else "province",
            parent_id=parent, symbol=symbol, valid_from=FOUNDED,
        )  # fmt: skip
    for code, name in ((BAILIFF, "Lê Văn Chấp"), (COLLEAGUE, "Phạm Thị Hành")):
        staff = Staff.objects.create(
            code=code, full_name=name, name_folded=fold(name), name_key=sort_key(name)
        )
        Post.objects.create(staff=staff, role=Role.BAILIFF, agency_id=DISTRICT, valid_from=FOUNDED)


def viewer(role: Role, at: str = "2024-06-28", *, agency: str = DISTRICT, staff: str = "") -> Viewer:
    """A person with one post at an agency; the province's reach is the whole office."""
    reach = frozenset({PROVINCE, DISTRICT, OTHER}) if agency == PROVINCE else frozenset({agency})
    return Viewer(
        1,
        f"{role}.{agency}",
        f"Người thử ({role})",
        (HeldPost(role, agency, reach, staff),),
        instant(at),
        day(at),
    )


@dataclass(frozen=True)
class Office:
    """Acts of one office on a day: whoever the law lets do them does them."""

    agency: str = DISTRICT

    def head(self, at: str) -> Viewer:
        return viewer(Role.AGENCY_HEAD, at, agency=self.agency)

    def clerk(self, at: str) -> Viewer:
        return viewer(Role.CLERK, at, agency=self.agency)

    def bailiff(self, at: str, code: str = BAILIFF) -> Viewer:
        return viewer(Role.BAILIFF, at, agency=self.agency, staff=code)

    def judgment(
        self, on: str, *duties: IntakeDuty, number: str = "15/2023/HS-ST", issued: str = "2021-12-01"
    ) -> UUID:
        return actions.receive_judgment(
            viewer=self.clerk(on),
            agency=self.agency,
            number=number,
            issued_on=day(issued),
            court="TAND huyện Chiêm Hóa",
            kind=JudgmentKind.CRIMINAL,
            received_on=day(on),
            parties=(DEBTOR, CREDITOR),
            duties=duties,
        )

    def ex_officio(
        self, on: str, *duties: IntakeDuty, bailiff: str = BAILIFF, number: str = "15/2023/HS-ST"
    ) -> UUID:
        judgment = self.judgment(on, *(duties or (FEE,)), number=number)
        return actions.issue_ex_officio(
            viewer=self.head(on), judgment_id=judgment, on=day(on), bailiff=bailiff
        )

    def on_request(
        self, on: str, *duties: IntakeDuty, bailiff: str = BAILIFF, number: str = "15/2023/HS-ST"
    ) -> UUID:
        judgment = self.judgment(on, *(duties or (DEBT,)), number=number)
        request = actions.receive_request(
            viewer=self.clerk(on), judgment_id=judgment, requester=CREDITOR.name, requested_on=day(on),
            received_on=day(on), duty_nos=tuple(range(1, len(duties or (DEBT,)) + 1)),
        )  # fmt: skip
        return actions.issue_on_request(viewer=self.head(on), request_id=request, on=day(on), bailiff=bailiff)

    def page(self, case_id: UUID, at: str = "2024-06-28") -> CasePage:
        return queries.case_page(self.head(at), case_id)


def at(person: Viewer, when: str) -> Viewer:
    """The same person on another day."""
    return replace(person, at=instant(when), on=day(when))
