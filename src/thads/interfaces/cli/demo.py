"""`thads demo`: the demonstration province, put into an empty database once."""

from typing import Annotated

import typer

from thads.interfaces.cli import database
from thads.kernel.refusals import Refusal

HELP = """Nạp tỉnh trình diễn Tuyên Quang: 9 tháng năm 2024 (đến 30/6/2024), người và bản án đều hư cấu.

Số liệu khớp với báo cáo đã công bố: thi hành xong 3.228 việc (81,23 %) và 66.872.343.000 đồng (49,74 %); các
tỉnh khác chỉ có số liệu tổng hợp hư cấu. Ngày làm việc giả định là 05/7/2024. Chạy lại không
thay đổi gì.

Ví dụ:  thads demo                 (khoảng nửa phút, chỉ vào cơ sở dữ liệu trống)
        thads results --agency TQ --period FY2024/9M
        thads form TT05/2024-04 --agency TQ --period FY2024/9M
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="demo", help=HELP)(demo)


def demo(
    seed: Annotated[int, typer.Option(help="Hạt giống: cùng số thì cùng dữ liệu.")] = 2024,
) -> None:
    database.ready()
    from thads.interfaces.exchange.demo.founding import PASSWORD, found_demonstration

    try:
        with database.alone("demo"):
            done = found_demonstration(seed, said=typer.echo)
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(1) from None
    if done.fresh:
        typer.echo(f"Đã nạp {_dotted(done.cases)} việc, {_dotted(done.facts)} sự kiện.")
    else:
        typer.echo("Dữ liệu trình diễn đã có sẵn; không thay đổi gì.")
    typer.echo(f"Tài khoản trình diễn (mật khẩu chung: {PASSWORD}):")
    for post in (one for one in done.accounts if "." not in one.username or one.agency == "TQ.CH"):
        typer.echo(f"  {post.username:<18} {post.name:<22} {_role(post.role)}, {post.agency}")
    typer.echo("  Khác: thay chiemhoa bằng nghiepvu, thanhpho, yenson, sonduong, hamyen, nahang, lambinh.")


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _role(role: str) -> str:
    from thads.law import LAW

    return LAW.label("Role", str(role))
