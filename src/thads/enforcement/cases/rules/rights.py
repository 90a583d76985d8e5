"""Who may record what in a case: the verbs of this room in the table of rights (process.md 9.3).

Recording is not signing: the signing matrix of the law says whose signature the paper bears.
"""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD})
INTAKE = frozenset({Role.CLERK, Role.EXAMINER, Role.BAILIFF}) | HEADS
BAILIFF = frozenset({Role.BAILIFF})
OFFICE = frozenset({Role.OFFICE_HEAD})
OFFICE_STAFF = OFFICE | {Role.PRIVATE_BAILIFF}
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
        "cases.reduce_duty": HEADS,
        "cases.delegate_out": HEADS,
        "cases.pull_up_file": HEADS,
        "cases.recall_decision": HEADS | OFFICE,
        "cases.collect_money": BAILIFF | {Role.ACCOUNTANT, Role.PRIVATE_BAILIFF},
        "cases.credit_share": HEADS,
        "cases.finish": BAILIFF | HEADS | OFFICE_STAFF,
        "cases.cancel_fact": HEADS | OFFICE,
        "cases.note_read": EVERYBODY,
        "cases.import_histories": frozenset({Role.ADMINISTRATOR}),
        "cases.rebuild_dues": frozenset({Role.ADMINISTRATOR}),
    }
)
