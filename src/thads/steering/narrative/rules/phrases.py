"""The phrases by which reports say what a figure is: one table, first match wins.

Written in the even spelling of `reading` (lower case, "hóa", "tỷ lệ"). Each line is a *cue*; a
sentence is read as the sequence of its cues and quantities. Sources of the phrasing: the narrative
reports described in the docs of this room, and the words of the forms (TT05/2024).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thads.steering.narrative.rules.vocabulary import Dimension, Indicator, Reference


class Role(StrEnum):
    """What a cue does to the reading of the figures after it."""

    SUBJECT = "subject"
    RATE = "rate"
    RESULT = "result"
    SHARE = "share"
    REACH = "reach"
    UP = "up"
    DOWN = "down"
    OVER = "over"
    UNDER = "under"
    DIMENSION = "dimension"
    REFERENCE = "reference"
    TARGET = "target"
    WORKLOAD = "workload"
    SIDE = "side"
    SCOPE = "scope"
    PART = "part"
    IGNORE = "ignore"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found in a sentence, with what it names."""

    start: int
    end: int
    role: Role
    indicator: Indicator | None = None
    dimension: Dimension | None = None
    reference: Reference | None = None
    word: str = ""


_I = Indicator
_WHAT = r"(?:việc|vụ việc|vụ|án|tiền|giá trị|vụ, việc)"
_ENFORCE = r"(?:(?:thi hành(?: án)?|tha)(?: dân sự)?)"

Row = tuple[Role, Indicator | Dimension | Reference | str | None, str]

