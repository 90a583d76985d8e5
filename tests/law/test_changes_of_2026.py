"""What changed on 1/7/2026: the comparison finds every value of the specification's list of parameters."""

from datetime import date

import pytest

from thads.law import LAW

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)
CHANGES = {change.key: change for change in LAW.diff(BEFORE, AFTER)}

# parameter of the specification | our key | before | after ("" = there was none)
TABLE = """
signing.delegation          | signing.delegation                | Phó Thủ trưởng       | Trưởng đơn vị
private_track               | private_track                     | Thừa phát lại        | Thừa hành viên
debtor.includes_guarantor   | debtor.includes_guarantor         | không                | có
decision.unit               | decision.unit_ex_officio          | bản án               | mỗi người
decision.unit               | decision.unit_on_request          | mỗi yêu cầu          | mỗi người
exofficio.kinds             | ex_officio.kinds                  | 6                    | 8
request.channels            | request.channels                  | bưu điện             | VNeID
request.data                | request.required_fields           | địa chỉ              | số định danh
request.supplement_days     | request.supplement                |                      | 1 ngày làm việc
refusal.reasons             | refusal.reasons                   | 3                    | 5
limitation.re_request       | limitation.re_request             |                      | có
notice.default              | notice.default                    | trực tiếp            | VNeID
notice.posting_days         | notice.posting                    | 10 ngày              | 7 ngày
bailiff_change.days         | bailiff.change                    | 5 ngày làm việc      | 3 ngày làm việc
verification.first_days     | verification.first                | 10 ngày              | 9 ngày
verification.cross_province | verification.cross_province       | ủy quyền xác minh    | tự xác minh
unable.grounds              | unable.ground_count               | 3                    | 8
unable.after                | unable.after_ex_officio           | 01 năm               | 02 năm
unable.after                | unable.after_on_request           | theo dõi riêng       | gửi lại yêu cầu
unable.after                | unable.separate_ledger            | 1 năm                | 2 năm
unable.after                | unable.return_of_request          |                      | 2 năm
publish.end_days            | unable.publication_end            | 2 ngày làm việc      | 3 ngày làm việc
transfer.order              | transfer.form                     | ra quyết định mới    | một quyết định
transfer.order              | transfer.decision                 |                      | 10 ngày
deferral.grounds            | deferral.ground_count             | 8                    | 11
deferral.grounds            | deferral.partial                  | không                | có
deferral.unsold_asset       | grounds.deferral.unsold_asset_not_taken | không bán được       |
deferral.unsold_asset       | grounds.unable.unsold_asset_worth_less_than_costs | | không bán được
termination.fee_first       | termination.fee_first             | không                | có
termination.relief          | termination.relief                | miễn                 | giảm
recall.delegation           | recall.delegation_listed          | không                | có
fee.payer                   | fee.payer                         | người được thi hành án | người yêu cầu
payment.rank                | payment.rank_count                | 3                    | 5
payment.deductions          | payment.deductions                | chi phí              | thuế thu nhập
payment.circle              | payment.circle                    | thời điểm            | đã yêu cầu
payment.form                | payment.form                      | tiền mặt             | chuyển khoản
payment.extension           | money.disbursement_many_creditors |                      | 45 ngày
payment.extension           | money.disbursement_after_block    |                      | 10 ngày
setoff                      | setoff                            | không                | có
income_deduction            | income.deduction                  | 30 %                 | lương tối thiểu vùng
small_value                 | asset.small_value                 | 10.000.000 đồng      | 5 lần
small_value                 | asset.no_auction_value            | 2.000.000 đồng       | 5 lần
rent_setaside               | asset.rent_setaside               | 01 năm               | 12 lần
preemption                  | asset.preemption_immovable        | 3 tháng              | 15 ngày
preemption                  | asset.preemption_movable          | 1 tháng              | 5 ngày làm việc
preemption                  | asset.preemption_later            | 15 ngày              | 3 ngày làm việc
exploitation.days           | coercion.exploitation_contract    | 30 ngày              | 10 ngày
cost_notice                 | coercion.cost_notice              | 3 ngày làm việc      | 2 ngày làm việc
cost_notice                 | coercion.cost_notice_to           | người phải thi hành án | đương sự
forced_act.fine             | forced_act.fine                   | có                   | không
security.kinds              | security.kinds                    | tạm dừng             | tạm hoãn xuất cảnh
security.end_days           | security.end                      | 5 ngày làm việc      | 3 ngày làm việc
relief.thresholds           | relief.no_part_paid_remaining     | 2.000.000 đồng       | 5.000.000 đồng
relief.thresholds           | relief.remaining_after_ten_years  | 5.000.000 đồng       | 10.000.000 đồng
relief.thresholds           | relief.part_paid_needed           | có                   | không
certificate.days            | certificate.result                | 5 ngày làm việc      | 3 ngày làm việc
closure.other               | closure.other                     |                      | 5
closure.list_to_vks         | closure.list_to_procuracy         |                      | 1 tháng
evidence.store              | evidence.store                    | kho của cơ quan      | Công an
confiscated.receiver        | evidence.confiscated_receiver     | tài chính            | cấp xã
return_asset.days           | evidence.return_asset             | 3 tháng              | 30 ngày
return_asset.days           | evidence.return_paper             | 1 năm                | 3 tháng
court.clarify_days          | clarification.court               | 15 ngày              | 30 ngày
court.clarify_days          | clarification.court_complex       | 30 ngày              | 45 ngày
complaint.freeze_limit      | complaint.limit_freeze            | 3 ngày làm việc      | 10 ngày
complaint.levels            | complaint.levels                  | Chi cục trưởng       | xem xét lại
denunciation.days           | denunciation.decision             | 60 ngày              | 30 ngày
denunciation.days           | denunciation.decision_complex     | 90 ngày              | 60 ngày
denunciation.days           | denunciation.decision_most_complex |                      | 90 ngày
protest.ended               | protest.term_ended_case           |                      | 1 năm
recommendation.reply        | recommendation.reply              |                      | 15 ngày
steering.levels             | steering.levels                   | huyện                | tỉnh
bailiff_head.grade          | bailiff_head.grade                | mọi ngạch            | trung cấp
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]

# Of the specification's list, these did not change on that very day: one level and the new name came a year
# earlier, delegation by the year before's practice.
EARLIER = {"agency.levels": date(2025, 7, 1), "agency.name": date(2025, 7, 1)}


@pytest.mark.parametrize(("parameter", "key", "before", "after"), ROWS, ids=[row[1] for row in ROWS])
def test_the_comparison_finds_the_change(parameter: str, key: str, before: str, after: str) -> None:
    change = CHANGES[key]

    for side, words in ((change.before, before), (change.after, after)):
        if not words:
            assert side is None
        else:
            assert side is not None
            assert words in side.written
            assert side.basis


@pytest.mark.parametrize(("key", "day"), EARLIER.items())
def test_what_changed_a_year_earlier_is_found_there(key: str, day: date) -> None:
    assert key not in CHANGES
    assert key in {change.key for change in LAW.diff(date(2025, 6, 30), day)}


def test_the_list_of_the_specification_is_covered_whole(shared) -> None:
    text = (shared / "spec" / "process.md").read_text(encoding="utf-8")
    section = text.split("## 10. R2008")[1].split("**Digital duties**")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    parameters = {line.split("|")[1].strip() for line in rows}

    assert parameters == {row[0] for row in ROWS} | set(EARLIER)


def test_nothing_differs_between_two_days_of_one_regime() -> None:
    assert LAW.diff(date(2024, 8, 1), date(2024, 12, 31)) == ()


def test_the_comparison_backwards_swaps_the_sides() -> None:
    backwards = {change.key: change for change in LAW.diff(AFTER, BEFORE)}

    assert set(backwards) == set(CHANGES)
    assert all(backwards[key].before == CHANGES[key].after for key in CHANGES)


def test_new_powers_of_unit_heads_are_shown() -> None:
    change = CHANGES["signing.deferral.chief_bailiff"]

    assert change.before is None
    assert change.after is not None
    assert "Chấp hành viên trưởng" in change.after.written
