"""An office's own masters: checked before they are taken, adopted from a day on, never overwritten."""

import pytest

from rooms.cases.office import DISTRICT, OTHER, PROVINCE, Office, day, viewer
from rooms.documents.deferring import edited, head, issue
from rules.documents.samples import DEFERRAL, SOURCE
from thads.enforcement.documents import actions, choosing, queries
from thads.enforcement.documents.choosing import shipped_docx, shipped_sha256
from thads.enforcement.documents.rules.masters import parse_master
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal

OWN = edited("từ ngày ký", "sau khi được ký")


def upload(
    content: bytes = OWN, *, person: Viewer | None = None, agency: str = DISTRICT, since: str = "2024-06-28"
) -> int:
    return actions.upload_master(
        viewer=person or head(agency=agency), agency=agency, kind=DEFERRAL.code, variant="r2008",
        content=content, valid_from=day(since),
    )  # fmt: skip


def restore(number: int, since: str = "2024-06-28") -> int:
    return actions.restore_master(
        viewer=head(),
        agency=DISTRICT,
        kind=DEFERRAL.code,
        variant="r2008",
        number=number,
        valid_from=day(since),
    )


def said(at: str = "2024-06-28", agency: str = DISTRICT) -> str:
    return queries.paper_page(head(at, agency), issue(at, agency=agency).paper_id).text


def test_an_own_master_is_used_from_its_day_on(office: Office) -> None:
    assert upload(since="2024-07-01") == 1

    assert "từ ngày ký" in said("2024-06-30")
    assert "sau khi được ký" in said("2024-07-01")


def test_going_back_is_one_more_adoption(office: Office) -> None:
    upload()
    upload(edited("từ ngày ký", "kể từ ngày ban hành"))
    assert "kể từ ngày ban hành" in said()

    assert restore(1) == 3
    assert "sau khi được ký" in said()
    assert restore(0) == 4
    assert "từ ngày ký" in said()

    page = queries.master_page(
        head(), agency=DISTRICT, kind=DEFERRAL.code, variant="r2008", on=day("2024-06-28")
    )
    assert [one.number for one in page.adoptions] == [4, 3, 2, 1]
    assert [one.in_force for one in page.adoptions] == [True, False, False, False]
    assert page.adoptions[1].sha256 == page.adoptions[3].sha256
    assert not page.row.is_own


def test_the_master_of_the_agency_above_holds_until_there_is_an_own_one(office: Office) -> None:
    upload(edited("từ ngày ký", "theo mẫu của tỉnh"), agency=PROVINCE)
    assert "theo mẫu của tỉnh" in said(agency=OTHER)
    assert "theo mẫu của tỉnh" in said()

    upload()

    assert "sau khi được ký" in said()
    assert "theo mẫu của tỉnh" in said(agency=OTHER)


def test_a_master_with_faults_is_refused_with_each_place(office: Office) -> None:
    wrong = edited("{{ debtor }}", "{{ creditor }}")

    with pytest.raises(Refusal) as refused:
        upload(wrong)

    assert refused.value.code == "documents.master_refused"
    for words in ("creditor", "đoạn", "{{ debtor }}", "Quyết định hoãn thi hành án"):
        assert words in refused.value.message
    assert "từ ngày ký" in said()


def test_faults_can_be_asked_for_before_uploading(office: Office) -> None:
    def asked(content: bytes) -> list[str]:
        found = queries.check_master(
            head(), kind=DEFERRAL.code, variant="r2008", content=content, on=day("2024-06-28")
        )
        return [one.code for one in found]

    assert asked(OWN) == []
    assert asked(edited("Căn cứ Điều 48", "Điều 48")) == []  # the request of the creditor is a basis too
    assert "documents.use_unreadable" in asked(edited("{{ debtor }}", "{{ debtor }"))


def test_a_file_that_is_no_document_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="không phải là văn bản Word"):
        upload(b"PK not a document")


def test_a_master_is_not_adopted_for_days_gone_by(office: Office) -> None:
    with pytest.raises(Refusal, match="từ ngày 28/06/2024 trở đi"):
        upload(since="2024-06-27")


def test_heads_clerks_and_administrators_keep_masters_and_bailiffs_do_not(office: Office) -> None:
    for role in (Role.CLERK, Role.ADMINISTRATOR, Role.DEPUTY_HEAD):
        upload(person=viewer(role))
    with pytest.raises(Refusal, match="không có quyền"):
        upload(person=viewer(Role.BAILIFF))
    with pytest.raises(Refusal, match="phạm vi"):
        upload(person=head(agency=OTHER))


def test_a_version_that_never_was_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="số 5"):
        restore(5)


def test_the_file_handed_out_is_the_one_in_use_or_the_one_asked_for(office: Office) -> None:
    def handed(number: int | None = None) -> bytes:
        return queries.master_docx(
            head(), agency=DISTRICT, kind=DEFERRAL.code, variant="r2008", on=day("2024-06-28"), number=number
        ).content

    shipped = handed()
    upload()

    assert handed() == handed(1) == OWN
    assert handed(0) == shipped


def test_the_list_names_every_kind_and_whose_master_is_used(office: Office) -> None:
    upload()

    rows = queries.master_list(head(), agency=DISTRICT, on=day("2024-06-28"))

    assert {(one.kind, one.variant): one.adopted_by for one in rows if one.kind == DEFERRAL.code} == {
        (DEFERRAL.code, "r2008"): DISTRICT,
        (DEFERRAL.code, "r2025"): "",
    }


def test_whoever_went_back_follows_what_a_later_release_ships(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload()
    restore(0)
    later = parse_master(SOURCE.replace("từ ngày ký", "theo bản phát hành sau"))
    shipped_docx.cache_clear()
    shipped_sha256.cache_clear()
    monkeypatch.setattr(choosing, "shipped_master", lambda kind, variant: later)

    assert "theo bản phát hành sau" in said()
