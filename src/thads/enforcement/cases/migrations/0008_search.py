"""Let the search box find orders, receipts and telephones, and answer within the blink of an eye: an index by
agency, and on PostgreSQL one of trigrams where the extension may be installed (docs/decisions/0010).
"""

from collections import defaultdict

from django.db import migrations, models, transaction
from django.db.utils import DatabaseError

from thads.enforcement.cases.rules.search_words import digits, with_number

PORTION = 2_000


def fill(apps, schema_editor):
    searches = apps.get_model("cases", "CaseSearch").objects
    last = 0
    while rows := list(
        searches.filter(case_id__gt=last).order_by("case_id").select_related("case")[:PORTION]
    ):
        last = rows[-1].case_id
        found = _numbers(apps, rows)
        for row in rows:
            for number in found[row.case_id]:
                row.words = with_number(row.words, number)
        searches.bulk_update(rows, ["words"], batch_size=500)


def _numbers(apps, rows):
    """Return the telephones of parties, and the numbers of orders and receipts, by case."""
    by_uuid = {row.case.uuid: row.case_id for row in rows}
    found = defaultdict(list)
    parties = apps.get_model("cases", "Party").objects.filter(case_id__in=by_uuid.values()).exclude(phone="")
    for case_id, phone in parties.values_list("case_id", "phone"):
        found[case_id].append(digits(phone))
    entries = apps.get_model("ledger", "LedgerEntry").objects.filter(
        subject_kind="case", subject_id__in=list(by_uuid)
    )
    for subject, number in entries.exclude(order_no="").order_by("seq").values_list("subject_id", "order_no"):
        found[by_uuid[subject]].append(number)
    return found


def index_trigrams(apps, schema_editor):
    """Without the extension, or the right to install it, the search box scans: slower, never wrong."""
    if schema_editor.connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return
    schema_editor.execute(
        "CREATE INDEX IF NOT EXISTS search_by_trigram ON cases_search USING gin (words gin_trgm_ops)"
    )


def drop_trigrams(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS search_by_trigram")


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_cut_over"), ("ledger", "0002_append_only")]
    operations = [
        migrations.AddIndex(
            model_name="casesearch", index=models.Index(fields=["agency"], name="search_by_agency")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(index_trigrams, drop_trigrams),
    ]
