"""The command line: everything an officer can see or export, a script can."""

import importlib
import os
import pkgutil

import typer

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
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        register = getattr(importlib.import_module(f"{__name__}.{module.name}"), "register", None)
        if register is not None:
            register(app)
    app()
