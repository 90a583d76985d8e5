"""What waits for a head, in piles: decisions to issue, bailiffs to assign, conditions to decide on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from thads.enforcement.cases.rules.pages import CaseRow, DueCase, HeadFolder, JudgmentRow, RequestRow
from thads.interfaces.web.deadline_story import DeadlineStory, story_of
from thads.kernel.money import Dong
from thads.law import LAW

MOST_SHOWN = 12
"""Lines of a pile that are shown; the rest is one click away."""


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
class Pile:
    """Things that wait for the same act."""

    code: str
    title: str
    icon: str
    subject: str
    waiting: Sequence[PaperLine]
    more: str = ""

    @property
    def size(self) -> int:
        return len(self.waiting)

    @property
    def lines(self) -> Sequence[PaperLine]:
        return self.waiting[:MOST_SHOWN]

    @property
    def has_money(self) -> bool:
        return any(line.remaining is not None for line in self.waiting)

    @property
    def late(self) -> int:
        return sum(1 for line in self.waiting if line.story is not None and line.story.urgency == "late")


def piles_of(folder: HeadFolder) -> list[Pile]:
    """Return the piles of a head's folder, in the order of the work."""
    cases = f"{reverse('web:cases')}?group="
    return [
        Pile(
            "judgments",
            "Ra quyết định chủ động",
            "writing-sign",
            "Bản án",
            _judgments(folder),
            f"{reverse('web:intake')}?waiting=1",
        ),
        Pile(
            "requests",
            "Giải quyết yêu cầu",
            "inbox",
            "Yêu cầu",
            _requests(folder),
            f"{reverse('web:requests')}?waiting=1",
        ),
        Pile(
            "unassigned",
            "Phân công chấp hành viên",
            "user-plus",
            "Việc",
            _rows(folder.unassigned, "Chưa phân công"),
            f"{cases}working",
        ),
        Pile(
            "unable",
            "Quyết định chưa có điều kiện",
            "clock-pause",
            "Việc",
            _due(folder.unable_proposed, folder),
            f"{cases}working",
        ),
        Pile(
            "ledger",
            "Chuyển sổ theo dõi riêng",
            "notebook",
            "Việc",
            _due(folder.separate_ledger_due, folder),
            f"{cases}unable",
        ),
        Pile(
            "deferrals",
            "Tiếp tục sau khi hết hoãn",
            "player-play",
            "Việc",
            _due(folder.deferrals_ended, folder),
            f"{cases}deferred",
        ),
        Pile(
            "finish",
            "Ghi thi hành xong",
            "circle-check",
            "Việc",
            _rows(folder.to_finish, "Đã thu đủ, chưa ghi thi hành xong"),
            f"{cases}open",
        ),
    ]


def _judgments(folder: HeadFolder) -> list[PaperLine]:
    return [_judgment(row, folder) for row in folder.judgments]


def _judgment(row: JudgmentRow, folder: HeadFolder) -> PaperLine:
    return PaperLine(
        reverse("web:judgment", args=(row.judgment_id,)),
        row.number,
        f"{row.court}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.parties,
        story_of(row.due, on=folder.on) if row.due else None,
        "Chờ quyết định chủ động",
    )


def _requests(folder: HeadFolder) -> list[PaperLine]:
    return [_request(row, folder) for row in folder.requests]


def _request(row: RequestRow, folder: HeadFolder) -> PaperLine:
    return PaperLine(
        f"{reverse('web:judgment', args=(row.judgment_id,))}#request-{row.request_id}",
        row.register_no,
        f"bản án {row.judgment_no}, nhận ngày {row.received_on:%d/%m/%Y}",
        row.requester,
        story_of(row.due, on=folder.on) if row.due else None,
        "Chờ giải quyết",
    )


def _due(cases: Iterable[DueCase], folder: HeadFolder) -> list[PaperLine]:
    return [_case(case.row, story=story_of(case.dues[0], on=folder.on)) for case in cases]


def _rows(rows: Iterable[CaseRow], words: str) -> list[PaperLine]:
    return [_case(row, words=words) for row in rows]


def _case(row: CaseRow, *, words: str = "", story: DeadlineStory | None = None) -> PaperLine:
    return PaperLine(
        reverse("web:case", args=(row.case_id,)),
        row.number,
        f"{row.decided_on:%d/%m/%Y}, {LAW.label(row.initiation).lower()}",
        row.debtor,
        story,
        words,
        row.remaining,
    )
