"""A paper issued: lawful signer, number, words and file, and nothing of it changes afterwards."""

import pytest
from django.db import DatabaseError, connection, transaction

from rooms.cases.office import BAILIFF, DISTRICT, OTHER, PROVINCE, Office, day, viewer
from rooms.documents.deferring import CASE, FIELDS, another_case, edited, head, issue
from rules.documents.samples import DEFERRAL
from thads.enforcement.documents import actions, files, papers, queries
from thads.enforcement.documents.models import IssuedFile, IssuedPaper
from thads.enforcement.documents.rules.masters import LineKind
from thads.enforcement.documents.rules.pages import Subject
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from thads.kernel.refusals import Refusal


def test_a_paper_bears_heading_number_day_and_signature(office: Office) -> None:
    issued = issue()

    page = queries.paper_page(head(), issued.paper_id)

    assert issued.number == page.row.number == "1/QĐ-CCTHADS"
    for words in (
        "CƠ QUAN TQ.CH",
        "Số: 1/QĐ-CCTHADS",
        "ngày 28 tháng 6 năm 2024",
        "Người thử (agency_head)",
        "đến hết ngày 30 tháng 9 năm 2024",
    ):
        assert words in page.text
    assert page.lines[0].kind is LineKind.HEAD
    assert page.row.folio == 1


def test_a_paper_bears_the_number_its_step_has_taken(office: Office) -> None:
    assert issue(number="7/QĐ-CCTHADS").number == "7/QĐ-CCTHADS"
    assert issue().number == "1/QĐ-CCTHADS"


def test_who_may_not_sign_the_act_issues_nothing(office: Office) -> None:
    bailiff = viewer(Role.BAILIFF, staff=BAILIFF)

    with pytest.raises(Refusal):
        issue(signer=BAILIFF)
    assert not IssuedPaper.objects.exists()
    assert bailiff.staff_codes == {BAILIFF}


@pytest.mark.parametrize(
    ("fields", "code", "named"),
    [
        ({}, "documents.field_missing", "debtor"),
        ({**FIELDS, "creditor": "x"}, "documents.field_unknown", "creditor"),
        ({**FIELDS, "signer_name": "x"}, "documents.field_unknown", "signer_name"),
        ({**FIELDS, "until": "mai"}, "documents.field_wrong", "until"),
    ],
)
def test_a_wrong_context_is_refused_by_name(
    office: Office, fields: dict[str, object], code: str, named: str
) -> None:
    with pytest.raises(Refusal) as refused:
        issue(fields=fields)

    assert refused.value.code == code
    assert named in refused.value.message


def test_the_files_of_a_paper_are_made_once_and_kept(office: Office) -> None:
    paper_id = issue().paper_id

    first = papers.paper_docx(head(), paper_id)
    again = papers.paper_docx(head("2024-07-01"), paper_id)

    assert first.name == "1-QĐ-CCTHADS 28-6-2024.docx"
    assert first.content == again.content
    assert files.kept(IssuedFile.objects.get().sha256) == first.content


def test_a_new_master_changes_no_paper_that_was_issued(office: Office) -> None:
    before = issue()
    shown = queries.paper_page(head(), before.paper_id)
    actions.upload_master(
        viewer=head(), agency=DISTRICT, kind=DEFERRAL.code, variant="r2008",
        content=edited("từ ngày ký", "sau khi được ký"), valid_from=day("2024-06-28"),
    )  # fmt: skip

    after = issue()

    assert "từ ngày ký" in queries.paper_page(head(), before.paper_id).text
    assert queries.paper_page(head(), before.paper_id) == shown
    assert "sau khi được ký" in queries.paper_page(head(), after.paper_id).text
    assert queries.paper_page(head(), after.paper_id).is_own_master
    assert (
        papers.paper_docx(head(), before.paper_id).content
        != papers.paper_docx(head(), after.paper_id).content
    )


