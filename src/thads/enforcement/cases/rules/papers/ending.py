"""Papers that end a case or a part of it, pass it on, or certify its results (L08 Đ50–57; L25 Đ41, 48–55;
N152 Đ25–32).
"""

from datetime import date

from thads.enforcement.cases.rules.papers.blocks import (
    COMPLAINT,
    DECISION,
    ISSUER,
    JUDGMENT,
    ONLY_2008,
    ONLY_2025,
    TO_AGENCY,
    creditors,
    debtors,
    followed,
    grounds,
)
from thads.enforcement.cases.rules.papers.resting import PARTIAL
from thads.enforcement.cases.rules.papers.working import ADDRESSEE
from thads.enforcement.documents.rules.fields import day, flag, money, rows, text
from thads.enforcement.documents.rules.papers import PaperKind, register_papers

register_papers(
    (
        PaperKind(
            "termination_decision",
            "Quyết định đình chỉ thi hành án",
            "L08 Đ50; N62 Đ5.3; L25 Đ48; N152 Đ14",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                PARTIAL,
                flag("by_agreement", "đình chỉ theo thỏa thuận, yêu cầu của đương sự"),
                *grounds(
                    "Đương sự thỏa thuận bằng văn bản hoặc người được thi hành án yêu cầu đình chỉ thi hành "
                    "án",
                ),
            ),
            symbol="QĐ",
            family="termination",
            act="termination",
        ),
        PaperKind(
            "delegation_decision",
            "Quyết định ủy thác thi hành án",
            "L08 Đ55–57; N62 Đ16; L25 Đ49; N152 Đ26",
            (
                ISSUER,
                JUDGMENT,
                *followed(),
                COMPLAINT,
                PARTIAL,
                TO_AGENCY,
                text(
                    "ground",
                    "lý do ủy thác",
                    "Người phải thi hành án có tài sản ở nơi nhận ủy thác",
                    optional=True,
                ),
                text("done", "đã thi hành xong", "án phí 200.000 đồng", optional=True),
                text("in_progress", "biện pháp đang áp dụng", "phong tỏa tài khoản", optional=True),
                text(
                    "fee",
                    "phí thi hành án đã thu, còn phải thu",
                    "đã thu 600.000 đồng; còn phải thu 300.000 đồng",
                    optional=True,
                ),
                text("attached", "giấy tờ, tài liệu kèm theo", "bản sao bản án", optional=True),
            ),
            symbol="QĐ",
            family="delegation",
            act="delegation",
        ),
        PaperKind(
            "file_pull_up_decision",
            "Quyết định rút hồ sơ thi hành án",
            "L08 Đ35.2h; TL11 Đ1.7",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                TO_AGENCY,
                text(
                    "from_agency",
                    "cơ quan bị rút hồ sơ",
                    "Chi cục Thi hành án dân sự huyện Chiêm Hóa",
                    kept=True,
                ),
            ),
            symbol="QĐ",
            family="file_pull_up",
            act="pull_up",
            variants=ONLY_2008,
        ),
        PaperKind(
            "transfer_decision",
            "Quyết định chuyển giao quyền, nghĩa vụ thi hành án",
            "L25 Đ41; N152 Đ25",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                flag("of_creditor", "chuyển giao quyền của người được thi hành án"),
                text("new_party", "người nhận chuyển giao", "Trần Văn Bình", kept=True),
                text("new_address", "địa chỉ người nhận chuyển giao", "xã Vĩnh Lộc", optional=True),
                text("new_id_number", "số định danh người nhận chuyển giao", "008095000789", optional=True),
                text("old_parties", "người chuyển giao", "Trần Thị Đào", optional=True),
                text("reason", "lý do", "người được thi hành án chết, để lại thừa kế", optional=True),
            ),
            symbol="QĐ",
            family="transfer",
            act="transfer",
            variants=ONLY_2025,
        ),
        PaperKind(
            "closure_notice",
            "Thông báo kết thúc thi hành án",
            "N152 Đ32.1",
            (
                *followed(),
                ADDRESSEE,
                COMPLAINT,
                *grounds(
                    "Người được thăm nom, chăm sóc đã chết hoặc đã thành niên",
                ),
            ),
            symbol="TB",
            family="notice",
            act="closing",
            variants=ONLY_2025,
        ),
        PaperKind(
            "office_recall_decision",
            "Quyết định thu hồi quyết định thi hành án của văn phòng",
            "L25 Đ31.5–31.6",
            (
                ISSUER,
                *followed(),
                COMPLAINT,
                TO_AGENCY,
                text(
                    "ground",
                    "căn cứ theo lời của luật",
                    "Phải áp dụng biện pháp bảo đảm, cưỡng chế mà văn phòng thi hành án dân sự không được "
                    "thực hiện",
                    kept=True,
                ),
            ),
            symbol="QĐ",
            family="recall",
            act="office_transfer",
            variants=ONLY_2025,
        ),
        PaperKind(
            "result_certificate",
            "Giấy xác nhận kết quả thi hành án",
            "L08 Đ53; N62 Đ37; N152 Đ32.3",
            (
                JUDGMENT,
                DECISION,
                ADDRESSEE,
                debtors(optional=True),
                creditors(optional=True),
                rows(
                    "results",
                    "kết quả từng khoản",
                    text("what", "khoản phải thi hành", "Nghĩa vụ theo hợp đồng (trả nợ vay)"),
                    money("owed", "số phải thi hành", 20_000_000),
                    money("done", "số đã thu, đã thi hành", 20_000_000),
                    money("ended", "số đình chỉ, miễn, giảm", 0),
                    money("passed", "số ủy thác, rút, thu hồi", 0),
                    money("rest", "số còn phải thi hành", 0),
                ),
                flag("whole", "đã thi hành xong toàn bộ"),
                text("content", "nội dung khác", "đã giao xong căn nhà cấp 4", optional=True),
            ),
            symbol="GXN",
            family="certificate",
            act="result_certificate",
        ),
        PaperKind(
            "closed_list",
            "Danh sách việc thi hành án đã kết thúc",
            "N152 Đ32.2",
            (
                day("since", "từ ngày", date(2026, 7, 1)),
                day("until", "đến ngày", date(2026, 7, 31)),
                rows(
                    "closed",
                    "các việc đã kết thúc",
                    text("decision", "quyết định thi hành án", "45/QĐ-THADS ngày 01/7/2026"),
                    text("debtor", "người phải thi hành án", "Nguyễn Văn Ánh", optional=True),
                    text("creditor", "người được thi hành án", "Trần Thị Đào", optional=True),
                    text("ending", "kết thúc do", "Thi hành xong"),
                    day("closed_on", "ngày kết thúc", date(2026, 7, 20)),
                    optional=True,
                ),
            ),
            symbol="DS",
            family="notice",
            act="closed_list",
            variants=ONLY_2025,
        ),
    )
)
