"""Who may record what in a case: the verbs of this room in the table of rights (process.md 9.3).

Recording is not signing: the signing matrix of the law says whose signature the paper bears.
"""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

HEADS_OF_2008 = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD})
HEADS = HEADS_OF_2008 | {Role.CHIEF_BAILIFF}
"""Chief bailiffs of area rooms sign by delegation since 1/7/2026 (L25 Đ22.3, 23.2)."""

INTAKE = frozenset({Role.CLERK, Role.EXAMINER, Role.BAILIFF}) | HEADS
BAILIFF = frozenset({Role.BAILIFF})
OFFICE = frozenset({Role.OFFICE_HEAD})
OFFICE_STAFF = OFFICE | {Role.PRIVATE_BAILIFF}
PUBLISHERS = BAILIFF | {Role.CLERK} | HEADS
EVERYBODY = frozenset(Role)

register_verbs(
    {
        "cases.receive_judgment": INTAKE | OFFICE_STAFF,
        "cases.record_papers": INTAKE,
        "cases.tell_court": INTAKE,
        "cases.receive_request": INTAKE | OFFICE_STAFF,
        "cases.ask_supplement": INTAKE | OFFICE_STAFF,
        "cases.complete_request": INTAKE | OFFICE_STAFF,
        "cases.decide_limitation": HEADS | OFFICE,
        "cases.refuse_request": HEADS | OFFICE,
        "cases.issue_ex_officio": HEADS,
        "cases.issue_decisions": HEADS,
        "cases.issue_on_request": HEADS | OFFICE,
        "cases.issue_on_requests": HEADS | OFFICE,
        "cases.accept_delegation": HEADS,
        "cases.receive_incoming": INTAKE,
        "cases.accept_incoming": HEADS,
        "cases.return_incoming": HEADS,
        "cases.forward_ruling": INTAKE,
        "cases.transfer_rights": HEADS | OFFICE,
        "cases.hand_to_agency": OFFICE,
        "cases.confirm_transition": HEADS,
        "cases.assign_bailiff": HEADS | OFFICE,
        "cases.serve_notice": BAILIFF | {Role.CLERK, Role.PRIVATE_BAILIFF},
        "cases.record_verification": BAILIFF | {Role.PRIVATE_BAILIFF},
        "cases.decide_unable": HEADS,
        "cases.resume": HEADS,
        "cases.move_to_separate_ledger": HEADS,
        "cases.defer": HEADS,
        "cases.suspend": HEADS,
        "cases.terminate": HEADS | OFFICE,
        "cases.reduce_duty": HEADS_OF_2008,
        "cases.delegate_out": HEADS,
        "cases.pull_up_file": HEADS_OF_2008,
        "cases.recall_decision": HEADS | OFFICE,
        "cases.open_file": BAILIFF | {Role.CLERK},
        "cases.send_order": BAILIFF | {Role.CLERK},
        "cases.send_orders": BAILIFF | {Role.CLERK},
        "cases.ask_bailiff_change": BAILIFF | {Role.CLERK},
        "cases.refuse_bailiff_change": HEADS,
        "cases.mandate_verification": HEADS,
        "cases.record_mandate_answer": BAILIFF | {Role.CLERK},
        "cases.record_information": BAILIFF | {Role.CLERK},
        "cases.record_agreement": BAILIFF,
        "cases.publish_debtor": PUBLISHERS,
        "cases.update_publication": PUBLISHERS,
        "cases.end_publication": PUBLISHERS,
        "cases.order_security": BAILIFF,
        "cases.ban_exit": HEADS,
        "cases.decide_coercion": BAILIFF,
        "cases.prepare_coercion": BAILIFF,
        "cases.approve_coercion_plan": HEADS,
        "cases.carry_out_coercion": BAILIFF,
        "cases.end_measure": BAILIFF,
        "cases.lift_exit_ban": HEADS,
        "cases.amend_order": BAILIFF | HEADS,
        "cases.withdraw_order": BAILIFF | HEADS,
        "cases.annul_order": HEADS | {Role.CENTRAL_HEAD},
        "cases.return_request": HEADS,
        "cases.close_otherwise": HEADS,
        "cases.request_certificate": BAILIFF | {Role.CLERK},
        "cases.issue_certificate": HEADS,
        "cases.check_file": BAILIFF | {Role.EXAMINER, Role.ACCOUNTANT},
        "cases.archive_file": HEADS,
        "cases.take_file_out": HEADS,
        "cases.return_file": HEADS | {Role.ARCHIVIST},
        "cases.collect_money": BAILIFF | {Role.ACCOUNTANT, Role.PRIVATE_BAILIFF},
        "cases.credit_share": HEADS,
        "cases.finish": BAILIFF | HEADS | OFFICE_STAFF,
        "cases.cancel_fact": HEADS | OFFICE,
        "cases.note_read": EVERYBODY,
        "cases.import_histories": frozenset({Role.ADMINISTRATOR}),
        "cases.begin_cut_over": frozenset({Role.ADMINISTRATOR}),
        "cases.carry_over": frozenset({Role.ADMINISTRATOR}),
        "cases.confirm_cut_over": frozenset({Role.AGENCY_HEAD}),
        "cases.finish_cut_over": frozenset({Role.ADMINISTRATOR}),
        "cases.rebuild_dues": frozenset({Role.ADMINISTRATOR}),
    }
)
