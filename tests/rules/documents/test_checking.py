"""What is wrong with a master is told with its place, before anybody issues a paper from it."""

import pytest

from rules.documents.samples import DEFERRAL, SOURCE, master
from thads.enforcement.documents.rules.checking import faults_of
from thads.enforcement.documents.rules.papers import PaperKind, paper_kinds
from thads.enforcement.documents.shipped import FOLDER, shipped_master
from thads.enforcement.documents.word.building import build
from thads.enforcement.documents.word.reading import check_harmless, template_of

SHIPPED = [
    pytest.param(kind, variant.code, id=f"{kind.code}-{variant.code}")
    for kind in paper_kinds()
    for variant in kind.variants
]


def codes(source: str) -> list[str]:
    kept = "{{ debtor }}{{ agency_name }}{{ issued_on }}{{ signer_title }}{{ signer_name }}{{ number }}"
    return [one.code for one in faults_of(master(f"{kept}\n{source}"), DEFERRAL)]


def test_a_right_master_has_no_fault() -> None:
    assert faults_of(master(), DEFERRAL, needs_basis=True) == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{{ creditor }}", "documents.use_unknown"),
        ("{% for duty in duties %}{{ duty.colour }}{% endfor %}", "documents.use_unknown"),
        ("{{ duty.content }}", "documents.use_unknown"),
        ("{% for duty in strangers %}x{% endfor %}", "documents.use_unknown"),
        ("{% for letter in debtor %}x{% endfor %}", "documents.use_not_rows"),
        ("{% if by_request %}x", "documents.use_unreadable"),
        ("{{ debtor", "documents.use_unreadable"),
        ("{% endfor %}", "documents.use_unreadable"),
        ("{% set a = 1 %}", "documents.use_not_allowed"),
        ("{% include 'x' %}", "documents.use_not_allowed"),
        ("{{ debtor.upper() }}", "documents.use_not_allowed"),
        ("{{ debtor|dance }}", "documents.use_not_allowed"),
        ("{{ debtor.__class__ }}", "documents.use_unknown"),
        ("{{ debtor[0] }}", "documents.use_not_allowed"),
    ],
)
def test_each_fault_is_told(line: str, code: str) -> None:
    assert codes(line) == [code]


@pytest.mark.parametrize(
    "line",
    [
        "{% if until and not by_request %}{{ until|day }}{% else %}{{ debtor|upper }}{% endif %}",
        "{% for duty in duties %}{{ loop.index|count }}. {{ duty.amount|money_words }}{% endfor %}",
        "{% if duties|length > 1 %}các khoản{% endif %}",
        "{{ debtor if by_request else number }}",
    ],
)
def test_what_masters_need_is_allowed(line: str) -> None:
    assert codes(line) == []


def test_a_fault_says_where_it_stands_and_what_is_written_there() -> None:
    source = SOURCE.replace("Quyết định này có hiệu lực", "{{ creditor }} có hiệu lực")

    (fault,) = faults_of(master(source), DEFERRAL)

    assert "dòng 17" in fault.message
    assert "creditor" in fault.message
    assert "có hiệu lực từ ngày ký" in fault.message


def test_what_an_office_may_not_drop_is_asked_for() -> None:
    faults = faults_of(master("Điều 1. Hoãn."), DEFERRAL, needs_basis=True)

    dropped = {one.details["field"] for one in faults if one.code == "documents.field_dropped"}
    assert dropped == {"agency_name", "issued_on", "signer_title", "signer_name", "debtor", "number"}
    assert faults[-1].code == "documents.basis_dropped"
    assert "{{ number }}" in next(one.message for one in faults if one.details.get("field") == "number")


@pytest.mark.parametrize(("kind", "variant"), SHIPPED)
def test_every_master_of_the_package_is_right_as_text_and_as_docx(kind: PaperKind, variant: str) -> None:
    source = shipped_master(kind.code, variant)
    made = build(source, title=kind.title)

    check_harmless(made)

    assert [one.message for one in faults_of(source, kind)] == []
    assert [one.message for one in faults_of(template_of(made), kind, needs_basis=source.has_basis)] == []


def test_no_master_of_the_package_lies_unused() -> None:
    known = {(kind.code, f"{variant.code}.txt") for kind in paper_kinds() for variant in kind.variants}

    assert {(path.parent.name, path.name) for path in FOLDER.glob("*/*")} == known
