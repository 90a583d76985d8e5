"""How figures, dates, money and words of the law are written in templates; loaded in every template."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from django import template
from django.forms import BoundField, CheckboxInput, Select
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thads.enforcement.cases.rules.vocabulary import ABLE, ObligationStatus
from thads.interfaces.clock import VIET_NAM
from thads.interfaces.web.chrome import Chrome, chrome_of
from thads.kernel.refusals import Refusal
from thads.kernel.text import MoneyUnit, write_decimal, write_dong, write_int, write_money
from thads.law import LAW

register = template.Library()

EMPTY = "–"
MILLION = 1_000_000
BILLION = 1_000_000_000


@register.filter
def number(value: int | None) -> str:
    """A whole number with dots; a dash when there is none."""
    return EMPTY if value is None else write_int(value)


@register.filter
def dong(value: int | None) -> str:
    """Đồng to the last one, without the word: 66.872.343.000."""
    return EMPTY if value is None else write_int(value)


@register.filter
def money(value: int | None) -> SafeString | str:
    """Money at reading size, the exact đồng on hover: 66.872.343.000 → “66,87 tỷ”."""
    if value is None:
        return EMPTY
    return format_html('<span class="money" title="{}">{}</span>', write_dong(value), _short(value))


def _short(value: int) -> str:
    if abs(value) >= BILLION:
        return write_money(value, MoneyUnit.BILLION, 2).removesuffix(" đồng")
    if abs(value) >= MILLION:
        return write_money(value, MoneyUnit.MILLION, 1).removesuffix(" đồng")
    return write_dong(value)


@register.filter
def register_cell(value: str | int | date | None) -> str:
    """A cell of a register: words as they are, days and whole numbers as the house writes them."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    return write_int(value) if isinstance(value, int) else value


@register.filter
def percent(value: Decimal | None, places: int = 2) -> str:
    """A rate already in percent: 81,23 %; a dash when the denominator was 0."""
    return EMPTY if value is None else f"{write_decimal(value, places)}%"


@register.filter
def hundredths(value: int) -> str:
    """A rate in hundredths of a percent: 950 → 9,5."""
    return write_decimal(Decimal(value) / 100, 2).rstrip("0").rstrip(",")


@register.filter
def born(value: str) -> str:
    """A birth date or year as the register holds it: 1985-04-02 → 02/04/1985."""
    return "/".join(reversed(value.split("-")))


@register.filter
def points(value: Decimal | None, places: int = 2) -> str:
    """A difference of rates in percentage points, with its sign."""
    if value is None:
        return EMPTY
    return f"{'+' if value > 0 else ''}{write_decimal(value, places)} điểm"


@register.filter
def day(value: date | None) -> str:
    """A day in figures of equal width, for tables and forms: 05/07/2024."""
    return value.strftime("%d/%m/%Y") if value else EMPTY


@register.filter
def instant(value: datetime | None) -> str:
    """An instant in Vietnamese time: 05/07/2024 08:03."""
    return value.astimezone(VIET_NAM).strftime("%d/%m/%Y %H:%M") if value else EMPTY


@register.filter
def label(value: StrEnum | str | None, vocabulary: str = "") -> str:
    """The law's word for a code."""
    if value is None or value == "":
        return EMPTY
    try:
        return LAW.label(vocabulary, value) if vocabulary else LAW.label(value)
    except KeyError:
        return str(value)


@register.filter
def in_full(basis: str) -> str:
    """A citation in the law's own words: “L08 Đ44.2” → “khoản 2 Điều 44 Luật Thi hành án dân sự năm 2008”."""
    try:
        return LAW.cite(basis) if basis else ""
    except Refusal:
        return basis


@register.filter
def cited(basis: str) -> SafeString | str:
    """A citation as short as officers write it, in full on hover."""
    return format_html('<abbr title="{}">{}</abbr>', in_full(basis), basis) if basis else ""


