"""Acts of security and coercion."""

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.income import REGIONS
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.vocabulary import CoercionKind, CoercionStep, PartyRole, SecurityKind
from thads.interfaces.web.acts import choices as c
from thads.interfaces.web.acts.forms import Act, Group, Setting, Touch
from thads.interfaces.web.fields import (
    MoneyField,
    VocabularyField,
    WordsField,
    with_nothing,
    words_of,
)
from thads.law import LAW, Regime

C = CoercionStep


def _securing(setting: Setting) -> dict[str, forms.Field]:
    kinds = [one for one in SecurityKind if one is not SecurityKind.EXIT_BAN]
    measure = VocabularyField(SecurityKind, label="Biện pháp", nothing="Chọn biện pháp")
    measure.choices = with_nothing("Chọn biện pháp", words_of(SecurityKind, kinds))
    return {
        "measure": measure,
        "subject": WordsField(label="Tài sản, tài khoản", max_length=4000),
        "value": MoneyField(label="Giá trị (đồng)", required=False),
        "holder": c.words("Nơi, người đang giữ", most=300),
        "minutes_on": c.day(
            "Biên bản khẩn cấp ngày", hint="Nếu đã lập biên bản tại chỗ trước; quyết định trong 24 giờ."
        ),
        "owned_since": c.day("Xác định quyền sở hữu ngày"),
        "requested_by": c.person(setting, "Người yêu cầu", required=False),
    }


def _banning_exit(setting: Setting) -> dict[str, forms.Field]:
    return {
        "subject": c.person(setting, "Người bị tạm hoãn xuất cảnh", role=PartyRole.DEBTOR),
        "requested_by": c.person(setting, "Người yêu cầu", required=False),
    }


def _coercing(setting: Setting) -> dict[str, forms.Field]:
    return {
        "measure": VocabularyField(CoercionKind, label="Biện pháp", nothing="Chọn biện pháp"),
        "subject": WordsField(label="Tài sản, thu nhập, công việc", max_length=4000),
        "value": MoneyField(label="Giá trị; số trừ mỗi tháng (đồng)", required=False),
        "costs": MoneyField(label="Chi phí dự trù (đồng)", required=False),
        "exception": c.grounds_of("coercion_exception", setting, words="Căn cứ khi giá trị lớn hơn nghĩa vụ"),
        "planned_on": c.day("Dự kiến cưỡng chế ngày"),
        "is_forceful": c.tick("Huy động lực lượng"),
        "is_immovable": c.tick("Kê biên bất động sản"),
        "is_honoured": c.tick("Người phải thi hành án là đối tượng chính sách"),
        "dissipation": c.words(
            "Hành vi tẩu tán tài sản", hint="Chỉ ghi khi cưỡng chế ngay trong thời hạn tự nguyện."
        ),
        **_income(setting),
    }


def _income(setting: Setting) -> dict[str, forms.Field]:
    """The fields of taking from an income: what the law leaves depends on them."""
    hint = "Chỉ ghi khi trừ vào thu nhập; để trống nếu đương sự đã thỏa thuận mức khác."
    found: dict[str, forms.Field] = {
        "income": MoneyField(label="Thu nhập mỗi tháng (đồng)", required=False, help_text=hint)
    }
    if LAW.regime(setting.viewer.on) is Regime.R2025:
        found["dependants"] = forms.IntegerField(label="Số người phụ thuộc", required=False, min_value=0)
        found["region"] = c.NumberField(
            label="Vùng lương tối thiểu", choices=((no, f"Vùng {no}") for no in REGIONS), nothing="Không"
        )
        found["region"].required = False
    return found


def _preparing(setting: Setting) -> dict[str, forms.Field]:
    steps = list(CoercionStep)
    if LAW.regime(setting.viewer.on) is Regime.R2025:
        steps.remove(C.PLAN_APPROVED)
    step = VocabularyField(CoercionStep, label="Bước", nothing="Chọn bước")
    step.choices = with_nothing("Chọn bước", words_of(CoercionStep, steps))
    waiting = [
        one for one in setting.page.standing_measures if not one.is_security and one.carried_out_on is None
    ]
    step.initial = waiting[0].next_step.value if len(waiting) == 1 and waiting[0].next_step else None
    return {
        "no": c.measure(setting, lambda one: not one.is_security and one.carried_out_on is None),
        "step": step,
        "planned_on": c.day("Dự kiến cưỡng chế ngày"),
        "content": c.words("Nội dung", lines=2),
    }


