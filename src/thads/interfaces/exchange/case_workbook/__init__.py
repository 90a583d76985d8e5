"""Cases from an Excel workbook: workbook → plain rows → checks → histories → actions, and the answer.

One row is one obligation (khoản phải thi hành); rows with the same decision number are one case (việc). The
answer to a faulty workbook is the same workbook: faulty cells red, each with the sentence, and a summary
sheet. Nothing enters while one fault is left.
"""
