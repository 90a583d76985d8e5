"""An invented province of any size, written as the file of histories that `thads import` reads.

    python bench/province.py 60000 > histories.jsonl

Hải Long does not exist, nor do its people and judgments. Everything follows from the seed. A history has ten
facts on average, and every case is in the books of the nine months of 2024.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

PROVINCE = "HL"
DISTRICTS = 15
BAILIFFS_PER_UNIT = 13
FIRST_DECISION, LAST_DECISION, LAST_DAY = date(2021, 10, 1), date(2024, 4, 30), date(2024, 6, 30)
FOUNDED = "2010-01-01"
YEAR_BEGINS = date(2023, 10, 1)
UNITS = [f"{PROVINCE}.NV", *(f"{PROVINCE}.{place:02}" for place in range(1, DISTRICTS + 1))]
WAYS = {
    "able": 40, "paid": 18, "unable": 18, "separate": 8, "deferred": 7, "suspended": 3, "terminated": 3,
    "delegated": 3,
}  # fmt: skip
ENDS = {"paid", "terminated", "delegated"}
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Quốc", "Hữu", "Kim", "Xuân", "Thu", "Mạnh")
GIVEN = (
    "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Hùng", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam",
    "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Tuấn", "Vân", "Yến",
)  # fmt: skip


def organisation() -> Iterator[dict[str, Any]]:
    """Yield the province, its units and their bailiffs."""
    yield agency(
        PROVINCE, "Cục Thi hành án dân sự tỉnh Hải Long (hư cấu)", "province", "Cục Hải Long", None, 0
    )
    yield agency(UNITS[0], "Phòng Nghiệp vụ", "operations_room", "Phòng Nghiệp vụ", PROVINCE, 1)
    for place, code in enumerate(UNITS[1:], start=1):
        name = f"huyện Hải Long {place}"
        yield agency(code, f"Chi cục Thi hành án dân sự {name}", "district", name, PROVINCE, place + 1)
    for unit in UNITS:
        for number in range(1, BAILIFFS_PER_UNIT + 1):
            line = {"code": bailiff(unit, number), "name": f"Người Hư Cấu {unit} {number}", "agency": unit}
            yield {"staff": line | {"role": "bailiff", "valid_from": FOUNDED}}


def agency(code: str, name: str, kind: str, short: str, parent: str | None, position: int) -> dict[str, Any]:
    line = {"code": code, "name": name, "short_name": short, "kind": kind, "position": position}
    return {"agency": line | {"parent": parent, "valid_from": FOUNDED}}


def bailiff(unit: str, number: int) -> str:
    return f"{unit}-{number:02}"


@dataclass
class History:
    """One case on its way; `add` notes a fact some days after the one before, none after the last day."""

    number: int
    chance: random.Random
    is_named: bool = False
    on: date = FIRST_DECISION
    left: int = 0
    receipts: int = 0
    lines: list[dict[str, Any]] = field(default_factory=list)

    def write(self) -> list[dict[str, Any]]:
        """Return the lines of the case from its decision to where its way has led by the last day."""
        way = self.chance.choices(list(WAYS), weights=list(WAYS.values()))[0]
        self.open()
        self.pay_in_parts(self.chance.randint(3, 6))
        if way in ENDS and self.on < YEAR_BEGINS:  # an old case that ends does so in this year
            self.on = YEAR_BEGINS + timedelta(days=self.chance.randrange(180))
        getattr(self, way)()
        return self.lines

    def add(self, fact: str, after: int, **data: Any) -> None:
        self.on += timedelta(days=after)
        if self.on <= LAST_DAY:
            day = self.on.isoformat()
            self.lines.append(
                {"case": f"{self.number:06}/HL", "agency": self.unit, "fact": fact, "took_effect": day,
                 "recorded_at": f"{day}T16:30:00+07:00", "data": data}
            )  # fmt: skip

    def open(self) -> None:
        chance = self.chance
        self.unit = chance.choice(UNITS)
        self.on = FIRST_DECISION + timedelta(days=chance.randrange((LAST_DECISION - FIRST_DECISION).days))
        self.left = 1_000 * int(chance.lognormvariate(10, 1.6)) + 200_000
        self.add(
            "decision_issued", 0, initiation="on_request", judgment_kind="civil", judgment_on="2021-08-20",
            judgment_no=f"{self.number % 400 + 1}/2021/DS-ST", court="Tòa án nhân dân tỉnh Hải Long (hư cấu)",
            duties=[
                {"no": 1, "kind": chance.choice(["contract", "credit_debt"]), "amount": self.left}
                | (parties(chance) if self.is_named else {})
            ],
        )  # fmt: skip
        self.add("bailiff_assigned", 2, bailiff=bailiff(self.unit, chance.randint(1, BAILIFFS_PER_UNIT)))
        self.add("notice_served", 3, voluntary_until=(self.on + timedelta(days=13)).isoformat())
        self.add("verified", 15, result="able")

    def pay_in_parts(self, times: int) -> None:
        for _ in range(times):
            self.collect(self.left // (2 * times))

    def collect(self, amount: int) -> None:
        self.left -= amount
        self.receipts += 1
        receipt = f"{self.number}-{self.receipts}"
        self.add(
            "money_collected",
            self.chance.randint(3, 9),
            parts=[{"no": 1, "amount": amount}],
            receipt_no=receipt,
        )

    def able(self) -> None:
        self.collect(self.left // 3)

    def paid(self) -> None:
        self.collect(self.left)
        self.add("performed", 2)

    def unable(self) -> None:
        self.add("verified", 10, result="not_able")
        self.add("unable_decided", 3, ground="no_income_no_assets")

    def separate(self) -> None:
        self.unable()
        self.add("verified", 200, result="not_able")
        self.add("verified", 200, result="not_able")
        self.add("moved_to_separate_ledger", 10)

    def deferred(self) -> None:
        ground = self.chance.choice(["parties_agree", "illness"])
        self.add("deferred", 5, ground=ground)
        if self.chance.random() < 0.4:
            self.add("resumed", 60)
            self.collect(self.left // 3)

    def suspended(self) -> None:
        self.add("suspended", 5, cause="protest")

    def terminated(self) -> None:
        self.add("terminated", 10, ground="parties_agree")

    def delegated(self) -> None:
        self.add("delegated_out", 10, to_agency="Chi cục Thi hành án dân sự nơi khác (hư cấu)")


def parties(chance: random.Random) -> dict[str, str]:
    """Return two invented people: many share a name, as people do."""
    return {role: " ".join(map(chance.choice, (FAMILIES, MIDDLES, GIVEN))) for role in ("creditor", "debtor")}


def province(cases: int, *, seed: int = 2024, is_named: bool = False) -> Iterator[dict[str, Any]]:
    """Yield every line of the file: heading, organisation, histories; with names of people when asked."""
    chance = random.Random(seed)
    yield {"thads": "histories", "version": 1}
    yield from organisation()
    for number in range(1, cases + 1):
        yield from History(number, chance, is_named).write()


def main() -> None:
    for line in province(int(sys.argv[1])):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
