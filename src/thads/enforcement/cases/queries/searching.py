"""The search box: numbers by their index first, then the narrow table of search words, by its trigrams where
PostgreSQL has them, by one plain scan elsewhere.
"""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import StrIndex

from thads.enforcement.cases.models import CaseSearch, Duty, EnforcementCase, Judgment
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.pages import CaseRow, JudgmentRow
from thads.enforcement.cases.rules.search_words import Match, Matched, wanted_words, why
from thads.enforcement.cases.showing import ROW_FIELDS, as_party, as_rows, judgment_line
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.kernel.names import fold

SHORT_NUMBER = re.compile(r"0*(\d{1,9})/(\d{4})")
"""A case number as people say it, without the agency: “138/2023”."""

MOST_HITS = 200
"""So many hits are looked through for one that is exactly the number asked for."""


def find_case(viewer: Viewer, text: str) -> CaseRow | None:
    """Return the case meant by what stands in the search box, None when that is not certain.

    Certain are: a case number; its sequence and year when one case has them, of the viewer's own agency
    first; a number of a decision, judgment or person that one case in sight has; a name that fits one case.
    """
    wanted = " ".join(text.split())
    if not wanted:
        return None
    for numbers in _full_numbers(viewer, wanted):
        found = EnforcementCase.objects.filter(number__in=numbers, agency__in=viewer.sight)
        cases = as_rows(found.only(*ROW_FIELDS)[:2])
        if len(cases) == 1:
            return cases[0]
    return _only_case(viewer, wanted_words(wanted))


def _full_numbers(viewer: Viewer, wanted: str) -> tuple[list[str], list[str]]:
    """Return the case numbers that may be meant: the likely ones, then those of all agencies in sight."""
    short = SHORT_NUMBER.fullmatch(wanted)
    if short is None:
        return [wanted, wanted.upper()], []
    own = {post.agency for post in viewer.posts}
    likely, others = (
        [f"{short[1]}/{short[2]}/{agency}" for agency in sorted(agencies)] for agencies in (own, viewer.sight)
    )
    return likely, others


def _only_case(viewer: Viewer, words: str) -> CaseRow | None:
    hits = list(searched(viewer, words).values_list("case_id", "words")[:MOST_HITS])
    if _has_digit(words):
        hits = [(case, said) for case, said in hits if _is_exactly(words, said)]
    if len(hits) != 1:
        return None
    return as_rows(EnforcementCase.objects.filter(id=hits[0][0]).only(*ROW_FIELDS))[0]


def _is_exactly(number: str, said: str) -> bool:
    """Say whether a case has this number of case, decision, judgment or person; the agency may be left
    out.
    """
    is_short = SHORT_NUMBER.fullmatch(number) is not None
    return number in map(str.strip, said.split("|")) or (is_short and said.startswith(f"{number}/"))


def searched(viewer: Viewer, words: str) -> QuerySet[CaseSearch]:
    """Return the cases in sight in whose search words every word stands, a number at the start of a word
    (1/2024 is not in 11/2024).
    """
    found = CaseSearch.objects.filter(agency__in=viewer.sight)
    has_trigrams = connection.vendor == "postgresql"
    for place, word in enumerate(words.split()):
        found = _liking(found, word) if has_trigrams else _scanned(found, word, f"at{place}")
    return found


def _liking(found: QuerySet[CaseSearch], word: str) -> QuerySet[CaseSearch]:
    """Narrow by a comparison that the index of trigrams serves."""
    if word[0].isdigit():
        return found.filter(Q(words__contains=f" {word}") | Q(words__startswith=word))
    return found.filter(words__contains=word)


def _scanned(found: QuerySet[CaseSearch], word: str, name: str) -> QuerySet[CaseSearch]:
    """Narrow by the place of the word, which SQLite finds much faster than by comparing."""
    if word[0].isdigit():
        at_word = found.annotate(**{name: StrIndex("words", Value(f" {word}"))})
        return at_word.filter(Q(**{f"{name}__gt": 0}) | Q(words__startswith=word))
    return found.annotate(**{name: StrIndex("words", Value(word))}).filter(**{f"{name}__gt": 0})


def exact_first(viewer: Viewer, text: str) -> tuple[OrderBy, ...]:
    """Return the order that puts cases with exactly this number before those that only contain it, the
    viewer's own agency before others.
    """
    wanted = " ".join(text.split())
    if not _has_digit(wanted):
        return ()
    likely, others = _full_numbers(viewer, wanted)
    is_exact = Q(number__in=others) | Q(decision_no__iexact=wanted) | Q(judgment_no__iexact=wanted)
    rank = Case(
        When(number__in=likely, then=Value(0)), When(is_exact, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    return (rank.asc(),)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def why_found(viewer: Viewer, text: str, rows: Sequence[CaseRow]) -> Mapping[UUID, Match]:
    """Return why each of these cases in sight fits what was searched for; three questions."""
    by_id = {row.case_id: row for row in rows if viewer.sees(row.agency)}
    cases = EnforcementCase.objects.filter(uuid__in=by_id).prefetch_related("parties")
    entries = ledger.order_numbers(SUBJECT, list(by_id))
    found = {}
    for case in cases.only("uuid", "number", "decision_no", "judgment_no"):
        numbers = [
            (Matched.CASE_NUMBER, case.number),
            (Matched.DECISION_NUMBER, case.decision_no),
            (Matched.JUDGMENT_NUMBER, case.judgment_no),
            *((Matched.ORDER_NUMBER, number) for number in entries.get(case.uuid, ())),
        ]
        match = why(text, numbers=numbers, parties=[as_party(one) for one in case.parties.all()])
        if match is not None:
            found[case.uuid] = match
    return found


# --------------------------------------------------------------------------- judgments not decided on


def find_judgment(viewer: Viewer, text: str) -> UUID | None:
    """Return the judgment in sight with exactly this number on which no decision stands yet; None when none
    or several.
    """
    number = fold(text).replace(" ", "")
    found = list(_undecided(viewer).filter(number_folded=number)[:MOST_HITS]) if number else []
    own = [row for row in found if row.agency in {post.agency for post in viewer.posts}]
    for rows in (own, found):
        if len(rows) == 1:
            return rows[0].uuid
    return None


def undecided_judgments(viewer: Viewer, *, text: str, page: Page) -> Listing[JudgmentRow]:
    """Return the judgments in sight that fit the words and have duties without a decision, last received
    first: the list of cases does not hold them yet.
    """
    found = _undecided(viewer)
    for word in fold(text).split():
        if word[0].isdigit():
            fits = Q(number_folded__startswith=word) | Q(parties_folded__contains=f" {word}")
        else:
            fits = Q(number_folded__contains=word) | Q(parties_folded__contains=word)
        found = found.filter(fits)
    total = found.count()
    rows = found.order_by("-received_on", "-id").prefetch_related("parties")
    return Listing([judgment_line(row) for row in rows[page.start : page.start + page.length]], total, page)


def _undecided(viewer: Viewer) -> QuerySet[Judgment]:
    """Return the judgments with duties that no decision took up: few, found by the index of duties."""
    waiting = Duty.objects.filter(case__isnull=True).values("judgment")
    return Judgment.objects.filter(id__in=waiting, agency__in=viewer.sight)
