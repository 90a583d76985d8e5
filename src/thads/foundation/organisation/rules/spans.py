"""When two versions of an agency, or two holdings of a post, may not stand side by side."""

from collections.abc import Iterable

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span

register_sentences(
    {
        "organisation.span_overlaps": "{subject} đã có thời gian hiệu lực từ {since} đến {until} trùng với "
        "thời gian đang nhập; hãy kết thúc thời gian cũ trước hoặc chọn ngày khác.",
        "organisation.span_empty": "Ngày kết thúc {until} phải sau ngày bắt đầu {since}.",
        "organisation.before_founding": "Ngày {on} sớm hơn ngày {since} mà {subject} bắt đầu có hiệu lực.",
        "organisation.agency_exists": "Mã cơ quan {agency} đã được dùng; mỗi mã chỉ dùng một lần, kể cả khi "
        "cơ quan đã giải thể.",
        "organisation.agency_unknown": "Không có cơ quan mang mã “{agency}” vào ngày {on}; hãy kiểm tra mã.",
        "organisation.staff_exists": "Mã công chức {staff} đã được dùng cho {name}.",
        "organisation.staff_unknown": "Không có công chức mang mã “{staff}”; hãy kiểm tra lại mã.",
        "organisation.post_unknown": "{name} không giữ chức danh này tại {agency} vào ngày {on}.",
        "organisation.merged_into_itself": "Cơ quan {agency} không thể sáp nhập vào chính mình.",
        "organisation.username_taken": "Tên đăng nhập “{username}” đã có người dùng; hãy chọn tên khác.",
        "organisation.has_account": "{name} đã có tài khoản “{username}”.",
        "organisation.no_account": "{name} chưa có tài khoản đăng nhập.",
        "organisation.password_weak": "Mật khẩu chưa đạt yêu cầu: {reasons}.",
        "organisation.blank": "Chưa nhập “{field}”.",
    }
)


def check_no_overlap(new: Span, existing: Iterable[Span], *, subject: str) -> None:
    """Refuse a span that shares a day with one of the same subject."""
    for span in existing:
        if span.overlaps(new):
            until = span.end if span.end is not None else "nay"
            raise Refusal("organisation.span_overlaps", subject=subject, since=span.start, until=until)
