"""Reads `law/data/forms/*.toml` into layouts; a circular may borrow the working model of another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thads.kernel.periods import Period
from thads.law.forms import (
    Circular,
    Column,
    FormLayout,
    FormUnit,
    Identity,
    IdentityKind,
    ReportDeadline,
    RowDimension,
    RowGroup,
    SignatureBlock,
)
from thads.law.formulas import Sum, parse_formula, parse_sum
from thads.law.loading import Fields, read_file
from thads.law.rulings import Certainty, read_span


@dataclass(frozen=True, slots=True)
class _Model:
    """What all forms of a circular have in common."""

    columns: dict[FormUnit, tuple[Column, ...]]
    rows: dict[RowDimension, tuple[RowGroup, ...]]
    identities: dict[FormUnit, tuple[Identity, ...]]
    signatures: SignatureBlock
    deadlines: tuple[ReportDeadline, ...]


def read_forms(path: Path) -> dict[str, FormLayout]:
    """Read the forms of one circular, keyed by code (`TT05/2024-04`)."""
    file = read_file(path)
    circular = _read_circular(file.table("circular"))
    borrowed = file.text("working_model", "")
    model = _read_model(read_file(path.with_name(borrowed)), whole=False) if borrowed else _read_model(file)
    forms = [_read_form(form, circular, model) for form in file.tables("form")]
    file.finish()
    return {form.code: form for form in forms}


def _read_model(file: Fields, *, whole: bool = True) -> _Model:
    if not whole:  # the lender's own forms are read elsewhere
        file.table("circular")
        file.tables("form")
    model = _Model(
        columns=_read_columns(file.table("columns")),
        rows=_read_rows(file.table("rows")),
        identities=_read_identities(file.table("identities")),
        signatures=_read_signatures(file.table("signatures")),
        deadlines=tuple(_read_deadline(one) for one in file.tables("deadlines")),
    )
    if not whole:
        file.finish()
    return model


def _read_circular(fields: Fields) -> Circular:
    since, until = read_span(fields)
    circular = Circular(
        code=fields.text("code"),
        vi=fields.text("vi"),
        number=fields.text("number"),
        issued_on=fields.day("issued_on"),
        since=since,
        until=until,
        used_from=Period.parse(fields.text("used_from")),
        note=fields.text("note", ""),
    )
    fields.finish()
    return circular


def _read_columns(fields: Fields) -> dict[FormUnit, tuple[Column, ...]]:
    columns: dict[FormUnit, list[Column]] = {unit: [] for unit in FormUnit}
    for code, one in fields.each():
        for unit, column in _read_column(code, one):
            columns[unit].append(column)
    return {unit: tuple(of_unit) for unit, of_unit in columns.items()}


def _read_column(code: str, fields: Fields) -> Iterator[tuple[FormUnit, Column]]:
    vi, number = fields.text("vi"), fields.text("number")
    short, evidence = fields.text("short_vi", vi), fields.text("evidence", "")
    under = fields.texts("under", ())
    formula = fields.text("formula", "")
    formulas = {FormUnit.CASES: formula, FormUnit.MONEY: fields.text("formula_money", formula)}
    certainty = fields.choice("certainty", Certainty, Certainty.DERIVED)
    memo, part = fields.flag("memo", False), fields.flag("part", False)
    units = _read_units(fields)
    fields.finish()
    for unit in units:
        try:
            parsed = parse_formula(formulas[unit]) if formulas[unit] else None
        except ValueError as fault:
            raise fields.fault(str(fault)) from fault
        yield unit, Column(code, number, vi, short, under, parsed, evidence, certainty, memo, part)


def _read_units(fields: Fields) -> tuple[FormUnit, ...]:
    written = fields.texts("units", tuple(FormUnit))
    if unknown := set(written) - set(FormUnit):
        raise fields.fault(f"units {', '.join(sorted(unknown))} are none of {', '.join(FormUnit)}")
    return tuple(FormUnit(unit) for unit in written)


def _read_rows(fields: Fields) -> dict[RowDimension, tuple[RowGroup, ...]]:
    rows: dict[RowDimension, tuple[RowGroup, ...]] = {}
    for name, one in fields.each():
        if name not in set(RowDimension):
            raise one.fault(f"is no row dimension; known: {', '.join(RowDimension)}")
        rows[RowDimension(name)] = tuple(_read_row_group(group) for group in one.tables("groups"))
        one.finish()
    return rows


def _read_row_group(fields: Fields) -> RowGroup:
    members = fields.table("members").rest()
    group = RowGroup(
        key=fields.text("key"),
        vi=fields.text("vi"),
        dimension=fields.text("dimension"),
        members=tuple((key, str(words)) for key, words in members.items()),
        certainty=fields.choice("certainty", Certainty, Certainty.DERIVED),
    )
    fields.finish()
    return group


def _read_identities(fields: Fields) -> dict[FormUnit, tuple[Identity, ...]]:
    identities: dict[FormUnit, list[Identity]] = {unit: [] for unit in FormUnit}
    for code, one in fields.each():
        for unit, identity in _read_identity(code, one):
            identities[unit].append(identity)
    return {unit: tuple(of_unit) for unit, of_unit in identities.items()}


def _read_identity(code: str, fields: Fields) -> Iterator[tuple[FormUnit, Identity]]:
    vi, basis = fields.text("vi"), fields.text("basis")
    kind, certainty = fields.choice("kind", IdentityKind), fields.choice("certainty", Certainty)
    first, last = _read_year(fields, "first_year"), _read_year(fields, "last_year")
    left, right = _read_side(fields, "left"), _read_side(fields, "right")
    rights = {FormUnit.CASES: right, FormUnit.MONEY: _read_side(fields, "right_money") or right}
    units = _read_units(fields)
    fields.finish()
    if (kind in {IdentityKind.EQUAL, IdentityKind.AT_MOST}) != (left is not None and right is not None):
        raise fields.fault("an equation needs left and right, other kinds need neither")
    for unit in units:
        yield unit, Identity(code, vi, kind, left, rights[unit], basis, certainty, first, last)


def _read_year(fields: Fields, name: str) -> int | None:
    return fields.whole(name) if fields.has(name) else None


def _read_side(fields: Fields, name: str) -> Sum | None:
    written = fields.text(name, "")
    try:
        return parse_sum(written) if written else None
    except ValueError as fault:
        raise fields.fault(str(fault)) from fault


def _read_signatures(fields: Fields) -> SignatureBlock:
    block = SignatureBlock(
        place_and_date=fields.text("place_and_date"),
        compiler=fields.text("compiler"),
        head=fields.text("head"),
        hint=fields.text("hint"),
        bailiff=fields.text("bailiff"),
        bailiff_confirmation=fields.text("bailiff_confirmation"),
        basis=fields.text("basis"),
    )
    fields.finish()
    return block


def _read_deadline(fields: Fields) -> ReportDeadline:
    deadline = ReportDeadline(
        sender=fields.text("sender"),
        receiver=fields.text("receiver"),
        working_days=fields.whole("working_days"),
        basis=fields.text("basis"),
    )
    fields.finish()
    return deadline


def _read_form(fields: Fields, circular: Circular, model: _Model) -> FormLayout:
    unit = fields.choice("unit", FormUnit)
    dimension = fields.choice("dimension", RowDimension)
    form = FormLayout(
        code=fields.text("code"),
        number=fields.text("number"),
        vi=fields.text("vi"),
        printed_code=fields.text("printed_code"),
        unit=unit,
        unit_vi=fields.text("unit_vi"),
        printed_per=fields.whole("printed_per", 1),
        dimension=dimension,
        circular=circular,
        first_column_vi=fields.text("first_column_vi"),
        columns=model.columns[unit],
        rows=model.rows.get(dimension, ()),
        identities=model.identities[unit],
        sender_vi=fields.text("sender_vi"),
        receiver_vi=fields.text("receiver_vi"),
        signatures=model.signatures,
        deadlines=model.deadlines,
        basis=fields.text("basis"),
        certainty=fields.choice("certainty", Certainty, Certainty.DERIVED),
    )
    fields.finish()
    return form