def _approving(setting: Setting) -> dict[str, forms.Field]:
    return {
        "no": c.measure(setting, lambda one: one.next_step is C.PLAN_APPROVED),
        "planned_on": c.day("Cưỡng chế ngày"),
        "content": c.words("Ý kiến", lines=2),
    }


def _carrying_out(setting: Setting) -> dict[str, forms.Field]:
    return {
        "no": c.measure(setting, lambda one: not one.is_security and one.carried_out_on is None),
        "begun_at": WordsField(label="Bắt đầu lúc", required=False, max_length=8, help_text="Ví dụ 08:30."),
        "result": c.words("Kết quả", lines=2),
    }


def _ending(setting: Setting) -> dict[str, forms.Field]:
    return {
        "no": c.measure(setting, lambda one: one.kind is not SecurityKind.EXIT_BAN),
        "ground": c.ground(setting),
    }


def _lifting(setting: Setting) -> dict[str, forms.Field]:
    return {
        "no": c.measure(setting, lambda one: one.kind is SecurityKind.EXIT_BAN),
        "ground": c.ground(setting),
    }


def _plan_waits(page: CasePage) -> bool:
    return any(one.next_step is C.PLAN_APPROVED for one in page.standing_measures)


def _ban_stands(page: CasePage) -> bool:
    return any(one.kind is SecurityKind.EXIT_BAN for one in page.standing_measures)


MEASURES = (
    Act(
        "order_security", "Đã ghi quyết định áp dụng biện pháp bảo đảm.", c.DECISION_DAY,
        actions.order_security, Touch.NUMBERS, _securing, icon="lock", group=Group.MEASURES,
    ),
    Act(
        "ban_exit", "Đã ghi quyết định tạm hoãn xuất cảnh.", c.DECISION_DAY, actions.ban_exit,
        Touch.NUMBERS, _banning_exit, icon="ban", group=Group.MEASURES, step="order_security",
        label="Quyết định tạm hoãn xuất cảnh",
    ),
    Act(
        "decide_coercion", "Đã ghi quyết định cưỡng chế.", c.DECISION_DAY, actions.decide_coercion,
        Touch.NUMBERS, _coercing, icon="gavel", group=Group.MEASURES,
        beside={"cases.voluntary_running": "dissipation", "cases.no_notice_yet": "dissipation"},
    ),
    Act(
        "prepare_coercion", "Đã ghi bước chuẩn bị cưỡng chế.", "Ngày thực hiện", actions.prepare_coercion,
        fields=_preparing, icon="checklist", group=Group.MEASURES,
    ),
    Act(
        "approve_coercion_plan", "Đã ghi phê duyệt kế hoạch cưỡng chế.", "Ngày phê duyệt",
        actions.approve_coercion_plan, fields=_approving, icon="writing-sign", group=Group.MEASURES,
        step="prepare_coercion", label="Phê duyệt kế hoạch cưỡng chế", fits=_plan_waits,
    ),
    Act(
        "carry_out_coercion", "Đã ghi kết quả cưỡng chế.", "Ngày cưỡng chế", actions.carry_out_coercion,
        fields=_carrying_out, icon="square-check", group=Group.MEASURES,
    ),
    Act(
        "end_measure", "Đã ghi chấm dứt biện pháp.", c.DECISION_DAY, actions.end_measure, fields=_ending,
        icon="lock-open", group=Group.MEASURES,
    ),
    Act(
        "lift_exit_ban", "Đã ghi chấm dứt tạm hoãn xuất cảnh.", c.DECISION_DAY, actions.lift_exit_ban,
        fields=_lifting, icon="lock-open", group=Group.MEASURES, step="end_measure",
        label="Chấm dứt tạm hoãn xuất cảnh", fits=_ban_stands,
    ),
)  # fmt: skip