def test_a_correction_is_a_new_paper_that_names_the_old_one(office: Office) -> None:
    first = issue()
    second = issue(corrects=first.paper_id)

    rows = queries.papers_of(head(), subject_kind="case", subject_id=CASE)

    assert [(one.paper_id, one.corrects, one.corrected_by) for one in rows] == [
        (second.paper_id, first.paper_id, None),
        (first.paper_id, None, second.paper_id),
    ]


def test_a_paper_of_another_case_or_agency_is_not_corrected(office: Office) -> None:
    first = issue()

    for wrong in ({"subject": another_case()}, {"agency": OTHER}):
        with pytest.raises(Refusal, match="Không tìm thấy văn bản được sửa đổi"):
            issue(corrects=first.paper_id, **wrong)


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_itself_refuses_to_change_what_was_issued(office: Office, verb: str) -> None:
    papers.paper_docx(head(), issue().paper_id)

    for table in ("documents_issued_paper", "documents_issued_file", "documents_master_version"):
        change = (
            f"UPDATE {table} SET recorded_at = recorded_at" if verb == "update" else f"DELETE FROM {table}"
        )
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_a_preview_takes_no_number_and_says_so(office: Office) -> None:
    shown = queries.preview(head(), agency=DISTRICT, kind=DEFERRAL.code, on=day("2024-06-28"), fields=FIELDS)

    assert "Số: ……" in shown.text
    assert not IssuedPaper.objects.exists()
    assert issue().number == "1/QĐ-CCTHADS"


def test_a_paper_out_of_sight_is_not_found(office: Office) -> None:
    paper_id = issue().paper_id
    stranger = head(agency=OTHER)

    for look in (queries.paper_page, papers.paper_docx, papers.paper_pdf):
        with pytest.raises(Refusal, match="Không tìm thấy văn bản"):
            look(stranger, paper_id)
    assert queries.papers_of(stranger, subject_kind="case", subject_id=CASE) == ()
    assert queries.paper_page(head(agency=PROVINCE), paper_id).row.paper_id == paper_id


def test_reading_a_paper_is_left_in_the_trail(office: Office) -> None:
    paper_id = issue().paper_id

    actions.read_paper(viewer=head(), paper_id=paper_id)

    entry = AuditEntry.objects.get(verb="documents.read_paper")
    assert (entry.subject, entry.agency) == (str(paper_id), DISTRICT)


def test_papers_are_found_by_their_words_without_marks(office: Office) -> None:
    issue()

    assert len(queries.paper_search(head(), words="nguyen van anh hoan")) == 1
    assert queries.paper_search(head(), words="tran thi dao") == ()
    assert queries.paper_search(head(agency=OTHER), words="nguyen") == ()


def test_a_paper_of_a_step_is_not_issued_alone_and_a_letter_is(office: Office) -> None:
    person = viewer(Role.BAILIFF, staff=BAILIFF)
    letter = {"about": "a", "addressee": "b", "paragraphs": [{"text": "c"}]}
    with pytest.raises(Refusal, match="cùng bước xử lý"):
        actions.issue(viewer=person, agency=DISTRICT, kind=DEFERRAL.code, on=person.on, fields=FIELDS)

    issued = actions.issue(
        viewer=person, agency=DISTRICT, kind="official_letter", on=person.on, fields=letter,
        subject=Subject("case", CASE),
    )  # fmt: skip

    assert issued.number == "1/CV-CCTHADS"
    assert "Lê Văn Chấp" in queries.paper_page(person, issued.paper_id).text


def test_a_letter_is_not_signed_by_somebody_without_a_post(office: Office) -> None:
    person = viewer(Role.CLERK)
    with pytest.raises(Refusal, match="NN-99"):
        actions.issue(
            viewer=person, agency=DISTRICT, kind="official_letter", on=person.on, signer="NN-99",
            fields={"about": "a", "addressee": "b", "paragraphs": [{"text": "c"}]},
        )  # fmt: skip
