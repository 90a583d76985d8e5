"""Who may record what in a case: the verbs of this room in the table of rights (process.md 9.3).

Recording is not signing: the signing matrix of the law says whose signature the paper bears.
"""

from thads.foundation.access.rules.rights import register_verbs
from thads.foundation.access.rules.viewer import Role

HEADS = frozenset({Role.AGENCY_HEAD, Role.DEPUTY_HEAD, Role.UNIT_HEAD})
INTAKE = frozenset({Role.CLERK, Role.EXAMINER, Role.BAILIFF}) | HEADS
BAILIFF = frozenset({Role.BAILIFF})
EVERYBODY = frozenset(Role)

register_verbs(
    {
        "cases.receive_judgment": INTAKE,
        "cases.receive_request": INTAKE,
        "cases.refuse_request": HEADS,
        "cases.issue_ex_officio": HEADS,
        "cases.issue_on_request": HEADS,
        "cases.accept_delegation": HEADS,
        "cases.receive_incoming": INTAKE,
        "cases.accept_incoming": HEADS,
        "cases.assign_bailiff": HEADS,
        "cases.serve_notice": BAILIFF | {Role.CLERK},
        "cases.record_verification": BAILIFF,
        "cases.decide_unable": HEADS,
        "cases.resume": HEADS,
        "cases.move_to_separate_ledger": HEADS,
        "cases.defer": HEADS,
        "cases.suspend": HEADS,
        "cases.terminate": HEADS,
        "cases.reduce_duty": HEADS,
        "cases.delegate_out": HEADS,
        "cases.pull_up_file": HEADS,
        "cases.recall_decision": HEADS,
        "cases.collect_money": BAILIFF | {Role.ACCOUNTANT},
        "cases.finish": BAILIFF | HEADS,
        "cases.cancel_fact": HEADS,
        "cases.note_read": EVERYBODY,
        "cases.import_histories": frozenset({Role.ADMINISTRATOR}),
    }
)
