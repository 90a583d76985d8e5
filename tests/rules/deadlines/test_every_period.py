# ruff: noqa: E501  (a law table: one row a line, however long)
"""Every period of the process under both laws, written by hand from the texts and held against the law's data.

id | rule | until 30/6/2026 | article | from 1/7/2026 | article. “wd”: working days, “d” days, “m” months, “y” years,
“h” hours, “now”: at once, “-”: no such period. “*”: concluded, not said.
"""

from datetime import date

import pytest

from thads.law import LAW, Unit

LAST_OF_2008, FIRST_OF_2025 = date(2026, 6, 30), date(2026, 7, 1)

PERIODS = """
D-RCV-1   | judgment.transfer                   | 30 d   | L08 Đ28.1                | 15 d*  | L25 Đ33.1
D-RCV-2   | judgment.transfer_immediate         | 15 d   | L08 Đ28.2                | -      |
D-RCV-3   | judgment.transfer_interim           | now    | L08 Đ28.3                | now*   | L25 Đ33.1
D-REQ-1   | request.limitation                  | 5 y    | L08 Đ30                  | 5 y    | L25 Đ34.2; N152 Đ10
D-REQ-2   | request.supplement                  | -      |                          | 1 wd   | N152 Đ9.6
D-REQ-3   | request.refusal                     | 5 wd   | L08 Đ31.5                | 5 wd   | L25 Đ34.4
D-REQ-4   | request.state_body                  | 1 y    | N62 Đ3.3                 | 1 y    | N152 Đ9.8
D-DEC-1   | decision.on_request                 | 5 wd   | L08 Đ36.1                | 5 wd   | L25 Đ34.3
D-DEC-2   | decision.ex_officio                 | 5 wd   | L08 Đ36.2                | 5 wd   | L25 Đ33.3a
D-DEC-3   | decision.interim_measure            | now    | L08 Đ36.2                | now    | L25 Đ33.3b
D-DEC-4   | decision.bankruptcy                 | 3 wd   | L08 Đ36.2                | 3 wd   | L25 Đ33.3c
D-FILE-1  | file.open                           | 2 wd   | N62 Đ8.1                 | 2 wd   | N152 Đ12.2
D-SEND-1  | order.to_procuracy                  | 3 wd   | L08 Đ38                  | 3 wd   | L25 Đ35.2
D-NOTI-1  | order.notice                        | 3 wd   | L08 Đ39.2                | 3 wd   | L25 Đ35.1
D-NOTI-2  | notice.posting                      | 10 d   | L08 Đ42.3                | 7 d    | N152 Đ17.3
D-NOTI-3  | notice.abroad_reminder              | -      |                          | 3 m    | N152 Đ19.2
D-NOTI-3  | notice.abroad_publication           | -      |                          | 6 m    | N152 Đ19.3
D-NOTI-4  | notice.prison                       | -      |                          | 5 wd   | N152 Đ33.3
D-CHV-1   | bailiff.change                      | 5 wd   | N62 Đ10.3                | 3 wd   | N152 Đ13.3
D-VOL-1   | voluntary.period                    | 10 d   | L08 Đ45.1                | 10 d   | L25 Đ36.1
D-VER-1   | verification.first                  | 10 d   | L08 Đ44.1                | 9 d    | L25 Đ37.1
D-VER-2   | verification.interim_measure        | now    | L08 Đ44.1                | now    | L25 Đ37.1
D-VER-3   | verification.reply_to_bailiff       | 3 wd   | L08 Đ44.6b               | 3 wd   | L25 Đ37.6b
D-VER-3   | verification.reply_account          | now    | L08 Đ44.6b; TL02 Đ6      | now    | L25 Đ37.6
D-VER-3   | verification.reply_prison           | -      |                          | 3 wd   | N152 Đ21.4
D-VER-4   | verification.reply_to_creditor      | 5 wd   | L08 Đ44.6c               | 3 wd*  | L25 Đ37.6b
D-VER-5   | verification.again                  | 5 wd   | L08 Đ44.5                | 5 wd   | L25 Đ37.5
D-VER-6   | verification.mandate_registered     | 30 d   | N62 Đ9.2                 | 30 d   | N152 Đ21.5
D-VER-6   | verification.mandate_longest        | 45 d   | N62 Đ9.2                 | 45 d   | N152 Đ21.5
D-VER-7   | verification.mandate_other          | 15 d   | N62 Đ9.2                 | 15 d   | N152 Đ21.5
D-UNA-1   | unable.decision                     | 5 wd   | N62 Đ9.4                 | 5 wd   | L25 Đ38.1
D-UNA-2   | unable.publication                  | 5 wd   | N62 Đ11.1; T04 Đ5        | 5 wd   | N152 Đ23.1
D-UNA-3   | unable.posting                      | 3 m    | N62 Đ11.1                | -      |
D-UNA-4   | unable.publication_update           | 3 wd   | N62 Đ11.2; T04 Đ6.1      | 3 wd   | N152 Đ23.2
D-UNA-5   | unable.publication_end              | 2 wd   | N62 Đ11.3; T04 Đ6.2      | 3 wd   | N152 Đ23.2
D-UNA-5   | unable.posting_end                  | 2 wd   | N62 Đ11.3                | 2 wd   | N152 Đ23.2
D-UNA-6   | verification.periodic               | 6 m    | L08 Đ44.2                | 6 m    | L25 Đ38.3
D-UNA-6   | verification.periodic_long          | 1 y    | L08 Đ44.2                | 1 y    | L25 Đ38.3
D-UNA-7   | verification.new_information        | 10 d   | N62 Đ9.4                 | 10 d   | L25 Đ38.2
D-UNA-8   | unable.tell_creditor                | 3 wd*  | L08 Đ44.2                | -      |
D-UNA-9   | unable.separate_ledger              | 1 y    | N62 Đ9.5                 | 2 y    | N152 Đ22.1
D-UNA-9   | unable.separate_ledger_long         | 2 y    | N62 Đ9.5                 | 2 y    | N152 Đ22.1
D-UNA-9   | unable.separate_ledger_move         | 3 wd   | N62 Đ9.5                 | -      |
D-UNA-10  | unable.return_of_request            | -      |                          | 2 y    | L25 Đ38.4; N152 Đ22.2
D-HOA-1   | deferral.decision                   | 5 wd   | L08 Đ48.3                | 5 wd   | L25 Đ46.1
D-HOA-2   | deferral.protest_request            | now    | L08 Đ48.2–3              | now    | L25 Đ46.2
D-HOA-2   | deferral.protest_request_notice     | 24 h   | L08 Đ48.2–3              | 24 h   | L25 Đ46.2
D-HOA-2   | deferral.protest_request_longest    | 3 m    | L08 Đ48.2                | 3 m    | L25 Đ46.2
D-HOA-3   | deferral.resumption                 | 5 wd   | L08 Đ48.4                | 5 wd   | L25 Đ46.3
D-TDC-1   | suspension.decision                 | 5 wd   | L08 Đ49.2                | 5 wd   | L25 Đ47.1
D-TDC-1   | suspension.notice                   | -      |                          | 5 wd   | L25 Đ47.2
D-TDC-2   | suspension.resumption               | 5 wd   | L08 Đ49.3                | 5 wd   | L25 Đ47.3
D-DC-1    | termination.decision                | 5 wd   | L08 Đ50.2                | 5 wd   | L25 Đ48
D-UT-1    | delegation.decision                 | 5 wd   | L08 Đ57.1a               | 5 wd   | L25 Đ49.2
D-UT-1    | delegation.interim_measure          | 24 h   | L08 Đ57.1a               | 24 h   | L25 Đ49.2
D-UT-2    | delegation.receiver_decision        | 5 wd   | L08 Đ57.1b               | 5 wd   | L25 Đ49.2
D-UT-2    | delegation.receiver_interim         | now    | L08 Đ57.1b               | now    | L25 Đ49.2
D-UT-3    | asset_delegation.receiver_decision  | 5 wd   | L08 Đ57.2b               | 5 wd   | L25 Đ50.3
D-UT-4    | asset_delegation.money_transfer     | 5 wd   | L08 Đ57.2c               | 5 wd   | N152 Đ27.1b
D-UT-5    | delegation.forward_ruling           | -      |                          | 3 wd   | N152 Đ26.8
D-CG-1    | transfer.decision                   | -      |                          | 10 d   | L25 Đ41.4; N152 Đ25
D-CG-1    | transfer.heirs                      | 30 d   | L08 Đ54; N62 Đ15         | 30 d   | L25 Đ41; N152 Đ25
D-CG-1    | transfer.unknown_heirs              | 3 m    | N62 Đ15.1                | -      |
D-GT-1    | clarification.court                 | 15 d   | L08 Đ179.2               | 30 d   | L25 Đ13.3
D-GT-1    | clarification.court_complex         | 30 d   | L08 Đ179.2               | 45 d   | L25 Đ13.3
D-GT-2    | clarification.agency_acts           | 5 wd   | TL11 Đ9.2                | -      |
D-GT-3    | review.reply                        | 90 d   | L08 Đ170.2b              | -      |
D-GT-3    | review.reply_joint                  | 3 m    | TL11 Đ10.1               | -      |
D-GT-3    | review.reply_joint_complex          | 4 m    | TL11 Đ10.1               | -      |
D-BD-1    | security.decision                   | 24 h   | L08 Đ67–68               | 24 h   | L25 Đ67, 69
D-BD-2    | security.coerce_after_freeze        | 10 d   | L08 Đ67.3                | 10 d   | L25 Đ66.4
D-BD-3    | security.coerce_after_hold          | 10 d   | L08 Đ68.5, 69.4          | 10 d   | L25 Đ66.4
D-BD-4    | security.bank_report                | -      |                          | 24 h   | N152 Đ43.2c
D-BD-5    | security.end                        | 5 wd   | L08 Đ105                 | 3 wd   | L25 Đ95
D-CC-1    | coercion.cost_notice                | 3 wd   | L08 Đ73.4                | 2 wd   | L25 Đ72.7
D-CC-2    | coercion.police_plan                | 3 wd   | L08 Đ72.4                | 3 wd   | L25 Đ72.6b
D-CC-3    | coercion.police_reply               | 3 wd   | TL03 Đ4.2                | 3 wd   | N152 Đ46.3
D-CC-3    | coercion.police_reply_province      | -      |                          | 5 wd   | N152 Đ46.3
D-CC-4    | coercion.plan_draft                 | 2 wd   | TL03 Đ4.4                | 3 wd   | N152 Đ46.5
D-CC-5    | coercion.protection_plan            | -      |                          | 5 wd   | N152 Đ46.6
D-CC-6    | coercion.deployment_meeting         | 1 wd   | TL03 Đ6.2                | 1 wd   | N152 Đ47.3
D-CC-7    | coercion.order_protection           | -      |                          | 5 wd   | N152 Đ106.2
D-CC-8    | coercion.report_big_case            | 5 wd   | N62 Đ13.3                | -      |
D-CC-9    | coercion.immovable_notice           | 3 wd   | L08 Đ88                  | 3 wd   | L25 Đ80.2a
D-CC-10   | coercion.forced_act                 | 5 wd   | L08 Đ118–120             | 5 wd   | L25 Đ91–94
D-CC-10   | coercion.forced_act_child           | 5 wd   | L08 Đ120                 | 5 wd   | L25 Đ93
D-CC-10   | coercion.reinstatement              | 10 d   | L08 Đ121                 | 5 wd   | L25 Đ94
D-CC-11   | coercion.common_property            | 30 d   | L08 Đ74.1                | 30 d   | L25 Đ39.1
D-CC-11   | coercion.common_property_creditor   | 15 d   | L08 Đ74.1                | -      |
D-CC-12   | coercion.ownership_dispute          | 30 d   | L08 Đ75.1                | 30 d   | L25 Đ39.3
D-CC-13   | coercion.sham_deal                  | 15 d   | L08 Đ75.2                | 15 d   | L25 Đ39.4
D-CC-14   | coercion.exploitation_contract      | 30 d   | L08 Đ108.3               | 10 d   | L25 Đ77.2c
D-CC-15   | coercion.deduction_transfer         | -      |                          | 3 wd   | N152 Đ51.4
D-TI-1    | money.cash_into_fund                | 0 d    | T04 Đ17                  | 0 d*   | T04 Đ17
D-TI-1    | money.cash_into_fund_end_of_day     | 1 wd   | T04 Đ17                  | 1 wd*  | T04 Đ17
D-TI-2    | money.disbursement                  | 10 d   | L08 Đ47.5; N62 Đ27.4     | 10 d   | L25 Đ54.6
D-TI-2    | money.disbursement_many_creditors   | -      |                          | 45 d   | N152 Đ30.3
D-TI-2    | money.disbursement_after_block      | -      |                          | 10 d   | N152 Đ30.4
D-TI-3    | money.payee_absent                  | 15 d   | L08 Đ126; N62 Đ49        | 15 d   | L25 Đ59; N152 Đ30.5
D-TI-4    | money.unclaimed                     | 5 y    | N62 Đ49.5                | 5 y    | L25 Đ59.1
D-TI-4    | money.unclaimed_notice              | 1 y    | N62 Đ49.5                | 1 y    | L25 Đ59.1
D-TI-5    | money.deposit_pending_handover      | 10 d   | N62 Đ27.4                | 10 d   | N152 Đ30.7
D-TI-6    | money.deposit_on_stop               | now*   | N62 Đ49.5b               | 5 wd   | N152 Đ30.8
D-TI-7    | money.foreign_currency              | -      |                          | 2 wd   | N152 Đ30.6b
D-TI-8    | money.confiscated_to_budget         | -      |                          | 7 d    | N152 Đ39.4
D-TI-9    | money.prison_transfer               | -      |                          | 1 m    | N152 Đ34.3
D-PH-1    | fee.notice                          | 15 d   | T216 Đ5.4b               | 15 d*  | T216 Đ5.4b
D-PH-2    | fee.relief_decision                 | 5 wd   | T216 Đ7.4                | 5 wd*  | T216 Đ7.4
D-PH-3    | fee.monthly_to_treasury             | 5 d    | T216 Đ8.1                | 5 d*   | T216 Đ8.1
D-CP-1    | cost.relief_decision                | 5 wd   | N62 Đ44.2                | 3 wd   | N152 Đ87.2
D-KT-1    | certificate.result                  | 5 wd   | L08 Đ53                  | 3 wd   | N152 Đ32.3
D-KT-2    | closure.list_to_procuracy           | -      |                          | 1 m    | N152 Đ32.2
"""

ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in PERIODS.strip().splitlines()]
UNITS = {"wd": Unit.WORKING_DAY, "d": Unit.DAY, "m": Unit.MONTH, "y": Unit.YEAR, "h": Unit.HOUR}

