"""One case, one page: what it shows, what its buttons do, how it refuses."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooms.cases.office import FEE, FINE, Office
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.rights import HEADS
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from thads.interfaces.web.acts import ACTS

SignedIn = Callable[..., Client]
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def case_id(office: Office) -> UUID:
    """A case of 3 June with a court fee and a fine, notice served on the 5th."""
    found = office.ex_officio("2024-06-03", FEE, FINE)
    actions.serve_notice(
        viewer=office.bailiff("2024-06-05"), case_id=found, on=office.bailiff("2024-06-05").on
    )
    return found


def page_of(client: Client, case_id: UUID) -> str:
    return client.get(reverse("web:case", args=(case_id,))).content.decode()


def seq_of(office: Office, case_id: UUID) -> int:
    return office.page(case_id).seq


def test_the_page_tells_who_what_how_much_and_what_next(signed_in: SignedIn, case_id: UUID) -> None:
    page = page_of(signed_in(Role.BAILIFF), case_id)

    for words in (
        "Nguyễn Văn Ánh",
        "6.000.000",
        "Trong thời hạn tự nguyện",
        "Xác minh lần đầu",
        "Ghi nhận 05/06/2024",
    ):
        assert words in page


def test_the_timeline_names_people_and_writes_days_alike(signed_in: SignedIn, case_id: UUID) -> None:
    timeline = page_of(signed_in(Role.BAILIFF), case_id).partition('class="timeline"')[2]

    assert 'title="TQ.CH-01"' in timeline
    assert "Lê Văn Chấp" in timeline
    assert "17/06/2024" in timeline  # the end of the voluntary period
    assert "17/6/2024" not in timeline


def test_looking_leaves_a_line_in_the_trail(signed_in: SignedIn, case_id: UUID) -> None:
    page_of(signed_in(Role.AUDITOR), case_id)

    looks = AuditEntry.objects.filter(verb="cases.note_read", subject=str(case_id))
    assert [look.agency for look in looks] == ["TQ.CH"]


def test_lawful_steps_are_buttons_and_unlawful_ones_say_why(signed_in: SignedIn, case_id: UUID) -> None:
    page = page_of(signed_in(Role.BAILIFF), case_id)

    assert reverse("web:act", args=(case_id, "record_verification")) in page
    assert reverse("web:act", args=(case_id, "serve_notice")) not in page
    assert "disabled" in page
    assert "L08 Đ39–43, 45" in page


def test_every_step_of_the_law_has_its_form(signed_in: SignedIn, case_id: UUID, office: Office) -> None:
    assert {step.verb.removeprefix("cases.") for step in office.page(case_id).steps} <= set(ACTS)


@pytest.mark.parametrize("verb", ACTS)
def test_every_form_opens_as_a_page_and_as_a_fragment(
    signed_in: SignedIn, case_id: UUID, office: Office, verb: str
) -> None:
    client = signed_in(doer(verb))
    address = reverse("web:act", args=(case_id, verb))

    whole, fragment = client.get(address), client.get(address, headers=FRAGMENT)

    if not is_known(office, case_id, verb):
        assert whole.status_code == fragment.status_code == 404
        return
    if ACTS[verb].page:
        assert client.get(address, follow=True).status_code == 200
        return
    assert whole.status_code == fragment.status_code == 200
    assert "<html" in whole.content.decode()
    assert "<html" not in fragment.content.decode()
    assert 'name="on"' in fragment.content.decode()


BAILIFFS = {"serve_notice", "record_verification", "collect_money"}


def doer(verb: str) -> Role:
    """Somebody whom the table of rights lets do the act, the bailiff of the case before others."""
    roles = rights.known_verbs()[f"cases.{verb}"]
    usual = (Role.AGENCY_HEAD,) if verb in {"assign_bailiff", "finish"} else (Role.BAILIFF, Role.AGENCY_HEAD)
    return next((role for role in usual if role in roles), min(roles))


def is_known(office: Office, case_id: UUID, verb: str) -> bool:
    """Whether the law of the day has the step; what came in 2026 has no form in 2024."""
    step = f"cases.{ACTS[verb].step or verb}"
    return any(one.verb == step for one in office.page(case_id).steps)


def test_money_is_collected_from_the_form(signed_in: SignedIn, case_id: UUID, office: Office) -> None:
    given = {
        "seq": seq_of(office, case_id),
        "on": "10/6/24",
        "part_1": "1.000.000",
        "part_2": "1,5 triệu",
        "means": "voluntary",
    }

    answer = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(case_id, "collect_money")), given, headers=FRAGMENT
    )

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == reverse("web:case", args=(case_id,))
    assert office.page(case_id).row.collected == 2_500_000


def test_without_scripts_the_same_form_leads_back_by_redirect(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    given = {"seq": seq_of(office, case_id), "on": "100624", "result": "able", "nos": ["1", "2"]}

    answer = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(case_id, "record_verification")), given, follow=True
    )

    assert answer.redirect_chain == [(reverse("web:case", args=(case_id,)), 302)]
    assert "Đã ghi kết quả xác minh." in answer.content.decode()


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    given = {
        "seq": seq_of(office, case_id),
        "on": "10/06/2024",
        "part_1": "9.000.000",
        "receipt_no": "BL-77",
        "means": "voluntary",
    }

    answer = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(case_id, "collect_money")), given, headers=FRAGMENT
    )
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'id="collect_money-part_1_error"' in page
    assert 'value="9.000.000"' in page
    assert 'value="BL-77"' in page
    assert office.page(case_id).row.collected == 0


def test_a_day_in_the_future_is_refused_beside_the_day(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    given = {"seq": seq_of(office, case_id), "on": "01/01/2030", "result": "able", "nos": ["1"]}

    page = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(case_id, "record_verification")), given, headers=FRAGMENT
    )

    assert 'id="record_verification-on_error"' in page.content.decode()


@pytest.mark.parametrize("written", ["31/2/2024", "ngày mai", "2024", "13/13/2024"])
def test_what_is_no_day_is_said_beside_the_day(
    signed_in: SignedIn, case_id: UUID, office: Office, written: str
) -> None:
    given = {"seq": seq_of(office, case_id), "on": written, "result": "able"}

    page = (
        signed_in(Role.BAILIFF)
        .post(reverse("web:act", args=(case_id, "record_verification")), given, headers=FRAGMENT)
        .content.decode()
    )

    assert "không phải là một ngày" in page
    assert f'value="{written}"' in page


def test_a_page_that_is_behind_the_case_is_told_so(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    behind = seq_of(office, case_id)
    actions.collect_money(
        viewer=office.bailiff("2024-06-10"),
        case_id=case_id,
        on=office.bailiff("2024-06-10").on,
        parts=(Part(1, 1),),
    )
    given = {"seq": behind, "on": "10/06/2024", "result": "able", "nos": ["1"]}

    answer = signed_in(Role.BAILIFF).post(
        reverse("web:act", args=(case_id, "record_verification")), given, headers=FRAGMENT
    )

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert f'<a href="{reverse("web:case", args=(case_id,))}">Mở lại hồ sơ</a>' in answer.content.decode()


def test_a_part_of_one_obligation_is_terminated(signed_in: SignedIn, case_id: UUID, office: Office) -> None:
    grounds = next(step for step in office.page(case_id).steps if step.verb == "cases.terminate").grounds
    given = {
        "seq": seq_of(office, case_id),
        "on": "10/06/2024",
        "ground": grounds[0].code,
        "nos": ["2"],
        "part_2": "2000000",
    }

    signed_in(Role.AGENCY_HEAD).post(reverse("web:act", args=(case_id, "terminate")), given, headers=FRAGMENT)

    lines = {line.no: line for line in office.page(case_id).obligations}
    assert (lines[1].terminated, lines[2].terminated) == (0, 2_000_000)


def test_a_fact_is_taken_back_with_its_reason_and_stays_readable(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    entry = next(one for one in office.page(case_id).timeline if one.cancellable)
    address = reverse("web:cancel", args=(case_id, entry.entry_id))
    client = signed_in(Role.AGENCY_HEAD)

    empty = client.post(address, {"seq": seq_of(office, case_id), "reason": ""}, headers=FRAGMENT)
    done = client.post(address, {"seq": seq_of(office, case_id), "reason": "Ghi nhầm ngày"}, headers=FRAGMENT)
    page = page_of(client, case_id)

    assert empty.status_code == 422
    assert done.status_code == 204
    assert "đã hủy" in page
    assert "Ghi nhầm ngày" in page


def test_only_heads_are_offered_to_take_facts_back(signed_in: SignedIn, case_id: UUID) -> None:
    assert "Ghi nhầm, hủy" in page_of(signed_in(next(iter(HEADS))), case_id)
    assert "Ghi nhầm, hủy" not in page_of(signed_in(Role.BAILIFF), case_id)


def test_an_unknown_act_is_not_found(signed_in: SignedIn, case_id: UUID) -> None:
    assert signed_in(Role.BAILIFF).get(reverse("web:act", args=(case_id, "make-coffee"))).status_code == 404


def test_queries_do_not_grow_with_the_timeline(signed_in: SignedIn, case_id: UUID, office: Office) -> None:
    client = signed_in(Role.BAILIFF)
    with CaptureQueriesContext(connection) as few:
        page_of(client, case_id)
    for day in range(6, 16):
        viewer = office.bailiff(f"2024-06-{day:02d}")
        actions.collect_money(viewer=viewer, case_id=case_id, on=viewer.on, parts=(Part(1, 1000),))
    with CaptureQueriesContext(connection) as many:
        page_of(client, case_id)

    assert len(many) == len(few) <= 30


def test_the_case_leads_to_its_lines_in_the_forms(signed_in: SignedIn, case_id: UUID) -> None:
    answer = signed_in(Role.BAILIFF).get(reverse("web:case_lines", args=(case_id,)), {"period": "FY2024/9M"})

    assert answer.status_code == 200
    assert "Số thụ lý mới" in answer.content.decode()


def test_a_part_of_the_only_obligation_leaves_the_rest(signed_in: SignedIn, office: Office) -> None:
    case_id = office.ex_officio("2024-06-03", FINE, number="99/2023/HS-ST")
    grounds = next(step for step in office.page(case_id).steps if step.verb == "cases.terminate").grounds
    given = {"seq": 1, "on": "10/06/2024", "ground": grounds[0].code, "part_1": "2.000.000"}

    signed_in(Role.AGENCY_HEAD).post(reverse("web:act", args=(case_id, "terminate")), given, headers=FRAGMENT)

    (line,) = office.page(case_id).obligations
    assert (line.terminated, line.remaining) == (2_000_000, 3_000_000)


@pytest.mark.parametrize(
    ("verb", "given", "said"),
    [
        ("collect_money", {"part_1": "100.000", "means": "voluntary"}, "Đã thu 100.000 đồng, khoản 1."),
        (
            "collect_money",
            {"part_1": "1.000.000", "part_2": "1,5 triệu", "means": "voluntary"},
            "Đã thu 2.500.000 đồng (khoản 1: 1.000.000 đồng; khoản 2: 1.500.000 đồng).",
        ),
        (
            "reduce_duty",
            {"part_2": "2 triệu", "court_decision": "3/QĐ-TA"},
            "Đã ghi giảm nghĩa vụ 2.000.000 đồng, khoản 2.",
        ),
        (
            "terminate",
            {"ground": "debtor_dead", "nos": ["2"], "part_2": ""},
            "Đã ghi quyết định đình chỉ thi hành án: 5.000.000 đồng, khoản 2.",
        ),
        (
            "terminate",
            {"ground": "debtor_dead", "nos": ["1", "2"]},
            "Đã ghi quyết định đình chỉ thi hành án.",
        ),
        (
            "defer",
            {"ground": "parties_agree", "until": "10/9/2024", "nos": ["1"]},
            "Đã ghi quyết định hoãn thi hành án: khoản 1.",
        ),
    ],
)
def test_what_was_done_is_said_with_its_sums_and_obligations(
    signed_in: SignedIn, case_id: UUID, office: Office, verb: str, given: dict[str, object], said: str
) -> None:
    client = signed_in(doer(verb) if verb == "collect_money" else Role.AGENCY_HEAD)
    address = reverse("web:act", args=(case_id, verb))

    page = client.post(address, {"seq": seq_of(office, case_id), "on": "10/06/2024", **given}, follow=True)

    assert said in page.content.decode()


def test_a_deferral_by_agreement_asks_for_its_end_beside_the_field(
    signed_in: SignedIn, case_id: UUID, office: Office
) -> None:
    given = {
        "seq": seq_of(office, case_id),
        "on": "10/06/2024",
        "ground": "parties_agree",
        "until": "",
        "nos": ["1", "2"],
    }

    answer = signed_in(Role.AGENCY_HEAD).post(
        reverse("web:act", args=(case_id, "defer")), given, headers=FRAGMENT
    )
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'id="defer-until_error"' in page
    assert "(L08 Đ48.1c)" in page


def test_a_delegation_offers_the_agencies_known(signed_in: SignedIn, case_id: UUID, office: Office) -> None:
    client, address = signed_in(Role.AGENCY_HEAD), reverse("web:act", args=(case_id, "delegate_out"))
    form = client.get(address, headers=FRAGMENT).content.decode()
    given = {
        "seq": seq_of(office, case_id),
        "on": "10/06/2024",
        "to_agency": "Cơ quan TQ.SD",
        "nos": ["1", "2"],
    }

    assert '<option value="Cơ quan TQ.SD"></option>' in form
    assert client.post(address, given, headers=FRAGMENT).status_code == 204
    assert "Cơ quan nhận" in page_of(client, case_id)
    assert 'title="TQ.SD"' in page_of(client, case_id)
