"""Somebody has decided for every table whether its rows may change, and the database holds the promise."""

import pytest
from django.apps import apps
from django.db import connection, models

OURS = [model for model in apps.get_models() if model.__module__.startswith("thads.")]

# Tables where the database itself refuses UPDATE and DELETE; other append-only tables rest on their actions.
GUARDED = {
    "ledger.LedgerEntry", "audit.AuditEntry",
    "documents.IssuedPaper", "documents.IssuedFile", "documents.MasterVersion", "documents.AdoptedMaster",
    "documents.VoidedNumber", "documents.PaperSymbol", "documents.ReceivedFile",
}  # fmt: skip


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_is_declared_mutable_or_append_only(model: type[models.Model]) -> None:
    assert getattr(model, "mutability", None) in {"mutable", "append-only"}, (
        f"say on {model._meta.label} whether its rows may change: mutability = …"
    )


def test_guarded_tables_are_declared_append_only() -> None:
    assert {model._meta.label for model in OURS if model.mutability == "append-only"} >= GUARDED


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(GUARDED))
def test_the_database_guards_what_must_never_change(label: str) -> None:
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
