"""Statements of banks and the treasury as files: CSV in any usual encoding, or a workbook (T78 Đ8.3)."""
