"""Papers that belong to no step of a case: an officer writes them when the work asks for one (T04 Đ33)."""

from datetime import date

from thads.enforcement.documents.rules.fields import day, flag, number, rows, text
from thads.enforcement.documents.rules.papers import ONE_WORDING, PaperKind, register_papers

SUMMONS = PaperKind(
    code="summons",
    title="Giấy triệu tập",
    basis="L08 Đ20.4; L25 Đ25",
    symbol="GTT",
    family="summons",
    variants=ONE_WORDING,
    standalone=True,
    fields=(
        number("round", "lần triệu tập thứ mấy", 1),
        rows(
            "bases", "các căn cứ, mỗi dòng một căn cứ",
            text("text", "căn cứ, không có chữ “Căn cứ”", "Quyết định thi hành án số 5/QĐ-THADS"),
        ),
        text("person_name", "họ tên người được triệu tập", "Nguyễn Văn Ánh", kept=True),
        text("person_address", "địa chỉ người được triệu tập", "xã Kim Bình, tỉnh Tuyên Quang"),
        text("person_capacity", "tư cách trong việc thi hành án", "người phải thi hành án"),
        text("time_of_day", "giờ có mặt", "08 giờ 00"),
        day("come_on", "ngày có mặt", date(2024, 7, 5), kept=True),
        text("come_to", "nơi đến", "trụ sở cơ quan thi hành án dân sự", kept=True),
        text("purpose", "nội dung làm việc", "giải quyết việc thi hành án", kept=True),
        text("to_bring", "giấy tờ phải mang theo", "bản sao quyết định của Tòa án", optional=True),
        flag("earlier_absences", "đã triệu tập hợp lệ mà vắng mặt không có lý do chính đáng"),
    ),
)  # fmt: skip

OFFICIAL_LETTER = PaperKind(
    code="official_letter",
    title="Công văn",
    basis="N30 Đ7",
    symbol="CV",
    family="official_letter",
    variants=ONE_WORDING,
    standalone=True,
    fields=(
        text("about", "trích yếu nội dung", "phối hợp xác minh điều kiện thi hành án"),
        text("addressee", "nơi nhận công văn", "Văn phòng đăng ký đất đai tỉnh Tuyên Quang", kept=True),
        rows(
            "paragraphs", "nội dung, mỗi dòng một đoạn",
            text("text", "một đoạn", "Đề nghị Quý cơ quan cung cấp thông tin về quyền sử dụng đất."),
        ),
        rows("copies", "nơi nhận khác", text("to", "nơi nhận", "Viện kiểm sát nhân dân"), optional=True),
    ),
)  # fmt: skip

register_papers((SUMMONS, OFFICIAL_LETTER))
