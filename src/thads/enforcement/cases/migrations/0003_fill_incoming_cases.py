"""Write what was passed on before the register of incoming cases was: read from the ledger."""

from django.db import migrations

ROUTES = {"cases.delegated_out": "delegated_in", "cases.file_pulled_up": "pulled_up"}


def fill(apps, schema_editor):
    entries = apps.get_model("ledger", "LedgerEntry").objects
    rows = apps.get_model("cases", "IncomingCase")
    cases = dict(apps.get_model("cases", "EnforcementCase").objects.values_list("uuid", "id"))
    gone = entries.filter(cancels__isnull=False).values("cancels")
    rows.objects.bulk_create(
        (
            rows(
                sender_id=cases[entry.subject_id], seq=entry.seq, route=ROUTES[entry.kind],
                agency=entry.payload["to_agency"], order_no=entry.order_no, sent_on=entry.took_effect,
            )
            for entry in entries.filter(kind__in=ROUTES).exclude(id__in=gone).iterator()
        ),
        batch_size=1_000,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_incoming_cases"), ("ledger", "0002_append_only")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
