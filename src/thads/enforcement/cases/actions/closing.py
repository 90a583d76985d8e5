"""Ending a case or a part of it, and taking back a fact recorded by mistake (L08 Đ37, 50–57; L25 Đ48–52,
55).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.addressing import addressee, check_other
from thads.enforcement.cases.folding import known_on
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import cancel, record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.delegating import check_interim_delegation
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.not_superior": "Chỉ cơ quan thi hành án dân sự cấp tỉnh quản lý trực tiếp ({superior}) được "
        "rút hồ sơ "
        "của {agency}.",
        "cases.reason_needed": "Hủy một sự kiện đã ghi phải ghi rõ lý do.",
    }
)


@action("cases.terminate")
def terminate(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    parts: tuple[Part, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """End the case for good on a listed ground, whole or the obligations and đồng named (L08 Đ50; L25 Đ48).

    Refuses the end of an interim measure where none is enforced. Whether fee and costs come first, the room
    of money asks (N152 Đ14.5).
    """
    case = lock_case(viewer, case_id, "cases.terminate", expected_seq)
    order_no = order_number(case.agency, "termination", on)
    return record(viewer, case, facts.Terminated(ground, parts), on=on, order_no=order_no)


@action("cases.reduce_duty")
def reduce_duty(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    parts: tuple[Part, ...],
    court_decision: str,
    expected_seq: int | None = None,
) -> UUID:
    """Record that the court reduced a duty to the State by some đồng (L08 Đ61–64; L25 Đ42–45)."""
    case = lock_case(viewer, case_id, "cases.reduce_duty", expected_seq)
    return record(viewer, case, facts.DutyReduced(parts, court_decision), on=on, order_no=court_decision[:64])


@action("cases.delegate_out")
def delegate_out(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    to_agency: str,
    parts: tuple[Part, ...] = (),
    ground: str = "",
    is_listed_measure: bool = False,
    content: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Pass the case, or the parts named, to another agency, by code or by name (L08 Đ55–57; L25 Đ49).

    `content`: what was done, what is under way, fee collected and due (L08 Đ57.1; T216 Đ5.6).
    Refuses while a thing held or seized here answers for what is delegated; since 1/7/2026 an interim
    measure until `is_listed_measure` confirms that it may be delegated (N152 Đ26.7).
    """
    case = lock_case(viewer, case_id, "cases.delegate_out", expected_seq)
    to_agency = addressee(to_agency, on=on)
    check_other(case, to_agency)
    state, _told = known_on(case, on)
    check_interim_delegation(state, is_listed=is_listed_measure, on=on)
    order_no = order_number(case.agency, "delegation", on)
    return record(
        viewer, case, facts.DelegatedOut(to_agency, parts, ground, content.strip()), on=on, order_no=order_no
    )


@action("cases.pull_up_file")
def pull_up_file(
    *, viewer: Viewer, case_id: UUID, on: date, to_agency: str, expected_seq: int | None = None
) -> UUID:
    """Record that the province takes the file of one of its districts (L08 Đ35.2h; TL11 Đ1.7)."""
    case = lock_case(viewer, case_id, "cases.pull_up_file", expected_seq)
    check_other(case, to_agency)
    tree = organisation.agency_tree(on=on)
    superior = (tree[case.agency].parent or "") if case.agency in tree else ""
    if to_agency != superior:
        raise Refusal(
            "cases.not_superior", basis="L08 Đ35.2h; TL11 Đ1.7", superior=superior or "không có",
            agency=case.agency,
        )  # fmt: skip
    order_no = order_number(to_agency, "file_pull_up", on)
    return record(viewer, case, facts.FilePulledUp(to_agency), on=on, order_no=order_no)


@action("cases.recall_decision")
def recall_decision(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    parts: tuple[Part, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Recall or annul the enforcement decision, whole or in part, on a listed ground (L08 Đ37; L25 Đ52)."""
    case = lock_case(viewer, case_id, "cases.recall_decision", expected_seq)
    order_no = order_number(case.agency, "recall", on)
    return record(viewer, case, facts.DecisionRecalled(ground, parts), on=on, order_no=order_no)


@action("cases.finish")
def finish(
    *, viewer: Viewer, case_id: UUID, on: date, nos: tuple[int, ...] = (), expected_seq: int | None = None
) -> UUID:
    """Record that all rights and duties, or the obligations named, are performed (L08 Đ52; L25 Đ55).

    Refuses while đồng are still owed on any of them.
    """
    case = lock_case(viewer, case_id, "cases.finish", expected_seq)
    return record(viewer, case, facts.Performed(tuple(Part(no) for no in nos)), on=on)


@action("cases.return_request")
def return_request(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Send the request back to the creditor of a debtor two years without means, or one who withholds
    papers; the case ends, a new request may come at any time (L25 Đ38.4; N152 Đ22.2, 32.1d, 42.8).

    Refuses before 1/7/2026, a case ex officio, and whatever `check_can_return_request` refuses.
    """
    case = lock_case(viewer, case_id, "cases.return_request", expected_seq)
    order_no = order_number(case.agency, "notice", on, symbol="TB")
    fact = facts.RequestReturned(ground, tuple(Part(no) for no in nos))
    return record(viewer, case, fact, on=on, order_no=order_no)


@action("cases.close_otherwise")
def close_otherwise(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """End enforcement in another way that the decree lists (N152 Đ32.1a–e); refuses before 1/7/2026, and
    while a measure or the publication stands.
    """
    case = lock_case(viewer, case_id, "cases.close_otherwise", expected_seq)
    order_no = order_number(case.agency, "order", on)
    fact = facts.ClosedOtherwise(ground, tuple(Part(no) for no in nos))
    return record(viewer, case, fact, on=on, order_no=order_no)


@action("cases.cancel_fact")
def cancel_fact(
    *, viewer: Viewer, case_id: UUID, entry_id: int, on: date, reason: str, expected_seq: int | None = None
) -> UUID:
    """Take back a fact recorded by mistake; nothing is overwritten, both stay readable (L08 Đ37; T04 Đ36.4).

    Refuses the opening decision, and a fact without which a later one would not be lawful.
    """
    case = lock_case(viewer, case_id, "cases.cancel_fact", expected_seq)
    if not reason.strip():
        raise Refusal("cases.reason_needed", basis="T04 Đ36.4")
    return cancel(viewer, case, entry_id, on=on, reason=reason.strip())
