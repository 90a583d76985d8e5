"""Nobody changes or deletes a row of audit_entry: the database itself refuses, whoever asks."""

from django.db import migrations

TABLE = "audit_entry"

SQLITE = [
    f"""CREATE TRIGGER {TABLE}_no_{verb} BEFORE {verb} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"""
    for verb in ("update", "delete")
]
POSTGRESQL = [
    f"""CREATE FUNCTION {TABLE}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{TABLE} is append-only'; END $$""",
    f"""CREATE TRIGGER {TABLE}_guard BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION {TABLE}_is_append_only()""",
]


def guard(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{verb}")
    else:
        schema_editor.execute(f"DROP TRIGGER {TABLE}_guard ON {TABLE}")
        schema_editor.execute(f"DROP FUNCTION {TABLE}_is_append_only()")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
