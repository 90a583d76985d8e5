"""Files in and out: histories as JSON Lines, cases as an Excel workbook, lists with formulas.

A file is checked whole before anything is written: each fault is a `Problem` that says where it is and
what to do, and either everything enters in one transaction or nothing does.
"""
