"""An agreement of the parties counts only when it neither harms others nor evades the fee (L08 Đ6; N62 Đ5;
L25 Đ36.2; N152 Đ14): an officer holds it against the law and says so.
"""

from datetime import date

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.agreement_unconfirmed": "Chỉ ghi nhận thỏa thuận không trái pháp luật, không ảnh hưởng "
        "quyền, lợi ích của người khác và không nhằm trốn tránh phí thi hành án; hãy kiểm tra và xác nhận.",
    }
)


def check_harmless(*, on: date, is_harmless: bool) -> None:
    """Refuse an agreement that nobody has held against the law."""
    if not is_harmless:
        basis = "L08 Đ6; N62 Đ5" if LAW.regime(on) is Regime.R2008 else "L25 Đ36.2; N152 Đ14"
        raise Refusal("cases.agreement_unconfirmed", basis=basis)