@register.filter
def days_left(value: int | None) -> str:
    """How far a due day is: “còn 3 ngày”, “hôm nay”, “quá 12 ngày”."""
    if value is None:
        return EMPTY
    if value == 0:
        return "hôm nay"
    return f"còn {write_int(value)} ngày" if value > 0 else f"quá {write_int(-value)} ngày"


@register.simple_tag
def icon(name: str, words: str = "") -> SafeString:
    """An outline icon; decorative unless words are given."""
    address = f"{static('vendor/icons/sprite.svg')}#tabler-{name}"
    if words:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', words, address
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', address)


@register.simple_tag(takes_context=True)
def chrome(context: template.Context) -> Chrome | None:
    """The frame of the page for the person who looks."""
    request: HttpRequest | None = context.get("request")
    return chrome_of(request) if request is not None else None


@register.simple_tag(takes_context=True)
def order_header(
    context: template.Context, words: str, first: str, second: str = "", extra: str = ""
) -> SafeString:
    """A column heading that chooses one of a list's orders, and the opposite one when there is one."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    current = asked.get("order") or context.get("order", "")
    is_on = current in {first, second} - {""}
    asked["order"] = second if second and current == first else first
    asked.pop("page", None)
    state = "none" if not is_on else "ascending" if current == second or not second else "descending"
    mark = icon("selector" if not is_on else "chevron-up" if state == "ascending" else "chevron-down")
    return format_html(
        '<th scope="col" aria-sort="{}" class="{}"><a class="sort{}" href="?{}">{}{}</a></th>',
        state, extra, " sort-on" if is_on else "", asked.urlencode(), words, mark,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def sort_header(context: template.Context, key: str, words: str, extra: str = "") -> SafeString:
    """A column heading that sorts by `key`; the address keeps all other choices and returns to page 1."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    current = asked.get("sort", context.get("sort", ""))
    is_up, is_down = current == key, current == f"-{key}"
    asked["sort"] = f"-{key}" if is_up else key
    asked.pop("page", None)
    state = "ascending" if is_up else "descending" if is_down else "none"
    mark = icon("chevron-up" if is_up else "chevron-down") if is_up or is_down else icon("selector")
    return format_html(
        '<th scope="col" aria-sort="{}" class="{}"><a class="sort{}" href="?{}">{}{}</a></th>',
        state, extra, " sort-on" if is_up or is_down else "", asked.urlencode(), words, mark,
    )  # fmt: skip


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField, width: str = "") -> dict[str, object]:
    """A field with its label, its hint, and what is wrong with what was typed."""
    return {"field": bound, "width": width, "widget": drawn(bound)}


@register.filter
def drawn(bound: BoundField) -> SafeString:
    """The bare widget of a field, drawn in the style of the house and tied to its fault."""
    widget = bound.field.widget
    kind = (
        "form-check-input"
        if isinstance(widget, CheckboxInput)
        else "form-select"
        if isinstance(widget, Select)
        else "form-control"
    )
    classes = " ".join(
        filter(None, (kind, "is-invalid" if bound.errors else "", widget.attrs.get("class", "")))
    )
    attrs: dict[str, str | bool] = {"class": classes}
    if bound.field.required:
        attrs["aria-required"] = "true"
    return bound.as_widget(attrs=attrs)


@register.filter
def fault(bound: BoundField) -> SafeString | str:
    """What is wrong with a field, for inputs in a table."""
    if not bound.errors:
        return ""
    return format_html(
        '<div class="field-fault" id="{}_error" role="alert">{}<span>{}</span></div>',
        bound.auto_id, icon("alert-circle"), " ".join(map(str, bound.errors)),
    )  # fmt: skip


@register.filter
def status_colour(status: ObligationStatus) -> str:
    """The colour that goes with a status: at work accent, done green, everything else plain."""
    return "open" if status in ABLE else "done" if status in DONE else "plain"


DONE = frozenset({ObligationStatus.PERFORMED, ObligationStatus.TERMINATED})
