"""Histories as lines of the file: the way back of `lines`, byte for byte the same for the same history."""

import json
from collections.abc import Iterator
from typing import Any

from thads.enforcement.cases.rules.facts import DecisionIssued
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.foundation.ledger.rules.codec import encode
from thads.interfaces.exchange.histories.lines import (
    CANCELLED,
    VERSION,
    VIET_NAM,
    AgencyLine,
    StaffLine,
    SuccessionLine,
)


def header() -> str:
    """Return the first line of a file."""
    return _line({"thads": "histories", "version": VERSION})


def agency(line: AgencyLine) -> str:
    """Return the line of an agency."""
    return _line({"agency": encode(line)})


def staff(line: StaffLine) -> str:
    """Return the line of a post."""
    return _line({"staff": encode(line)})


def succession(line: SuccessionLine) -> str:
    """Return the line of a handing-over of work."""
    return _line({"succession": encode(line)})


def case(history: CaseHistory) -> Iterator[str]:
    """Yield the lines of a case in the order of writing."""
    number = next(one.fact.number for one in history.facts if isinstance(one.fact, DecisionIssued))
    ids = _ids(history)
    for place, one in enumerate(history.facts):
        value: dict[str, Any] = {"case": number, "agency": history.agency, "fact": _kind(one)}
        value |= {"took_effect": one.took_effect.isoformat(), "recorded_at": _instant(one)}
        for key in ("order_no", "actor", "acting_agency"):
            written = getattr(one, key)
            if written and not (key == "acting_agency" and written == history.agency):
                value[key] = written
        if place in ids:
            value["id"] = ids[place]
        if one.cancels is not None:
            value["cancels"] = ids[one.cancels]
        value["data"] = _payload(one)
        if history.parties and isinstance(one.fact, DecisionIssued):
            value["parties"] = [encode(party) for party in history.parties]
        yield _line(value)


def _ids(history: CaseHistory) -> dict[int, str]:
    """Name the lines that are cancelled, and lines that another repeats word for word."""
    named = {one.cancels for one in history.facts if one.cancels is not None}
    seen: set[object] = set()
    for place, one in enumerate(history.facts):
        key = (one.fact, one.took_effect, one.recorded_at, one.order_no, one.cancels)
        if key in seen:
            named.add(place)
        seen.add(key)
    return {place: f"{place + 1}" for place in sorted(named)}


def _kind(one: HistoryFact) -> str:
    return CANCELLED if one.fact is None else one.fact.kind.removeprefix("cases.")


def _payload(one: HistoryFact) -> dict[str, Any]:
    if one.fact is None:
        return {"reason": one.reason} if one.reason else {}
    payload = encode(one.fact)
    if isinstance(one.fact, DecisionIssued):
        del payload["number"]  # it stands as "case"
    return payload


def _instant(one: HistoryFact) -> str:
    return one.recorded_at.astimezone(VIET_NAM).isoformat()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
