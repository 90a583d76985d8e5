"""What the interface answers when something is not right: one shape, one Vietnamese sentence."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences, sentence

register_sentences(
    {
        "api.not_signed_in": "Chưa đăng nhập; hãy đăng nhập vào trang làm việc rồi gọi lại.",
        "api.not_found": "Không có địa chỉ này trong giao diện lập trình.",
        "api.invalid": "Yêu cầu có {count} chỗ chưa hợp lệ. {first}",
        "api.field_missing": "Thiếu trường “{field}”.",
        "api.field_unknown": "Trường “{field}” không có trong mẫu.",
        "api.field_wrong": "Trường “{field}” không hợp lệ, cần {expected}.",
        "api.body_unreadable": "Nội dung gửi lên không phải là JSON hợp lệ bằng UTF-8.",
    }
)

NOT_FOUND = frozenset(
    {
        "cases.not_found", "cases.judgment_not_found", "cases.request_not_found",
        "cases.incoming_not_found", "access.not_in_sight", "money.agency_out_of_sight",
        "money.statement_unknown", "money.book_unknown",
        "forms.agency_unknown", "forms.agency_out_of_sight", "forms.row_unknown", "forms.cell_unknown",
        "law.unknown_form", "law.act_unknown", "organisation.delegation_unknown",
        "organisation.agency_not_in_sight", "documents.not_found", "documents.file_not_found",
        "documents.paper_unknown",
    }
)  # fmt: skip
NOT_ALLOWED = frozenset({"access.not_your_role", "cases.not_your_case", "api.csrf"})
INVALID = ("period.", "money.not_whole", "money.negative", "money.too_large", "counting.", "documents.field_")
"""Rooms' refusals, by the beginning of their code, of what was asked rather than of what is lawful."""

EXPECTED: Mapping[str, str] = {
    "date": "một ngày dạng 2024-06-30",
    "datetime": "một thời điểm dạng 2024-06-30T09:00:00+07:00",
    "int": "một số nguyên",
    "uuid": "một mã định danh UUID",
    "enum": "một giá trị trong danh mục",
    "literal": "một giá trị trong danh mục",
    "bool": "true hoặc false",
    "string": "một chuỗi ký tự",
    "list": "một danh sách",
    "tuple": "một danh sách",
    "less": "một giá trị nhỏ hơn giới hạn",
    "greater": "một giá trị lớn hơn giới hạn",
    "model": "một đối tượng JSON",
    "dataclass": "một đối tượng JSON",
    "json": "JSON hợp lệ",
}
"""Kinds of fault of the validator, by the beginning of their name."""


class FieldFault(Schema):
    """A field that is not right."""

    where: str
    message: str


class Fault(Schema):
    """Why nothing was done: a stable code, a sentence for people, the article when there is one."""

    code: str
    message: str
    basis: str = ""
    fields: list[FieldFault] = []


def install(api: NinjaAPI) -> None:
    """Answer every anticipated fault in the one shape."""

    def answer(request: HttpRequest, fault: Fault, status: int) -> HttpResponse:
        return api.create_response(request, fault.model_dump(), status=status)

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
        fault = Fault(code=refusal.code, message=refusal.message, basis=refusal.basis)
        return answer(request, fault, status_of(refusal))

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
        return answer(request, fault_of("api.not_signed_in"), 401)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, _: Http404) -> HttpResponse:
        return answer(request, fault_of("api.not_found"), 404)

    @api.exception_handler(HttpError)
    def unreadable(request: HttpRequest, fault: HttpError) -> HttpResponse:
        code = "api.body_unreadable" if fault.status_code == 400 else "api.not_found"
        return answer(request, fault_of(code), fault.status_code)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
        return answer(request, invalid_fault(fault), 422)


def fault_of(code: str, **details: object) -> Fault:
    """Return a fault that carries nothing but its sentence."""
    return Fault(code=code, message=sentence(code, details))


def status_of(refusal: Refusal) -> int:
    """Return the HTTP status of a refusal: unlawful or stale is a conflict with the state of the case."""
    if refusal.code in NOT_FOUND:
        return 404
    if refusal.code in NOT_ALLOWED:
        return 403
    if refusal.code.startswith(INVALID):
        return 422
    return 409


def invalid_fault(fault: ValidationError) -> Fault:
    """Return the validator's findings as sentences."""
    fields = [_field(error) for error in fault.errors]
    first = fields[0].message if fields else ""
    message = sentence("api.invalid", {"count": len(fields), "first": first})
    return Fault(code="api.invalid", message=message, fields=fields)


def _field(error: Mapping[str, object]) -> FieldFault:
    place = error.get("loc", ())
    parts = [str(part) for part in place] if isinstance(place, list | tuple) else [str(place)]
    where = ".".join(parts)
    kind = str(error.get("type", ""))
    name = next((part for part in reversed(parts) if not part.isdigit()), where)
    if kind == "missing":
        message = sentence("api.field_missing", {"field": name})
    elif kind == "extra_forbidden":
        message = sentence("api.field_unknown", {"field": name})
    else:
        expected = next(
            (words for start, words in EXPECTED.items() if kind.startswith(start)), "giá trị hợp lệ"
        )
        message = sentence("api.field_wrong", {"field": name, "expected": expected})
    return FieldFault(where=where, message=message)
