"""Papers of tests told shortly: a deferral issued, a master changed as an office changes it."""

from uuid import UUID, uuid4

from rooms.cases.office import DISTRICT, day, viewer
from rules.documents.samples import DEFERRAL, SOURCE
from thads.enforcement.documents.issuing import issue_paper
from thads.enforcement.documents.rules.masters import parse_master
from thads.enforcement.documents.rules.pages import Issued, Subject
from thads.enforcement.documents.word.building import build
from thads.foundation.access.rules.viewer import Role, Viewer

CASE = UUID("5f0c3f3a-3c55-4b0e-9a59-0f7a3c1d2e4b")
FIELDS: dict[str, object] = {
    "debtor": "Nguyễn Văn Ánh",
    "until": day("2024-09-30"),
    "duties": ({"content": "án phí", "amount": 200_000},),
}


def head(at: str = "2024-06-28", agency: str = DISTRICT) -> Viewer:
    return viewer(Role.AGENCY_HEAD, at, agency=agency)


def issue(
    at: str = "2024-06-28", *, agency: str = DISTRICT, subject: UUID | None = CASE, **more: object
) -> Issued:
    person = head(at, agency)
    about = Subject("case", subject) if subject else None
    fields = more.pop("fields", FIELDS)
    return issue_paper(
        person, agency=agency, kind=DEFERRAL.code, on=person.on, fields=fields, subject=about, **more
    )  # type: ignore[arg-type]  # fmt: skip


def edited(old: str, new: str, source: str = SOURCE) -> bytes:
    """The master as an office saved it with other words."""
    assert old in source
    return build(parse_master(source.replace(old, new)), title="Mẫu của cơ quan")


def another_case() -> UUID:
    return uuid4()