IDS_OF_THE_PROCESS = {
    *(f"D-RCV-{n}" for n in range(1, 4)), *(f"D-REQ-{n}" for n in range(1, 5)),
    *(f"D-DEC-{n}" for n in range(1, 5)), "D-FILE-1", "D-SEND-1", *(f"D-NOTI-{n}" for n in range(1, 5)),
    "D-CHV-1", "D-VOL-1", *(f"D-VER-{n}" for n in range(1, 8)), *(f"D-UNA-{n}" for n in range(1, 11)),
    *(f"D-HOA-{n}" for n in range(1, 4)), "D-TDC-1", "D-TDC-2", "D-DC-1", *(f"D-UT-{n}" for n in range(1, 6)),
    "D-CG-1", *(f"D-GT-{n}" for n in range(1, 4)), *(f"D-BD-{n}" for n in range(1, 6)),
    *(f"D-CC-{n}" for n in range(1, 16)), *(f"D-TI-{n}" for n in range(1, 10)),
    *(f"D-PH-{n}" for n in range(1, 4)), "D-CP-1", "D-KT-1", "D-KT-2",
}  # fmt: skip

ELSEWHERE = (
    "D-TS-",
    "D-MG-",
    "D-VC-",
    "D-KN-",
    "D-TC-",
    "D-KS-",
    "D-TD-",
    "D-BT-",
    "D-BC-",
    "D-PA-",
    "D-TIEP-",
)
"""Assets, relief, evidence, complaints, the procuracy, reception, compensation, reports."""


