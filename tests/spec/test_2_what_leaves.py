title = "What leaves unenforced: c4, c5, c5a, c6"


def test_delegated_recalled_and_pulled_up_cases_leave_the_number_to_enforce(spec):
    spec(
        facts="""
        case | fact              | took effect | recorded | details
        101  | decision_issued   | 2023-11-01  |          | duties=100 contract
        101  | delegated_out     | 2023-12-01  |          | to_agency=AG
        102  | decision_issued   | 2023-11-01  |          | duties=200 contract
        102  | decision_recalled | 2023-12-01  |          | ground=not_competent
        103  | decision_issued   | 2023-11-01  |          | duties=400 contract
        103  | file_pulled_up    | 2023-12-01  |          | to_agency=TQ
        104  | decision_issued   | 2023-11-01  |          | duties=800 contract
        """,
        period="FY2024/9M",
        cases={
            "c1": {"101", "102", "103", "104"},
            "c4": {"101"},
            "c5": {"102"},
            "c5a": {"103"},
            "c6": {"104"},
        },
        dong={"c1": 1500, "c4": 100, "c5": 200, "c5a": 400, "c6": 800, "c17": 800},
    )


def test_delegating_a_part_gives_dong_to_the_line_but_the_case_stays(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract, 60 contract
        101  | delegated_out   | 2023-12-01  |          | to_agency=AG; parts=1:30 2
        """,
        period="FY2024/9M",
        cases={"c4": set(), "c6": {"101"}, "c11": {"101"}},
        dong={"c1": 160, "c4": 90, "c6": 70, "c11": 70},
    )


def test_part_finished_and_the_rest_delegated_is_finished(spec):
    spec(
        facts="""
        case | fact            | took effect | recorded | details
        101  | decision_issued | 2023-11-01  |          | duties=100 contract, 60 contract
        101  | money_collected | 2023-11-20  |          | parts=1
        101  | performed       | 2023-11-20  |          | parts=1
        101  | delegated_out   | 2023-12-01  |          | to_agency=AG; parts=2
        """,
        period="FY2024/9M",
        cases={"c4": set(), "c9": {"101"}, "c8": {"101"}, "c17": set()},
        dong={"c4": 60, "c9": 100, "c6": 100},
    )
