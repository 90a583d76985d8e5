"""`thads write-report`: the result paragraph of a conference report, written from the figures."""

import json
from typing import Annotated

import typer

from thads.kernel.refusals import Refusal

HELP = """Viết đoạn kết quả của báo cáo hội nghị từ số liệu thống kê.

Thứ tự như các báo cáo: về việc rồi về tiền, chỉ tiêu, tiến độ, xếp hạng, đơn vị. Mỗi câu biết mình lấy số
từ ô nào của biểu thống kê (xem bằng --json). Tỷ lệ tính trên số có điều kiện thi hành, làm tròn hai số lẻ;
chênh lệch giữa hai tỷ lệ là điểm phần trăm; tiến độ bình quân là chỉ tiêu × số tháng / 12. Không có số cùng
kỳ hoặc chỉ tiêu thì câu tương ứng được bỏ qua.

Ví dụ:  thads write-report --agency TQ --period FY2024/9M
        thads write-report --agency TQ.CH --period FY2024/9M --json
        thads write-report --agency TQ --period FY2024/9M | thads check-text -
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="write-report", help=HELP)(write_report)


def write_report(
    agency: Annotated[str, typer.Option("--agency", help="Mã cơ quan, như TQ hoặc TQ.CH.")],
    period: Annotated[str, typer.Option("--period", help="Kỳ báo cáo, như FY2024/9M.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="In JSON: câu, số liệu và ô thống kê của từng câu.")
    ] = False,
) -> None:
    import django

    django.setup()
    try:
        typer.echo(_answer(agency, period, as_json=as_json), nl=as_json)
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(1) from None


def _answer(agency: str, period: str, *, as_json: bool) -> str:
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock
    from thads.kernel.periods import Period
    from thads.steering.narrative import queries

    viewer = organisation.operator(at=clock.now(), on=clock.today())
    report = queries.result_report(viewer, agency=agency, period=Period.parse(period))
    return json.dumps(report.as_json(), ensure_ascii=False, indent=1) if as_json else report.text
