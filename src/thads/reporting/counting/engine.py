"""The fast engine: the lines of the forms as ibis expressions over the spans.

Written from the specification, not from the reference engine: the two are held equal by property tests.
The expressions use only what every ibis backend has, so that the same text runs on DuckDB and on Spark.
A *mark* is one case within a question: `in_c8` says whether it is a member of line c8, `a_c8` its đồng.
"""

from collections.abc import Sequence

import ibis
from ibis import _

from thads.reporting.counting.rules.questions import Question, microseconds
from thads.reporting.counting.rules.standing import agreement_grounds
from thads.reporting.counting.tables import case_spans, number_orders, obligation_spans

# Where a case stands: the lowest number among its obligations. Open lines come before closed ones, so a
# case with anything open is never finished.
PLACES = ("c11", "c13", "c12", "c16", "c15", "c14", "m1", "c9", "c10", "c5a", "c4", "c5")
_PLACE = {code: number for number, code in enumerate(PLACES)}
_LAST_OPEN = _PLACE["m1"]

_WORK = ("decided", "assigned", "voluntary", "verifying", "enforcing")
_CLOSED_PLACES = {
    "performed": "c9", "terminated": "c10", "pulled_up": "c5a", "delegated_out": "c4", "recalled": "c5",
    "request_returned": "c10", "closed_otherwise": "c10",
}  # fmt: skip
_ACCOUNTS = ("collected", "terminated", "reduced", "delegated", "pulled_up", "recalled")
_RESTS = ("c11", "c12", "c13", "c14", "c15", "c16")

MEMBERS: dict[str, tuple[str, ...]] = {
    "c4": ("c4",), "c5": ("c5",), "c5a": ("c5a",),
    "c6": ("c11", "c13", "c12", "c16", "c15", "c14", "c9", "c10"),
    "c7": ("c9", "c10", "c11", "c12", "c13"),
    "c8": ("c9", "c10"), "c9": ("c9",), "c10": ("c10",), "c10a": (),
    **{code: (code,) for code in _RESTS},
    "c17": ("c11", "c12", "c13", "c14", "c15", "c16"),
    "m1": ("m1",),
}  # fmt: skip
"""Which places make a case a member of a line (c1…c3a also ask when it came in)."""

LINE_CODES = (
    "c1", "c2", "c3", "c3a", "c4", "c5", "c5a", "c6", "c7", "c8", "c9", "c10", "c10a",
    "c11", "c12", "c13", "c14", "c15", "c16", "c17", "m1",
)  # fmt: skip
CASE_FIELDS = (
    "case_id", "number", "agency", "bailiff", "initiation", "judgment_kind", "flags", "route", "from_agency",
)  # fmt: skip
MARK_COLUMNS: dict[str, str] = {
    "case_key": "int64", **dict.fromkeys(CASE_FIELDS, "string"), "kind": "string", "sent_to": "string",
    "origin": "string",
    "place": "int64", **{f"in_{code}": "boolean" for code in LINE_CODES},
    **{f"a_{code}": "int64" for code in LINE_CODES},
}  # fmt: skip


def marks(question: Question, *, per_kind: bool = False) -> ibis.Table:
    """Return the expression for one row per case the question knows (per case and kind, if asked)."""
    accounts = _accounts(question, per_kind=per_kind)
    return _marked(_per_case(accounts), _cases(question))


def _held(spans: ibis.Table, day: object, known: int) -> ibis.Table:
    """Keep the spans that held on a day as known at an instant."""
    return spans.filter(
        spans.valid_from <= day, spans.valid_to > day, spans.known_from <= known, spans.known_to > known
    )


def _cases(question: Question) -> ibis.Table:
    """The cases known on the day; one taken over from old books is not known before its cut-over day."""
    cases = _held(case_spans(), ibis.literal(question.as_of), microseconds(question.known_at))
    known = cases.carried_on.isnull() | (cases.carried_on <= ibis.literal(question.as_of))
    return cases.filter(known).select("case_key", "decided_on", "carried_on", *CASE_FIELDS)


def _obligations(question: Question, day: object) -> ibis.Table:
    spans = _known(question)
    return spans.filter(spans.valid_from <= day, spans.valid_to > day)


