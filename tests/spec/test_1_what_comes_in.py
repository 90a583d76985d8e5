title = "What comes in: c1, c2, c3, c3a"


def test_a_decision_of_the_period_is_new_and_an_open_one_of_before_is_carried_over(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-09-30  |          | duties=500 contract
        102  | decision_issued | 2023-10-01  |          | duties=300 contract
        """,
        period="FY2024/9M",
        cases={"c1": {"101", "102"}, "c2": {"101"}, "c3": {"102"}, "c3a": set(), "c11": {"101", "102"}},
        dong={"c1": 800, "c2": 500, "c3": 300},
    )


def test_a_case_finished_before_the_period_is_not_in_it(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-05-01  |          | duties=500 contract
        101  | money_collected | 2023-09-29  |          | parts=1
        101  | performed       | 2023-09-30  |          |
        """,
        period="FY2024/9M",
        cases={"c1": set(), "c8": set(), "c17": set()},
        dong={"c1": 0, "c9": 0},
    )


def test_only_the_rest_on_30_september_is_carried_over_in_dong(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-05-01  |          | duties=500 contract, 100 court_fee
        101  | money_collected | 2023-09-30  |          | parts=1:200 2
        101  | performed       | 2023-09-30  |          | parts=2
        101  | money_collected | 2023-10-01  |          | parts=1:50
        """,
        period="FY2024/1M",
        cases={"c2": {"101"}, "c11": {"101"}},
        dong={"c2": 300, "c9": 50, "c11": 250, "c17": 250},
    )


def test_a_case_taken_over_by_delegation_is_new_here(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2024-01-10  |          | duties=500 contract; route=delegated_in
        """,
        period="FY2024/9M",
        cases={"c3": {"101"}, "c3a": {"101"}},
        dong={"c3a": 500},
    )


def test_a_decision_recorded_late_belongs_to_its_own_year_as_known_later_only(spec):
    facts = """
        case | fact            | took effect | recorded   | details
        101  | decision_issued | 2023-09-28  | 2023-10-09 | duties=500 contract
    """
    spec(facts=facts, period="FY2023/12M", known_at="2023-10-03", cases={"c3": set()})
    spec(facts=facts, period="FY2023/12M", known_at="2023-12-12", cases={"c3": {"101"}})
    spec(facts=facts, period="FY2024/1M", cases={"c2": {"101"}, "c3": set()})
