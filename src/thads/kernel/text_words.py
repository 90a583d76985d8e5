"""Vietnamese money in words ("Bằng chữ: …") for receipts, decisions and payment orders, both ways."""

from __future__ import annotations

from thads.kernel.refusals import Refusal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")

#: Every word for a digit that a person may write after tens or hundreds.
_DIGIT_OF: dict[str, int] = {word: digit for digit, word in enumerate(_DIGITS)} | {
    "mốt": 1,
    "lăm": 5,
    "nhăm": 5,
    "tư": 4,
    "bẩy": 7,
}


def number_in_words(number: int) -> str:
    """A whole number in Vietnamese words: 1005 → "một nghìn không trăm linh năm"."""
    if number < 0:
        return "âm " + number_in_words(-number)
    if number == 0:
        return _DIGITS[0]
    return " ".join(_words_of_billions(number))


def money_in_words(amount: int) -> str:
    """An amount in words, first letter capital: 2500000 → "Hai triệu năm trăm nghìn đồng"."""
    words = number_in_words(amount) + " đồng"
    return words[0].upper() + words[1:]


def read_words(text: str) -> int:
    """The number said by Vietnamese words, with or without "đồng" at the end.

    Refuses (`text.words`) a word that is not part of a number.
    """
    words = text.lower().replace(",", " ").split()
    if words and words[-1] == "đồng":
        words.pop()
    if words and words[0] == "âm":
        return -_value_of(words[1:], text)
    return _value_of(words, text)


def _words_of_billions(number: int) -> list[str]:
    above, below = divmod(number, 10**9)
    words = [*_words_of_billions(above), "tỷ"] if above else []
    return words + _words_of_triples(below, led=bool(words))


def _words_of_triples(number: int, *, led: bool) -> list[str]:
    """Words of a number below one thousand million; `led` when a larger scale was said before."""
    words: list[str] = []
    for power in (2, 1, 0):
        triple = number // 1000**power % 1000
        if triple:
            words += _words_of_triple(triple, led=led or bool(words))
            words += [_SCALES[power]] if power else []
    return words


def _words_of_triple(triple: int, *, led: bool) -> list[str]:
    hundreds, tens, ones = triple // 100, triple // 10 % 10, triple % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or led else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    elif ones and words:
        words.append("linh")
    return words + ([_ones_word(ones, tens)] if ones else [])


def _ones_word(ones: int, tens: int) -> str:
    if ones == 5 and tens:
        return "lăm"
    if ones == 1 and tens > 1:
        return "mốt"
    return _DIGITS[ones]


def _value_of(words: list[str], text: str) -> int:
    """Fold the words from the left: a scale closes what stands before it."""
    billions = millions = thousands = triple = digit = 0
    if not words:
        raise Refusal("text.words", text=text)
    for word in words:
        if word in _DIGIT_OF:
            triple, digit = triple + digit, _DIGIT_OF[word]
        elif word in ("linh", "lẻ"):
            triple, digit = triple + digit, 0
        elif word in ("mười", "mươi"):
            triple, digit = triple + (digit * 10 if word == "mươi" else digit + 10), 0
        elif word == "trăm":
            triple, digit = triple + digit * 100, 0
        elif word in ("nghìn", "ngàn"):
            thousands, triple, digit = triple + digit, 0, 0
        elif word == "triệu":
            millions, triple, digit = triple + digit, 0, 0
        elif word in ("tỷ", "tỉ"):
            said = millions * 10**6 + thousands * 1000 + triple + digit
            billions, millions, thousands, triple, digit = (billions + said) * 10**9, 0, 0, 0, 0
        else:
            raise Refusal("text.words", text=text, word=word)
    return billions + millions * 10**6 + thousands * 1000 + triple + digit
