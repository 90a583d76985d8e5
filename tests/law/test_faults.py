"""A slip in a law file stops the program with the file, the key and the matter."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from thads.law import LAW
from thads.law.book import Law
from thads.law.form_files import read_forms
from thads.law.loading import Fields, LawFileFault, read_file
from thads.law.rulings import read_timeline, span_of

DATA = LAW._folder
READERS: dict[str, Callable[[Law], object]] = {
    "deadlines.toml": lambda law: law.timelines,
    "grounds.toml": lambda law: law.ground_lists,
    "signing.toml": lambda law: law.signing,
    "terms.toml": lambda law: law.labels,
    "personal_data.toml": lambda law: law.personal_fields,
    "glossary.toml": lambda law: law.glossary,
    "forms/tt05_2024.toml": lambda law: law.forms,
}


def fields(**given: object) -> Fields:
    return Fields("deadlines.toml", 'value."x.y"', {"vi": "Thử", "unit": "day", **given})


SINCE = {"since": date(2009, 7, 1), "value": 5, "basis": "L08 Đ1"}
LATER = {"since": date(2026, 7, 1), "value": 6, "basis": "L25 Đ1"}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"in_force": []}, "no step"),
        ({"in_force": [{**SINCE, "basis": ""}]}, "basis"),
        ({"in_force": [{"since": date(2009, 7, 1), "value": 5}]}, "lacks basis"),
        ({"in_force": [{**SINCE, "bases": "x"}]}, "unknown field bases"),
        ({"in_force": [LATER, SINCE]}, "out of order"),
        ({"in_force": [SINCE, SINCE]}, "out of order"),
        ({"in_force": [{**SINCE, "until": date(2027, 1, 1)}, LATER]}, "overlap"),
        ({"in_force": [{**SINCE, "until": date(2009, 7, 1)}]}, "before it begins"),
        ({"in_force": [{**SINCE, "certainty": "perhaps"}]}, "certainty"),
        ({"in_force": [{**SINCE, "value": [1, 2]}]}, "texts only"),
        ({"in_force": [{**SINCE, "value": date(2009, 7, 1)}]}, "no value of the law"),
        ({"in_force": [SINCE], "unit": "dag"}, "unit"),
        ({"in_force": [SINCE], "extra": 1}, "unknown field extra"),
        ({"in_force": 3}, "list of tables"),
        ({"in_force": [{**SINCE, "since": "2009-07-01"}]}, "must be a date"),
        ({"in_force": [{**SINCE, "note": 3}]}, "must be a text"),
    ],
)
def test_a_slip_is_named_with_file_and_key(given: dict[str, object], fault: str) -> None:
    with pytest.raises(LawFileFault, match=fault) as caught:
        read_timeline("x.y", fields(**given))

    assert "deadlines.toml" in str(caught.value)
    assert "x.y" in str(caught.value)


@pytest.mark.parametrize(
    "take",
    [
        lambda table: table.texts("x"),
        lambda table: table.whole("x"),
        lambda table: table.flag("x", False),
        lambda table: table.table("x"),
        lambda table: table.tables("x"),
        lambda table: table.day("x"),
        lambda table: table.text("x"),
    ],
)
def test_a_field_of_the_wrong_kind_is_a_fault(take: Callable[[Fields], object]) -> None:
    with pytest.raises(LawFileFault, match="x must be"):
        take(Fields("file.toml", "key", {"x": 3.5}))


def test_a_gap_between_steps_is_allowed() -> None:
    line = read_timeline("x.y", fields(in_force=[{**SINCE, "until": date(2020, 1, 1)}, LATER]))

    assert line.find(date(2023, 1, 1)) is None
    assert date(2019, 12, 31) in span_of(line.steps[0])


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "grounds.toml"
    path.write_text("[deferral", encoding="utf-8")

    with pytest.raises(LawFileFault, match=r"grounds\.toml"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("deadlines.toml", '[value."verification.first"]', '[value."fee.payer"]', "stands in two files"),
        ("grounds.toml", "[deferral]", "[deferal]", "no kind of ground"),
        ("grounds.toml", 'counts_as = "c12"', 'count_as = "c12"', "unknown field count_as"),
        (
            "grounds.toml",
            'until = 2026-07-01, point = "a", basis = "L08 Đ36.2a"',
            'basis = "L08 Đ36"',
            "overlap",
        ),
        ("grounds.toml", "since = 2009-07-01, until = 2026-07-01,", "since = 2027-07-01,", "out of order"),
        ("grounds.toml", "in_force = [", "in_force = []\nunused = [", "unknown field"),
        ("signing.toml", 'role = "clerk"', 'role = "clark"', "clark"),
        ("signing.toml", "until = 2026-07-01, ", "", "two rules at once"),
        ("terms.toml", 'ex_officio = "Chủ động"', 'ex_officio = ""', "no words"),
        ("personal_data.toml", "[fields]", '[fields.x.Y]\nz = "secret"\n[fields]', "secret|twice"),
        ("glossary.toml", "[term.Correction]", '[term.Correction]\nalso = ["Party"]', "used twice"),
        ("forms/tt05_2024.toml", 'formula = "c2 + c3"', 'formula = "c2 plus c3"', "no sum of columns"),
        ("forms/tt05_2024.toml", 'right = "c2 + c3"', 'right = "c2 plus c3"', "no sum of columns"),
        ("forms/tt05_2024.toml", 'right = "c2 + c3"', "", "needs left and right"),
        ("forms/tt05_2024.toml", 'kind = "equal"', 'kind = "method"', "needs left and right"),
        ("forms/tt05_2024.toml", 'units = ["money"]', 'units = ["gold"]', "units gold"),
        (
            "forms/tt05_2024.toml",
            "[[rows.state_revenue.groups]]",
            "[[rows.stars.groups]]",
            "no row dimension",
        ),
        ("forms/tt05_2024.toml", 'dimension = "breakdown"', 'dimension = "stars"', "dimension = stars"),
    ],
)
def test_a_changed_word_in_a_real_file_is_found(tmp_path, name: str, old: str, new: str, fault: str) -> None:
    for path in (path for path in DATA.rglob("*.toml")):
        copy = tmp_path / path.relative_to(DATA)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    written = (DATA / name).read_text(encoding="utf-8")
    assert old in written
    (tmp_path / name).write_text(written.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(LawFileFault, match=fault):
        READERS[name](Law(tmp_path))


def test_a_missing_list_of_grounds_is_a_fault() -> None:
    from thads.law.grounds import read_grounds

    with pytest.raises(LawFileFault, match="lacks the lists"):
        read_grounds(Fields("grounds.toml", "", {"deferral": {"vi": "hoãn"}}))


def test_a_ground_without_a_step_is_a_fault() -> None:
    from thads.law.grounds import read_grounds

    given = {"deferral": {"vi": "hoãn", "illness": {"vi": "ốm", "in_force": []}}}
    with pytest.raises(LawFileFault, match="no step"):
        read_grounds(Fields("grounds.toml", "", given))


def test_declared_fields_are_read() -> None:
    from thads.law.personal_data import read_personal_fields

    given = {"fields": {"cases": {"Party": {"name": "personal", "role": "not_personal"}}}}
    fields = read_personal_fields(Fields("personal_data.toml", "", given))

    assert fields.is_personal("cases.Party.name")
    assert fields.is_declared("cases.Party.role")
    assert not fields.is_personal("cases.Party.role")


def test_a_circular_may_borrow_the_columns_of_another() -> None:
    old, new = (read_forms(DATA / "forms" / name) for name in ("tt06_2019.toml", "tt05_2024.toml"))

    assert old["TT06/2019-02"].columns == new["TT05/2024-02"].columns
