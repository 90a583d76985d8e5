"""The house rules that the import contracts cannot see; the order of rooms is read from those contracts."""

import tomllib
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
STOREYS = CONTRACTS[0]["layers"]  # top to bottom


def heights() -> dict[str, tuple[int, int]]:
    """Return how high each room lies: "thads.enforcement.cases" -> (storey, row of rooms)."""
    levels = {}
    for height, storey in enumerate(reversed(STOREYS)):
        rows = next((c["layers"] for c in CONTRACTS if c.get("containers") == [storey]), [])
        for row_height, row in enumerate(reversed(rows)):
            for room in row.split("|"):
                levels[f"{storey}.{room.strip()}"] = (height, row_height)
    return levels


LEVEL = heights()
GRAPH = grimp.build_graph("thads", exclude_type_checking_imports=True)
TABLES = sorted(m for m in GRAPH.modules if m.endswith(".models") or ".models." in m)


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:3])


@pytest.mark.parametrize("module", TABLES)
def test_tables_are_imported_only_inside_their_room(module: str) -> None:
    strangers = {m for m in GRAPH.find_modules_that_directly_import(module) if room_of(m) != room_of(module)}

    assert not strangers


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_to_the_same_room_or_a_lower_one(model: type) -> None:
    here = room_of(model.__module__)
    if here not in LEVEL:
        pytest.skip("not one of our rooms")

    for field in model._meta.get_fields():
        if field.is_relation and not field.auto_created and field.related_model:
            there = room_of(field.related_model.__module__)
            if there in LEVEL and there != here:
                assert LEVEL[there] < LEVEL[here], f"{model.__name__}.{field.name} points up to {there}"


def test_every_room_with_tables_is_an_installed_app_called_after_its_room() -> None:
    installed = {config.name: config.label for config in apps.get_app_configs()}

    for module in TABLES:
        room = room_of(module)
        assert installed.get(room) == room.rsplit(".", 1)[-1], (
            f"{room} has tables but is not installed as its own app"
        )
