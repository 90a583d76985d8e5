"""The command line: everything an officer can see or export, a script can."""

import importlib
import os
import sys

import typer

from thads.kernel.refusals import Refusal

COMMANDS = (
    "demo", "serve", "migrate", "form", "results", "check_text", "law", "import_", "export", "rebuild",
)  # fmt: skip
"""The commands in the order of the help: modules with `register`, which load what they need when called."""

app = typer.Typer(
    name="thads",
    help="Thi hành án dân sự: hồ sơ, tiền, thống kê và điều hành.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main() -> None:
    """Run `thads …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thads.config.settings")
    for command in COMMANDS:
        importlib.import_module(f"{__name__}.{command}").register(app)
    try:
        app()
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        typer.echo("Đã dừng.", err=True)
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; say nothing to nobody
