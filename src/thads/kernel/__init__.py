"""The ground floor: small exact values that every room speaks in, and nothing that knows a framework.

Money is `int` đồng, a rate is `Decimal`, a day is a `date` and an instant is aware of its zone;
spans are half-open; periods are those of the statistics year (TT05/2024 Đ5). Numbers, money and
dates are written and read the Vietnamese way (`text`, `text_words`), names are folded and sorted
(`names`), and whatever cannot be done is answered by a `Refusal` with a Vietnamese sentence.
"""
