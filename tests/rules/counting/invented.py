"""Invented histories of cases for property tests: lawful ones, and odd ones as real books hold them.

Facts come in any order, are back-dated, recorded late, cancelled, partial; lines are touched after they
were closed; more is collected than owed. Whatever the history, engines must agree on it. A book of many
cases grows from one number that Hypothesis draws, so that one example tries hundreds of stories.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry
from thads.kernel.periods import Period
from thads.reporting.counting.rules.questions import Question

FIRST_DAY, DAYS = date(2022, 10, 1), 800
FIRST_HOUR = datetime(2022, 10, 1, 2, tzinfo=UTC)
AGENCIES = ("TQ.NV", "TQ.CH", "TQ.SD", "AG")
BAILIFFS = ("", "TQ.CH-01", "TQ.CH-02")
KINDS = (ObligationKind.CONTRACT, ObligationKind.COURT_FEE, ObligationKind.FINE, ObligationKind.RETURN_ASSET)
AMOUNTS = (0, 100, 250, 1000)
STEPS = (0, 0, 1, 30, 90, 200, -60)
CARRIED_IN = (
    "assigned", "enforcing", "unable", "separate_ledger", "deferred", "suspended", "performed", "terminated",
)  # fmt: skip
DELAYS = (0, 0, 0, 1, 9, 120)

Payload = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """A fact of an invented history: its legal day, days until it was recorded and until it was cancelled."""

    kind: str
    payload: Payload
    day: int
    delay: int
    cancelled_after: int | None = None


def invented_book(seed: int, cases: int = 150) -> dict[str, list[Entry]]:
    """Return the ledger entries of many invented cases by case id, in the order they were recorded."""
    chance = Random(seed)
    ids = iter(range(1, 1_000_000))
    return {
        str(UUID(int=place)): _entries(UUID(int=place), chance.choice(AGENCIES), _story(chance), ids)
        for place in range(1, cases + 1)
    }


def invented_question(seed: int, book: Mapping[str, Sequence[Entry]]) -> Question:
    """Return a question near the joints: when something happened, or just beside it."""
    chance = Random(seed)
    entry = chance.choice(chance.choice(list(book.values())))
    period = chance.choice(
        (Period(2023, 12), Period(2024, 9), Period(2024, 1), Period.containing(entry.took_effect))
    )
    as_of = chance.choice(
        (period.end, period.end, entry.took_effect + timedelta(days=chance.choice((0, -1, 1))))
    )
    known = chance.choice(
        (FIRST_HOUR + timedelta(days=5000), entry.recorded_at, entry.recorded_at - timedelta(microseconds=1))
    )
    kinds = chance.choice(
        (frozenset(), frozenset(), frozenset({ObligationKind.COURT_FEE, ObligationKind.FINE}))
    )
    return Question(period, min(max(as_of, period.start), period.whole_year().end), known, kinds)


def _story(chance: Random) -> tuple[Told, ...]:
    day = chance.randint(0, DAYS)
    told = [Told("cases.decision_issued", _decision(chance), day, chance.choice(DELAYS))]
    if chance.random() < 0.3:  # as an old book is taken over: at once, on a later day
        day += chance.choice((0, 30, 300))
        delay = chance.choice(DELAYS)
        told = [Told(told[0].kind, told[0].payload, told[0].day, day + delay - told[0].day)]
        told.append(Told("cases.carried_over", _carried(chance), day, delay))
    for _ in range(chance.randint(0, 9)):
        kind = chance.choice(tuple(_FACTS))
        if kind == "decision_issued" and chance.random() < 0.8:
            continue
        day = max(0, day + chance.choice(STEPS))
        cancelled = chance.choice((1, 40, 400)) if chance.random() < 0.15 else None
        told.append(Told(f"cases.{kind}", _FACTS[kind](chance), day, chance.choice(DELAYS), cancelled))
    return tuple(told)


def _decision(chance: Random) -> Payload:
    return {
        "number": chance.choice(("01", "02", "03")),
        "initiation": chance.choice(("ex_officio", "on_request")),
        "judgment_kind": chance.choice(("civil", "criminal", "labour")),
        "route": chance.choice(("new", "new", "delegated_in", "pulled_up")),
        "bailiff": chance.choice(BAILIFFS),
        "from_agency": chance.choice(("", "AG")),
        "duties": [
            {"no": no, "kind": str(chance.choice(KINDS)), "amount": chance.choice(AMOUNTS)}
            for no in range(1, chance.randint(1, 3) + 1)
        ],
    }


def _parts(chance: Random) -> Payload:
    parts = []
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        amount = chance.choice((None, 1, 40, 60, 100, 250))
        no = chance.randint(1, 3)
        parts.append({"no": no} if amount is None else {"no": no, "amount": amount})
    return {"parts": parts} if parts else {}


def _carried(chance: Random) -> Payload:
    lines: list[Payload] = []
    for no in range(1, chance.randint(1, 3) + 1):
        told: Payload = {"no": no, "status": chance.choice(CARRIED_IN)}
        if chance.random() < 0.5:
            told["ground"] = chance.choice(("no_income", "parties_agree", "illness"))
        for account in ("collected", "terminated", "reduced", "delegated", "recalled"):
            if chance.random() < 0.3:
                told[account] = chance.choice((1, 40, 100))
        lines.append(told)
    return {"lines": lines, "bailiff": chance.choice(BAILIFFS)}


NOTES: Mapping[str, Payload] = {
    "security_ordered": {"no": 1, "measure": "freeze", "subject": "tài khoản"},
    "coercion_decided": {"no": 2, "measure": "seize", "subject": "nhà"},
    "coercion_prepared": {"no": 2, "step": "cost_notice"},
    "coercion_carried_out": {"no": 2},
    "measure_ended": {"no": 1, "ground": "time_over"},
    "debtor_published": {},
    "publication_ended": {},
    "information_received": {"source": "tin báo"},
    "order_sent": {"of": 1, "to": "procuracy"},
    "certificate_issued": {"to": "A"},
    "file_checked": {"step": "folios_listed", "folios": 3},
    "file_archived": {"folios": 3},
}
"""Facts that move no duty: they must leave every figure as it was."""


def _told_only(payload: Payload) -> Callable[[Random], Payload]:
    return lambda _chance: payload


_FACTS = {
    "bailiff_assigned": lambda chance: {"bailiff": chance.choice(BAILIFFS)},
    "notice_served": lambda chance: {},
    "verified": lambda chance: {"result": chance.choice(("able", "not_able")), **_parts(chance)},
    "unable_decided": lambda chance: {"ground": "no_income", **_parts(chance)},
    "resumed": _parts,
    "moved_to_separate_ledger": _parts,
    "deferred": lambda chance: {"ground": chance.choice(("parties_agree", "illness")), **_parts(chance)},
    "suspended": lambda chance: {"cause": chance.choice(("protest", "bankruptcy")), **_parts(chance)},
    "terminated": lambda chance: {"ground": "debtor_died", **_parts(chance)},
    "duty_reduced": lambda chance: {"parts": [], **_parts(chance)},
    "delegated_out": lambda chance: {"to_agency": chance.choice(AGENCIES), **_parts(chance)},
    "file_pulled_up": lambda chance: {"to_agency": "TQ"},
    "decision_recalled": lambda chance: {"ground": "wrong", **_parts(chance)},
    "money_collected": lambda chance: {"parts": [], **_parts(chance)},
    "performed": _parts,
    "decision_issued": _decision,
    "carried_over": _carried,
    "request_returned": lambda chance: {"ground": "two_years_unable", **_parts(chance)},
    "closed_otherwise": lambda chance: {"ground": "bankruptcy_law", **_parts(chance)},
    "handed_to_agency": lambda chance: {"to_agency": chance.choice(AGENCIES), "ground": "contract_ended"},
    "rights_transferred": lambda chance: {"role": "creditor", "to": "Lê Thị Kế", **_parts(chance)},
    "order_withdrawn": lambda chance: {
        "of": 1,
        "ground": "gone",
        "resumes": chance.random() < 0.5,
        **_parts(chance),
    },
    **{kind: _told_only(payload) for kind, payload in NOTES.items()},
}


def _entries(case: UUID, agency: str, told: tuple[Told, ...], ids: Any) -> list[Entry]:
    """Write the facts down in the order they were learned; a cancellation is an entry of its own."""
    learned: list[tuple[int, bool, int]] = []
    for place, fact in enumerate(told):
        learned.append((fact.day + fact.delay, False, place))
        if fact.cancelled_after is not None:
            learned.append((fact.day + fact.delay + fact.cancelled_after, True, place))
    written: list[Entry] = []
    id_of: dict[int, int] = {}
    for seq, (day, is_cancelling, place) in enumerate(sorted(learned), start=1):
        fact, number = told[place], next(ids)
        kind, payload, cancels = fact.kind, fact.payload, None
        if is_cancelling:
            kind, payload, cancels = CANCELLATION, {}, id_of[place]
        else:
            id_of[place] = number
        took_effect = FIRST_DAY + timedelta(days=day if is_cancelling else fact.day)
        recorded_at = FIRST_HOUR + timedelta(days=day)
        written.append(
            Entry(
                number,
                "case",
                case,
                seq,
                kind,
                took_effect,
                recorded_at,
                agency,
                "clerk",
                "",
                payload,
                cancels,
            )
        )
    return written
