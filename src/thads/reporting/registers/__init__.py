"""The registers of enforcement (sổ thi hành án): views of the ledger for any span, printed, closed (T04 Đ30).

Nouns: `Register` (sổ), `RegisterClosing` (kết sổ: each quarter, half-year and year of the statistics year).
"""
