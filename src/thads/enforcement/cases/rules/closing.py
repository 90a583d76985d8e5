"""What must be over before a case is closed or its file archived: measures, publication (process.md 2.9.8).

Asked of those who close today: registers of old cases do not tell it. What money must show, the room of money
asks.
"""

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.returns import UNABLE
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.words import act_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.measure_stands": "{act}: biện pháp số {no} ({kind}, {subject}) đang có hiệu lực; phải chấm "
        "dứt, giải tỏa trước.",
        "cases.publication_stands": "{act}: thông tin công khai từ ngày {published_on} chưa chấm dứt; phải "
        "chấm dứt công khai trước.",
    }
)


def check_released(state: CaseState, fact: f.CaseFact | type[f.CaseFact], *, basis: str) -> None:
    """Refuse while a measure stands (L08 Đ105; L25 Đ95)."""
    standing = next(iter(state.standing_measures), None)
    if standing is not None:
        raise Refusal(
            "cases.measure_stands", basis=basis, act=act_name(fact), no=standing.no,
            kind=LAW.label(standing.kind).lower(), subject=standing.subject,
        )  # fmt: skip


def check_unpublished(state: CaseState, fact: f.CaseFact | type[f.CaseFact], *, basis: str) -> None:
    """Refuse while the debtor stands in the publication (N62 Đ11.3; T04 Đ6.2; N152 Đ23.2)."""
    if state.is_published and state.published_on is not None:
        raise Refusal(
            "cases.publication_stands", basis=basis, act=act_name(fact), published_on=state.published_on
        )


def closes_case(state: CaseState, parts: tuple[f.Part, ...]) -> bool:
    """Say whether a step that ends obligations, whole, leaves none open."""
    named = {part.no for part in parts}
    return not parts or all(line.no in named for line in state.open_obligations)


def publication_should_end(state: CaseState) -> bool:
    """Say whether the debtor is still published though nothing is unable any more (N62 Đ11.3; N152 Đ23.2)."""
    return state.is_published and all(line.status not in UNABLE for line in state.open_obligations)
