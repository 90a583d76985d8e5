"""Days that an office adds to the calendar: days off of a province, days off that are worked; and what the
government has announced.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from thads.enforcement.deadlines import actions, queries
from thads.enforcement.deadlines.rules.calendar import HolidayKind
from thads.enforcement.deadlines.rules.rights import KEEPERS
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.interfaces.web.acting import Sheet, act_on
from thads.interfaces.web.fields import Choice, ChoiceField, DayField, PlainForm, VocabularyField, WordsField
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.law import LAW

ONE_DAY = timedelta(days=1)


class HolidayForm(PlainForm):
    """Which days, of which office, why."""

    beside = {
        "deadlines.holiday_empty": "last_on",
        "deadlines.holiday_too_long": "last_on",
        "deadlines.holiday_changes_nothing": "kind",
        "deadlines.holiday_no_reason": "reason",
    }

    agency = ChoiceField(label="Cơ quan")
    kind = VocabularyField(HolidayKind, label="Loại ngày")
    first_on = DayField(label="Từ ngày")
    last_on = DayField(label="Đến hết ngày")
    reason = WordsField(label="Lý do", max_length=160)
    basis = WordsField(label="Văn bản", max_length=160, required=False)


@screen(Screen.DUES)
def office_days(request: OfficerRequest) -> HttpResponse:
    """Show the days added to the calendar, and those the government moves."""
    viewer = request.viewer
    tree = organisation.agency_tree(on=viewer.on)
    given = {
        "rows": [(row, row.valid_to - ONE_DAY, _name(tree, row.agency)) for row in queries.holidays(viewer)],
        "years": sorted(LAW.announced_years.values(), key=lambda year: -year.year),
        "is_announced": viewer.on.year in LAW.announced_years,
        "this_year": viewer.on.year,
        "may_add": bool(_agencies(viewer)),
        "sight": viewer.sight,
    }
    return render(request, "web/office_days.html", given)


@screen(Screen.DUES)
@require_http_methods(["GET", "HEAD", "POST"])
def add_office_day(request: OfficerRequest) -> HttpResponse:
    """Add days to the calendar of an office; what is due there is counted anew."""
    viewer = request.viewer
    form = HolidayForm(request.POST or None)
    form.fields["agency"].choices = _agencies(viewer)  # type: ignore[attr-defined]

    def add() -> str:
        given = form.cleaned_data
        actions.add_holiday(
            viewer=viewer, agency=given["agency"], kind=given["kind"], valid_from=given["first_on"],
            valid_to=given["last_on"] + ONE_DAY, reason=given["reason"], basis=given["basis"],
        )  # fmt: skip
        return "Đã thêm vào lịch; các hạn việc được tính lại."

    back = reverse("web:office_days")
    sheet = Sheet("Thêm ngày nghỉ, ngày làm bù", "Thêm vào lịch", "office-day", back, "Lịch làm việc")
    return act_on(request, form, add, sheet)


@screen(Screen.DUES)
@require_POST
def end_office_day(request: OfficerRequest, holiday_id: UUID) -> HttpResponse:
    """Take days added to the calendar back; what is due there is counted anew."""
    actions.end_holiday(viewer=request.viewer, holiday_id=holiday_id, on=request.viewer.on)
    messages.success(request, "Đã bỏ khỏi lịch; các hạn việc được tính lại.")
    return HttpResponseRedirect(reverse("web:office_days"))


def _agencies(viewer: Viewer) -> Sequence[Choice]:
    """Return the offices whose calendar the person keeps."""
    tree = organisation.agency_tree(on=viewer.on)
    kept = {code for post in viewer.posts if post.role in KEEPERS for code in post.reach if code in tree}
    return sorted(((code, tree[code].name) for code in kept), key=lambda pair: pair[1])


def _name(tree: AgencyTree, code: str) -> str:
    return tree[code].name if code in tree else code


urlpatterns = [
    path("han-viec/ngay-nghi/", office_days, name="office_days"),
    path("han-viec/ngay-nghi/them/", add_office_day, name="add_office_day"),
    path("han-viec/ngay-nghi/<uuid:holiday_id>/bo/", end_office_day, name="end_office_day"),
]
