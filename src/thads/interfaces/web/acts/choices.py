"""Fields that several acts on a case share: grounds, agencies, measures, orders, people of the case."""

from collections.abc import Callable, Iterable

from django import forms

from thads.enforcement.cases.rules.order_pages import MeasureLine, OrderLine
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.acts.forms import Setting
from thads.interfaces.web.fields import ChoiceField, DayField, SuggestingInput, WordsField, with_nothing
from thads.law import LAW

DECISION_DAY = "Ngày quyết định"


class NumberField(forms.TypedChoiceField):
    """A choice among numbered things of the case; gives the number. The only one is chosen beforehand."""

    def __init__(self, *, label: str, choices: Iterable[tuple[int, str]], nothing: str) -> None:
        known = [(str(number), words) for number, words in choices]
        super().__init__(
            label=label, choices=known if len(known) == 1 else with_nothing(nothing, known), coerce=int,
            empty_value=None,
            error_messages={"invalid_choice": "“%(value)s” không có trong danh sách lựa chọn."},
        )  # fmt: skip


def ground(setting: Setting, *, words: str = "Căn cứ", required: bool = True) -> ChoiceField:
    """The law's closed list of grounds on the day; the only one is chosen beforehand."""
    return listed(setting.step.grounds, words=words, nothing="Chọn căn cứ", required=required)


def grounds_of(kind: str, setting: Setting, *, words: str, required: bool = False) -> ChoiceField:
    """A closed list of grounds that is not that of the step."""
    grounds = LAW.grounds(kind, on=setting.viewer.on)
    return listed(grounds, words=words, nothing="Không có" if not required else "Chọn", required=required)


def listed(grounds: Iterable[object], *, words: str, nothing: str, required: bool) -> ChoiceField:
    """A list of grounds with the article of each."""
    choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]  # type: ignore[attr-defined]
    return ChoiceField(label=words, choices=with_nothing(nothing, choices), required=required)


def agency(setting: Setting, words: str, *, initial: str = "") -> WordsField:
    """An agency by name; those known are offered, any other may be typed."""
    tree = organisation.agency_tree(on=setting.viewer.on)
    names = sorted(one.name for one in tree.agencies.values() if one.code != setting.page.row.agency)
    return WordsField(label=words, max_length=160, initial=initial, widget=SuggestingInput(names))


def person(
    setting: Setting, words: str, *, required: bool = True, role: PartyRole | None = None
) -> WordsField:
    """A person of the case by name; the parties are offered, any other may be typed."""
    names = [one.name for one in setting.page.parties if role is None or one.role is role]
    initial = names[0] if len(names) == 1 else ""
    return WordsField(
        label=words, required=required, max_length=200, initial=initial, widget=SuggestingInput(names)
    )


def measure(setting: Setting, which: Callable[[MeasureLine], bool]) -> NumberField:
    """One of the standing measures of the case."""
    found = [one for one in setting.page.standing_measures if which(one)]
    choices = [(one.no, f"Số {one.no}: {LAW.label(one.kind)}, {one.subject}") for one in found]
    return NumberField(label="Biện pháp", choices=choices, nothing="Chọn biện pháp")


def order(setting: Setting, which: Callable[[OrderLine], bool]) -> NumberField:
    """One of the orders of the case, the newest first."""
    return NumberField(
        label="Quyết định", choices=orders_in_words(setting.page, which), nothing="Chọn quyết định"
    )


def orders_in_words(page: CasePage, which: Callable[[OrderLine], bool]) -> list[tuple[int, str]]:
    """Return the orders of a case by place, as one chooses among them."""
    return [(one.seq, order_in_words(one)) for one in page.orders if which(one)]


def order_in_words(one: OrderLine) -> str:
    """Write an order as one chooses it: what, which number, of which day."""
    number = f" số {one.order_no}" if one.order_no else ""
    return f"{one.title}{number}, {one.issued_on:%d/%m/%Y}"


def tick(label: str, *, hint: str = "", initial: bool = False) -> forms.BooleanField:
    """Something to be confirmed or left unsaid."""
    return forms.BooleanField(label=label, required=False, help_text=hint, initial=initial)


def day(label: str, *, hint: str = "") -> DayField:
    """A day that may be left out."""
    return DayField(label=label, required=False, help_text=hint)


def words(
    label: str, *, lines: int = 0, required: bool = False, most: int = 4000, hint: str = ""
) -> WordsField:
    """Words, in one line or several."""
    return WordsField(label=label, lines=lines, required=required, max_length=most, help_text=hint)
