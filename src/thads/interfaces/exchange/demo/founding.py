"""Founding the demonstration: organisation, accounts, targets, totals of other provinces, histories.

Everything goes through the actions that officers use, in one transaction: it is there whole or not at all.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import transaction

from thads.enforcement.cases import actions as cases
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import actions as organisation
from thads.foundation.organisation import queries as organisation_queries
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces import clock
from thads.interfaces.exchange.demo import other_provinces
from thads.interfaces.exchange.demo.calendar import DEMO_DAY
from thads.interfaces.exchange.demo.founding_plan import (
    DELEGATED,
    FOUNDED,
    POSTED,
    AgencyPlan,
    PostPlan,
    agencies,
    posts,
    signing_pairs,
)
from thads.interfaces.exchange.demo.histories import province
from thads.interfaces.exchange.demo.published import document
from thads.interfaces.exchange.demo.under_way import begin_work
from thads.interfaces.exchange.demo.waiting import receive_waiting
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.reporting.counting import queries as counting
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.submissions import actions as submissions
from thads.steering.targets import actions as targets
from thads.steering.targets.rules.cohort import ABLE_OVER_ONE_YEAR
from thads.steering.targets.rules.vocabulary import Dimension, TargetTier

PASSWORD = "thads-demo-2024"
"""Of every demonstration account; such accounts are never opened on a secured installation."""

CAMPAIGN = "giam-an-tren-mot-nam"

register_sentences(
    {
        "demo.not_empty": "Cơ sở dữ liệu đã có dữ liệu khác ({agencies} cơ quan); dữ liệu trình diễn chỉ nạp "
        "vào cơ sở dữ liệu trống. Hãy đặt THADS_HOME sang một thư mục mới rồi chạy lại.",
        "demo.secured": "Hệ thống đang chạy ở chế độ bảo mật (THADS_SECURE=1); không tạo tài khoản trình "
        "diễn có mật khẩu công khai ở đây.",
    }
)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What is there after the command; `fresh` when this run put it there."""

    fresh: bool
    cases: int
    facts: int
    accounts: Sequence[PostPlan]


def found_demonstration(seed: int, *, said: Callable[[str], None] = lambda _: None) -> Demonstration:
    """Put the demonstration into an empty database; a second run changes nothing.

    Refuses a database with other data and a secured installation. About half a minute.
    """
    accounts = [post for post in posts(seed) if post.username]
    standing = organisation_queries.agency_tree(on=DEMO_DAY).agencies
    if "TQ" in standing and "TQ.CH-01" in organisation_queries.staff_names():
        return Demonstration(False, 0, 0, accounts)
    if standing:
        raise Refusal("demo.not_empty", agencies=len(standing))
    if os.environ.get("THADS_SECURE") == "1":
        raise Refusal("demo.secured")
    with transaction.atomic():
        said("Lập cơ quan, công chức, tài khoản …")
        _found_agencies()
        _appoint(posts(seed))
        _delegate_signing()
        said("Giao chỉ tiêu, lập khu vực và phong trào thi đua, nhận số liệu các tỉnh …")
        _set_targets(posts(seed))
        _receive_totals(seed)
        said("Viết lịch sử các việc thi hành án …")
        written = cases.import_histories(viewer=_operator(), histories=province(seed))
        units = [plan.code for plan in agencies() if plan.parent == "TQ"]
        receive_waiting(units, seed)
        begin_work(units, seed)
    clock.assume_day(DEMO_DAY)
    counting.caught_up(_operator())
    return Demonstration(True, written.cases, written.facts, accounts)


def _operator() -> Viewer:
    at = datetime.combine(DEMO_DAY, time(7, 0), tzinfo=clock.VIET_NAM)
    return organisation_queries.operator(at=at, on=DEMO_DAY)


def _found_agencies() -> None:
    tiers = (AgencyKind.CENTRAL,), (AgencyKind.PROVINCE,), (AgencyKind.OPERATIONS_ROOM, AgencyKind.DISTRICT)
    others = [
        AgencyPlan(
            code, other_provinces.name_of(code, name), name, AgencyKind.PROVINCE, "TC", name, place, "CTHADS"
        )
        for place, (code, name) in enumerate(other_provinces.PROVINCES, start=2)
    ]
    for kinds in tiers:
        viewer = _operator()
        for plan in (*agencies(), *others):
            if plan.kind in kinds:
                organisation.found_agency(
                    viewer=viewer, code=plan.code, name=plan.name, short_name=plan.short_name, kind=plan.kind,
                    parent=plan.parent, place=plan.place, position=plan.position, symbol=plan.symbol,
                    since=FOUNDED,
                )  # fmt: skip


