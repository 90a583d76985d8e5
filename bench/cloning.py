"""One invented province copied to several by SQL: agencies, people, cases, ledger, orders, dues, money.

Reading five provinces in through the documented file takes five times as long and tells nothing new; so one
is imported, and every row of it is copied under other numbers and codes (HL → HM …). PostgreSQL only.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

ROOMS = ("ledger", "organisation", "cases", "deadlines", "documents", "money")
POSITIONS = frozenset({"cancels", "reverses", "entry_id"})
"""Columns that name an entry of the ledger by its position."""

PERSONS = frozenset({"user"})
"""Accounts are not copied: each province opens its own."""


def copy_province(code: str, copies: list[str]) -> None:
    """Copy everything of the province `code` under each of the codes given, then look at all tables anew."""
    tables = list(_tables())
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # what is copied keeps its order by itself
        offset = _largest_number(cursor, tables) + 1
        for place, copy in enumerate(copies, start=1):
            for table in tables:
                cursor.execute(_statement(table, code, copy, place, place * offset))
        cursor.execute("SET session_replication_role = origin")
        for table in tables:
            if isinstance(table._meta.pk, models.AutoField):
                cursor.execute(_next_number(table))
        cursor.execute("ANALYZE")


def _tables() -> Iterator[type[models.Model]]:
    for room in ROOMS:
        yield from apps.get_app_config(room).get_models()


def _largest_number(cursor: object, tables: list[type[models.Model]]) -> int:
    largest = 0
    for table in tables:
        if isinstance(table._meta.pk, models.AutoField):
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table._meta.db_table}")
            largest = max(largest, cursor.fetchone()[0])
    return largest


def _statement(table: type[models.Model], code: str, copy: str, place: int, offset: int) -> str:
    """Return the copying of one table: of the first province, whose numbers lie below the offset."""
    fields = table._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field, code, copy, place, offset) for field in fields)
    name, key = table._meta.db_table, table._meta.pk
    numbered = isinstance(key, models.AutoField) or _is_number(key)
    original = f"{key.column} < {offset // place}" if numbered else f"{key.column} LIKE '{code}%'"
    return f"INSERT INTO {name} ({columns}) SELECT {values} FROM {name} WHERE {original}"


def _value(field: models.Field, code: str, copy: str, place: int, offset: int) -> str:
    column = f'"{field.column}"'
    if field.name in PERSONS:
        return "NULL"
    target = field.target_field if field.is_relation else field
    if isinstance(target, models.AutoField) or field.name in POSITIONS:
        return f"{column} + {offset}"
    if isinstance(target, models.UUIDField):
        return f"md5({column}::text || '{place}')::uuid"
    if isinstance(target, models.JSONField):
        return f"{_renamed(f'{column}::text', code, copy)}::jsonb"
    if isinstance(target, models.CharField | models.TextField):
        return _renamed(column, code, copy)
    return column


def _renamed(text: str, code: str, copy: str) -> str:
    """Write the code anew, and as the search box has it."""
    return f"replace(replace({text}, '{code}', '{copy}'), '/{code.lower()}', '/{copy.lower()}')"


def _is_number(field: models.Field) -> bool:
    return field.is_relation and isinstance(field.target_field, models.AutoField)


def _next_number(table: type[models.Model]) -> str:
    name = table._meta.db_table
    return f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT coalesce(max(id), 1) FROM {name}))"
