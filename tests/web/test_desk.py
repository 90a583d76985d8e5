"""The desk of a bailiff and the folder of a head."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from rooms.cases.office import FEE, Office
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.foundation.access.rules.viewer import Role

SignedIn = Callable[..., Client]


def desk(client: Client, **asked: str) -> str:
    return client.get(reverse("web:desk"), asked).content.decode()


def test_a_bailiff_sees_his_own_cases_by_urgency_with_the_reason(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE)
    office.ex_officio("2024-06-03", FEE, bailiff="TQ.CH-02", number="16/2024/HS-ST")

    page = desk(signed_in(Role.BAILIFF))

    assert page.count("data-row-link") == 1
    assert 'id="late"' in page
    assert "Tính từ thứ Hai 03/06/2024" in page
    assert "quá 22 ngày" in page


def test_the_desk_is_narrowed_by_name_and_by_kind_of_deadline(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE)
    client = signed_in(Role.BAILIFF)

    assert "data-row-link" in desk(client, q="nguyen van anh")
    assert "data-row-link" not in desk(client, q="khac")
    assert "data-row-link" in desk(client, due="order.notice")
    assert "data-row-link" not in desk(client, due="verification.first")


def test_a_bailiff_cannot_open_a_colleagues_desk(signed_in: SignedIn, office: Office) -> None:
    office.ex_officio("2024-06-03", FEE, bailiff="TQ.CH-02")

    assert "data-row-link" not in desk(signed_in(Role.BAILIFF), bailiff="TQ.CH-02")


def test_a_head_sees_what_waits_and_may_open_each_desk(signed_in: SignedIn, office: Office) -> None:
    office.judgment("2024-06-03", FEE)
    office.ex_officio("2024-06-03", FEE, bailiff="", number="16/2024/HS-ST")
    case_id = office.ex_officio("2024-06-03", FEE, number="17/2024/HS-ST")
    viewer = office.bailiff("2024-06-05")
    actions.serve_notice(viewer=viewer, case_id=case_id, on=viewer.on)
    client = signed_in(Role.AGENCY_HEAD)

    page = desk(client)

    assert "15/2023/HS-ST" in page
    assert 'id="unassigned"' in page
    assert "Bàn làm việc của Lê Văn Chấp" in desk(client, bailiff="TQ.CH-01")


def test_what_the_head_decides_is_proposed_and_no_delay_of_the_bailiff(
    signed_in: SignedIn, office: Office
) -> None:
    case_id = office.ex_officio("2024-06-03", FEE)
    early, later = office.bailiff("2024-06-05"), office.bailiff("2024-06-18")
    actions.open_file(viewer=early, case_id=case_id, on=early.on)
    actions.serve_notice(viewer=early, case_id=case_id, on=early.on)
    not_able = VerificationResult.NOT_ABLE
    actions.record_verification(viewer=later, case_id=case_id, on=later.on, result=not_able)

    page = desk(signed_in(Role.BAILIFF))

    assert 'id="late"' not in page
    assert 'id="propose"' in page
    assert "hạn của Thủ trưởng" in page
    assert 'id="unable_proposed"' in desk(signed_in(Role.AGENCY_HEAD))


def test_a_tile_counts_all_and_leads_to_the_whole_pile(signed_in: SignedIn, office: Office) -> None:
    for number in range(14):
        office.judgment("2024-06-20", FEE, number=f"{number}/2024/HS-ST")
    client = signed_in(Role.AGENCY_HEAD)

    page, whole = desk(client), desk(client, pile="judgments", page="9")

    assert page.count("data-row-link") == 12
    assert '<span class="tile-figure">14</span>' in page
    assert "?pile=judgments" in page
    assert whole.count("data-row-link") == 14
    assert "Ra quyết định chủ động" in whole


def test_an_empty_desk_says_so(signed_in: SignedIn) -> None:
    assert "Không có việc nào chưa kết thúc" in desk(signed_in(Role.BAILIFF))
    assert "Không có việc nào chờ giải quyết" in desk(signed_in(Role.AGENCY_HEAD))