def test_the_table_has_every_id_of_the_process() -> None:
    assert {row[0] for row in ROWS} == IDS_OF_THE_PROCESS


@pytest.mark.parametrize(("spec", "key", "before", "old", "after", "new"), ROWS, ids=lambda cell: cell)
def test_a_period_is_what_the_texts_say_under_both_laws(
    spec: str, key: str, before: str, old: str, after: str, new: str
) -> None:
    timeline = LAW.timeline(key)

    assert timeline.spec == spec
    assert timeline.counts_from
    for written, basis, day in ((before, old, LAST_OF_2008), (after, new, FIRST_OF_2025)):
        step = timeline.find(day)
        if written == "-":
            assert step is None
            continue
        assert step is not None
        assert step.is_derived == written.endswith("*")
        assert step.basis == basis
        assert (str(step.value), step.unit) == period(written.rstrip("*"))


def period(written: str) -> tuple[str, Unit]:
    if written == "now":
        return "0", Unit.AT_ONCE
    number, _, unit = written.partition(" ")
    return number, UNITS[unit]


def test_no_period_of_the_process_is_left_out_of_the_table() -> None:
    told = {row[1] for row in ROWS}
    ids = {line.key for line in LAW.timelines.values() if line.spec in IDS_OF_THE_PROCESS}

    assert ids == told
