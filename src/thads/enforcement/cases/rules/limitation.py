"""The limitation of requests: five years for each duty, for each instalment, without the times that do not
count (L08 Đ30; N62 Đ4; L25 Đ34.2; N152 Đ10).

A request that comes later is accepted or not by the head, on the obstacle proven; a request sent back for
want of means may come again at any time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.facts import Instalment, Part
from thads.enforcement.deadlines.rules.deriving import Deadline, Pause, derive
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.limitation_over": "Yêu cầu ngày {requested_on} đã quá thời hiệu {length} (đến hết {last}); "
        "hãy từ "
        "chối yêu cầu, hoặc ghi rõ trở ngại khách quan, sự kiện bất khả kháng được chấp nhận.",
        "cases.limitation_not_over": "Yêu cầu ngày {requested_on} còn trong thời hiệu (đến hết {last}); "
        "không "
        "phải ra quyết định về việc yêu cầu quá hạn.",
        "cases.excluded_time_wrong": "Thời gian không tính vào thời hiệu từ {since} đến {until} không hợp "
        "lệ: "
        "ngày cuối phải sau ngày đầu.",
        "cases.excluded_time_unknown": "Ngày {on} pháp luật không cho trừ “{cause}” khi tính thời hiệu; được "
        "trừ: {allowed}.",
        "cases.limitation_ground_needed": "Hãy ghi rõ trở ngại khách quan, sự kiện bất khả kháng và tài liệu "
        "chứng minh, hoặc lý do không chấp nhận.",
        "cases.paid_not_prisoner": "Chỉ khi người phải thi hành án đang chấp hành án phạt tù tự nguyện nộp "
        "tiền sau khi hết thời hiệu mới ra quyết định cho riêng số tiền đã nộp; hãy đánh dấu người đang chấp "
        "hành án phạt tù.",
        "cases.paid_over_duty": "Số tiền đã nộp {paid} đồng lớn hơn khoản {no} ({amount} đồng).",
        "cases.paid_unknown": "Yêu cầu không có khoản số {no}.",
    }
)

KEY = "request.limitation"
RULES = "request.excluded_times"


class ExcludedCause(StrEnum):
    """Why a time does not count in the limitation (L08 Đ30.2–30.3; L25 Đ34.2; N152 Đ10)."""

    DEFERRAL_OR_SUSPENSION = "deferral_or_suspension"
    EMERGENCY = "emergency"
    OBSTACLE = "obstacle"
    FORCE_MAJEURE = "force_majeure"


@dataclass(frozen=True, slots=True)
class ExcludedTime:
    """A time that does not count: from its first day up to, not including, `until`."""

    cause: ExcludedCause
    since: date
    until: date


def excluded_causes(on: date) -> tuple[ExcludedCause, ...]:
    """Return the causes that the law of the day lets be left out."""
    listed = LAW.value(RULES, on=on).value
    assert isinstance(listed, tuple)
    return tuple(ExcludedCause(one) for one in listed)


def check_excluded(excluded: Iterable[ExcludedTime], *, on: date) -> None:
    """Refuse an empty time, and a cause that the law of the day does not leave out."""
    allowed = excluded_causes(on)
    for one in excluded:
        if one.until <= one.since:
            raise Refusal("cases.excluded_time_wrong", since=one.since, until=one.until)
        if one.cause not in allowed:
            raise Refusal(
                "cases.excluded_time_unknown", basis=LAW.value(RULES, on=on).basis, on=on,
                cause=LAW.label(one.cause), allowed="; ".join(LAW.label(cause) for cause in allowed),
            )  # fmt: skip


def limitation_of(*, starts_on: date, requested_on: date, excluded: Sequence[ExcludedTime] = ()) -> Deadline:
    """Return the limitation of one duty or instalment, by the law of the day of the request."""
    pauses = [Pause(one.since, one.until, one.cause) for one in excluded]
    return derive(KEY, start=starts_on, on=requested_on, pauses=pauses)


def is_over(*, starts_on: date, requested_on: date, excluded: Sequence[ExcludedTime] = ()) -> bool:
    """Say whether a request on the day comes after the limitation."""
    limit = limitation_of(starts_on=starts_on, requested_on=requested_on, excluded=excluded)
    return requested_on > limit.due_on


def check_limitation(
    *, requested_on: date, starts_on: date, obstacle: str, excluded: Sequence[ExcludedTime] = ()
) -> None:
    """Refuse a request beyond the limitation, unless an obstacle or force majeure is named (L08 Đ30; L25
    Đ34.2).
    """
    limit = limitation_of(starts_on=starts_on, requested_on=requested_on, excluded=excluded)
    if requested_on > limit.due_on and not obstacle.strip():
        raise Refusal(
            "cases.limitation_over", basis=limit.basis, requested_on=requested_on, last=limit.due_on,
            length=limit.length_words,
        )  # fmt: skip


def in_time(
    instalments: Iterable[Instalment], *, requested_on: date, excluded: Sequence[ExcludedTime] = ()
) -> tuple[Instalment, ...]:
    """Return the instalments whose own five years are not over: each counts from the day it fell due."""
    return tuple(
        one
        for one in instalments
        if not is_over(starts_on=one.due_on, requested_on=requested_on, excluded=excluded)
    )


def check_paid(paid: Sequence[Part], amounts: dict[int, Dong], *, is_prisoner: bool) -> None:
    """Refuse a decision on the amount paid only, but for a prisoner who pays after the limitation (N62 Đ4.6;
    N152 Đ10.3).
    """
    basis = "N62 Đ4.6; N152 Đ10.3"
    if paid and not is_prisoner:
        raise Refusal("cases.paid_not_prisoner", basis=basis)
    for part in paid:
        if part.no not in amounts:
            raise Refusal("cases.paid_unknown", no=part.no)
        if not part.amount or part.amount > amounts[part.no]:
            raise Refusal(
                "cases.paid_over_duty", basis=basis, no=part.no, paid=part.amount or 0,
                amount=amounts[part.no],
            )  # fmt: skip
