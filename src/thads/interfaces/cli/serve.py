"""`thads serve`: the site on this machine, one process with threads."""

import socket
from typing import Annotated

import typer

from thads.interfaces.cli import database
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

FURTHER_PORTS = 50
"""How many ports above the wished one are tried when it is taken."""

THREADS = 8

register_sentences(
    {
        "serve.no_port": "Không mở được cổng nào từ {first} đến {last} tại {host}; "
        "hãy chọn cổng khác bằng --port hoặc để máy tự chọn bằng --open-port.",
    }
)

HELP = """Mở trang làm việc trên máy này và in địa chỉ.

Nếu cổng đã có chương trình khác dùng thì lấy cổng trống kế tiếp; --open-port để máy tự chọn cổng trống.
Dừng bằng Ctrl+C.

Ví dụ:  thads serve --port 8000
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="serve", help=HELP)(serve)


def serve(
    host: Annotated[str, typer.Option(help="Địa chỉ mạng để lắng nghe; mặc định chỉ máy này.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng mong muốn.")] = 8000,
    open_port: Annotated[bool, typer.Option("--open-port", help="Lấy một cổng trống bất kỳ.")] = False,
) -> None:
    from waitress import create_server

    database.ready(before_migrating=_tell_of_migration)
    from django.core.wsgi import get_wsgi_application
    from django.db import connection

    connection.close()
    listener = free_listener(host, 0 if open_port else port)
    found = listener.getsockname()[1]
    application = get_wsgi_application()
    server = create_server(
        application, sockets=[listener], threads=THREADS, ident=None, clear_untrusted_proxy_headers=True
    )
    typer.echo(f"Trang làm việc: http://{_shown(host)}:{found}/   (dừng: Ctrl+C)")
    try:
        server.run()
    except KeyboardInterrupt:
        typer.echo("Đã dừng.")


def free_listener(host: str, port: int) -> socket.socket:
    """Return a socket bound to the wished port, or to the next free one; refuses when none is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = min(port + FURTHER_PORTS, 65535) if port else 0
    for candidate in range(port, last + 1):
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
        except OSError:
            listener.close()
        else:
            return listener
    raise Refusal("serve.no_port", first=str(port), last=str(last), host=host)


def _tell_of_migration() -> None:
    typer.echo("Đang nâng cấp cơ sở dữ liệu …")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host
