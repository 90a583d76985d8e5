"""What waits for a head, in piles: decisions to issue, bailiffs to assign, conditions to decide on, plans and
payments to approve. Each line is opened, looked at as a paper before it is signed, or ticked and signed with
others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from thads.enforcement.cases.rules.desk_pages import DeskMeasure
from thads.enforcement.cases.rules.pages import (
    DueCase,
    HeadFolder,
    IncomingRow,
    JudgmentRow,
    RequestRow,
    Waiting,
)
from thads.enforcement.money.rules.pages import PayoutRow
from thads.interfaces.web.deadline_story import DeadlineStory, story_of
from thads.kernel.money import Dong
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One thing that waits: the key it is ticked by, where it is opened, what it is, of whom, by when."""

    key: str
    address: str
    number: str
    under: str
    parties: str
    story: DeadlineStory | None = None
    words: str = ""
    remaining: Dong | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of things that wait: its name in the folder, how it is called, drawn and told.

    `act` is the act of the signing matrix that answers it, empty when nobody signs; `button` stands on the
    act when many may be done at once; `grounds` names the closed list of which one is to be chosen;
    `has_draft`: the paper can be looked at before it is signed.
    """

    name: str
    title: str
    icon: str
    subject: str
    line: Callable[[Any, date], PaperLine]
    has_money: bool = True
    act: str = ""
    button: str = ""
    grounds: str = ""
    verb: str = ""
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class Pile:
    """Things that wait for the same act: those shown, how many there are, how many are late."""

    kind: Kind
    lines: Sequence[PaperLine]
    size: int
    late: int


def piles_of(folder: HeadFolder) -> list[Pile]:
    """Return the piles of a head's folder, in the order of the work."""
    return [pile_of(kind, getattr(folder, kind.name), on=folder.on) for kind in KINDS]


def pile_of(kind: Kind, waiting: Waiting[Any], *, on: date) -> Pile:
    """Return one pile as it is shown."""
    return Pile(kind, [kind.line(row, on) for row in waiting.rows], waiting.total, waiting.late)


def _judgment(row: JudgmentRow, on: date) -> PaperLine:
    return PaperLine(
        str(row.judgment_id),
        reverse("web:judgment", args=(row.judgment_id,)),
        row.number,
        f"{row.court}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.parties,
        story_of(row.due, on=on) if row.due else None,
        "Chờ quyết định chủ động",
    )


def _request(row: RequestRow, on: date) -> PaperLine:
    return PaperLine(
        str(row.request_id),
        f"{reverse('web:judgment', args=(row.judgment_id,))}#request-{row.request_id}",
        row.register_no,
        f"bản án {row.judgment_no}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.requester,
        story_of(row.due, on=on) if row.due else None,
        "Chờ giải quyết",
    )


def _incoming(row: IncomingRow, on: date) -> PaperLine:
    return PaperLine(
        str(row.incoming_id),
        reverse("web:incoming", args=(row.incoming_id,)),
        row.order_no or "Chưa ghi số",
        f"{row.from_name}, ngày {row.sent_on:%d/%m/%Y}",
        row.debtor,
        story_of(row.due, on=on) if row.due else None,
        LAW.label(row.route) if row.received_on else f"{LAW.label(row.route)}, chưa vào sổ",
        row.amount,
    )


def _case(words: str = "") -> Callable[[DueCase, date], PaperLine]:
    """Return how a case is told in a pile: by its deadline, else in the words of the pile."""

    def line(case: DueCase, on: date) -> PaperLine:
        row = case.row
        return PaperLine(
            str(row.case_id),
            reverse("web:case", args=(row.case_id,)),
            row.number,
            f"{row.decided_on:%d/%m/%Y}, {LAW.label(row.initiation).lower()}",
            row.debtor,
            story_of(case.dues[0], on=on) if case.dues else None,
            words,
            row.remaining,
        )

    return line


