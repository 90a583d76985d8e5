"""Acts of the work: notice, sending, verification, information, agreement, money coming in."""

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.vocabulary import NoticeManner, OrderRecipient, VerificationResult
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts import choices as c
from thads.interfaces.web.acts.forms import Act, Group, Setting, Touch
from thads.interfaces.web.fields import ChoiceField, VocabularyField, WordsField
from thads.interfaces.web.receipt_fields import BESIDE as BESIDE_RECEIPT
from thads.interfaces.web.receipt_fields import receipt_fields, receive
from thads.law import LAW, Regime

MANNERS = tuple(LAW.label(one) for one in NoticeManner)
"""How something is told, in words."""


def _noticing(setting: Setting) -> dict[str, forms.Field]:
    posting = LAW.value("notice.posting", on=setting.viewer.on)
    hint = f"Niêm yết: ghi ngày niêm yết; giữ niêm yết {LAW.written(posting)}."
    return {
        "manner": VocabularyField(NoticeManner, label="Cách thông báo"),
        "recipient": WordsField(
            label="Người nhận",
            required=False,
            max_length=200,
            initial=setting.page.row.debtor,
            help_text=hint,
        ),
    }


def _sending(setting: Setting) -> dict[str, forms.Field]:
    owed = {one.seq for one in setting.page.owed_orders}
    first = next(iter(setting.page.owed_orders), None)
    order = c.order(setting, lambda one: one.seq in owed or not owed)
    order.initial = str(first.seq) if first else None
    likely = first.owes[0].value if first else OrderRecipient.PROCURACY.value
    to = VocabularyField(OrderRecipient, label="Gửi")
    to.initial = likely
    return {"of": order, "to": to, "manner": WordsField(label="Cách gửi", required=False, max_length=200)}


def _verifying(setting: Setting) -> dict[str, forms.Field]:
    return {
        "result": VocabularyField(VerificationResult, label="Kết quả xác minh", nothing="Chọn kết quả"),
        "findings": c.words("Nội dung xác minh", lines=2),
        "place": c.words("Nơi xác minh", most=300),
        "confirmed_by": c.words(
            "Xác nhận của", most=200, hint="Ủy ban nhân dân, Công an cấp xã, nơi giữ tài sản."
        ),
    }


def _mandating(setting: Setting) -> dict[str, forms.Field]:
    return {
        "to_agency": c.agency(setting, "Cơ quan nhận ủy quyền"),
        "registered_assets": c.tick("Xác minh tài sản phải đăng ký", hint="Thời hạn trả lời dài hơn."),
        "content": c.words("Nội dung cần xác minh", lines=2),
    }


def _answering(setting: Setting) -> dict[str, forms.Field]:
    waiting = [one.to_agency for one in setting.page.mandates if one.answered_on is None]
    names = _names(setting)
    choices = [(code, names.get(code, code)) for code in dict.fromkeys(waiting)]
    return {
        "from_agency": ChoiceField(label="Cơ quan trả lời", choices=choices),
        "findings": c.words("Kết quả xác minh", lines=2),
    }


def _names(setting: Setting) -> dict[str, str]:
    tree = organisation.agency_tree(on=setting.viewer.on)
    return {code: one.name for code, one in tree.agencies.items()}


def _informing(setting: Setting) -> dict[str, forms.Field]:
    return {"source": c.person(setting, "Nguồn tin"), "content": c.words("Nội dung", lines=2)}


def _agreeing(setting: Setting) -> dict[str, forms.Field]:
    is_old = LAW.regime(setting.viewer.on) is Regime.R2008
    basis = "L08 Đ6; N62 Đ5" if is_old else "L25 Đ36.2; N152 Đ14"
    return {
        "content": c.words("Nội dung thỏa thuận", lines=2, required=True),
        "until": c.day("Thực hiện đến ngày"),
        "is_harmless": c.tick(
            "Không trái pháp luật, không hại người khác, không trốn tránh phí",
            hint=f"Phải kiểm tra ({basis}).",
        ),
    }


def _reducing(_setting: Setting) -> dict[str, forms.Field]:
    return {"court_decision": WordsField(label="Số quyết định của Tòa án", max_length=160)}


def _collecting(setting: Setting) -> dict[str, forms.Field]:
    return receipt_fields(setting.page, setting.viewer)


WORKING = (
    Act(
        "serve_notice", "Đã ghi thông báo hợp lệ.", "Ngày thông báo hợp lệ", actions.serve_notice,
        fields=_noticing, icon="send", group=Group.NOTICE,
    ),
    Act(
        "send_order", "Đã ghi gửi quyết định.", "Ngày gửi", actions.send_order, fields=_sending,
        icon="mail", group=Group.NOTICE,
    ),
    Act(
        "record_verification", "Đã ghi kết quả xác minh.", "Ngày lập biên bản", actions.record_verification,
        Touch.NUMBERS, _verifying, icon="zoom-check", group=Group.VERIFICATION,
    ),
    Act(
        "record_information", "Đã ghi thông tin mới.", "Ngày nhận thông tin", actions.record_information,
        fields=_informing, icon="info-circle", group=Group.VERIFICATION,
    ),
    Act(
        "mandate_verification", "Đã ghi ủy quyền xác minh.", "Ngày văn bản", actions.mandate_verification,
        fields=_mandating, icon="search", group=Group.VERIFICATION,
    ),
    Act(
        "record_mandate_answer", "Đã ghi kết quả ủy quyền xác minh.", "Ngày nhận kết quả",
        actions.record_mandate_answer, fields=_answering, icon="inbox", group=Group.VERIFICATION,
    ),
    Act(
        "record_agreement", "Đã ghi thỏa thuận thi hành án.", "Ngày lập biên bản", actions.record_agreement,
        Touch.NUMBERS, _agreeing, icon="users", group=Group.VERIFICATION,
    ),
    Act(
        "collect_money", "Đã ghi số tiền thu.", "Ngày thu", receive, Touch.AMOUNTS, _collecting,
        beside=BESIDE_RECEIPT, icon="cash", done_to="Đã thu", group=Group.MONEY,
    ),
    Act(
        "reduce_duty", "Đã ghi quyết định giảm nghĩa vụ.", "Ngày quyết định có hiệu lực", actions.reduce_duty,
        Touch.AMOUNTS, _reducing, icon="trending-down", done_to="Đã ghi giảm nghĩa vụ", group=Group.MONEY,
    ),
)  # fmt: skip
