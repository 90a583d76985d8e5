"""An agency's old books as sheets: files → plain rows → checks → cases and balances → actions, and the
answer.

One row is one obligation (khoản); rows of one decision are one case (việc). Other than the case workbook
this is tolerant in a stated way: a row comes in, comes in with a doubt that is told and kept, or stays out
and is told why. The answer is the same sheet, what stays out red, what is doubted amber.
"""
