"""A kind of paper for tests: a deferral with a table of duties, and its master."""

from datetime import date

from thads.enforcement.documents.rules.fields import day, flag, money, rows, text
from thads.enforcement.documents.rules.masters import Master, parse_master
from thads.enforcement.documents.rules.papers import BOTH_LAWS, PaperKind

DEFERRAL = PaperKind(
    code="deferral_of_tests",
    title="Quyết định hoãn thi hành án",
    basis="L08 Đ48; L25 Đ46",
    symbol="QĐ",
    family="deferral",
    act="deferral",
    variants=BOTH_LAWS,
    fields=(
        text("debtor", "người phải thi hành án", "Nguyễn Văn Ánh", kept=True),
        day("until", "hoãn đến ngày", date(2024, 9, 30), optional=True),
        rows(
            "duties", "các khoản hoãn", text("content", "nội dung", "án phí"),
            money("amount", "số tiền", 5_000_000),
        ),
        flag("by_request", "theo yêu cầu của người được thi hành án"),
    ),
)  # fmt: skip

SOURCE = """
# a comment is not printed
@head
@title QUYẾT ĐỊNH
@about Về việc hoãn thi hành án
Căn cứ Điều 48 Luật Thi hành án dân sự năm 2008;
{% if by_request %}
Theo đề nghị của người được thi hành án,
{% endif %}
@centre QUYẾT ĐỊNH:
Điều 1. Hoãn thi hành án đối với {{ debtor }}{% if until %}
  đến hết {{ until|long_day }}{% endif %}.
| STT | Khoản | Số tiền |
{% for duty in duties %}
| {{ loop.index }} | {{ duty.content }} | {{ duty.amount|dong }} |
{% endfor %}
Điều 2. Quyết định này có hiệu lực từ ngày ký.
@recipients
- Như Điều 2;
- Lưu: VT, HSTHA.
@signature
"""


def master(source: str = SOURCE) -> Master:
    return parse_master(source)
