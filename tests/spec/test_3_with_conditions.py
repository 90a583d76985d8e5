title = "With conditions: c7 to c13"


def test_a_case_is_able_until_somebody_decides_otherwise(spec):
    spec(
        facts="""
        case | fact             | took effect | recorded | details
        101  | decision_issued  | 2023-11-01  |          | duties=100 contract
        102  | decision_issued  | 2023-11-01  |          | duties=100 contract
        102  | bailiff_assigned | 2023-11-02  |          | bailiff=TQ.CH-01
        102  | notice_served    | 2023-11-05  |          |
        103  | decision_issued  | 2023-11-01  |          | duties=100 contract
        103  | verified         | 2023-11-20  |          | result=not_able
        """,
        period="FY2024/9M",
        cases={"c7": {"101", "102", "103"}, "c11": {"101", "102", "103"}, "c14": set()},
    )


def test_performed_and_terminated_cases_are_finished(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | money_collected | 2024-01-10  |          | parts=1
        101  | performed       | 2024-01-12  |          |
        102  | decision_issued | 2023-11-01  |          | duties=200 contract
        102  | money_collected | 2024-01-10  |          | parts=1:50
        102  | terminated      | 2024-02-01  |          | ground=debtor_died
        """,
        period="FY2024/9M",
        cases={"c8": {"101", "102"}, "c9": {"101"}, "c10": {"102"}, "c7": {"101", "102"}, "c17": set()},
        dong={"c8": 300, "c9": 150, "c10": 150, "c17": 0},
    )


def test_money_counts_when_it_comes_in_though_the_case_is_not_finished(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | money_collected | 2024-01-10  |          | parts=1:40
        """,
        period="FY2024/9M",
        cases={"c8": set(), "c9": set(), "c11": {"101"}},
        dong={"c8": 40, "c9": 40, "c11": 60, "c7": 100},
    )


def test_a_reduction_is_finished_money_and_no_case(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 fine
        101  | duty_reduced    | 2024-01-10  |          | parts=1:70
        """,
        period="FY2024/9M",
        cases={"c8": set(), "c10a": set(), "c11": {"101"}},
        dong={"c8": 70, "c10a": 70, "c11": 30},
    )


def test_all_collected_and_not_yet_closed_is_another_case_with_conditions(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | money_collected | 2024-01-10  |          | parts=1
        """,
        period="FY2024/9M",
        cases={"c9": set(), "c11": set(), "c13": {"101"}, "c7": {"101"}, "c17": {"101"}},
        dong={"c9": 100, "c13": 0, "c17": 0},
    )


def test_deferral_by_agreement_is_with_conditions_on_other_grounds_it_is_not(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract
        101  | deferred        | 2024-01-10  |          | ground=parties_agree
        102  | decision_issued | 2023-11-01  |          | duties=200 contract
        102  | deferred        | 2024-01-10  |          | ground=illness
        """,
        period="FY2024/9M",
        cases={"c7": {"101"}, "c12": {"101"}, "c15": {"102"}},
        dong={"c12": 100, "c15": 200},
    )


def test_an_able_line_speaks_for_the_whole_case_and_each_line_for_its_dong(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract, 300 contract
        101  | unable_decided  | 2024-01-10  |          | ground=no_income; parts=2
        """,
        period="FY2024/9M",
        cases={"c11": {"101"}, "c14": set()},
        dong={"c11": 100, "c14": 300, "c7": 100},
    )


def test_a_payment_of_september_recorded_in_october_moves_between_years_with_knowledge(spec):
    facts = """
        case | fact            | took effect | recorded   | details
        101  | decision_issued | 2023-05-01  |            | duties=100 contract
        101  | money_collected | 2023-09-28  | 2023-10-09 | parts=1:60
    """
    spec(facts=facts, period="FY2023/12M", known_at="2023-10-03", dong={"c9": 0, "c17": 100})
    spec(facts=facts, period="FY2023/12M", known_at="2023-12-12", dong={"c9": 60, "c17": 40})
    spec(facts=facts, period="FY2024/1M", known_at="2023-10-03", dong={"c2": 100})
    spec(facts=facts, period="FY2024/1M", dong={"c2": 40, "c9": 0})


def test_a_cancelled_payment_counted_until_it_was_cancelled(spec):
    facts = """
        case | fact            | took effect | recorded   | details
        101  | decision_issued | 2023-11-01  |            | duties=100 contract
        101  | money_collected | 2023-12-01  |            | parts=1:60
        101  | cancelled       | 2023-12-01  | 2024-02-01 | cancels=2
    """
    spec(facts=facts, period="FY2024/9M", known_at="2024-01-31", dong={"c9": 60})
    spec(facts=facts, period="FY2024/9M", dong={"c9": 0, "c11": 100})
