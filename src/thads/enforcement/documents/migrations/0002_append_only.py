"""Nobody changes or deletes what was issued, adopted, voided or received: the database itself refuses."""

from django.db import migrations

TABLES = (
    "documents_issued_paper",
    "documents_issued_file",
    "documents_master_version",
    "documents_adopted_master",
    "documents_voided_number",
    "documents_symbol",
    "documents_received_file",
)


def _sqlite(table):
    return [
        f"""CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for verb in ("update", "delete")
    ]


def _postgresql(table):
    return [
        f"""CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{table} is append-only'; END $$""",
        f"""CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()""",
    ]


def guard(apps, schema_editor):
    statements = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    for table in TABLES:
        for statement in statements(table):
            schema_editor.execute(statement)


def unguard(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}")
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_guard ON {table}")
            schema_editor.execute(f"DROP FUNCTION {table}_is_append_only()")


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
