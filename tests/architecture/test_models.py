"""Somebody has decided for every table whether its rows may change, and the database holds the promise."""

import pytest
from django.apps import apps
from django.db import connection, models

OURS = [model for model in apps.get_models() if model.__module__.startswith("thads.")]

# Rows are corrected by new rows; a trigger on both databases refuses UPDATE and DELETE.
APPEND_ONLY = {"ledger.LedgerEntry", "audit.AuditEntry"}

# Rows change, by actions: what each of them is when it does.
MUTABLE = {
    "access.User": "password, name, whether active",
    "organisation.Agency": "never in practice: identity only",
    "organisation.AgencyVersion": "a version is closed when its successor begins",
    "organisation.Succession": "a wrongly typed edge is corrected",
    "organisation.Staff": "name, whether in service",
    "organisation.Post": "closed when the holder leaves it",
}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_is_declared_mutable_or_append_only(model: type[models.Model]) -> None:
    declared = [model._meta.label in APPEND_ONLY, model._meta.label in MUTABLE]

    assert declared.count(True) == 1, f"say in this file whether rows of {model._meta.label} may change"


def test_no_declaration_outlives_its_model() -> None:
    assert APPEND_ONLY | set(MUTABLE) <= {model._meta.label for model in OURS}


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(APPEND_ONLY))
def test_append_only_tables_are_guarded_by_triggers(label: str) -> None:
    table = apps.get_model(label)._meta.db_table
    guarded = set()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            texts = " ".join(sql.upper() for (sql,) in cursor.fetchall())
            guarded = {event for event in ("UPDATE", "DELETE") if f"BEFORE {event}" in texts}
        else:
            cursor.execute(
                "SELECT event_manipulation FROM information_schema.triggers WHERE event_object_table = %s",
                [table],
            )
            guarded = {event for (event,) in cursor.fetchall()}

    assert guarded >= {"UPDATE", "DELETE"}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_amounts_are_whole_dong(model: type[models.Model]) -> None:
    for field in model._meta.get_fields():
        assert not isinstance(field, models.FloatField), f"{field} is a binary fraction"
        if "amount" in field.name or field.name.endswith("_dong"):
            assert isinstance(field, models.BigIntegerField), f"{field} holds đồng: BigIntegerField"
