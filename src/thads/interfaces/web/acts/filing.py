"""Acts of the file: who works on the case, corrections of orders, certificates, the archive."""

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.archive import WHO
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.vocabulary import ArchiveStep
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import choices as c
from thads.interfaces.web.acts.forms import Act, Setting
from thads.interfaces.web.fields import (
    Choice,
    ChoiceField,
    VocabularyField,
    WordsField,
    with_nothing,
    words_of,
)


def _assigning(setting: Setting) -> dict[str, forms.Field]:
    row = setting.page.row
    here = organisation.bailiffs(frozenset({row.agency}), on=setting.viewer.on)
    choices: list[Choice] = [
        (one.code, f"{one.name} ({one.code})") for one in here if one.code != row.bailiff
    ]
    found: dict[str, forms.Field] = {
        "bailiff": ChoiceField(label="Chấp hành viên", choices=with_nothing("Chọn chấp hành viên", choices))
    }
    if row.bailiff:
        found["reason"] = WordsField(label="Lý do thay đổi", required=False, max_length=500)
    return found


def _opening(setting: Setting) -> dict[str, forms.Field]:
    return {"file_no": WordsField(label="Số hồ sơ", max_length=64, initial=setting.page.row.number)}


def _asking_change(setting: Setting) -> dict[str, forms.Field]:
    return {"by": c.person(setting, "Người đề nghị"), "reason": c.words("Lý do", most=500)}


def _refusing_change(_setting: Setting) -> dict[str, forms.Field]:
    return {"reason": c.words("Lý do không chấp nhận", required=True, most=500)}


def _is_own(setting: Setting) -> bool:
    return Role.BAILIFF in setting.viewer.roles_at(setting.page.row.agency)


def _amending(setting: Setting) -> dict[str, forms.Field]:
    mine = _is_own(setting)
    return {
        "of": c.order(setting, lambda one: one.is_own is mine),
        "content": c.words("Nội dung sửa đổi, bổ sung", lines=2, required=True),
    }


def _withdrawing(setting: Setting) -> dict[str, forms.Field]:
    mine = _is_own(setting)
    return {
        "of": c.order(setting, lambda one: one.is_own is mine and one.kind not in ENDED),
        "ground": c.ground(setting),
    }


def _annulling(setting: Setting) -> dict[str, forms.Field]:
    return {"of": c.order(setting, lambda one: one.kind not in ENDED)}


ENDED = frozenset({"cases.decision_issued", "cases.order_withdrawn"})
"""Orders that are not withdrawn in this way: the decision itself is recalled."""


def _has_orders(page: CasePage) -> bool:
    return any(one.kind not in ENDED for one in page.orders)


def _asking_certificate(setting: Setting) -> dict[str, forms.Field]:
    return {"by": c.person(setting, "Người yêu cầu")}


def _certifying(setting: Setting) -> dict[str, forms.Field]:
    hint = "Để trống khi xác nhận toàn bộ kết quả."
    return {
        "to": c.person(setting, "Cấp cho"),
        "content": c.words("Xác nhận phần, kỳ", lines=2, hint=hint),
    }


def _checking(setting: Setting) -> dict[str, forms.Field]:
    """The steps of the archive that are this person's, the next one first."""
    held = setting.viewer.roles_at(setting.page.row.agency)
    own = [one for one in ArchiveStep if WHO[one] in held]
    step = VocabularyField(ArchiveStep, label="Bước")
    step.choices = words_of(ArchiveStep, own or list(ArchiveStep))
    step.initial = setting.page.next_check.value if setting.page.next_check in own else None
    return {
        "step": step,
        "folios": _folios(setting, required=False),
        "remarks": c.words("Ghi chú", most=1000),
    }


def _archiving(setting: Setting) -> dict[str, forms.Field]:
    return {
        "folios": _folios(setting, required=True),
        "place": c.words("Vị trí", most=200),
        "keep_years": forms.IntegerField(
            label="Thời hạn lưu (năm)", required=False, min_value=0, max_value=999
        ),
    }


def _folios(setting: Setting, *, required: bool) -> forms.IntegerField:
    return forms.IntegerField(
        label="Số bút lục",
        required=required,
        min_value=0,
        max_value=99_999,
        initial=setting.page.folios or None,
    )


def _taking_out(_setting: Setting) -> dict[str, forms.Field]:
    return {
        "by": c.words("Người rút hồ sơ", required=True, most=200),
        "purpose": c.words("Mục đích", most=500),
    }


def _returning(_setting: Setting) -> dict[str, forms.Field]:
    return {"by": c.words("Người trả hồ sơ", most=200)}


FILING = (
    Act(
        "assign_bailiff", "Đã phân công chấp hành viên.", "Ngày phân công", actions.assign_bailiff,
        fields=_assigning, icon="user-plus",
    ),
    Act(
        "open_file", "Đã lập hồ sơ thi hành án.", "Ngày lập hồ sơ",
        actions.open_file, fields=_opening, icon="folder",
    ),
    Act(
        "ask_bailiff_change", "Đã ghi đề nghị thay đổi chấp hành viên.", "Ngày nhận đề nghị",
        actions.ask_bailiff_change, fields=_asking_change, icon="users-group",
    ),
    Act(
        "refuse_bailiff_change", "Đã ghi không chấp nhận thay đổi chấp hành viên.", "Ngày văn bản",
        actions.refuse_bailiff_change, fields=_refusing_change, icon="user-check",
    ),
    Act(
        "amend_order", "Đã ghi quyết định sửa đổi, bổ sung.", c.DECISION_DAY,
        actions.amend_order, fields=_amending, icon="pencil",
    ),
    Act(
        "withdraw_order", "Đã ghi thu hồi quyết định.", c.DECISION_DAY, actions.withdraw_order,
        fields=_withdrawing, icon="arrow-back-up",
    ),
    Act(
        "annul_order", "Đã ghi hủy quyết định.", c.DECISION_DAY, actions.annul_order, fields=_annulling,
        icon="trash", step="withdraw_order", label="Hủy quyết định về thi hành án", fits=_has_orders,
    ),
    Act(
        "request_certificate", "Đã ghi yêu cầu xác nhận kết quả.", "Ngày yêu cầu",
        actions.request_certificate, fields=_asking_certificate, icon="certificate",
    ),
    Act(
        "issue_certificate", "Đã cấp giấy xác nhận kết quả.", "Ngày cấp", actions.issue_certificate,
        fields=_certifying, icon="award",
    ),
    Act(
        "check_file", "Đã ghi bước kiểm tra hồ sơ.", "Ngày thực hiện",
        actions.check_file, fields=_checking, icon="file-check",
    ),
    Act(
        "archive_file", "Đã đưa hồ sơ vào lưu trữ.", "Ngày lưu trữ",
        actions.archive_file, fields=_archiving, icon="archive",
    ),
    Act(
        "take_file_out", "Đã ghi rút hồ sơ lưu trữ.", "Ngày rút",
        actions.take_file_out, fields=_taking_out, icon="folder-open",
    ),
    Act(
        "return_file", "Đã ghi trả hồ sơ lưu trữ.", "Ngày trả",
        actions.return_file, fields=_returning, icon="folders",
    ),
)  # fmt: skip
