"""Workbooks that must come in; the name says what is particular."""

from datetime import date, datetime

from workbooks.building import Rows, rows

SHOULD_PASS: dict[str, Rows] = {
    "one case": rows(),
    "amount typed as text with dots": rows(amount="150.000.000"),
    "amount typed as text with unit": rows(amount="150.000.000 đồng"),
    "amount with commas": rows(amount="1,500,000"),
    "amount as a whole fraction": rows(amount=150_000_000.0),
    "day typed as text": rows(decided_on="10/01/2024"),
    "day typed the international way": rows(decided_on="2024-01-10"),
    "day with an hour": rows(decided_on=datetime(2024, 1, 10, 8, 30)),  # noqa: DTZ001 (a cell has no zone)
    "choice without marks": rows(judgment_kind="dan su", initiation="THEO YEU CAU"),
    "choice by its code": rows(duty_kind="court_fee"),
    "decision number is a number": rows(number=125),
    "no bailiff yet": rows(bailiff=None),
    "two duties of one case": rows() + rows(duty_kind="Án phí, lệ phí Tòa án", amount=5_000_000),
    "two cases": rows() + rows(number="126/QĐ-CCTHADS"),
    "blank rows between": [*rows(), {}, *rows(number="126/QĐ-CCTHADS")],
    "thing to hand over": rows(duty_kind="Giao vật, giao tài sản", amount=0, content="Giao 01 xe máy"),
    "collected in part": rows(
        collected=50_000_000, collected_on=date(2024, 3, 1),
        status="Đang thi hành", status_on=date(2024, 2, 1),
    ),
    "finished": rows(
        collected=150_000_000, collected_on=date(2024, 3, 1),
        status="Thi hành xong", status_on=date(2024, 3, 2),
    ),
    "finished on the day of collection": rows(
        collected=150_000_000, collected_on=date(2024, 3, 1),
        status="Thi hành xong", status_on=date(2024, 3, 1),
    ),
    "unable": rows(status="Chưa có điều kiện", status_on=date(2024, 3, 1), ground="no_income_no_assets"),
    "separate ledger": rows(
        decided_on=date(2022, 1, 10), judgment_on=date(2021, 12, 1), status="Theo dõi riêng",
        unable_on=date(2022, 3, 1), status_on=date(2023, 11, 1), ground="no_income_no_assets",
    ),
    "deferred by agreement": rows(status="Hoãn", status_on=date(2024, 3, 1), ground="parties_agree"),
    "deferred, the ground in words": rows(
        status="Hoãn", status_on=date(2024, 3, 1), ground="Đương sự đồng ý hoãn thi hành án"
    ),
    "suspended": rows(status="Tạm đình chỉ", status_on=date(2024, 3, 1), ground="protest"),
    "terminated": rows(status="Đình chỉ", status_on=date(2024, 3, 1), ground="debtor_dead"),
    "delegated in": rows(route="Nhận ủy thác", from_agency="Chi cục Khác"),
}  # fmt: skip
