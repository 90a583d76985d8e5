"""What the old books do not say, or say in no word of the law, and what is taken for it: one function a
value.

Each returns the value and whether it had to be assumed; the checks tell it, the building writes it. Nothing
is assumed of đồng, of the decision's number and of its day.
"""

import re
from collections.abc import Sequence
from datetime import date

from thads.enforcement.cases.rules.carrying import GROUND_LISTS, listed_grounds
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    SuspensionCause,
)
from thads.interfaces.exchange.cutover.rows import OldBook, OldRow
from thads.kernel.names import fold
from thads.law import LAW

S = ObligationStatus

_POINT = re.compile(r"\bdiem ([a-z])\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def case_number(row: OldRow) -> str:
    """Return the number of the case: as the old system gave it, else that of the decision, with its day when
    the number does not say its year (numbers begin anew each year); empty when the decision is not named.
    """
    given, decision_no, on = row.text("number"), row.text("decision_no"), row.day("decided_on")
    if given:
        return given
    if not decision_no or on is None:
        return ""
    return decision_no if _YEAR.search(decision_no) else f"{decision_no} ngày {on:%d/%m/%Y}"


def duty_kind(row: OldRow) -> tuple[ObligationKind, bool]:
    """Return the kind of duty; “other” when the old books say none of the law's."""
    kind = row.choice("duty_kind")
    return (ObligationKind(kind), False) if kind is not None else (ObligationKind.OTHER, True)


def initiation(rows: Sequence[OldRow]) -> tuple[Initiation, bool]:
    """Return how the decision came about; when not told, ex officio only if every duty is of that kind."""
    told = rows[0].choice("initiation")
    if told is not None:
        return Initiation(told), False
    usual = {LAW.obligations.of(duty_kind(row)[0]).initiation for row in rows}
    return (Initiation.EX_OFFICIO if usual == {"ex_officio"} else Initiation.ON_REQUEST), True


def judgment_kind(rows: Sequence[OldRow]) -> tuple[JudgmentKind, bool]:
    """Return the kind of judgment; “other” when not told."""
    told = rows[0].choice("judgment_kind")
    return (JudgmentKind(told), False) if told is not None else (JudgmentKind.OTHER, True)


def judgment_on(row: OldRow) -> date | None:
    """Return the day of the judgment when it may be: not after the decision."""
    told, decided = row.day("judgment_on"), row.day("decided_on")
    return told if told is not None and decided is not None and told <= decided else None


def status(row: OldRow, book: OldBook) -> tuple[ObligationStatus, bool]:
    """Return where an obligation stands; when not told, as far as the assignment of a bailiff."""
    told = row.choice("status")
    if told is not None:
        return S(told), False
    return (S.ASSIGNED if book.bailiff(row.text("bailiff")) else S.DECIDED), True


def known_day(row: OldRow, key: str, book: OldBook) -> date | None:
    """Return a day that lies between the decision and the cut-over, None when not told or not possible."""
    told, decided = row.day(key), row.day("decided_on")
    return told if told is not None and decided is not None and decided <= told <= book.on else None


def since(row: OldRow, book: OldBook) -> date | None:
    """Return since when an obligation stands as it does; of one unable, the day of that decision will do."""
    if (told := known_day(row, "status_on", book)) is not None:
        return told
    if status(row, book)[0] is S.UNABLE:
        return known_day(row, "unable_on", book)
    return known_day(row, "decided_on", book) if status(row, book)[0] in {S.DECIDED, S.ASSIGNED} else None


def ground(row: OldRow, book: OldBook) -> str:
    """Return the code of the ground by code, words or point of the law; empty when not told or not listed."""
    stands, written = status(row, book)[0], fold(row.text("ground"))
    if not written or stands not in GROUND_LISTS:
        return ""
    listed = listed_grounds(stands, on=since(row, book) or book.on)
    for one in listed:
        if written in {fold(one.code), fold(one.vi)}:
            return one.code
    if stands is S.SUSPENDED:
        return _cause(written)
    point = _POINT.search(written) or re.fullmatch(r"([a-z])", written)
    fitting = [one.code for one in listed if point and fold(one.point) == point[1]]
    return fitting[0] if len(fitting) == 1 else ""


def _cause(written: str) -> str:
    words = {"khang nghi": SuspensionCause.PROTEST, "pha san": SuspensionCause.BANKRUPTCY}
    found = [cause.value for word, cause in words.items() if word in written]
    return found[0] if len(found) == 1 else ""


def until(row: OldRow, book: OldBook) -> date | None:
    """Return the last day of a deferral."""
    return row.day("until") if status(row, book)[0] is S.DEFERRED else None


def unable_on(rows: Sequence[OldRow], book: OldBook) -> date | None:
    """Return the day of the decision that there are no conditions yet, of the first obligation that has
    one.
    """
    for row in rows:
        if (told := known_day(row, "unable_on", book)) is not None:
            return told
        if status(row, book)[0] is S.UNABLE and (told := since(row, book)) is not None:
            return told
    return None


def verifications(rows: Sequence[OldRow], book: OldBook) -> int:
    """Return how often conditions were verified: as told, at least once when a day is told."""
    told = max(row.amount("verifications") for row in rows)
    return max(told, 1 if any(known_day(row, "verified_on", book) for row in rows) else 0)


def last_day(rows: Sequence[OldRow], key: str, book: OldBook) -> date | None:
    """Return the last of the days that the rows of a case tell."""
    return max((day for row in rows if (day := known_day(row, key, book)) is not None), default=None)
