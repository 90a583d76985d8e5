"""Money of a case and of an agency (tiền thi hành án): received, held, shared out, paid, to the đồng.

Nouns: `Receipt` (biên lai), `Collection` (thu tiền), `Distribution` (phân chia, thứ tự thanh toán),
`Disbursement` (chi trả), `EnforcementFee` (phí thi hành án), `Cost` (chi phí), `SetOff` (bù trừ). One book in
double entry: what is held for a case equals what lies in cash, at the treasury and at the bank.
Law: L08 Đ47, 60, 73 and N62 Đ27, 43–49 until 30/6/2026; L25 Đ53–54, 59 and N152 Đ29–31, 79–87 from 1/7/2026;
T216 (fee); T04 Đ13–18 (receipts); T78 (accounting).
"""
