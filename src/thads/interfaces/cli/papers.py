"""`thads papers`: the masters of papers, one as .docx, and what is wrong with an edited one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thads.interfaces.cli.asking import asking, operator
from thads.interfaces.exchange.local_files import check_is_file, write_file

if TYPE_CHECKING:
    from thads.enforcement.documents.rules.fields import PaperField

MASTERS_HELP = """Liệt kê các mẫu văn bản: mã, dạng, tên, mẫu đang dùng của một cơ quan.

Ví dụ:  thads papers masters --agency TQ.CH
"""
FIELDS_HELP = """In bảng trường của một loại văn bản: viết trong mẫu thế nào, nghĩa là gì.

Ví dụ:  thads papers fields summons
"""
EXPORT_HELP = """Ghi mẫu của một loại văn bản ra tệp .docx để sửa bằng chương trình soạn thảo.

Ví dụ:  thads papers export summons --out giay-trieu-tap.docx
"""
CHECK_HELP = """Soát một tệp .docx đã sửa: có dùng làm mẫu được không, nếu không thì sai ở đoạn nào.

Ví dụ:  thads papers check giay-trieu-tap.docx --kind summons
"""

group = typer.Typer(no_args_is_help=True, help="Mẫu văn bản: liệt kê, xuất ra .docx, soát mẫu đã sửa.")

Kind = Annotated[str, typer.Argument(metavar="LOẠI", help="Mã loại văn bản; xem thads papers masters.")]
OfKind = Annotated[str, typer.Option("--kind", metavar="LOẠI", help="Mã loại văn bản.")]
Variant = Annotated[
    str, typer.Option("--variant", metavar="DẠNG", help="Dạng; không ghi thì dạng của hôm nay.")
]
Agency = Annotated[str, typer.Option("--agency", metavar="MÃ", help="Mã cơ quan; không ghi thì mẫu gốc.")]
Out = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Tệp .docx ghi ra.")]
Edited = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .docx đã sửa.")]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    app.add_typer(group, name="papers")


@group.command(help=MASTERS_HELP)
def masters(agency: Agency = "") -> None:
    with asking():
        from thads.enforcement.documents import queries
        from thads.enforcement.documents.rules.papers import paper_kinds

        if agency:
            viewer = operator()
            for row in queries.master_list(viewer, agency=agency, on=viewer.on):
                used = f"mẫu của {row.adopted_by}, lần {row.number}" if row.is_own else "mẫu gốc"
                typer.echo(f"{row.kind:<32} {row.variant:<10} {row.title} ({used})")
            return
        for kind in paper_kinds():
            for variant in kind.variants:
                typer.echo(f"{kind.code:<32} {variant.code:<10} {kind.title}")


@group.command(help=FIELDS_HELP)
def fields(kind: Kind) -> None:
    with asking():
        from thads.enforcement.documents import queries

        for field in queries.fields_of(operator(), kind=kind):
            typer.echo(_told(field))
            for column in field.columns:
                typer.echo(f"    {_told(column)}")


@group.command(help=EXPORT_HELP)
def export(kind: Kind, out: Out, variant: Variant = "", agency: Agency = "") -> None:
    with asking():
        write_file(out, _master(kind, variant, agency))
        typer.echo(f"Đã ghi {out}.")


@group.command(help=CHECK_HELP)
def check(file: Edited, kind: OfKind, variant: Variant = "") -> None:
    with asking():
        from thads.enforcement.documents import queries

        check_is_file(file)
        viewer = operator()
        faults = queries.check_master(
            viewer, kind=kind, variant=variant, content=file.read_bytes(), on=viewer.on
        )
    for fault in faults:
        typer.echo(fault.message, err=True)
    if faults:
        raise typer.Exit(1)
    typer.echo(f"{file} dùng làm mẫu được.")


def _master(kind: str, variant: str, agency: str) -> bytes:
    from thads.enforcement.documents import queries
    from thads.enforcement.documents.choosing import shipped_docx
    from thads.enforcement.documents.rules.papers import paper_kind

    viewer, found = operator(), paper_kind(kind)
    if agency:
        return queries.master_docx(viewer, agency=agency, kind=kind, variant=variant, on=viewer.on).content
    named = next((one for one in found.variants if one.code == variant), None)
    return shipped_docx(found, named or found.variant(variant, on=viewer.on))


def _told(field: "PaperField") -> str:
    from thads.law import LAW

    free = ", có thể để trống" if field.optional else ""
    return f"{field.name:<28} {field.meaning} ({LAW.label(field.kind)}{free})"
