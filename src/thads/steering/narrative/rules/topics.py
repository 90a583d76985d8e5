"""Whether a stretch of text speaks of civil judgment enforcement or of something else.

Courts, budgets and police report in the same words ("thụ lý", "đạt tỷ lệ", "tăng so với cùng kỳ").
A figure counts only where the last thing named before it is enforcement work.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from thads.steering.narrative.rules.sentences import Sentence

_OURS = re.compile(
    r"thi hành án(?! (?:hình sự|phạt|tử hình|treo|tù))(?! [^.;\n]{0,40}(?:bị án|phạm nhân chấp hành|phạt tù))"
    r"|\bc?thads\b|\btha dân sự\b|chấp hành viên|(?<!\w)chv\b"
    r"|(?:thi hành|giải quyết) xong(?! (?:hình phạt|án phạt|quyết định xử phạt))(?= [\d.]+(?: việc|/| bản "
    r"án| vụ việc)| về)"
    r"|có điều kiện thi hành|phải thi hành|sổ theo dõi riêng"
)
_OURS_WEAKLY = re.compile(_OURS.pattern + r"|thi hành|có điều kiện|ủy thác|thụ lý mới|chuyển kỳ sau")
_OTHERS = re.compile(
    r"(?:tòa án|\btand\b|\btand)[^.;\n]{0,70}?(?:thụ lý|xét xử|giải quyết|hòa giải|đã ban hành)"
    r"|xét xử|khởi tố|bị can|bị cáo|bị án|giám đốc thẩm|hòa giải thành|hòa giải, đối thoại|án treo"
    r"|(?:viện kiểm sát|\bvks(?:nd)?\b)[^.;\n]{0,40}?(?:thụ lý|đã kiểm sát|truy tố|giải quyết)"
    r"|(?:công an|cảnh sát)[^.;\n]{0,60}?(?:khởi tố|điều tra|bắt giữ|phát hiện|xử lý|triệt phá)|phạm pháp "
    r"hình sự|tội phạm"
    r"|dự toán|thu nội địa|(?<!nộp )(?<!cho )thu ngân sách|tổng thu\b|chi ngân sách|tổng chi\b|chi thường "
    r"xuyên|cục thuế|chi cục thuế"
    r"|ngành thuế|nợ thuế|thu thuế|hải quan|\bgrdp\b|\bgdp\b|\bcpi\b|kim ngạch|xuất khẩu|nhập khẩu|đầu tư "
    r"công|giải ngân"
    r"|dư nợ|huy động vốn|doanh nghiệp (?:đăng ký|thành lập)|vốn đăng ký|lượt khách|khách du lịch|sản lượng"
    r"|gieo trồng|diện tích"
    r"|giá trị sản xuất|chỉ số sản xuất|bán lẻ|học sinh|tốt nghiệp|trung học|hộ nghèo|lao động được|bảo "
    r"hiểm (?:xã hội|y tế)|tai nạn"
    r"|vi phạm hành chính|hộ tịch|chứng thực|lý lịch tư pháp|trợ giúp pháp lý|hòa giải (?:ở )?cơ sở|phổ "
    r"biến, giáo dục pháp luật"
    r"|lượng mưa|nhiệt độ|mực nước|bàn thắng|huy chương|trận đấu|vòng đấu|giải đấu|cổ phiếu|vn-index|lợi "
    r"nhuận|doanh thu|bệnh nhân"
    r"|thi hành án (?:hình sự|phạt|tử hình|treo)|án phạt tù|hình phạt tù|trại giam|đặc xá|thủ tục hành "
    r"chính|dịch vụ công|dân số"
)


@dataclass(frozen=True, slots=True)
class Topics:
    """Where the subject of the text changes: places in order, and whether enforcement begins there."""

    places: Sequence[int]
    ours: Sequence[bool]

    def ours_at(self, place: int) -> bool:
        """Whether a figure at the place speaks of enforcement work."""
        at = bisect.bisect_right(self.places, place) - 1
        return at >= 0 and self.ours[at]


def _foreign(flat: str, sentence: Sentence) -> bool:
    """A sentence that names other work and nothing of enforcement is foreign from its beginning."""
    said = flat[sentence.start : sentence.end]
    return _OTHERS.search(said) is not None and _OURS_WEAKLY.search(said) is None


def topics(flat: str, sentences: Sequence[Sentence]) -> Topics:
    """Follow what the text speaks of; a new paragraph begins with what the whole text speaks of."""
    ours = [(found.start(), True) for found in _OURS.finditer(flat)]
    others = [(found.end(), False) for found in _OTHERS.finditer(flat)]
    mainly_ours = len(ours) >= max(1, len(others))
    begins: dict[int, int] = {}
    for sentence in sentences:
        begins.setdefault(sentence.paragraph, sentence.start)
    turns = [(start, mainly_ours) for start in begins.values()]
    turns += [(sentence.start, False) for sentence in sentences if _foreign(flat, sentence)]
    joined = sorted(turns + ours + others)
    return Topics([place for place, _ in joined], [is_ours for _, is_ours in joined])
