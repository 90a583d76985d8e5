"""What officers do with cases: one function a verb, each through the door, each with its article."""

from thads.enforcement.cases.actions.closing import (
    cancel_fact,
    delegate_out,
    finish,
    pull_up_file,
    recall_decision,
    reduce_duty,
    terminate,
)
from thads.enforcement.cases.actions.decisions import issue_decisions, issue_ex_officio
from thads.enforcement.cases.actions.importing import import_histories
from thads.enforcement.cases.actions.incoming import accept_delegation, accept_incoming, receive_incoming
from thads.enforcement.cases.actions.intake import receive_judgment, record_papers, tell_court
from thads.enforcement.cases.actions.reading import note_read
from thads.enforcement.cases.actions.rebuilding import rebuild_dues
from thads.enforcement.cases.actions.requests import (
    ask_supplement,
    complete_request,
    decide_limitation,
    issue_on_request,
    issue_on_requests,
    receive_request,
    refuse_request,
)
from thads.enforcement.cases.actions.resting import (
    decide_unable,
    defer,
    move_to_separate_ledger,
    resume,
    suspend,
)
from thads.enforcement.cases.actions.working import (
    assign_bailiff,
    collect_money,
    record_verification,
    serve_notice,
)

__all__ = [
    "ask_supplement",
    "complete_request",
    "decide_limitation",
    "issue_decisions",
    "issue_on_requests",
    "record_papers",
    "tell_court",
    "accept_delegation",
    "accept_incoming",
    "assign_bailiff",
    "cancel_fact",
    "collect_money",
    "decide_unable",
    "defer",
    "delegate_out",
    "finish",
    "import_histories",
    "issue_ex_officio",
    "issue_on_request",
    "move_to_separate_ledger",
    "note_read",
    "pull_up_file",
    "recall_decision",
    "rebuild_dues",
    "receive_incoming",
    "receive_judgment",
    "receive_request",
    "record_verification",
    "reduce_duty",
    "refuse_request",
    "resume",
    "serve_notice",
    "suspend",
    "terminate",
]
