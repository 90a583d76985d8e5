"""Acts that end a case or a part of it, or pass it on."""

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.delegating import order_of_places
from thads.enforcement.money import actions as money
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import choices as c
from thads.interfaces.web.acts.forms import Act, Group, Setting, Touch
from thads.interfaces.web.fields import ChoiceField
from thads.law import LAW, Regime


def _on_ground(setting: Setting) -> dict[str, forms.Field]:
    return {"ground": c.ground(setting)}


def _terminating(setting: Setting) -> dict[str, forms.Field]:
    ground = c.ground(setting)
    ground.help_text = "Thỏa thuận, yêu cầu đình chỉ không được ảnh hưởng đến người khác."
    if LAW.regime(setting.viewer.on) is Regime.R2025:
        ground.help_text += " Phải nộp đủ phí, chi phí đến ngày đình chỉ (N152 Đ14.5)."
    return {"ground": ground}


def _delegating(setting: Setting) -> dict[str, forms.Field]:
    to_agency = c.agency(setting, "Cơ quan nhận ủy thác")
    to_agency.help_text = order_of_places(setting.viewer.on)
    found: dict[str, forms.Field] = {
        "to_agency": to_agency,
        "ground": c.grounds_of("delegation", setting, words="Căn cứ chọn nơi nhận"),
        "content": c.words("Đã làm, đang làm; phí đã thu, còn phải thu", lines=2, required=False),
    }
    if setting.page.is_interim and LAW.regime(setting.viewer.on) is Regime.R2025:
        found["is_listed_measure"] = c.tick("Biện pháp thuộc các trường hợp được ủy thác (N152 Đ26.7)")
    return found


def _pulling_up(setting: Setting) -> dict[str, forms.Field]:
    tree = organisation.agency_tree(on=setting.viewer.on)
    code = setting.page.row.agency
    superior = (tree[code].parent or "") if code in tree else ""
    choices = [(superior, tree[superior].name)] if superior in tree else []
    return {"to_agency": ChoiceField(label="Cơ quan rút hồ sơ", choices=choices)}


ENDING = (
    Act(
        "finish", "Đã ghi thi hành xong.", "Ngày thi hành xong", money.close_case, Touch.NUMBERS,
        icon="circle-check", group=Group.END,
    ),
    Act(
        "terminate", "Đã ghi quyết định đình chỉ thi hành án.", c.DECISION_DAY, money.terminate_case,
        Touch.WHOLE_OR_AMOUNTS, _terminating, icon="square-x", group=Group.END,
    ),
    Act(
        "return_request", "Đã ghi gửi lại yêu cầu thi hành án.", "Ngày thông báo", actions.return_request,
        Touch.NUMBERS, _on_ground, icon="arrow-back-up", group=Group.END,
    ),
    Act(
        "close_otherwise", "Đã ghi kết thúc thi hành án.", "Ngày kết thúc", actions.close_otherwise,
        Touch.NUMBERS, _on_ground, icon="circle-x", group=Group.END,
    ),
    Act(
        "delegate_out", "Đã ghi quyết định ủy thác.", c.DECISION_DAY, actions.delegate_out,
        Touch.WHOLE_OR_AMOUNTS, _delegating, icon="transfer", group=Group.END,
    ),
    Act(
        "pull_up_file", "Đã ghi quyết định rút hồ sơ.", c.DECISION_DAY, actions.pull_up_file,
        fields=_pulling_up, icon="arrow-up", group=Group.END,
    ),
    Act(
        "recall_decision", "Đã ghi thu hồi, hủy quyết định thi hành án.", c.DECISION_DAY,
        actions.recall_decision, Touch.WHOLE_OR_AMOUNTS, _on_ground, icon="rotate", group=Group.END,
    ),
    Act(
        "transfer_rights", "Đã ghi chuyển giao quyền, nghĩa vụ.", c.DECISION_DAY, actions.transfer_rights,
        icon="switch-horizontal", group=Group.END, page="web:transfer_rights",
        step="recall_decision", label="Chuyển giao quyền, nghĩa vụ thi hành án",
    ),
    Act(
        "hand_to_agency", "Đã chuyển hồ sơ cho cơ quan.", c.DECISION_DAY, actions.hand_to_agency,
        icon="building-bank", group=Group.END, page="web:hand_to_agency",
    ),
)  # fmt: skip
