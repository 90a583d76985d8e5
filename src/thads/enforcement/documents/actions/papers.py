"""Issuing a paper that belongs to no step, and leaving in the trail who read one."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from thads.enforcement.documents.issuing import issue_paper
from thads.enforcement.documents.queries.papers import find_paper
from thads.enforcement.documents.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.documents.rules.fields import FieldValue
from thads.enforcement.documents.rules.pages import Issued, Subject
from thads.enforcement.documents.rules.papers import paper_kind
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.not_standalone": "“{paper}” chỉ được phát hành cùng bước xử lý của việc thi hành án; hãy "
        "thực hiện bước đó trong hồ sơ.",
    }
)


@action("documents.issue")
def issue(
    *,
    viewer: Viewer,
    agency: str,
    kind: str,
    on: date,
    fields: Mapping[str, FieldValue],
    subject: Subject | None = None,
    variant: str = "",
    signer: str = "",
    bailiff: str = "",
    corrects: UUID | None = None,
    sheets: int = 1,
) -> Issued:
    """Issue a paper that no step of a case brings forth; refuses kinds that a step does."""
    rights.check_may(viewer, "documents.issue", agency=agency)
    if not paper_kind(kind).standalone:
        raise Refusal("documents.not_standalone", paper=paper_kind(kind).title)
    return issue_paper(
        viewer, agency=agency, kind=kind, on=on, fields=fields, subject=subject, variant=variant,
        signer=signer, bailiff=bailiff, corrects=corrects, sheets=sheets,
    )  # fmt: skip


@action("documents.read_paper")
def read_paper(*, viewer: Viewer, paper_id: UUID) -> UUID:
    """Leave in the trail that the viewer opened a paper with its personal data (L25 Đ5.1)."""
    paper = find_paper(viewer, paper_id)
    rights.check_may(viewer, "documents.read_paper", agency=paper.agency)
    return paper_id