#: Order matters: at one place of the text the first row that matches is taken.
TABLE: tuple[Row, ...] = (
    # --- not what they look like
    (Role.IGNORE, None, r"(?:người|bên|đương sự|nghĩa vụ|tài sản) (?:được |phải |có nghĩa vụ )thi hành(?: án)?"),
    (Role.IGNORE, None, r"(?:người|bên|đương sự) (?:được |phải )?thi hành án"),
    (Role.IGNORE, None, r"tăng cường|gia tăng|tăng tốc|vượt (?:qua|cấp|trội|bậc|thẩm quyền)|thiếu sót|giảm tải|giảm thiểu|giảm bớt"),
    (Role.IGNORE, None, r"đạt được (?=nhiều|kết quả|một số)|giảm nhẹ|thu hút|thu thập|thu nhập|thu xếp"),
    (Role.IGNORE, None, r"(?:sau khi )?(?:đã )?(?:trừ|không tính|không bao gồm|chưa bao gồm|loại trừ)(?: đi)?(?: các)?(?: số)?"
     rf"(?: {_WHAT})?(?: chưa có điều kiện)?(?: đã| được)?(?: chuyển)?(?: sang)?(?: sổ)? theo dõi riêng"),
    (Role.IGNORE, None, r"chuyển đổi|chuyển biến|chuyển giao|chuyển hồ sơ"),
    (Role.IGNORE, None, r"(?:văn bản|quyết định|ý kiến|biên bản) (?:tạm )?hoãn"),
    (Role.IGNORE, None, r"thi hành án dân sự(?:,| và|, công tác| và công tác) (?:theo dõi )?thi hành án hành chính"),
    # --- separate ledger
    (Role.SUBJECT, _I.SEPARATE_LEDGER, rf"(?:số )?(?:{_WHAT} )?(?:chưa có điều kiện )?(?:thi hành )?(?:đã |được )?(?:chuyển )?(?:sang |vào )?sổ theo dõi riêng"),
    (Role.SUBJECT, _I.SEPARATE_LEDGER, r"(?:đã )?chuyển (?:sang )?theo dõi riêng|(?:số )?(?:việc )?theo dõi riêng"),
    # --- workload, rank, staff
    (Role.WORKLOAD, None, r"(?:tính )?bình quân,?(?: mỗi năm| một năm| 01 năm| hằng năm| hàng năm)?,? (?:mỗi|một|01|1|trên mỗi|cứ mỗi)"
     r"(?: năm mỗi)? (?:chấp hành viên|chv)|mỗi (?:chấp hành viên|chv)|bình quân(?: trên)? (?:chấp hành viên|đầu chấp hành viên)"
     r"|(?:trung bình|bình quân) (?:một|1|01|mỗi) (?:chấp hành viên|chv)"),
    # --- other acts, lest their numbers be taken for results
    (Role.SUBJECT, _I.OTHER, r"nhận (?:ủy thác|bản án|được bản án|\d[\d.]* bản án)|(?:tiếp )?nhận (?:mới )?(?:tổng số )?(?=[\d.]+ bản án)"),
    (Role.SUBJECT, _I.OTHER, r"(?:cục|cấp trên) rút(?: hồ sơ)?(?: lên)?(?: thi hành)?|rút (?:hồ sơ )?lên(?: để)?(?: thi hành)?"),
    (Role.SUBJECT, _I.OTHER, r"(?:tổ chức |ban hành (?:quyết định )?|áp dụng |ra (?:quyết định )?)?cưỡng chế(?: thành công)?(?: thi hành án)?|kê biên|(?:bán )?đấu giá|thẩm định giá|khấu trừ|phong tỏa|tạm giữ"),
    (Role.SUBJECT, _I.OTHER, r"xác minh|tống đạt|xét miễn,? giảm|(?:xét )?miễn(?:,| hoặc)? giảm|bồi thường|tiêu hủy|chi trả|(?:kiến nghị|kháng nghị)"),
    (Role.SUBJECT, _I.OTHER, rf"đang (?:tổ chức )?(?:thi hành|giải quyết|xử lý)|đang trong thời gian tự nguyện|(?<!tạm )đình chỉ(?: {_ENFORCE})?"),
    (Role.SUBJECT, _I.OTHER, r"(?:tự )?kiểm tra|thanh tra|hướng dẫn nghiệp vụ|tập huấn|tuyên truyền|vi phạm|kỷ luật|bổ nhiệm|tuyển dụng|luân chuyển|điều động|khen thưởng"),
    # --- dimensions of the other registers
    (Role.SIDE, Dimension.ADMIN_JUDGMENTS, r"thi hành án hành chính|tha ?hành chính|thahc|(?:bản )?án hành chính|bản án, quyết định(?: của tòa án)? về vụ án hành chính|vụ án hành chính"),
    (Role.SIDE, Dimension.RECEPTION, r"tiếp công dân|tiếp dân|lượt công dân|tiếp (?=[\d.]+ (?:lượt|công dân|người))"),
    (Role.SIDE, Dimension.COMPLAINTS, r"khiếu nại,? (?:và )?tố cáo|khiếu nại|tố cáo|đơn thư"),
    # --- targets
    (Role.RATE, None, rf"chỉ tiêu (?:thi hành xong|giải quyết xong)"),
    (Role.TARGET, None, r"chỉ tiêu(?: (?:nhiệm vụ|kế hoạch|năm|cả năm|thi đua|mà|do|của|theo|tỷ lệ|được|đã|là|phải|"
     r"nghị quyết|quốc hội|tổng cục(?: thads| thi hành án dân sự)?|bộ tư pháp|cục(?: thads)?|cấp trên|số|\d{4}))*(?: (?:giao|đề ra|đặt ra|phân bổ|ấn định))?"
     r"(?: (?:cho )?(?:năm|cả năm)(?: \d{4})?)?(?: là| phải đạt| đạt)?"),
    (Role.TARGET, None, r"(?:được )?(?:quốc hội|tổng cục(?: thads| thi hành án dân sự)?|bộ tư pháp|cục(?: thads)?|cấp trên) giao(?: chỉ tiêu)?(?: phải)?"
     r"(?: thi hành xong| hoàn thành| giải quyết xong)?(?: đạt)?(?=(?: là| trên| từ)? \d[\d.,]*\s?%)"),
    (Role.TARGET, None, r"phấn đấu(?: thi hành xong)?(?: (?:hoàn thành|đạt))?|mục tiêu"),
    (Role.TARGET, None, r"(?:kế hoạch|nhiệm vụ|mức|tỷ lệ)(?: được)? giao|giao(?= -| \(| là| giảm| đạt| phải| tỷ lệ| trên)"),
    # --- stocks: not enforceable before enforceable, finished with "chưa" before finished
    (Role.SUBJECT, _I.DEFERRED_SUSPENDED, rf"(?:số )?(?:{_WHAT} )?(?:đang )?(?:hoãn|tạm hoãn)(?: {_ENFORCE})?,? (?:và |hoặc |\+ )?tạm đình chỉ(?: {_ENFORCE})?"
     rf"|(?:số )?(?:{_WHAT} )?(?:tạm đình chỉ|hoãn)(?: {_ENFORCE})?"),
    (Role.SUBJECT, _I.NOT_ENFORCEABLE, rf"(?:số )?(?:{_WHAT} )?(?:chưa|không)(?: có)?(?: đủ)? (?:điều kiện|đk)(?: (?:để )?(?:thi hành|giải quyết|tha))?(?: án)?"),
    (Role.SUBJECT, _I.CARRIED_FORWARD, rf"(?:số )?(?:{_WHAT} )?(?:còn lại )?(?:chưa (?:thi hành|giải quyết|xử lý)(?: xong| được| dứt điểm)?)"),
    (Role.SUBJECT, _I.CARRIED_FORWARD, rf"(?:số )?(?:{_WHAT} )?(?:còn )?(?:phải )?chuyển (?:sang |qua )?(?:kỳ|năm|tháng|quý) (?:sau|tới|tiếp theo|(?:19|20)\d\d)"
     rf"|(?:số )?(?:{_WHAT} )?tồn(?: lại| đọng)?(?: cuối kỳ| chuyển kỳ sau)|còn phải (?:thi hành|giải quyết)|(?:số )?(?:vụ việc |việc |bản án )?còn đang theo dõi|(?:số )?(?:{_WHAT} )?còn (?:lại|tồn)"),
    (Role.SUBJECT, _I.CARRIED_OVER, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:cũ|tồn cũ)(?:,? (?:của )?(?:năm|kỳ|tháng|quý) (?:trước|\d{{4}}))?(?: (?:chuyển|mang) (?:sang|qua))?"
     rf"|(?:số )?(?:{_WHAT} )?(?:từ |của |thuộc )?(?:các )?(?:năm|kỳ|quý|tháng) (?:trước|(?:19|20)\d\d)(?: chưa thi hành xong)? chuyển (?:sang|qua|đến)"
     rf"|(?:số )?(?:{_WHAT} )?chuyển (?:từ )?(?:năm|kỳ) (?:trước|(?:19|20)\d\d)(?: chuyển)? (?:sang|qua)|(?:số )?(?:{_WHAT} )?tồn (?:đầu kỳ|kỳ trước|năm trước|từ (?:năm|kỳ) trước)(?: chuyển sang)?"
     rf"|(?:số )?(?:{_WHAT} )?chuyển từ (?:năm|kỳ) (?:trước|(?:19|20)\d\d)(?: sang)?|chuyển sang(?= (?:là |có )?[\d.]+ (?:việc|vụ|tỷ))"),
    (Role.SUBJECT, _I.NEW_INTAKE, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:thụ lý (?:thi hành )?mới|mới (?:được )?thụ lý|mới phát sinh|phát sinh (?:mới|trong kỳ|trong năm)|phát sinh|nhận mới|thụ lý(?: thêm)? trong (?:kỳ|năm|tháng)|thụ lý thêm|thụ lý (?:thi hành )?án mới|thụ lý việc mới)"
     rf"|số (?:{_WHAT} )?mới|(?:việc|án|vụ việc) mới|\bmới(?=(?: là)?:? [\d.]+ (?:việc|vụ|tỷ)|[,;.)]| \(|\s*$)"),
    (Role.SUBJECT, _I.DELEGATED_OUT, rf"(?:số )?(?:{_WHAT} )?(?:đã )?ủy thác(?: {_ENFORCE})?(?: đi)?(?: (?:các )?(?:nơi|tỉnh|địa phương|cơ quan) khác| cho [^\d,;.()]{{1,40}}?nơi khác)?"),
    (Role.SUBJECT, _I.RECALLED, rf"(?:số )?(?:{_WHAT} )?(?:thu hồi(?:,? (?:hoặc |và )?hủy(?: bỏ)?)?|hủy(?: bỏ)?(?:,? (?:và )?thu hồi)?)(?: các)? quyết định(?: {_ENFORCE})?|(?:số )?(?:{_WHAT} )?thu hồi(?:,|/| và) hủy(?: bỏ)?"),
    (Role.SUBJECT, _I.ENFORCEABLE, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:(?:được )?(?:xác minh, )?phân loại )?(?:là )?(?:có|đủ)(?: đủ)? (?:điều kiện|đk)(?: (?:để )?(?:thi hành|giải quyết|tha))?(?: án)?"),
    (Role.RATE, None, rf"tỷ lệ (?:(?:số )?(?:{_WHAT} )?(?:đã )?(?:thi hành|giải quyết)(?: án)?(?: xong)?)(?: (?:xong|đạt))?"),
    (Role.SHARE, None, r"(?:chiếm|tương ứng|ứng với|tương đương|bằng)(?: khoảng| gần| hơn)?(?: tỷ lệ| tỷ trọng)?(?= ?\(?\d[\d.,]*\s?%)"),
    (Role.SHARE, None, r"chiếm(?: tỷ lệ| tỷ trọng)?"),
    (Role.SUBJECT, _I.MUST_ENFORCE, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:còn )?phải (?:đưa ra |tổ chức )?(?:thi hành(?: án)?|tha)(?: dân sự)?"),
    (Role.SUBJECT, _I.FINISHED, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:đã )?(?:được )?(?:tổ chức )?(?:thi hành|giải quyết|xử lý|thực hiện|tha)(?: án)? (?:xong(?: hoàn toàn)?|dứt điểm|hoàn thành)"),
    (Role.SUBJECT, _I.FINISHED, rf"thi hành được|giải quyết được|đã (?:thi hành|giải quyết)(?: án)?(?: được)?|\bthu (?=(?:được |về |hồi )?(?:số tiền )?(?:là )?(?:trên |hơn |gần |khoảng )?\d)|(?:đã )?thu(?: hồi)? được|đã thu(?: hồi)?(?= (?:được|về)? ?(?:số tiền|số tiền là)?)|(?:số )?(?:{_WHAT} )?thu được"
     r"|hoàn thành(?: việc)?(?: thi hành)?(?= [\d.]+)|(?:đã )?xong(?= [\d.]+)"),
    (Role.SUBJECT, _I.TOTAL_HANDLED, rf"(?:tổng )?(?:số )?(?:{_WHAT} )?(?:thụ lý )?phải (?:thụ lý|giải quyết|xử lý)|tổng (?:số )?(?:{_WHAT} )?(?:đã )?(?:thụ lý|giải quyết|xử lý)(?:,? (?:và )?(?:giải quyết|thi hành))?"
     rf"|(?:đã )?thụ lý(?: (?:tổng (?:số|cộng)|giải quyết|thi hành|và giải quyết))*|tổng (?:số )?{_WHAT}(?! (?:đã|có|chưa))|tổng (?:số )?thụ lý|(?:đã )?tổ chức (?:thi hành|giải quyết)(?: án)?(?! xong| được)|giải quyết(?= [\d.,]+ (?:ngàn |nghìn )?(?:việc|vụ))|(?:tổng )?số (?:bản án|vụ việc|việc)(?:, quyết định)? (?:đang |phải )?(?:được )?theo dõi|tổng số(?= (?:là )?[\d.]+ (?:việc|vụ))|(?:thực hiện )?theo dõi(?= [\d.]+)"),
    (Role.RESULT, None, r"kết quả(?: (?:thi hành|giải quyết|thads|công tác|tổ chức thi hành))*(?: án)?(?: dân sự)?"),
    (Role.SUBJECT, _I.FINISHED, r"thi hành(?: án)? (?=được|[\d.]+ ?(?:việc|vụ|tỷ|triệu|đồng|/))|giải quyết(?= [\d.]+ ?(?:tỷ|triệu|đồng|/))"),
    (Role.RATE, None, r"tỷ lệ(?: chung)?(?! trên)"),
    # --- references of comparisons
    (Role.REFERENCE, Reference.PACE, r"(?:so với )?tiến độ(?: (?:bình quân|chung|thời gian|kế hoạch|chỉ tiêu))*"),
    (Role.REFERENCE, Reference.AVERAGE, r"(?:so với )?(?:tỷ lệ |mức )?(?:bình quân(?: chung)?|trung bình(?: chung)?|mặt bằng chung)(?: (?:của )?(?:toàn quốc|cả nước|toàn tỉnh|toàn ngành|toàn thành phố|các tỉnh))?|so với (?:toàn quốc|cả nước)"),
    (Role.REFERENCE, Reference.SAME_PERIOD, r"(?:so với |so |với )?(?:tỷ lệ |số |kết quả )?(?:của )?cùng (?:kỳ|thời điểm)(?: (?:của )?năm (?:trước|ngoái|\d{4})| \d{4})?"
     r"|so với (?:tỷ lệ |kết quả |số |6 tháng |9 tháng |3 tháng |quý [ivx\d]+ )*(?:đầu )?(?:của )?năm (?:trước|ngoái|(?:19|20)\d{2})|so với (?:19|20)\d{2}|so năm (?:trước|\d{4})"),
    (Role.REFERENCE, Reference.OTHER, r"so với (?:tháng|quý|kỳ) (?:trước|liền kề|[ivx\d]+)[^,;.()]{0,12}|so với (?:đầu (?:năm|kỳ)|trước khi)"),
    (Role.REFERENCE, Reference.TARGET, r"so với (?:kế hoạch|nhiệm vụ|yêu cầu|mức được giao|tỷ lệ được giao|số được giao)|kế hoạch(?: (?:năm|cả năm|được giao|đề ra))*"),
    # --- changes
    (Role.UP, "tăng", r"tăng(?: thêm| lên| cao| mạnh)?|cao hơn|nhiều hơn|lớn hơn"),
    (Role.DOWN, "giảm", r"(?<!miễn, )(?<!miễn )(?<!xét )giảm(?: đi| bớt| còn| mạnh| sâu| nhẹ)?|thấp hơn|ít hơn|kém hơn|kém"),
    (Role.OVER, "vượt", r"(?:hoàn thành )?(?:và )?vượt(?: mức| trên| hơn)?"),
    (Role.UNDER, "thiếu", r"(?:còn )?thiếu(?: hụt)?|hụt|(?:chưa|không) đạt|còn cách"),
    (Role.REACH, None, r"(?:ước )?đạt(?: (?:được|tỷ lệ|mức|trên|hơn|gần|khoảng|xấp xỉ|kết quả|là))*(?!\w)"),
    # --- dimension, scope, structure
    (Role.SCOPE, "month", r"(?:riêng |chỉ )?(?:trong|riêng) (?:tháng|tuần|ngày|quý|đợt)(?: này| cao điểm| \d{1,2})"),
    (Role.SCOPE, "credit", r"(?:tổ chức )?tín dụng(?:,| và|/)? ?(?:ngân hàng)?|cho (?:các )?ngân hàng|án ngân hàng"),
    (Role.SCOPE, "corruption", r"tham nhũng|kinh tế,? (?:và )?tham nhũng|án kinh tế|chiếm đoạt, thất thoát"),
    (Role.SCOPE, "budget", r"(?:thu )?(?:cho |nộp )?(?:vào )?ngân sách(?: nhà nước)?|nsnn"),
    (Role.SCOPE, "over_year", r"trên (?:một|01|1) năm|quá (?:một|01|1) năm|từ (?:một|01|1) năm trở lên"),
    (Role.SCOPE, "trade", r"kinh doanh,? thương mại"),
    (Role.SCOPE, "prisoner", r"phạm nhân"),
    (Role.SCOPE, "notable", r"trọng điểm|phức tạp,? kéo dài|thuộc diện|giá trị (?:thi hành )?lớn|có giá trị"),
    (Role.SCOPE, "ex_officio", r"(?:diện )?chủ động(?: thi hành(?: án)?)?"),
    (Role.SCOPE, "on_request", r"(?:diện )?theo (?:đơn )?yêu cầu(?: thi hành(?: án)?)?"),
    (Role.SCOPE, "civil_branch", r"hôn nhân(?: và gia đình)?|lao động(?= [\d.]+ việc)|phá sản|dân sự trong hình sự"),
    (Role.DIMENSION, Dimension.CASES, r"về (?:số )?(?:lượng )?(?:vụ )?việc|về án|(?:số|tỷ lệ) (?:vụ )?việc|(?<=[(,;:.] )việc(?= đạt| tăng| giảm|:)|(?<=\()việc(?= đạt|:)|(?:việc|vụ việc)(?= và (?:về )?tiền)|(?<=% )(?:số )?(?:vụ )?việc"),
    (Role.DIMENSION, Dimension.MONEY, r"về (?:số )?(?:tiền|giá trị|giá trị tiền)|(?:số|tỷ lệ) tiền|(?:tổng )?giá trị|(?<=[(,;:.] )tiền(?= đạt| tăng| giảm|:)|(?<=việc và )tiền|(?<=% )(?:số )?tiền"),
    (Role.PART, None, r"trong đó|bao gồm|gồm(?: có)?|cụ thể|chia ra|riêng"),
    (Role.OPEN, None, r"\("),
    (Role.CLOSE, None, r"\)"),
    (Role.STOP, None, r";"),
    (Role.COMMA, None, r",(?!\d)"),
)  # fmt: skip


_WORD_END = r"(?:(?<=\W)|(?!\w))"


def _compiled() -> re.Pattern[str]:
    rows = []
    for number, (_, _, pattern) in enumerate(TABLE):
        wordy = pattern[0] not in "\\;,"
        rows.append(f"(?P<r{number}>" + (rf"\b(?:{pattern}){_WORD_END}" if wordy else pattern) + ")")
    return re.compile("|".join(rows))


_ANY = _compiled()


def cues(plain: str, start: int, end: int) -> Iterator[Cue]:
    """The cues of a stretch of the even text, in order, without overlap."""
    for found in _ANY.finditer(plain, start, end):
        role, means, _ = TABLE[int((found.lastgroup or "r0")[1:])]
        yield Cue(
            found.start(),
            found.end(),
            role,
            indicator=means if isinstance(means, Indicator) else None,
            dimension=means if isinstance(means, Dimension) else None,
            reference=means if isinstance(means, Reference) else None,
            word=found[0],
        )