def _plan(one: DeskMeasure, _on: date) -> PaperLine:
    measure = one.measure
    planned = f", dự kiến ngày {measure.planned_on:%d/%m/%Y}" if measure.planned_on else ""
    return PaperLine(
        f"{one.case_id}:{measure.no}",
        reverse("web:case", args=(one.case_id,)),
        one.number,
        f"{LAW.label(measure.kind)}{planned}",
        one.debtor,
        words=f"Kế hoạch cưỡng chế: {measure.subject}",
        remaining=measure.value,
    )


def _payout(row: PayoutRow, _on: date) -> PaperLine:
    return PaperLine(
        f"{row.case_id}:{row.payout}",
        reverse("web:case", args=(row.case_id,)),
        row.number,
        f"phiếu chi {row.slip_no or 'chưa ghi số'}, đề nghị ngày {row.proposed_on:%d/%m/%Y}",
        row.payee,
        words=f"{LAW.label(row.payee_kind)}, {LAW.label(row.form).lower()}",
        remaining=row.amount,
    )


KINDS = (
    Kind(
        "judgments", "Ra quyết định chủ động", "writing-sign", "Bản án", _judgment, has_money=False,
        act="enforcement_decision", button="Ký quyết định", verb="cases.issue_decisions", has_draft=True,
    ),
    Kind(
        "requests", "Giải quyết yêu cầu", "inbox", "Yêu cầu", _request, has_money=False,
        act="enforcement_decision", button="Ký quyết định", verb="cases.issue_on_request", has_draft=True,
    ),
    Kind(
        "incoming", "Nhận ủy thác, rút hồ sơ", "transfer", "Quyết định", _incoming,
        act="enforcement_decision", button="Ký quyết định", verb="cases.accept_incoming",
    ),
    Kind(
        "unassigned", "Phân công chấp hành viên", "user-plus", "Việc", _case("Chưa phân công"),
        act="assign", verb="cases.assign_bailiff",
    ),
    Kind(
        "unable_proposed", "Quyết định chưa có điều kiện", "clock-pause", "Việc", _case(),
        act="unable", button="Ký quyết định", grounds="unable", verb="cases.decide_unable", has_draft=True,
    ),
    Kind(
        "found_able", "Tiếp tục khi đã có điều kiện", "player-play", "Việc", _case(),
        act="resumption", button="Ký quyết định", verb="cases.resume", has_draft=True,
    ),
    Kind(
        "separate_ledger_due", "Chuyển sổ theo dõi riêng", "notebook", "Việc", _case(),
        act="separate_ledger", button="Ký chuyển sổ", verb="cases.move_to_separate_ledger", has_draft=True,
    ),
    Kind(
        "deferrals_ended", "Tiếp tục sau khi hết hoãn", "player-play", "Việc", _case(),
        act="resumption", button="Ký quyết định", verb="cases.resume", has_draft=True,
    ),
    Kind(
        "to_finish", "Ghi thi hành xong", "circle-check", "Việc", _case("Đã thu đủ, chưa ghi thi hành xong"),
        button="Ghi thi hành xong", verb="money.close_case",
    ),
)  # fmt: skip
"""What waits for a head in the books of cases, in the order of the work."""

PLANS = Kind(
    "plans", "Phê duyệt kế hoạch cưỡng chế", "shield", "Việc", _plan,
    act="coercion_plan", button="Phê duyệt", verb="cases.approve_coercion_plan",
)  # fmt: skip
PAYOUTS = Kind(
    "payouts", "Duyệt chi tiền", "cash", "Việc", _payout,
    act="payout", button="Duyệt chi", verb="money.approve_payout",
)  # fmt: skip
ALL_KINDS = (*KINDS, PLANS, PAYOUTS)


def kind_named(name: str) -> Kind | None:
    """Return the kind of this name, None for none."""
    return next((one for one in ALL_KINDS if one.name == name), None)


def whole_pile(kind: Kind, rows: Sequence[Any], *, on: date, shown: int) -> Pile:
    """Return a pile of which all rows are known."""
    return Pile(kind, [kind.line(row, on) for row in rows[:shown]], len(rows), 0)
