"""What is due on screens and in calendars: told with its reasons, to whom it belongs, by a secret address."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from rooms.cases.office import BAILIFF, CREDITOR, DEBTOR, DISTRICT, FEE, OTHER, Office
from thads.enforcement.deadlines import queries
from thads.enforcement.deadlines.rules.calendar import HolidayKind, LocalHoliday, office_calendar
from thads.enforcement.deadlines.rules.deriving import Pause
from thads.enforcement.deadlines.rules.due_items import due, made
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.web.deadline_story import story_of

SignedIn = Callable[..., Client]


def told(key: str, start: str, *, on: str = "2026-06-20") -> str:
    return " ".join(story_of(due(key, start=date.fromisoformat(start)), on=date.fromisoformat(on)).sentences)


class TestStory:
    def test_a_holiday_passed_over_is_named(self) -> None:
        said = told("order.notice", "2024-04-26")

        assert "trong đó nghỉ lễ: 29/04/2024, 30/04/2024, 01/05/2024" in said
        assert "29/04/2024: nghỉ hoán đổi, làm bù ngày 04/05/2024" in said
        assert "30/04/2024: Ngày Chiến thắng" in said

    def test_a_deadline_that_straddles_two_laws_tells_both_ends(self) -> None:
        one = due("clarification.court", start=date(2026, 6, 20))
        story = story_of(one, on=date(2026, 6, 20))

        assert story.is_derived
        assert story.other == date(2026, 7, 20)
        assert "văn bản chưa quy định áp dụng luật nào" in " ".join(story.sentences)
        assert "đến 06/07/2026" in " ".join(story.sentences)
        assert "đến 20/07/2026" in " ".join(story.sentences)

    def test_a_deadline_the_new_law_drops_says_so(self) -> None:
        assert "Luật mới không còn quy định thời hạn này" in told("review.reply", "2026-06-01")

    def test_a_deadline_within_one_law_has_no_doubt(self) -> None:
        story = story_of(due("verification.first", start=date(2026, 7, 1)), on=date(2026, 7, 1))

        assert not story.is_derived
        assert story.other is None

    def test_a_year_without_announcement_says_so(self) -> None:
        assert "Chưa có thông báo hoán đổi ngày nghỉ của năm 2027" in told("order.notice", "2027-03-01")
        assert "Chưa có thông báo" not in told("order.notice", "2026-03-02")

    def test_paused_days_are_listed_and_move_the_end(self) -> None:
        pause = Pause(date(2024, 3, 4), date(2024, 3, 11), "Hoãn")
        one = made("verification.first", start=date(2024, 3, 1), pauses=(pause,))
        said = " ".join(story_of(one, on=date(2024, 3, 1)).sentences)

        assert one.due_on == date(2024, 3, 18)
        assert "Không tính thời gian hoãn từ 04/03/2024 đến hết 10/03/2024" in said
        assert "7 ngày không tính" in said

    def test_a_deadline_counted_back_says_from_which_day(self) -> None:
        said = told("coercion.cost_notice", "2026-07-10")

        assert "Tính ngược từ thứ Sáu 10/07/2026" in said
        assert "ít nhất 2 ngày làm việc trước đó" in said

    def test_the_days_of_an_office_are_named_with_their_reason(self) -> None:
        storm = LocalHoliday(HolidayKind.DAY_OFF, date(2024, 9, 9), date(2024, 9, 11), "Nghỉ do bão số 3")
        calendar = office_calendar((storm,))
        one = made("order.notice", start=date(2024, 9, 6), calendar=calendar)

        assert one.due_on == date(2024, 9, 13)
        said = " ".join(story_of(one, on=date(2024, 9, 6), calendar=calendar).sentences)
        assert "Nghỉ do bão số 3" in said


class TestBoard:
    def test_a_bailiff_sees_what_is_due_to_him_and_opens_it(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        case_id = office.ex_officio("2024-06-26", FEE)
        page = signed_in(Role.BAILIFF).get(reverse("web:dues")).content.decode()

        assert "Thông báo quyết định thi hành án" in page
        assert reverse("web:case", args=(case_id,)) in page
        assert DEBTOR.name not in page

    def test_a_head_sees_counts_per_person_and_a_bailiff_does_not(
        self, signed_in: SignedIn, office: Office
    ) -> None:
        office.ex_officio("2024-06-26", FEE)
        head = signed_in(Role.AGENCY_HEAD).get(reverse("web:dues"), {"unit": DISTRICT})

        assert head.status_code == 200
        assert f"person={BAILIFF}" in head.content.decode()
        refused = signed_in(Role.BAILIFF).get(reverse("web:dues"), {"unit": DISTRICT})
        assert refused.status_code == 422
        assert "chỉ xem được hạn việc của mình" in refused.content.decode()

    def test_another_office_stays_out_of_sight(self, signed_in: SignedIn, office: Office) -> None:
        assert signed_in(Role.AGENCY_HEAD).get(reverse("web:dues"), {"unit": OTHER}).status_code == 404

    def test_questions_do_not_grow_with_what_is_due(
        self, signed_in: SignedIn, office: Office, django_assert_max_num_queries: Callable
    ) -> None:
        client = signed_in(Role.BAILIFF)
        for number in range(3):
            office.ex_officio("2024-06-20", FEE, number=f"{number}/2024/HS-ST")
        with django_assert_max_num_queries(20):
            client.get(reverse("web:dues"))


class TestCalendarFeed:
    @pytest.fixture
    def address(self, signed_in: SignedIn, office: Office) -> str:
        office.ex_officio("2024-06-26", FEE)
        page = signed_in(Role.BAILIFF).post(reverse("web:calendar")).content.decode()
        return page.split('value="http://testserver')[1].split('"')[0]

    def test_reads_what_is_due_without_a_sign_in_and_names_nobody(self, address: str, client: Client) -> None:
        answer = client.get(address)
        calendar = Calendar.from_ical(answer.content)
        events = list(calendar.walk("VEVENT"))

        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert events
        one = next(event for event in events if "Thông báo quyết định" in event["SUMMARY"])
        assert one.decoded("DTSTART") == date(2024, 7, 1)
        assert one.decoded("DTEND") == date(2024, 7, 2)
        assert next(iter(one.walk("VALARM"))).decoded("TRIGGER") == timedelta(hours=-16)
        written = answer.content.decode()
        assert all(party.name not in written for party in (DEBTOR, CREDITOR))
        assert all(party.id_number not in written for party in (DEBTOR, CREDITOR))

    def test_is_the_same_until_something_changes(self, address: str, client: Client, office: Office) -> None:
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        office.ex_officio("2024-06-27", FEE, number="2/2024/HS-ST")
        changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

        assert (again.status_code, again.content) == (304, b"")
        assert changed.status_code == 200
        assert changed.headers["ETag"] != first.headers["ETag"]

    def test_each_event_is_known_by_one_name(self, address: str, client: Client) -> None:
        names = [one["UID"] for one in Calendar.from_ical(client.get(address).content).walk("VEVENT")]

        assert len(names) == len(set(names))

    def test_only_reads(self, address: str, client: Client) -> None:
        assert client.post(address).status_code == 405

    def test_stops_when_it_is_revoked(self, address: str, client: Client, signed_in: SignedIn) -> None:
        signed_in(Role.BAILIFF).post(reverse("web:revoke_calendar"))

        assert client.get(address).status_code == 404

    def test_stops_when_a_new_one_is_opened(self, address: str, client: Client, signed_in: SignedIn) -> None:
        signed_in(Role.BAILIFF).post(reverse("web:calendar"))

        assert client.get(address).status_code == 404

    def test_stops_when_the_account_is_closed(self, address: str, client: Client) -> None:
        from django.contrib.auth import get_user_model

        get_user_model().objects.update(is_active=False)

        assert client.get(address).status_code == 404

    def test_a_guessed_address_is_not_found(self, office: Office, client: Client) -> None:
        assert client.get(reverse("web:calendar_feed", args=("doan",))).status_code == 404

    def test_the_secret_is_kept_nowhere(self, address: str) -> None:
        from thads.enforcement.deadlines.models import CalendarFeed
        from thads.foundation.audit.models import AuditEntry

        secret = address.rpartition("/")[2].removesuffix(".ics")
        kept = [*CalendarFeed.objects.values_list("token_hash", flat=True)]
        trail = [str(one) for one in AuditEntry.objects.values_list("subject", "details")]

        assert kept
        assert all(secret not in one for one in [*kept, *trail])


class TestOfficeDays:
    def test_a_head_adds_a_day_and_takes_it_back(self, signed_in: SignedIn, office: Office) -> None:
        office.ex_officio("2024-06-26", FEE)
        client = signed_in(Role.AGENCY_HEAD)
        given = {
            "agency": DISTRICT, "kind": "day_off", "first_on": "28/06/2024", "last_on": "28/06/2024",
            "reason": "Nghỉ do lũ",
        }  # fmt: skip
        added = client.post(reverse("web:add_office_day"), given)
        page = client.get(reverse("web:office_days")).content.decode()

        assert added.status_code == 302
        assert "Nghỉ do lũ" in page
        row = queries.holidays(office.head("2024-06-28"))[0]
        client.post(reverse("web:end_office_day", args=(row.holiday_id,)))
        assert "đã bỏ ngày 28/06/2024" in client.get(reverse("web:office_days")).content.decode()

    def test_a_refusal_stands_beside_its_field(self, signed_in: SignedIn) -> None:
        given = {
            "agency": DISTRICT, "kind": "day_off", "first_on": "29/06/2024", "last_on": "30/06/2024",
            "reason": "Cuối tuần",
        }  # fmt: skip
        answer = signed_in(Role.AGENCY_HEAD).post(reverse("web:add_office_day"), given)

        assert answer.status_code == 422
        assert "lịch đã là như vậy" in answer.content.decode()

    def test_a_bailiff_sees_the_days_but_cannot_add(self, signed_in: SignedIn) -> None:
        client = signed_in(Role.BAILIFF)

        assert reverse("web:add_office_day") not in client.get(reverse("web:office_days")).content.decode()
