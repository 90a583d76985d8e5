"""How `thads law` writes its answers for an officer."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from thads.interfaces.cli.law_answers import Answer
from thads.kernel.text import write_date
from thads.law import LAW, Change
from thads.law.diff import Side


def shown(found: Answer) -> Sequence[str]:
    """Return the answer as lines for an officer."""
    lines = [str(found["vi"])]
    for name, heading in HEADINGS.items():
        if found.get(name):
            lines.append(f"  {heading:<13} {_written(name, found)}")
    for name, write in LISTS.items():
        lines += [f"  - {write(item)}" for item in found.get(name, ())]
    return lines


HEADINGS = {
    "key": "Khóa",
    "on": "Vào ngày",
    "written": "Giá trị",
    "counts_from": "Tính từ",
    "en": "Tiếng Anh",
    "definition": "Nghĩa",
    "printed_code": "Số biểu",
    "circular": "Ban hành theo",
    "basis": "Căn cứ",
    "since": "Hiệu lực",
    "certainty": "Chắc chắn",
    "note": "Ghi chú",
}


def _written(name: str, found: Answer) -> str:
    value = found[name]
    if name == "since" and isinstance(value, date):
        return _span(value, found.get("until"))
    if name == "basis":
        return f"{LAW.cite(str(value))} ({value})"
    if name == "certainty":
        return LAW.label("Certainty", str(value))
    return write_date(value) if isinstance(value, date) else str(value)


def _span(since: date, until: object) -> str:
    ends = f" đến {write_date(until - timedelta(days=1))}" if isinstance(until, date) else ""
    return f"từ {write_date(since)}{ends}"


def _mark(item: Answer) -> str:
    return " [suy ra]" if item.get("certainty") == "derived" else ""


LISTS: dict[str, Callable[[Any], str]] = {
    "other_steps": lambda step: f"{step['written']}, {_span(step['since'], step['until'])} ({step['basis']})",
    "grounds": lambda one: f"{one['code']}: {one['vi']} ({one['basis']}){_mark(one)}",
    "signers": lambda one: f"{one['role_vi']}: {one['authority_vi']} ({one['basis']}){_mark(one)}",
    "columns": lambda one: _column(one),
    "identities": lambda one: f"{one['code']}: {one['vi']}",
}


def _column(one: Answer) -> str:
    heading = " › ".join([*one["under"], one["vi"]])
    return f"{one['code']} ({one['number']}): {heading}" + (f" = {one['formula']}" if one["formula"] else "")


def shown_change(change: Change) -> Sequence[str]:
    """Return one difference between two days as lines: before and after."""
    before, after = _side(change.before), _side(change.after)
    return [f"{change.key}: {change.vi}", f"  trước: {before}", f"  sau:   {after}"]


def _side(side: Side | None) -> str:
    return "không có" if side is None else f"{side.written} ({side.basis}){_mark(asdict(side))}"
