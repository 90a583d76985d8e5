"""Acts of stopping for a time, of the publication, and of going on."""

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.vocabulary import SuspensionCause
from thads.interfaces.web.acts import choices as c
from thads.interfaces.web.acts.forms import Act, Group, Setting, Touch
from thads.interfaces.web.fields import VocabularyField, with_nothing, words_of
from thads.law import LAW


def _on_ground(setting: Setting) -> dict[str, forms.Field]:
    return {"ground": c.ground(setting)}


def _resuming(setting: Setting) -> dict[str, forms.Field]:
    return {"ground": c.ground(setting, required=False)}


def _deferring(setting: Setting) -> dict[str, forms.Field]:
    hint = (
        "Phải ghi khi đương sự thỏa thuận hoãn và khi người có thẩm quyền kháng nghị yêu cầu (nhiều nhất "
        "03 tháng, một lần; yêu cầu nhận trước giờ cưỡng chế từ 24 giờ thì phải hoãn ngay)."
    )
    return {"ground": c.ground(setting), "until": c.day("Hoãn đến ngày", hint=hint)}


def _suspending(setting: Setting) -> dict[str, forms.Field]:
    """The causes that the law of the day knows."""
    known = {one.code for one in LAW.grounds("suspension", on=setting.viewer.on)}
    cause = VocabularyField(SuspensionCause, label="Căn cứ", nothing="Chọn căn cứ")
    lawful = [one for one in SuspensionCause if one.value in known]
    cause.choices = with_nothing("Chọn căn cứ", words_of(SuspensionCause, lawful))
    return {"cause": cause}


def _publishing(_setting: Setting) -> dict[str, forms.Field]:
    place = c.words("Nơi công khai", most=300)
    place.initial = "Cổng, trang thông tin điện tử thi hành án dân sự"
    return {"place": place}


def _updating(_setting: Setting) -> dict[str, forms.Field]:
    return {"content": c.words("Nội dung thay đổi", lines=2)}


def _ending(_setting: Setting) -> dict[str, forms.Field]:
    return {"reason": c.words("Lý do", most=500)}


RESTING = (
    Act(
        "resume", "Đã ghi quyết định tiếp tục thi hành án.", c.DECISION_DAY, actions.resume, Touch.NUMBERS,
        _resuming, icon="player-play", group=Group.REST,
    ),
    Act(
        "decide_unable", "Đã ghi quyết định về việc chưa có điều kiện thi hành án.", c.DECISION_DAY,
        actions.decide_unable, Touch.NUMBERS, _on_ground, icon="clock-pause", group=Group.REST,
    ),
    Act(
        "publish_debtor", "Đã ghi công khai thông tin.", "Ngày công khai", actions.publish_debtor,
        fields=_publishing, icon="world", group=Group.REST,
    ),
    Act(
        "update_publication", "Đã ghi cập nhật thông tin công khai.", "Ngày cập nhật",
        actions.update_publication, fields=_updating, icon="edit", group=Group.REST,
    ),
    Act(
        "end_publication", "Đã ghi chấm dứt công khai.", "Ngày chấm dứt", actions.end_publication,
        fields=_ending, icon="x", group=Group.REST,
    ),
    Act(
        "move_to_separate_ledger", "Đã chuyển sổ theo dõi riêng.", "Ngày chuyển sổ",
        actions.move_to_separate_ledger, Touch.NUMBERS, icon="notebook", group=Group.REST,
    ),
    Act(
        "defer", "Đã ghi quyết định hoãn thi hành án.", c.DECISION_DAY, actions.defer, Touch.NUMBERS,
        _deferring, icon="player-pause", group=Group.REST,
    ),
    Act(
        "suspend", "Đã ghi tạm đình chỉ thi hành án.", "Ngày thông báo, quyết định", actions.suspend,
        Touch.NUMBERS, _suspending, icon="player-stop", group=Group.REST,
    ),
)  # fmt: skip
