# ruff: noqa: E501  (the text of a manual, its examples one line each)
"""docs/reference/histories-file.md, written from the fact classes so that it cannot go stale."""

import dataclasses
import typing
from datetime import date
from enum import StrEnum
from types import NoneType

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.carrying import BASIS as CARRIED_BASIS
from thads.enforcement.cases.rules.moves import MOVES, OPENING_BASIS, About
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.foundation.access.rules.viewer import Role
from thads.interfaces.exchange.histories.examples import EXAMPLES
from thads.interfaces.exchange.histories.lines import AgencyLine, StaffLine, SuccessionLine
from thads.interfaces.exchange.histories.meanings import MEANINGS
from thads.law import LAW

HEAD = """# The file of histories

Worked examples are [`example-histories.jsonl`](example-histories.jsonl) and, with the measures, corrections and
endings of both laws, [`example-histories-2026.jsonl`](example-histories-2026.jsonl); the codes of grounds are in
[`grounds.md`](grounds.md), the lawful steps as a picture in [`life-cycle.md`](life-cycle.md).

A plain text file in UTF-8, **one JSON object a line** (JSON Lines), **one legal fact a line**. It brings whole
histories of cases into the system and takes them out again: exported, imported into an empty system and
exported once more, it is the same byte for byte.

```
{"thads": "histories", "version": 1}
{"agency": {"code": "HL", "name": "Cục Thi hành án dân sự tỉnh Hải Long", "kind": "province", "valid_from": "2010-01-01"}}
{"staff": {"code": "HL-01", "name": "Phạm Thị Mẫu", "agency": "HL", "valid_from": "2010-01-01"}}
{"case": "101", "agency": "HL", "fact": "decision_issued", "took_effect": "2024-01-10", "recorded_at": "2024-01-10T09:00:00+07:00", "data": {"initiation": "ex_officio", "judgment_kind": "criminal", "judgment_on": "2023-12-01", "duties": [{"no": 1, "kind": "court_fee", "amount": 5200000}]}}
{"case": "101", "agency": "HL", "fact": "money_collected", "took_effect": "2024-02-01", "recorded_at": "2024-02-01T10:30:00+07:00", "data": {"parts": [{"no": 1, "amount": 5200000}]}}
{"case": "101", "agency": "HL", "fact": "performed", "took_effect": "2024-02-05", "recorded_at": "2024-02-05T08:00:00+07:00", "data": {}}
```

    thads import FILE --dry-run      check everything, write nothing
    thads import FILE                import all of it, or nothing
    thads export histories --agency HL --out FILE

A system of its own, beside the demonstration whose working day is assumed: set `THADS_HOME` to an empty folder.

## Rules of the file

- Lines may come in any order, and lines of several cases may be mixed. The first line may be the heading
  `{"thads": "histories", "version": 1}`. Blank lines are skipped.
- A case is known by its `agency` and its number `case`. It has exactly one `decision_issued`.
- `took_effect` is the day on which the fact counts in law; `recorded_at` the instant at which the office learned
  of it. A figure *as of* a day, *as known at* an instant, counts facts with both not later. Without an offset
  `recorded_at` is in Viet Nam's time; a bare day means its first instant.
- No fact may take effect after the day it was recorded, and none may be recorded in the future.
- Every step is held against the law of its day, as on the screens: an unlawful one is refused with its article.
  When two facts take effect on one day, the one recorded earlier comes first; recorded at the same instant,
  the line that stands first.
- Only new cases are imported; a case that the system has is refused. An agency or a person that the system has
  already stays as it is there.
- What is taken back later must have been lawful as it was known until then: the history is checked also as it
  stood just before each cancellation.
- Agencies and bailiffs must be known to the system, or be brought along by `agency` and `staff` lines. A bailiff
  holds such a post on the day at the agency of the case, its superior, a unit of its, or its successor.
- A case is delegated to another agency only, a file pulled up by an agency that is known.
- Duties are numbered from 1 to 9999. Case numbers and codes have no space around them.
- Unknown fields are refused, never skipped. Amounts are whole đồng, written as JSON integers.
- Everything is checked before anything is written. All faults are told with their line (the first 100, and how
  many more); with one fault left, nothing is imported.

## A line with a fact

| Field | Type | Required | Meaning |
| --- | --- | --- | --- |
| `case` | text, at most 64 | yes | number of the case within its agency |
| `agency` | text | yes | code of the agency whose case it is |
| `fact` | text | yes | one of the kinds below (`decision_issued` or `cases.decision_issued`), or `cancelled` |
| `took_effect` | date `2024-01-10` | yes | day on which it counts in law |
| `recorded_at` | instant `2024-01-10T09:00:00+07:00` | yes | when the office learned of it |
| `data` | object | when the kind has required fields | the fields of the kind |
| `order_no` | text, at most 64 | no | number of the decision or paper |
| `actor` | text, at most 64 | no | who recorded it; left out: who imports |
| `acting_agency` | text | no | the agency that acted, when not that of the case |
| `id` | text, at most 64 | no | a name for this line, unique within the case; needed when it is cancelled, or equal to another |
| `cancels` | text | with `cancelled` | the `id` of the line taken back |
| `parties` | list of parties | no | on `decision_issued`: the people concerned |

### Taking a fact back: `cancelled`

A mistake is never overwritten. A line with `fact` = `cancelled` takes another of the same case back; whoever asks
as known before its `recorded_at` still finds the cancelled fact. Its `data` may hold a `reason`; `took_effect` may be
left out. The decision itself is not cancelled: that is `decision_recalled`.

```
{"case": "102", "agency": "HL", "fact": "money_collected", "id": "r7", "took_effect": "2024-03-01", "recorded_at": "2024-03-01T09:00:00+07:00", "data": {"parts": [{"no": 1, "amount": 300000}]}}
{"case": "102", "agency": "HL", "fact": "cancelled", "cancels": "r7", "recorded_at": "2024-03-04T09:00:00+07:00", "data": {"reason": "Ghi nhầm việc"}}
```

"""

