"""Every write goes through the one door, every read knows who looks."""

import ast

import pytest

from architecture.source import SOURCES, SourceFile, dotted, in_part

# Rooms below or beside the door itself, and reads that have no person in front of them.
WRITES_WITHOUT_DOOR = {
    "thads.foundation.ledger": "the door's own ground: facts are appended by the actions of upper rooms",
    "thads.foundation.audit": "the door's own trail",
    **dict.fromkeys(
        (f"thads.enforcement.deadlines.actions.{name}_due_items" for name in ("replace", "write", "forget")),
        "a projection, written by the acts of upper rooms inside their own door",
    ),
}
READS_WITHOUT_VIEWER: dict[str, str] = {
    "thads.enforcement.deadlines.queries.feed_owner": "a calendar program has no person but its secret",
    "thads.foundation.organisation": "which agencies and posts there are is public; viewers come from it",
    "thads.foundation.ledger": "facts are folded whole; who may see a case is asked by the room of the case",
}


def excused(source: SourceFile, function: ast.FunctionDef, table: dict[str, str]) -> bool:
    return source.room in table or f"{source.module}.{function.name}" in table


def decorators(function: ast.FunctionDef) -> set[str]:
    return {
        dotted(d.func if isinstance(d, ast.Call) else d).rsplit(".", 1)[-1] for d in function.decorator_list
    }


ACTIONS = [(s, f) for s in in_part("actions") for f in s.public_functions()]
QUERIES = [(s, f) for s in in_part("queries") for f in s.public_functions()]


def named(pairs: list[tuple[SourceFile, ast.FunctionDef]]) -> list[object]:
    return [
        pytest.param(source, function, id=f"{source.module}.{function.name}") for source, function in pairs
    ]


@pytest.mark.parametrize(("source", "function"), named(ACTIONS))
def test_every_action_goes_through_the_door(source: SourceFile, function: ast.FunctionDef) -> None:
    if excused(source, function, WRITES_WITHOUT_DOOR):
        return

    assert "action" in decorators(function), f"{source.path}:{function.lineno} needs @action"
    assert not function.args.args, f"{source.path}:{function.lineno} takes keyword arguments only"
    assert "viewer" in {argument.arg for argument in function.args.kwonlyargs}


@pytest.mark.parametrize(("source", "function"), named(QUERIES))
def test_every_query_knows_who_looks(source: SourceFile, function: ast.FunctionDef) -> None:
    if excused(source, function, READS_WITHOUT_VIEWER):
        return

    arguments = {a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}
    assert "viewer" in arguments, f"{source.path}:{function.lineno} reads without a viewer"


def test_every_exception_is_still_needed() -> None:
    names = {s.room for s in SOURCES} | {f"{s.module}.{f.name}" for s, f in ACTIONS + QUERIES}

    assert set(WRITES_WITHOUT_DOOR) | set(READS_WITHOUT_VIEWER) <= names
