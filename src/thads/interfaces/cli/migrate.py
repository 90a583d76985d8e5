"""`thads migrate`: bring the database to the shape this version needs."""

import typer

from thads.interfaces.cli import database


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="migrate", help=HELP)(migrate)


HELP = """Tạo hoặc nâng cấp cơ sở dữ liệu trong THADS_HOME (hoặc THADS_DATABASE_URL) cho đúng phiên bản này.

Chạy lại bao nhiêu lần cũng được; không mất dữ liệu.
"""


def migrate() -> None:
    database.ready()
    typer.echo("Cơ sở dữ liệu đã đúng phiên bản.")