def _appoint(plans: Sequence[PostPlan]) -> None:
    viewer = _operator()
    for plan in plans:
        organisation.enrol_staff(viewer=viewer, code=plan.code, full_name=plan.name, agency=plan.agency)
        organisation.appoint(
            viewer=viewer, staff_code=plan.code, role=plan.role, agency=plan.agency, grade=plan.grade,
            since=POSTED, until=plan.until,
        )  # fmt: skip
        if plan.username:
            organisation.open_account(
                viewer=viewer,
                staff_code=plan.code,
                username=plan.username,
                password=PASSWORD,
                agency=plan.agency,
            )


def _delegate_signing() -> None:
    """Let the deputies of the province and of each district sign for their heads (L08 Đ23.2).

    A room issues nothing in its own name: what concerns it is signed at the province.
    """
    for place, (agency, giver, receiver) in enumerate(signing_pairs(), start=1):
        organisation.delegate_signing(
            viewer=_operator(), agency=agency, giver=giver, receiver=receiver,
            paper_no=f"{place:02d}/QĐ-UQ/DEMO", paper_on=DELEGATED, valid_from=DELEGATED,
        )  # fmt: skip


def _set_targets(plans: Sequence[PostPlan]) -> None:
    viewer, published, invented = _operator(), document()["published"], document()["invented"]
    for row in published["targets"]:
        _set(viewer, TargetTier(row["tier"]), row["agency"], (row["cases"], row["money"]), row)
    own = {
        "decision_no": invented["targets_decision_no"], "decided_on": invented["targets_decided_on"],
        "invented": True,
    }  # fmt: skip
    for unit, row in invented["units"].items():
        _set(viewer, TargetTier.UNIT, unit, row["target"], own)
    for plan in plans:
        if plan.role is Role.BAILIFF and plan.until is None:
            values = invented["units"][plan.agency]["target"]
            _set(viewer, TargetTier.BAILIFF, plan.agency, values, own, bailiff=plan.code)
    targets.form_cluster(
        viewer=viewer, code="TDMNBB", name="Khu vực thi đua 7 tỉnh trung du và miền núi Bắc Bộ",
        members=other_provinces.CLUSTER, since=FOUNDED,
    )  # fmt: skip
    targets.open_campaign(
        viewer=viewer, code=CAMPAIGN, name="Giảm án có điều kiện trên một năm chưa thi hành xong",
        cohort=ABLE_OVER_ONE_YEAR, target=Decimal(published["campaign"]["target"]), agency="TQ", year=2024,
    )  # fmt: skip


def _set(
    viewer: Viewer,
    tier: TargetTier,
    agency: str,
    values: Sequence[str],
    row: dict[str, Any],
    bailiff: str = "",
) -> None:
    for dimension, value in zip(Dimension, values, strict=True):
        targets.set_target(
            viewer=viewer, year=2024, dimension=dimension, tier=tier, agency=agency, bailiff=bailiff,
            value=Decimal(value), decision_no=row["decision_no"], decided_on=row["decided_on"],
            invented=row["invented"],
        )  # fmt: skip


def _receive_totals(seed: int) -> None:
    """Receive what other provinces reported on the fourth working day after each period (TT05/2024 Đ10)."""
    viewer = _operator()
    for total in other_provinces.totals(seed):
        received_on = date(total.period.year, 7, 4)
        submissions.receive_totals(
            viewer=viewer, agency=total.agency, period=total.period, source="Số liệu hư cấu để trình diễn",
            figures={
                Line.C6: Figure(*total.to_enforce),
                Line.C7: Figure(*total.able),
                Line.C8: Figure(*total.finished),
                Line.C17: Figure(*total.carried_on),
            },
            invented=True, reported_at=datetime.combine(received_on, time(16, 0), tzinfo=clock.VIET_NAM),
        )  # fmt: skip
