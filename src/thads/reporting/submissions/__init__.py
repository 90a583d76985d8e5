"""What agencies reported upward: totals received as figures, not as cases (TT05/2024 Đ10, Đ11).

Report versions (đợt 1, bổ sung 1 …) with signer, lock and receipt belong here too; they are not built yet.
"""
