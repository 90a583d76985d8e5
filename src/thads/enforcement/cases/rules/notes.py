"""What must be true of a case before a step that moves no obligation (process.md 2.2, rows 7–8, 14–15, 25,
31–35).

One small function a step; each refuses with the article, or returns. Buttons ask the same.
"""

from collections.abc import Callable, Mapping
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.archive import check_all_taken
from thads.enforcement.cases.rules.coercion import coerced_lines
from thads.enforcement.cases.rules.moves import Move
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import ObligationStatus, VerificationResult
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.file_open_already": "Hồ sơ thi hành án của việc {number} đã được lập ngày {opened_on}.",
        "cases.no_change_asked": "Việc {number} không có đề nghị thay đổi Chấp hành viên nào đang chờ trả "
        "lời.",
        "cases.no_mandate_open": "Việc {number} không có ủy quyền xác minh nào đang chờ kết quả.",
        "cases.nothing_to_publish": "Chỉ công khai khi việc {number} có quyết định về việc chưa có điều "
        "kiện thi hành án đang có hiệu lực.",
        "cases.published_already": "Việc {number} đã được công khai ngày {published_on}.",
        "cases.not_published": "Việc {number} không có thông tin đang được công khai.",
        "cases.no_coercion_stands": "Việc {number} không có quyết định cưỡng chế nào đang chờ tổ chức.",
        "cases.no_measure_stands": "Việc {number} không có biện pháp bảo đảm, cưỡng chế nào đang có hiệu "
        "lực.",
        "cases.no_certificate_asked": "Việc {number} không có yêu cầu xác nhận kết quả nào đang chờ.",
        "cases.archived_already": "Hồ sơ việc {number} đã được lưu trữ ngày {archived_on}.",
        "cases.not_archived": "Hồ sơ việc {number} chưa được lưu trữ.",
        "cases.taken_out_already": "Hồ sơ việc {number} đang được rút ra từ ngày {taken_out_on}.",
        "cases.not_taken_out": "Hồ sơ việc {number} đang nằm trong lưu trữ, không có gì để trả.",
    }
)

Noted = Callable[[CaseState, date, str], None]


def check_noted(state: CaseState, move: Move, on: date) -> None:
    """Refuse a step about the case itself whose time has not come."""
    condition = NOTED.get(move.fact)
    if condition is not None:
        condition(state, on, move.basis(on))


def _file_not_open(state: CaseState, on: date, basis: str) -> None:
    if state.file_opened_on is not None:
        raise Refusal(
            "cases.file_open_already", basis=basis, number=state.number, opened_on=state.file_opened_on
        )


def _change_asked(state: CaseState, on: date, basis: str) -> None:
    if state.bailiff_change_asked_on is None:
        raise Refusal("cases.no_change_asked", basis=basis, number=state.number)


def _mandate_open(state: CaseState, on: date, basis: str) -> None:
    if all(one.answered_on is not None for one in state.mandates):
        raise Refusal("cases.no_mandate_open", basis=basis, number=state.number)


UNABLE = frozenset({ObligationStatus.UNABLE, ObligationStatus.SEPARATE_LEDGER})


def _to_publish(state: CaseState, on: date, basis: str) -> None:
    if all(line.status not in UNABLE for line in state.obligations):
        raise Refusal("cases.nothing_to_publish", basis=basis, number=state.number)
    if state.is_published:
        raise Refusal(
            "cases.published_already", basis=basis, number=state.number, published_on=state.published_on
        )


def _published(state: CaseState, on: date, basis: str) -> None:
    if not state.is_published:
        raise Refusal("cases.not_published", basis=basis, number=state.number)


def _may_coerce(state: CaseState, on: date, basis: str) -> None:
    """Refuse coercion where everything rests, or where nobody has found means (L08 Đ46; L25 Đ72)."""
    lines = coerced_lines(state, (), basis=basis)
    if not state.is_interim and all(line.found is not VerificationResult.ABLE for line in lines):
        raise Refusal("cases.coercion_needs_ability", basis=basis, no=lines[0].no)


def _coercion_waits(state: CaseState, on: date, basis: str) -> None:
    if all(one.is_security or one.carried_out_on is not None for one in state.standing_measures):
        raise Refusal("cases.no_coercion_stands", basis=basis, number=state.number)


def _measure_stands(state: CaseState, on: date, basis: str) -> None:
    if not state.standing_measures:
        raise Refusal("cases.no_measure_stands", basis=basis, number=state.number)


def _certificate_asked(state: CaseState, on: date, basis: str) -> None:
    if state.certificate_asked_on is None:
        raise Refusal("cases.no_certificate_asked", basis=basis, number=state.number)


def _ready_for_archive(state: CaseState, on: date, basis: str) -> None:
    _not_archived(state, on, basis)
    check_all_taken(state, basis=basis)


def _not_archived(state: CaseState, on: date, basis: str) -> None:
    if state.archived_on is not None:
        raise Refusal(
            "cases.archived_already", basis=basis, number=state.number, archived_on=state.archived_on
        )


def _in_archive(state: CaseState, on: date, basis: str) -> None:
    if state.archived_on is None:
        raise Refusal("cases.not_archived", basis=basis, number=state.number)
    if state.taken_out_on is not None:
        raise Refusal(
            "cases.taken_out_already", basis=basis, number=state.number, taken_out_on=state.taken_out_on
        )


def _taken_out(state: CaseState, on: date, basis: str) -> None:
    if state.taken_out_on is None:
        raise Refusal("cases.not_taken_out", basis=basis, number=state.number)


NOTED: Mapping[type[f.CaseFact], Noted] = {
    f.FileOpened: _file_not_open,
    f.BailiffChangeRefused: _change_asked,
    f.MandateAnswered: _mandate_open,
    f.DebtorPublished: _to_publish,
    f.PublicationUpdated: _published,
    f.PublicationEnded: _published,
    f.CoercionDecided: _may_coerce,
    f.CoercionPrepared: _coercion_waits,
    f.CoercionCarriedOut: _coercion_waits,
    f.MeasureEnded: _measure_stands,
    f.CertificateIssued: _certificate_asked,
    f.FileChecked: _not_archived,
    f.FileArchived: _ready_for_archive,
    f.FileTakenOut: _in_archive,
    f.FileReturned: _taken_out,
}
