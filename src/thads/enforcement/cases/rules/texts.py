"""The words a fact must hold, and how long they may be: whatever an officer types has room in every book."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.moves import Move
from thads.enforcement.cases.rules.words import act_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.text_too_long": "Nội dung ở trường “{field}” dài {length} ký tự; nhiều nhất là {longest}.",
        "cases.text_needed": "{act} phải ghi rõ “{field}”.",
    }
)

LONGEST: Mapping[str, int] = {
    "bailiff": 32, "to_agency": 160, "from_agency": 160, "receipt_no": 64, "court_decision": 160,
    "signer": 64, "ground": 160, "exception": 64, "file_no": 64, "by": 200, "to": 200, "begun_at": 8,
}  # fmt: skip
LONGEST_WORDS = 4_000

WORDS: Mapping[str, str] = {
    "by": "người đề nghị, yêu cầu", "reason": "lý do", "to_agency": "cơ quan nhận",
    "from_agency": "cơ quan trả lời", "source": "nguồn tin", "content": "nội dung",
    "subject": "tài sản, đối tượng", "to": "người nhận",
}  # fmt: skip

NEEDED: Mapping[type[f.CaseFact], tuple[str, ...]] = {
    f.BailiffChangeRequested: ("by",),
    f.BailiffChangeRefused: ("reason",),
    f.VerificationMandated: ("to_agency",),
    f.MandateAnswered: ("from_agency",),
    f.InformationReceived: ("source",),
    f.AgreementRecorded: ("content",),
    f.SecurityOrdered: ("subject",),
    f.CoercionDecided: ("subject",),
    f.OrderAmended: ("content",),
    f.CertificateRequested: ("by",),
    f.CertificateIssued: ("to",),
    f.FileTakenOut: ("by",),
    f.HandedToAgency: ("to_agency",),
    f.RightsTransferred: ("to",),
}
"""Words without which a fact says nothing."""


def check_texts(fact: f.CaseFact, move: Move, *, on: date) -> None:
    """Refuse words that are missing or too long."""
    for name in NEEDED.get(type(fact), ()):
        if not getattr(fact, name).strip():
            raise Refusal("cases.text_needed", basis=move.basis(on), act=act_name(fact), field=WORDS[name])
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        longest = LONGEST.get(field.name, LONGEST_WORDS)
        if type(value) is str and len(value) > longest:
            raise Refusal("cases.text_too_long", field=field.name, length=len(value), longest=longest)
