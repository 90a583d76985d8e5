"""The page of commands, written from their own help: docs/reference/commands.md."""

from importlib import import_module
from typing import Any

import typer
from law_pages import MADE, table

from thads.interfaces import cli


def commands() -> str:
    """Return every command with its help, its arguments and its options."""
    app = typer.Typer(name="thads")
    for command in cli.COMMANDS:
        import_module(f"{cli.__name__}.{command}").register(app)
    parts = [f"{MADE}# Commands\n\n`.venv/bin/thads …`, after `make demo` or `make test`.\n"]
    for name, command in sorted(leaves("thads", typer.main.get_command(app))):
        parts.append(f"\n## {name}\n\n{told(command)}")
    return "".join(parts)


def leaves(name: str, command: Any) -> list[tuple[str, Any]]:
    below = getattr(command, "commands", None)
    if below is None:
        return [(name, command)]
    return [leaf for key, child in below.items() for leaf in leaves(f"{name} {key}", child)]


def told(command: Any) -> str:
    help_text = (command.help or "").strip()
    shown = [one for one in command.params if one.name != "help"]
    rows = (
        (" ".join(f"`{name}`" for name in names(one)), (one.help or "").replace("\n", " ")) for one in shown
    )
    return f"```text\n{help_text}\n```\n" + ("\n" + table(("option", "nghĩa"), rows) if shown else "")


def names(parameter: Any) -> list[str]:
    if parameter.param_type_name == "argument":
        return [parameter.name.upper()]
    return [*parameter.opts, *parameter.secondary_opts]
