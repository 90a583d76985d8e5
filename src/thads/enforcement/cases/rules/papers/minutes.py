"""Minutes that a bailiff makes: they bear no number, those present sign (L08 Đ20; L25 Đ25)."""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import DECISION, creditors, debtors
from thads.enforcement.documents.rules.fields import PaperField, day, rows, text
from thads.enforcement.documents.rules.papers import ONE_WORDING, PaperKind, register_papers

HEAD = (
    text("decision", DECISION.meaning, str(DECISION.sample), optional=True),
    text("bailiff_name", "họ tên Chấp hành viên", "Lê Văn Chấp", optional=True),
    text("place", "nơi lập biên bản", "trụ sở Ủy ban nhân dân xã Kim Bình"),
    text("time_of_day", "giờ bắt đầu", "08 giờ 30", optional=True),
    text("end_time", "giờ kết thúc", "09 giờ 15", optional=True),
    rows(
        "attendants",
        "những người tham gia",
        text("name", "họ tên", "Hoàng Văn Bắc"),
        text("capacity", "tư cách, chức vụ", "Phó Chủ tịch Ủy ban nhân dân xã Kim Bình", optional=True),
        optional=True,
    ),
)
_WITNESS = text("witness", "đại diện chính quyền cấp xã", "Hoàng Văn Bắc", optional=True)
_RECIPIENT = text("recipient", "người nhận, người tham gia", "Nguyễn Văn Ánh", optional=True)


def _content(sample: str, *, optional: bool = False) -> PaperField:
    return text("content", "nội dung, kết quả", sample, optional=optional, kept=not optional)


def _subject(sample: str) -> PaperField:
    return text("subject", "văn bản, tài sản, nội dung làm việc", sample)


def _minutes(code: str, title: str, basis: str, *fields: PaperField, standalone: bool = False) -> PaperKind:
    return PaperKind(code, title, basis, (*HEAD, *fields), variants=ONE_WORDING, standalone=standalone)


register_papers(
    (
        _minutes(
            "minutes_verification",
            "Biên bản xác minh điều kiện thi hành án",
            "L08 Đ44; L25 Đ37; N152 Đ21",
            debtors(),
            _content("không có tài khoản, đất đai; sống nhờ nhà con"),
            text("result", "kết luận", "Chưa có điều kiện thi hành"),
            text("confirmed_by", "nơi xác nhận", "Ủy ban nhân dân xã Kim Bình", optional=True),
        ),
        _minutes(
            "minutes_notice",
            "Biên bản thông báo về thi hành án",
            "L08 Đ39–41; L25 Đ35; N152 Đ15–16",
            _subject(str(DECISION.sample)),
            _RECIPIENT,
            text("manner", "hình thức thông báo", "giao trực tiếp", optional=True),
            _content("đã nhận đủ, không có ý kiến", optional=True),
        ),
        _minutes(
            "minutes_posting",
            "Biên bản niêm yết công khai",
            "L08 Đ42; L25 Đ35; N152 Đ17",
            _subject(str(DECISION.sample)),
            _RECIPIENT,
            _WITNESS,
            text("posting_term", "thời gian niêm yết", "10 ngày"),
            _content("người được thông báo vắng mặt, không rõ nơi cư trú mới", optional=True),
        ),
        _minutes(
            "minutes_agreement",
            "Biên bản thỏa thuận thi hành án",
            "L08 Đ6; N62 Đ5; L25 Đ36.2; N152 Đ14",
            debtors(),
            creditors(),
            _content("trả dần mỗi tháng 2.000.000 đồng"),
            day("until", "thực hiện đến hết ngày", date(2024, 12, 31), optional=True),
            text("debtor_names", "người phải thi hành án ký", "Nguyễn Văn Ánh"),
            text("creditor_names", "người được thi hành án ký", "Trần Thị Đào"),
        ),
        _minutes(
            "minutes_work",
            "Biên bản giải quyết việc thi hành án",
            "L08 Đ20.4; L25 Đ25",
            _subject("vận động tự nguyện thi hành án"),
            _content("người phải thi hành án hẹn nộp trong tháng"),
            _RECIPIENT,
            standalone=True,
        ),
        _minutes(
            "minutes_coercion",
            "Biên bản cưỡng chế thi hành án",
            "L08 Đ71–72; L25 Đ71–72",
            _subject("quyền sử dụng thửa đất số 12, xã Kim Bình"),
            debtors(),
            text("measure", "biện pháp", "kê biên, xử lý tài sản"),
            text("earlier", "quyết định cưỡng chế", "Quyết định cưỡng chế số 7/QĐ-THADS ngày 01/7/2024"),
            _content("đã kê biên xong, giao chủ tài sản bảo quản"),
            _WITNESS,
            text("debtor_names", "người phải thi hành án ký", "Nguyễn Văn Ánh", optional=True),
        ),
        _minutes(
            "minutes_handover",
            "Biên bản giao, nhận tài sản thi hành án",
            "L08 Đ100, 103, 114–117; L25 Đ86",
            _subject("căn nhà cấp 4 trên thửa đất số 12, xã Kim Bình"),
            _content("nguyên trạng, đã dọn hết đồ đạc"),
            text(
                "earlier",
                "quyết định giao, cưỡng chế",
                "Quyết định cưỡng chế số 7/QĐ-THADS ngày 01/7/2024",
                optional=True,
            ),
            text("giver", "bên giao", "Nguyễn Văn Ánh"),
            text("recipient", "bên nhận", "Trần Thị Đào"),
            standalone=True,
        ),
    )
)
