"""A master's text: one line a paragraph, continued lines joined, rows and their controls told apart."""

import pytest

from rules.documents.samples import master
from thads.enforcement.documents.rules.masters import LineKind, MasterFault, cells_of, parse_master


def kinds(source: str) -> list[LineKind]:
    return [line.kind for line in parse_master(source).lines]


def test_each_line_is_what_its_beginning_says() -> None:
    assert kinds("@head\n@title A\n@about B\n@to C\n@right D\n@page\n@signature") == [
        LineKind.HEAD,
        LineKind.TITLE,
        LineKind.ABOUT,
        LineKind.TO,
        LineKind.RIGHT,
        LineKind.PAGE,
        LineKind.SIGNATURE,
    ]
    assert kinds("Căn cứ a;\nXét b;\nĐiều 1. c\n- d\ne") == [
        LineKind.BASIS,
        LineKind.BASIS,
        LineKind.ARTICLE,
        LineKind.ITEM,
        LineKind.BODY,
    ]


def test_an_indented_line_goes_on_with_the_one_before_and_keeps_its_place() -> None:
    (one, two) = parse_master("# note\nĐiều 1. Hoãn\n  thi hành án.\n\nxong").lines

    assert (one.text, one.place) == ("Điều 1. Hoãn thi hành án.", 2)
    assert (two.text, two.place) == ("xong", 5)


def test_items_after_the_recipients_are_recipients_until_somebody_signs() -> None:
    assert kinds("- a\n@recipients\n- b\n@signature\n- c") == [
        LineKind.ITEM,
        LineKind.RECIPIENTS,
        LineKind.RECIPIENT,
        LineKind.SIGNATURE,
        LineKind.ITEM,
    ]


def test_a_loop_over_rows_is_told_from_a_loop_over_paragraphs() -> None:
    source = "{% if a %}\n| x | y |\n{% for r in rows %}\n| 1 | 2 |\n{% endfor %}\n{% endif %}"

    assert kinds(source) == [
        LineKind.CONTROL,
        LineKind.ROW_HEAD,
        LineKind.ROW_CONTROL,
        LineKind.ROW,
        LineKind.ROW_CONTROL,
        LineKind.CONTROL,
    ]


def test_a_condition_after_a_table_that_holds_no_row_belongs_to_paragraphs() -> None:
    assert kinds("| x |\n| 1 |\n{% if a %}\nvăn bản\n{% endif %}")[2:] == [
        LineKind.CONTROL,
        LineKind.BODY,
        LineKind.CONTROL,
    ]


def test_a_filter_does_not_part_cells() -> None:
    assert cells_of("{{ a|dong }} | b") == ("{{ a|dong }}", "b")


@pytest.mark.parametrize("wrong", ["@titel A", "@head letter", "@signatures", "@"])
def test_a_directive_nobody_knows_stops_with_its_line(wrong: str) -> None:
    with pytest.raises(MasterFault, match="line 2"):
        parse_master(f"# one\n{wrong}")


def test_a_master_says_whether_it_names_its_basis() -> None:
    assert master().has_basis
    assert not parse_master("@head\nvăn bản").has_basis
