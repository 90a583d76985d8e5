"""Which days an office may add to its calendar, and what is refused."""

from datetime import date, timedelta

from thads.enforcement.deadlines.rules.calendar import HolidayKind, OfficeCalendar, written
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

MOST_DAYS = 31

register_sentences(
    {
        "deadlines.holiday_empty": "Ngày kết thúc {until} phải sau ngày bắt đầu {since}.",
        "deadlines.holiday_too_long": "Từ {since} đến {until} dài hơn {most} ngày; hãy nhập từng đợt nghỉ.",
        "deadlines.holiday_no_reason": "Chưa ghi lý do; hãy ghi lý do và văn bản làm căn cứ.",
        "deadlines.holiday_changes_nothing": "Trong thời gian từ {since} đến hết {until}, lịch đã là như "
        "vậy; hãy kiểm tra lại loại ngày và các ngày.",
        "deadlines.holiday_unknown": "Không tìm thấy ngày nghỉ, ngày làm bù này trong phạm vi được giao "
        "cho tài khoản {name}.",
        "deadlines.holiday_ended": "Ngày nghỉ, ngày làm bù này đã được bỏ từ ngày {on}.",
        "deadlines.feed_no_post": "Tài khoản {name} chưa giữ chức danh nào nên chưa có lịch hạn việc.",
        "deadlines.feed_none": "Tài khoản {name} không có địa chỉ lịch nào đang dùng.",
        "deadlines.not_your_unit": "Tài khoản {name} chỉ xem được hạn việc của mình; hạn việc của người khác "
        "do Thủ trưởng, Thẩm tra viên của đơn vị xem.",
    }
)


def check_holiday(
    kind: HolidayKind, valid_from: date, valid_to: date, *, reason: str, calendar: OfficeCalendar
) -> None:
    """Refuse days that are none, too many, without a reason, or that the calendar already has so."""
    since, last = written(valid_from), written(valid_to - timedelta(days=1))
    if valid_to <= valid_from:
        raise Refusal("deadlines.holiday_empty", since=since, until=written(valid_to))
    length = (valid_to - valid_from).days
    if length > MOST_DAYS:
        raise Refusal("deadlines.holiday_too_long", since=since, until=last, most=MOST_DAYS)
    if not reason.strip():
        raise Refusal("deadlines.holiday_no_reason")
    days = (valid_from + timedelta(days=n) for n in range(length))
    wanted = kind is HolidayKind.MADE_UP
    if all(calendar.is_working(day) is wanted for day in days):
        raise Refusal("deadlines.holiday_changes_nothing", since=since, until=last)