def _known(question: Question) -> ibis.Table:
    """The obligations asked about as known at the instant, on whatever days."""
    spans = obligation_spans()
    if question.kinds:
        spans = spans.filter(spans.kind.isin(sorted(question.kinds)))
    known = microseconds(question.known_at)
    return spans.filter(spans.known_from <= known, spans.known_to > known)


def _accounts(question: Question, *, per_kind: bool) -> ibis.Table:
    """Set each obligation as of the day beside what it was on the eve of the period."""
    opened = _cases(question).select("case_key", "decided_on", "carried_on")
    opened = opened.mutate(is_new=opened.decided_on >= ibis.literal(question.start))
    now = _obligations(question, ibis.literal(question.as_of)).inner_join(opened, "case_key")
    joined = now.left_join(_on_the_eve(question), ["case_key", "no"], rname="eve_{name}").mutate(
        counts=_.is_new | _.eve_rest.notnull(), kind=_.kind if per_kind else ibis.literal("")
    )
    before = {name: joined.is_new.ifelse(0, joined[f"eve_{name}"].fill_null(0)) for name in _ACCOUNTS}
    flows = {name: joined.counts.ifelse(joined[name] - before[name], 0) for name in _ACCOUNTS}
    return joined.select(
        "case_key", "kind", "is_new", "counts",
        place=_place(joined),
        base=joined.counts.ifelse(joined.is_new.ifelse(joined.amount, joined.eve_rest), 0),
        rest=joined.counts.ifelse(joined.remaining, 0),
        sent_to=(joined.status == "delegated_out").ifelse(joined.ground, ""),
        **{f"flow_{name}": flow for name, flow in flows.items()},
    )  # fmt: skip


def _on_the_eve(question: Question) -> ibis.Table:
    """The open obligations on the eve of the period; of cases taken over later, at the end of that day."""
    eve = ibis.literal(question.eve)
    later = _cases(question).filter(_.carried_on > eve).select("case_key", "carried_on")
    spans = _obligations(question, eve).anti_join(later, "case_key")
    taken_over = _known(question).inner_join(later, "case_key")
    taken_over = taken_over.filter(
        taken_over.valid_from <= taken_over.carried_on, taken_over.valid_to > taken_over.carried_on
    )
    names = ("case_key", "no", "status", "remaining", *_ACCOUNTS)
    both = spans.select(*names).union(taken_over.select(*names))
    return both.filter(~both.status.isin(list(_CLOSED_PLACES))).select(
        "case_key", "no", eve_rest=_.remaining, **{f"eve_{name}": both[name] for name in _ACCOUNTS}
    )


def _place(line: ibis.Table) -> ibis.Value:
    """Say where an obligation stands, from its status and ground."""
    closed = [(line.status == status, _PLACE[place]) for status, place in _CLOSED_PLACES.items()]
    agreed = line.ground.isin(sorted(agreement_grounds()))
    return ibis.cases(
        *closed,
        (line.status == "separate_ledger", _PLACE["m1"]),
        ((line.amount > 0) & (line.remaining <= 0), _PLACE["c13"]),
        (line.status.isin(_WORK), _PLACE["c11"]),
        ((line.status == "deferred") & agreed, _PLACE["c12"]),
        (line.status == "deferred", _PLACE["c15"]),
        (line.status == "suspended", _PLACE["c16"]),
        else_=_PLACE["c14"],
    )


def _per_case(accounts: ibis.Table) -> ibis.Table:
    """Add up the obligations of each case."""

    def resting(code: str) -> ibis.Value:
        return (accounts.place == _PLACE[code]).ifelse(accounts.rest, 0)

    gathered = accounts.group_by("case_key", "kind").aggregate(
        place=_.place.min(),
        is_new=_.is_new.max(),
        counts=_.counts.max(),
        sent_to=_.sent_to.max(),
        base=_.base.sum(),
        **{f"rest_{code}": resting(code).sum() for code in PLACES},
        **{f"flow_{name}": accounts[f"flow_{name}"].sum() for name in _ACCOUNTS},
    )
    return gathered.filter(_.counts)