ORGANISATION = """## Agencies, people, successions

Only what the system does not know yet needs such a line. Found first: agencies, then successions, then posts.

"""


def histories_reference() -> str:
    """Return the reference of the file in Markdown."""
    parts = [HEAD, "## Kinds of fact\n\n"]
    parts += [_fact(shape) for shape in facts.KINDS.values()]
    parts += [
        "## Parts of facts\n\n",
        _shape("A duty (`duties`)", facts.Duty), _shape("Its interest (`interest`)", facts.Interest),
        _shape("An instalment (`instalments`)", facts.Instalment), _shape("A part (`parts`)", facts.Part),
        _shape("A line carried over (`lines`)", facts.CarriedLine),
        _shape("A party (`parties`)", PartyDetails),
        ORGANISATION,
        _shape("`agency`", AgencyLine), _shape("`staff`", StaffLine), _shape("`succession`", SuccessionLine),
        "## Vocabularies\n\n", *(_vocabulary(one) for one in _vocabularies()),
    ]  # fmt: skip
    return "".join(parts).rstrip() + "\n"


def _fact(shape: type[facts.CaseFact]) -> str:
    name = shape.kind.removeprefix("cases.")
    basis = "; ".join(OPENING_BASIS.values()) if shape is facts.DecisionIssued else _basis(shape)
    said = " ".join((shape.__doc__ or "").split())
    return (
        f"### `{name}` — {LAW.label('FactKind', shape.kind)}\n\n{said}\n\n{_lawful(shape)}Articles: {basis}.\n\n"
        f"{_fields(shape)}\nExample of `data`: `{EXAMPLES[shape]}`\n\n"
    )


def _basis(shape: type[facts.CaseFact]) -> str:
    if shape is facts.CarriedOver:
        return CARRIED_BASIS
    move = MOVES[shape]
    return "; ".join(article for article in (move.r2008, move.r2025) if article)


WHEN = {
    About.OPEN_CASE: "Lawful while the case is open; moves no duty.",
    About.CLOSED_CASE: "Lawful when the case is closed; moves no duty.",
    About.ANY_CASE: "Lawful while the case is open and after it is closed; moves no duty.",
}


def _lawful(shape: type[facts.CaseFact]) -> str:
    if shape is facts.DecisionIssued:
        return ""
    if shape is facts.CarriedOver:
        return "Lawful once, right after the decision, when a case comes in from an agency's old books.\n\n"
    move = MOVES[shape]
    if move.about is not About.OBLIGATIONS:
        return f"{WHEN[move.about]}\n\n"
    touched = ", ".join(f"`{status}`" for status in sorted(move.touches))
    leads = f" and leads to `{move.to}`" if move.to else ""
    return f"Lawful for duties in {touched}{leads}.\n\n"


def _shape(title: str, shape: type) -> str:
    return f"### {title}\n\n{_fields(shape)}\n"


def _fields(shape: type) -> str:
    hints = typing.get_type_hints(shape)
    rows = ["| Field | Type | Required | Meaning |\n| --- | --- | --- | --- |\n"]
    for field in dataclasses.fields(shape):
        required = "yes" if field.default is dataclasses.MISSING else "no"
        meaning = MEANINGS.get(f"{shape.__name__}.{field.name}") or MEANINGS[f"*.{field.name}"]
        rows.append(f"| `{field.name}` | {_type(hints[field.name])} | {required} | {meaning} |\n")
    return "".join(rows) if len(rows) > 1 else "No fields.\n"


def _type(hint: object) -> str:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if typing.get_origin(hint) is tuple:
        return f"list of {_type(typing.get_args(hint)[0])}"
    options = [one for one in typing.get_args(hint) if one is not NoneType]
    if options:
        return _type(options[0])
    names = {str: "text", int: "integer", bool: "true or false", date: "date"}
    return names.get(hint, str(getattr(hint, "__name__", hint)))  # type: ignore[call-overload, no-any-return]


def _vocabularies() -> list[type[StrEnum]]:
    found: dict[str, type[StrEnum]] = {}
    for shape in (*facts.KINDS.values(), facts.Duty, facts.CarriedLine, PartyDetails, AgencyLine, StaffLine):
        for hint in typing.get_type_hints(shape).values():
            for one in (hint, *typing.get_args(hint)):
                if isinstance(one, type) and issubclass(one, StrEnum):
                    found[one.__name__] = one
    return [found[name] for name in sorted(found)]


def _vocabulary(vocabulary: type[StrEnum]) -> str:
    rows = "".join(f"| `{member}` | {_words(member)} |\n" for member in vocabulary)
    return f"### {vocabulary.__name__}\n\n| Value | Vietnamese |\n| --- | --- |\n{rows}\n"


def _words(member: StrEnum) -> str:
    return LAW.label("Role", member.value) if isinstance(member, Role) else LAW.label(member)
