"""Old books that come in without a doubt; the name says what is particular."""

from datetime import date

from workbooks.old_books import UNABLE, Rows, rows

OLD_SHOULD_PASS: dict[str, Rows] = {
    "one case": rows(),
    "the old system's own number of the case": rows(number="HS-2024-0125"),
    "a decision number that says its year": rows(decision_no="125/2024/QĐ-CCTHADS"),
    "bailiff by name": rows(bailiff="Phạm Thị Mẫu"),
    "words of old books": rows(
        initiation="YC", judgment_kind="HNGĐ", duty_kind="Án phí", status="Có điều kiện"
    ),
    "amounts and days typed as text": rows(amount="150.000.000 đ", decided_on="10/01/2024"),
    "two duties of one case": rows() + rows(duty_kind="Án phí, lệ phí Tòa án", amount=5_000_000),
    "the same number in two years": rows()
    + rows(decided_on=date(2025, 1, 10), status_on=date(2025, 3, 1), notice_on=date(2025, 1, 15)),
    "blank rows between": [*rows(), {}, *rows(decision_no="126/QĐ-CCTHADS")],
    "a row that numbers the columns": [
        {key: number for number, key in enumerate(rows()[0], start=1)}, *rows(),
    ],
    "a total below": [*rows(), {"debtor": "Tổng cộng", "amount": 150_000_000}],
    "thing to hand over": rows(duty_kind="Giao vật, giao tài sản", amount=0, content="Giao 01 xe máy"),
    "collected and held in part": rows(
        collected=50_000_000, paid_out=30_000_000, held_cash=15_000_000, held_treasury=5_000_000
    ),
    "held with fee, costs and money to be shared": rows(
        collected=50_000_000, held_bank=20_000_000, held_fee=500_000, held_cost=1_000_000,
        held_pool=2_000_000, fee_collected=100_000, fee_due=250_000, cost_due=3_000_000,
        advance_due=3_000_000,
    ),
    "voluntary period": rows(status="Trong thời hạn tự nguyện", notice_on=date(2026, 9, 25)),
    "decided the day before": rows(
        decided_on=date(2026, 9, 29), status="Mới phân công", status_on=None, notice_on=None
    ),
    "decided on the cut-over day": rows(
        decided_on=date(2026, 9, 30), status="Mới thụ lý", status_on=None, notice_on=None
    ),
    "unable": rows(**UNABLE),
    "unable, ground by its point": rows(**{**UNABLE, "ground": "điểm a khoản 1 Điều 44a"}),
    "unable on request since the day of the decision": rows(
        **{**UNABLE, "status_on": None}, unable_on=date(2025, 3, 1)
    ),
    "separate ledger": rows(
        **{**UNABLE, "status": "Theo dõi riêng", "status_on": date(2026, 4, 1)}, unable_on=date(2025, 3, 1),
        initiation="CĐ", duty_kind="Tiền phạt",
    ),
    "deferred by agreement": rows(
        status="Hoãn", status_on=date(2026, 3, 1), ground="parties_agree", until=date(2026, 12, 31)
    ),
    "suspended": rows(status="Tạm đình chỉ", status_on=date(2026, 3, 1), ground="Do kháng nghị"),
    "one duty ended, one open": rows()
    + rows(amount=1_000_000, collected=1_000_000, status="Thi hành xong", duty_kind="Tiền phạt"),
    "terminated but money is still held": rows(
        collected=50_000_000, held_treasury=50_000_000, status="Đình chỉ", ground="debtor_dead",
        status_on=date(2026, 3, 1),
    ),
    "part delegated, part reduced": rows(delegated=50_000_000, reduced=10_000_000, terminated=1_000_000),
    "delegated in": rows(route="Nhận ủy thác", from_agency="Chi cục Khác"),
}  # fmt: skip
