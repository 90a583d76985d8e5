"""The phrases by which reports say what a figure is: one table, first match wins.

Written in the even spelling of `reading` (lower case, "hóa", "tỷ lệ"). Each line is a *cue*; a
sentence is read as the sequence of its cues and quantities. Sources of the phrasing: the narrative
reports described in the docs of this room, and the words of the forms (TT05/2024).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.vocabulary import Dimension, Indicator, Reference

_I = Indicator

#: Short forms used in the table below.
_SHORT = {
    "<việc>": "(?:việc|vụ việc|vụ|án|tiền|giá trị|vụ, việc)",
    "<thi hành>": "(?:(?:thi hành(?: án)?|tha)(?: dân sự)?)",
}

Means = Indicator | Dimension | Reference | str | None
Row = tuple[Role, Means, tuple[str, ...]]

#: Order matters: at one place of the text the first phrase that matches is taken.
TABLE: tuple[Row, ...] = (
    # --- not what they look like
    (Role.IGNORE, None, (
        "(?:người|bên|đương sự|nghĩa vụ|tài sản) (?:được |phải |có nghĩa vụ )thi hành(?: án)?",
        "(?:người|bên|đương sự) (?:được |phải )?thi hành án",
        "tăng cường",
        "gia tăng",
        "tăng tốc",
        "vượt (?:qua|cấp|trội|bậc|thẩm quyền)",
        "thiếu sót",
        "giảm tải",
        "giảm thiểu",
        "giảm bớt",
        "đạt được (?=nhiều|kết quả|một số)",
        "giảm nhẹ",
        "thu hút",
        "thu thập",
        "thu nhập",
        "thu xếp",
        (
            "(?:sau khi )?(?:đã )?(?:trừ|không tính|không bao gồm|chưa bao gồm|"
            "loại trừ)(?: đi)?(?: các)?(?: số)?(?: <việc>)?(?: chưa có điều kiện)?(?: đã|"
            " được)?(?: chuyển)?(?: sang)?(?: sổ)? theo dõi riêng"
        ),
        "chuyển đổi",
        "chuyển biến",
        "chuyển giao",
        "chuyển hồ sơ",
        "(?:văn bản|quyết định|ý kiến|biên bản) (?:tạm )?hoãn",
        "thi hành án dân sự(?:,| và|, công tác| và công tác) (?:theo dõi )?thi hành án hành chính",
    )),
    # --- separate ledger
    (Role.SUBJECT, _I.SEPARATE_LEDGER, (
        (
            "(?:số )?(?:<việc> )?(?:chưa có điều kiện )?(?:thi hành )?(?:đã |được )?(?:chuyển )?(?:sang |"
            "vào )?sổ theo dõi riêng"
        ),
    )),
    (Role.SUBJECT, _I.SEPARATE_LEDGER, (
        "(?:đã )?chuyển (?:sang )?theo dõi riêng",
        "(?:số )?(?:việc )?theo dõi riêng",
    )),
    # --- workload, rank, staff
    (Role.WORKLOAD, None, (
        (
            "(?:tính )?bình quân,?(?: mỗi năm| một năm| 01 năm| hằng năm| hàng năm)?,? (?:mỗi|một|01|1|"
            "trên mỗi|cứ mỗi)(?: năm mỗi)? (?:chấp hành viên|chv)"
        ),
        "mỗi (?:chấp hành viên|chv)",
        "bình quân(?: trên)? (?:chấp hành viên|đầu chấp hành viên)",
        "(?:trung bình|bình quân) (?:một|1|01|mỗi) (?:chấp hành viên|chv)",
    )),
    # --- other acts, lest their numbers be taken for results
    (Role.SUBJECT, _I.OTHER, (
        r"nhận (?:ủy thác|bản án|được bản án|\d[\d.]* bản án)",
        r"(?:tiếp )?nhận (?:mới )?(?:tổng số )?(?=[\d.]+ bản án)",
    )),
    (Role.SUBJECT, _I.OTHER, (
        "(?:cục|cấp trên) rút(?: hồ sơ)?(?: lên)?(?: thi hành)?",
        "rút (?:hồ sơ )?lên(?: để)?(?: thi hành)?",
    )),
    (Role.SUBJECT, _I.OTHER, (
        (
            "(?:tổ chức |ban hành (?:quyết định )?|áp dụng |"
            "ra (?:quyết định )?)?cưỡng chế(?: thành công)?(?: thi hành án)?"
        ),
        "kê biên",
        "(?:bán )?đấu giá",
        "thẩm định giá",
        "khấu trừ",
        "phong tỏa",
        "tạm giữ",
    )),
    (Role.SUBJECT, _I.OTHER, (
        "xác minh",
        "tống đạt",
        "xét miễn,? giảm",
        "(?:xét )?miễn(?:,| hoặc)? giảm",
        "bồi thường",
        "tiêu hủy",
        "chi trả",
        "(?:kiến nghị|kháng nghị)",
    )),
    (Role.SUBJECT, _I.OTHER, (
        "đang (?:tổ chức )?(?:thi hành|giải quyết|xử lý)",
        "đang trong thời gian tự nguyện",
        "(?<!tạm )đình chỉ(?: <thi hành>)?",
    )),
    (Role.SUBJECT, _I.OTHER, (
        "(?:tự )?kiểm tra",
        "thanh tra",
        "hướng dẫn nghiệp vụ",
        "tập huấn",
        "tuyên truyền",
        "vi phạm",
        "kỷ luật",
        "bổ nhiệm",
        "tuyển dụng",
        "luân chuyển",
        "điều động",
        "khen thưởng",
    )),
    # --- dimensions of the other registers
    (Role.SIDE, Dimension.ADMIN_JUDGMENTS, (
        "thi hành án hành chính",
        "tha ?hành chính",
        "thahc",
        "(?:bản )?án hành chính",
        "bản án, quyết định(?: của tòa án)? về vụ án hành chính",
        "vụ án hành chính",
    )),
    (Role.SIDE, Dimension.RECEPTION, (
        "tiếp công dân",
        "tiếp dân",
        "lượt công dân",
        r"tiếp (?=[\d.]+ (?:lượt|công dân|người))",
    )),
    (Role.SIDE, Dimension.COMPLAINTS, (
        "khiếu nại,? (?:và )?tố cáo",
        "khiếu nại",
        "tố cáo",
        "đơn thư",
    )),
    # --- targets
    (Role.RATE, None, (
        "chỉ tiêu (?:thi hành xong|giải quyết xong)",
    )),
    (Role.TARGET, None, (
        (
            "chỉ tiêu(?: (?:nhiệm vụ|kế hoạch|năm|cả năm|thi đua|mà|do|của|theo|tỷ lệ|được|đã|là|phải|"
            "nghị quyết|quốc hội|tổng cục(?: thads| thi hành án dân sự)?|bộ tư pháp|cục(?: thads)?|"
            r"cấp trên|số|\d{4}))*(?: (?:giao|đề ra|đặt ra|phân bổ|ấn định))?(?: (?:cho )?(?:năm|"
            r"cả năm)(?: \d{4})?)?(?: là| phải đạt| đạt)?"
        ),
    )),
    (Role.TARGET, None, (
        (
            "(?:được )?(?:quốc hội|tổng cục(?: thads| thi hành án dân sự)?|bộ tư pháp|cục(?: thads)?|"
            "cấp trên) giao(?: chỉ tiêu)?(?: phải)?(?: thi hành xong| hoàn thành|"
            r" giải quyết xong)?(?: đạt)?(?=(?: là| trên| từ)? \d[\d.,]*\s?%)"
        ),
    )),
    (Role.TARGET, None, (
        "phấn đấu(?: thi hành xong)?(?: (?:hoàn thành|đạt))?",
        "mục tiêu",
    )),
    (Role.TARGET, None, (
        "(?:kế hoạch|nhiệm vụ|mức|tỷ lệ)(?: được)? giao",
        r"giao(?= -| \(| là| giảm| đạt| phải| tỷ lệ| trên)",
    )),
    # --- stocks: not enforceable before enforceable, finished with "chưa" before finished
    (Role.SUBJECT, _I.DEFERRED_SUSPENDED, (
        (
            "(?:số )?(?:<việc> )?(?:đang )?(?:hoãn|tạm hoãn)(?: <thi hành>)?,? (?:và |hoặc |"
            r"\+ )?tạm đình chỉ(?: <thi hành>)?"
        ),
        "(?:số )?(?:<việc> )?(?:tạm đình chỉ|hoãn)(?: <thi hành>)?",
    )),
    (Role.SUBJECT, _I.NOT_ENFORCEABLE, (
        (
            "(?:số )?(?:<việc> )?(?:chưa|không)(?: có)?(?: đủ)? (?:điều kiện|đk)(?: (?:để )?(?:thi hành|"
            "giải quyết|tha))?(?: án)?"
        ),
    )),
    (Role.SUBJECT, _I.CARRIED_FORWARD, (
        "(?:số )?(?:<việc> )?(?:còn lại )?(?:chưa (?:thi hành|giải quyết|xử lý)(?: xong| được| dứt điểm)?)",
    )),
    (Role.SUBJECT, _I.CARRIED_FORWARD, (
        (
            "(?:số )?(?:<việc> )?(?:còn )?(?:phải )?chuyển (?:sang |qua )?(?:kỳ|năm|tháng|quý) (?:sau|"
            r"tới|tiếp theo|(?:19|20)\d\d)"
        ),
        "(?:số )?(?:<việc> )?tồn(?: lại| đọng)?(?: cuối kỳ| chuyển kỳ sau)",
        "còn phải (?:thi hành|giải quyết)",
        "(?:số )?(?:vụ việc |việc |bản án )?còn đang theo dõi",
        "(?:số )?(?:<việc> )?còn (?:lại|tồn)",
    )),
    (Role.SUBJECT, _I.CARRIED_OVER, (
        (
            "(?:tổng )?(?:số )?(?:<việc> )?(?:cũ|tồn cũ)(?:,? (?:của )?(?:năm|kỳ|tháng|quý) (?:trước|"
            r"\d{4}))?(?: (?:chuyển|mang) (?:sang|qua))?"
        ),
        (
            "(?:số )?(?:<việc> )?(?:từ |của |thuộc )?(?:các )?(?:năm|kỳ|quý|tháng) (?:trước|(?:19|"
            r"20)\d\d)(?: chưa thi hành xong)? chuyển (?:sang|qua|đến)"
        ),
        r"(?:số )?(?:<việc> )?chuyển (?:từ )?(?:năm|kỳ) (?:trước|(?:19|20)\d\d)(?: chuyển)? (?:sang|qua)",
        "(?:số )?(?:<việc> )?tồn (?:đầu kỳ|kỳ trước|năm trước|từ (?:năm|kỳ) trước)(?: chuyển sang)?",
        r"(?:số )?(?:<việc> )?chuyển từ (?:năm|kỳ) (?:trước|(?:19|20)\d\d)(?: sang)?",
        r"chuyển sang(?= (?:là |có )?[\d.]+ (?:việc|vụ|tỷ))",
    )),
    (Role.SUBJECT, _I.NEW_INTAKE, (
        (
            "(?:tổng )?(?:số )?(?:<việc> )?(?:thụ lý (?:thi hành )?mới|mới (?:được )?thụ lý|"
            "mới phát sinh|phát sinh (?:mới|trong kỳ|trong năm)|phát sinh|nhận mới|"
            "thụ lý(?: thêm)? trong (?:kỳ|năm|tháng)|thụ lý thêm|thụ lý (?:thi hành )?án mới|"
            "thụ lý việc mới)"
        ),
        "số (?:<việc> )?mới",
        "(?:việc|án|vụ việc) mới",
        r"\bmới(?=(?: là)?:? [\d.]+ (?:việc|vụ|tỷ)|[,;.)]| \(|\s*$)",
    )),
    (Role.SUBJECT, _I.DELEGATED_OUT, (
        (
            "(?:số )?(?:<việc> )?(?:đã )?ủy thác(?: <thi hành>)?(?: đi)?(?: (?:các )?(?:nơi|tỉnh|"
            r"địa phương|cơ quan) khác| cho [^\d,;.()]{1,40}?nơi khác)?"
        ),
    )),
    (Role.SUBJECT, _I.RECALLED, (
        (
            "(?:số )?(?:<việc> )?(?:thu hồi(?:,? (?:hoặc |và )?hủy(?: bỏ)?)?|"
            "hủy(?: bỏ)?(?:,? (?:và )?thu hồi)?)(?: các)? quyết định(?: <thi hành>)?"
        ),
        "(?:số )?(?:<việc> )?thu hồi(?:,|/| và) hủy(?: bỏ)?",
        r"thu hồi(?=(?: là)?:? [\d.]+ (?:việc|vụ))",
    )),
    (Role.SUBJECT, _I.ENFORCEABLE, (
        (
            "(?:tổng )?(?:số )?(?:<việc> )?(?:(?:được )?(?:xác minh, )?phân loại )?(?:là )?(?:có|"
            "đủ)(?: đủ)? (?:điều kiện|đk)(?: (?:để )?(?:thi hành|giải quyết|tha))?(?: án)?"
        ),
    )),
    (Role.RATE, None, (
        "tỷ lệ (?:(?:số )?(?:<việc> )?(?:đã )?(?:thi hành|giải quyết)(?: án)?(?: xong)?)(?: (?:xong|đạt))?",
    )),
    (Role.SHARE, None, (
        (
            "(?:chiếm|tương ứng|ứng với|tương đương|bằng)(?: khoảng| gần| hơn)?(?: tỷ lệ|"
            r" tỷ trọng)?(?= ?\(?\d[\d.,]*\s?%)"
        ),
    )),
    (Role.SHARE, None, (
        "chiếm(?: tỷ lệ| tỷ trọng)?",
    )),
    (Role.SUBJECT, _I.MUST_ENFORCE, (
        (
            "(?:tổng )?(?:số )?(?:<việc> )?(?:còn )?phải (?:đưa ra |tổ chức )?(?:thi hành(?: án)?|"
            "tha)(?: dân sự)?"
        ),
    )),
    (Role.SUBJECT, _I.FINISHED, (
        (
            "(?:tổng )?(?:số )?(?:<việc> )?(?:đã )?(?:được )?(?:tổ chức )?(?:thi hành|giải quyết|xử lý|"
            "thực hiện|tha)(?: án)? (?:xong(?: hoàn toàn)?|dứt điểm|hoàn thành)"
        ),
    )),
    (Role.SUBJECT, _I.FINISHED, (
        "thi hành được",
        "giải quyết được",
        "đã (?:thi hành|giải quyết)(?: án)?(?: được)?",
        r"\bthu (?=(?:được |về |hồi )?(?:số tiền )?(?:là )?(?:trên |hơn |gần |khoảng )?\d)",
        "(?:đã )?thu(?: hồi)? được",
        "đã thu(?: hồi)?(?= (?:được|về)? ?(?:số tiền|số tiền là)?)",
        "(?:số )?(?:<việc> )?thu được",
        r"hoàn thành(?: việc)?(?: thi hành)?(?= [\d.]+)",
        r"(?:đã )?xong(?= [\d.]+)",
    )),
    (Role.SUBJECT, _I.TOTAL_HANDLED, (
        "(?:tổng )?(?:số )?(?:<việc> )?(?:thụ lý )?phải (?:thụ lý|giải quyết|xử lý)",
        (
            "tổng (?:số )?(?:<việc> )?(?:đã )?(?:thụ lý|giải quyết|xử lý)(?:,? (?:và )?(?:giải quyết|"
            "thi hành))?"
        ),
        "(?:đã )?thụ lý(?: (?:tổng (?:số|cộng)|giải quyết|thi hành|và giải quyết))*",
        "tổng (?:số )?<việc>(?! (?:đã|có|chưa))",
        "tổng (?:số )?thụ lý",
        "(?:đã )?tổ chức (?:thi hành|giải quyết)(?: án)?(?! xong| được)",
        r"giải quyết(?= [\d.,]+ (?:ngàn |nghìn )?(?:việc|vụ))",
        "(?:tổng )?số (?:bản án|vụ việc|việc)(?:, quyết định)? (?:đang |phải )?(?:được )?theo dõi",
        r"tổng số(?= (?:là )?[\d.]+ (?:việc|vụ))",
        r"(?:thực hiện )?theo dõi(?= [\d.]+)",
    )),
    (Role.RESULT, None, (
        "kết quả(?: (?:thi hành|giải quyết|thads|công tác|tổ chức thi hành))*(?: án)?(?: dân sự)?",
    )),
    (Role.SUBJECT, _I.FINISHED, (
        r"thi hành(?: án)? (?=được|[\d.]+ ?(?:việc|vụ|tỷ|triệu|đồng|/))",
        r"giải quyết(?= [\d.]+ ?(?:tỷ|triệu|đồng|/))",
    )),
    (Role.RATE, None, (
        "tỷ lệ(?: chung)?(?! trên)",
    )),
    # --- references of comparisons
    (Role.REFERENCE, Reference.PACE, (
        "(?:so với )?tiến độ(?: (?:bình quân|chung|thời gian|kế hoạch|chỉ tiêu))*",
    )),
    (Role.REFERENCE, Reference.AVERAGE, (
        (
            "(?:so với )?(?:tỷ lệ |mức )?(?:bình quân(?: chung)?|trung bình(?: chung)?|"
            "mặt bằng chung)(?: (?:của )?(?:toàn quốc|cả nước|toàn tỉnh|toàn ngành|toàn thành phố|"
            "các tỉnh))?"
        ),
        "so với (?:toàn quốc|cả nước)",
    )),
    (Role.REFERENCE, Reference.SAME_PERIOD, (
        (
            "(?:so với |so |với )?(?:tỷ lệ |số |kết quả )?(?:của )?cùng (?:kỳ|"
            r"thời điểm)(?: (?:của )?năm (?:trước|ngoái|\d{4})| \d{4})?"
        ),
        (
            "so với (?:tỷ lệ |kết quả |số |6 tháng |9 tháng |3 tháng |"
            r"quý [ivx\d]+ )*(?:đầu )?(?:của )?năm (?:trước|ngoái|(?:19|20)\d{2})"
        ),
        r"so với (?:19|20)\d{2}",
        r"so năm (?:trước|\d{4})",
    )),
    (Role.REFERENCE, Reference.OTHER, (
        r"so với (?:tháng|quý|kỳ) (?:trước|liền kề|[ivx\d]+)[^,;.()]{0,12}",
        "so với (?:đầu (?:năm|kỳ)|trước khi)",
    )),
    (Role.REFERENCE, Reference.TARGET, (
        "so với (?:kế hoạch|nhiệm vụ|yêu cầu|mức được giao|tỷ lệ được giao|số được giao)",
        "kế hoạch(?: (?:năm|cả năm|được giao|đề ra))*",
    )),
    # --- changes
    (Role.UP, "tăng", (
        "tăng(?: thêm| lên| cao| mạnh)?",
        "cao hơn",
        "nhiều hơn",
        "lớn hơn",
    )),
    (Role.DOWN, "giảm", (
        "(?<!miễn, )(?<!miễn )(?<!xét )giảm(?: đi| bớt| còn| mạnh| sâu| nhẹ)?",
        "thấp hơn",
        "ít hơn",
        "kém hơn",
        "kém",
    )),
    (Role.OVER, "vượt", (
        "(?:hoàn thành )?(?:và )?vượt(?: mức| trên| hơn)?",
    )),
    (Role.UNDER, "thiếu", (
        "(?:còn )?thiếu(?: hụt)?",
        "hụt",
        "(?:chưa|không) đạt",
        "còn cách",
    )),
    (Role.REACH, None, (
        r"(?:ước )?đạt(?: (?:được|tỷ lệ|mức|trên|hơn|gần|khoảng|xấp xỉ|kết quả|là))*(?!\w)",
    )),
    # --- dimension, scope, structure
    (Role.SCOPE, "month", (
        r"(?:riêng |chỉ )?(?:trong|riêng) (?:tháng|tuần|ngày|quý|đợt)(?: này| cao điểm| \d{1,2})",
    )),
    (Role.SCOPE, "credit", (
        "(?:tổ chức )?tín dụng(?:,| và|/)? ?(?:ngân hàng)?",
        "cho (?:các )?ngân hàng",
        "án ngân hàng",
    )),
    (Role.SCOPE, "corruption", (
        "tham nhũng",
        "kinh tế,? (?:và )?tham nhũng",
        "án kinh tế",
        "chiếm đoạt, thất thoát",
    )),
    (Role.SCOPE, "budget", (
        "(?:thu )?(?:cho |nộp )?(?:vào )?ngân sách(?: nhà nước)?",
        "nsnn",
    )),
    (Role.SCOPE, "over_year", (
        "trên (?:một|01|1) năm",
        "quá (?:một|01|1) năm",
        "từ (?:một|01|1) năm trở lên",
    )),
    (Role.SCOPE, "trade", (
        "kinh doanh,? thương mại",
    )),
    (Role.SCOPE, "prisoner", (
        "phạm nhân",
    )),
    (Role.SCOPE, "notable", (
        "trọng điểm",
        "phức tạp,? kéo dài",
        "thuộc diện",
        "giá trị (?:thi hành )?lớn",
        "có giá trị",
    )),
    (Role.SCOPE, "ex_officio", (
        "(?:diện )?chủ động(?: thi hành(?: án)?)?",
    )),
    (Role.SCOPE, "on_request", (
        "(?:diện )?theo (?:đơn )?yêu cầu(?: thi hành(?: án)?)?",
    )),
    (Role.SCOPE, "civil_branch", (
        "hôn nhân(?: và gia đình)?",
        r"lao động(?= [\d.]+ việc)",
        "phá sản",
        "dân sự trong hình sự",
    )),
    (Role.DIMENSION, Dimension.CASES, (
        "về (?:số )?(?:lượng )?(?:vụ )?việc",
        "về án",
        "(?:số|tỷ lệ) (?:vụ )?việc",
        "(?<=[(,;:.] )việc(?= đạt| tăng| giảm|:)",
        r"(?<=\()việc(?= đạt|:)",
        "(?:việc|vụ việc)(?= và (?:về )?tiền)",
        "(?<=% )(?:số )?(?:vụ )?việc",
    )),
    (Role.DIMENSION, Dimension.MONEY, (
        "về (?:số )?(?:tiền|giá trị|giá trị tiền)",
        "(?:số|tỷ lệ) tiền",
        "(?:tổng )?giá trị",
        "(?<=[(,;:.] )tiền(?= đạt| tăng| giảm|:)",
        "(?<=việc và )tiền",
        "(?<=% )(?:số )?tiền",
    )),
    (Role.PART, None, (
        "trong đó",
        "bao gồm",
        "gồm(?: có)?",
        "cụ thể",
        "chia ra",
        "riêng",
    )),
    (Role.OPEN, None, (
        r"\(",
    )),
    (Role.CLOSE, None, (
        r"\)",
    )),
    (Role.STOP, None, (
        ";",
    )),
    (Role.COMMA, None, (
        r",(?!\d)",
    )),
)  # fmt: skip

_WORD_END = r"(?:(?<=\W)|(?!\w))"


def _compiled() -> re.Pattern[str]:
    rows = (f"(?P<r{number}>{_alternatives(row[2])})" for number, row in enumerate(TABLE))
    return re.compile("|".join(rows))


def _alternatives(phrases: tuple[str, ...]) -> str:
    pattern = "|".join(phrases)
    for short, long in _SHORT.items():
        pattern = pattern.replace(short, long)
    return pattern if pattern[0] in "\\;," else rf"\b(?:{pattern}){_WORD_END}"


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
