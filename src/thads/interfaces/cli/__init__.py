"""The command line: everything an officer can see or export, a script can."""

import importlib
import os
import sys
import traceback
from pathlib import Path

import typer

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences, sentence

register_sentences(
    {
        "cli.unforeseen": "Chương trình gặp lỗi ngoài dự kiến ({fault}) và đã dừng; "
        "việc đang làm dở không được ghi.",
        "cli.unforeseen_kept": "Chương trình gặp lỗi ngoài dự kiến ({fault}) và đã dừng; "
        "việc đang làm dở không được ghi. Chi tiết để báo cho người phát triển nằm trong tệp {kept}.",
    }
)

COMMANDS = (
    "demo", "serve", "migrate", "form", "register", "results", "check_text", "write_report",
    "trial_balance", "law", "signers",
    "import_", "cutover", "export", "papers", "rebuild",
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
    except Exception as fault:
        from thads.interfaces.cli import database

        known = database.refusal_for(fault)
        typer.echo(known.message if known else _told(fault), err=True)
        raise SystemExit(2 if known else 3) from None


def _told(fault: Exception) -> str:
    """Return the sentence for a fault nobody foresaw; the traceback goes into a file of the home."""
    kept = Path(os.environ.get("THADS_HOME", "var")).resolve() / "errors.log"
    try:
        with kept.open("a", encoding="utf-8") as log:
            log.write("".join(traceback.format_exception(fault)))
    except OSError:
        return sentence("cli.unforeseen", {"fault": f"{type(fault).__name__}: {fault}"})
    return sentence("cli.unforeseen_kept", {"fault": f"{type(fault).__name__}: {fault}", "kept": str(kept)})
