"""`thads write-report`: the result paragraph of a conference report, written from the figures."""

import json
from typing import Annotated, Any

import typer

from thads.interfaces.cli.asking import AgencyCode, AsOf, KnownAt, PeriodWritten, asking, operator, question

HELP = """Viết đoạn kết quả của báo cáo hội nghị từ số liệu thống kê.

Thứ tự như các báo cáo: về việc rồi về tiền, chỉ tiêu, tiến độ, xếp hạng, đơn vị. Mỗi câu biết mình lấy số
từ ô nào của biểu thống kê (xem bằng --json). Tỷ lệ tính trên số có điều kiện thi hành, làm tròn hai số lẻ;
chênh lệch giữa hai tỷ lệ là điểm phần trăm; tiến độ bình quân là chỉ tiêu × số tháng / 12. Không có số cùng
kỳ hoặc chỉ tiêu thì câu tương ứng được bỏ qua. --as-of và --known-at như của thads form.

Ví dụ:  thads write-report --agency TQ --period FY2024/9M
        thads write-report --agency TQ.CH --period FY2024/9M --json
        thads write-report --agency TQ --period FY2024/9M | thads check-text -
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="write-report", help=HELP)(write_report)


def write_report(
    agency: AgencyCode,
    period: PeriodWritten,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="In JSON: câu, số liệu và ô thống kê của từng câu.")
    ] = False,
) -> None:
    with asking():
        typer.echo(_answer(question(agency, period, as_of, known_at), as_json=as_json), nl=as_json)


def _answer(asked: dict[str, Any], *, as_json: bool) -> str:
    from thads.steering.narrative import queries

    report = queries.result_report(operator(), **asked)
    return json.dumps(report.as_json(), ensure_ascii=False, indent=1) if as_json else report.text
