"""The fields of a receipt in the form of a case: number, place, payer, what waits, late interest (T04
Đ13–17).

Likely values stand in the fields: the next number of the person's book, cash, what is left of the only duty.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money import actions, queries
from thads.enforcement.money.rules.vocabulary import Place
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.web.fields import MoneyField, VocabularyField, WordsField

BESIDE: Mapping[str, str] = {
    "money.receipt_form": "receipt_no",
    "money.receipt_used": "receipt_no",
    "money.receipt_no_book": "receipt_no",
    "money.receipt_wrong_year": "receipt_no",
    "money.receipt_not_next": "receipt_no",
    "money.receipt_before_book": "receipt_no",
    "money.in_the_future": "on",
    "money.before_decision": "on",
    "money.in_kind_alone": "means",
}
"""Code of a refusal → its field in the form of a receipt."""


def receipt_fields(page: CasePage, viewer: Viewer) -> dict[str, forms.Field]:
    """Return the fields of a receipt besides day and amounts."""
    following = queries.next_receipt(viewer, page.row.agency)
    hint = "Số tiếp theo của quyển đang giữ." if following else "Để trống: hệ thống cấp số biên lai điện tử."
    return {
        "receipt_no": WordsField(
            label="Số biên lai", required=False, max_length=64, initial=following, help_text=hint
        ),
        "means": VocabularyField(CollectionMeans, label="Cách thu"),
        "place": _place(),
        "payer": WordsField(label="Người nộp", required=False, max_length=200, initial=page.row.debtor),
        "pool": MoneyField(
            label="Chờ phân chia (đồng)",
            required=False,
            help_text="Phần chưa xác định cho khoản nào, như tiền bán tài sản.",
        ),
        "interest": MoneyField(
            label="Lãi chậm thi hành án (đồng)",
            required=False,
            help_text="Không trừ vào nghĩa vụ; ghi cho khoản được thu đầu tiên.",
        ),
    }


def _place() -> VocabularyField:
    field = VocabularyField(Place, label="Nơi thu")
    field.required = False
    return field


def receive(*, viewer: Viewer, case_id: UUID, parts: tuple[Part, ...], **given: Any) -> UUID:
    """Receive what the form says; what was left empty is nothing, late interest belongs to the first duty
    named.
    """
    late = given.pop("interest", None)
    told = {name: value for name, value in given.items() if value not in (None, "")}
    no = parts[0].no if parts else 1
    return actions.receive_money(
        viewer=viewer, case_id=case_id, parts=parts, interest=(Part(no, late),) if late else (), **told
    )
