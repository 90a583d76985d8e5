"""What waits for a head, in piles: decisions to issue, bailiffs to assign, conditions to decide on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from thads.enforcement.cases.rules.pages import (
    DueCase,
    HeadFolder,
    IncomingRow,
    JudgmentRow,
    RequestRow,
    Waiting,
)
from thads.interfaces.web.deadline_story import DeadlineStory, story_of
from thads.kernel.money import Dong
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One thing that waits: where it is opened, what it is, about whom, by when."""

    address: str
    number: str
    under: str
    parties: str
    story: DeadlineStory | None = None
    words: str = ""
    remaining: Dong | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of things that wait: its name in the folder, how it is called, drawn and told."""

    name: str
    title: str
    icon: str
    subject: str
    line: Callable[[Any, date], PaperLine]
    has_money: bool = True


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
        reverse("web:judgment", args=(row.judgment_id,)),
        row.number,
        f"{row.court}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.parties,
        story_of(row.due, on=on) if row.due else None,
        "Chờ quyết định chủ động",
    )


def _request(row: RequestRow, on: date) -> PaperLine:
    return PaperLine(
        f"{reverse('web:judgment', args=(row.judgment_id,))}#request-{row.request_id}",
        row.register_no,
        f"bản án {row.judgment_no}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.requester,
        story_of(row.due, on=on) if row.due else None,
        "Chờ giải quyết",
    )


def _incoming(row: IncomingRow, on: date) -> PaperLine:
    return PaperLine(
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
            reverse("web:case", args=(row.case_id,)),
            row.number,
            f"{row.decided_on:%d/%m/%Y}, {LAW.label(row.initiation).lower()}",
            row.debtor,
            story_of(case.dues[0], on=on) if case.dues else None,
            words,
            row.remaining,
        )

    return line


KINDS = (
    Kind("judgments", "Ra quyết định chủ động", "writing-sign", "Bản án", _judgment, has_money=False),
    Kind("requests", "Giải quyết yêu cầu", "inbox", "Yêu cầu", _request, has_money=False),
    Kind("incoming", "Nhận ủy thác, rút hồ sơ", "transfer", "Quyết định", _incoming),
    Kind("unassigned", "Phân công chấp hành viên", "user-plus", "Việc", _case("Chưa phân công")),
    Kind("unable_proposed", "Quyết định chưa có điều kiện", "clock-pause", "Việc", _case()),
    Kind("found_able", "Tiếp tục khi đã có điều kiện", "player-play", "Việc", _case()),
    Kind("separate_ledger_due", "Chuyển sổ theo dõi riêng", "notebook", "Việc", _case()),
    Kind("deferrals_ended", "Tiếp tục sau khi hết hoãn", "player-play", "Việc", _case()),
    Kind(
        "to_finish", "Ghi thi hành xong", "circle-check", "Việc", _case("Đã thu đủ, chưa ghi thi hành xong")
    ),
)
"""What waits for a head, in the order of the work."""