def _marked(case: ibis.Table, cases: ibis.Table) -> ibis.Table:
    """Say for every line whether the case is a member and how many đồng it gives."""
    joined = case.inner_join(cases, "case_key")
    amounts = _amounts(joined)
    counted = {
        code: joined.place.isin([_PLACE[place] for place in places]) if places else ibis.literal(False)
        for code, places in MEMBERS.items()
    }
    inside = joined.place != _PLACE["m1"]
    counted |= {
        "c1": inside,
        "c2": inside & ~joined.is_new,
        "c3": inside & joined.is_new,
        "c3a": inside & joined.is_new & (joined.route == "delegated_in"),
    }
    return joined.select(
        "case_key", *CASE_FIELDS, "kind", "sent_to", joined.is_new.ifelse("new", "carried").name("origin"),
        joined.place.cast("int64").name("place"),
        **{f"in_{code}": counted[code] for code in LINE_CODES},
        **{f"a_{code}": amounts[code].cast("int64") for code in LINE_CODES},
    )  # fmt: skip


def _amounts(case: ibis.Table) -> dict[str, ibis.Value]:
    brought = case.base - case.rest_m1
    paid = {
        "c4": case.flow_delegated + case.rest_c4,
        "c5": case.flow_recalled + case.rest_c5,
        "c5a": case.flow_pulled_up + case.rest_c5a,
        "c9": case.flow_collected + case.rest_c9,
        "c10": case.flow_terminated + case.rest_c10,
        "c10a": case.flow_reduced,
    }
    rests = {code: case[f"rest_{code}"] for code in _RESTS}
    new = case.is_new.ifelse(brought, 0)
    finished = paid["c9"] + paid["c10"] + paid["c10a"]
    return {
        "c1": brought,
        "c2": brought - new,
        "c3": new,
        "c3a": (case.route == "delegated_in").ifelse(new, 0),
        **paid,
        **rests,
        "c6": brought - paid["c4"] - paid["c5"] - paid["c5a"],
        "c7": finished + rests["c11"] + rests["c12"] + rests["c13"],
        "c8": finished,
        "c17": _total([rests[code] for code in _RESTS]),
        "m1": case.rest_m1,
    }


def _total(terms: Sequence[ibis.Value]) -> ibis.Value:
    first, *others = terms
    for term in others:
        first = first + term
    return first


def marks_table(name: str) -> ibis.Table:
    """Marks kept under a name, as an ibis table."""
    return ibis.table(MARK_COLUMNS, name=name)


def figures(kept: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Return for each group of marks the number of members and the đồng of every line."""
    counts = {f"n_{code}": kept[f"in_{code}"].cast("int64").sum() for code in LINE_CODES}
    sums = {f"s_{code}": kept[f"a_{code}"].cast("decimal(38, 0)").sum() for code in LINE_CODES}
    return kept.group_by(list(by)).aggregate(**counts, **sums)


def contributing(kept: ibis.Table, line: str) -> ibis.Table:
    """Return the marks that are members of a line or give đồng to it."""
    return kept.filter(kept[f"in_{line}"] | (kept[f"a_{line}"] != 0))


def in_order_of_numbers(kept: ibis.Table) -> ibis.Table:
    """Return rows with number and id of a case in the order in which people read the numbers."""
    joined = kept.inner_join(number_orders(), "number")
    return joined.order_by(joined.sorted_by, joined.case_id).drop("sorted_by")


def sent_elsewhere(kept: ibis.Table) -> ibis.Table:
    """Return by sender and receiver how many member cases of c4 were delegated."""
    sent = kept.filter(kept.in_c4).select("case_key", sender=kept.agency, receiver=kept.sent_to)
    return sent.group_by("sender", "receiver").aggregate(cases=sent.case_key.nunique())


def taken_in(kept: ibis.Table) -> ibis.Table:
    """Return by sender and receiver how many cases of c3a were taken in."""
    new = kept.filter(kept.in_c3a).select("case_key", sender=kept.from_agency, receiver=kept.agency)
    return new.group_by("sender", "receiver").aggregate(cases=new.case_key.nunique())
