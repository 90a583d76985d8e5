"""Somebody has decided for every field of every table whether it holds personal data (L25 Đ5.1, 16.1đ)."""

import pytest
from django.apps import apps

from thads.law import LAW

OURS = [model for model in apps.get_models() if model.__module__.startswith("thads.")]


def fields_of(model: type) -> set[str]:
    """Return the names under which the declaration knows the columns: "cases.Party.name"."""
    return {
        f"{model._meta.label}.{field.name}" for field in model._meta.concrete_fields if not field.primary_key
    }


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_declared_personal_or_not(model: type) -> None:
    undeclared = sorted(field for field in fields_of(model) if not LAW.personal_fields.is_declared(field))

    assert not undeclared, f"say in law/data/personal_data.toml of {undeclared} whether they are personal"


def test_no_declaration_outlives_its_field() -> None:
    keys = {f"{model._meta.label}.{model._meta.pk.name}" for model in OURS}
    existing = set().union(keys, *(fields_of(model) for model in OURS))

    assert set(LAW.personal_fields.declared) <= existing
