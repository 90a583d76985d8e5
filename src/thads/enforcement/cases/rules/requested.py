"""What a request for enforcement must say, and by which way it may come (L08 Đ31; N62 Đ4; L25 Đ34; N152 Đ9).

From 1/7/2026 a request that lacks something is not entered in the register: within one working day the person
is asked to complete it (N152 Đ9.4, 9.6). Digital ways are open from the day the Ministry announces (N152
Đ115.2).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.parties import PartyDetails, is_organisation
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, PartyRole
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.channel_unknown": "Ngày {on} pháp luật không cho gửi yêu cầu thi hành án bằng hình thức "
        "“{channel}”; các hình thức: {allowed}.",
        "cases.channel_not_announced": "Hình thức “{channel}” chỉ dùng được từ ngày Bộ Tư pháp công bố đủ "
        "điều "
        "kiện trên môi trường số; đến ngày {on} chưa có công bố. Hãy nhận trực tiếp hoặc qua bưu chính.",
        "cases.oral_needs_minutes": "Yêu cầu bằng lời nói phải được lập biên bản; hãy ghi nội dung biên bản.",
        "cases.request_incomplete": "Yêu cầu còn thiếu: {missing}. Hãy bổ sung trước khi vào sổ nhận yêu "
        "cầu.",
        "cases.not_for_supplement": "Yêu cầu này đã đủ nội dung, không phải yêu cầu sửa đổi, bổ sung.",
        "cases.supplement_asked": "Đã thông báo sửa đổi, bổ sung yêu cầu ngày {asked_on}, số {number}.",
    }
)


class RequestChannel(StrEnum):
    """By which way a request comes (L08 Đ31; N152 Đ9.1)."""

    DIRECT = "direct"
    ORAL = "oral"
    POST = "post"
    PORTAL = "portal"
    JUSTICE_SYSTEM = "justice_system"
    VNEID = "vneid"


WRITTEN_CHANNELS: Mapping[str, RequestChannel] = {
    "trực tiếp": RequestChannel.DIRECT,
    "bằng lời nói": RequestChannel.ORAL,
    "bưu điện": RequestChannel.POST,
    "bưu chính": RequestChannel.POST,
    "Cổng Dịch vụ công quốc gia": RequestChannel.PORTAL,
    "hệ thống của Bộ Tư pháp": RequestChannel.JUSTICE_SYSTEM,
    "VNeID": RequestChannel.VNEID,
}
"""The words of the law's list → the way."""

DIGITAL = frozenset({RequestChannel.PORTAL, RequestChannel.JUSTICE_SYSTEM, RequestChannel.VNEID})


class RequiredField(StrEnum):
    """What a request must say besides what is asked for (L08 Đ31.2; N152 Đ9.2)."""

    NAME = "name"
    ADDRESS = "address"
    BORN = "born"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    DEBTOR_NAME = "debtor_name"
    DEBTOR_ADDRESS = "debtor_address"
    AWARD_PROOF = "award_proof"


WRITTEN_FIELDS: Mapping[str, RequiredField] = {
    "họ tên": RequiredField.NAME,
    "địa chỉ": RequiredField.ADDRESS,
    "ngày sinh": RequiredField.BORN,
    "số định danh": RequiredField.ID_NUMBER,
    "số điện thoại": RequiredField.PHONE,
    "tài khoản ngân hàng": RequiredField.BANK_ACCOUNT,
}
"""The words of the law's list → the field of the person who asks."""


@dataclass(frozen=True, slots=True)
class RequestContents:
    """What a request says: who asks, against whom, of which kind of judgment."""

    requester: PartyDetails
    debtors: tuple[PartyDetails, ...]
    judgment_kind: JudgmentKind
    has_award_proof: bool = False


def open_channels(on: date) -> tuple[RequestChannel, ...]:
    """Return the ways by which a request may come on the day, digital ones once they are announced."""
    listed = LAW.value("request.channels", on=on).value
    assert isinstance(listed, tuple)
    known = dict.fromkeys(WRITTEN_CHANNELS[word] for word in listed)
    return tuple(one for one in known if one not in DIGITAL or is_announced(on))


def is_announced(on: date) -> bool:
    """Say whether the Ministry has announced that requests may be sent digitally (N152 Đ115.2)."""
    step = LAW.timeline("request.digital_ready").find(on)
    return step is not None and bool(step.value)


def check_channel(channel: RequestChannel, *, on: date, content: str) -> None:
    """Refuse a way the law of the day does not know or has not opened, and an oral request without
    minutes.
    """
    ruling = LAW.value("request.channels", on=on)
    allowed = open_channels(on)
    if channel in DIGITAL and LAW.regime(on) is Regime.R2025 and channel not in allowed:
        raise Refusal(
            "cases.channel_not_announced", basis="N152 Đ9.1, 115.2", channel=LAW.label(channel), on=on
        )
    if channel not in allowed:
        words = "; ".join(LAW.label(one) for one in allowed)
        raise Refusal(
            "cases.channel_unknown", basis=ruling.basis, on=on, channel=LAW.label(channel), allowed=words
        )
    if channel is RequestChannel.ORAL and not content.strip():
        raise Refusal("cases.oral_needs_minutes", basis="L08 Đ31.1; L25 Đ34.1; N152 Đ9.1")


def missing_fields(contents: RequestContents, *, on: date) -> tuple[RequiredField, ...]:
    """Return what a request lacks under the law of the day, field by field.

    Until 30/6/2026 nothing stops a request from being entered. After, the person who asks says all of the
    list, the birth date only when he is a person; of the debtor name and address are asked [derived].
    """
    if LAW.regime(on) is Regime.R2008:
        return ()
    return tuple(_missing(contents, on))


def _missing(contents: RequestContents, on: date) -> Iterator[RequiredField]:
    listed = LAW.value("request.required_fields", on=on).value
    assert isinstance(listed, tuple)
    for word in listed:
        field = WRITTEN_FIELDS[word]
        if not _says(contents.requester, field):
            yield field
    if not contents.debtors:
        yield RequiredField.DEBTOR_NAME
    if any(not one.address.strip() for one in contents.debtors):
        yield RequiredField.DEBTOR_ADDRESS
    if contents.judgment_kind is JudgmentKind.ARBITRATION and not contents.has_award_proof:
        yield RequiredField.AWARD_PROOF


def _says(person: PartyDetails, field: RequiredField) -> bool:
    if field is RequiredField.BORN and is_organisation(person):
        return True
    if field is RequiredField.BANK_ACCOUNT and person.role is PartyRole.DEBTOR:
        return True
    return bool(str(getattr(person, field.value)).strip())


def words_of(missing: tuple[RequiredField, ...]) -> str:
    """Return what is missing in words."""
    return "; ".join(LAW.label(one) for one in missing)


def check_complete(missing: tuple[RequiredField, ...]) -> None:
    """Refuse to enter a request in the register while something is missing (N152 Đ9.4, 9.6)."""
    if missing:
        raise Refusal("cases.request_incomplete", basis="N152 Đ9.2, 9.4", missing=words_of(missing))
