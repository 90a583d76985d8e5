"""Facts that move no obligation told to an officer: measures, orders sent, the publication, the archive."""

from collections.abc import Iterator, Mapping
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.vocabulary import NoticeManner
from thads.kernel.text import write_dong
from thads.law import LAW


def ground_words(kind: str, code: str, *, on: date) -> str:
    """Return a ground as the law words it on the day, or the code itself when the list does not know it."""
    if not code or not kind:
        return code
    found = next((one for one in LAW.grounds(kind, on=on) if one.code == code), None)
    if found is None:
        return code
    return f"{found.vi} (điểm {found.point})" if found.point else found.vi


def day_words(day: date | None) -> str:
    """Write a day in figures of equal width, as every screen does: 09/05/2024."""
    return f"{day:%d/%m/%Y}" if day is not None else ""


def manner_words(manner: str) -> str:
    """Return how notice was given in the law's words; what an old book says in its own."""
    return LAW.label(NoticeManner(manner)) if manner in set(NoticeManner) else manner


def told_note(fact: f.CaseFact, on: date, orders: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Yield the particulars of a fact that moves no obligation, in reading order."""
    match fact:
        case f.SecurityOrdered():
            yield "Biện pháp", f"số {fact.no}: {LAW.label(fact.measure)}"
            yield "Tài sản", fact.subject
            yield "Nơi giữ", fact.holder
            yield "Xác định quyền sở hữu ngày", day_words(fact.owned_since)
            yield "Giá trị", write_dong(fact.value) if fact.value else ""
            yield "Biên bản ngày", day_words(fact.minutes_on)
            yield "Người yêu cầu", fact.requested_by
        case f.CoercionDecided():
            yield "Biện pháp", f"số {fact.no}: {LAW.label(fact.measure)}"
            yield "Đối tượng", fact.subject
            yield "Giá trị", write_dong(fact.value) if fact.value else ""
            yield "Huy động lực lượng", "có" if fact.is_forceful else ""
            yield "Dự kiến ngày", day_words(fact.planned_on)
            yield "Chi phí dự trù", write_dong(fact.costs) if fact.costs else ""
            yield "Thu nhập mỗi tháng", write_dong(fact.income) if fact.income else ""
            yield "Người phụ thuộc", str(fact.dependants or "")
            yield "Vùng lương tối thiểu", str(fact.region or "")
            yield "Bất động sản", "có" if fact.is_immovable else ""
            yield "Đối tượng chính sách", "có" if fact.is_honoured else ""
            yield "Lý do vượt giá trị nghĩa vụ", ground_words("coercion_exception", fact.exception, on=on)
            yield "Hành vi tẩu tán", fact.dissipation
        case f.CoercionPrepared():
            yield "Biện pháp", f"số {fact.no}"
            yield "Bước", LAW.label(fact.step)
            yield "Dự kiến ngày", day_words(fact.planned_on)
            yield "Nội dung", fact.content
        case f.CoercionCarriedOut():
            yield "Biện pháp", f"số {fact.no}"
            yield "Bắt đầu lúc", fact.begun_at
            yield "Kết quả", fact.result
        case f.MeasureEnded():
            yield "Biện pháp", f"số {fact.no}"
            yield "Căn cứ", ground_words("measure_end", fact.ground, on=on)
        case f.OrderSent():
            yield "Gửi", LAW.label(fact.to)
            yield "Quyết định", _order(fact.of, orders)
            yield "Cách gửi", fact.manner
        case f.OrderAmended():
            yield "Quyết định được sửa", _order(fact.of, orders)
            yield "Nội dung", fact.content
        case f.OrderWithdrawn():
            yield (
                "Quyết định bị hủy" if fact.is_annulled else "Quyết định bị thu hồi",
                _order(fact.of, orders),
            )
            yield "Căn cứ", ground_words("recall", fact.ground, on=on)
            yield "Biện pháp chấm dứt", f"số {fact.measure}" if fact.measure else ""
            yield "Tiếp tục thi hành", "có" if fact.resumes else ""
        case _:
            yield from _told_of_file(fact)


def _order(of: int, orders: Mapping[int, str]) -> str:
    return orders.get(of) or f"sự kiện số {of}"


def _told_of_file(fact: f.CaseFact) -> Iterator[tuple[str, str]]:
    match fact:
        case f.BailiffChangeRequested():
            yield "Người đề nghị", fact.by
            yield "Lý do", fact.reason
        case f.BailiffChangeRefused():
            yield "Lý do", fact.reason
        case f.FileOpened():
            yield "Số hồ sơ", fact.file_no
        case f.VerificationMandated():
            yield "Cơ quan nhận", fact.to_agency
            yield "Tài sản phải đăng ký", "có" if fact.registered_assets else ""
            yield "Nội dung", fact.content
        case f.MandateAnswered():
            yield "Cơ quan trả lời", fact.from_agency
            yield "Nội dung", fact.findings
        case f.InformationReceived():
            yield "Nguồn tin", fact.source
            yield "Nội dung", fact.content
        case f.AgreementRecorded():
            yield "Nội dung", fact.content
            yield "Đến ngày", day_words(fact.until)
        case f.DebtorPublished():
            yield "Nơi công khai", fact.place
        case f.PublicationUpdated():
            yield "Nội dung", fact.content
        case f.PublicationEnded():
            yield "Lý do", fact.reason
        case f.CertificateRequested():
            yield "Người yêu cầu", fact.by
        case f.CertificateIssued():
            yield "Cấp cho", fact.to
            yield "Nội dung", fact.content
        case f.FileChecked():
            yield "Bước", LAW.label(fact.step)
            yield "Số bút lục", str(fact.folios or "")
            yield "Ghi chú", fact.remarks
        case f.FileArchived():
            yield "Số bút lục", str(fact.folios)
            yield "Vị trí", fact.place
            yield "Thời hạn lưu", f"{fact.keep_years} năm" if fact.keep_years else ""
        case f.FileTakenOut():
            yield "Người rút", fact.by
            yield "Mục đích", fact.purpose
        case f.FileReturned():
            yield "Người trả", fact.by
        case _:
            return
