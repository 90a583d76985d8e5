"""What officers do with cases: one function a verb, each through the door, each with its article."""

from thads.enforcement.cases.actions.archiving import (
    archive_file,
    check_file,
    issue_certificate,
    request_certificate,
    return_file,
    take_file_out,
)
from thads.enforcement.cases.actions.closing import (
    cancel_fact,
    close_otherwise,
    delegate_out,
    finish,
    pull_up_file,
    recall_decision,
    reduce_duty,
    return_request,
    terminate,
)
from thads.enforcement.cases.actions.correcting import amend_order, annul_order, withdraw_order
from thads.enforcement.cases.actions.crediting import credit_share
from thads.enforcement.cases.actions.cutover import (
    begin_cut_over,
    carry_over,
    confirm_cut_over,
    finish_cut_over,
)
from thads.enforcement.cases.actions.decisions import issue_decisions, issue_ex_officio
from thads.enforcement.cases.actions.filing import ask_bailiff_change, open_file, refuse_bailiff_change
from thads.enforcement.cases.actions.importing import import_histories
from thads.enforcement.cases.actions.incoming import (
    accept_delegation,
    accept_incoming,
    forward_ruling,
    receive_incoming,
    return_incoming,
)
from thads.enforcement.cases.actions.inquiring import (
    mandate_verification,
    record_agreement,
    record_information,
    record_mandate_answer,
)
from thads.enforcement.cases.actions.intake import receive_judgment, record_papers, tell_court
from thads.enforcement.cases.actions.measures import (
    approve_coercion_plan,
    ban_exit,
    carry_out_coercion,
    decide_coercion,
    end_measure,
    lift_exit_ban,
    order_security,
    prepare_coercion,
)
from thads.enforcement.cases.actions.offices import hand_to_agency
from thads.enforcement.cases.actions.papers import write_closed_list, write_paper
from thads.enforcement.cases.actions.publishing import end_publication, publish_debtor, update_publication
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
from thads.enforcement.cases.actions.sending import send_order, send_orders
from thads.enforcement.cases.actions.transferring import transfer_rights
from thads.enforcement.cases.actions.transition import confirm_transition
from thads.enforcement.cases.actions.working import (
    assign_bailiff,
    collect_money,
    record_verification,
    serve_notice,
)

__all__ = [
    "accept_delegation",
    "accept_incoming",
    "amend_order",
    "annul_order",
    "approve_coercion_plan",
    "archive_file",
    "ask_bailiff_change",
    "ask_supplement",
    "assign_bailiff",
    "begin_cut_over",
    "ban_exit",
    "cancel_fact",
    "carry_over",
    "carry_out_coercion",
    "check_file",
    "close_otherwise",
    "collect_money",
    "complete_request",
    "confirm_cut_over",
    "confirm_transition",
    "credit_share",
    "decide_coercion",
    "decide_limitation",
    "decide_unable",
    "defer",
    "delegate_out",
    "end_measure",
    "end_publication",
    "finish",
    "finish_cut_over",
    "forward_ruling",
    "hand_to_agency",
    "import_histories",
    "issue_certificate",
    "issue_decisions",
    "issue_ex_officio",
    "issue_on_request",
    "issue_on_requests",
    "lift_exit_ban",
    "mandate_verification",
    "move_to_separate_ledger",
    "note_read",
    "open_file",
    "order_security",
    "prepare_coercion",
    "publish_debtor",
    "pull_up_file",
    "rebuild_dues",
    "recall_decision",
    "receive_incoming",
    "receive_judgment",
    "receive_request",
    "record_agreement",
    "record_information",
    "record_mandate_answer",
    "record_papers",
    "record_verification",
    "reduce_duty",
    "refuse_bailiff_change",
    "refuse_request",
    "request_certificate",
    "resume",
    "return_file",
    "return_incoming",
    "return_request",
    "send_order",
    "send_orders",
    "serve_notice",
    "suspend",
    "take_file_out",
    "tell_court",
    "terminate",
    "transfer_rights",
    "update_publication",
    "withdraw_order",
    "write_closed_list",
    "write_paper",
]
