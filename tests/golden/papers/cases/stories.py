"""Stories of cases whose papers are kept as texts: each sub-type under each law that knows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from golden.papers.cases.office import (
    BAILIFF,
    BANK,
    CREDITOR,
    DEBTOR,
    ELSEWHERE,
    OFFICE,
    PROVINCE,
    SECOND,
    STATE,
    Step,
    Story,
)
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    CoercionStep,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    PartyRole,
    SecurityKind,
    SuspensionCause,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.kernel.text import write_date

D, C = DEBTOR.name, CREDITOR.name


@dataclass(frozen=True, slots=True)
class Days:
    """The days and the wording of one law, near its joint."""

    code: str
    judged_on: date
    opened_on: date
    later_on: date
    symbol: str
    court: str


R2008 = Days(
    "r2008",
    date(2024, 3, 15),
    date(2024, 4, 1),
    date(2024, 6, 28),
    "CCTHADS",
    "Tòa án nhân dân huyện Chiêm Hóa",
)
REFORMED = Days(
    "r2008_2025",
    date(2025, 6, 20),
    date(2025, 7, 1),
    date(2026, 6, 30),
    "THADS",
    "Tòa án nhân dân khu vực 2 - Tuyên Quang",
)
R2025 = Days(
    "r2025",
    date(2026, 6, 20),
    date(2026, 7, 1),
    date(2026, 7, 20),
    "THADS",
    "Tòa án nhân dân khu vực 2 - Tuyên Quang",
)


def duty(no: int, kind: K, amount: int = 0, content: str = "", **more: object) -> f.Duty:
    names = {"creditor": C, "debtor": D}
    if kind in {K.COURT_FEE, K.FINE, K.UNLAWFUL_GAIN, K.OTHER_STATE, K.CONFISCATE, K.DESTROY}:
        names = {"creditor": STATE.name, "debtor": D}
    if kind in {K.RETURN_MONEY, K.RETURN_ASSET, K.RETURN_PAPER}:
        names = {"creditor": C, "debtor": ""}
    return f.Duty(no, kind, amount, content=content, **{**names, **more})  # type: ignore[arg-type]


def decided(days: Days, *duties: f.Duty, on_request: bool = False, **more: object) -> Step:
    fact = f.DecisionIssued(
        **{
            "number": "1/2024/TQ.CH",
            "initiation": Initiation.ON_REQUEST if on_request else Initiation.EX_OFFICIO,
            "judgment_kind": JudgmentKind.CIVIL if on_request else JudgmentKind.CRIMINAL,
            "duties": duties,
            "decision_no": f"45/QĐ-{days.symbol}",
            "judgment_no": f"15/{days.judged_on.year}/{'DS' if on_request else 'HS'}-ST",
            "judgment_on": days.judged_on,
            "court": days.court,
            "bailiff": BAILIFF,
            **more,
        }  # type: ignore[arg-type]
    )
    return Step(fact, days.opened_on, f"45/QĐ-{days.symbol}")


FEE = duty(1, K.COURT_FEE, 200_000, "án phí hình sự sơ thẩm")
FINE = duty(2, K.FINE, 10_000_000)
DEBT = duty(1, K.CONTRACT, 300_000_000, "trả nợ vay")
ADVANCE = duty(
    1, K.RETURN_MONEY, 300_000, "tiền tạm ứng án phí đã nộp theo Biên lai số 0000123 ngày 10/01/2024"
)
PHONE = duty(2, K.RETURN_ASSET, 0, "01 điện thoại di động, màu đen, đã qua sử dụng")
LICENCE = duty(1, K.RETURN_PAPER, 0, "01 giấy phép lái xe mang tên Trần Thị Đào")
CASH = duty(1, K.CONFISCATE, 5_000_000, "tiền Việt Nam thu giữ khi bắt quả tang")
KNIFE = duty(2, K.DESTROY, 0, "01 con dao dài 30 cm")

Build = Callable[[Days], Story]


def opened(*duties: f.Duty, parties: tuple[PartyDetails, ...] = (DEBTOR, CREDITOR), **more: object) -> Build:
    return lambda days: Story((decided(days, *duties, **more),), parties)


def asked(*duties: f.Duty, parties: tuple[PartyDetails, ...] = (DEBTOR, CREDITOR), **more: object) -> Build:
    def build(days: Days) -> Story:
        step = decided(days, *duties, on_request=True, **more)
        request = f"yêu cầu thi hành án ngày {write_date(days.judged_on)} của {C}"
        return Story((step,), parties, request=request)

    return build


def later(*facts: f.CaseFact, duties: tuple[f.Duty, ...] = (DEBT,), on_request: bool = True) -> Build:
    """A case on a debt with facts after its decision; the papers of the last are read."""

    def build(days: Days) -> Story:
        steps = [decided(days, *duties, on_request=on_request)]
        steps += [Step(fact, days.later_on, f"{no}/QĐ-{days.symbol}") for no, fact in enumerate(facts, 7)]
        return Story(tuple(steps))

    return build


JOINT = (
    duty(1, K.CONTRACT, 100_000_000, "bồi thường thiệt hại tài sản", joint="A"),
    duty(2, K.CONTRACT, 100_000_000, "bồi thường thiệt hại tài sản", joint="A", debtor=SECOND.name),
)

DECISIONS: Mapping[str, Build] = {
    "court_fee": opened(FEE, parties=(DEBTOR, STATE)),
    "fine": opened(FINE),
    "unlawful_gain": opened(duty(1, K.UNLAWFUL_GAIN, 26_000_000)),
    "state_revenues": opened(FEE, FINE),
    "other_state": opened(duty(1, K.OTHER_STATE, 50_000_000, "bồi thường cho Nhà nước")),
    "return_advance": opened(ADVANCE, parties=(CREDITOR,)),
    "return_money": opened(
        duty(1, K.RETURN_MONEY, 5_000_000, "tiền tạm giữ khi bắt quả tang"), parties=(CREDITOR,)
    ),
    "return_asset": opened(PHONE, parties=(CREDITOR, DEBTOR)),
    "return_paper": opened(LICENCE, parties=(CREDITOR,)),
    "return_several": opened(ADVANCE, PHONE, parties=(CREDITOR,)),
    "confiscation": opened(CASH),
    "destruction": opened(KNIFE),
    "things": opened(CASH, KNIFE),
    "land_recall": opened(
        duty(1, K.LAND_RECALL, 0, "quyền sử dụng thửa đất số 12, tờ bản đồ số 5, xã Kim Bình")
    ),
    "combined": opened(FEE, KNIFE, duty(3, K.RETURN_PAPER, 0, "01 giấy phép lái xe mang tên Trần Thị Đào")),
    "interim": opened(
        duty(1, K.CONTRACT, 500_000_000, "phong tỏa tài khoản của bị đơn"),
        ground="interim_measure",
        judgment_no="02/2026/QĐ-BPKCTT",
    ),
    "bankruptcy": opened(
        duty(1, K.OTHER, 0, "tuyên bố phá sản và thanh lý tài sản"),
        ground="bankruptcy",
        judgment_kind=JudgmentKind.BANKRUPTCY,
        judgment_no="01/2024/QĐ-TBPS",
    ),
    "administrative": opened(FEE, judgment_kind=JudgmentKind.ADMINISTRATIVE),
    "money": asked(
        duty(1, K.CONTRACT, 300_000_000, "trả nợ vay", interest=f.Interest(1000, date(2024, 3, 16))),
    ),
    "money_joint": asked(*JOINT, parties=(DEBTOR, SECOND, CREDITOR)),
    "money_several_creditors": asked(
        DEBT,
        duty(2, K.CREDIT_DEBT, 50_000_000, creditor=BANK.name, interest=f.Interest()),
        parties=(DEBTOR, CREDITOR, BANK),
    ),
    "alimony": asked(
        duty(
            1,
            K.ALIMONY,
            6_000_000,
            "nuôi con chung",
            instalments=(
                f.Instalment(date(2024, 5, 1), 2_000_000),
                f.Instalment(date(2024, 6, 1), 2_000_000),
                f.Instalment(date(2024, 7, 1), 2_000_000),
            ),
        ),
    ),
    "social_insurance": asked(duty(1, K.SOCIAL_INSURANCE, 90_000_000)),
    "divorce_share": asked(duty(1, K.DIVORCE_SHARE, 200_000_000, "thanh toán chênh lệch tài sản")),
    "secured": asked(
        duty(1, K.CREDIT_DEBT, 900_000_000, creditor=BANK.name, secured_by="quyền sử dụng thửa đất số 12"),
        parties=(DEBTOR, BANK),
    ),
    "delivery": asked(duty(1, K.HAND_OVER, 0, "căn nhà cấp 4 trên thửa đất số 12")),
    "act": asked(duty(1, K.PERFORM_ACT, 0, "tháo dỡ tường rào lấn chiếm")),
    "child": asked(duty(1, K.PERFORM_ACT, 0, "giao con chung cho bà Trần Thị Đào nuôi dưỡng")),
    "reinstatement": asked(
        duty(1, K.PERFORM_ACT, 0, "nhận người lao động trở lại làm việc"), judgment_kind=JudgmentKind.LABOUR
    ),
    "several": asked(DEBT, duty(2, K.HAND_OVER, 0, "căn nhà cấp 4")),
    "administrative_request": asked(DEBT, judgment_kind=JudgmentKind.ADMINISTRATIVE),
    "delegated_in": opened(FEE, route=IntakeRoute.DELEGATED_IN, from_agency=ELSEWHERE),
    "delegated_return": opened(
        ADVANCE, parties=(CREDITOR,), route=IntakeRoute.DELEGATED_IN, from_agency=ELSEWHERE
    ),
}
"""Decisions that both laws know."""

UNABLE = f.UnableDecided("no_income_no_assets")
CHECKED = f.Verified(VerificationResult.NOT_ABLE)
DEFERRED = f.Deferred("parties_agree", date(2026, 12, 31))
FREEZE = f.SecurityOrdered(
    1,
    SecurityKind.FREEZE,
    "số tiền 300.000.000 đồng trong tài khoản số 0123456789",
    300_000_000,
    "Ngân hàng thương mại cổ phần A",
    requested_by=C,
)
SEIZURE = f.CoercionDecided(
    1,
    CoercionKind.SEIZE,
    "quyền sử dụng thửa đất số 12, tờ bản đồ số 5, xã Kim Bình",
    350_000_000,
    exception="only_asset",
)


def coerced(kind: CoercionKind, subject: str, **more: object) -> Build:
    return later(f.CoercionDecided(1, kind, subject, **more))  # type: ignore[arg-type]


AFTER: Mapping[str, Build] = {
    "assignment": lambda days: Story(
        (
            decided(days, DEBT, on_request=True, bailiff=""),
            Step(f.BailiffAssigned(BAILIFF), days.later_on, "7/QĐ"),
        )
    ),
    "bailiff_change": later(f.BailiffAssigned("CH-02", "Chấp hành viên chuyển công tác")),
    "bailiff_change_refused": later(
        f.BailiffChangeRequested(D), f.BailiffChangeRefused("không có căn cứ phải thay đổi")
    ),
    "mandate": later(f.VerificationMandated(ELSEWHERE, True, "quyền sử dụng đất tại phường Việt Trì")),
    "unable": lambda days: later(f.UnableDecided("no_income_no_assets", (), days.judged_on))(days),
    "resumed_after_unable": later(UNABLE, f.Resumed("able_again")),
    "resumed_after_deferral": later(DEFERRED, f.Resumed()),
    "resumed_after_suspension": later(f.Suspended(SuspensionCause.PROTEST), f.Resumed("protest_withdrawn")),
    "separate_ledger": later(CHECKED, UNABLE, CHECKED, f.MovedToSeparateLedger()),
    "deferral_agreed": later(DEFERRED),
    "deferral_dispute": later(f.Deferred("asset_in_dispute")),
    "deferral_protest_holder": later(f.Deferred("protest_holder_request", date(2026, 9, 30))),
    "suspension_bankruptcy": later(f.Suspended(SuspensionCause.BANKRUPTCY)),
    "suspension_protest": later(f.Suspended(SuspensionCause.PROTEST)),
    "termination_agreed": later(f.Terminated("parties_agree")),
    "termination_part": later(f.Terminated("judgment_annulled", (f.Part(1, 100_000_000),))),
    "termination_relieved": later(f.Terminated("duty_relieved"), duties=(FEE,), on_request=False),
    "delegation": later(f.DelegatedOut(ELSEWHERE, ground="assets")),
    "recall": later(f.DecisionRecalled("error_changing_content")),
    "order_recall": later(UNABLE, f.OrderWithdrawn(2, "ground_gone", resumes=True)),
    "amendment": later(UNABLE, f.OrderAmended(2, "địa chỉ “xã Kim Bính” sửa thành “xã Kim Bình”")),
    "annulment": later(f.DecisionRecalled("annulled_by_superior")),
    "freeze": later(FREEZE),
    "hold": later(f.SecurityOrdered(1, SecurityKind.HOLD, "01 xe ô tô biển số 22A-123.45", 200_000_000)),
    "stop_registration": later(
        f.SecurityOrdered(1, SecurityKind.STOP_REGISTRATION, "quyền sử dụng thửa đất số 12")
    ),
    "exit_ban": later(f.SecurityOrdered(1, SecurityKind.EXIT_BAN, "ông Nguyễn Văn Ánh, sinh năm 1985")),
    "measure_end": later(FREEZE, f.MeasureEnded(1, "duty_and_costs_paid")),
    "seizure_release": later(SEIZURE, f.MeasureEnded(1, "duty_and_costs_paid")),
    "coercion_account": coerced(
        CoercionKind.DEDUCT_ACCOUNT, "số tiền trong tài khoản số 0123456789", value=300_000_000
    ),
    "coercion_income": coerced(
        CoercionKind.DEDUCT_INCOME, "tiền lương hằng tháng tại Công ty B", value=3_000_000
    ),
    "coercion_seizure": later(SEIZURE),
    "coercion_exploitation": coerced(CoercionKind.EXPLOIT, "nhà xưởng cho thuê tại xã Kim Bình"),
    "coercion_handover": coerced(CoercionKind.HAND_OVER, "căn nhà cấp 4 trên thửa đất số 12, xã Kim Bình"),
    "coercion_act": coerced(CoercionKind.FORCE_ACT, "tháo dỡ tường rào lấn chiếm"),
    "coercion_plan": later(
        SEIZURE,
        f.CoercionPrepared(
            1, CoercionStep.PLAN_APPROVED, date(2026, 8, 10), "đọc quyết định, vận động, kiểm kê, kê biên"
        ),
    ),
    "cost_notice": later(
        SEIZURE, f.CoercionPrepared(1, CoercionStep.COST_NOTICE, date(2026, 8, 10), "8.000.000 đồng")
    ),
    "seizure_notice": later(SEIZURE, f.CoercionPrepared(1, CoercionStep.SEIZURE_NOTICE, date(2026, 8, 10))),
    "minutes_coercion": later(SEIZURE, f.CoercionCarriedOut(1, "đã kê biên xong")),
    "minutes_verification": later(
        f.Verified(
            VerificationResult.NOT_ABLE,
            findings="không có tài sản, thu nhập",
            place="Ủy ban nhân dân xã Kim Bình",
            confirmed_by="Ủy ban nhân dân xã Kim Bình",
        )
    ),
    "minutes_notice": later(f.NoticeServed(None, "Giao trực tiếp", D)),
    "minutes_posting": later(f.NoticeServed(None, "Niêm yết công khai", D)),
    "minutes_agreement": later(
        f.AgreementRecorded("trả dần mỗi tháng 2.000.000 đồng", until=date(2026, 12, 31))
    ),
    "certificate": later(f.Performed(), f.CertificateIssued(C)),
}
"""Facts after the decision that both laws know."""

OF_2008: Mapping[str, Build] = {"file_pull_up": later(f.FilePulledUp(PROVINCE))}
OF_2025: Mapping[str, Build] = {
    "damages_collected": opened(
        duty(1, K.DAMAGE_LIFE_HEALTH_MORAL, 20_000_000), ground="damages_already_collected"
    ),
    "request_return": later(UNABLE, f.RequestReturned("two_years_unable")),
    "transfer": later(
        f.RightsTransferred(
            PartyRole.CREDITOR,
            "Trần Văn Bình",
            reason="người được thi hành án chết, để lại thừa kế",
            address="xã Vĩnh Lộc",
        )
    ),
    "closure": later(f.ClosedOtherwise("visited_person_gone")),
    "unable_mortgaged": later(f.UnableDecided("mortgaged_asset_worth_too_little")),
    "office": lambda days: Story((decided(days, DEBT, on_request=True),), agency=OFFICE),
    "office_recall": lambda days: Story(
        (
            decided(days, DEBT, on_request=True),
            Step(f.HandedToAgency(PROVINCE, "coercion_needed"), days.later_on, "7/QĐ"),
        ),
        agency=OFFICE,
    ),
}

REFORM = {name: DECISIONS[name] for name in ("court_fee", "return_advance", "money")} | {
    "deferral_agreed": AFTER["deferral_agreed"]
}
"""Between 1/7/2025 and 30/6/2026 names are new and the law is old."""


def stories() -> dict[tuple[str, str], Story]:
    """Return every story by law and name."""
    told = {
        (days.code, name): build(days)
        for days in (R2008, R2025)
        for name, build in (DECISIONS | AFTER).items()
    }
    told |= {(R2008.code, name): build(R2008) for name, build in OF_2008.items()}
    told |= {(R2025.code, name): build(R2025) for name, build in OF_2025.items()}
    return told | {(REFORMED.code, name): build(REFORMED) for name, build in REFORM.items()}
