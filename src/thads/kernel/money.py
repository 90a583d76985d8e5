"""Money is whole đồng, an `int`; never a float.

`Dong` is an alias that says so in signatures. Values come in through `dong()`, which refuses what is
not a whole, non-negative amount.
"""

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

Dong = int

LARGEST = 10**18
"""A billion billion đồng: more than any judgment; beyond it a typing error is certain."""

register_sentences(
    {
        "money.not_whole": "“{value}” không phải là số tiền nguyên đồng; hãy nhập số đồng không có phần lẻ.",
        "money.negative": "Số tiền {value} đồng là số âm; chỉ nhận số tiền từ 0 đồng trở lên.",
        "money.too_large": "Số tiền {value} đồng lớn quá mức có thể có; hãy kiểm tra lại số chữ số.",
    }
)


def dong(value: object) -> Dong:
    """Return the amount as whole đồng; refuse fractions, negatives and what is no number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refusal("money.not_whole", value=value)
    if value < 0:
        raise Refusal("money.negative", value=value)
    if value > LARGEST:
        raise Refusal("money.too_large", value=value)
    return value
