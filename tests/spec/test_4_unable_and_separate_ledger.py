title = "Without conditions, at rest, and the separate ledger: c14, c15, c16, c17, m1"


def test_moving_to_the_separate_ledger_takes_the_case_out_of_c2_and_c14(spec):
    facts = """
        case | fact                     | took effect | recorded | details
        101  | decision_issued          | 2022-11-01  |          | duties=100 contract
        101  | unable_decided           | 2022-12-01  |          | ground=no_income
        101  | moved_to_separate_ledger | 2024-01-15  |          |
    """
    spec(
        facts=facts, period="FY2024/3M",
        cases={"c2": {"101"}, "c14": {"101"}, "m1": set()}, dong={"c2": 100, "c14": 100, "m1": 0},
    )  # fmt: skip
    spec(
        facts=facts, period="FY2024/9M",
        cases={"c1": set(), "c2": set(), "c14": set(), "c17": set(), "m1": {"101"}},
        dong={"c1": 0, "c2": 0, "c14": 0, "m1": 100},
    )  # fmt: skip


def test_a_case_back_from_the_separate_ledger_is_carried_over_not_new(spec):
    spec(
        facts="""
        case | fact                     | took effect | recorded | details
        101  | decision_issued          | 2021-11-01  |          | duties=100 contract
        101  | unable_decided           | 2021-12-01  |          | ground=no_income
        101  | moved_to_separate_ledger | 2023-01-15  |          |
        101  | resumed                  | 2024-03-01  |          | ground=able_again
        """,
        period="FY2024/9M",
        cases={"c2": {"101"}, "c3": set(), "c11": {"101"}, "m1": set()},
        dong={"c2": 100, "c11": 100},
    )


def test_money_that_comes_in_from_the_separate_ledger_is_counted_and_balanced(spec):
    spec(
        facts="""
        case | fact                     | took effect | recorded | details
        101  | decision_issued          | 2021-11-01  |          | duties=100 contract
        101  | unable_decided           | 2021-12-01  |          | ground=no_income
        101  | moved_to_separate_ledger | 2023-01-15  |          |
        101  | money_collected          | 2024-03-01  |          | parts=1:30
        """,
        period="FY2024/9M",
        cases={"c1": set(), "c9": set(), "m1": {"101"}},
        dong={"c1": 30, "c2": 30, "c9": 30, "c17": 0, "m1": 70},
    )


def test_one_line_in_the_separate_ledger_leaves_the_case_inside(spec):
    spec(
        facts="""
        case | fact                     | took effect | recorded | details
        101  | decision_issued          | 2022-11-01  |          | duties=100 contract, 40 court_fee
        101  | unable_decided           | 2022-12-01  |          | ground=no_income
        101  | moved_to_separate_ledger | 2024-01-15  |          | parts=1
        """,
        period="FY2024/9M",
        cases={"c2": {"101"}, "c14": {"101"}, "m1": set()},
        dong={"c2": 40, "c14": 40, "m1": 100},
    )


def test_suspended_cases_stand_apart_and_are_carried_on(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | suspended       | 2024-01-10  |          | cause=protest
        102  | decision_issued | 2023-11-01  |          | duties=300 contract
        102  | unable_decided  | 2024-01-10  |          | ground=no_income
        """,
        period="FY2024/9M",
        cases={"c6": {"101", "102"}, "c7": set(), "c14": {"102"}, "c16": {"101"}, "c17": {"101", "102"}},
        dong={"c14": 300, "c16": 100, "c17": 400},
    )


def test_what_happens_after_the_day_asked_about_is_not_seen(spec):
    facts = """
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | unable_decided  | 2024-02-10  |          | ground=no_income
        101  | resumed         | 2024-07-01  |          | ground=able_again
    """
    spec(facts=facts, period="FY2024/9M", as_of="2024-02-09", cases={"c11": {"101"}, "c14": set()})
    spec(facts=facts, period="FY2024/9M", cases={"c11": set(), "c14": {"101"}})
    spec(facts=facts, period="FY2024/10M", cases={"c11": {"101"}, "c14": set()})
